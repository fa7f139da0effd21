"""Points: added up, capped, turned into a category."""
