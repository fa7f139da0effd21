"""Publish the view over many regions."""
