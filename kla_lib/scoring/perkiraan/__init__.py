"""The forecast of the final score, its evidence and how far it can be trusted."""
