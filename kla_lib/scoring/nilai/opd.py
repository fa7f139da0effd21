"""Share points among the offices that hold a question."""

import numpy as np
import pandas as pd

from kla_lib.scoring.dokumen.status import KURANG, LENGKAP


def nilai_per_opd(pertanyaan: pd.DataFrame) -> pd.DataFrame:
    """Return one row per role, in the order in which the form first names them.

    pertanyaan: the questions of a `Hasil`.  Points are shared by the rule
    `bagi_rata`: each holder of a question gets the same part of its points,
    the one responsible (named first) no more than those that take part.  That
    is our assumption: the form does not say who earns what.

    Columns: peran; pertanyaan, how many questions the role holds, of which
    penanggung_jawab is responsible for and ikut takes part in; belum_dinilai,
    how many of them have no points of their own; nilai, nilai_maksimal and
    lengkap (points whose documents are complete) in poin.  The last three add
    up to the sums over the questions, before an indikator's cap.  `nilai` is
    NaN for a role of which no question has points, `lengkap` for one of which
    no documents are recorded: not known.
    """
    banyak = pertanyaan["opd"].map(len).to_numpy()
    nilai = pertanyaan["nilai"].to_numpy(dtype=float)
    status = pertanyaan["status"]
    lengkap = np.select([status == LENGKAP, status == KURANG], [nilai, np.where(np.isnan(nilai), np.nan, 0.0)], np.nan)
    bagian = pd.DataFrame(
        {
            "peran": [list(opd) for opd in pertanyaan["opd"]],
            "utama": [[n == 0 for n in range(len(opd))] for opd in pertanyaan["opd"]],
            "belum_dinilai": np.isnan(nilai),
            "nilai": nilai / banyak,
            "nilai_maksimal": pertanyaan["nilai_maksimal"].to_numpy(dtype=float) / banyak,
            "lengkap": lengkap / banyak,
        }
    ).explode(["peran", "utama"])
    milik = bagian.groupby("peran", sort=False)
    hasil = pd.DataFrame(
        {
            "pertanyaan": milik.size(),
            "penanggung_jawab": milik["utama"].sum().astype(int),
            "belum_dinilai": milik["belum_dinilai"].sum().astype(int),
            "nilai": milik["nilai"].sum(min_count=1),
            "nilai_maksimal": milik["nilai_maksimal"].sum(),
            "lengkap": milik["lengkap"].sum(min_count=1),
        }
    )
    hasil.insert(2, "ikut", hasil["pertanyaan"] - hasil["penanggung_jawab"])
    return hasil.reset_index()
