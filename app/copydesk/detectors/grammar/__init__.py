"""Detectors of slips of grammar that can be told from a few words, and what they share."""
