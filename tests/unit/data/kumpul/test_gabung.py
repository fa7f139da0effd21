"""Merging what offices sent: agreement fills, disagreement is shown, and twice is as once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.data.kumpul.gabung import Asal, Kumpulan, merge_kiriman
from kla_lib.data.kumpul.kiriman import Kiriman, SelIsi
from kla_lib.tabel.bentuk import Bentuk

KODE = ("em", "klaster_3", "12", "1")
Isi = dict[Bentuk, dict[tuple[Any, ...], dict[str, Any]]]


def sel(opd: str, nilai: Any, kolom: str = "nilai", pasti: bool = True, kunci: tuple[Any, ...] = KODE) -> SelIsi:
    return SelIsi(PENILAIAN, kunci, kolom, nilai, opd, f"{opd}.xlsx", "Penilaian, sel H5", pasti)


def kirim(*isi: SelIsi) -> list[Kiriman]:
    """Return one file per office that speaks."""
    return [
        Kiriman(opd, f"{opd}.xlsx", "sha256:0", None, tuple(s for s in isi if s.opd == opd), ())
        for opd in dict.fromkeys(s.opd for s in isi)
    ]


def diam(opd: str) -> Kiriman:
    """Return a file that says nothing any more."""
    return Kiriman(opd, f"{opd}.xlsx", "sha256:0", None, (), ())


def terap(lama: Isi, kumpulan: Kumpulan) -> Isi:
    hasil = {b: {k: dict(r) for k, r in rows.items()} for b, rows in lama.items()}
    for u in kumpulan.ubahan:
        hasil.setdefault(u.bentuk, {}).setdefault(u.kunci, {})[u.kolom] = u.nilai
    return hasil


def nilai(isi: Isi, kolom: str = "nilai") -> Any:
    return isi.get(PENILAIAN, {}).get(KODE, {}).get(kolom)


def kumpul(kiriman: Sequence[Kiriman], lama: Isi | None = None, asal: Asal | None = None) -> tuple[Isi, Kumpulan]:
    hasil = merge_kiriman(lama or {}, asal or {}, kiriman)
    return terap(lama or {}, hasil), hasil


def test_what_one_office_sends_fills_the_empty_place() -> None:
    isi, hasil = kumpul(kirim(sel("dinkes", 2.5), sel("dinkes", True, "dikonfirmasi")))
    assert nilai(isi) == 2.5
    assert nilai(isi, "dikonfirmasi") is True
    assert len(hasil.pilih("baru")) == 2


def test_two_offices_that_agree_are_one_value() -> None:
    isi, hasil = kumpul(kirim(sel("dinkes", 2.5), sel("dp3a", 2.5)))
    assert nilai(isi) == 2.5
    assert not hasil.pilih("bentrok")


def test_two_offices_that_differ_leave_the_place_empty_and_are_both_named() -> None:
    isi, hasil = kumpul(kirim(sel("dinkes", 2.5), sel("dp3a", 3.0), sel("dinkes", True, "dikonfirmasi")))
    assert nilai(isi) is None
    assert nilai(isi, "dikonfirmasi") is False
    (bentrok,) = hasil.pilih("bentrok")
    assert [(s.opd, s.nilai, s.berkas, s.sel) for s in bentrok.suara] == [
        ("dinkes", 2.5, "dinkes.xlsx", "Penilaian, sel H5"),
        ("dp3a", 3.0, "dp3a.xlsx", "Penilaian, sel H5"),
    ]


def test_a_disagreement_stays_until_someone_fills_the_place_and_then_rests() -> None:
    kiriman = kirim(sel("dinkes", 2.5), sel("dp3a", 3.0))
    isi, pertama = kumpul(kiriman)
    isi, kedua = kumpul(kiriman, isi, pertama.asal)
    assert len(kedua.pilih("bentrok")) == 1
    isi[PENILAIAN] = {KODE: {"nilai": 3.0}}
    isi, ketiga = kumpul(kiriman, isi, kedua.asal)
    assert nilai(isi) == 3.0
    assert not ketiga.pilih("bentrok")


def test_an_office_may_correct_its_own_value() -> None:
    isi, pertama = kumpul(kirim(sel("dinkes", 2.5)))
    isi, kedua = kumpul(kirim(sel("dinkes", 3.0)), isi, pertama.asal)
    assert nilai(isi) == 3.0
    assert [(k.lama, k.baru) for k in kedua.pilih("diperbarui")] == [(2.5, 3.0)]


def test_an_evaluators_own_entry_is_not_replaced_silently() -> None:
    isi, pertama = kumpul(kirim(sel("dinkes", 2.5)))
    isi[PENILAIAN][KODE] |= {"nilai": 2.0, "dikonfirmasi": True}
    isi, sama = kumpul(kirim(sel("dinkes", 2.5)), isi, pertama.asal)
    assert nilai(isi) == 2.0  # the office says nothing new
    isi, beda = kumpul(kirim(sel("dinkes", 3.0)), isi, sama.asal)
    (bentrok,) = beda.pilih("bentrok")
    assert [(s.opd, s.nilai) for s in bentrok.suara] == [("buku", 2.0), ("dinkes", 3.0)]
    isi, lagi = kumpul(kirim(sel("dinkes", 3.0)), isi, beda.asal)
    assert nilai(isi) is None
    assert [s.opd for s in lagi.pilih("bentrok")[0].suara] == ["dinkes", "buku"]


def test_last_years_unconfirmed_points_give_way_to_a_confirmed_answer() -> None:
    lama: Isi = {PENILAIAN: {KODE: {"nilai": 1.0, "dikonfirmasi": False}}}
    isi, hasil = kumpul(kirim(sel("dinkes", 2.5)), lama)
    assert nilai(isi) == 2.5
    assert not hasil.pilih("bentrok")


def test_points_that_an_office_only_passed_on_do_not_contradict_a_confirmed_answer() -> None:
    isi, hasil = kumpul(kirim(sel("dinkes", 2.5), sel("dp3a", 1.0, pasti=False)))
    assert nilai(isi) == 2.5
    assert not hasil.pilih("bentrok")


def test_an_empty_cell_replaces_nothing() -> None:
    isi, pertama = kumpul(kirim(sel("dinkes", 2.5)))
    isi, kedua = kumpul([diam("dinkes")], isi, pertama.asal)
    assert nilai(isi) == 2.5
    assert kedua.kejadian == ()
    _isi, ketiga = kumpul(kirim(sel("dinkes", 3.0)), isi, kedua.asal)
    assert [(k.lama, k.baru) for k in ketiga.pilih("diperbarui")] == [(2.5, 3.0)]


def berkas(nama: str, hari: int | None, *isi: SelIsi) -> Kiriman:
    """Return a file of dinkes saved on a day of March, or nobody knows when."""
    waktu = None if hari is None else datetime(2026, 3, hari, tzinfo=UTC)
    return Kiriman("dinkes", nama, "sha256:0", None, tuple(replace(s, berkas=nama) for s in isi), (), waktu)


LAIN = ("em", "klaster_3", "12", "2")


def test_of_two_files_of_one_office_the_newer_answer_holds_cell_by_cell() -> None:
    lama = berkas("a.xlsx", 1, sel("dinkes", 2.5), sel("dinkes", 1.0, kunci=LAIN))
    baru = berkas("b.xlsx", 9, sel("dinkes", 3.0))
    for kiriman in ([lama, baru], [baru, lama]):
        isi, hasil = kumpul(kiriman)
        assert (nilai(isi), isi[PENILAIAN][LAIN]["nilai"]) == (3.0, 1.0)
        assert not hasil.pilih("bentrok")


@pytest.mark.parametrize("hari", [(None, 9), (1, None), (9, 9)])
def test_where_nobody_knows_which_is_newer_it_is_a_conflict(hari: tuple[int | None, int | None]) -> None:
    isi, hasil = kumpul([berkas("a.xlsx", hari[0], sel("dinkes", 2.5)), berkas("b.xlsx", hari[1], sel("dinkes", 3.0))])
    assert nilai(isi) is None
    assert [s.berkas for s in hasil.pilih("bentrok")[0].suara] == ["a.xlsx", "b.xlsx"]


def test_an_older_file_that_is_found_again_replaces_nothing() -> None:
    isi, pertama = kumpul([berkas("b.xlsx", 9, sel("dinkes", 3.0))])
    dulu = {("dinkes", "b.xlsx"): datetime(2026, 3, 9, tzinfo=UTC)}
    kedua = merge_kiriman(isi, pertama.asal, [berkas("a.xlsx", 1, sel("dinkes", 2.5))], dulu)
    assert (kedua.ubahan, kedua.kejadian) == ((), ())


def test_an_office_whose_file_is_not_in_the_folder_this_time_still_counts() -> None:
    isi, pertama = kumpul(kirim(sel("dinkes", 2.5)))
    isi, kedua = kumpul(kirim(sel("dp3a", 3.0)), isi, pertama.asal)
    assert len(kedua.pilih("bentrok")) == 1
    assert nilai(isi) is None


def test_notes_of_several_offices_stand_side_by_side() -> None:
    isi, hasil = kumpul(kirim(sel("dinkes", "ada 12 puskesmas", "catatan"), sel("dp3a", "menunggu SK", "catatan")))
    assert nilai(isi, "catatan") == "dinkes: ada 12 puskesmas; dp3a: menunggu SK"
    assert not hasil.pilih("bentrok")


def test_an_evaluators_note_stays_in_front_of_what_offices_write() -> None:
    lama: Isi = {PENILAIAN: {KODE: {"catatan": "Tanya Bu Ani di rapat"}}}
    kiriman = kirim(sel("dinkes", "menunggu SK", "catatan"))
    isi, pertama = kumpul(kiriman, lama)
    isi, kedua = kumpul(kiriman, isi, pertama.asal)
    assert nilai(isi, "catatan") == "Tanya Bu Ani di rapat; menunggu SK"
    assert not kedua.ubahan
    isi, _ = kumpul(kirim(sel("dinkes", "SK terbit", "catatan")), isi, kedua.asal)
    assert nilai(isi, "catatan") == "Tanya Bu Ani di rapat; SK terbit"


def test_a_remembered_day_comes_back_as_a_day() -> None:
    asal_teks = SelIsi(
        DATA_DUKUNG, ("D1",), "tanggal_dokumen", "2024-03-18", "dinkes", "dinkes.xlsx", "Data dukung, sel F5"
    )
    isi, _ = kumpul([diam("dp3a")], {}, {asal_teks.letak: (asal_teks,)})
    assert str(isi[DATA_DUKUNG]["D1",]["tanggal_dokumen"]) == "2024-03-18"
    assert not isinstance(isi[DATA_DUKUNG]["D1",]["tanggal_dokumen"], str)


SUARA = st.builds(
    sel,
    st.sampled_from(["bappeda", "dinkes", "dp3a"]),
    st.sampled_from([0.0, 1.0, 2.5]),
    st.just("nilai"),
    st.booleans(),
    st.sampled_from([KODE, ("em", "klaster_3", "12", "2")]),
)
SURAT = st.lists(SUARA, max_size=6, unique_by=lambda s: (s.opd, s.kunci))


@given(st.lists(SURAT, min_size=1, max_size=3))
def test_collecting_twice_gives_the_same_book(gelombang: list[list[SelIsi]]) -> None:
    isi: Isi = {}
    asal: Asal = {}
    for surat in gelombang:
        kiriman = kirim(*surat)
        isi, hasil = kumpul(kiriman, isi, asal)
        lagi, kedua = kumpul(kiriman, isi, hasil.asal)
        assert kedua.ubahan == ()
        assert lagi == isi
        assert {k: set(v) for k, v in kedua.asal.items()} == {k: set(v) for k, v in hasil.asal.items()}
        assert {k.letak for k in kedua.pilih("bentrok")} == {k.letak for k in hasil.pilih("bentrok")}
        asal = hasil.asal


@given(SURAT)
def test_the_order_of_the_files_does_not_matter(surat: list[SelIsi]) -> None:
    kiriman = kirim(*surat)
    assert kumpul(kiriman)[0] == kumpul(kiriman[::-1])[0]


@given(SURAT)
def test_no_value_is_lost_whatever_was_sent(surat: list[SelIsi]) -> None:
    _isi, hasil = kumpul(kirim(*surat))
    ditulis = {(u.kunci, u.nilai) for u in hasil.ubahan}
    diperlihatkan = {(s.kunci, s.nilai) for k in hasil.pilih("bentrok") for s in k.suara}
    for s in surat:
        pasti_lain = any(t.kunci == s.kunci and t.pasti for t in surat)
        assert (s.kunci, s.nilai) in ditulis | diperlihatkan or (not s.pasti and pasti_lain)


def test_an_evaluators_own_points_without_a_word_on_confirmation_are_hers() -> None:
    lama: Isi = {PENILAIAN: {KODE: {"nilai": 2.0}}}
    isi, hasil = kumpul(kirim(sel("dinkes", 3.0)), lama)
    assert len(hasil.pilih("bentrok")) == 1
    assert nilai(isi) is None


def test_an_unconfirmed_answer_that_differs_is_named_although_it_is_not_used() -> None:
    _isi, hasil = kumpul(kirim(sel("dinkes", 2.5), sel("dp3a", 1.0, pasti=False)))
    assert [(s.opd, s.nilai) for k in hasil.kejadian for s in k.dilewati] == [("dp3a", 1.0)]
    lama: Isi = {PENILAIAN: {KODE: {"nilai": 2.5, "dikonfirmasi": True}}}
    isi, hasil = kumpul(kirim(sel("dp3a", 1.0, pasti=False)), lama)
    assert nilai(isi) == 2.5
    assert [s.opd for k in hasil.pilih("dilewati") for s in k.dilewati] == ["dp3a"]


def test_a_cell_that_a_row_cannot_do_without_keeps_what_the_book_says() -> None:
    def judul(opd: str, teks: str) -> SelIsi:
        return SelIsi(DATA_DUKUNG, ("D1",), "judul", teks, opd, f"{opd}.xlsx", "Data dukung, sel B5")

    lama: Isi = {DATA_DUKUNG: {("D1",): {"judul": "SK lama"}}}
    isi, hasil = kumpul(kirim(judul("dinkes", "SK A"), judul("dp3a", "SK B")), lama)
    assert isi[DATA_DUKUNG][("D1",)]["judul"] == "SK lama"
    assert len(hasil.pilih("bentrok")) == 1
