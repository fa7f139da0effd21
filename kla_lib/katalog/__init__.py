"""Keep the texts of other languages: one folder per language, and what gathers the texts to translate."""
