"""Declared people, bodies, places and numbers: how each can be written, where it stands, who is meant."""
