"""What nobody declared and might identify somebody, one kind a file, each ending in `DETECTOR`."""
