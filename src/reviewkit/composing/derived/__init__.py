"""Derived documents: what a plan shows of a report, made of the same pieces as the report itself."""
