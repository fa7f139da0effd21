"""Read what the book says of itself: city, year, form, stage, date."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.bentuk import ISI_KETERANGAN
from kla_lib.errors import Kesalahan, maksud
from kla_lib.rules.daerah.daerah import id_daerah_baku
from kla_lib.rules.form.instrumen import daftar_instrumen
from kla_lib.rules.params import Params
from kla_lib.tabel.baca import TabelMentah
from kla_lib.tabel.jenis import tampil
from kla_lib.tabel.kata import baku_kata
from kla_lib.tabel.sel import kutip

ID_DAERAH = re.compile(r"(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*")
"""As long as the name of a file may safely be."""


@dataclass(frozen=True)
class Keterangan:
    """The head of a data book.

    `contoh` is true for generated data.  `tanggal_data` is None where nobody
    knows the day.  `sumber` is a key of sumber.yaml or a sentence.  `opd` is the
    role that filled the file, None for the book of the whole city.
    """

    daerah: str
    tahun_evaluasi: int
    instrumen: str
    tahap_berjalan: str
    tanggal_data: date | None
    contoh: bool
    sumber: str
    opd: str | None = None


def check_keterangan(
    params: Params, mentah: TabelMentah, tabel: pd.DataFrame
) -> tuple[Keterangan | None, str | None, list[Kesalahan]]:
    """Return the head of the book, or None with its faults; between them the form it names, if that one exists."""
    bentuk = {k.nama: k for k in ISI_KETERANGAN}
    baris = {kunci: nomor for nomor, kunci in tabel["kunci"].items() if kunci is not None}
    salah: list[Kesalahan] = []
    isi: dict[str, Any] = {}
    for kunci, nomor in baris.items():
        if kunci not in bentuk:
            salah.append(
                mentah.kesalahan(
                    "kunci_asing",
                    _("kunci '{kunci}' tidak dikenal").format(kunci=kunci),
                    maksud(kunci, bentuk),
                    "kunci",
                    nomor,
                )
            )
    for kunci, kolom in bentuk.items():
        if kunci not in baris:
            if kolom.opsional:
                isi[kunci] = None
                continue
            salah.append(
                mentah.kesalahan(
                    "kunci_kurang",
                    _("kunci '{kunci}' belum ada").format(kunci=kunci),
                    _("Tambahkan baris dengan kunci '{kunci}'.").format(kunci=kunci),
                )
            )
            continue
        nilai = mentah.isi.loc[baris[kunci], "isi"]
        if kolom.pilihan:
            nilai = baku_kata(nilai, kolom.pilihan)
        if nilai is None or nilai != nilai:
            if not kolom.wajib:
                isi[kunci] = None
                continue
            kosong = mentah.sebut_kosong(f"'{kunci}'", "isi", int(baris[kunci]))
            pesan = kosong, _("Isi sel ini.")
        elif not kolom.jenis.sah(nilai):
            pesan = kolom.jenis.nasihat(nilai)
        elif kolom.pilihan and nilai not in kolom.pilihan:
            pesan = (
                _("'{isi}' bukan {kunci}").format(isi=kutip(nilai), kunci=kunci),
                maksud(tampil(nilai), kolom.pilihan),
            )
        elif kunci == "daerah" and (baku := id_daerah_baku(params, tampil(nilai))):
            isi[kunci] = baku
            continue
        elif kunci == "daerah" and not ID_DAERAH.fullmatch(tampil(nilai)):
            pesan = (
                _("'{isi}' bukan id daerah").format(isi=kutip(nilai)),
                _("Tulis nama berkas di params/daerah, misalnya '{contoh}'.").format(
                    contoh="-".join(kutip(nilai).lower().split())
                ),
            )
        elif kunci == "instrumen" and kolom.jenis.ubah(nilai) not in daftar_instrumen(params):
            pesan = (
                _("form tahun '{isi}' tidak ada").format(isi=kutip(nilai)),
                _("Form yang ada: {daftar}.").format(daftar=", ".join(daftar_instrumen(params))),
            )
        else:
            isi[kunci] = kolom.jenis.ubah(nilai)
            continue
        salah.append(mentah.kesalahan("keterangan", *pesan, kolom="isi", baris=baris[kunci]))
    return (None if salah else Keterangan(**isi)), isi.get("instrumen"), salah
