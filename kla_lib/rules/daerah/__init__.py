"""Cities and regencies: their offices, areas and contacts."""
