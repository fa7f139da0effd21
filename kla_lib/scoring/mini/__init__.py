"""Mini-verifikasi: what several readers say of the same questions."""
