"""The sheet of decisions of a meeting: read, checked, written into the book."""
