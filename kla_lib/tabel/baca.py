"""Read the cells of CSV files and workbooks, keeping the place of each."""

import csv
import io
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.jenis import tampil
from kla_lib.tabel.rumus import rumus_gagal

AWALAN_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
"""A password-protected XLSX is an OLE file; so is an old XLS."""


@dataclass(frozen=True)
class TabelMentah:
    """A table as written: `isi` is indexed by row number, None where a cell is empty.

    `huruf` gives the letter of each column; `lembar` is empty for CSV.
    """

    berkas: str
    lembar: str
    isi: pd.DataFrame
    huruf: dict[str, str]

    def sel(self, kolom: str, baris: int) -> str:
        """Return "sel E17"."""
        return _("sel {huruf}{baris}").format(huruf=self.huruf.get(kolom, "?"), baris=baris)

    def kesalahan(self, jenis: str, salah: str, perbaikan: str, kolom: str = "", baris: int = 0) -> Kesalahan:
        """Return a fault of this table; with column and row it names the cell."""
        tempat = self.sel(kolom, baris) if kolom else (_("baris {baris}").format(baris=baris) if baris else "")
        return Kesalahan(jenis, self.berkas, salah, perbaikan, lembar=self.lembar, sel=tempat)


def huruf_kolom(nomor: int) -> str:
    """Return the spreadsheet letter of a column counted from zero: 0 → A, 26 → AA."""
    huruf = ""
    nomor += 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def read_csv(path: Path, berkas: str) -> TabelMentah:
    """Read one CSV file (UTF-8; comma, or the semicolon that an Indonesian Excel writes)."""
    try:
        teks = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise KlaError(Kesalahan("huruf", berkas, _("huruf tidak terbaca"), _("Simpan sebagai CSV UTF-8."))) from None
    kepala = teks.split("\n", 1)[0]
    pemisah = ";" if kepala.count(";") > kepala.count(",") else ","
    baris: list[list[str]] = []
    try:
        for sel in csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True):
            baris.append(sel)
    except csv.Error as e:
        raise KlaError(
            Kesalahan(
                "kutip",
                berkas,
                _("susunan CSV tidak terbaca ({pesan})").format(pesan=e),
                _("Periksa tanda kutip ganda mulai baris ini: setiap pembuka perlu satu penutup."),
                sel=_("baris {baris}").format(baris=len(baris) + 1),
            )
        ) from None
    return _susun(baris, berkas, "")


def daftar_lembar(path: Path, berkas: str) -> list[str]:
    """Return the names of the sheets of a workbook, in its order."""
    with _buka(path, berkas) as buku:
        return list(buku.sheet_names)


def read_lembar(path: Path, berkas: str, daftar: Collection[str]) -> tuple[dict[str, TabelMentah], list[Kesalahan]]:
    """Read the named sheets of a workbook (XLSX, XLS, ODS).

    Returns the sheets that can be read and the faults found on the way, so
    that one broken sheet or formula does not hide the faults of the others.
    """
    with _buka(path, berkas) as buku:
        isi = {nama: buku.get_sheet_by_name(nama).to_python(skip_empty_area=False) for nama in daftar}
        gagal = rumus_gagal(path, daftar) if path.suffix.lower() == ".xlsx" else {}
    hasil: dict[str, TabelMentah] = {}
    salah = [
        Kesalahan("rumus", berkas, *pesan, lembar=nama, sel=_("sel {sel}").format(sel=sel))
        for nama, milik in gagal.items()
        for sel, pesan in milik.items()
    ]
    for nama, baris in isi.items():
        try:
            hasil[nama] = _susun(baris, berkas, nama)
        except KlaError as e:
            salah += e.kesalahan
    return hasil, salah


@contextmanager
def _buka(path: Path, berkas: str) -> Iterator[CalamineWorkbook]:
    try:
        yield CalamineWorkbook.from_path(path)
    except PasswordError:
        raise KlaError(_terkunci(berkas)) from None
    except (CalamineError, BadZipFile, KeyError, ParseError, OSError) as e:
        terkunci = path.suffix.lower() == ".xlsx" and path.read_bytes()[:8] == AWALAN_OLE
        raise KlaError(_terkunci(berkas) if terkunci else _tak_terbaca(berkas, e)) from None


def _terkunci(berkas: str) -> Kesalahan:
    return Kesalahan(
        "terkunci",
        berkas,
        _("berkas dilindungi kata sandi, atau XLS lama yang diberi nama .xlsx"),
        _("Buka di Excel, hapus kata sandinya (Info > Lindungi Buku Kerja), lalu simpan sebagai XLSX."),
    )


def _tak_terbaca(berkas: str, e: Exception) -> Kesalahan:
    return Kesalahan(
        "rusak",
        berkas,
        _("berkas tidak terbaca sebagai buku kerja ({pesan})").format(pesan=str(e).splitlines()[0] if str(e) else "?"),
        _("Buka di Excel atau LibreOffice dan simpan ulang sebagai XLSX."),
    )


def _kosong(sel: Any) -> bool:
    return sel is None or (isinstance(sel, str) and not sel.strip())


def _susun(baris: list[list[Any]], berkas: str, lembar: str) -> TabelMentah:
    """Take row 1 as the header; drop empty rows but keep the row numbers of the rest."""
    if not baris or all(map(_kosong, baris[0])):
        raise KlaError(
            Kesalahan(
                "kosong",
                berkas,
                _("tabel kosong: baris 1 tidak memuat nama kolom"),
                _("Tulis nama kolom di baris 1."),
                lembar=lembar,
            )
        )
    kepala = [None if _kosong(k) else str(k).strip() for k in baris[0]]
    isi_awal = next((b for b in baris[1:] if not all(map(_kosong, b))), [])
    if sum(k is not None for k in kepala) == 1 and sum(not _kosong(s) for s in isi_awal) > 1:
        raise KlaError(
            Kesalahan(
                "judul",
                berkas,
                _("baris 1 berisi satu sel saja, seperti sebuah judul"),
                _("Hapus baris judul, supaya nama kolom berada di baris 1."),
                lembar=lembar,
                sel=_("baris {baris}").format(baris=1),
            )
        )
    letak: dict[str, int] = {}
    for i, nama in enumerate(kepala):
        if nama is not None:
            letak.setdefault(nama, i)
    huruf = {nama: huruf_kolom(i) for nama, i in letak.items()}
    salah = []
    ganda = _("Baris 1 harus memuat nama kolom, masing-masing sekali.")
    for nama in letak:
        if kepala.count(nama) > 1:
            salah.append((nama, _("kolom '{nama}' ada dua kali").format(nama=nama), ganda, 1))
    tanpa_nama: set[int] = set()
    isi: dict[int, list[Any]] = {}
    for nomor, sel in enumerate(baris[1:], start=2):
        if all(map(_kosong, sel)):
            continue
        for i, nilai in enumerate(sel):
            if not _kosong(nilai) and (i >= len(kepala) or kepala[i] is None) and i not in tanpa_nama:
                tanpa_nama.add(i)  # the first cell of such a column stands for all of them
                salah.append(
                    (
                        huruf_kolom(i),
                        _("ada isi '{isi}' di kolom tanpa nama").format(isi=tampil(nilai)),
                        _("Beri nama kolom di baris 1, atau hapus isinya."),
                        nomor,
                    )
                )
                huruf.setdefault(huruf_kolom(i), huruf_kolom(i))
        lengkap = [*sel, *[None] * (len(kepala) - len(sel))]
        isi[nomor] = [_rapi(lengkap[i]) for i in letak.values()]
    tabel = pd.DataFrame.from_dict(isi, orient="index", columns=list(letak), dtype=object)
    tabel.index.name = "baris"
    hasil = TabelMentah(berkas, lembar, tabel, huruf)
    if salah:
        raise KlaError(hasil.kesalahan("kolom", s, p, kolom, n) for kolom, s, p, n in salah)
    return hasil


def _rapi(sel: Any) -> Any:
    if _kosong(sel):
        return None
    return sel.strip() if isinstance(sel, str) else sel
