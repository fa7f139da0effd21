"""Load a data book: a folder of CSV files or one workbook, checked whole."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.bentuk import (
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    KETERANGAN,
    PENILAIAN,
    RAD,
    TABEL,
    TINDAK_LANJUT,
    WILAYAH,
)
from kla_lib.data.keterangan import Keterangan, check_keterangan
from kla_lib.data.penilaian import check_penilaian
from kla_lib.data.rujukan import check_capaian, check_dokumen, check_kode_form
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.instrumen import Instrumen, load_instrumen
from kla_lib.tabel.baca import TabelMentah, daftar_lembar, read_csv, read_lembar
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.periksa import check_tabel

AKHIRAN_BUKU = (".xlsx", ".xls", ".ods")


@dataclass(frozen=True)
class Buku:
    """A checked data book.

    Each table keeps the row numbers of its file as index, so every number can
    be traced; a table that the book does not have is None: not known, never
    zero.  `hash` is "sha256:…" over the files as they are on disk.
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

    def tahap_tersedia(self) -> list[str]:
        """Return the stages that have marks, in the order of the cycle."""
        ada = set() if self.penilaian is None else set(self.penilaian["tahap"])
        return [t for t in ("em", "va", "vl", "vf") if t in ada]


def load_buku(path: Path, instrumen: str | None = None) -> Buku:
    """Return the book, or raise KlaError with every fault that it has.

    `instrumen`: check against this form instead of the one the book names.
    """
    mentah = read_buku(path)
    tabel: dict[Bentuk, pd.DataFrame] = {}
    salah: list[Kesalahan] = []
    for bentuk, m in mentah.items():
        tabel[bentuk], faults = check_tabel(m, bentuk)
        salah += faults
    salah += _tabel_kurang(path, mentah)
    keterangan = None
    if KETERANGAN in mentah and {"kunci", "isi"} <= set(mentah[KETERANGAN].isi.columns):
        keterangan, disebut, faults = check_keterangan(mentah[KETERANGAN], tabel[KETERANGAN])
        instrumen = instrumen or disebut
        salah += faults
    form = None
    if instrumen is not None:
        form = load_instrumen(instrumen)
        salah += _check_isi(mentah, tabel, form)
    if salah or keterangan is None or form is None:
        raise KlaError(salah)
    return Buku(
        nama_tampil(path),
        hash_buku(path),
        keterangan,
        form,
        *(tabel.get(b) for b in (PENILAIAN, DATA_DUKUNG, DOKUMEN_PERTANYAAN, CAPAIAN, WILAYAH, RAD, TINDAK_LANJUT)),
    )


def read_buku(path: Path) -> dict[Bentuk, TabelMentah]:
    """Return the book's tables as written; refuses a sheet or CSV file whose name is none of ours."""
    nama = nama_tampil(path)
    if not path.exists():
        raise KlaError(
            Kesalahan("berkas", nama, _("buku data tidak ditemukan"), _("Periksa nama folder atau berkasnya."))
        )
    if path.is_dir():
        per_nama = {b.berkas: b for b in TABEL}
        ada = sorted(p.name for p in path.glob("*.csv") if not p.name.startswith("_"))
        _nama_asing(nama, "", ada, per_nama, _("berkas"))
        hasil: dict[Bentuk, TabelMentah] = {}
        salah: list[Kesalahan] = []
        for n in ada:
            try:
                hasil[per_nama[n]] = read_csv(path / n, n)
            except KlaError as e:
                salah += e.kesalahan
        if salah:
            raise KlaError(salah)
        return hasil
    if path.suffix.lower() not in AKHIRAN_BUKU:
        raise KlaError(
            Kesalahan(
                "berkas",
                nama,
                _("'{akhiran}' bukan buku data").format(akhiran=path.suffix or path.name),
                _("Berikan folder berisi CSV, atau berkas {daftar}.").format(daftar=", ".join(AKHIRAN_BUKU)),
            )
        )
    if path.stat().st_size == 0:
        raise KlaError(Kesalahan("kosong", nama, _("berkas kosong (0 byte)"), _("Simpan ulang buku kerjanya.")))
    lembar = [n for n in daftar_lembar(path, path.name) if not n.startswith("_")]
    per_lembar = {b.lembar: b for b in TABEL}
    _nama_asing(nama, "", lembar, per_lembar, _("lembar"))
    return {per_lembar[n]: m for n, m in read_lembar(path, path.name, lembar).items()}


def hash_buku(path: Path) -> str:
    """Return "sha256:…" of a workbook's bytes, or of names and bytes of a folder's CSV files."""
    h = hashlib.sha256()
    for p in sorted(path.glob("*.csv")) if path.is_dir() else [path]:
        isi = p.read_bytes()
        h.update(f"{p.name}\0{len(isi)}\0".encode() if path.is_dir() else b"")
        h.update(isi)
    return f"sha256:{h.hexdigest()}"


def _nama_asing(berkas: str, lembar: str, ada: list[str], dikenal: dict[str, Bentuk], kata: str) -> None:
    asing = [n for n in ada if n not in dikenal]
    if asing:
        raise KlaError(
            Kesalahan(
                "nama_tabel",
                berkas,
                _("{kata} '{nama}' tidak dikenal").format(kata=kata, nama=n),
                maksud(n, [d for d in dikenal if d not in ada])
                + " "
                + _("Beri awalan _ bila memang bukan bagian dari buku data."),
                lembar=lembar,
            )
            for n in asing
        )


def _tabel_kurang(path: Path, mentah: dict[Bentuk, TabelMentah]) -> list[Kesalahan]:
    nama, folder = nama_tampil(path), path.is_dir()

    def sebut(b: Bentuk) -> str:
        return b.berkas if folder else b.lembar

    salah = []
    if KETERANGAN not in mentah:
        salah.append(
            Kesalahan(
                "tabel_kurang",
                nama,
                _("tabel '{nama}' tidak ada").format(nama=sebut(KETERANGAN)),
                _("Tambahkan: tanpa itu daerah, tahun dan form tidak diketahui."),
            )
        )
    if PENILAIAN not in mentah and CAPAIAN not in mentah:
        salah.append(
            Kesalahan(
                "tabel_kurang",
                nama,
                _("tabel '{a}' maupun '{b}' tidak ada").format(a=sebut(PENILAIAN), b=sebut(CAPAIAN)),
                _("Tambahkan paling sedikit salah satu."),
            )
        )
    return salah


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
    if CAPAIAN in tabel:
        salah += check_capaian(mentah[CAPAIAN], tabel[CAPAIAN])
    return salah
