"""Find the questions that still miss points while no action of the RAD works on them."""

import numpy as np
import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.scoring.celah import BELUM_DITENTUKAN, SIKLUS_BERIKUTNYA, jenis_celah
from kla_lib.scoring.hasil import Hasil


def pertanyaan_tanpa_kegiatan(buku: Buku, hasil: Hasil) -> pd.DataFrame | None:
    """Return the questions with points missing that no action names, those that count in this cycle first.

    Columns of `hasil.pertanyaan`, `sisa` (poin still to be gained) and `jenis`
    of the gap.  First come the gaps that this cycle is known to be able to
    close, then those of which nobody said so, last those of the next cycle;
    within each the most points first, then the order of the form.

    An action that names an indikator without a question counts for all of its
    questions.  A question whose points were given above it is left out: what
    it lacks is not known.  None where the book has no RAD.
    """
    if buku.rad is None:
        return None
    p = hasil.pertanyaan.merge(
        jenis_celah(buku)[["indikator", "pertanyaan", "jenis"]],
        on=["indikator", "pertanyaan"],
        how="left",
        validate="one_to_one",
    )
    p["sisa"] = p["nilai_maksimal"] - p["nilai"].fillna(0.0)
    di_atas = p["nilai"].isna() & p["tercatat"]
    hasil_akhir = p[(p["sisa"].round(2) > 0) & ~di_atas & ~_dikerjakan(buku.rad, p)]
    urut = np.select([hasil_akhir["jenis"] == SIKLUS_BERIKUTNYA, hasil_akhir["jenis"] == BELUM_DITENTUKAN], [2, 1], 0)
    return (
        hasil_akhir.assign(_urut=urut)
        .sort_values(["_urut", "sisa"], ascending=[True, False], kind="stable")
        .drop(columns="_urut")
    )


def _dikerjakan(rad: pd.DataFrame, pertanyaan: pd.DataFrame) -> pd.Series:
    """Tell for each question whether an action names it, or its indikator as a whole."""
    utuh = set(rad.loc[rad["indikator"].notna() & rad["pertanyaan"].isna(), "indikator"])
    sebut = set(zip(rad["indikator"], rad["pertanyaan"], strict=True))
    kode = zip(pertanyaan["indikator"], pertanyaan["pertanyaan"], strict=True)
    return pd.Series([i in utuh or (i, p) in sebut for i, p in kode], index=pertanyaan.index, dtype=bool)
