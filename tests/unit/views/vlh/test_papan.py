"""The board of the hours for mending."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from kla_lib.scoring.vlh.kartu import Kartu
from kla_lib.views.kantor.teks_obrolan import PALING_PANJANG
from kla_lib.views.vlh.papan import (
    kalimat_jendela,
    kartu_kantor,
    kelompok_kantor,
    kotak_obrolan_kantor,
    sesudah_jendela,
    teks_permintaan,
)
from tests.pembantu.vlh_uji import TUTUP, minta, vlh_contoh

DUA = (minta("P-01", "7/1"), minta("P-02", status="terpenuhi"))


@pytest.mark.parametrize(
    ("sebelum", "kalimat", "mundur"),
    [
        (timedelta(hours=60), "Jendela 48 jam belum dibuka. Batasnya 22 Mei 2025 pukul 16.00 WIB.", True),
        (timedelta(hours=31, minutes=20), "tersisa 31 jam 20 menit", True),
        (timedelta(0), "Jendela 48 jam sudah ditutup. Batasnya 22 Mei 2025 pukul 16.00 WIB.", False),
    ],
)
def test_the_board_says_when_the_hours_end_and_counts_only_while_something_is_left(
    sebelum: timedelta, kalimat: str, mundur: bool
) -> None:
    t = kalimat_jendela(vlh_contoh(permintaan=DUA), TUTUP - sebelum)
    assert kalimat in t.teks
    assert "1 dari 2 permintaan terpenuhi." in t.teks
    assert ('data-tutup="2025-05-22T16:00:00+07:00"' in t.html) == mundur


def test_hours_without_a_start_say_what_to_write_where() -> None:
    vlh = vlh_contoh()
    vlh = replace(vlh, hari=replace(vlh.hari, mulai=None))
    teks = kalimat_jendela(vlh, TUTUP).teks
    assert "belum mulai: jamnya belum ditulis" in teks
    assert "vlh/kota-contoh.yaml" in teks


def test_a_card_holds_question_what_is_asked_points_state_and_hours_left() -> None:
    vlh = vlh_contoh(permintaan=DUA)
    html = kartu_kantor(vlh, vlh.kartu, TUTUP - timedelta(hours=2)).html
    bagian = ("P-01", "Kirim bukti P-01.", "nilai 9/10", "belum dikerjakan", "sisa 2 jam 0 menit", "terpenuhi")
    assert [b for b in bagian if b not in html] == []
    assert html.count("data-sisa") == 1


def test_cards_stand_by_office_and_those_of_none_last() -> None:
    vlh = vlh_contoh(permintaan=(*DUA, minta("P-03", "12/1"), minta("P-04", opd="dinas_kesehatan")))
    kelompok = [(opd, [k.id for k in kartu]) for opd, kartu in kelompok_kantor(vlh)]
    assert kelompok == [("dinas_kesehatan", ["P-03", "P-04"]), ("kemenag", ["P-01"]), ("", ["P-02"])]


def test_the_text_for_chat_names_the_hour_is_short_and_asks_three_things_at_most() -> None:
    banyak = tuple(minta(f"P-{n:02}", "7/1", diminta="Unggah dokumen. " * 40) for n in range(5))
    vlh = vlh_contoh(permintaan=banyak)
    teks = teks_permintaan(vlh, "kemenag", list(vlh.kartu))
    assert len(teks) <= PALING_PANJANG
    assert "paling lambat 22 Mei 2025 pukul 16.00 WIB:" in teks
    assert "2 permintaan lain ada di papan." in teks
    assert ("3. " in teks, "4. " in teks) == (True, False)
    assert teks.startswith("(Contoh, data buatan)\nYth. Kantor Kementerian Agama,")


def test_nobody_is_asked_any_more_once_the_hours_are_over_or_all_is_met() -> None:
    vlh = vlh_contoh(permintaan=DUA)

    def kotak(kini: datetime, id_kartu: str) -> str:
        return kotak_obrolan_kantor(vlh, "kemenag", [k for k in vlh.kartu if k.id == id_kartu], 1, kini).html

    assert "Teks siap kirim" in kotak(TUTUP - timedelta(hours=1), "P-01")
    assert kotak(TUTUP, "P-01") == ""
    assert kotak(TUTUP - timedelta(hours=1), "P-02") == ""


def test_afterwards_it_is_said_what_was_met_and_what_its_points_were_worth() -> None:
    vlh = vlh_contoh()
    kartu = (
        Kartu("VA-7/1", "va", "7/1", "kemenag", "Foto", "terpenuhi", None, 9, 10, pulih=4, kembali=3),
        Kartu("VA-8/3", "va", "8/3", "dinas_pppa", "SK", "belum", None, 9, 10, pulih=3, kembali=0),
    )
    vars(vlh)["kartu"] = kartu
    assert sesudah_jendela(vlh, TUTUP - timedelta(minutes=1)).teks == ""
    teks = sesudah_jendela(vlh, TUTUP).teks
    assert "1 dari 2 permintaan terpenuhi sampai jendela ditutup." in teks
    assert "menyangkut 4 poin" in teks
    assert "3 poin kembali" in teks
