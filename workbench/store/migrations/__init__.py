"""Migrations of the workspace file, one module per schema version."""
