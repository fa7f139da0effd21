"""Tell which points offices disagree on, as long as nobody has filled the place."""

from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.buku import Buku
from kla_lib.data.kumpul.asal import PISAH_KUNCI

Suara = tuple[tuple[str, float], ...]
"""What each office answered: role and points, in the order of the companion table."""


def nilai_bentrok(buku: Buku, tahap: str) -> dict[tuple[str, str], Suara]:
    """Return the answers to each question on which offices disagree at a stage, by indikator and number.

    A place that somebody has filled since is decided.
    """
    if buku.bentrok is None:
        return {}
    terisi: set[tuple[str, str]] = set()
    if (p := buku.penilaian) is not None:
        ada = p[(p["tahap"] == tahap) & p["nilai"].notna()]
        terisi = set(zip(ada["indikator"], ada["pertanyaan"], strict=True))
    hasil: dict[tuple[str, str], Suara] = {}
    for r in buku.bentrok.itertuples(index=False):
        kunci = tuple(r.kunci.split(PISAH_KUNCI))
        if (r.lembar, r.kolom) != (PENILAIAN.lembar, "nilai") or len(kunci) != 4 or kunci[0] != tahap:
            continue
        poin = _angka(r.isi)
        if poin is not None and kunci[2:] not in terisi:
            kode = (kunci[2], kunci[3])
            hasil[kode] = (*hasil.get(kode, ()), (r.opd, poin))
    return hasil


def _angka(isi: str | None) -> float | None:
    try:
        return float(isi or "")
    except ValueError:  # the table lies open to everybody's pen
        return None
