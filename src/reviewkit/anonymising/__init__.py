"""A report → its published version: omit, coarsen, replace, ask, prove. `publishing` and `proving` are the ways in."""
