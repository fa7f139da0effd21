"""Filling in the book inside a notebook."""
