"""What a newsroom may change: scales, templates, networks and words, read from data files."""
