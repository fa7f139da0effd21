"""The plan: actions to choose from, the cheapest choice, its chance and what it means."""
