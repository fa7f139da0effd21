"""The panels of the notebooks show a book full of injections as text; the pages of a scenario its words."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ipywidgets import HTML, Widget

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.rules.skenario import Skenario
from kla_lib.views.isian.panel import panel_isian
from kla_lib.views.mini.mini import DokumenBaca
from kla_lib.views.mini.pembaca import kepala_dokumen
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.skenario.banding import banding_isi
from kla_lib.views.skenario.meja import open_meja
from kla_lib.views.skenario.papan import panel_skenario
from kla_lib.views.skenario.unsur import judul, pesan
from tests.pembantu.params_uji import PARAMS, params_skenario
from tests.pembantu.suntikan_uji import SUNTIKAN, periksa, write_rapat_suntikan


@pytest.fixture(scope="module")
def keadaan(tmp_path_factory: pytest.TempPathFactory) -> Keadaan:
    return load_keadaan(PARAMS, str(write_rapat_suntikan(tmp_path_factory.mktemp("suntikan"))))


def semua_html(akar: Any) -> Iterator[str]:
    """Yield what every HTML widget under a panel holds."""
    if isinstance(akar, HTML):
        yield akar.value
    assert not getattr(akar, "description_allow_html", False)
    for anak in getattr(akar, "children", ()):
        if isinstance(anak, Widget):
            yield from semua_html(anak)


def check_aman(html: str) -> None:
    p = periksa(html)
    assert (p.temuan, p.skrip) == ([], 0)


def test_the_check_finds_the_payloads_where_they_are_not_escaped() -> None:
    aktif = [s for s in SUNTIKAN if (p := periksa(s)).temuan or p.skrip]
    assert len(aktif) >= 8


def test_the_scenario_panel_shows_every_text_as_text(keadaan: Keadaan, tmp_path: Path) -> None:
    meja = open_meja(params_skenario(tmp_path / "skenario"), str(keadaan.rapat.path), tmp_path / "outputs")
    assert not meja.salah
    html = list(semua_html(panel_skenario(meja)))
    assert html
    for isi in html:
        check_aman(isi)


def test_the_panel_of_marks_shows_every_text_as_text(keadaan: Keadaan) -> None:
    html = list(semua_html(panel_isian(keadaan, "klaster_4")))
    assert html
    for isi in html:
        check_aman(isi)


@pytest.mark.parametrize("teks", SUNTIKAN)
def test_words_of_a_scenario_and_messages_are_text(keadaan: Keadaan, teks: str) -> None:
    s = Skenario(
        nama="uji",
        penulis=teks[:80],
        alasan=teks,
        dibuat=date(2025, 3, 10),
        instrumen="2024",
        hash_data=keadaan.buku.hash,
        nilai={"14": 30.0},
    )
    for html in (
        banding_isi(keadaan, [(s.nama, s)]).html,
        spanduk(keadaan.dengan(s)).html,
        pesan(teks, "alert"),
        judul(teks),
        kepala_dokumen(DokumenBaca(teks, teks, teks, teks, (("1/1", teks),), (teks,), (teks,))),
    ):
        check_aman(re.sub(r'target="_blank" rel="noopener noreferrer"', "", html))
