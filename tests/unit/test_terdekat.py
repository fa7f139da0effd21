"""A guess is never the opposite of what was written, and never another number."""

import pytest

from kla_lib.errors import maksud
from kla_lib.terdekat import nomor_sama, terdekat

STATUS = ("lengkap", "kurang", "tidak_ada", "belum_diperiksa")
CELAH = ("dokumen_ada", "belum_diunggah", "masih_bisa_dibuat", "siklus_berikutnya")
KEMAJUAN = ("belum", "berjalan", "terhambat", "selesai")
KLASTER = ("kelembagaan", *(f"klaster_{n}" for n in range(1, 6)), "kelana_dekela")


@pytest.mark.parametrize(
    ("tertulis", "pilihan", "dimaksud"),
    [
        ("lengkp", STATUS, "lengkap"),
        ("Tidak-Ada", STATUS, "tidak_ada"),
        ("tidakada", STATUS, "tidak_ada"),
        ("Tidak lengkap", STATUS, "kurang"),
        ("belum lengkap", STATUS, "kurang"),
        ("belum dicek", STATUS, "belum_diperiksa"),
        ("Klaster I", KLASTER, "klaster_1"),
        ("KLASTER III", KLASTER, "klaster_3"),
        ("klaster-iv", KLASTER, "klaster_4"),
        ("Klastr 2", KLASTER, "klaster_2"),
        ("klaster dua", KLASTER, "klaster_2"),
        ("D17", ("D017", "D018"), "D017"),
        ("sudah selesai", KEMAJUAN, "selesai"),
        ("Dokumen Ada.", CELAH, "dokumen_ada"),
    ],
)
def test_a_slip_and_a_common_phrase_get_the_word_that_was_meant(
    tertulis: str, pilihan: tuple[str, ...], dimaksud: str
) -> None:
    assert terdekat(tertulis, pilihan) == dimaksud


@pytest.mark.parametrize(
    ("tertulis", "pilihan"),
    [
        *((f"{ingkar} lengkap", ("lengkap", "kosong")) for ingkar in ("tidak", "tdk", "belum", "blm", "bukan", "tak")),
        *((t, ("lengkap", "aktif")) for t in ("tidaklengkap", "ga lengkap", "x lengkap", "nonaktif", "inaktif")),
        ("dokumen tidak ada", CELAH),
        ("tidak bisa dibuat", CELAH),
        ("tidak masih bisa dibuat", CELAH),
        ("sudah diunggah", CELAH),
        ("Belum selesai", KEMAJUAN),
        ("tidak berjalan", KEMAJUAN),
        ("Klaster VI", KLASTER),
        ("klaster 6", KLASTER),
        ("Klaster", KLASTER),
        ("Kecamatan", KLASTER),
        ("R02", ("R01", "R03")),
        ("D107", ("D017", "D170")),
        ("4b", ("4a", "4c")),
        ("21D", ("21A", "21B")),
        ("kota-contoh-3", ("kota-contoh-1", "kota-contoh-2")),
        ("2023", ("2022", "2024")),
        ("va2", ("va", "vl", "vf")),
        ("turun_naik", ("naik_baik", "turun_baik")),
        ("???", STATUS),
        ("", STATUS),
    ],
)
def test_where_it_is_not_sure_nothing_is_guessed(tertulis: str, pilihan: tuple[str, ...]) -> None:
    assert terdekat(tertulis, pilihan) is None
    assert maksud(tertulis, pilihan).startswith("Pilihan: ")


def test_of_many_choices_the_likeliest_are_shown() -> None:
    kode = [f"{n}{h}" for n in range(1, 25) for h in "abc"]
    assert "21a, 21b, 21c" in maksud("21d", kode)


@pytest.mark.parametrize(
    ("satu", "dua", "sama"),
    [
        ("Puskesmas Contoh 1", "Puskesmas Contoh 2", False),
        ("Bagian Umum II", "Bagian Umum", False),
        ("Bagian Umum II", "bagian umum 2", True),
        ("Dinas Kesehatn", "Dinas Kesehatan", True),
        ("Kelurahan Satu", "Kelurahan Dua", False),
    ],
)
def test_names_with_other_numbers_are_other_names(satu: str, dua: str, sama: bool) -> None:
    assert nomor_sama(satu, dua) is sama
