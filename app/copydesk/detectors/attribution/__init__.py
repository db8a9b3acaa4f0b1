"""Detectors of broken attributions: who said it, to whom and when."""
