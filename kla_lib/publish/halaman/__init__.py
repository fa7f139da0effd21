"""Pages: the frame, the index, sessions, offices, leaders, the interactive page."""
