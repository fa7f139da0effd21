"""Lay out a newly collected book as an evaluator works in it: every question, its text, its checks."""

from dataclasses import replace
from typing import Any

from kla_lib.data.bentuk import DOKUMEN_PERTANYAAN, KETERANGAN, PENDAMPING, PENILAIAN, WILAYAH
from kla_lib.data.keterangan import Keterangan
from kla_lib.data.kumpul.isian import make_isian
from kla_lib.publish.lembar.isian import template_bytes
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.params import Params
from kla_lib.tabel.bentuk import Bentuk

Tabel = dict[Bentuk, list[dict[str, Any]]]


def layout_buku(params: Params, kepala: Keterangan, tabel: Tabel) -> bytes:
    """Return the workbook of a book's tables, companions included, as the bytes of an XLSX file.

    Questions that nobody answered stand there empty: they are what is missing.
    """
    daerah, instrumen = load_daerah(params, kepala.daerah), load_instrumen(params, kepala.instrumen)
    isian = make_isian(params, daerah, instrumen, kepala.tahun_evaluasi)
    baris = _isikan(PENILAIAN, isian.isi, tabel)
    teks = {(r["indikator"], r["pertanyaan"]): r.get("_pertanyaan") for r in baris}
    isi = {
        **{b: r for b, r in isian.isi.items() if b is not KETERANGAN},
        **{b: r for b, r in tabel.items() if b not in PENDAMPING},
        PENILAIAN: baris,
        DOKUMEN_PERTANYAAN: [
            r | {"_pertanyaan": teks.get((r["indikator"], r["pertanyaan"]))} for r in tabel.get(DOKUMEN_PERTANYAAN, [])
        ],
    }
    if WILAYAH in isian.isi:
        isi[WILAYAH] = _isikan(WILAYAH, isian.isi, tabel)
    pendamping = {b: r for b, r in tabel.items() if b in PENDAMPING}
    return template_bytes(replace(isian, contoh=kepala.contoh, isi=isi), pendamping=pendamping)


def _isikan(bentuk: Bentuk, kosong: Tabel, tabel: Tabel) -> list[dict[str, Any]]:
    """Return the rows of a template with what was answered; further answered rows follow."""
    terjawab = {tuple(r.get(k) for k in bentuk.kunci): r for r in tabel.get(bentuk, [])}
    baris = [r | terjawab.pop(tuple(r.get(k) for k in bentuk.kunci), {}) for r in kosong[bentuk]]
    return baris + list(terjawab.values())
