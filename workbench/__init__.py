"""The fact-check workbench: read a source beside its claims, and export the finished check."""

__version__ = "0.1.0"
