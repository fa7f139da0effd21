"""Tell of each document which of the data years that the cycle asks for it leaves unproven."""

from collections import defaultdict
from dataclasses import replace

from kla_lib.data.buku import Buku
from kla_lib.data.dokumen import STATUS_TERCATAT, tahun_terbukti
from kla_lib.scoring.dokumen.register import dokumen_penentu
from kla_lib.scoring.dokumen.status import KURANG, LENGKAP


def tahun_kurang(buku: Buku) -> dict[str, tuple[int, ...]]:
    """Return the years asked for that are proven nowhere, by document; documents that lack none are left out.

    A question asks its deciding documents together: one may prove 2024 and
    another 2025.  Where the years of one of them are not recorded, nothing is
    said of the question.  A form that asks for no years finds none missing,
    and once the years have taken effect a document that a scenario calls
    complete lacks none.
    """
    diminta = set(buku.instrumen.tahun_diminta(buku.keterangan.tahun_evaluasi))
    d = buku.data_dukung
    if not diminta or d is None or "tahun_data" not in d:
        return {}
    kurang: defaultdict[str, set[int]] = defaultdict(set)
    for dokumen in dokumen_penentu(buku).values():
        terbukti = [tahun_terbukti(r) for r in dokumen]
        if all(terbukti):
            for r in dokumen:
                kurang[r.id_dokumen] |= diminta.difference(*terbukti)
    dicoba = set(d.loc[d["status"] == LENGKAP, "id_dokumen"]) if STATUS_TERCATAT in d else set()
    return {k: tuple(sorted(t)) for k, t in kurang.items() if t and k not in dicoba}


def apply_tahun(buku: Buku) -> Buku:
    """Return the book with every complete document that leaves a year unproven counted as thin.

    All that depends on documents follows from their status, so this is the one
    place where the years take effect; what was written stays in STATUS_TERCATAT.
    """
    kurang, d = tahun_kurang(buku), buku.data_dukung
    if not kurang or d is None:
        return buku
    sebagian = (d["status"] == LENGKAP) & d["id_dokumen"].isin(list(kurang))
    baru = d["status"].where(~sebagian, KURANG).astype(d["status"].dtype)
    return replace(buku, data_dukung=d.assign(**{STATUS_TERCATAT: d["status"], "status": baru}))
