"""The finished bytes, opened and searched as a stranger would."""
