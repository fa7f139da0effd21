"""What will be asked on the day of field verification, and what the hours after it bring."""
