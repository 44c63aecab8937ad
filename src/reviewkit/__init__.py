"""reviewkit: the template and guidance for child safeguarding reviews in England, as something that runs."""

__version__ = "0.1.0"
