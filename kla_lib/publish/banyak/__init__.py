"""Make the packs of many meetings in one run, on this machine or on several."""
