"""A sheet with faults is refused with all of them, and the book keeps its bytes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kla_lib.data.keputusan.catat import take_keputusan
from kla_lib.errors import KlaError
from kla_lib.rules.rapat import path_buku
from tests.pembantu.berisi import berisi
from tests.pembantu.buku_uji import Penulis, write_folder
from tests.pembantu.keputusan_uji import BARU, LAMA, buku, isi_disk, lembar_csv, lembar_xlsx
from tests.pembantu.params_uji import PARAMS

USULAN = BARU | {"status": None}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_folder(buku(LAMA), tmp_path / "buku")


def tolak(path: Path, berkas: Path) -> list[str]:
    """Return the messages; the book must be as it was."""
    lama = isi_disk(path)
    with pytest.raises(KlaError) as e:
        take_keputusan(PARAMS, path, berkas)
    assert isi_disk(path) == lama
    return [str(k) for k in e.value.kesalahan]


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"opd": "Dinas Kesehatann"}, "k.csv, sel G2: kantor 'Dinas Kesehatann' tidak dikenal. Maksud Anda 'Dinas"),
        ({"opd": "xyz"}, "k.csv, sel G2: kantor 'xyz' tidak dikenal. Pilihan:"),
        ({"klaster": "klaster_9"}, "k.csv, sel D2: 'klaster_9' tidak dikenal di kolom 'klaster'. Pilihan: "),
        ({"indikator": "21A", "pertanyaan": "88"}, "k.csv, sel F2: pertanyaan '21A/88' tidak ada di form. Pilihan"),
        ({"indikator": "12", "klaster": "klaster_4"}, "k.csv, sel D2: klaster 'klaster_4' bukan klaster indikator 12."),
        ({"tenggat": date(2025, 2, 10)}, "k.csv, sel H2: tenggat 10 Februari 2025 mendahului rapatnya, 11 Februari"),
        ({"tenggat": "besok"}, "k.csv, sel H2: "),
        ({"status": "sudah"}, "k.csv, sel J2: 'sudah' tidak dikenal di kolom 'status'. Pilihan: batal, belum"),
        ({"status": None}, "k.csv, sel J2: keputusan ditulis tetapi kolom status kosong. Pilih belum bila"),
        ({"rapat": "kota-contoh-l"}, "k.csv, sel B2: rapat 'kota-contoh-l' tidak dikenal, jadi tanggalnya tidak"),
        ({"rapat": "../rapat/kota-contoh-1"}, "k.csv, sel B2: rapat '../rapat/kota-contoh-1' tidak dikenal"),
        ({"rapat": "ogan-ilir-2024"}, "k.csv, sel B2: rapat 'ogan-ilir-2024' milik ogan-ilir, sedangkan buku ini"),
        ({"keputusan": None, "opd": "DP3A"}, "k.csv, sel C2: kolom 'keputusan' kosong."),
        ({"id_keputusan": None}, "k.csv, sel A2: kolom 'id_keputusan' kosong."),
        ({"id_keputusan": "k0-01"}, "k.csv, sel A2: id 'k0-01' hampir sama dengan 'K0-01'. Maksud Anda 'K0-01'?"),
        ({"keputusan": "Hubungi 0812-3456-7890"}, "k.csv, sel C2: sel memuat nomor telepon."),
    ],
)
def test_a_fault_names_its_cell_and_what_to_write(ganti: dict[str, Any], pesan: str, path: Path) -> None:
    (satu,) = tolak(path, lembar_csv(path.parent / "k.csv", BARU | ganti))
    assert satu.startswith(pesan)


def test_two_rows_with_one_id_are_named_both(path: Path) -> None:
    pesan = tolak(path, lembar_csv(path.parent / "k.csv", BARU, LAMA, BARU | {"keputusan": "Lain"}))
    assert "baris dengan id_keputusan = K1-01 ada dua kali: baris 2, baris 4" in pesan[0]


def test_the_same_words_for_the_same_office_are_no_second_decision(path: Path) -> None:
    (pesan,) = tolak(path, lembar_csv(path.parent / "k.csv", BARU, BARU | {"id_keputusan": "K1-02"}))
    assert "keputusan yang sama untuk kantor yang sama sudah ada sebagai K1-01" in pesan


def test_all_faults_come_at_once(path: Path) -> None:
    salah = [BARU | {"status": "sudah", "tenggat": date(2025, 1, 1)}, BARU | {"id_keputusan": "K1-02", "opd": "entah"}]
    assert len(tolak(path, lembar_csv(path.parent / "k.csv", *salah, BARU | {"id_keputusan": "K1-03", "rapat": "x"})))
    assert len(tolak(path, lembar_csv(path.parent / "k.csv", *salah))) == 2


def test_a_cell_changed_on_both_sides_is_named_with_both_and_nothing_is_taken(tmp_path: Path) -> None:
    path = write_folder(buku(LAMA | {"status": "terhambat"}), tmp_path / "buku")
    diubah = LAMA | {"status": "selesai"}
    (pesan,) = tolak(path, lembar_xlsx(tmp_path / "k.xlsx", diubah, BARU, semula=(LAMA,)))
    assert pesan.startswith(
        "k.xlsx, lembar Tindak lanjut, sel J2: K0-01, status: di lembar ini 'selesai', "
        "di buku (baris 2) 'terhambat', semula 'berjalan'."
    )


def test_one_id_for_two_decisions_is_refused_even_from_a_later_day(path: Path) -> None:
    lain = LAMA | {"keputusan": "Hal lain", "tanggal_status": date(2025, 3, 1)}
    (pesan,) = tolak(path, lembar_csv(path.parent / "k.csv", lain))
    assert "K0-01, keputusan: di lembar ini 'Hal lain'" in pesan
    assert "Beri id baru bila ini keputusan lain" in pesan


def test_an_older_sheet_without_memory_does_not_win(path: Path) -> None:
    (pesan,) = tolak(path, lembar_csv(path.parent / "k.csv", LAMA | {"status": "belum"}))
    assert "tulis tanggal_status yang lebih baru" in pesan


def test_a_new_date_for_an_old_promise_lies_not_before_the_meeting(path: Path) -> None:
    diubah = LAMA | {"tenggat": date(2025, 2, 10)}
    (pesan,) = tolak(path, lembar_xlsx(path.parent / "k.xlsx", diubah, semula=(LAMA,)))
    assert "tenggat 10 Februari 2025 mendahului rapatnya" in pesan


def test_a_changed_suggestion_without_status_is_asked_about(path: Path) -> None:
    berkas = lembar_xlsx(path.parent / "k.xlsx", USULAN | {"opd": "bnn"}, usulan=(USULAN,))
    assert "kolom status kosong" in tolak(path, berkas)[0]


def test_a_promise_changed_here_and_gone_from_the_book_is_named(path: Path) -> None:
    hilang = LAMA | {"id_keputusan": "K0-07"}
    (pesan,) = tolak(path, lembar_xlsx(path.parent / "k.xlsx", hilang | {"hasil": "Beres"}, semula=(hilang,)))
    assert "keputusan K0-07 diubah di sini, tetapi sudah tidak ada di buku" in pesan


def test_the_sheet_of_another_city_is_refused(path: Path) -> None:
    (pesan,) = tolak(path, lembar_xlsx(path.parent / "k.xlsx", BARU, rapat={"daerah": "kota-bekasi"}))
    assert pesan.startswith("k.xlsx: lembar ini milik kota-bekasi, sedangkan buku ini milik kota-contoh.")


def test_an_example_is_never_written(tmp_path: Path) -> None:
    path = path_buku("contoh:kota-contoh")
    assert "buku contoh tidak diubah" in tolak(path, lembar_csv(tmp_path / "k.csv", BARU))[0]


@pytest.mark.parametrize(("kunci", "program"), [("~$buku.xlsx", "Excel"), (".~lock.buku.xlsx#", "LibreOffice")])
def test_a_book_open_elsewhere_is_refused_together_with_the_sheets_faults(
    kunci: str, program: str, tmp_path: Path
) -> None:
    path = Penulis("xlsx", tmp_path).tulis(buku(LAMA))
    (tmp_path / kunci).touch()
    pesan = tolak(path, lembar_csv(tmp_path / "k.csv", BARU | {"opd": "entah"}))
    assert f"berkas sedang terbuka di {program}" in pesan[0]
    assert "kantor 'entah' tidak dikenal" in pesan[1]


def test_a_read_only_book_is_refused(tmp_path: Path) -> None:
    path = Penulis("xlsx", tmp_path).tulis(buku(LAMA))
    path.chmod(0o444)
    assert "hanya boleh dibaca" in tolak(path, lembar_csv(tmp_path / "k.csv", BARU))[0]


def test_a_sheet_without_its_columns_is_told_alone(path: Path) -> None:
    berkas = path.parent / "k.csv"
    berkas.write_text("id_keputusan,keputusan\nK1-01,Rapat\n", encoding="utf-8")
    assert all("kolom" in p and "tidak ada" in p for p in berisi(tolak(path, berkas)))


@pytest.mark.parametrize(
    ("nama", "isi", "pesan"),
    [
        ("k.docx", b"x", "'.docx' bukan lembar keputusan"),
        ("k.xlsx", b"bukan zip", "berkas tidak terbaca sebagai buku kerja"),
        ("k.csv", b"", "k.csv"),
        ("k.xls", b"x", "format XLS lama"),
    ],
)
def test_a_file_that_is_no_sheet_is_refused(nama: str, isi: bytes, pesan: str, path: Path) -> None:
    (path.parent / nama).write_bytes(isi)
    assert pesan in tolak(path, path.parent / nama)[0]


def test_a_missing_file_and_a_workbook_without_the_sheet_are_told(path: Path) -> None:
    assert "berkas tidak ditemukan" in tolak(path, path.parent / "tidak-ada.xlsx")[0]
    lain = Penulis("xlsx", path.parent).tulis(buku())
    assert "lembar 'Tindak lanjut' tidak ada" in tolak(path, lain)[0]
