"""Compare a row of a decisions sheet with the book's: new, changed, the same, or changed on both sides.

docs/keputusan/0017-lembar-keputusan.md says why so.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kla_lib.data.bentuk import TINDAK_LANJUT
from kla_lib.data.sunting.sel import Isi, isi_sel
from kla_lib.tabel.nama import sama_isi

Baris = Mapping[str, Any]

KOLOM = {k.nama: k for k in TINDAK_LANJUT.kolom if k.nama not in TINDAK_LANJUT.kunci}
TETAP = ("rapat", "keputusan")
"""What a decision is: a row that says other words under the same id is another decision."""

# What becomes of a row of the sheet.
BARU, DIBANDING, DILEWATI = "baru", "dibanding", "dilewati"
TANPA_STATUS, HILANG = "tanpa_status", "hilang"


@dataclass(frozen=True)
class Selisih:
    """What a row would change in the book (by column), and the columns that were changed on both sides."""

    ubahan: Mapping[str, Isi]
    bentrok: tuple[str, ...]


def langkah_baris(lembar: Baris, buku: Baris | None, semula: Baris | None, usulan: Baris | None) -> str:
    """Return what becomes of a row; each of the others is the row of the same id, None where there is none.

    semula: as the book held it when the sheet was made.  usulan: as we filled
    it in for the meeting; left so and without a status nobody decided it.
    """
    if buku is None and semula is not None:  # somebody took it out of the book in the meantime
        return DILEWATI if sama(lembar, semula) else HILANG
    if semula is None and lembar["status"] is None:
        if usulan is not None and sama(lembar, usulan):
            return DILEWATI
        if buku is None:
            return TANPA_STATUS
    return BARU if buku is None else DIBANDING


def selisih_baris(lembar: Baris, buku: Baris, semula: Baris | None) -> Selisih:
    """Return what a row changes in the book's row of the same id.

    With `semula` a cell counts where the sheet changed it and the book did
    not.  Without it an empty cell of the sheet says nothing, an empty one of
    the book is filled, and of two contents the sheet's is taken only where its
    tanggal_status is the later one, never for the decision itself.
    """
    isi = {n: tuple(isi_sel(k, r[n]) for r in (lembar, buku)) for n, k in KOLOM.items()}
    beda = {n: pasang for n, pasang in isi.items() if not sama_isi(pasang[0], pasang[1], bool(KOLOM[n].golongan))}
    if semula is not None:
        dulu = {n: isi_sel(KOLOM[n], semula[n]) for n in beda}
        beda = {n: pasang for n, pasang in beda.items() if pasang[0] != dulu[n]}
        boleh = {n for n, (_baru, lama) in beda.items() if lama == dulu[n]}
    else:
        beda = {n: pasang for n, pasang in beda.items() if pasang[0] is not None}
        baru = _lebih_baru(lembar["tanggal_status"], buku["tanggal_status"])
        boleh = {n for n, (_baru, lama) in beda.items() if lama is None or (baru and n not in TETAP)}
    return Selisih({n: beda[n][0] for n in beda if n in boleh}, tuple(n for n in beda if n not in boleh))


def tanggal_susulan(selisih: Selisih, buku: Baris, semula: Baris | None, rapat: date | None) -> dict[str, Isi]:
    """Return the day that goes with a changed status where the sheet left the day of the old one.

    That is the meeting's; of a decision that is done nobody knows the day yet.
    """
    if semula is None or rapat is None or "status" not in selisih.ubahan or selisih.bentrok:
        return {}
    if "tanggal_status" in selisih.ubahan or buku["tanggal_status"] != semula["tanggal_status"]:
        return {}
    hari = None if selisih.ubahan["status"] == "selesai" else rapat
    return {} if hari == buku["tanggal_status"] else {"tanggal_status": hari}


def sama(a: Baris, b: Baris) -> bool:
    """Return whether two rows hold the same, whatever their ids."""
    return all(sama_isi(isi_sel(k, a[n]), isi_sel(k, b[n]), bool(k.golongan)) for n, k in KOLOM.items())


def _lebih_baru(a: date | None, b: date | None) -> bool:
    return a is not None and (b is None or a > b)
