"""Detectors of words that a rewriting program put in the place of others."""
