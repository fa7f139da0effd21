"""The PDF of a pack and of a meeting, printed by a real browser and read back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from kla_lib.publish.cetak.cetak import HasilCetak, make_pdf, pdf_segar
from kla_lib.rules.rapat import load_rapat
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.program import need_program
from tests.pembantu.terbit_uji import KAKI, RAPAT, isi_paket, terbitkan_paket, terbitkan_rapat

A4 = (595, 842)


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    need_program("chromium", "chromium-browser", "google-chrome", "msedge")
    folder = tmp_path_factory.mktemp("outputs")
    # Most packs stay away, so that few have to be printed.
    terbitkan_rapat(folder, tanpa=("kelembagaan", "klaster_3", "klaster_4", "klaster_5", "kelana_dekela"))
    return folder


@pytest.fixture(scope="module")
def hasil(outputs: Path) -> HasilCetak:
    return make_pdf(PARAMS, RAPAT, outputs)


@pytest.fixture(scope="module")
def rapat(hasil: HasilCetak) -> PdfReader:
    return PdfReader(hasil.folder / "rapat.pdf")


def teks(halaman: Any) -> str:
    return " ".join(halaman.extract_text().split())


def judul_outline(daftar: list[Any]) -> Iterator[Any]:
    for isi in daftar:
        if isinstance(isi, list):
            yield from judul_outline(isi)
        else:
            yield isi


def test_every_pack_and_the_whole_meeting_become_a_pdf(hasil: HasilCetak) -> None:
    assert hasil.dibuat == (*(f"{p}/paket.pdf" for p in ("ringkasan", "klaster_1", "klaster_2")), "rapat.pdf")
    assert [p.name for p in hasil.folder.glob(".cetak-*")] == []


def test_the_numbers_in_the_contents_are_the_pages_of_the_headings(rapat: PdfReader) -> None:
    isi = teks(rapat.pages[0])
    halaman = {
        j.title: rapat.get_destination_page_number(j) + 1
        for j in judul_outline(rapat.outline)
        if not j.title.startswith(("Rincian", "Agenda", "Paket rapat", "Isi"))
    }
    assert list(halaman) == [
        "Ringkasan rapat",
        "Klaster I · Hak sipil dan kebebasan",
        "Klaster II · Lingkungan keluarga dan pengasuhan alternatif",
        "Sesi 1: halaman satu rapat",
    ]
    assert len(set(halaman.values())) == 4
    for judul, nomor in halaman.items():
        assert f"{judul} {nomor} " in isi
        assert judul in teks(rapat.pages[nomor - 1])


def test_a_pack_that_was_never_made_stands_in_the_contents_without_a_page(rapat: PdfReader) -> None:
    assert "Klaster V · Perlindungan khusus Belum ada paket." in teks(rapat.pages[0])


def test_every_page_says_run_data_form_page_and_that_it_is_not_official(rapat: PdfReader) -> None:
    for nomor, halaman in berisi(enumerate(rapat.pages, start=1)):
        assert KAKI in teks(halaman)
        assert f"Halaman {nomor} dari {len(rapat.pages)}" in teks(halaman)


def test_pages_are_a4_and_all_text_can_be_found(rapat: PdfReader) -> None:
    assert {(round(h.mediabox.width), round(h.mediabox.height)) for h in rapat.pages} == {A4}
    semua = " ".join(teks(h) for h in rapat.pages)
    assert all(f"Alinea 59 dari {p}." in semua for p in ("ringkasan", "klaster_1", "klaster_2"))
    assert "isi lipatan" not in semua
    assert "masih punya 1 tabel lipat yang tidak ikut dicetak" in semua


@pytest.mark.parametrize("tempat", ["rapat.pdf", "klaster_1/paket.pdf"])
def test_a_pdf_is_tagged_with_language_and_outline(hasil: HasilCetak, tempat: str) -> None:
    akar = PdfReader(hasil.folder / tempat).root_object
    assert "/StructTreeRoot" in akar
    assert bool(akar["/MarkInfo"]["/Marked"])
    assert akar["/Lang"] == "id"
    assert PdfReader(hasil.folder / tempat).outline


def test_a_chart_keeps_its_words_for_a_screen_reader(hasil: HasilCetak) -> None:
    baca = PdfReader(hasil.folder / "klaster_1/paket.pdf")
    assert "Uraian gambar" in {str(o.get("/Alt")) for o in semua_kamus(baca)}


def semua_kamus(baca: PdfReader) -> Iterator[dict[str, Any]]:
    for nomor in range(1, baca.trailer["/Size"]):
        isi = baca.get_object(nomor)
        if isinstance(isi, dict):
            yield isi


@pytest.mark.parametrize("tempat", ["rapat.pdf", "klaster_1/paket.pdf"])
def test_every_font_lies_in_the_file(hasil: HasilCetak, tempat: str) -> None:
    kamus = list(semua_kamus(PdfReader(hasil.folder / tempat)))
    for isi in berisi(k for k in kamus if k.get("/Type") == "/FontDescriptor"):
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(isi), isi.get("/FontName")
    for isi in berisi(k for k in kamus if k.get("/Type") == "/Font" and k["/Subtype"] != "/Type0"):
        assert isi["/Subtype"] == "/Type3" or "/FontDescriptor" in isi


def test_no_link_leads_to_a_file_of_this_computer_and_a_link_to_a_printed_pack_leads_there(rapat: PdfReader) -> None:
    for isi in berisi(semua_kamus(rapat)):
        assert not str(isi.get("/URI", "")).startswith("file:")
        assert "HeadlessChrome" not in str(isi.get("/Creator", ""))
    tujuan = {nama.lstrip("/") for nama in rapat.named_destinations}
    assert {"klaster_2", "klaster_1-Rincian"} <= tujuan


def test_only_what_changed_is_printed_again(hasil: HasilCetak, outputs: Path) -> None:
    sebelum = (hasil.folder / "klaster_1/paket.pdf").read_bytes()
    assert len(make_pdf(PARAMS, RAPAT, outputs).tetap) == 4
    terbitkan_paket(hasil.folder, "klaster_1", isi_paket("baru"))
    assert pdf_segar(PARAMS, load_rapat(PARAMS, RAPAT), hasil.folder) == [
        "ringkasan/paket.pdf",
        "klaster_2/paket.pdf",
    ]
    assert make_pdf(PARAMS, RAPAT, outputs, ["klaster_1"]).dibuat == ("klaster_1/paket.pdf",)
    assert (hasil.folder / "klaster_1/paket.pdf").read_bytes() != sebelum
