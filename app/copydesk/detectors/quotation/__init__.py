"""Detectors of quotation marks that do not fit together."""
