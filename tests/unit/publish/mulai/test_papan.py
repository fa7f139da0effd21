"""The widgets of the start page, without a browser: what stands on it after each click."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_LAIN
from kla_lib.lingkungan import setel
from kla_lib.publish.mulai.alamat import AKAR_LAB, HASIL_APP, alamat_terbitan, terdaftar
from kla_lib.publish.mulai.meja import Meja
from kla_lib.publish.mulai.papan import Papan
from tests.pembantu.mulai_uji import di_kerja, sidik, tulis_isian


@pytest.fixture
def kerja(tmp_path: Path) -> Iterator[Path]:
    with di_kerja(tmp_path / "data-kla") as folder:
        yield folder


def _kirim(papan: Papan, nama: str, isi: bytes, besar: int | None = None) -> None:
    """Let files arrive as the page sends them."""
    kepala = {"nama": nama, "besar": len(isi) if besar is None else besar, "diubah": 1.0}
    papan.isian.seret._saat_pesan(None, kepala, [memoryview(isi)] if besar is None else [])


def test_dropping_looks_first_and_the_button_takes_in(kerja: Path, tmp_path: Path) -> None:
    papan = Papan(Meja())
    sebelum = sidik(kerja)
    _kirim(papan, "dukcapil.xlsx", tulis_isian(tmp_path / "isian.xlsx", 0.25).read_bytes())
    _kirim(papan, "foto.zip", b"PK\x03\x04")
    _kirim(papan, "besar.xlsx", b"", besar=200 << 20)
    assert papan.isian.ambil.disabled
    papan.isian.seret._saat_pesan(None, {"selesai": True}, [])
    assert "Belum ada yang ditulis" in papan.isian.hasil.value
    assert "foto.zip" in papan.isian.hasil.value
    assert "besar.xlsx" in papan.isian.luar.value
    assert "200 MB, terlalu besar" in papan.isian.luar.value
    assert sidik(kerja) == sebelum
    papan.isian.ambil.click()
    assert "Sudah dimasukkan" in papan.isian.hasil.value
    assert papan.isian.ambil.disabled
    assert [p.name for p in (kerja / "kembali").iterdir()] == ["dukcapil.xlsx"]


def test_what_can_be_repaired_is_a_table_and_its_text_is_no_markup(kerja: Path) -> None:
    papan = Papan(Meja())
    _kirim(papan, "<img src=x>.xlsx", b"bukan xlsx")
    papan.isian.seret._saat_pesan(None, {"selesai": True}, [])
    semua = papan.isian.hasil.value + papan.isian.luar.value
    assert "<table" in semua
    assert "<img" not in semua
    assert papan.isian.ambil.disabled


def test_another_meeting_begins_with_an_empty_page(kerja: Path) -> None:
    papan = Papan(Meja())
    _kirim(papan, "foto.zip", b"PK")
    papan.isian.seret._saat_pesan(None, {"selesai": True}, [])
    assert "foto.zip" in papan.isian.hasil.value
    papan.rapat.pilihan.value = "ogan-ilir-2024"
    assert (papan.isian.hasil.value, papan.isian.ada.value) == ("", "")
    assert "rapat contoh hanya untuk dilihat" in papan.rapat.kini.value
    papan.rapat.pilihan.value = "musrenbang"
    assert "foto.zip" not in papan.isian.ada.value


def test_without_a_meeting_the_page_opens_and_offers_to_make_one(tmp_path: Path) -> None:
    with setel(FOLDER_LAIN, ""):
        papan = Papan(Meja())
        assert "Belum ada folder kerja" in papan.rapat.kini.value
        assert papan.rapat.baru.selected_index == 0
        papan.terbit.jalankan.click()
        assert "belum ada rapat" in papan.terbit.hasil.value


def test_a_broken_mark_of_the_work_folder_is_told_and_the_page_stands(kerja: Path) -> None:
    (kerja / "kla.yaml").write_text("daerah: [\n", encoding="utf-8")
    papan = Papan(Meja())
    assert "kla.yaml" in papan.rapat.kini.value
    papan.periksa._periksa()
    assert "kla.yaml" in papan.periksa.hasil.value


def test_published_pages_are_linked_where_the_server_shows_them(kerja: Path, tmp_path: Path) -> None:
    with setel(AKAR_LAB, str(kerja)):
        assert alamat_terbitan("rapat 1/index.html") == "files/outputs/rapat%201/index.html"
    with setel(AKAR_LAB, str(tmp_path / "lain")):
        assert alamat_terbitan("rapat/index.html") == ""
    with setel(HASIL_APP, str(tmp_path / "hasil")):
        assert alamat_terbitan("rapat/index.html") == alamat_terbitan("rapat/index.html") == "hasil/0/rapat/index.html"
        assert terdaftar(tmp_path / "hasil") == [kerja / "outputs"]
