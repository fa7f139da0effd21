"""The example data books, each a folder of CSV files, with the generators of the made-up ones."""
