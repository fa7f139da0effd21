"""What the eight slides of a meeting say."""
