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
from kla_lib.data.pribadi import check_pribadi
from kla_lib.data.rujukan import check_capaian, check_dokumen, check_kode_form
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.instrumen import Instrumen, load_instrumen
from kla_lib.rules.kategori import load_kategori
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
        """Return the stages with at least one recorded mark, in the order of the cycle."""
        ada = set() if self.penilaian is None else set(self.penilaian.dropna(subset="nilai")["tahap"])
        return [t for t in ("em", "va", "vl", "vf") if t in ada]


def load_buku(path: Path, instrumen: str | None = None) -> Buku:
    """Return the book, or raise KlaError with every fault that it has.

    `instrumen`: the form that the book is expected to follow; another one is a fault.
    """
    mentah, salah = read_buku(path)
    tabel: dict[Bentuk, pd.DataFrame] = {}
    for bentuk, m in mentah.items():
        tabel[bentuk], faults = check_tabel(m, bentuk)
        salah += faults + check_pribadi(m)
    keterangan, disebut = None, None
    if KETERANGAN in mentah and {"kunci", "isi"} <= set(mentah[KETERANGAN].isi.columns):
        keterangan, disebut, faults = check_keterangan(mentah[KETERANGAN], tabel[KETERANGAN])
        salah += faults
    form = None
    if instrumen or disebut:
        form = load_instrumen(instrumen or disebut or "")
        salah += _check_isi(mentah, tabel, form)
        salah += _form_lain(nama_tampil(path), form.id, disebut)
    if keterangan is not None:
        salah += _tahun_asing(keterangan.tahun_evaluasi)
    if salah or keterangan is None or form is None:
        raise KlaError(salah)
    return Buku(
        nama_tampil(path),
        hash_buku(path),
        keterangan,
        form,
        *(tabel.get(b) for b in (PENILAIAN, DATA_DUKUNG, DOKUMEN_PERTANYAAN, CAPAIAN, WILAYAH, RAD, TINDAK_LANJUT)),
    )


def read_buku(path: Path) -> tuple[dict[Bentuk, TabelMentah], list[Kesalahan]]:
    """Return the book's tables as written, and the faults of its sheets or files as such.

    Raises KlaError where there is nothing to read: no such place, no data
    book, an empty, broken or password-protected file.
    """
    nama = nama_tampil(path)
    if not path.exists():
        raise KlaError(
            Kesalahan("berkas", nama, _("buku data tidak ditemukan"), _("Periksa nama folder atau berkasnya."))
        )
    if path.is_dir():
        ada = [p.name for p in _berkas_csv(path) if not p.name.startswith("_")]
        per_nama = {b.berkas: b for b in TABEL}
        hasil, salah = _read_folder(path, [n for n in ada if n in per_nama])
        kata = _("berkas")
    else:
        _check_berkas(path, nama)
        ada = [n for n in daftar_lembar(path, path.name) if not n.startswith("_")]
        per_nama = {b.lembar: b for b in TABEL}
        hasil, salah = read_lembar(path, path.name, [n for n in ada if n in per_nama])
        kata = _("lembar")
    # A table that is missing beside a name we do not know is most likely the misspelt one.
    salah += _nama_asing(nama, ada, list(per_nama), kata) or _tabel_kurang(nama, ada, path.is_dir())
    return {per_nama[n]: m for n, m in hasil.items()}, salah


def _berkas_csv(folder: Path) -> list[Path]:
    return sorted(p for p in folder.glob("*.csv") if p.is_file())


def _read_folder(path: Path, daftar: list[str]) -> tuple[dict[str, TabelMentah], list[Kesalahan]]:
    hasil: dict[str, TabelMentah] = {}
    salah: list[Kesalahan] = []
    for n in daftar:
        try:
            hasil[n] = read_csv(path / n, n)
        except KlaError as e:
            salah += e.kesalahan
    return hasil, salah


def _check_berkas(path: Path, nama: str) -> None:
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


def _tahun_asing(tahun: int) -> list[Kesalahan]:
    """Return the fault of a year for which no categories are known."""
    try:
        load_kategori(tahun)
    except KlaError as e:
        return list(e.kesalahan)
    return []


def hash_buku(path: Path) -> str:
    """Return "sha256:…" of a workbook's bytes, or of names and bytes of a folder's CSV files."""
    h = hashlib.sha256()
    for p in _berkas_csv(path) if path.is_dir() else [path]:
        isi = p.read_bytes()
        h.update(f"{p.name}\0{len(isi)}\0".encode() if path.is_dir() else b"")
        h.update(isi)
    return f"sha256:{h.hexdigest()}"


def _nama_asing(berkas: str, ada: list[str], dikenal: list[str], kata: str) -> list[Kesalahan]:
    """Return the sheets or files whose name is none of ours: a misspelt one would count as absent."""
    return [
        Kesalahan(
            "nama_tabel",
            berkas,
            _("{kata} '{nama}' tidak dikenal").format(kata=kata, nama=n),
            " ".join(
                filter(
                    None,
                    (
                        maksud(n, [d for d in dikenal if d not in ada]),
                        _("Beri awalan _ bila memang bukan bagian dari buku data."),
                    ),
                )
            ),
        )
        for n in ada
        if n not in dikenal
    ]


def _tabel_kurang(nama: str, ada: list[str], folder: bool) -> list[Kesalahan]:
    def sebut(b: Bentuk) -> str:
        return b.berkas if folder else b.lembar

    salah = []
    if sebut(KETERANGAN) not in ada:
        salah.append(
            Kesalahan(
                "tabel_kurang",
                nama,
                _("tabel '{nama}' tidak ada").format(nama=sebut(KETERANGAN)),
                _("Tambahkan: tanpa itu daerah, tahun dan form tidak diketahui."),
            )
        )
    if sebut(PENILAIAN) not in ada and sebut(CAPAIAN) not in ada:
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
