"""Name the files that `kla vlh` and `kla serah` put beside a meeting's packs, anew whenever they are asked."""

HALAMAN, PAPAN, LEMBAR = "vlh.html", "vlh-papan.html", "vlh.xlsx"
SERAH, LEMBAR_SERAH = "serah.html", "serah.xlsx"

SEMUA = (HALAMAN, PAPAN, LEMBAR, SERAH, LEMBAR_SERAH)
"""They depend on the hour at which they are asked for, so no manifest knows their hashes."""
