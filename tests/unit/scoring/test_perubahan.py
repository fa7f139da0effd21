"""What changed between the facts of two meetings, and what only follows from it."""

from functools import partial

import pytest

from kla_lib.rules.privasi import load_privasi
from kla_lib.scoring.perubahan import (
    FORM,
    SEBAB_ANGGAPAN,
    SEBAB_DOKUMEN,
    SEBAB_FORM,
    SEBAB_HITUNGAN,
    SEBAB_NILAI,
    TAHAP,
    Perubahan,
    gabung_fakta,
)
from kla_lib.scoring.perubahan import banding_fakta as banding
from tests.pembantu.fakta_uji import Fakta, satu
from tests.pembantu.params_uji import PARAMS

banding_fakta = partial(banding, privasi=load_privasi(PARAMS))

FORM_2024 = satu("form:2024", 10.0)


def ids(p: Perubahan) -> tuple[list[str], list[str], list[str]]:
    return [s.id for s in p.perubahan], [s.id for s in p.aturan], [s.id for s in p.akibat]


def test_equal_facts_change_nothing_wherever_their_rows_stand() -> None:
    lama = satu("nilai:em:1/1", 2.0, asal={"lembar": "Penilaian", "baris": 4})
    baru = satu("nilai:em:1/1", 2.0, asal={"lembar": "Penilaian", "baris": 9})
    assert ids(banding_fakta([lama], [baru])) == ([], [], [])


def test_points_that_were_not_recorded_are_not_zero() -> None:
    (s,) = banding_fakta([satu("nilai:em:1/1", None)], [satu("nilai:em:1/1", 0.0)]).perubahan
    assert (s.sebelum, s.sesudah, s.selisih, s.keadaan) == (None, 0.0, None, "berubah")


def test_the_difference_is_after_minus_before_without_the_dust_of_floats() -> None:
    (s,) = banding_fakta([satu("nilai:em:1/1", 0.1)], [satu("nilai:em:1/1", 0.3)]).perubahan
    assert s.selisih == 0.2


def test_a_sum_follows_and_a_mark_given_above_the_questions_is_a_change_of_its_own() -> None:
    jumlah = [satu("nilai:em:klaster_1", n) for n in (5.0, 6.0)]
    langsung = [satu("nilai:em:klaster_2", n, asal={"lembar": "Penilaian", "baris": 3}) for n in (5.0, 6.0)]
    p = banding_fakta([jumlah[0], langsung[0]], [jumlah[1], langsung[1]])
    assert ids(p) == (["nilai:em:klaster_2"], [], ["nilai:em:klaster_1"])


def test_a_new_row_is_one_change_with_all_that_is_kept_of_it() -> None:
    baru = [satu("kegiatan:R9", 1.0), satu("kegiatan:R9:realisasi", 4.0), satu("keputusan:K9", None)]
    p = banding_fakta([], baru)
    assert [(s.id, s.keadaan) for s in p.perubahan] == [("kegiatan:R9", "baru"), ("keputusan:K9", "baru")]
    assert [(s.id, s.keadaan) for s in banding_fakta(baru, []).perubahan] == [
        ("kegiatan:R9", "hilang"),
        ("keputusan:K9", "hilang"),
    ]


def test_the_questions_of_a_new_document_go_with_it_and_of_an_old_one_do_not() -> None:
    kaitan = satu("kaitan:D1:1/1", 1.0)
    assert ids(banding_fakta([], [satu("dokumen:D1", 3.0), kaitan]))[0] == ["dokumen:D1"]
    lama = satu("dokumen:D1", 2.0)
    assert ids(banding_fakta([lama], [lama, kaitan]))[0] == ["kaitan:D1:1/1"]
    assert ids(banding_fakta([lama], [satu("dokumen:D1", 3.0), kaitan]))[0] == ["dokumen:D1", "kaitan:D1:1/1"]


def test_a_detail_that_appears_was_not_recorded_before() -> None:
    lama = satu("dokumen:D1", 2.0)
    (s,) = banding_fakta([lama], [lama, satu("dokumen:D1:tautan", 1.0)]).perubahan
    assert (s.id, s.sebelum, s.keadaan) == ("dokumen:D1:tautan", None, "berubah")


def test_each_changed_detail_of_a_row_is_told_beside_its_status() -> None:
    p = banding_fakta(
        [satu("kegiatan:R1", 2.0), satu("kegiatan:R1:realisasi", 1.0)],
        [satu("kegiatan:R1", 3.0), satu("kegiatan:R1:realisasi", 2.0)],
    )
    assert ids(p)[0] == ["kegiatan:R1", "kegiatan:R1:realisasi"]


@pytest.mark.parametrize(
    ("menjawab", "ya", "terkoreksi"),
    [
        ((40.0, 42.0), (30.0, 31.0), False),
        ((40.0, 42.0), (30.0, 32.0), False),
        ((40.0, 42.0), (30.0, 33.0), True),
        ((40.0, 42.0), (30.0, 29.0), True),
        ((40.0, 40.0), (30.0, 29.0), True),
        ((40.0, 39.0), (30.0, 29.0), False),
    ],
)
def test_how_many_areas_say_yes_is_a_change_where_the_answers_that_came_in_cannot_explain_it(
    menjawab: tuple[float, float], ya: tuple[float, float], terkoreksi: bool
) -> None:
    kode = {"kode": "kelurahan:26/14"}
    lama, baru = (
        [satu("jawaban:kelurahan:26/14", m, **kode), satu("jawaban:kelurahan:26/14:ya", y, **kode)]
        for m, y in zip(menjawab, ya, strict=True)
    )
    p = banding_fakta(lama, baru)
    assert ("jawaban:kelurahan:26/14:ya" in ids(p)[0]) == terkoreksi
    assert "jawaban:kelurahan:26/14" not in ids(p)[0]


def test_under_another_form_points_are_not_compared_and_decisions_are() -> None:
    lama = [satu("form:2022", 10.0), satu("nilai:em:1/1", 1.0), satu("bobot:1", 5.0), satu("keputusan:K1", 0.0)]
    baru = [FORM_2024, satu("nilai:em:1/1", 2.0), satu("bobot:1", 6.0), satu("keputusan:K1", 3.0)]
    p = banding_fakta(lama, baru)
    assert p.tak_sebanding == (FORM,)
    assert ids(p) == (["keputusan:K1"], ["form:2022", "form:2024"], [])


def test_at_another_stage_points_are_not_compared_and_weights_are() -> None:
    lama = [FORM_2024, satu("nilai:em:1/1", 1.0), satu("bobot:1", 5.0), satu("diklaim:em", 9.0, satuan="poin")]
    baru = [FORM_2024, satu("nilai:va:1/1", 1.0), satu("bobot:1", 6.0), satu("diklaim:va", 8.0, satuan="poin")]
    p = banding_fakta(lama, baru)
    assert p.tak_sebanding == (TAHAP,)
    assert ids(p) == ([], ["bobot:1"], [])


@pytest.mark.parametrize(
    ("berubah", "sebab"),
    [
        (["nilai:em:1/1"], (SEBAB_NILAI,)),
        (["dokumen:D1"], (SEBAB_DOKUMEN,)),
        (["kaitan:D1:1/1"], (SEBAB_DOKUMEN,)),
        (["anggapan:m0"], (SEBAB_ANGGAPAN,)),
        (["bobot:1", "anggapan:m0"], (SEBAB_FORM, SEBAB_ANGGAPAN)),
        (["nilai:em:1/1", "dokumen:D1"], (SEBAB_NILAI, SEBAB_DOKUMEN)),
        (["kegiatan:R1"], (SEBAB_HITUNGAN,)),
        ([], (SEBAB_HITUNGAN,)),
    ],
)
def test_the_forecast_moved_because_of_what_it_rests_on(berubah: list[str], sebab: tuple[str, ...]) -> None:
    semua = ["nilai:em:1/1", "dokumen:D1", "kaitan:D1:1/1", "anggapan:m0", "bobot:1", "kegiatan:R1"]
    lama: list[Fakta] = [satu(k, 1.0) for k in semua]
    baru: list[Fakta] = [satu(k, 2.0 if k in berubah else 1.0) for k in semua]
    p = banding_fakta([*lama, satu("perkiraan:vf:p50", 500.0)], [*baru, satu("perkiraan:vf:p50", 501.0)])
    assert p.sebab_perkiraan == sebab
    assert banding_fakta(lama, baru).sebab_perkiraan == ()


def test_packs_made_of_different_data_are_told() -> None:
    isi, bentrok = gabung_fakta([[satu("dokumen:D1", 3.0)], [satu("dokumen:D1", 2.0), satu("dokumen:D2", 2.0)]])
    assert [(f["id"], f["nilai"]) for f in isi] == [("dokumen:D1", 3.0), ("dokumen:D2", 2.0)]
    assert bentrok == ["dokumen:D1"]


@pytest.mark.parametrize(
    ("id_fakta", "satuan", "samar"),
    [
        ("capaian:Kasus:kota:2024:rutin", "kasus", True),
        ("capaian:Akta:kota:2024:rutin", "%", False),
        ("kegiatan:R1:realisasi", "anak", True),
        ("kegiatan:R1:realisasi", "sertifikat", False),
        ("kegiatan:R1:anggaran", "rupiah", False),
    ],
)
def test_counts_that_differ_by_few_persons_are_told_without_their_numbers(
    id_fakta: str, satuan: str, samar: bool
) -> None:
    lama, baru = ([satu(id_fakta, n, satuan=satuan)] for n in (12.0, 13.0))
    (s,) = banding_fakta(lama, baru).perubahan
    assert s.disamarkan is samar
    assert (s.sebelum, s.sesudah, s.selisih) == ((None,) * 3 if samar else (12.0, 13.0, 1.0))
    (terbuka,) = banding_fakta(lama, baru, samar=False).perubahan
    assert (terbuka.sebelum, terbuka.sesudah, terbuka.disamarkan) == (12.0, 13.0, False)
    (besar,) = banding_fakta(lama, [satu(id_fakta, 17.0, satuan=satuan)]).perubahan
    assert besar.selisih == 5.0
