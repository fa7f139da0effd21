"""Published indices come out of the public functions.

Technology Achievement Index: raw figures (table A.2) and results of OECD/JRC,
Handbook on Constructing Composite Indicators (2008), to what it prints.
Human Development Index: Human Development Report 2014, table 1 and technical note 1.
"""

from pathlib import Path

import pandas as pd
import pytest

from kla_lib.rules.indeks import Indeks, read_indeks
from kla_lib.scoring.indeks.audit import BERPENCIL, LAWAN, audit
from kla_lib.scoring.indeks.hitung import compute_indeks

FOLDER = Path(__file__).parent


def baca(nama: str) -> pd.DataFrame:
    return pd.read_csv(FOLDER / nama, index_col=0)


TAI = read_indeks(FOLDER / "tai/tai.yaml")
MENTAH = baca("tai/mentah.csv")


def tai(bobot: str, indeks: Indeks = TAI) -> Indeks:
    """Return the index under the printed weights of one method."""
    b = baca("tai/bobot.csv").loc[bobot]
    return indeks.model_copy(
        update={"ukuran": tuple(u.model_copy(update={"bobot": float(b[u.ukuran])}) for u in indeks.ukuran)}
    )


@pytest.mark.parametrize(("bobot", "sama"), [("BAP", 23), ("EW", 21), ("AHP", 20), ("FA", 19)])
def test_the_ranks_of_the_handbook_come_out_and_where_rounded_weights_swap_them_by_two_places(
    bobot: str, sama: int
) -> None:
    beda = (compute_indeks(MENTAH, tai(bobot)).peringkat - baca("tai/peringkat.csv")[bobot]).abs()
    assert (beda == 0).sum() == sama
    assert beda.max() <= 2


def test_the_geometric_mean_of_the_raw_figures_ranks_as_published() -> None:
    polos = TAI.model_copy(
        update={"normalisasi": "tanpa", "agregasi": TAI.agregasi.model_copy(update={"klaster": "geometrik"})}
    )
    assert compute_indeks(MENTAH, polos).peringkat.to_dict() == baca("tai/peringkat.csv")["GME"].to_dict()


def test_the_sample_instead_of_fixed_goalposts_moves_countries_by_eight_places() -> None:
    sampel = compute_indeks(MENTAH, TAI.model_copy(update={"normalisasi": "min_maks"})).peringkat
    assert (sampel - baca("tai/peringkat.csv")["EW"]).abs().max() == 8


def test_the_correlations_of_table_6_come_out() -> None:
    korelasi = audit(compute_indeks(MENTAH, TAI)).korelasi
    assert (korelasi - baca("tai/tabel6.csv")).abs().to_numpy().max() < 0.02


def test_cronbach_of_table_11_comes_out_whole_and_without_each_measure() -> None:
    hasil, cetak = audit(compute_indeks(MENTAH, TAI)), baca("tai/tabel11.csv").drop("(none)")
    assert hasil.alfa == pytest.approx(0.70, abs=0.005)
    assert (hasil.ukuran["alfa_tanpa"] - cetak["alpha_if_deleted"]).abs().max() < 0.0015
    assert (hasil.ukuran["korelasi_sisa"] - cetak["corr_with_total"]).abs().max() < 0.007


def test_the_audit_of_the_published_figures_finds_the_far_country_and_the_opposed_pair() -> None:
    temuan = {(t.jenis, t.ukuran) for t in audit(compute_indeks(MENTAH, TAI)).temuan}
    assert temuan == {(BERPENCIL, ("PATENTS",)), (LAWAN, ("INTERNET", "EXPORTS"))}


@pytest.mark.parametrize(
    ("kolom", "cara", "selisih"),
    [
        ("rank_asc", "peringkat", 0),
        ("zscore", "skor_z", 0.0051),
        ("minmax", "min_maks", 0.0051),
        ("ratio_mean", "rasio_rata", 0.0051),
        ("ratio_best", "rasio_terbaik", 0.0051),
        ("ratio_worst", "rasio_terburuk", 0.0051),
        ("diff_mean", "selisih_rata", 0.0051),
        ("diff_worst", "selisih_terburuk", 0.0051),
        ("abovebelow_p20", "di_atas_di_bawah", 0),
        ("percentile", "persentil", 0.051),  # printed with one decimal
        ("categorical", "golongan", 0),
    ],
)
def test_every_normalisation_of_table_15_comes_out(kolom: str, cara: str, selisih: float) -> None:
    tabel = baca("tai/tabel15.csv")
    satu = TAI.model_copy(
        update={"normalisasi": cara, "ukuran": tuple(u for u in TAI.ukuran if u.ukuran == "SCHOOLING")}
    )
    hasil = compute_indeks(tabel[["raw"]].rename(columns={"raw": "SCHOOLING"}), satu)
    assert (hasil.normalisasi.tabel["SCHOOLING"] - tabel[kolom]).abs().max() <= selisih


def test_the_human_development_index_comes_out_as_printed() -> None:
    tabel = baca("ipm/tabel1.csv")
    hasil = compute_indeks(tabel, read_indeks(FOLDER / "ipm/ipm.yaml"))
    assert hasil.dibulatkan.tolist() == tabel["hdi"].tolist()


def test_what_lies_beyond_a_goalpost_counts_as_the_goalpost() -> None:
    """Schooling of 19.9 years in Australia counts as 18, an income of 119,029 in Qatar as 75,000."""
    hasil = compute_indeks(baca("ipm/tabel1.csv"), read_indeks(FOLDER / "ipm/ipm.yaml"))
    assert hasil.normalisasi.tabel.loc["Australia", "harapan_lama_sekolah"] == 1
    assert hasil.klaster.loc["Qatar", "hidup_layak"] == 1
    assert hasil.normalisasi.rincian["terpotong"].to_dict() == {
        "harapan_hidup": 0, "rata_lama_sekolah": 0, "harapan_lama_sekolah": 1, "pendapatan": 1
    }  # fmt: skip


def test_ranks_are_those_of_the_value_that_is_told() -> None:
    """Hong Kong and Korea are both told as 0.891 and both ranked 15, though one is a little higher."""
    hasil = compute_indeks(baca("ipm/tabel1.csv"), read_indeks(FOLDER / "ipm/ipm.yaml"))
    assert hasil.nilai["Hong Kong"] > hasil.nilai["Korea, Republic of"]
    assert hasil.peringkat.tolist() == [1, 2, 3, 4, 4, 6]
