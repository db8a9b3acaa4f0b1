"""Outside checkers and formulas behind Protocols: the real ones and fakes for tests."""
