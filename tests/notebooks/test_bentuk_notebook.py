"""The notebooks read like a text: short cells that call and show, and no outputs committed."""

import ast

import nbformat
import pytest

from kla_lib.letak import FOLDER_NOTEBOOKS
from kla_lib.publish.batch.templat import tag
from tests.pembantu.berisi import berisi

NOTEBOOK = sorted(FOLDER_NOTEBOOKS.glob("*.ipynb"))
TERLARANG = (ast.FunctionDef, ast.ClassDef, ast.For, ast.While, ast.ListComp, ast.DictComp, ast.Lambda)


@pytest.fixture(params=NOTEBOOK, ids=lambda p: p.stem)
def nb(request: pytest.FixtureRequest) -> nbformat.NotebookNode:
    return nbformat.read(request.param, as_version=4)


def sel_kode(nb: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [c for c in nb.cells if c.cell_type == "code"]


def test_no_output_is_committed(nb: nbformat.NotebookNode) -> None:
    assert not [c.id for c in berisi(sel_kode(nb)) if c.outputs or c.execution_count]


def test_the_title_is_a_question(nb: nbformat.NotebookNode) -> None:
    judul = nb.cells[0].source.splitlines()[0]
    assert judul.startswith("# ")
    assert judul.endswith("?")


def test_the_first_code_cell_declares_typed_and_commented_parameters(nb: nbformat.NotebookNode) -> None:
    sel = sel_kode(nb)[0]
    assert tag(sel) == ["parameters"]
    for baris, simpul in berisi(zip(sel.source.splitlines(), ast.parse(sel.source).body, strict=True)):
        assert isinstance(simpul, ast.AnnAssign)
        assert "#" in baris


def test_a_cell_calls_and_shows(nb: nbformat.NotebookNode) -> None:
    for sel in berisi(sel_kode(nb)):
        pohon = ast.parse(sel.source)
        impor = all(isinstance(s, ast.ImportFrom) for s in pohon.body)  # as long as what the notebook shows
        assert impor or 1 <= len(sel.source.splitlines()) <= 6, sel.id
        simpul = list(ast.walk(pohon))
        assert not [s for s in simpul if isinstance(s, TERLARANG)], sel.id
        teks = [s.value for s in simpul if isinstance(s, ast.Constant) and isinstance(s.value, str)]
        assert not [t for t in teks if "/" in t or "\\" in t], f"{sel.id} holds a path"


def test_everything_is_imported_from_one_place(nb: nbformat.NotebookNode) -> None:
    for sel in berisi(sel_kode(nb)):
        for simpul in ast.walk(ast.parse(sel.source)):
            assert not isinstance(simpul, ast.Import)
            if isinstance(simpul, ast.ImportFrom):
                assert simpul.module == "kla_lib.notebook"


def test_what_must_hold_is_asserted(nb: nbformat.NotebookNode) -> None:
    assert [c for c in sel_kode(nb) if "assert " in c.source]


def test_prose_stands_before_the_first_result(nb: nbformat.NotebookNode) -> None:
    assert nb.cells[0].cell_type == "markdown"
    assert len([c for c in nb.cells if c.cell_type == "markdown"]) >= 4


def test_it_opens_without_asking_for_a_kernel(nb: nbformat.NotebookNode) -> None:
    assert nb.metadata.kernelspec.name == "python3"
