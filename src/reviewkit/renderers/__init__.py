"""Output formats: one module or package each, named as `--to` names it; what begins with `_` they share."""
