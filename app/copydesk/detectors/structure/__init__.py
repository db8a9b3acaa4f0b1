"""How an article is laid out."""
