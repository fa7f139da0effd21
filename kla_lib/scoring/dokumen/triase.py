"""Put the questions in the order in which to work on them: points times doubt."""

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.kerja import AnggapanKerja
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.nilai.hasil import Hasil

KEADAAN_TRIASE = (
    "belum_dinilai",
    "dokumen_kurang",
    "dokumen_belum_dicatat",
    "belum_diperiksa",
    "belum_dikonfirmasi",
    "pasti",
)


def triase(buku: Buku, hasil: Hasil, anggapan: AnggapanKerja, penentu: Penentu) -> pd.DataFrame:
    """Return the questions with points, those first that hold most points in doubt.

    Columns of `hasil.pertanyaan`, `dikonfirmasi`, `keadaan` (of those that hold, the most
    doubtful), `ragu` (0 to 1, an assumption) and `poin_ragu` (poin):
    nilai_maksimal × ragu.  Equal ones: more points first, then the form's order.
    """
    p = hasil.pertanyaan.assign(dikonfirmasi=konfirmasi(buku, hasil))
    p = p[p["nilai_maksimal"] > 0]
    keadaan = []
    for r in p.itertuples(index=False):
        status = [d.status for d in penentu.get((r.indikator, r.pertanyaan), [])]
        ada = _keadaan(bool(r.tercatat), status, bool(r.dikonfirmasi))
        keadaan.append(max(ada, key=lambda k: anggapan.ragu[k]))
    tabel = p.assign(keadaan=keadaan, ragu=[anggapan.ragu[k] for k in keadaan])
    tabel["poin_ragu"] = tabel["nilai_maksimal"] * tabel["ragu"]
    return tabel.sort_values(["poin_ragu", "nilai_maksimal"], ascending=False, kind="stable")


def _keadaan(dinilai: bool, status: list[str], dikonfirmasi: bool) -> list[str]:
    """Return every state that holds for a question, in the order of KEADAAN_TRIASE."""
    berlaku = {
        "belum_dinilai": not dinilai,
        "dokumen_kurang": any(s in ("kurang", "tidak_ada") for s in status),
        "dokumen_belum_dicatat": not status,
        "belum_diperiksa": "belum_diperiksa" in status,
        "belum_dikonfirmasi": not dikonfirmasi,
    }
    return [k for k in KEADAAN_TRIASE if berlaku.get(k)] or ["pasti"]


def konfirmasi(buku: Buku, hasil: Hasil) -> list[bool]:
    """Return for each row of `hasil.pertanyaan` whether its mark, or the mark above it, is confirmed.

    Offices confirm what they claim; a mark of a later stage is the verifier's and needs no confirmation.
    """
    if buku.penilaian is None:
        return [False] * len(hasil.pertanyaan)
    yakin = set()
    for r in buku.penilaian[buku.penilaian["tahap"] == hasil.tahap].itertuples(index=False):
        if (r.dikonfirmasi is True or hasil.tahap != "em") and pd.notna(r.nilai):
            yakin.add((r.klaster, r.indikator, r.pertanyaan))
    p = hasil.pertanyaan
    return [
        bool({(k, i, q), (k, i, None), (k, None, None)} & yakin)
        for k, i, q in zip(p["klaster"], p["indikator"], p["pertanyaan"], strict=True)
    ]
