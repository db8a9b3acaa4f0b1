"""Detectors of characters that were read in the wrong encoding."""
