"""Say by what a measure is split, in few words."""

from kla_lib.bahasa import _
from kla_lib.scoring.indeks.terpilah import ADA, BELUM, KECAMATAN, SEBAGIAN, Terpilah


def sebut_terpilah(t: Terpilah) -> str:
    """Return the state of a measure; where it is split in some ways only, which."""
    kata = {ADA: _("ada"), SEBAGIAN: _("sebagian"), BELUM: _("belum")}
    if t.status != SEBAGIAN:
        return kata[t.status]
    cara = {
        "jenis_kelamin": _("jenis kelamin"),
        "umur": _("umur"),
        "disabilitas": _("disabilitas"),
        KECAMATAN: _("kecamatan"),
    }
    isi = [cara[c] if s == ADA else f"{cara[c]}: {kata[s]}" for c, s in t.menurut.items() if s != BELUM]
    return f"{kata[SEBAGIAN]} ({', '.join(isi)})"
