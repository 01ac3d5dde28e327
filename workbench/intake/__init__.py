"""Bytes or pasted text become a source; nothing else is taken in."""
