"""What a reader notices in a text: pure functions over code points."""
