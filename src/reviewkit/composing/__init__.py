"""Composing: a report and its template become a `Document`. Prose is parsed here, once."""
