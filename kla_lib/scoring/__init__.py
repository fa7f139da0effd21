"""Scores as pure functions over arrays: one city, 514 cities or 10,000 draws alike."""
