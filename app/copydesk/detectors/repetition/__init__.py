"""Detectors of words, sentences and paragraphs that are printed twice."""
