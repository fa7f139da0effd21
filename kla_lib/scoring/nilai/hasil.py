"""Score one city's marks: every level, both scores, category and distances."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import pandas as pd

from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.dokumen.status import BAGIAN, BELUM_DICATAT, LENGKAP, SISA, bagi_nilai, status_per_pertanyaan
from kla_lib.scoring.nilai.kategori import dekat_ambang, jarak_ambang, kategori_of
from kla_lib.scoring.nilai.nilai import Induk, nilai_indikator, nilai_klaster, nilai_total


@dataclass(frozen=True)
class Hasil:
    """The scores of one city at one stage.

    pertanyaan, indikator, klaster: one row per row of the form, in its order.
    `nilai` is NaN where nothing was recorded at that level; `baris` is the row
    of the data book that the number came from, 0 where it was added up.
    indikator and klaster also hold the parts lengkap, kurang, belum_dicatat
    and sisa (poin), which add to `nilai_maksimal`.

    diklaim: total of the recorded points.  terdukung: points whose documents
    are complete; None where the book records no documents, whatever a scenario
    takes for documented: the rest stays unknown, and is not zero.
    """

    tahap: str
    diklaim: float
    terdukung: float | None
    kategori: str
    jarak: dict[str, float]
    dekat_ambang: bool
    pertanyaan: pd.DataFrame
    indikator: pd.DataFrame
    klaster: pd.DataFrame

    @property
    def belum_dinilai(self) -> int:
        """How many questions have no recorded points, at their own level or above."""
        return int((~self.pertanyaan["tercatat"]).sum())


def score(
    penilaian: pd.DataFrame,
    tahap: str,
    instrumen: Instrumen,
    kategori: DaftarKategori,
    dokumen_pertanyaan: pd.DataFrame | None = None,
    data_dukung: pd.DataFrame | None = None,
    berdokumen: Collection[str] = (),
) -> Hasil:
    """Return the scores of a checked table of marks at one stage.

    Marks may stand at any level, one level per branch; a mark given above
    replaces the sum of what is below it.  berdokumen: see `status_per_pertanyaan`.
    """
    milik = penilaian[penilaian["tahap"] == tahap]
    p = _nilai_pertanyaan(milik, instrumen)
    p["status"] = status_per_pertanyaan(p, dokumen_pertanyaan, data_dukung, berdokumen)
    i = _nilai_indikator(milik, instrumen, p)
    k = _nilai_klaster(milik, instrumen, i)
    p["tercatat"] = (
        p["nilai"].notna()
        | p["indikator"].isin(i.loc[i["baris"] > 0, "indikator"])
        | p["klaster"].isin(k.loc[k["baris"] > 0, "klaster"])
    )
    total = float(nilai_total(k["nilai"].to_numpy()))
    ada_dokumen = dokumen_pertanyaan is not None and data_dukung is not None
    return Hasil(
        tahap,
        total,
        float(nilai_total(k[LENGKAP].to_numpy())) if ada_dokumen else None,
        kategori_of(total, kategori),
        {nama: float(jarak) for nama, jarak in jarak_ambang(total, kategori).items()},
        bool(dekat_ambang(total, kategori)),
        p,
        i,
        k,
    )


def letak_induk(anak: pd.Series, induk: pd.Series) -> Induk:
    """Return for each child's parent code the position of that parent."""
    return np.asarray(pd.Index(induk).get_indexer(pd.Index(anak)), dtype=np.intp)


def _catatan(milik: pd.DataFrame, tingkat: str) -> pd.DataFrame:
    """Return the rows given at one level, with their row number as a column."""
    ada_i, ada_p = milik["indikator"].notna(), milik["pertanyaan"].notna()
    pilih = {"klaster": ~ada_i, "indikator": ada_i & ~ada_p, "pertanyaan": ada_p}[tingkat]
    kolom = {"klaster": ["klaster"], "indikator": ["indikator"], "pertanyaan": ["indikator", "pertanyaan"]}[tingkat]
    baris = milik.loc[pilih & milik["nilai"].notna(), [*kolom, "nilai"]]
    return baris.assign(baris=baris.index)


def _gabung(form: pd.DataFrame, catatan: pd.DataFrame, kolom: list[str]) -> pd.DataFrame:
    """Put the recorded points beside the form's rows, keeping the form's order."""
    hasil = form.merge(catatan.astype({"nilai": float}), on=kolom, how="left", validate="one_to_one")
    hasil["baris"] = hasil["baris"].fillna(0).astype(int)
    return hasil


def _nilai_pertanyaan(milik: pd.DataFrame, instrumen: Instrumen) -> pd.DataFrame:
    return _gabung(instrumen.pertanyaan, _catatan(milik, "pertanyaan"), ["indikator", "pertanyaan"])


def _nilai_indikator(milik: pd.DataFrame, instrumen: Instrumen, p: pd.DataFrame) -> pd.DataFrame:
    i = _gabung(instrumen.indikator, _catatan(milik, "indikator"), ["indikator"])
    induk = letak_induk(p["indikator"], i["indikator"])
    maks = i["nilai_maksimal"].to_numpy(dtype=float)
    bagian = bagi_nilai(p["nilai"].to_numpy(dtype=float), list(p["status"]), induk, maks)
    jumlah = nilai_indikator(p["nilai"].to_numpy(dtype=float), induk, maks)
    tercatat = np.isin(np.arange(len(i)), induk[p["nilai"].notna().to_numpy()])
    return _isi(i, np.where(tercatat, jumlah, np.nan), bagian)


def _nilai_klaster(milik: pd.DataFrame, instrumen: Instrumen, i: pd.DataFrame) -> pd.DataFrame:
    form = pd.DataFrame(
        [(k.id, k.nama, k.nama_pendek, k.nilai_maksimal) for k in instrumen.klaster],
        columns=["klaster", "nama", "nama_pendek", "nilai_maksimal"],
    )
    k = _gabung(form, _catatan(milik, "klaster"), ["klaster"])
    induk = letak_induk(i["klaster"], k["klaster"])
    jumlah = nilai_klaster(i["nilai"].to_numpy(dtype=float), induk, len(k))
    tercatat = np.isin(np.arange(len(k)), induk[i["nilai"].notna().to_numpy()])
    bagian = {nama: nilai_klaster(i[nama].to_numpy(dtype=float), induk, len(k)) for nama in BAGIAN}
    bagian[SISA] = k["nilai_maksimal"].to_numpy(dtype=float) - sum(bagian[n] for n in BAGIAN if n != SISA)
    return _isi(k, np.where(tercatat, jumlah, np.nan), bagian)


def _isi(tabel: pd.DataFrame, jumlah: np.ndarray, bagian: dict[str, np.ndarray]) -> pd.DataFrame:
    """Prefer the points given at this level over the sum of the level below; keep the parts in step."""
    langsung = (tabel["baris"] > 0).to_numpy()
    tabel = tabel.assign(nilai=np.where(langsung, tabel["nilai"].to_numpy(dtype=float), jumlah), **bagian)
    for nama in BAGIAN:
        tabel.loc[langsung, nama] = 0.0
    tabel.loc[langsung, BELUM_DICATAT] = tabel.loc[langsung, "nilai"]
    tabel.loc[langsung, SISA] = tabel.loc[langsung, "nilai_maksimal"] - tabel.loc[langsung, "nilai"]
    return tabel
