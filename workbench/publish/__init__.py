"""A check becomes bytes: the same check, the same bytes."""
