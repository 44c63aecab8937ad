"""The walk over a report, the rules that look, and what their findings say and where."""
