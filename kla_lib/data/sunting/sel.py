"""Turn changes that name a row by its key into cells of a table as it is written."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from numbers import Real
from typing import Any

from kla_lib.data.bentuk import ISI_KETERANGAN, KETERANGAN
from kla_lib.errors import KlaError
from kla_lib.tabel.baca import TabelMentah
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import tampil
from kla_lib.tabel.kata import penanda_kosong
from kla_lib.tabel.periksa import check_tabel

Isi = str | int | float | date | None
"""What a cell holds once it is written; None is an empty cell."""


@dataclass(frozen=True)
class Ubahan:
    """One cell that is to hold another value; `kunci` are the values of `bentuk.kunci`, None for an empty one.

    `nilai` None empties the cell: not known, never zero.
    """

    bentuk: Bentuk
    kunci: tuple[Any, ...]
    kolom: str
    nilai: object


@dataclass(frozen=True)
class Tulisan:
    """One cell by its place, row and column counted from 1, and what it is to hold."""

    baris: int
    kolom: int
    bentuk_kolom: Kolom
    nama: str
    isi: Isi


@dataclass(frozen=True)
class Suntingan:
    """What is to be written in one table that exists; `baris_baru` are rows below all that it holds now."""

    bentuk: Bentuk
    mentah: TabelMentah
    baris_kepala: int
    tulisan: tuple[Tulisan, ...]
    baris_baru: tuple[int, ...]


@dataclass(frozen=True)
class TabelUtuh:
    """A whole table to be written, heads first."""

    bentuk: Bentuk
    baris: tuple[tuple[Isi, ...], ...]


def isi_sel(kolom: Kolom, nilai: Any) -> Isi:
    """Return a value as it is written to a cell of this column; one that does not fit stays text and is judged later.

    The same function over a cell as read tells whether two contents are one value.
    """
    if isinstance(nilai, str):
        nilai = nilai.strip().replace("\r\n", "\n")
    if nilai is None or nilai == "" or nilai != nilai or (penanda_kosong(nilai) and nilai not in kolom.pilihan):
        return None
    if isinstance(nilai, Real) and not isinstance(nilai, int | float):
        nilai = float(nilai)  # a number of numpy
    if not kolom.jenis.sah(nilai):
        return tampil(nilai)
    hasil: Isi = kolom.jenis.ubah(nilai)
    if isinstance(hasil, bool):
        return "ya" if hasil else "tidak"
    return hasil


class TabelTerbaca:
    """A table by its cells, each as its column reads it; a cell at fault, which reads as nothing, as it is written."""

    def __init__(self, mentah: TabelMentah, bentuk: Bentuk) -> None:
        self._mentah, self._terbaca = mentah.isi, check_tabel(mentah, bentuk)[0]

    def isi(self, baris: int, kolom: Kolom, nama: str) -> Isi:
        """Return what a cell of the column `nama` holds; None where there is no such row or column."""
        for tabel in (self._terbaca, self._mentah):
            if baris in tabel.index and nama in tabel.columns:
                isi = isi_sel(kolom, tabel.loc[baris, nama])
                if isi is not None:
                    return isi
        return None


def kolom_of(bentuk: Bentuk, kunci: Sequence[Any], nama: str) -> Kolom:
    """Return the column of a cell; in Keterangan every row is of another kind."""
    if bentuk is KETERANGAN and nama == "isi":
        return next((k for k in ISI_KETERANGAN if k.nama == kunci[0]), Kolom(nama))
    return next(k for k in bentuk.kolom if k.nama == nama)


def susun(
    mentah: Mapping[Bentuk, TabelMentah], ubahan: Iterable[Ubahan]
) -> tuple[tuple[Suntingan, ...], tuple[TabelUtuh, ...]]:
    """Return what must be written in the tables that exist, and the tables that have to be made.

    A cell that already holds its value is left out.  Raises ValueError for a
    column that the table does not know or that is part of its key, and for
    two changes of one cell that contradict each other; KlaError for a table
    without a column of its key.
    """
    per_tabel: dict[Bentuk, dict[tuple[Isi, ...], dict[str, Isi]]] = {}
    for u in ubahan:
        if u.kolom not in u.bentuk.nama_kolom or u.kolom in u.bentuk.kunci or len(u.kunci) != len(u.bentuk.kunci):
            raise ValueError(f"{u.bentuk.lembar}: {u.kolom} is not a column that a change may name")
        kunci = tuple(
            isi_sel(kolom_of(u.bentuk, u.kunci, nama), v) for nama, v in zip(u.bentuk.kunci, u.kunci, strict=True)
        )
        isi = isi_sel(kolom_of(u.bentuk, u.kunci, u.kolom), u.nilai)
        baris = per_tabel.setdefault(u.bentuk, {}).setdefault(kunci, {})
        if baris.setdefault(u.kolom, isi) != isi:
            raise ValueError(f"{u.bentuk.lembar}: two changes of one cell in {u.kolom}")
    ada = [_sunting(b, mentah[b], baris) for b, baris in per_tabel.items() if b in mentah]
    baru = [_tabel_baru(b, baris) for b, baris in per_tabel.items() if b not in mentah]
    return tuple(s for s in ada if s.tulisan), tuple(baru)


def tabel_utuh(bentuk: Bentuk, isi: Iterable[Mapping[str, object]]) -> TabelUtuh:
    """Return a whole table from its rows; a column that a row does not name is empty."""
    baris = [tuple(isi_sel(k, r.get(k.nama)) for k in bentuk.kolom) for r in isi]
    return TabelUtuh(bentuk, (bentuk.nama_kolom, *baris))


def _sunting(bentuk: Bentuk, mentah: TabelMentah, baris: dict[tuple[Isi, ...], dict[str, Isi]]) -> Suntingan:
    if not set(bentuk.kunci) <= set(mentah.isi.columns):
        raise KlaError(check_tabel(mentah, bentuk)[1])  # without its key no row can be found
    kepala = mentah.baris_kepala
    letak = {nama: nomor_kolom(huruf) for nama, huruf in mentah.huruf.items()}
    tulisan: list[Tulisan] = []
    for nama in dict.fromkeys(k for isi in baris.values() for k in isi if k not in letak):
        letak[nama] = max(letak.values()) + 1
        tulisan.append(Tulisan(kepala, letak[nama], Kolom(nama), nama, nama))
    tempat = _baris_per_kunci(bentuk, mentah)
    kini = TabelTerbaca(mentah, bentuk)
    baru: list[int] = []
    akhir = max(mentah.isi.index, default=kepala)
    for kunci, ubahan in baris.items():
        nomor, isi = tempat.get(kunci), ubahan
        if nomor is None:
            if all(v is None for v in ubahan.values()):
                continue  # a row that nobody has and that would say nothing
            nomor = akhir = akhir + 1
            baru.append(nomor)
            isi = dict(zip(bentuk.kunci, kunci, strict=True)) | ubahan
        for nama, v in isi.items():
            kolom = kolom_of(bentuk, kunci, nama)
            if v != kini.isi(nomor, kolom, nama):
                tulisan.append(Tulisan(nomor, letak[nama], kolom, nama, v))
    return Suntingan(bentuk, mentah, kepala, tuple(tulisan), tuple(baru))


def _baris_per_kunci(bentuk: Bentuk, mentah: TabelMentah) -> dict[tuple[Isi, ...], int]:
    kolom = [kolom_of(bentuk, bentuk.kunci, nama) for nama in bentuk.kunci]
    isi = mentah.isi[list(bentuk.kunci)]
    return {
        tuple(isi_sel(k, v) for k, v in zip(kolom, baris[1:], strict=True)): int(baris[0])
        for baris in isi.itertuples(name=None)
    }


def _tabel_baru(bentuk: Bentuk, baris: dict[tuple[Isi, ...], dict[str, Isi]]) -> TabelUtuh:
    disebut = {k for isi in baris.values() for k in isi}
    nama = tuple(k.nama for k in bentuk.kolom if not k.opsional or k.nama in disebut)
    lengkap = [dict(zip(bentuk.kunci, kunci, strict=True)) | isi for kunci, isi in baris.items()]
    return TabelUtuh(bentuk, (nama, *(tuple(r.get(n) for n in nama) for r in lengkap)))


def nomor_kolom(huruf: str) -> int:
    """Return the number of a spreadsheet column counted from 1: A → 1, AA → 27."""
    nomor = 0
    for h in huruf:
        nomor = 26 * nomor + ord(h) - 64
    return nomor
