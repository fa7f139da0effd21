"""Say and draw what is seen over many regions."""
