"""A scenario changes the book and is scored by the same code; without changes it is the official result."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kla_lib.data.buku import load_buku
from kla_lib.rules.rapat import path_buku
from kla_lib.rules.skenario import PRIORITAS_KERJA, IsiSkenario
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.scoring.nilai.laporan import report, score_buku
from kla_lib.scoring.perkiraan.bukti import hitung_bukti
from kla_lib.scoring.skenario.bobot import selang_kategori
from kla_lib.scoring.skenario.pembobotan import SEMUA, bobot_resmi, geser, susun_bobot
from kla_lib.scoring.skenario.skenario import apply_skenario
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import buku_contoh

BERNILAI = ("ogan-ilir-2024", "sumbawa-2022", "kota-contoh")
BUKU, RESMI, KATEGORI = buku_contoh("ogan-ilir-2024")
KLASTER = [k.id for k in BUKU.instrumen.klaster]


def hasil(isi: IsiSkenario, nama: str = "ogan-ilir-2024"):  # type: ignore[no-untyped-def]
    buku, resmi, kategori = buku_contoh(nama)
    return score_buku(apply_skenario(buku, isi, resmi.tahap), resmi.tahap, kategori)


@pytest.mark.parametrize("nama", BERNILAI)
def test_a_scenario_without_changes_gives_exactly_the_official_numbers(nama: str) -> None:
    buku, resmi, _ = buku_contoh(nama)
    baru, bukti = hasil(IsiSkenario(), nama), hitung_bukti(())
    assert report(buku, baru, None, None, bukti) == report(buku, resmi, None, None, bukti)
    for tabel in ("pertanyaan", "indikator", "klaster"):
        pd.testing.assert_frame_equal(getattr(baru, tabel), getattr(resmi, tabel))


def test_a_book_without_marks_stays_as_it_is() -> None:
    buku = load_buku(PARAMS, path_buku("contoh:kota-bekasi"))
    assert apply_skenario(buku, IsiSkenario(), "em") is buku


@pytest.mark.parametrize("nama", BERNILAI)
def test_the_official_weights_named_one_by_one_change_nothing(nama: str) -> None:
    buku, resmi, _ = buku_contoh(nama)
    bobot = {k: b for isi in bobot_resmi(buku.instrumen).values() for k, b in isi.items()}
    baru = hasil(IsiSkenario(bobot=bobot), nama)
    assert (baru.diklaim, baru.kategori, baru.terdukung) == (resmi.diklaim, resmi.kategori, resmi.terdukung)


bagian = st.dictionaries(st.sampled_from([*KLASTER[:-1], "1", "2", "21A", "14"]), st.floats(0.01, 0.12), max_size=5)


@settings(max_examples=25, deadline=None)
@given(bagian)
def test_a_total_is_the_sum_of_share_times_the_forms_total_times_the_part_reached(bobot: dict[str, float]) -> None:
    semua = susun_bobot(BUKU.instrumen, bobot)
    i = RESMI.indikator
    berat = [semua[SEMUA][k] * semua[k][kode] for k, kode in zip(i["klaster"], i["indikator"], strict=True)]
    total = 1000 * sum(b * n / m for b, n, m in zip(berat, i["nilai"], i["nilai_maksimal"], strict=True))
    assert hasil(IsiSkenario(bobot=bobot)).diklaim == pytest.approx(total, abs=0.011)


def test_weights_read_as_priorities_change_no_points() -> None:
    isi = IsiSkenario(bacaan=PRIORITAS_KERJA, bobot={"klaster_1": 0.5})
    assert apply_skenario(BUKU, isi, "em") is BUKU


def test_a_mark_changes_its_klaster_and_nothing_else() -> None:
    baru = hasil(IsiSkenario(nilai={"6/3": 21.0}))
    beda = (baru.klaster["nilai"] - RESMI.klaster["nilai"]).round(6)
    assert dict(zip(baru.klaster["klaster"], beda, strict=True)) == {k: 12 if k == "klaster_1" else 0 for k in KLASTER}
    assert baru.diklaim == pytest.approx(RESMI.diklaim + 12)


def test_more_points_of_an_indikator_fill_the_room_of_its_questions_in_proportion() -> None:
    lama = RESMI.pertanyaan[RESMI.pertanyaan["indikator"] == "6"]
    kini, maks = lama["nilai"].fillna(0), lama["nilai_maksimal"]
    sasaran = float(kini.sum() + (maks - kini).sum() / 2)
    baru = hasil(IsiSkenario(nilai={"6": sasaran}))
    soal = baru.pertanyaan[baru.pertanyaan["indikator"] == "6"]["nilai"]
    assert soal.sum() == pytest.approx(sasaran)
    assert ((soal - kini) - (maks - kini) / 2).abs().max() < 1e-9
    assert float(baru.indikator.loc[baru.indikator["indikator"] == "6", "nilai"].iloc[0]) == pytest.approx(sasaran)


@given(st.floats(0, 1))
def test_points_of_an_indikator_always_add_up_and_stay_within_its_questions(bagian: float) -> None:
    sasaran = 32 * bagian
    buku = apply_skenario(BUKU, IsiSkenario(nilai={"14": sasaran}), "em")
    assert buku.penilaian is not None
    milik = buku.penilaian[(buku.penilaian["tahap"] == "em") & (buku.penilaian["indikator"] == "14")]
    assert float(milik["nilai"].sum()) == pytest.approx(sasaran, abs=1e-9)
    form = BUKU.instrumen.pertanyaan.set_index(["indikator", "pertanyaan"])["nilai_maksimal"]
    maks = [form["14", p] for p in milik["pertanyaan"]]
    assert all(-1e-9 <= n <= m + 1e-9 for n, m in zip(milik["nilai"], maks, strict=True))


def test_a_question_without_a_mark_gets_one_and_the_book_itself_stays() -> None:
    buku, resmi, _ = buku_contoh("kota-contoh")
    assert buku.penilaian is not None
    banyak = len(buku.penilaian)
    belum = resmi.pertanyaan[~resmi.pertanyaan["tercatat"]].iloc[0]
    kode = f"{belum['indikator']}/{belum['pertanyaan']}"
    baru = hasil(IsiSkenario(nilai={kode: float(belum["nilai_maksimal"])}), "kota-contoh")
    assert baru.belum_dinilai == resmi.belum_dinilai - 1
    assert baru.diklaim == pytest.approx(resmi.diklaim + belum["nilai_maksimal"])
    assert len(buku.penilaian) == banyak


def test_documents_change_what_is_supported_and_not_what_is_claimed() -> None:
    _, resmi, _ = buku_contoh("kota-contoh")
    baru = hasil(IsiSkenario(status={"D003": "tidak_ada"}), "kota-contoh")
    assert baru.diklaim == resmi.diklaim
    assert baru.terdukung is not None and resmi.terdukung is not None
    assert baru.terdukung < resmi.terdukung


@pytest.mark.parametrize("kunci", [(), ("klaster_5", "kelembagaan")])
def test_the_category_stays_inside_a_weights_interval_and_changes_just_outside(kunci: tuple[str, ...]) -> None:
    resmi = bobot_resmi(BUKU.instrumen)[SEMUA]
    k = RESMI.klaster
    rasio = dict(zip(k["klaster"], k["nilai"] / k["nilai_maksimal"], strict=True))
    geseran = 0
    for kode in set(KLASTER) - set(kunci):
        ujung = selang_kategori(resmi, kode, rasio, 1000, 0.0, RESMI.diklaim, KATEGORI, kunci)
        for ke, tetap in ((ujung[0] + 0.005, True), (ujung[1] - 0.005, True), (ujung[1] + 0.005, False)):
            bobot = geser(resmi, kode, ke, kunci)
            if abs(bobot[kode] - ke) > 1e-9:
                continue  # the slider itself ends here
            baru = hasil(IsiSkenario(bobot=bobot))
            assert (kategori_of(baru.diklaim, KATEGORI) == RESMI.kategori) == tetap, (kode, ke)
            geseran += not tetap
    assert geseran, "no end was ever crossed"
