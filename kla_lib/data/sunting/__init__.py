"""Change single cells of a data book on disk: tried on a copy, saved with a backup, whole or not at all."""
