"""Keep the example data books, each a folder of CSV files, beside the generator of the made-up ones."""
