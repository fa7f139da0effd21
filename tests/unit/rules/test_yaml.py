from datetime import date
from pathlib import Path
from time import process_time
from typing import Literal

import pytest
from pydantic import Field

from kla_lib.errors import KlaError
from kla_lib.rules.yaml import Aturan, load_yaml, read_yaml


class Pohon(Aturan):
    jenis: str
    tinggi: float = Field(gt=0)


class Kebun(Aturan):
    nama: str
    dibuka: date
    luas: int = Field(default=1, ge=1)
    musim: Literal["hujan", "kemarau"] = "hujan"
    catatan: str | None = None
    pohon: tuple[Pohon, ...] = ()
    petak: dict[str, Pohon] = Field(default_factory=dict)
    jam: tuple[date, date] | None = None
    path: Path


DASAR = "nama: Kebun Raya\ndibuka: 2021-03-16\n"


def muat(folder: Path, teks: str | bytes) -> Kebun:
    path = folder / "kebun.yaml"
    path.write_bytes(teks.encode() if isinstance(teks, str) else teks)
    return load_yaml(path, Kebun, path=path)


def pesan(folder: Path, teks: str | bytes) -> list[str]:
    with pytest.raises(KlaError) as e:
        muat(folder, teks)
    return [str(k) for k in e.value.kesalahan]


def test_a_right_file_becomes_the_model(tmp_path: Path) -> None:
    kebun = muat(
        tmp_path, DASAR + "luas: 3\npohon:\n  - {jenis: jati, tinggi: 12}\npetak: {a: {jenis: ulin, tinggi: 9.5}}\n"
    )
    assert (kebun.nama, kebun.dibuka, kebun.luas) == ("Kebun Raya", date(2021, 3, 16), 3)
    assert kebun.pohon == (Pohon(jenis="jati", tinggi=12),)
    assert kebun.petak["a"].tinggi == 9.5
    assert kebun.path == tmp_path / "kebun.yaml"


def test_the_lines_of_all_keys_are_known(tmp_path: Path) -> None:
    path = tmp_path / "kebun.yaml"
    path.write_text("# catatan\nnama: a\n\npohon:\n  - jenis: jati\n    tinggi: 3\n", encoding="utf-8")
    isi, baris = read_yaml(path)
    assert isi == {"nama": "a", "pohon": ({"jenis": "jati", "tinggi": 3},)}
    assert baris == {
        ("nama",): 2,
        ("pohon",): 4,
        ("pohon", 0): 5,
        ("pohon", 0, "jenis"): 5,
        ("pohon", 0, "tinggi"): 6,
    }


@pytest.mark.parametrize("kata", ["no", "NO", "off", "y", "on"])
def test_words_that_old_yaml_reads_as_true_or_false_stay_text(tmp_path: Path, kata: str) -> None:
    assert muat(tmp_path, f"{DASAR}catatan: {kata}\n").catatan == kata


def test_a_byte_order_mark_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert muat(tmp_path, "\ufeff" + DASAR).nama == "Kebun Raya"


def test_an_unknown_key_gets_its_line_and_the_nearest_key(tmp_path: Path) -> None:
    assert pesan(tmp_path, DASAR + "catatn: x\n") == [
        "kebun.yaml, baris 3, kunci catatn: kunci 'catatn' tidak dikenal. Maksud Anda 'catatan'?"
    ]


def test_an_unknown_key_inside_a_list_gets_the_keys_that_are_allowed_there(tmp_path: Path) -> None:
    assert pesan(tmp_path, DASAR + "pohon:\n  - jenis: jati\n    tinggi: 1\n    warna: hijau\n") == [
        "kebun.yaml, baris 6, kunci pohon.0.warna: kunci 'warna' tidak dikenal. Pilihan: jenis, tinggi."
    ]


def test_an_unknown_key_inside_a_named_entry_gets_the_nearest_key_of_that_entry(tmp_path: Path) -> None:
    assert pesan(tmp_path, DASAR + "petak:\n  utara: {jenis: jati, tinggi: 1, tingi: 2}\n") == [
        "kebun.yaml, baris 4, kunci petak.utara.tingi: kunci 'tingi' tidak dikenal. Maksud Anda 'tinggi'?"
    ]


def test_an_absent_key_is_named_with_the_line_to_add(tmp_path: Path) -> None:
    assert pesan(tmp_path, "nama: a\n") == [
        "kebun.yaml, baris 1, kunci dibuka: kunci 'dibuka' belum ada. Tambahkan baris `dibuka: …`."
    ]


def test_an_absent_key_of_an_entry_names_the_line_of_the_entry(tmp_path: Path) -> None:
    assert pesan(tmp_path, DASAR + "pohon:\n  - {jenis: a, tinggi: 1}\n  - {jenis: b}\n") == [
        "kebun.yaml, baris 5, kunci pohon.1.tinggi: kunci 'tinggi' belum ada. Tambahkan baris `tinggi: …`."
    ]


def test_a_doubled_key_is_refused_at_its_second_line(tmp_path: Path) -> None:
    assert pesan(tmp_path, DASAR + "luas: 1\nluas: 2\n") == [
        "kebun.yaml, baris 4: kunci 'luas' ditulis dua kali. Hapus salah satunya."
    ]


def test_a_key_that_the_program_gives_may_not_be_written(tmp_path: Path) -> None:
    assert pesan(tmp_path, DASAR + "path: x\n") == [
        "kebun.yaml, baris 3, kunci path: kunci 'path' tidak dikenal. Hapus kunci ini."
    ]


@pytest.mark.parametrize(
    ("baris", "salah", "perbaikan"),
    [
        ("catatan: 21", "isi '21' tidak sesuai", 'Tulis sebagai teks di antara tanda kutip: "21".'),
        ("catatan: 1e5", "isi '100000.0' tidak sesuai", 'Tulis kodenya di antara tanda kutip, misalnya "1e5".'),
        ("catatan: true", "isi 'True' tidak sesuai", 'Tulis sebagai teks di antara tanda kutip: "True".'),
        ("catatan: [a]", "isi '('a',)' tidak sesuai", "Tulis sebagai teks di antara tanda kutip: \"('a',)\"."),
        ("luas: tiga", "isi 'tiga' tidak sesuai", "Tulis bilangan bulat tanpa tanda kutip, misalnya 2025."),
        ('luas: "3"', "isi '3' tidak sesuai", "Tulis bilangan bulat tanpa tanda kutip, misalnya 2025."),
        ("luas: 3,5", "isi '3,5' tidak sesuai", "Tulis bilangan bulat tanpa tanda kutip, misalnya 2025."),
        ("musim: hujn", "isi 'hujn' tidak sesuai", "Maksud Anda 'hujan'?"),
        ("musim: salju", "isi 'salju' tidak sesuai", "Pilihan: hujan, kemarau."),
        ("pohon: jati", "isi 'jati' tidak sesuai", "Tulis sebagai daftar, misalnya [a, b]."),
        ("petak: jati", "isi 'jati' tidak sesuai", "Tulis sebagai kunci: nilai, misalnya {nama: Sesi 1}."),
        ("5: a", "isi '5' tidak sesuai", "Tulis kuncinya sebagai teks di antara tanda kutip."),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_with_what_to_write(
    tmp_path: Path, baris: str, salah: str, perbaikan: str
) -> None:
    kunci = baris.split(":")[0]
    assert pesan(tmp_path, f"{DASAR}{baris}\n") == [f"kebun.yaml, baris 3, kunci {kunci}: {salah}. {perbaikan}"]


@pytest.mark.parametrize("hari", ["2022-1-1", '"2022-01-01"', "1 Januari 2022", "2022", "2022-01-01 08:30:00"])
def test_a_half_or_quoted_date_is_refused(tmp_path: Path, hari: str) -> None:
    (salah,) = pesan(tmp_path, f"nama: a\ndibuka: {hari}\n")
    assert salah.startswith("kebun.yaml, baris 2, kunci dibuka: isi '2022") or "isi '1 Januari 2022'" in salah
    assert salah.endswith(" tidak sesuai. Tulis tanggal sebagai TTTT-BB-HH, misalnya 2025-03-18.")


@pytest.mark.parametrize("hari", ["2025-02-30", "2025-13-01", "2025-06-31"])
def test_a_day_that_no_calendar_has_is_refused_at_its_line(tmp_path: Path, hari: str) -> None:
    assert pesan(tmp_path, f"nama: a\ndibuka: {hari}\n") == [
        f"kebun.yaml, baris 2: isi '{hari}' tidak terbaca. Tulis tanggal yang ada di kalender, misalnya 2025-03-18."
    ]


@pytest.mark.parametrize(
    ("isi", "salah"),
    [
        ("[2025-01-01]", "isi ke-2 belum ada. Tambahkan ke daftarnya."),
        ("[2025-01-01, 2025-01-02, 2025-01-03]", "Tulis paling banyak 2 isi."),
    ],
)
def test_a_pair_with_one_or_three_parts_is_refused(tmp_path: Path, isi: str, salah: str) -> None:
    (dapat,) = pesan(tmp_path, f"{DASAR}jam: {isi}\n")
    assert dapat.startswith("kebun.yaml, baris 3, kunci jam: ")
    assert dapat.endswith(salah)


def test_a_number_outside_its_range_is_refused_with_the_range(tmp_path: Path) -> None:
    assert pesan(tmp_path, DASAR + "luas: 0\npohon: [{jenis: a, tinggi: 0}]\n") == [
        "kebun.yaml, baris 3, kunci luas: isi '0' tidak sesuai. Tulis angka paling sedikit 1.",
        "kebun.yaml, baris 4, kunci pohon.0.tinggi: isi '0' tidak sesuai. Tulis angka lebih dari 0.",
    ]


def test_all_faults_of_a_file_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    teks = "nama: 5\ndibuka: 2021-3-16\nlua: 3\npohon:\n  - jenis: jati\n  - tinggi: tinggi\n    jenis: a\n"
    assert sorted(p.split(":")[0] for p in pesan(tmp_path, teks)) == [
        "kebun.yaml, baris 1, kunci nama",
        "kebun.yaml, baris 2, kunci dibuka",
        "kebun.yaml, baris 3, kunci lua",
        "kebun.yaml, baris 5, kunci pohon.0.tinggi",
        "kebun.yaml, baris 6, kunci pohon.1.tinggi",
    ]


@pytest.mark.parametrize(
    ("teks", "baris"),
    [
        ("nama: [a\n", 2),
        ("nama: a\n\tluas: 1\n", 2),
        ('nama: "a\n', 2),
        ("nama: a: b\n", 1),
        ("nama: a\n---\nnama: b\n", 2),
        ("nama: a\n luas: 1\n", 2),
        ("{nama: a", 1),
    ],
)
def test_broken_syntax_is_refused_with_its_line(tmp_path: Path, teks: str, baris: int) -> None:
    (salah,) = pesan(tmp_path, teks)
    assert salah.startswith(f"kebun.yaml, baris {baris}: susunan YAML tidak terbaca (")
    assert salah.endswith("Periksa lekukan baris, titik dua dan tanda kutip di sekitar baris ini.")


@pytest.mark.parametrize("teks", ["", "# hanya catatan\n", "- a\n- b\n", "kata\n", "null\n"])
def test_a_file_that_is_no_list_of_keys_is_refused(tmp_path: Path, teks: str) -> None:
    assert pesan(tmp_path, teks) == [
        "kebun.yaml: isi bukan daftar kunci: nilai. Tulis baris seperti `id: kota-contoh-1`."
    ]


@pytest.mark.parametrize("teks", [DASAR.encode() + b"catatan: caf\xe9\n", DASAR + "catatan: a\x07b\n", "nama: \x00\n"])
def test_bytes_that_are_no_text_are_refused(tmp_path: Path, teks: str | bytes) -> None:
    assert pesan(tmp_path, teks) == ["kebun.yaml: huruf tidak terbaca. Simpan berkas sebagai UTF-8."]


@pytest.mark.parametrize("isi", ["!!int x", "!!bool x", "-_", "9" * 5000])
def test_a_scalar_that_its_kind_does_not_allow_is_refused_at_its_line(tmp_path: Path, isi: str) -> None:
    (salah,) = pesan(tmp_path, f"{DASAR}luas: {isi}\n")
    assert salah.startswith("kebun.yaml, baris 3: isi '")
    assert "' tidak terbaca. Tulis di antara tanda kutip bila ini teks; bila angka, misalnya 12.5." in salah
    assert len(salah) < 200


@pytest.mark.parametrize("rujukan", ["&a [*a]", "&a {b: 1}", "*a"])
def test_references_inside_the_file_are_refused(tmp_path: Path, rujukan: str) -> None:
    (salah,) = pesan(tmp_path, f"{DASAR}catatan: {rujukan}\n")
    assert salah.startswith(f"kebun.yaml, baris 3: susunan YAML tidak terbaca (rujukan '{rujukan[:2]}' tidak dipakai).")


def test_a_star_or_an_ampersand_inside_a_text_is_no_reference(tmp_path: Path) -> None:
    assert muat(tmp_path, DASAR + "catatan: 2 * 3 & 4\n").catatan == "2 * 3 & 4"


@pytest.mark.parametrize("buka", ["[", "{a: "])
def test_hundreds_of_open_brackets_are_refused(tmp_path: Path, buka: str) -> None:
    assert pesan(tmp_path, "nama: " + buka * 500) == [
        "kebun.yaml: kurung atau lekukan terlalu dalam. Periksa kurung yang belum ditutup."
    ]


def test_a_file_that_does_not_exist_gets_the_nearest_one(tmp_path: Path) -> None:
    (tmp_path / "kebun-raya.yaml").write_text(DASAR, encoding="utf-8")
    with pytest.raises(KlaError) as e:
        load_yaml(tmp_path / "kebn-raya.yaml", Kebun)
    assert str(e.value) == "kebn-raya.yaml: berkas tidak ditemukan. Maksud Anda 'kebun-raya'?"


def test_a_file_in_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KlaError) as e:
        load_yaml(tmp_path / "tiada" / "kebun.yaml", Kebun)
    assert str(e.value) == "kebun.yaml: berkas tidak ditemukan. Periksa nama dan foldernya."


@pytest.mark.parametrize(
    "isi",
    [
        "nama: " + "[" * 5_000 + "]" * 5_000,
        "nama: " + "{a: " * 5_000,
        "nama:\n" + "- " * 5_000 + "x",
        "".join(" " * n + "a:\n" for n in range(900)),
    ],
)
def test_brackets_and_indents_without_end_are_refused_at_once(tmp_path: Path, isi: str) -> None:
    (tmp_path / "kebun.yaml").write_text(isi, encoding="utf-8")
    mulai = process_time()
    with pytest.raises(KlaError, match="kurung atau lekukan terlalu dalam"):
        read_yaml(tmp_path / "kebun.yaml")
    assert process_time() - mulai < 5  # it took half a minute to get there by way of the reader


@pytest.mark.parametrize(
    "isi", ["9" * 5_000, "0x" + "f" * 5_000, "1e999", "1:" + "59:" * 2_000 + "1", "-" + "9" * 5_000]
)
def test_numbers_without_end_are_a_fault_of_their_line(tmp_path: Path, isi: str) -> None:
    (tmp_path / "kebun.yaml").write_text(DASAR + f"luas: {isi}\n", encoding="utf-8")
    with pytest.raises(KlaError, match="baris 3") as salah:
        load_yaml(tmp_path / "kebun.yaml", Kebun, path=tmp_path)
    assert len(str(salah.value)) < 1_000


def test_a_file_larger_than_any_rules_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "kebun.yaml").write_text("# " + "x" * 2_000_000, encoding="utf-8")
    with pytest.raises(KlaError, match="lebih dari 1 MB"):
        read_yaml(tmp_path / "kebun.yaml")


def test_a_control_sign_in_a_text_is_named_with_its_line(tmp_path: Path) -> None:
    assert pesan(tmp_path, DASAR + 'catatan: "dua\\0 baris\\v"\n') == [
        "kebun.yaml, baris 3, kunci catatan: teks memuat tanda kendali yang tidak tampak dan tidak bisa disimpan di "
        "lembar: U+0000, U+000B. Hapus tanda itu."
    ]
