"""A report's own file with something added, byte for byte the same elsewhere: comments, order and spelling stay."""
