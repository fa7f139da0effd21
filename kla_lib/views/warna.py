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
WARNA_SERI = WARNA_KLASTER | {"klaster_2": "#B07400", "kelana_dekela": "#2C8CC4"}
"""The same for thin lines and points: where a bar has an outline, a line has to stand out by itself (3 to 1)."""

TINTA = "#222222"
