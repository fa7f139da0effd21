"""The text for chat: never too long, never more than three things, a day, and where to send it."""

import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kla_lib.bahasa import format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.rules.daerah.daerah import PALING_PANJANG as KONTAK_PANJANG
from kla_lib.rules.daerah.daerah import Kontak
from kla_lib.scoring.pekerjaan.pekerjaan import (
    DOKUMEN,
    JANJI,
    KEGIATAN,
    NILAI,
    PERIKSA,
    TANPA_DOKUMEN,
    Pekerjaan,
    PekerjaanKantor,
)
from kla_lib.views.kantor.teks_obrolan import bersihkan, ringkas_di_kata, sebut_kontak, teks_obrolan
from tests.pembantu.kantor_uji import kebutuhan
from tests.pembantu.params_uji import PARAMS

BUKU = ("kota-contoh-1", "ogan-ilir-2024", "kota-bekasi")
KOSONG = pd.DataFrame({"kode": []})
CONTOH = load_keadaan(PARAMS, "kota-contoh-1")
KATA = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300) | st.sampled_from(
    ["SK *Tim* _KLA_", "a" * 250, "Laporan " * 40, "=1+1", "Dua\nbaris", "Matriks `x` ~y~"]
)


def butir(teks: str) -> list[str]:
    return re.findall(r"^\d\. .*$", teks, flags=re.M)


def check_teks(teks: str, keadaan: Keadaan, k: PekerjaanKantor) -> None:
    """Assert what holds for every text, whatever the book says."""
    assert len(teks) <= 700
    assert len(butir(teks)) == min(3, len(k.yang_pertama(3)))
    assert sebut_kontak(keadaan) in teks
    assert "Terima kasih" in teks
    assert not set("*~`") & set(teks.replace(sebut_kontak(keadaan), ""))
    hari = [b.tenggat for b in k.yang_pertama(3) if b.tenggat]
    if hari:
        assert f"paling lambat {format_tanggal(min(hari))}" in teks
    elif k.butuh:
        assert "mohon kabarkan kapan bisa dikirim" in teks
    if semua := [b.tenggat for b in k.butuh if b.tenggat]:
        assert format_tanggal(min(semua)) in teks


@pytest.mark.parametrize("rapat", BUKU)
def test_every_office_of_the_examples_gets_a_text_that_can_be_sent(rapat: str) -> None:
    keadaan = load_keadaan(PARAMS, rapat)
    for k in kebutuhan(keadaan).values():
        check_teks(teks_obrolan(keadaan, k), keadaan, k)


@st.composite
def satu_kebutuhan(draw: st.DrawFn) -> Pekerjaan:
    jenis = draw(st.sampled_from([DOKUMEN, PERIKSA, TANPA_DOKUMEN, KEGIATAN, JANJI, NILAI]))
    poin = draw(st.none() | st.floats(0, 1000))
    kode = draw(st.sampled_from(["1/1", "21A/4a", "3/1d"]))
    return Pekerjaan(
        jenis=jenis,
        id=kode if jenis in (TANPA_DOKUMEN, NILAI) else draw(KATA),
        teks=draw(KATA),
        kode=(kode,),
        opd="dinas_kesehatan",
        menunggu=() if poin is None else ((kode, poin),),
        poin=poin,
        tenggat=draw(st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31))),
        asal=draw(st.none() | st.just("dinas_kesehatan") | KATA),
        keadaan=draw(st.sampled_from(["kurang", "tidak_ada"])),
        terbuka=draw(st.sampled_from([(), ("terbaca",), ("tahun_ini", "tahun_lalu", "penyebut", "tanda_tangan")])),
        catatan=draw(st.none() | KATA),
    )


@given(
    butuh=st.lists(satu_kebutuhan(), max_size=6),
    kantor=KATA,
    kota=KATA,
    kontak=st.none() | st.just(Kontak(**{k: "w" * n for k, n in KONTAK_PANJANG.items()})),
    contoh=st.booleans(),
)
def test_no_book_makes_a_text_too_long(
    butuh: list[Pekerjaan], kantor: str, kota: str, kontak: Kontak | None, contoh: bool
) -> None:
    keadaan = replace(
        CONTOH,
        daerah=replace(CONTOH.daerah, nama=kota, kontak=kontak),
        buku=replace(CONTOH.buku, keterangan=replace(CONTOH.buku.keterangan, contoh=contoh)),
    )
    k = PekerjaanKantor(kantor, tuple(butuh), tuple(butuh[:1]), (), (), KOSONG, KOSONG)
    check_teks(teks_obrolan(keadaan, k), keadaan, k)


@given(teks=KATA | st.lists(KATA, max_size=8).map(" ".join), batas=st.integers(2, 120))
def test_a_text_is_shortened_at_a_word(teks: str, batas: int) -> None:
    utuh, hasil = bersihkan(teks), ringkas_di_kata(teks, batas)
    assert len(hasil) <= batas
    if hasil != utuh:
        assert hasil.endswith("…")
        awal = hasil[:-1]
        assert utuh.startswith(awal)
        assert not awal or utuh[len(awal)] in " ,;:.-–("


@pytest.mark.parametrize(
    ("teks", "batas", "hasil"),
    [
        ("Laporan Forum Anak 2024", 40, "Laporan Forum Anak 2024"),
        ("Laporan Forum Anak 2024", 15, "Laporan Forum…"),
        ("Laporan Forum Anak 2024", 14, "Laporan Forum…"),
        ("Laporan Forum, lalu Anak", 16, "Laporan Forum…"),
        ("Rekapitulasi", 5, "…"),
    ],
)
def test_where_a_title_is_cut(teks: str, batas: int, hasil: str) -> None:
    assert ringkas_di_kata(teks, batas) == hasil


def satu(**lain: object) -> PekerjaanKantor:
    dasar = Pekerjaan(DOKUMEN, "D1", "SK Tim", ("1/1",), "bnn", (("1/1", 2.5),), 2.5, date(2025, 3, 14), "kurang")
    return PekerjaanKantor("dinas_kesehatan", (replace(dasar, **lain),), (), (), (), KOSONG, KOSONG)  # type: ignore[arg-type]


def test_a_text_says_what_how_many_points_and_until_when() -> None:
    assert teks_obrolan(CONTOH, satu(catatan="Belum bertanda tangan.")) == (
        "(Contoh, data buatan)\n"
        "Yth. Dinas Kesehatan,\n"
        "Untuk evaluasi KLA Kota Contoh, mohon bantuannya paling lambat 14 Maret 2025:\n"
        "1. Lengkapi SK Tim: Belum bertanda tangan (2,5 poin)\n"
        "\n"
        "Ini menyangkut 2,5 poin yang sudah diisi. Mohon kirim ke Sekretariat Gugus Tugas KLA (DP3A), "
        "loket-kla.contoh (alamat karangan). Terima kasih."
    )


def test_a_title_that_is_one_endless_word_is_called_by_its_number() -> None:
    assert butir(teks_obrolan(CONTOH, satu(teks="a" * 300))) == ["1. Lengkapi nomor D1 (2,5 poin)"]


def test_without_a_contact_of_its_own_the_secretariat_is_named() -> None:
    tanpa = replace(CONTOH, daerah=replace(CONTOH.daerah, kontak=None))
    assert teks_obrolan(tanpa, satu()).endswith("Mohon kirim ke Sekretariat Gugus Tugas KLA. Terima kasih.")


def test_points_that_are_not_known_are_not_mentioned() -> None:
    teks = teks_obrolan(CONTOH, satu(poin=None, menunggu=()))
    assert "poin" not in teks
    assert butir(teks) == ["1. Lengkapi SK Tim"]


def test_an_office_that_owes_nothing_is_thanked() -> None:
    teks = teks_obrolan(CONTOH, kebutuhan(CONTOH)["bnn"])
    assert "tidak ada lagi yang kami minta dari kantor ini" in teks
    assert not butir(teks)


def test_a_text_about_real_data_does_not_call_itself_an_example() -> None:
    keadaan = load_keadaan(PARAMS, "ogan-ilir-2024")
    assert "Contoh" not in teks_obrolan(keadaan, kebutuhan(keadaan)["dinas_kesehatan"])
