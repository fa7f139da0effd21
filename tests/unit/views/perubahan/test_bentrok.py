"""What came into dispute between two meetings, or out of it, is a change that names the offices and their answers."""

from collections.abc import Callable

import pytest

from kla_lib.data.terbit.fakta import SEMUA_PAKET
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.perbandingan import milik_kantor
from kla_lib.rules.privasi import load_privasi
from kla_lib.scoring.perubahan import Perubahan, banding_fakta, gabung_fakta
from kla_lib.views.perubahan.dua_buku import DuaRapat, sebut_dua
from tests.pembantu.bentrok_uji import SUARA, muat
from tests.pembantu.fakta_uji import Fakta, fakta_of
from tests.pembantu.params_uji import PARAMS

Muat = Callable[..., Keadaan]


@pytest.fixture
def buku(tmp_path_factory: pytest.TempPathFactory) -> Muat:
    def satu(**isi: object) -> Keadaan:
        return muat(tmp_path_factory.mktemp("bentrok"), **isi)

    return satu


def fakta(k: Keadaan) -> list[Fakta]:
    return gabung_fakta(fakta_of(k, p) for p in SEMUA_PAKET)[0]


def beda(a: Keadaan, b: Keadaan) -> Perubahan:
    return banding_fakta(fakta(a), fakta(b), load_privasi(PARAMS))


def baris(a: Keadaan, b: Keadaan) -> list[str]:
    """Return the lines that `kla diff` prints of two meetings."""
    return sebut_dua(DuaRapat("a", "b", "rapat a", beda(a, b), (), True, b))


def test_a_question_that_came_into_dispute_is_counted_and_every_office_named_with_its_answer(buku: Muat) -> None:
    semua = baris(buku(suara=()), buku())
    assert semua[0] == "Sejak rapat a: 1 nilai menjadi bentrok."
    milik = [b for b in semua if "bentrok, jawaban" in b]
    assert [b.startswith("  Pertanyaan 12/1: ") for b in milik] == [True, True]
    assert milik[0].endswith("(bentrok, jawaban Dinas Kesehatan): belum ada → 2,5 poin")
    assert milik[1].endswith("(bentrok, jawaban Disdukcapil): belum ada → 1 poin")


def test_a_dispute_that_was_settled_is_told_with_the_answers_that_stood_and_the_points_that_hold_now(
    buku: Muat,
) -> None:
    semua = baris(buku(), buku(nilai=2.5))
    assert "1 nilai tidak bentrok lagi" in semua[0]
    assert [b for b in semua if b.endswith("(bentrok, jawaban Disdukcapil): 1 poin → tidak ada lagi")]
    assert [b for b in semua if b.startswith("  Pertanyaan 12/1: ") and b.endswith(": belum dicatat → 2,5 poin")]


def test_within_a_dispute_only_what_an_office_answers_otherwise_is_told(buku: Muat) -> None:
    ketiga = baris(buku(), buku(suara=(*SUARA, ("bpbd", 2.0))))
    assert ketiga[0] == "Sejak rapat a: jawaban atas 1 nilai yang bentrok berubah."
    assert [b.rpartition("(")[2] for b in ketiga[1:]] == ["bentrok, jawaban BPBD): belum ada → 2 poin"]
    lain = baris(buku(), buku(suara=(("dinas_kesehatan", 2.0), SUARA[1])))
    assert [b.partition("(bentrok")[2] for b in lain[1:]] == [", jawaban Dinas Kesehatan): 2,5 poin → 2 poin (-0,5)"]


def test_two_files_of_one_office_that_nobody_can_order_are_two_answers(buku: Muat) -> None:
    k = buku(suara=(("bpbd", 2.0), ("bpbd", 1.0)))
    isi = {f["id"]: f["nilai"] for f in fakta(k) if f["id"].startswith("bentrok:")}
    assert isi == {"bentrok:12/1": 2, "bentrok:12/1:bpbd:1": 1, "bentrok:12/1:bpbd:2": 2}


def test_the_same_dispute_in_both_meetings_is_no_change(buku: Muat) -> None:
    assert beda(buku(), buku()).perubahan == ()


def test_disputes_of_another_form_or_stage_are_not_compared(buku: Muat) -> None:
    lama = [f | {"id": f["id"].replace("nilai:em:", "nilai:vm:")} for f in fakta(buku(suara=()))]
    p = banding_fakta(lama, fakta(buku()), load_privasi(PARAMS))
    assert p.tak_sebanding
    assert not [s for s in (*p.perubahan, *p.akibat) if s.jenis == "bentrok"]


def test_without_the_later_book_the_office_stands_under_its_role(buku: Muat) -> None:
    dua = DuaRapat("a", "b", "rapat a", beda(buku(suara=()), buku()), (), True, None)
    assert "  Pertanyaan 12/1 (bentrok, jawaban disdukcapil): belum ada → 1 poin" in sebut_dua(dua)


def test_the_office_that_the_form_asks_sees_the_dispute_on_its_page(buku: Muat) -> None:
    k = buku()
    p = beda(buku(suara=()), k)
    opd = k.pertanyaan.set_index("kode").loc["12/1", "opd"][0]
    assert [s for s in milik_kantor(k, p.perubahan, opd) if s.jenis == "bentrok"]
    assert not milik_kantor(k, p.perubahan, "bpbd")
