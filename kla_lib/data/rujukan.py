"""Check what tables say of each other: documents, questions, offices, areas of measurement."""

import pandas as pd

from kla_lib.bahasa import _, format_angka, tulis_angka
from kla_lib.data.penilaian import maksud_kode
from kla_lib.errors import Kesalahan, maksud
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.tabel.mentah import TabelMentah

BEDA_PERSEN = 0.5
"""How far a percentage may be from its own fraction, in percentage points: published ones are rounded."""


def check_kode_form(mentah: TabelMentah, tabel: pd.DataFrame, instrumen: Instrumen) -> list[Kesalahan]:
    """Return the rows whose indikator or pertanyaan the form does not hold.

    For tables with a column `indikator` and, in some, `pertanyaan`.  A form
    without questions cannot be asked about them.
    """
    dikenal = set(instrumen.indikator["indikator"])
    soal = set(zip(instrumen.pertanyaan["indikator"], instrumen.pertanyaan["pertanyaan"], strict=True))
    salah = []
    daftar_pertanyaan = tabel["pertanyaan"] if "pertanyaan" in tabel else [None] * len(tabel)
    for baris, indikator, pertanyaan in zip(tabel.index, tabel["indikator"], daftar_pertanyaan, strict=True):
        if indikator is None:
            if pertanyaan is not None and "indikator" in mentah.isi and mentah.isi.loc[baris, "indikator"] is None:
                salah.append(
                    mentah.kesalahan(
                        "kode",
                        _("pertanyaan '{p}' tanpa indikator").format(p=pertanyaan),
                        _("Isi kolom indikator."),
                        "indikator",
                        baris,
                    )
                )
            continue
        if dikenal and indikator not in dikenal:
            salah.append(
                mentah.kesalahan(
                    "kode",
                    _("indikator '{i}' tidak ada di form").format(i=indikator),
                    maksud_kode(indikator, pertanyaan, soal) or maksud(indikator, dikenal),
                    "indikator",
                    baris,
                )
            )
        elif pertanyaan is not None and soal and (indikator, pertanyaan) not in soal:
            salah.append(
                mentah.kesalahan(
                    "kode",
                    _("pertanyaan '{i}/{p}' tidak ada di form").format(i=indikator, p=pertanyaan),
                    maksud_kode(indikator, pertanyaan, soal)
                    or maksud(pertanyaan, [p for i, p in soal if i == indikator]),
                    "pertanyaan",
                    baris,
                )
            )
    return salah


def check_dokumen(
    mentah: TabelMentah, dokumen_pertanyaan: pd.DataFrame, data_dukung: pd.DataFrame | None
) -> list[Kesalahan]:
    """Return the rows that name a document which the register does not hold."""
    dikenal = set() if data_dukung is None else set(data_dukung["id_dokumen"].dropna())
    return [
        mentah.kesalahan(
            "dokumen",
            _("dokumen '{id}' tidak ada di lembar Data dukung").format(id=id_dokumen),
            _("Catat dahulu dokumennya di lembar Data dukung, atau perbaiki nomornya."),
            "id_dokumen",
            int(str(baris)),
        )
        for baris, id_dokumen in dokumen_pertanyaan["id_dokumen"].items()
        if id_dokumen is not None and id_dokumen not in dikenal
    ]


def check_opd(mentah: TabelMentah, tabel: pd.DataFrame, daerah: Daerah) -> list[Kesalahan]:
    """Return the cells of `opd` that are nearly, but not quite, a role, an office or an alias of the city.

    A text that is like none of them is another office, and allowed.
    """
    salah = []
    for baris, teks in tabel["opd"].items():
        mirip = daerah.opd_mirip(teks) if teks is not None and daerah.peran_of(teks) is None else None
        if mirip is not None:
            salah.append(
                mentah.kesalahan(
                    "opd",
                    _("kantor '{opd}' tidak dikenal").format(opd=teks),
                    _("Maksud Anda '{pilihan}'? Bila kantor lain, tulis nama lengkapnya.").format(pilihan=mirip),
                    "opd",
                    int(str(baris)),
                )
            )
    return salah


def to_peran(tabel: pd.DataFrame, daerah: Daerah) -> pd.DataFrame:
    """Return the table with the role in place of each known name or alias in `opd`; other offices stay as written."""
    peran = [None if teks is None else daerah.peran_of(teks) or teks for teks in tabel["opd"]]
    return tabel.assign(opd=pd.Series(peran, index=tabel.index, dtype=object))


def check_capaian(mentah: TabelMentah, capaian: pd.DataFrame) -> list[Kesalahan]:
    """Return measurements that cannot be: a part larger than its whole, a share unlike its fraction, two units."""
    salah = []
    for baris, r in capaian.iterrows():
        if r["pembilang"] > r["penyebut"]:
            salah.append(
                mentah.kesalahan(
                    "pecahan",
                    _("pembilang {a} lebih besar dari penyebut {b}").format(
                        a=tulis_angka(r["pembilang"]), b=tulis_angka(r["penyebut"])
                    ),
                    _("Periksa apakah keduanya tertukar."),
                    "pembilang",
                    int(str(baris)),
                )
            )
        elif (
            r["satuan"] == "%"
            and r["penyebut"] > 0
            and abs(r["nilai"] - 100 * r["pembilang"] / r["penyebut"]) > BEDA_PERSEN
        ):
            salah.append(
                mentah.kesalahan(
                    "persen",
                    _("nilai {nilai} % tidak sama dengan {a} dari {b}").format(
                        nilai=format_angka(r["nilai"]), a=format_angka(r["pembilang"]), b=format_angka(r["penyebut"])
                    ),
                    _("Tulis {nilai}, atau perbaiki pembilang dan penyebutnya.").format(
                        nilai=format_angka(100 * r["pembilang"] / r["penyebut"])
                    ),
                    "nilai",
                    int(str(baris)),
                )
            )
    for ukuran, milik in capaian.groupby("ukuran", sort=False):
        satuan = list(dict.fromkeys(milik["satuan"].dropna()))
        if len(satuan) > 1:
            baris = int(milik.index[milik["satuan"] == satuan[1]][0])
            salah.append(
                mentah.kesalahan(
                    "satuan",
                    _("ukuran '{ukuran}' memakai satuan {satuan}").format(ukuran=ukuran, satuan=", ".join(satuan)),
                    _("Pakai satu satuan, atau beri nama ukuran yang berbeda."),
                    "satuan",
                    baris,
                )
            )
    return salah
