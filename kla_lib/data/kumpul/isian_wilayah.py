"""Make the rows that kecamatan and kelurahan fill: one per area and question that its level answers."""

from collections.abc import Iterable, Sequence
from typing import Any

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.tulis import rows_of
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.daerah.wilayah import Wilayah
from kla_lib.rules.form.instrumen import Instrumen

PENANDA = {"kecamatan": "diisi_kecamatan", "kelurahan": "diisi_desa"}
"""The levels, each with the column of the form that says that it answers a question; roles bear the same names."""


def daftar_wilayah(daerah: Daerah, buku: Buku | None = None, tingkat: str | None = None) -> list[Wilayah]:
    """Return the areas of a city, of one level or of both.

    Those of the city file in its order, then those that only the book knows;
    where both name an area, the book's name holds.
    """
    tercatat = {w.kode: w for w in _tercatat(buku)}
    semua = {w.kode: tercatat.get(w.kode, w) for w in daerah.wilayah} | tercatat
    return [w for w in semua.values() if tingkat in (None, w.tingkat)]


def _tercatat(buku: Buku | None) -> Iterable[Wilayah]:
    if buku is not None and buku.wilayah is not None:
        for r in buku.wilayah.drop_duplicates("kode_wilayah").itertuples(index=False):
            yield Wilayah(r.kode_wilayah, r.nama, r.tingkat)


def make_baris_wilayah(
    instrumen: Instrumen, wilayah: Sequence[Wilayah], buku: Buku | None, lama: bool
) -> list[dict[str, Any]]:
    """Return the rows of the areas, each area's in the form's order.

    Answers of a book of the same year stay, also those to questions that the
    form does not ask of the level; of an earlier year (`lama`) only the areas
    are taken over.
    """
    terisi: dict[str, list[dict[str, Any]]] = {}
    if buku is not None and buku.wilayah is not None and not lama:
        for r in rows_of(buku.wilayah):
            terisi.setdefault(r["kode_wilayah"], []).append(r)
    p = instrumen.pertanyaan
    diminta = {t: _label(p[p[kolom].astype(bool)]) for t, kolom in PENANDA.items()}
    label = _label(p)
    hasil = []
    for w in wilayah:
        dasar = {"kode_wilayah": w.kode, "nama": w.nama, "tingkat": w.tingkat}
        ada = {(r["indikator"], r["pertanyaan"]): r for r in terisi.get(w.kode, [])}
        for kode in dict.fromkeys([*diminta[w.tingkat], *ada]):
            kosong = {"indikator": kode[0], "pertanyaan": kode[1], "isi": None, "diterima": None}
            hasil.append({**dasar, **ada.get(kode, kosong), "_pertanyaan": label.get(kode, "")})
    return hasil


def _label(pertanyaan: pd.DataFrame) -> dict[tuple[str, str], str]:
    kode = zip(pertanyaan["indikator"], pertanyaan["pertanyaan"], strict=True)
    return dict(zip(kode, pertanyaan["label"], strict=True))
