import pytest

from kla_lib.data.buku import load_buku
from kla_lib.data.penilaian import maksimal_per_kode, sebut_kode
from kla_lib.rules.form.instrumen import load_instrumen
from tests.pembantu.buku_uji import Penulis, isi_buku, pesan_buku
from tests.pembantu.params_uji import PARAMS


def satu_pesan(penulis: Penulis, *baris: list[object], **keterangan: object) -> str:
    (pesan,) = pesan_buku(penulis.tulis(isi_buku(*baris, keterangan=keterangan)))
    return pesan


def test_every_code_of_the_form_knows_its_highest_points() -> None:
    maks = maksimal_per_kode(load_instrumen(PARAMS, "2024"))
    assert maks["klaster_1", None, None] == 115
    assert maks["klaster_5", "21A", None] == 83
    assert maks["klaster_1", "4", "4"] == 5
    assert len(maks) == 7 + 31 + 274


@pytest.mark.parametrize(
    ("kode", "teks"),
    [
        (("klaster_5", "21A", "4a"), "21A/4a"),
        (("kelana_dekela", "25", None), "indikator 25"),
        (("klaster_1", None, None), "klaster_1"),
    ],
)
def test_codes_are_shown_as_readers_know_them(kode: tuple[str, str | None, str | None], teks: str) -> None:
    assert sebut_kode(kode) == teks


def test_marks_may_stand_at_a_different_level_in_each_branch(penulis: Penulis) -> None:
    buku = load_buku(
        PARAMS,
        penulis.tulis(
            isi_buku(
                ["em", "kelembagaan", None, None, 164],
                ["em", "klaster_1", "4", "1", 1],
                ["em", "klaster_1", "5", None, 45],
                ["va", "klaster_1", None, None, 100],
            )
        ),
    )
    assert buku.penilaian is not None
    assert list(buku.penilaian["nilai"]) == [164, 1, 45, 100]
    assert buku.tahap_tersedia() == ["em", "va"]


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        ("dua belas", "'dua belas' bukan angka. Tulis angka, misalnya 12,5; kosongkan sel bila belum dicatat."),
        ("tidak ada", "'tidak ada' bukan angka. Kosongkan bila belum diketahui; tulis 0 bila memang nol."),
        ("5,5", "nilai 5,5 melebihi nilai_maksimal 5 untuk 4/4. Tulis angka 0 sampai 5."),
        (
            "93,5 %",
            "'93,5 %' memuat tanda persen. Tulis angkanya saja, tanpa tanda %.",
        ),
        (-0.5, "nilai -0,5 kurang dari 0. Tulis angka mulai dari 0."),
        (5.5, "nilai 5,5 melebihi nilai_maksimal 5 untuk 4/4. Tulis angka 0 sampai 5."),
        (10**15 - 1, "nilai 999.999.999.999.999 melebihi nilai_maksimal 5 untuk 4/4. Tulis angka 0 sampai 5."),
        ("1" + "0" * 22, "'10000000000000000000000' terlalu besar. Tulis angka dengan paling banyak 15 digit."),
        (5.0012, "nilai 5,0012 melebihi nilai_maksimal 5 untuk 4/4. Tulis angka 0 sampai 5."),
    ],
)
def test_a_mark_that_cannot_be_is_refused_at_its_cell(penulis: Penulis, isi: object, salah: str) -> None:
    pesan = satu_pesan(penulis, ["em", "klaster_1", "4", "1", 1], ["em", "klaster_1", "4", "4", isi])
    assert pesan == penulis.tempat("Penilaian", "sel E3") + salah


@pytest.mark.parametrize("nilai", [0, 5, 4.99, None])
def test_marks_from_zero_to_the_maximum_and_unknown_ones_are_accepted(penulis: Penulis, nilai: float | None) -> None:
    buku = load_buku(PARAMS, penulis.tulis(isi_buku(["em", "klaster_1", "4", "4", nilai])))
    assert buku.penilaian is not None
    assert list(buku.penilaian["nilai"].dropna()) == ([] if nilai is None else [nilai])


@pytest.mark.parametrize(
    ("baris", "maks"),
    [
        (["em", "klaster_1", None, None, 115.5], "115 untuk klaster_1"),
        (["em", "klaster_1", "5", None, 45.5], "45 untuk indikator 5"),
    ],
)
def test_a_mark_of_a_higher_level_is_held_against_the_maximum_of_that_level(
    penulis: Penulis, baris: list[object], maks: str
) -> None:
    assert f" melebihi nilai_maksimal {maks}. " in satu_pesan(penulis, baris)


@pytest.mark.parametrize(
    ("klaster", "indikator", "pertanyaan", "sel", "salah"),
    [
        ("klaster_1", "zz", "1", "C2", "indikator 'zz' tidak ada di klaster_1. Pilihan: 1, 10, "),
        ("klaster_5", "21D", "1", "C2", "indikator '21D' tidak ada di klaster_5. Pilihan: "),
        ("klaster_2", "4", "1", "C2", "indikator '4' tidak ada di klaster_2. Indikator 4 milik klaster_1."),
        ("klaster_1", "4", "8", "D2", "pertanyaan '4/8' tidak ada di form. Pilihan: 1, 2, 3, 4, 5, 6, 7."),
        ("kelembagaan", "1", "2zz", "D2", "pertanyaan '1/2zz' tidak ada di form. Pilihan: 2a, "),
        ("klaster_1", None, "1", "C2", "pertanyaan '1' tanpa indikator. Isi kolom indikator."),
        ("klaster_9", "4", "1", "B2", "'klaster_9' tidak dikenal di kolom 'klaster'. Pilihan: "),
        (None, "4", "1", "B2", "kolom 'klaster' kosong. Isi salah satu: kelembagaan, klaster_1, "),
    ],
)
def test_an_unknown_code_is_refused_at_its_cell(
    penulis: Penulis, klaster: str | None, indikator: str | None, pertanyaan: str, sel: str, salah: str
) -> None:
    pesan = satu_pesan(penulis, ["em", klaster, indikator, pertanyaan, 1])
    assert pesan.startswith(penulis.tempat("Penilaian", f"sel {sel}") + salah)


@pytest.mark.parametrize(
    ("indikator", "pertanyaan", "kode"),
    [("4.5", None, "4/5"), ("4,5", None, "4/5"), ("4/5", None, "4/5"), ("4", "4.5", "4/5"), ("4 . 5", "1", "4/5")],
)
def test_a_whole_code_in_one_cell_gets_the_question_that_was_meant(
    penulis: Penulis, indikator: str, pertanyaan: str | None, kode: str
) -> None:
    pesan = satu_pesan(penulis, ["em", "klaster_1", indikator, pertanyaan, 1])
    i, p = kode.split("/")
    assert pesan.endswith(f"Maksud Anda {kode} (indikator {i}, pertanyaan {p})?")


def test_a_form_without_questions_refuses_a_question(penulis: Penulis) -> None:
    pesan = satu_pesan(
        penulis, ["vf", "kelana_dekela", "25", "1", 1], instrumen="2022", tahun_evaluasi=2022, tahap_berjalan="vf"
    )
    assert pesan == penulis.tempat("Penilaian", "sel D2") + (
        "pertanyaan '25/1' tidak ada di form. Form ini tidak memuat pertanyaan; kosongkan kolom pertanyaan."
    )


def test_a_doubled_code_is_refused_at_both_rows(penulis: Penulis) -> None:
    baris = ["em", "klaster_1", "4", "1", 1]
    akhir = (
        "baris dengan tahap, klaster, indikator, pertanyaan = em, klaster_1, 4, 1 ada dua kali: baris 2, baris 4. "
        "Hapus atau perbaiki salah satunya."
    )
    assert pesan_buku(penulis.tulis(isi_buku(baris, ["em", "klaster_1", "4", "2", 1], baris))) == [
        penulis.tempat("Penilaian", "sel D2") + akhir,
        penulis.tempat("Penilaian", "sel D4") + akhir,
    ]


@pytest.mark.parametrize(
    ("atas", "bawah", "salah"),
    [
        (["klaster_1", "4", None], ["klaster_1", "4", "1"], "indikator 4"),
        (["klaster_1", None, None], ["klaster_1", "4", None], "klaster_1"),
        (["klaster_1", None, None], ["klaster_1", "4", "1"], "klaster_1"),
    ],
)
@pytest.mark.parametrize("terbalik", [False, True])
def test_two_levels_of_one_branch_are_refused_wherever_they_stand(
    penulis: Penulis, atas: list[str | None], bawah: list[str | None], salah: str, terbalik: bool
) -> None:
    baris = [["em", *atas, 1], ["em", *bawah, 1]]
    pesan = satu_pesan(penulis, *(reversed(baris) if terbalik else baris))
    sel, lain = ("E3", 2) if terbalik else ("E2", 3)
    assert pesan == (
        penulis.tempat("Penilaian", f"sel {sel}")
        + f"{salah} dinilai di sini, padahal bagiannya juga dinilai di baris {lain}. "
        + "Simpan satu tingkat saja per cabang dalam satu tahap: hapus baris ini, atau kosongkan bagiannya."
    )


def test_one_row_too_many_above_many_marks_is_one_fault(penulis: Penulis) -> None:
    kode = load_instrumen(PARAMS, "2024").pertanyaan.query("indikator == '20'")["pertanyaan"]
    bawah = [["em", "klaster_4", "20", p, 1] for p in kode]
    assert pesan_buku(penulis.tulis(isi_buku(*bawah, ["em", "klaster_4", "20", None, 8]))) == [
        penulis.tempat("Penilaian", "sel E10")
        + "indikator 20 dinilai di sini, padahal bagiannya juga dinilai di baris 2, 3, 4, 5, dan 4 lainnya. "
        + "Simpan satu tingkat saja per cabang dalam satu tahap: hapus baris ini, atau kosongkan bagiannya."
    ]


def test_an_empty_row_above_marks_is_no_second_level(penulis: Penulis) -> None:
    isi = isi_buku(["em", "klaster_1", "4", "1", 1], ["em", "klaster_1", "4", None, None])
    assert load_buku(PARAMS, penulis.tulis(isi)).tahap_tersedia() == ["em"]


def test_two_levels_of_one_branch_in_two_stages_are_accepted(penulis: Penulis) -> None:
    isi = isi_buku(["em", "klaster_1", "4", "1", 1], ["va", "klaster_1", "4", None, 12])
    assert load_buku(PARAMS, penulis.tulis(isi)).tahap_tersedia() == ["em", "va"]


def test_the_stages_come_in_the_order_of_the_cycle(penulis: Penulis) -> None:
    isi = isi_buku(*([tahap, "klaster_1", None, None, 1] for tahap in ("vf", "em", "vl")))
    assert load_buku(PARAMS, penulis.tulis(isi)).tahap_tersedia() == ["em", "vl", "vf"]
