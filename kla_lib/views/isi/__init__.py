"""What the book holds and lacks."""
