"""What comes back of a rehearsal and of the hours for mending."""
