"""The action plan and the promises: how far each is."""
