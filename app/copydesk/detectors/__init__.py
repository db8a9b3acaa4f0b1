"""Detectors: each finds one kind of defect."""
