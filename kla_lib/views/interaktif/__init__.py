"""The interactive page of a klaster."""
