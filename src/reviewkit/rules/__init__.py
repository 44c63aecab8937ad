"""Rules that look at what is written, one code a file, found by its name."""
