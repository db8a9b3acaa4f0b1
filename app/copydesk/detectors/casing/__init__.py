"""Words written small that want a capital, and the reverse."""
