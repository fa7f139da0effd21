"""Words about the index of outcomes."""
