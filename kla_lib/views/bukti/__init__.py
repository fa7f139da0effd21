"""The page of the published evidence, for whoever wants to check it."""
