"""The data book: read, checked against the form, every fault at once."""
