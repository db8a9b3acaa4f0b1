"""One article, one way to write a thing: names, acronyms, compounds, dialect, marks."""
