"""Scenarios: other weights, marks and documents, as a file or a short code."""
