"""Run the notebooks of a meeting and publish them as pages that need no network."""
