"""One run: every pack of a meeting from a warm process, and what tells of it."""
