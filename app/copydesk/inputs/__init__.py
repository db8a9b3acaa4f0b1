"""Readers: each turns a source of one media type into a document."""
