"""Read one file that an office sent back: what it says cell by cell, and what of it cannot be taken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.baca_buku import berkas_csv
from kla_lib.data.bentuk import CAPAIAN, DATA_DUKUNG, DOKUMEN_PERTANYAAN, KETERANGAN, PENILAIAN, TABEL, WILAYAH
from kla_lib.data.buku import AKHIRAN_BUKU, Pemeriksaan, hash_buku, inspect_buku
from kla_lib.data.kaitan_rad import KAITAN
from kla_lib.data.keterangan import Keterangan
from kla_lib.data.kumpul.waktu import waktu_berkas
from kla_lib.data.tulis import to_teks
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.params import Params
from kla_lib.tabel.baca import TabelMentah
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tempat import is_milik_lain, is_salinan_bentrok

Kunci = tuple[Any, ...]

SEBELUMNYA = "_sebelumnya"
"""The guidance column in which a template repeats the points that it was filled with beforehand."""

AKHIRAN_TEKS = (".csv", ".tsv", ".txt")
"""What one table of a book is saved as."""

TABEL_TEKS = (PENILAIAN, DATA_DUKUNG, CAPAIAN)
"""The tables that such a file usually is."""

MENOLAK = frozenset({"pribadi"})
"""Faults for which nothing of a file is taken: what stands beside them could be as private."""


@dataclass(frozen=True)
class SelIsi:
    """One filled cell: table, key of its row, column, typed value, and where it stands.

    `pasti` is false for points that stood there before and that the office
    neither changed nor confirmed.
    """

    bentuk: Bentuk
    kunci: Kunci
    kolom: str
    nilai: Any
    opd: str
    berkas: str
    sel: str
    pasti: bool = True

    @property
    def letak(self) -> tuple[Bentuk, Kunci, str]:
        """The place in the book that the cell speaks about."""
        return self.bentuk, self.kunci, self.kolom


@dataclass(frozen=True)
class Kiriman:
    """A returned file; `isi` is empty where it was refused, `salah` says why or which cells were left out.

    waktu: when it was last saved, None where nobody knows.
    """

    opd: str
    berkas: str
    hash: str
    keterangan: Keterangan | None
    isi: tuple[SelIsi, ...]
    salah: tuple[Kesalahan, ...]
    waktu: datetime | None = None

    @property
    def diterima(self) -> bool:
        """Whether anything of the file can be taken."""
        return self.keterangan is not None and not any(k.jenis in MENOLAK for k in self.salah)

    @property
    def dinilai(self) -> int:
        """How many questions have confirmed points."""
        return sum(s.bentuk is PENILAIAN and s.kolom == "nilai" and s.pasti for s in self.isi)

    @property
    def wilayah(self) -> int:
        """How many questions are answered for an area."""
        return sum(s.bentuk is WILAYAH and s.kolom == "isi" for s in self.isi)

    @property
    def dokumen(self) -> int:
        """How many documents are named."""
        return sum(s.bentuk is DATA_DUKUNG and s.kolom == "judul" for s in self.isi)


def daftar_kiriman(folder: Path) -> list[Path]:
    """Return all that lies in a folder by name; KlaError where none of it can be a book.

    What systems, office programs and cloud folders have left there is passed over.
    """
    if not folder.is_dir():
        raise KlaError(Kesalahan("folder", folder.name, _("folder tidak ditemukan"), _("Periksa nama foldernya.")))
    hasil = [p for p in sorted(folder.iterdir()) if not is_milik_lain(p.name)]
    asing = [_bukan_isian(p) for p in hasil]
    if all(asing):
        kosong = _("tidak ada berkas isian di folder ini")
        raise KlaError([*filter(None, asing), Kesalahan("kosong", folder.name, kosong, _("Periksa nama foldernya."))])
    return hasil


def _bukan_isian(p: Path) -> Kesalahan | None:
    """Return why something that lies among the returned files is no book, and what to do; None for what may be one."""
    if p.is_dir():
        if berkas_csv(p):
            return None
        perbaikan = _("Pindahkan berkas isian di dalamnya satu tingkat ke atas.")
        return Kesalahan("folder", p.name, _("ini folder, isinya tidak dibaca"), perbaikan)
    if p.suffix.lower() in AKHIRAN_BUKU:
        return None
    if p.suffix.lower() in AKHIRAN_TEKS:
        perbaikan = _(
            "Salin isinya ke templat XLSX kantor ini; atau buat folder bernama kantornya, "
            "simpan di dalamnya sebagai {daftar}, bersama {kepala}."
        ).format(daftar=_(" atau ").join(b.berkas for b in TABEL_TEKS), kepala=KETERANGAN.berkas)
        return Kesalahan("bukan_buku", p.name, _("satu tabel CSV saja, belum berkas isian yang lengkap"), perbaikan)
    perbaikan = _("Minta kantornya mengirim XLSX dari templatnya; dokumen pendukung disimpan di folder lain.")
    return Kesalahan("bukan_buku", p.name, _("bukan berkas isian"), perbaikan)


def salinan_bentrok(folder: Path) -> tuple[str, ...]:
    """Return the books that a cloud folder has made beside those of the same office; they are not read."""
    return tuple(
        sorted(p.name for p in folder.iterdir() if is_salinan_bentrok(p.name) and p.suffix.lower() in AKHIRAN_BUKU)
    )


def read_kiriman(params: Params, path: Path, daerah: Daerah | None) -> Kiriman:
    """Return what a file says, cell by cell; a faulty cell or row is left out and named, a file that is no book too.

    daerah: gives the office's names, by which a file that does not name its
    office is recognised from its own name.
    """
    if asing := _bukan_isian(path):
        return Kiriman(_pengirim(path, None, daerah), path.name, "", None, (), (asing,))
    try:
        p = inspect_buku(params, path)
        p = replace(p, salah=tuple(k for k in p.salah if k.jenis != KAITAN))  # other offices may hold what it names
    except KlaError as e:
        return Kiriman(_pengirim(path, None, daerah), path.name, "", None, (), e.kesalahan)
    opd = _pengirim(path, p.keterangan, daerah)
    # Messages of a folder name its CSV file only; beside thirty others the sender has to be named too.
    salah = tuple(_milik(k, path) for k in p.salah)
    kiriman = Kiriman(opd, path.name, hash_buku(path), p.keterangan, (), salah)
    if not kiriman.diterima:
        return kiriman
    isi: list[SelIsi] = []
    for bentuk in TABEL[1:]:
        if bentuk in p.tabel:
            isi += _sel_tabel(p, bentuk, opd, path)
    return replace(kiriman, isi=_berdokumen(p, isi), waktu=waktu_berkas(path))


def _milik(k: Kesalahan, path: Path) -> Kesalahan:
    if not path.is_dir() or k.berkas == path.name:
        return k
    return Kesalahan(k.jenis, f"{path.name}/{Path(k.berkas).name}", k.salah, k.perbaikan, k.lembar, k.sel)


def _pengirim(path: Path, keterangan: Keterangan | None, daerah: Daerah | None) -> str:
    """Return the role that a file names, or the one of its file name; else the file name itself."""
    if keterangan is not None and keterangan.opd:
        return (daerah.peran_of(keterangan.opd) if daerah else None) or keterangan.opd
    if daerah is not None:
        nama = path.stem.removeprefix(daerah.id).strip("-_ ")
        return daerah.peran_of(nama) or _peran_disebut(nama, daerah) or path.stem
    return path.stem


def _peran_disebut(nama: str, daerah: Daerah) -> str | None:
    """Return the one role that some words of a file name stand for: "penilaian_dinkes-rev2"; None where it is two."""
    kata = re.split(r"[\W_]+", nama)
    for n in range(len(kata), 0, -1):
        ketemu = {daerah.peran_of(" ".join(kata[i : i + n])) for i in range(len(kata) - n + 1)} - {None}
        if ketemu:
            return ketemu.pop() if len(ketemu) == 1 else None
    return None


def _sel_tabel(p: Pemeriksaan, bentuk: Bentuk, opd: str, path: Path) -> Iterator[SelIsi]:
    mentah, tabel = p.mentah[bentuk], p.tabel[bentuk]
    gagal = {(k.lembar, k.sel) for k in p.salah if k.berkas == mentah.berkas}
    for baris, r in tabel.iterrows():
        nomor = int(str(baris))
        kunci = tuple(_nilai(r[k]) for k in bentuk.kunci)
        perlu = {*bentuk.kunci, *(k.nama for k in bentuk.kolom if k.wajib)}
        if any(_gagal(mentah, gagal, k, nomor) for k in perlu):
            continue
        pasti = bentuk is not PENILAIAN or _dijawab(mentah, r, nomor)
        for kolom in bentuk.nama_kolom:
            nilai = pasti if (bentuk, kolom) == (PENILAIAN, "dikonfirmasi") else _nilai(r[kolom])
            if kolom in bentuk.kunci or nilai is None or _gagal(mentah, gagal, kolom, nomor):
                continue
            tempat = ", ".join(filter(None, (mentah.lembar or mentah.berkas, mentah.sel(kolom, nomor))))
            yield SelIsi(bentuk, kunci, kolom, nilai, opd, path.name, tempat, bool(pasti))


def _dijawab(mentah: TabelMentah, r: Any, baris: int) -> bool | None:
    """Tell whether the office answered for this year; None where it gave no points.

    Points that were filled in beforehand count when it confirmed or changed
    them; points in a cell that was empty count as they are.
    """
    if _nilai(r["nilai"]) is None:
        return None
    if r["dikonfirmasi"] is not False:
        return True
    sebelum = mentah.isi.loc[baris, SEBELUMNYA] if SEBELUMNYA in mentah.isi else None
    return sebelum is not None and to_teks(sebelum) != to_teks(r["nilai"])


def _berdokumen(p: Pemeriksaan, isi: list[SelIsi]) -> tuple[SelIsi, ...]:
    """Leave out the links to documents that were left out themselves; their own fault is named already."""
    if DATA_DUKUNG not in p.tabel:
        return tuple(isi)
    terbaca = {s.kunci[0] for s in isi if s.bentuk is DATA_DUKUNG}
    hilang = set(p.tabel[DATA_DUKUNG]["id_dokumen"]) - terbaca
    return tuple(s for s in isi if s.bentuk is not DOKUMEN_PERTANYAAN or s.kunci[2] not in hilang)


def _gagal(mentah: TabelMentah, gagal: set[tuple[str, str]], kolom: str, baris: int) -> bool:
    return kolom in mentah.huruf and (mentah.lembar, mentah.sel(kolom, baris)) in gagal


def _nilai(isi: Any) -> Any:
    return None if isi is None or (isinstance(isi, float) and pd.isna(isi)) else isi
