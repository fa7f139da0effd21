"""Change single cells of CSV files; every line that is not touched stays as it was written."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.baca_buku import nama_csv
from kla_lib.data.bentuk import KETERANGAN
from kla_lib.data.sunting.lembar import teks_angka
from kla_lib.data.sunting.sel import Isi, Suntingan, TabelUtuh
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.baca import TULISAN
from kla_lib.tabel.periksa import tulisan_of
from kla_lib.tabel.sel import Tulisan
from kla_lib.tabel.teks import read_teks

AKHIR_BARIS = re.compile(r"\r\n|\r|\n")
TIGA_DESIMAL = re.compile(r"\.\d{3}")


@dataclass(frozen=True)
class Gaya:
    """How a CSV file is written: encoding, sign between cells, line end, and what its numbers look like."""

    kode: str
    pemisah: str
    akhir_baris: str

    @property
    def tulisan(self) -> Tulisan:
        return TULISAN.get(self.pemisah, Tulisan.CAMPUR)


def sunting_folder(folder: Path, suntingan: Sequence[Suntingan], utuh: Sequence[TabelUtuh]) -> dict[str, bytes]:
    """Return the new content of every CSV file of the folder that changes, by its name."""
    hasil: dict[str, bytes] = {}
    for s in suntingan:
        nama = nama_csv(folder, s.bentuk)
        awal, teks, gaya = _baca(folder / nama)
        hasil[nama] = _sandi(awal + sunting_teks(teks, gaya, s), gaya, nama)
    _awal, _teks, gaya = _baca(folder / nama_csv(folder, KETERANGAN))
    for u in utuh:
        baris = [gaya.pemisah.join(_kutip(teks_isi(v, gaya.tulisan), gaya.pemisah) for v in b) for b in u.baris]
        nama = nama_csv(folder, u.bentuk)
        isi = _sandi("".join(b + gaya.akhir_baris for b in baris), gaya, nama)
        path = folder / nama
        if not path.is_file() or path.read_bytes() != isi:
            hasil[nama] = isi
    return hasil


def sunting_teks(teks: str, gaya: Gaya, suntingan: Suntingan) -> str:
    """Return a file's text with the cells written; new rows stand right below the last row that says something."""
    rekaman = _rekaman(teks, gaya.pemisah)
    lebar = len(rekaman[suntingan.baris_kepala - 1][0])
    if suntingan.baris_baru:
        letak = suntingan.baris_baru[0] - 1
        sel, akhir = rekaman[letak - 1]
        rekaman[letak - 1] = (sel, akhir or gaya.akhir_baris)
        rekaman[letak:letak] = [([""] * lebar, gaya.akhir_baris) for _b in suntingan.baris_baru]
    tulisan = tulisan_of(suntingan.mentah, suntingan.bentuk)
    for t in suntingan.tulisan:
        sel = rekaman[t.baris - 1][0]
        sel += [""] * (t.kolom - len(sel))
        sel[t.kolom - 1] = _kutip(teks_isi(t.isi, tulisan), gaya.pemisah, sel[t.kolom - 1].startswith('"'))
    return "".join(gaya.pemisah.join(sel) + akhir for sel, akhir in rekaman)


def teks_isi(isi: Isi, tulisan: Tulisan) -> str:
    """Return a cell's content as text, a number as the file writes numbers, a date as 2025-03-18."""
    if isi is None:
        return ""
    if isinstance(isi, date):
        return isi.isoformat()
    if isinstance(isi, str):
        return isi
    teks = teks_angka(isi)
    if tulisan in (Tulisan.KOMA, Tulisan.RIBUAN):
        return teks.replace(".", ",")
    # Where nothing says whether 1.125 is a thousand, a fourth decimal does.
    return f"{teks}0" if tulisan is Tulisan.CAMPUR and TIGA_DESIMAL.fullmatch(teks[teks.find(".") :]) else teks


def _kutip(teks: str, pemisah: str, selalu: bool = False) -> str:
    perlu = any(h in teks for h in (pemisah, '"', "\r", "\n"))
    return '"' + teks.replace('"', '""') + '"' if teks and (selalu or perlu) else teks


def _rekaman(teks: str, pemisah: str) -> list[tuple[list[str], str]]:
    """Return per row its cells exactly as written, quotes and all, and the line end behind it.

    The reader has accepted the file, so every opening quote has its closing one.
    """
    pola = re.compile(
        rf'(?P<isi>"[^"]*(?:""[^"]*)*"|[^{re.escape(pemisah)}\r\n]*)(?P<akhir>{re.escape(pemisah)}|\r\n|\r|\n|\Z)'
    )
    hasil: list[tuple[list[str], str]] = []
    sel: list[str] = []
    posisi = 0
    while posisi < len(teks) or sel:
        cocok = pola.match(teks, posisi)
        if cocok is None:
            raise ValueError("the text is not the CSV that the reader accepted")
        sel.append(cocok["isi"])
        posisi = cocok.end()
        if cocok["akhir"] != pemisah:
            hasil.append((sel, cocok["akhir"]))
            sel = []
    return hasil


def _baca(path: Path) -> tuple[str, str, Gaya]:
    """Return what stands before the table (Excel's line "sep=;"), the table's text, and how it is written."""
    teks = read_teks(path, path.name)
    semua = path.read_bytes().decode(teks.kode)
    akhir = AKHIR_BARIS.search(semua)
    return semua.removesuffix(teks.isi), teks.isi, Gaya(teks.kode, teks.pemisah, akhir[0] if akhir else "\n")


def _sandi(teks: str, gaya: Gaya, berkas: str) -> bytes:
    try:
        return teks.encode(gaya.kode)
    except UnicodeEncodeError as e:
        raise KlaError(
            Kesalahan(
                "huruf",
                berkas,
                _("huruf '{huruf}' tidak dapat ditulis di berkas ini").format(huruf=teks[e.start : e.end]),
                _("Simpan berkas ini sebagai CSV UTF-8, lalu ulangi."),
            )
        ) from None
