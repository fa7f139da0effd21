"""Know what a document must show: the five items, which its questions ask for, whether its date fits the year."""

from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.bentuk import BUTIR_DOKUMEN
from kla_lib.errors import Kesalahan
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.tahun import pisah_tahun

SELALU_DIMINTA = ("tahun_ini", "terbaca")
"""Asked of every document: it holds for the evaluated year, and it can be read."""

TANDA_FORM = {"tahun_lalu": "dua_tahun", "penyebut": "penyebut", "tanda_tangan": "tanda_tangan"}
"""The items that only some questions ask for, each with the column of the form that says so."""

STATUS_TERCATAT = "status_tercatat"
"""Column that the register has besides where years are missing: the status that somebody wrote down."""

Diminta = dict[str, dict[str, bool | None]]


def butir_diminta(instrumen: Instrumen, dokumen_pertanyaan: pd.DataFrame | None) -> Diminta:
    """Return for every document that serves a question which of the five items is asked for.

    True: a question asks for it.  False: none does.  None: the form does not
    say.  The questions for which the document is required decide; those of an
    extra only where it is required nowhere.
    """
    if dokumen_pertanyaan is None:
        return {}
    p = instrumen.pertanyaan
    kode = list(zip(p["indikator"], p["pertanyaan"], strict=True))
    tanda = {
        butir: dict(zip(kode, p[kolom] if kolom in p else [None] * len(p), strict=True))
        for butir, kolom in TANDA_FORM.items()
    }
    milik: dict[str, dict[bool, list[tuple[str, str]]]] = {}
    for r in dokumen_pertanyaan.itertuples(index=False):
        milik.setdefault(r.id_dokumen, {}).setdefault(bool(r.wajib), []).append((r.indikator, r.pertanyaan))
    return {
        id_dokumen: {
            butir: True if butir in SELALU_DIMINTA else _gabung_tanda([tanda[butir].get(k) for k in kaitan])
            for butir in BUTIR_DOKUMEN
        }
        for id_dokumen, m in milik.items()
        for kaitan in [m.get(True) or m[False]]
    }


def _gabung_tanda(tanda: list[bool | None]) -> bool | None:
    if any(t is True for t in tanda):
        return True
    return None if any(t is None for t in tanda) else False


def sebut_butir(butir: str) -> str:
    """Return an item of the checklist in a reader's words."""
    return {
        "tahun_ini": _("data tahun yang dinilai"),
        "tahun_lalu": _("data tahun sebelumnya"),
        "penyebut": _("penyebut"),
        "tanda_tangan": _("tanda tangan"),
        "terbaca": _("keterbacaan"),
    }[butir]


def check_butir(
    mentah: TabelMentah, data_dukung: pd.DataFrame, dokumen_pertanyaan: pd.DataFrame | None, instrumen: Instrumen
) -> list[Kesalahan]:
    """Return documents called complete although an item that is asked for is marked as absent."""
    diminta = butir_diminta(instrumen, dokumen_pertanyaan)
    return [
        mentah.kesalahan(
            "butir",
            _("dokumen {id} berstatus lengkap, padahal butir '{butir}' ({arti}) diminta dan ditulis tidak").format(
                id=d["id_dokumen"], butir=butir, arti=sebut_butir(butir)
            ),
            _("Ubah status menjadi kurang, atau tulis ya bila butirnya sudah ada; kosongkan bila ada di dokumen lain."),
            butir,
            int(str(baris)),
        )
        for baris, d in data_dukung.iterrows()
        if d["status"] == "lengkap"
        for butir in BUTIR_DOKUMEN
        if d[butir] is False and diminta.get(d["id_dokumen"], {}).get(butir)
    ]


def tahun_terbukti(d: Any) -> tuple[int, ...]:
    """Return the data years that a document (a row of the register) is recorded to prove; none where nobody said."""
    isi = getattr(d, "tahun_data", None)
    return pisah_tahun(isi) if isinstance(isi, str) else ()


def check_tahun_data(mentah: TabelMentah, data_dukung: pd.DataFrame, tahun: int) -> list[Kesalahan]:
    """Return documents whose data years and checklist contradict each other about the evaluated year or the one before.

    Somebody looked and wrote ya or tidak; the other of the two is then a slip.
    """
    salah = []
    for baris, d in data_dukung.iterrows():
        terbukti = tahun_terbukti(d)
        for butir, diminta in (("tahun_ini", tahun), ("tahun_lalu", tahun - 1)) if terbukti else ():
            if (d[butir] is True and diminta not in terbukti) or (d[butir] is False and diminta in terbukti):
                isi = _("ya") if d[butir] else _("tidak")
                salah.append(
                    mentah.kesalahan(
                        "tahun_data",
                        _("tahun_data '{tahun}' berlawanan dengan {butir} = {isi} (tahun {diminta})").format(
                            tahun=d["tahun_data"], butir=butir, isi=isi, diminta=diminta
                        ),
                        _("Samakan keduanya, atau kosongkan {butir}.").format(butir=butir),
                        "tahun_data",
                        int(str(baris)),
                    )
                )
    return salah


def sesudah_tahun(d: Any, tahun: int) -> bool:
    """Whether a document (a row of the register) is dated after the evaluated year, by its year or its day."""
    tahun_lain = pd.notna(d.tahun_dokumen) and d.tahun_dokumen > tahun
    return bool(tahun_lain or (pd.notna(d.tanggal_dokumen) and d.tanggal_dokumen.year > tahun))


def milik_siklus_lain(d: Any, tahun: int) -> bool:
    """Whether nothing of this cycle may rest on a document, because it is of a later year.

    A report on the evaluated year that was only signed later still counts, if
    somebody looked and wrote `tahun_ini` = ya, or data years that are not
    later; its own year may not be later.  One that proves later years alone is
    of another cycle whatever its date.
    """
    terbukti = tahun_terbukti(d)
    if terbukti and min(terbukti) > tahun:
        return True
    if not sesudah_tahun(d, tahun):
        return False
    return not ((d.tahun_ini is True or terbukti) and pd.notna(d.tahun_dokumen) and d.tahun_dokumen <= tahun)
