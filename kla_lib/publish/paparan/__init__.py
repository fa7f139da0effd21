"""The slides of a meeting as a PPTX."""
