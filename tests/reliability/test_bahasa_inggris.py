"""A meeting in English: no page says a word that no catalogue has translated."""

from pathlib import Path

import pytest

from kla_lib.bahasa import KATALOG_LAIN
from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS
from tests.pembantu.bahasa_uji import BUKA, Bacaan, kata_data, teks_buku, tidak_diterjemahkan, write_bertanda
from tests.pembantu.berisi import berisi
from tests.pembantu.keluaran_uji import kla

DIBACA_LAGI = "keputusan.xlsx"
"""Comes back from the meeting into `kla decide`: its headings are names of columns, in every language."""

RAPAT = [pytest.param(("ogan-ilir-2024", "klaster_3"), marks=pytest.mark.soak), ("kota-contoh-2", "klaster_5")]


@pytest.fixture(scope="module", params=RAPAT, ids=lambda r: r[0])
def rapat(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """The pages of a meeting, every translation between marks."""
    id_rapat, klaster = request.param
    folder = tmp_path_factory.mktemp(id_rapat)
    write_bertanda(folder / "katalog")
    with pytest.MonkeyPatch.context() as m:
        m.setenv(KATALOG_LAIN, str(folder / "katalog"))
        berkas, outputs = str(FOLDER_PARAMS / "rapat" / f"{id_rapat}.yaml"), str(folder / "outputs")
        hasil = kla("run", berkas, "--bahasa", "en", "--only", klaster, "--outputs", outputs)
    assert hasil.kode == 0, hasil.pesan
    return id_rapat, folder / "outputs" / id_rapat


def test_packs_in_english_stand_beside_the_indonesian_ones(rapat: tuple[str, Path]) -> None:
    _id, folder = rapat
    assert [p.name for p in folder.iterdir() if not p.name.startswith(".")] == ["en"]
    halaman = sorted((folder / "en").rglob("*.html"))
    assert len(halaman) > 10
    assert {Bacaan(p.read_text(encoding="utf-8")).lang for p in halaman} == {"en"}


def test_no_page_says_anything_untranslated(rapat: tuple[str, Path]) -> None:
    id_rapat, folder = rapat
    data = kata_data(FOLDER_CONTOH / id_rapat)
    sisa = {}
    for path in berisi(sorted(folder.rglob("*.html"))):
        isi = Bacaan(path.read_text(encoding="utf-8")).isi
        assert any(BUKA in t for t in isi), path
        sisa |= {f"{path.parent.name}/{path.name}": t} if (t := tidak_diterjemahkan(isi, data)) else {}
    assert sisa == {}


def test_no_workbook_says_anything_untranslated(rapat: tuple[str, Path]) -> None:
    id_rapat, folder = rapat
    data = kata_data(FOLDER_CONTOH / id_rapat)
    buku = [p for p in sorted(folder.rglob("*.xlsx")) if p.name != DIBACA_LAGI]
    assert buku
    sisa = {p.name: t for p in buku if (t := tidak_diterjemahkan(teks_buku(p), data))}
    assert sisa == {}


def test_the_check_finds_a_sentence_that_was_forgotten() -> None:
    data = kata_data(FOLDER_CONTOH / "ogan-ilir-2024")
    halaman = (
        '<p>⟦Points of {k} ⟦self-assessment⟧⟧: Klaster III</p><p>Nilai klaster ini turun.</p><svg aria-label="bagan"/>'
    )
    assert tidak_diterjemahkan(Bacaan(halaman).isi, data) == ["Nilai klaster ini turun.", "bagan"]
