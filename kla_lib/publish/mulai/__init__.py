"""The start page: the first day, and every day after it, without a terminal."""
