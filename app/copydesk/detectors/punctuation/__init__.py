"""Marks, spaces and numbers."""
