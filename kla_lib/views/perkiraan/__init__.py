"""The forecast as readers see it."""
