"""Tables of marks for tests, typed as a checked data book has them."""

import numpy as np
import pandas as pd

from kla_lib.rules.form.instrumen import Instrumen

KOLOM = ["tahap", "klaster", "indikator", "pertanyaan", "nilai"]
Baris = tuple[str, str, str | None, str | None, float]


def penilaian(*baris: Baris) -> pd.DataFrame:
    """Return marks with the row numbers of a file: the first is row 2."""
    tabel = pd.DataFrame(list(baris), columns=KOLOM, index=range(2, len(baris) + 2), dtype=object)
    return tabel.astype({"nilai": float})


def penilaian_acak(form: Instrumen, benih: int) -> pd.DataFrame:
    """Return marks up to each maximum, some unknown, at a level drawn for each branch."""
    acak = np.random.default_rng(benih)

    def nilai(maksimal: float) -> float:
        return float(acak.choice([np.nan, maksimal, np.round(acak.uniform(0, maksimal), 2)], p=[0.1, 0.3, 0.6]))

    baris: list[Baris] = []
    for klaster in form.klaster:
        if not klaster.indikator or acak.random() < 0.15:
            baris.append(("em", klaster.id, None, None, nilai(klaster.nilai_maksimal)))
            continue
        for indikator in klaster.indikator:
            tanya = form.pertanyaan[form.pertanyaan["indikator"] == indikator.kode]
            if len(tanya) == 0 or acak.random() < 0.2:
                baris.append(("em", klaster.id, indikator.kode, None, nilai(indikator.nilai_maksimal)))
                continue
            baris += [
                ("em", klaster.id, indikator.kode, p, nilai(maks))
                for p, maks in zip(tanya["pertanyaan"], tanya["nilai_maksimal"], strict=True)
            ]
    return penilaian(*baris)


def dokumen_acak(form: Instrumen, benih: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return a link table and a register of documents with a status drawn for each."""
    acak = np.random.default_rng(benih)
    status = ["lengkap", "kurang", "tidak_ada", "belum_diperiksa"]
    daftar = [f"D{n:03}" for n in range(60)]
    register = pd.DataFrame({"id_dokumen": daftar, "status": acak.choice(status, len(daftar))}, dtype=object)
    kode = list(zip(form.pertanyaan["indikator"], form.pertanyaan["pertanyaan"], strict=True))
    kaitan = [
        (*kode[n], id_dokumen, bool(acak.random() < 0.7))
        for n in acak.permutation(len(kode))[:150]
        for id_dokumen in acak.choice(daftar, acak.integers(1, 4), replace=False)
    ]
    return pd.DataFrame(kaitan, columns=["indikator", "pertanyaan", "id_dokumen", "wajib"], dtype=object), register
