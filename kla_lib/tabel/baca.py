"""Read the cells of CSV files and workbooks, keeping the place of each."""

import csv
import io
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.buku_kerja.buka import AKHIRAN_BUKU_KERJA, AKHIRAN_TERBACA, read_temuan
from kla_lib.tabel.buku_kerja.scan import (
    GALAT_LEMBAR,
    HURUF_TERBANYAK,
    SEL_TERBANYAK,
    galat,
    sandi_ganda,
    satu_kutipan,
    terlalu_berhuruf,
    terlalu_panjang,
)
from kla_lib.tabel.mentah import Kisi, Pesan, TabelMentah, huruf_kolom, kosong
from kla_lib.tabel.sandi import huruf_ganda
from kla_lib.tabel.sel import SEL_TERPANJANG, Tulisan
from kla_lib.tabel.susun import rumus_salah, susun
from kla_lib.tabel.teks import PEMISAH, read_teks

__all__ = [
    "AKHIRAN_BUKU_KERJA",
    "AKHIRAN_TERBACA",
    "TabelMentah",
    "daftar_lembar",
    "huruf_kolom",
    "make_kisi",
    "read_csv",
    "read_kisi",
    "read_kisi_csv",
    "read_lembar",
    "susun_semua",
]

TULISAN = {";": Tulisan.KOMA}
"""What the sign between the cells says of numbers; commas stand in the files of programs and of people alike."""


def read_csv(path: Path, berkas: str, kolom: Collection[str] = ()) -> TabelMentah:
    """Read one CSV file; `kolom` names the columns by which the row of names is found, else it is row 1.

    Raises KlaError with every fault, also of cells beside the table.
    """
    kisi = read_kisi_csv(path, berkas)
    tabel, salah = susun(kisi, kolom)
    salah = [*salah, *rumus_salah(kisi, tabel)]
    if salah:
        raise KlaError(salah)
    return tabel


def read_kisi_csv(path: Path, berkas: str) -> Kisi:
    """Read all cells of one CSV file (see `read_teks` for what is one).

    The name of an error, as a spreadsheet writes it where a formula has failed, is a formula without a value.
    """
    teks = read_teks(path, berkas)
    isi = teks.isi.replace("\r\n", "\n").replace("\r", "\n")
    baris: dict[int, list[Any]] = {}
    gagal: dict[str, Pesan] = {}
    aneh: dict[str, Pesan] = {}
    nomor = banyak = huruf = 0
    try:
        for nomor, sel in enumerate(
            csv.reader(io.StringIO(isi, newline=""), delimiter=teks.pemisah, strict=True), start=1
        ):
            if any(sel):
                huruf += sum(map(len, sel))
                _catat_galat(gagal, nomor, sel)
                _catat_aneh(aneh, nomor, sel)
                _simpan(baris, nomor, sel)
                banyak += len(baris.get(nomor, ()))
            if banyak > SEL_TERBANYAK:
                raise KlaError(_terlalu_banyak(berkas, nomor))
            if huruf > HURUF_TERBANYAK:
                raise KlaError(terlalu_berhuruf(berkas))
    except csv.Error as e:
        raise KlaError(
            Kesalahan(
                "kutip",
                berkas,
                _("susunan CSV tidak terbaca ({sebab})").format(
                    sebab=_("sel ini terlalu panjang") if "larger" in str(e) else _("tanda kutip tidak berpasangan")
                ),
                _("Periksa tanda kutip ganda mulai baris ini: setiap pembuka perlu satu penutup."),
                sel=_("baris {baris}").format(baris=nomor + 1),
            )
        ) from None
    _catat_satu_kutipan(berkas, aneh, baris)
    return Kisi(berkas, "", baris, TULISAN.get(teks.pemisah, Tulisan.CAMPUR), gagal=gagal, aneh=aneh)


def make_kisi(berkas: str, lembar: str, semua: Iterable[list[Any]], aneh: dict[str, Pesan]) -> Kisi:
    """Return rows of a table that is no file as a sheet, the names of its columns first; aneh: cells to refuse."""
    baris: dict[int, list[Any]] = {}
    aneh = dict(aneh)
    for nomor, sel in enumerate(semua, start=1):
        _catat_ganda(aneh, nomor, sel)
        _simpan(baris, nomor, sel)
    return Kisi(berkas, lembar, baris, aneh=aneh)


def daftar_lembar(path: Path, berkas: str) -> list[str]:
    """Return the names of the sheets of a workbook, in its order."""
    return list(read_temuan(path, berkas))


def read_kisi(path: Path, berkas: str) -> list[Kisi]:
    """Read all cells of all sheets of a workbook, in its order; a chart sheet has none."""
    hasil = []
    for nama, t in read_temuan(path, berkas).items():
        baris: dict[int, list[Any]] = {}
        for nomor, sel in sorted(t.isi.items()):
            _catat_ganda(t.aneh, nomor, sel)
            _simpan(baris, nomor, sel)
        hasil.append(
            Kisi(berkas, nama, baris, Tulisan.CAMPUR, t.tersembunyi, t.gagal, t.catatan, t.gabungan, aneh=t.aneh)
        )
    return hasil


def read_lembar(
    path: Path, berkas: str, daftar: Collection[str], kolom: Mapping[str, Collection[str]] | None = None
) -> tuple[dict[str, TabelMentah], list[Kesalahan]]:
    """Read the named sheets of a workbook (XLSX, XLSM, ODS).

    `kolom`: for each sheet the columns by which its row of names is found.
    Returns the sheets that can be read and the faults found on the way, so
    that one broken sheet, stray cell or formula does not hide the others.
    """
    kisi = {k.lembar: k for k in read_kisi(path, berkas)}
    return susun_semua([kisi[nama] for nama in daftar if nama in kisi], kolom or {})


def susun_semua(
    daftar: Collection[Kisi], kolom: Mapping[str, Collection[str]]
) -> tuple[dict[str, TabelMentah], list[Kesalahan]]:
    """Return the tables of several sheets, by name, and the faults found on the way."""
    hasil: dict[str, TabelMentah] = {}
    salah: list[Kesalahan] = []
    for kisi in daftar:
        try:
            hasil[kisi.lembar], faults = susun(kisi, kolom.get(kisi.lembar, ()))
            salah += faults
        except KlaError as e:
            salah += e.kesalahan
        salah += rumus_salah(kisi, hasil.get(kisi.lembar))
    return hasil, salah


def _catat_galat(gagal: dict[str, Pesan], nomor: int, sel: list[Any]) -> None:
    """Take the names of errors out of a row of text, and note their cells."""
    for i, isi in enumerate(sel):
        if GALAT_LEMBAR.fullmatch(isi.strip()):
            gagal[f"{huruf_kolom(i)}{nomor}"] = galat(isi.strip())
            sel[i] = ""


def _catat_aneh(aneh: dict[str, Pesan], nomor: int, sel: list[Any]) -> None:
    """Take out of a row what no spreadsheet holds and what was encoded twice, and note the cells."""
    for i, isi in enumerate(sel):
        if len(isi) > SEL_TERPANJANG:
            aneh[f"{huruf_kolom(i)}{nomor}"] = terlalu_panjang()
            sel[i] = ""
    _catat_ganda(aneh, nomor, sel)


def _catat_ganda(aneh: dict[str, Pesan], nomor: int, sel: list[Any]) -> None:
    """Take out of a row the texts whose letters were encoded twice, and note the cells."""
    for i, isi in enumerate(sel):
        ganda = huruf_ganda(isi) if isinstance(isi, str) else None
        if ganda:
            aneh[f"{huruf_kolom(i)}{nomor}"] = sandi_ganda(*ganda)
            sel[i] = ""


def _catat_satu_kutipan(berkas: str, aneh: dict[str, Pesan], baris: dict[int, list[Any]]) -> None:
    """Take out the rows that stand whole in one cell; raises KlaError where the column names do."""
    lebar = max(map(len, baris.values()), default=0)
    for nomor, sel in list(baris.items()):
        if len(sel) > 1:
            continue
        bagian = max(len(next(csv.reader([sel[0]], delimiter=p), [])) for p in PEMISAH)
        if bagian < 3 or bagian < lebar - 1:
            continue
        if lebar == 1:
            tempat = _("baris {baris}").format(baris=nomor)
            raise KlaError(Kesalahan("kutip", berkas, *satu_kutipan(), sel=tempat))
        aneh[f"A{nomor}"] = satu_kutipan()
        del baris[nomor]


def _simpan(baris: dict[int, list[Any]], nomor: int, sel: list[Any]) -> None:
    """Keep a row that holds something, without the empty cells at its end."""
    akhir = next((i for i in range(len(sel), 0, -1) if not kosong(sel[i - 1])), 0)
    if akhir:
        baris[nomor] = sel[:akhir]


def _terlalu_banyak(berkas: str, baris: int) -> Kesalahan:
    return Kesalahan(
        "terlalu_besar",
        berkas,
        _("tabel ini berisi lebih dari {n} sel").format(n=SEL_TERBANYAK),
        _("Hapus baris dan kolom yang tidak dipakai."),
        sel=_("baris {baris}").format(baris=baris),
    )
