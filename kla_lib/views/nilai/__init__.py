"""Points and outcomes: the answer in a sentence, charts, tables."""
