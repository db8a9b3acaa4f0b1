"""Edits applied to a source."""
