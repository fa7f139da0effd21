"""The index of a meeting: what failed, what changed, what is late, the way to the PDF files."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.cetak.bahan import read_bahan
from kla_lib.publish.cetak.berkas_pdf import finish_pdf
from kla_lib.publish.cetak.cetak import daftar_dokumen
from kla_lib.publish.halaman.indeks import INDEX, make_index, refresh_index
from kla_lib.publish.terbitan.simpan import publish_paket
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.terbit_uji import terbitkan_paket, terbitkan_rapat


def pdf_kosong() -> bytes:
    """Return a PDF of one empty page."""
    tulis, keluar = PdfWriter(), BytesIO()
    tulis.add_blank_page(595, 842)
    tulis.write(keluar)
    return keluar.getvalue()


@pytest.fixture(scope="module")
def rapat() -> Keadaan:
    return keadaan_contoh("kota-contoh-2")


def cetak(folder: Path, rapat: Keadaan) -> None:
    """Put a PDF without pages in the place of each, with the hash of what it would be made from."""
    for d in daftar_dokumen(rapat.rapat, read_bahan(PARAMS, folder, rapat.rapat)):
        (folder / d.tempat).write_bytes(finish_pdf(pdf_kosong(), d.judul, rapat.rapat.tanggal, d.sumber))


def test_changes_and_what_is_late_stand_before_the_sessions(tmp_path: Path, rapat: Keadaan) -> None:
    isi = make_index(rapat, terbitkan_rapat(tmp_path)).decode()
    assert isi.index("17 dari 47 kegiatan RAD terlambat") < isi.index("5 dari 20 janji") < isi.index("<h2>Sesi 1</h2>")


def test_a_pdf_is_linked_as_long_as_it_is_of_these_pages(tmp_path: Path, rapat: Keadaan) -> None:
    folder = terbitkan_rapat(tmp_path)
    assert ".pdf" not in make_index(rapat, folder).decode()
    cetak(folder, rapat)
    isi = make_index(rapat, folder).decode()
    assert 'href="rapat.pdf"' in isi
    assert 'href="klaster_3/paket.pdf"' in isi
    terbitkan_paket(folder, "klaster_3", "<p>halaman baru</p>")
    isi = make_index(rapat, folder).decode()
    assert 'href="klaster_2/paket.pdf"' in isi
    assert 'href="klaster_3/paket.pdf"' not in isi
    assert 'href="rapat.pdf"' not in isi


def test_a_broken_pdf_is_not_linked(tmp_path: Path, rapat: Keadaan) -> None:
    folder = terbitkan_rapat(tmp_path)
    (folder / "klaster_1/paket.pdf").write_bytes(b"%PDF-1.4 sobek")
    assert ".pdf" not in make_index(rapat, folder).decode()


def test_an_index_is_refreshed_only_where_there_is_one(tmp_path: Path, rapat: Keadaan) -> None:
    folder = terbitkan_rapat(tmp_path)
    refresh_index(rapat, folder)
    assert not (folder / INDEX).exists()
    (folder / INDEX).write_text("lama", encoding="utf-8")
    refresh_index(rapat, folder)
    assert b"Paket rapat 18 Maret 2025" in (folder / INDEX).read_bytes()


@pytest.fixture(scope="module")
def keadaan() -> Keadaan:
    return keadaan_contoh("sumbawa-2022")


def index(keadaan: Keadaan, folder: Path) -> str:
    return make_index(keadaan, folder).decode()


def gagalkan(folder: Path, paket: str) -> None:
    (folder / paket).mkdir(exist_ok=True)
    (folder / paket / "gagal.html").write_bytes(b"x")


def terbitkan(folder: Path, paket: str) -> None:
    publish_paket(folder / paket, {"ringkas.html": b"x"}, {"id": paket, "kalimat": {"utama": "u", "lanjutan": []}})


@pytest.mark.parametrize("paket", ["klaster_1", "ringkasan"])
def test_a_pack_that_failed_is_linked_to_its_failing_cell(keadaan: Keadaan, tmp_path: Path, paket: str) -> None:
    gagalkan(tmp_path, paket)
    isi = index(keadaan, tmp_path)
    assert f'href="{paket}/gagal.html"' in isi
    assert "Pembuatan gagal." in isi


@pytest.mark.parametrize("paket", ["klaster_1", "ringkasan"])
def test_a_failure_beside_a_good_pack_says_that_an_older_one_is_shown(
    keadaan: Keadaan, tmp_path: Path, paket: str
) -> None:
    terbitkan(tmp_path, paket)
    gagalkan(tmp_path, paket)
    isi = index(keadaan, tmp_path)
    assert f'href="{paket}/ringkas.html"' in isi
    assert "Pembuatan terakhir gagal; ini paket sebelumnya." in isi


def test_a_summary_that_is_torn_is_told(keadaan: Keadaan, tmp_path: Path) -> None:
    terbitkan(tmp_path, "ringkasan")
    (tmp_path / "ringkasan" / "ringkas.html").write_bytes(b"separuh")
    assert "Ringkasan rapat: Berkas paket ini tidak utuh; jalankan ulang." in index(keadaan, tmp_path)


def test_nothing_is_said_where_nothing_failed(keadaan: Keadaan, tmp_path: Path) -> None:
    terbitkan(tmp_path, "ringkasan")
    assert "masalah" not in index(keadaan, tmp_path).partition("<body")[2]
