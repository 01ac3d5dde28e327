"""The exchange of whole workspaces through a folder of case files."""
