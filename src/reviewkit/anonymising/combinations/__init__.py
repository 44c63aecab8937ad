"""Details that name nobody and together identify a family (RK605)."""
