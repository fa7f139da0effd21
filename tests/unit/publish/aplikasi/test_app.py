"""The app: which notebook, which meeting, which port; what is refused before a server starts."""

import socket
import sys
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PARAMS
from kla_lib.publish.aplikasi.app import HOST, PORT, find_notebook, find_port, judul_app, open_app, prepare_app
from kla_lib.rules.rapat import load_rapat
from tests.pembantu.params_uji import PARAMS

RAPAT = FOLDER_PARAMS / "rapat" / "kota-contoh-1.yaml"
KERNEL = {"name": "python3", "language": "python", "display_name": "Python 3"}


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """A notebook with a parameter, a cell for people at the keyboard and an internal one."""
    sel = [
        new_markdown_cell("# Apa yang terjadi kalau?"),
        new_code_cell('rapat: str = "ogan-ilir-2024"', metadata={"tags": ["parameters"]}),
        new_code_cell("panel = rapat", metadata={"tags": ["interactive"]}),
        new_code_cell("assert panel", metadata={"tags": ["internal"]}),
    ]
    path = tmp_path / "20_coba_kami.ipynb"
    nbformat.write(new_notebook(cells=sel, metadata={"kernelspec": KERNEL}), path)
    return path


def test_a_notebook_is_found_by_its_name_with_or_without_its_ending() -> None:
    assert find_notebook("00_mulai") == find_notebook("00_mulai.ipynb") == FOLDER_NOTEBOOKS / "00_mulai.ipynb"


def test_a_notebook_elsewhere_is_found_by_its_path(notebook: Path) -> None:
    assert find_notebook(str(notebook)) == notebook


def test_an_unknown_notebook_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(KlaError, match=r"notebook '00_mulay' tidak ada\. Maksud Anda '00_mulai'\?"):
        find_notebook("00_mulay")


def test_the_meeting_is_put_behind_the_notebooks_own_and_the_notebook_stays_as_it_is(notebook: Path) -> None:
    sebelum = notebook.read_bytes()
    sumber = [c.source for c in prepare_app(notebook, load_rapat(PARAMS, RAPAT)).cells]
    assert 'rapat = "kota-contoh-1"' in sumber[2]
    assert notebook.read_bytes() == sebelum


def test_all_cells_stay_since_the_app_is_for_people_at_the_keyboard(notebook: Path) -> None:
    asli = nbformat.read(notebook, as_version=4)
    assert [c.source for c in prepare_app(notebook, None).cells] == [c.source for c in asli.cells]


def test_of_the_start_page_the_app_shows_the_page_itself_and_not_what_only_jupyterlab_can_open() -> None:
    sumber = "\n".join(c.source for c in prepare_app(FOLDER_NOTEBOOKS / "00_mulai.ipynb", None).cells)
    assert "kla.panel_mulai(rapat)" in sumber
    assert "ipynb" not in sumber
    assert "load_keadaan" not in sumber


def test_a_notebook_without_a_meeting_refuses_one(tmp_path: Path) -> None:
    path = tmp_path / "tanpa.ipynb"
    sel = new_code_cell("tahun: int = 2024", metadata={"tags": ["parameters"]})
    nbformat.write(new_notebook(cells=[sel], metadata={"kernelspec": KERNEL}), path)
    with pytest.raises(KlaError, match="parameter 'rapat' tidak dikenal"):
        prepare_app(path, load_rapat(PARAMS, RAPAT))


def test_the_page_is_called_after_the_notebook() -> None:
    assert judul_app(Path("20_skenario.ipynb")) == "KLA · Skenario"
    assert judul_app(Path("15_mini_verifikasi.ipynb")) == "KLA · Mini verifikasi"


def test_a_taken_port_that_was_asked_for_is_refused_with_a_remedy() -> None:
    with socket.socket() as s:
        s.bind((HOST, 0))
        s.listen()
        port = s.getsockname()[1]
        with pytest.raises(KlaError, match=f"port {port} tidak bisa dipakai.*tinggalkan --port"):
            find_port(port)
    assert find_port(port) == port


def test_without_a_wish_the_next_free_port_is_taken() -> None:
    pertama = find_port(None)
    with socket.socket() as s:
        s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind((HOST, pertama))
        s.listen()
        assert find_port(None) > pertama >= PORT


def test_a_number_that_is_no_port_is_refused() -> None:
    with pytest.raises(KlaError, match="port 99999 tidak bisa dipakai"):
        find_port(99999)


def test_a_faulty_meeting_file_stops_before_a_server_starts(tmp_path: Path, notebook: Path) -> None:
    rusak = tmp_path / "rusak.yaml"
    rusak.write_text(RAPAT.read_text(encoding="utf-8").replace("sasaran:", "sasarn:"), encoding="utf-8")
    with pytest.raises(KlaError, match="Maksud Anda 'sasaran'"):
        open_app(PARAMS, str(notebook), rusak, peramban=False)


def test_a_missing_book_does_not_stop_the_app_since_the_panel_shows_it(tmp_path: Path, notebook: Path) -> None:
    isi = RAPAT.read_text(encoding="utf-8").replace("buku_data: contoh:kota-contoh", "buku_data: tidak-ada.xlsx")
    (tmp_path / "kota-contoh-1.yaml").write_text(isi, encoding="utf-8")
    rapat = load_rapat(PARAMS, tmp_path / "kota-contoh-1.yaml")
    assert not rapat.path_buku.exists()
    assert any('"kota-contoh-1"' in c.source for c in prepare_app(notebook, rapat).cells)


def test_a_machine_without_voila_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch, notebook: Path) -> None:
    monkeypatch.setitem(sys.modules, "voila", None)
    with pytest.raises(KlaError, match=r"program Voilà belum terpasang\. Jalankan `make run`"):
        open_app(PARAMS, str(notebook), peramban=False)
