"""Load the table of questions that belongs to a form."""

from collections.abc import Collection, Mapping
from pathlib import Path

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.tabel.baca import TabelMentah, read_csv
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import ANGKA_DESIMAL, KODE, YA_TIDAK
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
    ),
)


def load_pertanyaan(path: Path, peran: Collection[str], tanpa_opd: Mapping[tuple[str, str], str]) -> pd.DataFrame:
    """Return the questions in the order of the file, columns of PERTANYAAN, indexed from 0.

    `opd` becomes a tuple of roles.  `tanpa_opd` holds, for each question that
    names no office, the area that answers it; a question without office that
    is not declared there, or declared and yet with an office, is refused.
    """
    if not path.is_file():
        raise KlaError(
            Kesalahan(
                "berkas",
                nama_tampil(path),
                _("tabel pertanyaan tidak ditemukan"),
                _("Periksa tabel_pertanyaan di kepala form."),
            )
        )
    mentah = read_csv(path, nama_tampil(path))
    tabel, salah = check_tabel(mentah, PERTANYAAN)
    tabel["opd"] = [tuple(str(opd).split("|")) if opd else () for opd in tabel["opd"]]
    for baris, opd in tabel["opd"].items():
        for p in opd:
            if p not in peran:
                salah.append(
                    _salah_opd(mentah, baris, _("peran '{peran}' tidak dikenal").format(peran=p), maksud(p, peran))
                )
    salah += _tanpa_opd(mentah, tabel, tanpa_opd)
    if salah:
        raise KlaError(salah)
    tabel["opd"] = [
        opd or (tanpa_opd[i, p],)
        for opd, i, p in zip(tabel["opd"], tabel["indikator"], tabel["pertanyaan"], strict=True)
    ]
    return tabel.reset_index(drop=True)


def _salah_opd(mentah: TabelMentah, baris: int, salah: str, perbaikan: str) -> Kesalahan:
    return mentah.kesalahan("opd", salah, perbaikan, "opd", baris)


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
                "opd",
                _("tanpa_opd menyebut pertanyaan {i}/{p} yang tidak ada").format(i=i, p=p),
                _("Hapus dari tanpa_opd di kepala form."),
            )
        )
    return salah
