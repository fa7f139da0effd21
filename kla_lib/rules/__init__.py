"""Rules as data: the form, the categories, the sources, the city and the meeting."""
