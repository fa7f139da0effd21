"""The words that every page is made of, and its looks."""
