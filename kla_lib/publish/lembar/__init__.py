"""Workbooks: for offices, for the meeting, for the work after it."""
