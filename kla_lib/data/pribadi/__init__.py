"""Personal data and small counts: found, refused, hidden."""
