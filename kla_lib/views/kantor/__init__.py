"""The page, sheet and chat text of one office."""
