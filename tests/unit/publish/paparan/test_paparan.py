"""The slides of a meeting: eight subjects, every number a published fact, a file that is sound and the same twice."""

import io
import re
import subprocess
from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.presentation import Presentation as Berkas
from pptx.slide import Slide
from pypdf import PdfReader

from kla_lib.bahasa import dalam_bahasa, format_angka
from kla_lib.publish.paparan.berkas import berkas_paparan, semua_fakta
from kla_lib.views.rapat.minta_pimpinan import daftar_minta
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.program import need_program

CONTOH = ("kota-contoh-2", "ogan-ilir-2024", "kota-bekasi")


@cache
def isi_berkas(rapat: str, bahasa: str = "id") -> bytes:
    with dalam_bahasa(bahasa):
        return berkas_paparan(keadaan_contoh(rapat))["paparan.pptx"]


def buka(rapat: str, bahasa: str = "id") -> Berkas:
    return Presentation(io.BytesIO(isi_berkas(rapat, bahasa)))


def teks(slaid: Slide) -> str:
    bingkai = [b.text_frame.text for b in slaid.shapes if b.has_text_frame]
    sel = [s.text for b in slaid.shapes if b.has_table for r in b.table.rows for s in r.cells]
    return "\n".join([*bingkai, *sel])


def catatan(slaid: Slide) -> str:
    return slaid.notes_slide.notes_text_frame.text


@pytest.mark.parametrize("rapat", CONTOH)
def test_the_file_is_sound_by_its_schema_and_the_same_whenever_it_is_made(rapat: str, tmp_path: Path) -> None:
    isi = isi_berkas(rapat)
    (tmp_path / "paparan.pptx").write_bytes(isi)
    hasil = OpenXmlValidator().validate(tmp_path / "paparan.pptx")
    assert hasil.is_valid, [e.description for e in hasil.errors]
    assert berkas_paparan(keadaan_contoh(rapat))["paparan.pptx"] == isi


def test_a_meeting_with_marks_has_eight_slides_with_a_title_each_and_no_two_of_one_subject() -> None:
    paparan = buka("kota-contoh-2")
    judul = [s.shapes.title.text_frame.text for s in paparan.slides]
    assert len(set(judul)) == 8
    assert paparan.slide_width * 9 == pytest.approx(paparan.slide_height * 16, rel=0.001)


def test_a_city_without_marks_shows_its_outcomes_and_no_empty_slide() -> None:
    slaid = list(buka("kota-bekasi").slides)
    assert len(slaid) == 4
    assert "Prevalensi stunting (survei)" in teks(slaid[1])


def test_every_slide_says_whose_it_is_that_the_data_is_generated_and_that_nothing_is_official() -> None:
    for slaid in buka("kota-contoh-2").slides:
        assert "Kota Contoh · 18 Maret 2025 · data buatan" in teks(slaid)
        assert "bukan nilai resmi" in teks(slaid)
        assert "Data buatan" in catatan(slaid)


def test_the_notes_hold_the_published_value_of_every_fact_that_they_name() -> None:
    fakta = {f["id"]: f["nilai"] for f in semua_fakta(keadaan_contoh("kota-contoh-2"))}
    disebut = [b.split(" = ") for s in buka("kota-contoh-2").slides for b in catatan(s).splitlines() if " = " in b]
    assert len(disebut) > 80
    for id_fakta, sisa in disebut:
        assert float(sisa.split(" ")[0].replace(",", ".")) == pytest.approx(fakta[id_fakta])


ANGKA = re.compile(r"\d[\d.]*(?:,\d+)?")


def nilai_tertulis(slaid: Slide) -> set[str]:
    """Return every way in which a slide may write the values that its notes trace to facts."""
    nilai = [
        float(b.split(" = ")[1].split(" ")[0].replace(",", ".")) for b in catatan(slaid).splitlines() if " = " in b
    ]
    puluhan = {format_angka(int(n / 10 + 0.5) * 10, 0) for n in nilai}
    sepersekian = {str(int(per * n + 0.5)) for n in nilai if 0 <= n <= 1 for per in (10, 100)}
    return {format_angka(n) for n in nilai} | {format_angka(n, 0) for n in nilai} | puluhan | sepersekian


@pytest.mark.parametrize("nomor", [1, 3, 5, 6, 7])
def test_every_number_of_a_table_and_of_a_chart_is_a_fact_of_its_notes(nomor: int) -> None:
    slaid = buka("kota-contoh-2").slides[nomor - 1]
    boleh = nilai_tertulis(slaid)
    tabel = [s.text for b in slaid.shapes if b.has_table for r in list(b.table.rows)[1:] for s in list(r.cells)[1:]]
    sel = [re.sub(r"\(\d{4}\)|dari 100?\b|kurang dari 1\b", "", t) for t in tabel]
    grafik = [format_angka(n) for b in slaid.shapes if b.has_chart for s in b.chart.plots[0].series for n in s.values]
    angka = [*ANGKA.findall(" ".join(sel)), *grafik]
    assert len(angka) > 4
    assert not [a for a in angka if a not in boleh]


def test_the_chart_carries_its_numbers_and_says_them_to_who_cannot_see_it() -> None:
    (bentuk,) = [b for b in buka("kota-contoh-2").slides[2].shapes if b.has_chart]
    assert bentuk.chart.part.chart_workbook.xlsx_part is not None
    assert "Kelembagaan: berdokumen lengkap 106,75" in bentuk._element.xpath(".//p:cNvPr")[0].get("descr")


def test_the_head_is_asked_in_the_words_of_the_heads_page() -> None:
    slaid = teks(buka("kota-contoh-2").slides[3])
    for m in daftar_minta(keadaan_contoh("kota-contoh-2")):
        assert f"{m.kerja}: {m.isi}" in slaid


def test_english_slides_say_so_in_words_and_properties() -> None:
    paparan = buka("ogan-ilir-2024", "en")
    assert paparan.core_properties.language == "en-GB"
    judul = [s.shapes.title.text_frame.text for s in paparan.slides]
    assert judul[-1] == "What these numbers rest on"
    assert not [t for s in paparan.slides for t in ("Yang diminta", "bukan nilai resmi") if t in teks(s)]


def test_libreoffice_opens_every_slide(tmp_path: Path) -> None:
    need_program("loimpress")
    asal = tmp_path / "paparan.pptx"
    asal.write_bytes(isi_berkas("kota-contoh-2"))
    profil = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    perintah = [need_program("soffice"), profil, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, asal]
    subprocess.run(perintah, check=True, capture_output=True, timeout=120)
    halaman = [h.extract_text() for h in PdfReader(tmp_path / "paparan.pdf").pages]
    assert len(halaman) == 8
    assert "106,75" in halaman[2]  # the number on a part of a bar
