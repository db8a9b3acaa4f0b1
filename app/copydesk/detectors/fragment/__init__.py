"""Detectors of words and sentences that an edit left behind."""
