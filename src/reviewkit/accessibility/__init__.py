"""Whether everybody can read a finished Word file: one rule a file, found by its name."""
