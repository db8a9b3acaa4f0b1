"""Detectors of what a translation left behind; none of them judges who or what translated."""
