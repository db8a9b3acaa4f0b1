"""Public JSON shapes."""
