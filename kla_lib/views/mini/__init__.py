"""Mini-verifikasi: reading together before the verifier comes."""
