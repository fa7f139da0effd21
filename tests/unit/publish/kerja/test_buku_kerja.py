"""Her notebooks are copies: renewed while she leaves them alone, never written over when she has changed them."""

from pathlib import Path

import nbformat
import pytest

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_NOTEBOOKS
from kla_lib.publish.aplikasi.lab import prepare_lab
from kla_lib.publish.kerja.buku_kerja import renew_salinan
from tests.pembantu.folder_kerja_uji import tulis_kerja


def tulis(path: Path, *sel: str, hasil: str = "") -> Path:
    """Write a notebook of code cells, the first with a result."""
    kode = [nbformat.v4.new_code_cell(s, id=f"sel-{n}") for n, s in enumerate(sel)]
    if hasil:
        kode[0].outputs = [nbformat.v4.new_output("stream", text=hasil)]
        kode[0].execution_count = 7
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(nbformat.v4.new_notebook(cells=kode), path)
    return path


@pytest.fixture
def asal(tmp_path: Path) -> Path:
    tulis(tmp_path / "asal" / "10_data.ipynb", "lama")
    tulis(tmp_path / "asal" / "20_skenario.ipynb", "lama")
    return tmp_path / "asal"


@pytest.fixture
def milik(tmp_path: Path, asal: Path) -> Path:
    assert renew_salinan(tmp_path / "milik", asal).baru == ("10_data.ipynb", "20_skenario.ipynb")
    return tmp_path / "milik"


def kode(path: Path) -> str:
    return "|".join(c.source for c in nbformat.read(path, as_version=4).cells)


def test_a_new_version_renews_what_she_left_alone_also_where_she_ran_and_saved_it(asal: Path, milik: Path) -> None:
    tulis(milik / "10_data.ipynb", "lama", hasil="42")
    tulis(asal / "10_data.ipynb", "baru")
    hasil = renew_salinan(milik, asal)
    assert hasil.diperbarui == ("10_data.ipynb",)
    assert hasil.pesan == ["Buku kerja diperbarui ke versi baru: 10_data.ipynb."]
    assert kode(milik / "10_data.ipynb") == "baru"


def test_what_she_changed_stays_and_the_new_version_lies_beside_it_once(asal: Path, milik: Path) -> None:
    tulis(milik / "20_skenario.ipynb", "punya saya")
    assert renew_salinan(milik, asal).pesan == [], "there is no new version yet"
    tulis(asal / "20_skenario.ipynb", "baru")
    hasil = renew_salinan(milik, asal)
    assert hasil.bersanding == (("20_skenario.ipynb", "20_skenario (versi baru).ipynb"),)
    assert "dibiarkan; versi barunya ada di sampingnya" in hasil.pesan[0]
    assert kode(milik / "20_skenario.ipynb") == "punya saya"
    assert kode(milik / "20_skenario (versi baru).ipynb") == "baru"
    assert renew_salinan(milik, asal).pesan == []


def test_a_version_laid_aside_that_she_changed_too_stays(asal: Path, milik: Path) -> None:
    tulis(milik / "20_skenario.ipynb", "punya saya")
    for versi, samping in (("2", "(versi baru)"), ("3", "(versi baru)")):
        tulis(asal / "20_skenario.ipynb", versi)
        renew_salinan(milik, asal)
        assert kode(milik / f"20_skenario {samping}.ipynb") == versi, "replaced while she leaves it alone"
    tulis(milik / "20_skenario (versi baru).ipynb", "saya juga")
    tulis(asal / "20_skenario.ipynb", "4")
    renew_salinan(milik, asal)
    assert kode(milik / "20_skenario (versi baru).ipynb") == "saya juga"
    assert kode(milik / "20_skenario (versi baru 2).ipynb") == "4"


def test_one_that_she_removed_comes_back_and_a_broken_record_loses_nothing(asal: Path, milik: Path) -> None:
    (milik / "10_data.ipynb").unlink()
    assert renew_salinan(milik, asal).baru == ("10_data.ipynb",)
    (milik / ".asal.json").write_text("[rusak", encoding="utf-8")
    (milik / "20_skenario.ipynb").write_text("bukan notebook", encoding="utf-8")
    tulis(asal / "20_skenario.ipynb", "baru")
    renew_salinan(milik, asal)
    assert (milik / "20_skenario.ipynb").read_text(encoding="utf-8") == "bukan notebook"
    assert kode(milik / "20_skenario (versi baru).ipynb") == "baru"


def test_the_lab_opens_her_copy_in_a_work_folder_and_the_products_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert prepare_lab("10_data") == (FOLDER_NOTEBOOKS / "10_data.ipynb", [])
    kerja = tulis_kerja(tmp_path / "data-kla")
    monkeypatch.setenv("KLA_FOLDER", str(kerja))
    assert prepare_lab("10_data.ipynb") == (kerja / "buku-kerja" / "10_data.ipynb", [])
    tulis(kerja / "buku-kerja" / "punyaku.ipynb", "1")
    assert prepare_lab("punyaku")[0].is_file()
    with pytest.raises(KlaError, match=r"notebook '11_data' tidak ada\. Pilihan: .*punyaku"):
        prepare_lab("11_data")
