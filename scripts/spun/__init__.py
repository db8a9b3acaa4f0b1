"""What the lexicon of spun forms is made from, and how words are inflected for it."""
