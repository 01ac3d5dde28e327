"""Merging two versions of one check that were written apart, field by field; pure."""
