"""What a reader sees of the scores: sentences, tables and charts, ready for a notebook cell."""
