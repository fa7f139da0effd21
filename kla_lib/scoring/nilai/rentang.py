"""Say what a total can still be: recorded marks as they are, missing ones anywhere from nothing to their maximum."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from kla_lib.scoring.nilai.hasil import Hasil, letak_induk
from kla_lib.scoring.nilai.nilai import Larik, nilai_indikator, nilai_klaster, nilai_total


@dataclass(frozen=True)
class Rentang:
    """Points of which some are not recorded.

    diketahui: the recorded points, before any cap.  terendah, tertinggi: the
    total with nothing and with the maximum for what is not recorded, each
    capped per indikator and rounded.
    """

    diketahui: float
    terendah: float
    tertinggi: float


@dataclass(frozen=True)
class JawabanAwal:
    """What the questions with most points already tell.

    n questions hold `memegang` points of the form; `dinilai` of them have a
    mark of their own.  teratas: the range of these questions alone.  semua:
    that of the whole form, where every recorded mark counts.
    """

    n: int
    memegang: float
    dinilai: int
    teratas: Rentang
    semua: Rentang


def total_pertanyaan(hasil: Hasil, nilai: Larik) -> float:
    """Return the total of points per question (n_pertanyaan), capped per indikator; marks above are left out."""
    return float(nilai_total(_per_indikator(hasil, nilai)))


def total_form(hasil: Hasil, nilai: Larik, penuh: bool) -> float:
    """Return the total of the whole form with these points per question (n_pertanyaan).

    Where a mark stands above its questions, that mark counts; a level without
    questions and without a mark counts nothing, or its maximum if `penuh`.
    """
    p, i, k = hasil.pertanyaan, hasil.indikator, hasil.klaster
    per_i = _ganti(_per_indikator(hasil, nilai), i, ~i["indikator"].isin(p["indikator"]).to_numpy(), penuh)
    per_k = nilai_klaster(per_i, letak_induk(i["klaster"], k["klaster"]), len(k))
    return float(nilai_total(_ganti(per_k, k, ~k["klaster"].isin(i["klaster"]).to_numpy(), penuh)))


def rentang_nilai(hasil: Hasil) -> Rentang:
    """Return what the total can be, given the marks recorded so far."""
    p = hasil.pertanyaan
    nilai, maks = p["nilai"].to_numpy(dtype=float), p["nilai_maksimal"].to_numpy(dtype=float)
    di_atas = sum(float(t.loc[t["baris"] > 0, "nilai"].sum()) for t in (hasil.indikator, hasil.klaster))
    return Rentang(
        float(np.nansum(nilai)) + di_atas,
        total_form(hasil, nilai, penuh=False),
        total_form(hasil, np.where(np.isnan(nilai), maks, nilai), penuh=True),
    )


def rentang_bentrok(hasil: Hasil, suara: Mapping[tuple[str, str], Sequence[tuple[str, float]]]) -> tuple[float, float]:
    """Return the total with the lowest and with the highest of the answers on which offices disagree.

    suara: by indikator and number.  What is not recorded otherwise counts nothing, as in the total itself.
    """
    p = hasil.pertanyaan
    poin = [[n for _opd, n in suara.get(k, ())] for k in zip(p["indikator"], p["pertanyaan"], strict=True)]
    nilai = p["nilai"].fillna(0.0).to_numpy(dtype=float)
    rendah, tinggi = (nilai + np.array([pilih(v) if v else 0.0 for v in poin]) for pilih in (min, max))
    return total_form(hasil, rendah, penuh=False), total_form(hasil, tinggi, penuh=False)


def jawaban_awal(hasil: Hasil, n: int) -> JawabanAwal:
    """Return what the n questions with most points tell; of equal ones the first of the form.

    A form with fewer questions answers with all that it has.
    """
    p = hasil.pertanyaan
    nilai, maks = p["nilai"].to_numpy(dtype=float), p["nilai_maksimal"].to_numpy(dtype=float)
    pilih = np.zeros(len(p), dtype=bool)
    pilih[np.argsort(-maks, kind="stable")[:n]] = True
    ada = pilih & ~np.isnan(nilai)
    teratas = Rentang(
        float(nilai[ada].sum()),
        total_pertanyaan(hasil, np.where(ada, nilai, 0.0)),
        total_pertanyaan(hasil, np.where(ada, nilai, np.where(pilih, maks, 0.0))),
    )
    return JawabanAwal(
        int(pilih.sum()),
        total_pertanyaan(hasil, np.where(pilih, maks, 0.0)),
        int(ada.sum()),
        teratas,
        rentang_nilai(hasil),
    )


def _per_indikator(hasil: Hasil, nilai: Larik) -> Larik:
    i = hasil.indikator
    induk = letak_induk(hasil.pertanyaan["indikator"], i["indikator"])
    return nilai_indikator(nilai, induk, i["nilai_maksimal"].to_numpy(dtype=float))


def _ganti(jumlah: Larik, tabel: pd.DataFrame, tanpa_bagian: npt.NDArray[np.bool_], penuh: bool) -> Larik:
    """Put the marks given at this level in place of the sum, and fill what has no parts below it."""
    langsung = (tabel["baris"] > 0).to_numpy()
    kosong = tabel["nilai_maksimal"].to_numpy(dtype=float) if penuh else np.zeros(len(tabel))
    return np.where(langsung, tabel["nilai"].to_numpy(dtype=float), np.where(tanpa_bagian, kosong, jumlah))
