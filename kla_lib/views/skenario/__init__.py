"""Show a scenario beside the official result: its panel, its pictures, its comparison with others."""
