"""The analyser: the one way from an article to all that is known of it."""
