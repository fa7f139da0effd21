"""Name what a notebook hands to the batch: charts, facts, the headline."""

MIME_CHART = "application/vnd.vegalite.v6+json"
MIME_FAKTA = "application/vnd.kla.fakta+json"
MIME_KALIMAT = "application/vnd.kla.kalimat+json"

TANPA_SVG = "KLA_TANPA_SVG"
"""Environment variable set by the batch, which renders every chart once, outside the kernel."""
