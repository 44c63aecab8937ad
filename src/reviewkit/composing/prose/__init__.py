"""Markdown prose as blocks: `parsing.parse_prose` is the way in."""
