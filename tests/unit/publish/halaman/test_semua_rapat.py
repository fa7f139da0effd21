"""The page of all meetings under a folder of outputs."""

from pathlib import Path

import pytest

from kla_lib.publish.halaman.semua_rapat import page_semua_rapat, tentang_rapat, write_semua_rapat
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_terbit_uji import terbitkan


def test_the_page_shows_what_it_can_read_and_names_what_it_cannot(tmp_path: Path) -> None:
    terbitkan(tmp_path, "a")
    terbitkan(tmp_path, "b", tanggal="2025-04-01")
    (tmp_path / "sobek").mkdir()
    (tmp_path / "sobek/manifest.json").write_text("{", encoding="utf-8")
    write_semua_rapat(tmp_path)
    isi = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert isi.count("<svg") == 1
    assert 'href="b/index.html"' in isi
    assert "sobek: berkasnya tidak utuh. Jalankan kla run lagi untuk rapat itu." in isi
    assert "bukan nilai resmi" in isi
    assert str(tmp_path) not in isi


def test_the_page_is_the_same_every_time_and_stands_without_meetings(tmp_path: Path) -> None:
    assert "Belum ada rapat" in page_semua_rapat(tmp_path).decode()
    terbitkan(tmp_path, "a")
    assert page_semua_rapat(tmp_path) == page_semua_rapat(tmp_path)


def test_a_manifest_tells_of_its_meeting_what_the_page_needs() -> None:
    assert tentang_rapat(keadaan_contoh("kota-contoh-1")) == {
        "daerah": "kota-contoh",
        "nama": "Kota Contoh",
        "tanggal": "2025-02-11",
        "form": "2024",
        "tahap": "em",
        "contoh": True,
    }


def test_with_many_cities_the_page_has_the_table_and_no_charts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terbitkan(tmp_path, "a")
    terbitkan(tmp_path, "b", tanggal="2025-04-01")
    monkeypatch.setattr("kla_lib.publish.halaman.semua_rapat.GAMBAR_TERBANYAK", 0)
    isi = page_semua_rapat(tmp_path).decode()
    assert "<svg" not in isi
    assert 'href="b/index.html"' in isi
