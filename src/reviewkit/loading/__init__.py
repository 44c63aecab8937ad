"""Files into values: reports with their positions, templates, code lists, sources."""
