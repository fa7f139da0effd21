"""What earlier runs have published, read back."""
