"""Printing: the pages of a meeting as PDF."""
