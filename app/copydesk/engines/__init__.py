"""Outside checkers and measures."""
