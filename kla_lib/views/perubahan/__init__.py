"""Facts, and what changed between two meetings or books."""
