"""A book in a database: read once, checked as a sheet is, kept as CSV for all that follows."""
