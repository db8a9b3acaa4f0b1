"""Detectors of what a page puts around an article and a scraper takes along."""
