"""Formats of the answer, one file each."""
