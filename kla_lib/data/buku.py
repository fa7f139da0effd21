"""Load a data book: a folder of CSV files or one workbook, checked whole."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.baca_buku import AKHIRAN_BUKU, hash_buku, read_buku
from kla_lib.data.bentuk import (
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    KETERANGAN,
    PENDAMPING,
    PENILAIAN,
    RAD,
    TABEL,
    TINDAK_LANJUT,
    WILAYAH,
)
from kla_lib.data.celah import check_celah, check_klaster
from kla_lib.data.dokumen import check_butir, check_tahun_data
from kla_lib.data.kaitan_rad import check_kaitan
from kla_lib.data.keterangan import Keterangan, check_keterangan
from kla_lib.data.penilaian import check_penilaian
from kla_lib.data.pribadi.sidik import sidik_publik
from kla_lib.data.rujukan import check_capaian, check_dokumen, check_kode_form, check_opd, to_peran
from kla_lib.data.terpilah import check_terpilah
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import FOLDER_CONTOH, nama_tampil
from kla_lib.rules.daerah.daerah import Daerah, find_daerah
from kla_lib.rules.form.instrumen import Instrumen, load_instrumen
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import PUBLIK
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.periksa import check_tabel

__all__ = ["AKHIRAN_BUKU", "Buku", "Pemeriksaan", "hash_buku", "inspect_buku", "load_buku", "read_buku", "sidik_buku"]


@dataclass(frozen=True)
class Buku:
    """A checked data book.

    Each table keeps the row numbers of its file as index, so every number can
    be traced; a table that the book does not have is None: not known, never
    zero.  kiriman, asal and bentrok are what `kla collect` keeps beside the
    tables: who delivered, where cells came from, what disagrees.  `hash` is
    "sha256:…" over the files as they are on disk, for comparisons that stay
    here; `bawaan` whether the book is a shipped example.
    """

    nama: str
    hash: str
    keterangan: Keterangan
    instrumen: Instrumen
    penilaian: pd.DataFrame | None
    data_dukung: pd.DataFrame | None
    dokumen_pertanyaan: pd.DataFrame | None
    capaian: pd.DataFrame | None
    wilayah: pd.DataFrame | None
    rad: pd.DataFrame | None
    tindak_lanjut: pd.DataFrame | None
    kiriman: pd.DataFrame | None = None
    asal: pd.DataFrame | None = None
    bentrok: pd.DataFrame | None = None
    bawaan: bool = field(default=False, kw_only=True)

    @cached_property
    def sidik(self) -> str:
        """The fingerprint that everybody may see: nobody can try candidates for a hidden figure against it."""
        return sidik_publik(self.hash, self.bawaan)

    def sidik_bagi(self, untuk: str) -> str:
        """Return the fingerprint that pages for PUBLIK or INTERNAL print."""
        return self.sidik if untuk == PUBLIK else self.hash

    def tahap_tersedia(self) -> list[str]:
        """Return the stages with at least one recorded mark, in the order of the cycle."""
        ada = set() if self.penilaian is None else set(self.penilaian.dropna(subset="nilai")["tahap"])
        return [t for t in ("em", "va", "vl", "vf") if t in ada]


@dataclass(frozen=True)
class Pemeriksaan:
    """What inspecting a book found: its tables as written and typed, its head and form where known, every fault."""

    path: Path
    mentah: dict[Bentuk, TabelMentah]
    tabel: dict[Bentuk, pd.DataFrame]
    keterangan: Keterangan | None
    instrumen: Instrumen | None
    salah: tuple[Kesalahan, ...]

    @property
    def disamakan(self) -> tuple[str, ...]:
        """The names that were not read as they are written, each in a sentence with its place."""
        return tuple(
            ", ".join(filter(None, (m.berkas, m.lembar and _("lembar {lembar}").format(lembar=m.lembar), kalimat)))
            for m in self.mentah.values()
            for kalimat in m.disamakan
        )

    @property
    def buku(self) -> Buku:
        """The book; KlaError with every fault where it has any."""
        if self.salah or self.keterangan is None or self.instrumen is None:
            raise KlaError(self.salah)
        return Buku(
            nama_tampil(self.path),
            hash_buku(self.path),
            self.keterangan,
            self.instrumen,
            *(self._tercatat(b) for b in (*TABEL[1:], *PENDAMPING)),
            bawaan=_bawaan(self.path),
        )

    def _tercatat(self, bentuk: Bentuk) -> pd.DataFrame | None:
        """Return a table; None for one that nobody has begun: of the lines of a template not one is filled in."""
        tabel = self.tabel.get(bentuk)
        kosong = tabel is not None and tabel.empty and bentuk.hampa and not self.mentah[bentuk].isi.empty
        return None if kosong else tabel


def load_buku(params: Params, path: Path, instrumen: str | None = None) -> Buku:
    """Return the book, or raise KlaError with every fault that it has.

    `instrumen`: the form that the book is expected to follow; another one is a fault.
    """
    return inspect_buku(params, path, instrumen).buku


def sidik_buku(path: Path) -> str:
    """Return the fingerprint that everybody may see of a book that need not be readable."""
    return sidik_publik(hash_buku(path), _bawaan(path))


def _bawaan(path: Path) -> bool:
    return path.resolve().is_relative_to(FOLDER_CONTOH)


def inspect_buku(params: Params, path: Path, instrumen: str | None = None) -> Pemeriksaan:
    """Return a book with its faults beside it, for whoever can use the part that is right.

    A cell at fault is empty in `tabel`.  Raises KlaError where there is nothing to read.
    """
    return inspect_tabel(params, path, *read_buku(path), instrumen)


def inspect_tabel(
    params: Params,
    path: Path,
    mentah: dict[Bentuk, TabelMentah],
    salah: list[Kesalahan],
    instrumen: str | None = None,
) -> Pemeriksaan:
    """Return a book of tables as they were read, checked as every book is; salah: the faults of the reading."""
    tabel: dict[Bentuk, pd.DataFrame] = {}
    for bentuk, m in mentah.items():
        isi, faults = check_tabel(m, bentuk)
        tabel[bentuk] = _tanpa_sel(isi, m, salah)
        salah += faults
    keterangan, disebut = None, None
    if KETERANGAN in mentah and {"kunci", "isi"} <= set(mentah[KETERANGAN].isi.columns):
        keterangan, disebut, faults = check_keterangan(params, mentah[KETERANGAN], tabel[KETERANGAN])
        salah += faults
    form = None
    if instrumen or disebut:
        form = load_instrumen(params, instrumen or disebut or "")
        salah += _check_isi(mentah, tabel, form)
        if DATA_DUKUNG in tabel and keterangan is not None:
            salah += check_tahun_data(mentah[DATA_DUKUNG], tabel[DATA_DUKUNG], keterangan.tahun_evaluasi)
        salah += _form_lain(nama_tampil(path), form.id, disebut)
    if keterangan is not None:
        salah += _tahun_asing(params, keterangan.tahun_evaluasi)
        salah += _name_opd(mentah, tabel, find_daerah(params, keterangan.daerah))
    return Pemeriksaan(path, mentah, tabel, keterangan, form, tuple(salah))


def _tanpa_sel(tabel: pd.DataFrame, mentah: TabelMentah, salah: list[Kesalahan]) -> pd.DataFrame:
    """Return the table with the cells empty that were at fault before it was looked at as a table."""
    sel = {k.sel for k in salah if (k.berkas, k.lembar) == (mentah.berkas, mentah.lembar) and k.sel}
    if not sel:
        return tabel
    gagal = pd.DataFrame(
        {k: [mentah.sel(k, int(str(b))) in sel for b in tabel.index] for k in tabel.columns}, index=tabel.index
    )
    return tabel.mask(gagal, None)


def _form_lain(nama: str, form: str, disebut: str | None) -> list[Kesalahan]:
    """Refuse to read marks of one form against the maxima of another."""
    if disebut is None or disebut == form:
        return []
    return [
        Kesalahan(
            "form_lain",
            nama,
            _("buku ini diisi menurut form {disebut}, bukan {form}").format(disebut=disebut, form=form),
            _("Hapus --instrumen, atau perbaiki kunci instrumen di lembar Keterangan."),
        )
    ]


def _tahun_asing(params: Params, tahun: int) -> list[Kesalahan]:
    """Return the fault of a year for which no categories are known."""
    try:
        load_kategori(params, tahun)
    except KlaError as e:
        return list(e.kesalahan)
    return []


def _check_isi(
    mentah: dict[Bentuk, TabelMentah], tabel: dict[Bentuk, pd.DataFrame], form: Instrumen
) -> list[Kesalahan]:
    """Return the faults that show only against the form or against another table."""
    salah: list[Kesalahan] = []
    if PENILAIAN in tabel:
        salah += check_penilaian(mentah[PENILAIAN], tabel[PENILAIAN], form)
    for bentuk in (DOKUMEN_PERTANYAAN, CAPAIAN, WILAYAH, RAD, TINDAK_LANJUT):
        if bentuk in tabel:
            salah += check_kode_form(mentah[bentuk], tabel[bentuk], form)
    if DOKUMEN_PERTANYAAN in tabel:
        salah += check_dokumen(mentah[DOKUMEN_PERTANYAAN], tabel[DOKUMEN_PERTANYAAN], tabel.get(DATA_DUKUNG))
    if DATA_DUKUNG in tabel:
        salah += check_butir(mentah[DATA_DUKUNG], tabel[DATA_DUKUNG], tabel.get(DOKUMEN_PERTANYAAN), form)
    if CAPAIAN in tabel:
        salah += check_capaian(mentah[CAPAIAN], tabel[CAPAIAN])
        salah += check_terpilah(mentah[CAPAIAN], tabel[CAPAIAN])
    if RAD in tabel:
        salah += check_celah(mentah[RAD], tabel[RAD])
        salah += check_kaitan(mentah[RAD], tabel[RAD], tabel.get(DATA_DUKUNG))
    for bentuk in (RAD, TINDAK_LANJUT):
        if bentuk in tabel:
            salah += check_klaster(mentah[bentuk], tabel[bentuk], form)
    return salah


def _name_opd(
    mentah: dict[Bentuk, TabelMentah], tabel: dict[Bentuk, pd.DataFrame], daerah: Daerah | None
) -> list[Kesalahan]:
    """Turn the names of offices into roles where the city has a file; return the misspelt ones."""
    if daerah is None:
        return []
    salah: list[Kesalahan] = []
    for bentuk in (DATA_DUKUNG, RAD, TINDAK_LANJUT):
        if bentuk in tabel:
            salah += check_opd(mentah[bentuk], tabel[bentuk], daerah)
            tabel[bentuk] = to_peran(tabel[bentuk], daerah)
    return salah
