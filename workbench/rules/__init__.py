"""Judgement over a whole check: pure functions that never look anything up."""
