"""The work folder: made whole, completed, its notebooks kept up to date."""
