"""Detectors of mark-up that was left in a text."""
