"""Read the table of questions that belongs to a form."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.tabel.baca import daftar_lembar, read_csv, read_lembar
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL, KODE, YA_TIDAK
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.periksa import check_tabel

PERTANYAAN = Bentuk(
    lembar="Pertanyaan",
    berkas="pertanyaan.csv",
    kunci=("indikator", "pertanyaan"),
    kolom=(
        Kolom("klaster", wajib=True),
        Kolom("indikator", KODE, wajib=True),
        Kolom("pertanyaan", KODE, wajib=True),
        Kolom("label", wajib=True),
        Kolom("nilai_maksimal", ANGKA_DESIMAL, wajib=True, sedikit=0),
        Kolom("opd"),  # roles joined by "|", the one responsible first
        Kolom("lampiran", YA_TIDAK, wajib=True),
        Kolom("matriks", YA_TIDAK, wajib=True),
        Kolom("foto", YA_TIDAK, wajib=True),
        Kolom("diisi_kecamatan", YA_TIDAK, wajib=True),
        Kolom("diisi_desa", YA_TIDAK, wajib=True),
        Kolom("terbalik", YA_TIDAK, wajib=True),  # a "yes" is bad
        # What few forms tell; an empty cell is "not known", never "no".
        Kolom("pita", opsional=True),  # answer bands, see rules.pita
        Kolom("arah", pilihan=("naik_baik", "turun_baik"), opsional=True),
        Kolom("dua_tahun", YA_TIDAK, opsional=True),  # asks for the evaluated year and the one before
        Kolom("penyebut", YA_TIDAK, opsional=True),  # a share: needs its denominator
        Kolom("tanda_tangan", YA_TIDAK, opsional=True),  # the proof must be signed
    ),
)
AKHIRAN_TABEL = (".csv", ".xlsx", ".xls", ".ods")
TAK_TERBACA = ("kepala", "kolom_kurang")
"""Faults after which a table is no table of questions."""


def read_pertanyaan(
    path: Path, peran: Collection[str], tanpa_opd: Mapping[tuple[str, str], str]
) -> tuple[TabelMentah, pd.DataFrame, list[Kesalahan]]:
    """Return the questions as written, typed (columns of PERTANYAAN, the file's rows as index), and their faults.

    `opd` becomes a tuple of roles.  `tanpa_opd` holds, for each question that
    names no office, the area that answers it; a question without office that
    is not declared there, or declared and yet with an office, is a fault.
    Raises KlaError where the file is no table of questions.
    """
    mentah = _baca(path)
    tabel, salah = check_tabel(mentah, PERTANYAAN)
    if any(s.jenis in TAK_TERBACA for s in salah):
        raise KlaError(salah)
    tabel["opd"] = [tuple(str(opd).split("|")) if opd else () for opd in tabel["opd"]]
    for baris, opd in tabel["opd"].items():
        for p in opd:
            if p not in peran:
                asing = _("peran '{peran}' tidak dikenal").format(peran=p)
                salah.append(mentah.kesalahan("peran", asing, maksud(p, peran), "opd", int(str(baris))))
    salah += _tanpa_opd(mentah, tabel, tanpa_opd)
    tabel["opd"] = [
        opd or ((tanpa_opd[i, p],) if (i, p) in tanpa_opd else ())
        for opd, i, p in zip(tabel["opd"], tabel["indikator"], tabel["pertanyaan"], strict=True)
    ]
    return mentah, tabel, salah


def _baca(path: Path) -> TabelMentah:
    """Return a CSV file, or the sheet of a workbook: the one called Pertanyaan, else the only one."""
    if not path.is_file():
        raise KlaError(
            Kesalahan(
                "berkas",
                nama_tampil(path),
                _("tabel pertanyaan tidak ditemukan"),
                _("Periksa tabel_pertanyaan di kepala form."),
            )
        )
    if path.suffix.lower() == ".csv":
        return read_csv(path, nama_tampil(path), PERTANYAAN.nama_kolom)
    ada = daftar_lembar(path, path.name)
    lembar = PERTANYAAN.lembar if PERTANYAAN.lembar in ada or len(ada) != 1 else ada[0]
    if lembar not in ada:
        raise KlaError(
            Kesalahan(
                "lembar",
                path.name,
                _("lembar '{lembar}' tidak ada").format(lembar=lembar),
                _("Beri nama lembar itu pada tabel pertanyaan. Yang ada: {daftar}.").format(daftar=", ".join(ada)),
            )
        )
    isi, salah = read_lembar(path, path.name, [lembar], {lembar: PERTANYAAN.nama_kolom})
    if salah:
        raise KlaError(salah)
    return isi[lembar]


def _salah_opd(mentah: TabelMentah, baris: int, salah: str, perbaikan: str) -> Kesalahan:
    return mentah.kesalahan("tanpa_opd", salah, perbaikan, "opd", baris)


def _tanpa_opd(mentah: TabelMentah, tabel: pd.DataFrame, tanpa_opd: Mapping[tuple[str, str], str]) -> list[Kesalahan]:
    salah, sisa = [], set(tanpa_opd)
    for baris, opd, i, p in zip(tabel.index, tabel["opd"], tabel["indikator"], tabel["pertanyaan"], strict=True):
        sisa.discard((i, p))
        if not opd and (i, p) not in tanpa_opd:
            salah.append(
                _salah_opd(
                    mentah,
                    baris,
                    _("pertanyaan {i}/{p} tanpa kantor").format(i=i, p=p),
                    _("Isi opd, atau nyatakan di tanpa_opd di kepala form."),
                )
            )
        if opd and (i, p) in tanpa_opd:
            salah.append(
                _salah_opd(
                    mentah,
                    baris,
                    _("pertanyaan {i}/{p} punya kantor tetapi dinyatakan tanpa_opd").format(i=i, p=p),
                    _("Hapus dari tanpa_opd di kepala form."),
                )
            )
    for i, p in sorted(sisa):
        salah.append(
            mentah.kesalahan(
                "tanpa_opd",
                _("tanpa_opd menyebut pertanyaan {i}/{p} yang tidak ada").format(i=i, p=p),
                _("Hapus dari tanpa_opd di kepala form."),
            )
        )
    return salah
