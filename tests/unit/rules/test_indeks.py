"""The file of an index: strict, each fault with its place, nothing that could be taken for a ministry's index."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.form.kepala import KLASTER
from kla_lib.rules.indeks import ANGGAPAN, daftar_indeks, load_indeks, read_indeks
from tests.pembantu.params_uji import PARAMS, params_dengan

SATU = """nama: uji
judul: Uji
klaster: {klaster_1: 1}
ukuran:
  - ukuran: Akta
    klaster: klaster_1
    arah: naik_baik
    acuan: {bawah: {nilai: 0, sumber: anggapan}, atas: {nilai: 100, sumber: anggapan}}
"""

DUA = """  - ukuran: KIA
    klaster: klaster_1
    arah: naik_baik
    acuan: {bawah: {nilai: 0, sumber: anggapan}, atas: {nilai: 100, sumber: anggapan}}
"""


def tulis(folder: Path, teks: str, nama: str = "uji") -> Path:
    path = folder / f"{nama}.yaml"
    path.write_text(teks, encoding="utf-8")
    return path


def test_the_shipped_index_is_of_outcomes_with_a_source_or_the_word_for_every_goalpost() -> None:
    indeks = load_indeks(PARAMS)
    assert daftar_indeks(PARAMS) == ["hak-anak"]
    assert set(indeks.klaster) == {k for k in KLASTER if k.startswith("klaster_")}
    sumber = [t.sumber for u in indeks.ukuran if u.acuan for t in (u.acuan.bawah, u.acuan.atas)]
    assert len(sumber) == 2 * len(indeks.ukuran)
    assert ANGGAPAN in sumber
    assert all(s == ANGGAPAN or len(s) > 10 for s in sumber)
    titik = [t for u in indeks.ukuran if u.acuan for t in (u.acuan.bawah, u.acuan.atas)]
    assert all(t.alasan for t in titik if t.sumber == ANGGAPAN), "an assumption says why"
    assert all(u.jenis_sumber and u.satuan for u in indeks.ukuran), "a series of one kind, of one unit"


@pytest.mark.parametrize(
    ("lama", "baru", "bagian"),
    [
        ("    arah: naik_baik\n", "", "baris 5, kunci ukuran.0.arah: kunci 'arah' belum ada"),
        ("arah: naik_baik", "arah: netral", "baris 7, kunci ukuran.0.arah: isi 'netral' tidak sesuai"),
        ("    acuan: {bawah: {nilai: 0, sumber: anggapan}, atas: {nilai: 100, sumber: anggapan}}\n", "",
         "kunci ukuran.0: ukuran 'Akta' belum punya titik acuan. Tulis acuan: bawah dan atas"),
        ("{nilai: 0, sumber: anggapan}", "{nilai: 0}", "kunci 'sumber' belum ada"),
        ("nilai: 100", "nilai: 0", "baris 8, kunci ukuran.0.acuan: titik acuan bawah dan atas sama (0)"),
        ("nilai: 100", "nilai: -5", "lebih besar dari yang atas (-5); mana yang baik ditulis di arah"),
        ("{klaster_1: 1}", "{klaster_1: 0}", "kunci klaster: jumlah bobot di bawah 'uji' nol"),
        ("arah: naik_baik", "arah: naik_baik\n    bobot: 0", "jumlah bobot di bawah 'klaster_1' nol"),
        ("    klaster: klaster_1", "    klaster: klaster_11",
         "kunci ukuran.0.klaster: klaster 'klaster_11' tidak dikenal. Pilihan: klaster_1."),
        ("{klaster_1: 1}", "{klaster_1: 1, klaster_2: 1}", "klaster 'klaster_2' tidak punya ukuran"),
        ("ukuran:\n", "cara_bobot: anggaran\nukuran:\n", "berjumlah 1, bukan 100. Bagi 100 poin kepada isinya"),
        ("ukuran:\n", "normalisasi: jarak_target\nukuran:\n", "ukuran 'Akta' belum punya target"),
        ("arah: naik_baik", "arah: naik_baik\n    transformasi: log", "titik acuan bawah 0 tidak punya logaritma"),
        ("judul: Uji", "judul: IPHA kota kami", "adalah nama indeks resmi kementerian. Pakai nama lain"),
        ("judul: Uji", "judul: Indeks perlindungan  anak", "adalah nama indeks resmi kementerian"),
        ("judul: Uji", "judul: Uji\nukurann: 1", "kunci 'ukurann' tidak dikenal. Maksud Anda 'ukuran'?"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_place_value_and_remedy(tmp_path: Path, lama: str, baru: str, bagian: str) -> None:
    assert lama in SATU
    with pytest.raises(KlaError) as e:
        read_indeks(tulis(tmp_path, SATU.replace(lama, baru, 1)))
    assert bagian in str(e.value)


@pytest.mark.parametrize("nama", ["Akta", "akta ", "KIA\n    alias: [AKTA]"])
def test_a_measure_that_stands_twice_is_refused_however_it_is_spelt(tmp_path: Path, nama: str) -> None:
    with pytest.raises(KlaError, match=r"ukuran '\w+ ?' sudah ada di isi ke-1"):
        read_indeks(tulis(tmp_path, SATU + DUA.replace("KIA", nama.strip() if "\n" in nama else f'"{nama}"')))


def test_survey_and_routine_of_one_measure_are_not_mixed(tmp_path: Path) -> None:
    survei = SATU.replace("arah: naik_baik", "arah: naik_baik\n    jenis_sumber: survei")
    rutin = DUA.replace("KIA", "Akta").replace("arah: naik_baik", "arah: naik_baik\n    jenis_sumber: rutin")
    with pytest.raises(KlaError, match="survei dan catatan rutin pun tidak dicampur"):
        read_indeks(tulis(tmp_path, survei + rutin))


def test_a_budget_of_a_hundred_points_and_equal_weights_are_held_to_their_word(tmp_path: Path) -> None:
    anggaran = (SATU + DUA).replace("klaster_1: 1", "klaster_1: 100").replace("judul: Uji", "judul: Uji\ncara_bobot: X")
    berbobot = anggaran.replace("arah: naik_baik", "arah: naik_baik\n    bobot: 60", 1)
    cukup = berbobot.replace("klaster: klaster_1\n    arah: naik_baik\n    acuan",
                             "klaster: klaster_1\n    bobot: 40\n    arah: naik_baik\n    acuan")  # fmt: skip
    assert read_indeks(tulis(tmp_path, cukup.replace("X", "anggaran"))).cara_bobot == "anggaran"
    with pytest.raises(KlaError, match="bobot di bawah 'klaster_1' berjumlah 61, bukan 100"):
        read_indeks(tulis(tmp_path, berbobot.replace("X", "anggaran")))
    with pytest.raises(KlaError, match="berbeda, padahal cara_bobot sama"):
        read_indeks(tulis(tmp_path, berbobot.replace("X", "sama")))


def test_an_index_over_a_book_has_the_klaster_of_the_form_and_the_name_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "indeks").mkdir()
    params = params_dengan(tmp_path)
    tulis(tmp_path / "indeks", SATU.replace("klaster_1", "kesehatan"), "lain")
    with pytest.raises(KlaError) as e:
        load_indeks(params, "lain")
    assert "klaster 'kesehatan' tidak dikenal" in str(e.value)
    assert "nama 'uji' berbeda dari nama berkas 'lain'" in str(e.value)
    with pytest.raises(KlaError, match=r"indeks 'hak-ank' tidak ada\. Maksud Anda 'hak-anak'"):
        load_indeks(params, "hak-ank")
    tulis(tmp_path / "indeks", SATU)
    assert load_indeks(params, "uji").nama_ukuran == ["Akta"]
