"""What a reader can repair stands in a notebook as its table; the run has failed all the same."""

from typing import Any

import papermill
import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook
from papermill.exceptions import PapermillExecutionError

import kla_lib.notebook as kla
from kla_lib.errors import KlaError
from kla_lib.publish.batch.hangat import bekukan


def gagal(tmp_path: Any, sumber: str) -> NotebookNode:
    """Run a cell below the import of a notebook, which must fail; return the cell as it was written."""
    nb = new_notebook(cells=[new_code_cell("import kla_lib.notebook as kla"), new_code_cell(sumber)])
    keluar = tmp_path / "keluar.ipynb"
    bekukan()
    with pytest.raises(PapermillExecutionError):
        papermill.execute_notebook(nb, keluar, engine_name="kla", kernel_name="python3", progress_bar=False)
    return next(c for c in papermill.iorw.load_notebook_node(str(keluar)).cells if c.source == sumber)


def tabel(sel: NotebookNode) -> str:
    """Return the table of a failed cell as text; it is followed by a sentence and nothing of Python."""
    tampak, galat = sel.outputs
    assert "<table" in tampak.data["text/html"]
    assert (galat.output_type, galat.ename, len(galat.traceback)) == ("error", "KlaError", 1)
    assert "Run All Cells" in galat.traceback[0]
    return str(tampak.data["text/plain"])


def test_a_fault_in_any_cell_is_its_table_and_nothing_else(tmp_path: Any) -> None:
    teks = tabel(gagal(tmp_path, "kla.load_keadaan('kota-conto-1')"))
    assert "params/rapat/kota-conto-1.yaml" in teks
    assert "kota-contoh-1" in teks


@pytest.mark.parametrize(
    "ditulis",
    [
        "rapat = kota-contoh-1",
        "rapat: str = kota-contoh-1  # id berkas rapat",
        'rapat = "kota-contoh-1',
        "rapat = ‘kota-contoh-1’",
        "rapat: str = kota-contoh-1\nklaster: str = 'klaster_1'",
    ],
)
def test_missing_quotes_in_a_parameter_are_explained_with_the_line_to_write(tmp_path: Any, ditulis: str) -> None:
    teks = tabel(gagal(tmp_path, ditulis))
    assert "tidak berada di antara tanda kutip" in teks
    assert 'Tulis: rapat = "kota-contoh-1"' in teks


@pytest.mark.parametrize(
    ("ditulis", "kata"),
    [
        ("klaster = klaster_1", 'Tulis: klaster = "klaster_1"'),
        ("rapat = kota contoh 1", 'Tulis: rapat = "kota contoh 1"'),
        ("rapat =", 'Tulis: rapat = ""'),
        ("banyak: int = empat puluh", "banyak = 40"),
        ("kla.periksa_buku(rapat)", "Jalankan dulu sel-sel di atasnya"),
    ],
)
def test_other_slips_in_parameters_and_cells_run_too_early_are_explained_too(
    tmp_path: Any, ditulis: str, kata: str
) -> None:
    assert kata in tabel(gagal(tmp_path, ditulis))


@pytest.mark.parametrize("ditulis", ["1 / 0", "x = y", "foo(", "hasil = kota-contoh-1"])
def test_what_is_no_slip_of_a_reader_keeps_its_traceback(tmp_path: Any, ditulis: str) -> None:
    (galat,) = gagal(tmp_path, ditulis).outputs
    assert galat.ename in {"ZeroDivisionError", "NameError", "SyntaxError"}
    assert ditulis in "\n".join(galat.traceback)


def test_a_number_where_a_text_belongs_and_the_other_way_round_are_refused_at_the_door() -> None:
    with pytest.raises(KlaError, match="terbaca 2023, bukan teks"):
        kla.load_keadaan(2024 - 1)
    with pytest.raises(KlaError, match="klaster: terbaca 3, bukan teks"):
        kla.load_paket("kota-contoh-1", 3)
    keadaan = kla.load_keadaan("kota-contoh-1")
    with pytest.raises(KlaError, match=r"banyak: '1\.0' bukan angka bulat"):
        kla.load_mini(keadaan, 1.0)  # type: ignore[arg-type]
    with pytest.raises(KlaError, match="teratas: 'empat' bukan angka bulat"):
        kla.tabel_awal(keadaan, "empat")  # type: ignore[arg-type]
