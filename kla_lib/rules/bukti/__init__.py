"""Published observations that the forecast is fitted to, and published finals of the regions."""
