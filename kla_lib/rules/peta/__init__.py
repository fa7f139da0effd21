"""Other people's tables: which column is what, how a form is read in, how one form follows another."""
