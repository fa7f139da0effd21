"""Fix the colours of the klaster: safe for the colour-blind, used for stripes and bars."""

WARNA_KLASTER = {
    "kelembagaan": "#555555",
    "klaster_1": "#0072B2",
    "klaster_2": "#E69F00",
    "klaster_3": "#009E73",
    "klaster_4": "#CC79A7",
    "klaster_5": "#D55E00",
    "kelana_dekela": "#56B4E9",
}
TINTA = "#222222"
