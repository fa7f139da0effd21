"""Make the rows of the questions that an office answers, with what stands beside each to help it."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.buku import Buku
from kla_lib.data.peralihan import carry_over
from kla_lib.data.tulis import rows_of
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.params import Params
from kla_lib.rules.peta.peralihan import load_peralihan


def make_baris_penilaian(
    params: Params, daerah: Daerah, instrumen: Instrumen, opd: str | None, buku: Buku | None, lama: bool
) -> list[dict[str, Any]]:
    """Return one row per question; per indikator or klaster where the form's questions are not published.

    An office finds the questions for which it is responsible first, then those
    in which it takes part, both in the form's order.
    """
    tercatat = {(r["indikator"], r["pertanyaan"]): r for r in _nilai_awal(params, instrumen, buku, lama)}
    if len(instrumen.pertanyaan):
        tanya = instrumen.pertanyaan
        if opd is not None:
            tanya = pd.concat([tanya[[p[0] == opd for p in tanya["opd"]]], tanya[[opd in p[1:] for p in tanya["opd"]]]])
        kode = [(p.klaster, p.indikator, p.pertanyaan, _panduan(daerah, p, opd)) for p in tanya.itertuples(index=False)]
    else:
        kode = [
            (k.id, i.kode, None, {"_pertanyaan": i.nama, "_maksimal": i.nilai_maksimal})
            for k in instrumen.klaster
            for i in k.indikator
        ]
    hasil = []
    for klaster, indikator, pertanyaan, panduan in kode:
        awal = tercatat.get((indikator, pertanyaan), {})
        nilai = awal.get("nilai")
        hasil.append(
            {
                "tahap": "em",
                "klaster": klaster,
                "indikator": indikator,
                "pertanyaan": pertanyaan,
                "nilai": nilai,
                "dikonfirmasi": bool(awal.get("dikonfirmasi")) if nilai is not None else None,
                "catatan": awal.get("catatan"),
                **panduan,
                "_sebelumnya": nilai if lama else None,
            }
        )
    return hasil


def _nilai_awal(params: Params, instrumen: Instrumen, buku: Buku | None, lama: bool) -> Iterable[dict[str, Any]]:
    """Return the marks to start from: this year's self-assessment, or last year's latest stage unconfirmed."""
    if buku is None or buku.penilaian is None or not buku.tahap_tersedia():
        return []
    if not lama:
        return rows_of(buku.penilaian[buku.penilaian["tahap"] == "em"])
    terakhir = buku.penilaian[buku.penilaian["tahap"] == buku.tahap_tersedia()[-1]]
    peralihan = load_peralihan(params, buku.instrumen.id, instrumen.id)
    return rows_of(carry_over(terakhir, peralihan, buku.instrumen, instrumen))


def _panduan(daerah: Daerah, p: Any, opd: str | None) -> dict[str, Any]:
    """Return what stands beside a question for whoever answers it."""
    diminta = [
        (_("lampiran"), p.lampiran),
        (_("matriks"), p.matriks),
        (_("foto"), p.foto),
        (_("dua tahun"), getattr(p, "dua_tahun", None)),
        (_("penyebut"), getattr(p, "penyebut", None)),
        (_("tanda tangan"), getattr(p, "tanda_tangan", None)),
    ]
    return {
        "_pertanyaan": p.label + (_(" (pertanyaan terbalik: ya berarti buruk)") if p.terbalik else ""),
        "_maksimal": p.nilai_maksimal,
        "_diminta": ", ".join(nama for nama, ya in diminta if ya),
        "_peran": _sebut_peran(daerah, p.opd, opd),
    }


def _sebut_peran(daerah: Daerah, pemegang: tuple[str, ...], opd: str | None) -> str:
    """Say what part an office has in a question; for the whole city, whose question it is and who takes part."""
    utama, *lain = dict.fromkeys(map(daerah.nama_opd, pemegang))
    if opd is None:
        return _("{utama}; ikut: {lain}").format(utama=utama, lain=", ".join(lain)) if lain else utama
    if opd == pemegang[0]:
        return _("penanggung jawab")
    return _("ikut; penanggung jawab: {kantor}").format(kantor=utama)
