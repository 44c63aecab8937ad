"""Identifiers of a known kind in text, one kind a file."""
