"""Look over many regions at once: where they stand, what is weak everywhere, what looks copied."""
