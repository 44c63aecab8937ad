"""Findings for a reader, one form each: `REPORTER` in a module named like the format."""
