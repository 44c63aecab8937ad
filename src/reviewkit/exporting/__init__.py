"""A template as something else: a JSON Schema, or a document to consult people on."""
