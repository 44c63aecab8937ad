"""The words of the codes that schema data raises, one code a file; no logic."""
