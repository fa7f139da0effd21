"""Take the verifier's returned table into the book: marks and remarks of va, vl or vf beside those of em."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.buku import load_buku
from kla_lib.data.penilaian import maksimal_per_kode
from kla_lib.data.pribadi.pribadi import check_pribadi
from kla_lib.data.rujukan import check_kode_form
from kla_lib.data.sunting.simpan import Ubahan, save_ubahan
from kla_lib.data.tulis import rows_of, to_teks
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.gembok import lock_buku
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.params import Params
from kla_lib.rules.peta.peta import Peta, read_peta
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL, KODE
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.periksa import check_tabel

TABEL_VERIFIKATOR = Bentuk(
    "Verifikasi",
    "verifikasi.csv",
    ("indikator", "pertanyaan"),
    (
        Kolom("indikator", KODE, wajib=True),
        Kolom("pertanyaan", KODE),
        Kolom("nilai", ANGKA_DESIMAL, sedikit=0),
        Kolom("catatan_verifikator", opsional=True),
    ),
    hampa=("nilai", "catatan_verifikator"),
)

KODE_SATU = "kode"
"""A column that holds both codes in one cell, "21A/4a"; a mapping may name it instead of the two."""


@dataclass(frozen=True)
class Pergantian:
    """A mark that the book already held for this stage and that the table replaces."""

    kode: str
    lama: float
    baru: float


@dataclass(frozen=True)
class Penerimaan:
    """What a returned table brought: how many marks and remarks, and which earlier marks it replaced."""

    nilai: int
    catatan: int
    diganti: tuple[Pergantian, ...]
    berubah: bool


def peta_biasa(path: Path) -> Peta:
    """Return the mapping of a table that already uses our column names, also below titles."""
    return Peta(kolom={k.nama: k.nama for k in TABEL_VERIFIKATOR.kolom}, path=path)


def take_verifikasi(params: Params, buku: Path, berkas: Path, tahap: str, peta: Peta) -> Penerimaan:
    """Write the marks and remarks of a stage into a book; the same table twice changes nothing.

    Raises KlaError with every fault of the table; then the book stays as it is.
    """
    with lock_buku(buku):
        return _take(params, buku, berkas, tahap, peta)


def _take(params: Params, buku: Path, berkas: Path, tahap: str, peta: Peta) -> Penerimaan:
    lama = load_buku(params, buku)
    tabel = read_verifikasi(berkas, peta, lama.instrumen)
    klaster = dict(zip(lama.instrumen.indikator["indikator"], lama.instrumen.indikator["klaster"], strict=True))
    ada = _tercatat(lama.penilaian, tahap)
    ubahan, diganti = [], []
    for r in rows_of(tabel):
        kunci = (tahap, klaster[r["indikator"]], r["indikator"], r["pertanyaan"])
        dulu = ada.get(kunci, {})
        for kolom in ("nilai", "catatan_verifikator"):
            if r[kolom] is not None and r[kolom] != dulu.get(kolom):
                ubahan.append(Ubahan(PENILAIAN, kunci, kolom, r[kolom]))
        if None not in (r["nilai"], dulu.get("nilai")) and r["nilai"] != dulu["nilai"]:
            diganti.append(Pergantian(_sebut(r), dulu["nilai"], r["nilai"]))
    if ubahan:
        save_ubahan(params, buku, ubahan, lama.hash)
    return Penerimaan(
        int(tabel["nilai"].notna().sum()),
        int(tabel["catatan_verifikator"].notna().sum()),
        tuple(diganti),
        bool(ubahan),
    )


def _tercatat(penilaian: pd.DataFrame | None, tahap: str) -> dict[tuple[Any, ...], dict[str, Any]]:
    if penilaian is None:
        return {}
    milik = rows_of(penilaian[penilaian["tahap"] == tahap])
    return {tuple(r[k] for k in PENILAIAN.kunci): r for r in milik}


def read_verifikasi(berkas: Path, peta: Peta, instrumen: Instrumen) -> pd.DataFrame:
    """Return the verifier's table, columns of TABEL_VERIFIKATOR: `nilai` in poin, NaN where none was given.

    Raises KlaError for an unknown code, points above the maximum, a code twice, personal data.
    """
    gabungan = KODE_SATU in peta.kolom
    perlu = [KODE_SATU, "nilai"] if gabungan else ["indikator", "pertanyaan", "nilai"]
    mentah = read_peta(berkas, peta, perlu, ["catatan_verifikator"])
    if gabungan:
        mentah = _pisah(mentah)
    tabel, salah = check_tabel(mentah, TABEL_VERIFIKATOR)
    salah += check_pribadi(mentah) + check_kode_form(mentah, tabel, instrumen)
    salah += [*_melebihi(mentah, tabel, instrumen), *_tanpa_pertanyaan(mentah, tabel, instrumen)]
    if salah:
        raise KlaError(salah)
    return tabel


def _pisah(mentah: TabelMentah) -> TabelMentah:
    """Split "21A/4a" into its two codes, each in the place of the one cell."""
    kode = [to_teks(k).partition("/") for k in mentah.isi[KODE_SATU]]
    isi = mentah.isi.drop(columns=KODE_SATU).assign(
        indikator=[i.strip() or None for i, _garis, _p in kode],
        pertanyaan=[p.strip() or None for _i, _garis, p in kode],
    )
    huruf = mentah.huruf | dict.fromkeys(("indikator", "pertanyaan"), mentah.huruf[KODE_SATU])
    return replace(mentah, isi=isi.astype(object), huruf=huruf)


def _melebihi(mentah: TabelMentah, tabel: pd.DataFrame, instrumen: Instrumen) -> Iterator[Kesalahan]:
    maks = {(i, p): m for (_k, i, p), m in maksimal_per_kode(instrumen).items()}
    for baris, r in tabel.iterrows():
        batas = maks.get((r["indikator"], r["pertanyaan"]))
        if batas is not None and r["nilai"] > batas:
            yield mentah.kesalahan(
                "melebihi",
                _("nilai {nilai} melebihi nilai_maksimal {maks} untuk {kode}").format(
                    nilai=format_angka(r["nilai"], 6), maks=format_angka(batas), kode=_sebut(r)
                ),
                _("Tulis angka 0 sampai {maks}.").format(maks=format_angka(batas)),
                "nilai",
                int(str(baris)),
            )


def _tanpa_pertanyaan(mentah: TabelMentah, tabel: pd.DataFrame, instrumen: Instrumen) -> Iterator[Kesalahan]:
    """Refuse a bare number where the form has questions: it is most likely the number of the line."""
    bertanya = set(instrumen.pertanyaan["indikator"])
    for baris, r in tabel.iterrows():
        if r["pertanyaan"] is None and r["indikator"] in bertanya:
            yield mentah.kesalahan(
                "tanpa_pertanyaan",
                _("'{kode}' bukan kode pertanyaan").format(kode=r["indikator"]),
                _("Tulis kode lengkap seperti 12/1. Nomor urut baris bukan kode form."),
                "indikator",
                int(str(baris)),
            )


def _sebut(r: Any) -> str:
    return "/".join(filter(None, (r["indikator"], r["pertanyaan"])))
