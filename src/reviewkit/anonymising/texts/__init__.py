"""Text and Markdown files by the same engine, and the names of files."""
