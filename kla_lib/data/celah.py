"""Check what the plan says of gaps: points that can be, in the klaster of their indikator, never of the next cycle."""

from itertools import pairwise
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.tabel.mentah import TabelMentah

POIN = ("poin_min", "poin", "poin_maks")


def check_celah(mentah: TabelMentah, rad: pd.DataFrame) -> list[Kesalahan]:
    """Return actions that promise points of the next cycle, or points out of order (least, likely, most)."""
    salah = []
    for baris, r in rad.iterrows():
        if r["jenis_celah"] == "siklus_berikutnya":
            salah += [
                mentah.kesalahan(
                    "siklus",
                    _("kegiatan {id} berjenis siklus_berikutnya tetapi menjanjikan {poin} poin").format(
                        id=r["id_kegiatan"], poin=format_angka(r[kolom])
                    ),
                    _("Kosongkan poinnya: yang tidak dilakukan pada tahun yang dinilai tidak menambah nilai."),
                    kolom,
                    int(str(baris)),
                )
                for kolom in POIN
                if r[kolom] > 0
            ]
        else:
            salah += _urutan_poin(mentah, int(str(baris)), r)
    return salah


def _urutan_poin(mentah: TabelMentah, baris: int, r: Any) -> list[Kesalahan]:
    """Compare each amount with the next one that is filled in."""
    terisi = [k for k in POIN if pd.notna(r[k])]
    return [
        mentah.kesalahan(
            "urutan_poin",
            _("{kecil} {a} lebih besar dari {besar} {b}").format(
                kecil=kecil, a=format_angka(r[kecil]), besar=besar, b=format_angka(r[besar])
            ),
            _("Urutkan: poin_min, poin, poin_maks, dari yang terkecil."),
            kecil,
            baris,
        )
        for kecil, besar in pairwise(terisi)
        if r[kecil] > r[besar]
    ]


def check_klaster(mentah: TabelMentah, tabel: pd.DataFrame, instrumen: Instrumen) -> list[Kesalahan]:
    """Return the rows (RAD, Tindak lanjut) whose klaster is not that of their indikator.

    An indikator that the form does not hold is another fault, and a klaster
    left empty says nothing wrong.
    """
    rumah = dict(zip(instrumen.indikator["indikator"], instrumen.indikator["klaster"], strict=True))
    return [
        mentah.kesalahan(
            "klaster",
            _("klaster '{klaster}' bukan klaster indikator {i}").format(klaster=klaster, i=indikator),
            _("Indikator {i} milik {klaster}.").format(i=indikator, klaster=rumah[indikator]),
            "klaster",
            baris,
        )
        for baris, klaster, indikator in zip(tabel.index, tabel["klaster"], tabel["indikator"], strict=True)
        if klaster is not None and indikator in rumah and rumah[indikator] != klaster
    ]
