"""The notebooks read like a text: short cells that call and show, and no outputs committed."""

import ast
import builtins

import nbformat
import pytest

import kla_lib.notebook as kla
from kla_lib.letak import FOLDER_NOTEBOOKS
from kla_lib.publish.batch.templat import tag
from kla_lib.publish.halaman.halaman import LAYAR, TERLIPAT
from kla_lib.views.rupa.galat_sel import PARAMETER_ANGKA, PARAMETER_TEKS
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


def test_the_door_opens_before_the_parameters_so_that_a_slip_in_them_is_explained(nb: nbformat.NotebookNode) -> None:
    assert sel_kode(nb)[0].source == "import kla_lib.notebook as kla"


def test_the_next_code_cell_declares_typed_and_commented_parameters(nb: nbformat.NotebookNode) -> None:
    sel = sel_kode(nb)[1]
    assert tag(sel) == ["parameters"]
    for baris, simpul in berisi(zip(sel.source.splitlines(), ast.parse(sel.source).body, strict=True)):
        assert isinstance(simpul, ast.AnnAssign)
        assert "#" in baris


def test_a_cell_calls_and_shows(nb: nbformat.NotebookNode) -> None:
    for sel in berisi(sel_kode(nb)):
        assert 1 <= len(sel.source.splitlines()) <= 6, sel.id
        simpul = list(ast.walk(ast.parse(sel.source)))
        assert not [s for s in simpul if isinstance(s, TERLARANG)], sel.id
        teks = [s.value for s in simpul if isinstance(s, ast.Constant) and isinstance(s.value, str)]
        assert not [t for t in teks if "/" in t or "\\" in t], f"{sel.id} holds a path"


def test_everything_comes_through_one_door(nb: nbformat.NotebookNode) -> None:
    impor = [s.source for s in sel_kode(nb) if "import" in s.source]
    assert impor == ["import kla_lib.notebook as kla"]
    pohon = [s for sel in berisi(sel_kode(nb)) for s in ast.walk(ast.parse(sel.source))]
    dibuat = {s.id for s in pohon if isinstance(s, ast.Name) and isinstance(s.ctx, ast.Store)}
    dipakai = {s.id for s in pohon if isinstance(s, ast.Name) and isinstance(s.ctx, ast.Load)}
    assert {n for n in dipakai - dibuat if not hasattr(builtins, n)} == {"kla"}
    assert dipanggil(nb) <= set(kla.__all__)


def dipanggil(nb: nbformat.NotebookNode) -> set[str]:
    """Return what a notebook takes from the door."""
    simpul = [s for sel in sel_kode(nb) for s in ast.walk(ast.parse(sel.source))]
    return {s.attr for s in simpul if isinstance(s, ast.Attribute) and ast.unparse(s.value) == "kla"}


def test_the_door_offers_only_what_some_notebook_takes() -> None:
    assert set(kla.__all__) == {n for p in NOTEBOOK for n in dipanggil(nbformat.read(p, as_version=4))}


def test_the_whole_meeting_and_one_klaster_have_the_same_name_everywhere(nb: nbformat.NotebookNode) -> None:
    for sel in berisi(sel_kode(nb)):
        for s in ast.parse(sel.source).body:
            if isinstance(s, ast.Assign) and "kla.load_" in sel.source:
                nama = {
                    "kla.load_keadaan": "keadaan",
                    "kla.load_paket": "paket",
                    "kla.load_mini": "mini",
                    "kla.load_uji": "uji",
                        "kla.load_provinsi": "pandangan",
                }
                assert isinstance(s.value, ast.Call)
                assert ast.unparse(s.targets[0]) == nama[ast.unparse(s.value.func)]


def test_code_is_folded_but_for_the_parameters_that_an_evaluator_changes(nb: nbformat.NotebookNode) -> None:
    for sel in berisi(sel_kode(nb)):
        terlipat = sel.metadata.get("jupyter", {}).get("source_hidden", False)
        assert terlipat == (tag(sel) != ["parameters"]), sel.id


def test_the_summary_folds_what_follows_its_first_screen_and_nothing_else_is_folded(nb: nbformat.NotebookNode) -> None:
    bagian = [c for c in nb.cells if c.cell_type == "markdown" and c.source.startswith("## ")]
    terlipat = [c.id for c in bagian if c.metadata.get(TERLIPAT)]
    ringkasan = any(LAYAR in tag(c) for c in nb.cells)
    assert terlipat == [c.id for c in berisi(bagian) if ringkasan and LAYAR not in tag(c)]


def test_the_opening_page_names_and_links_every_notebook() -> None:
    prosa = [c.source for c in nbformat.read(NOTEBOOK[0], as_version=4).cells if c.cell_type == "markdown"]
    daftar = "\n".join(prosa)
    for path in berisi(NOTEBOOK):
        assert f"[{path.stem}]({path.name}): " in daftar


def test_what_must_hold_is_asserted_in_the_last_cell(nb: nbformat.NotebookNode) -> None:
    berjanji = [c for c in sel_kode(nb) if "assert " in c.source]
    assert berjanji == [sel_kode(nb)[-1]]
    assert 1 <= berjanji[0].source.count("assert ") <= 3


def test_prose_stands_before_the_first_result(nb: nbformat.NotebookNode) -> None:
    assert nb.cells[0].cell_type == "markdown"
    assert len([c for c in nb.cells if c.cell_type == "markdown"]) >= 4


def test_every_parameter_is_known_to_what_explains_slips_in_it(nb: nbformat.NotebookNode) -> None:
    for simpul in berisi(ast.parse(sel_kode(nb)[1].source).body):
        assert isinstance(simpul, ast.AnnAssign)
        dikenal = {"str": PARAMETER_TEKS, "int": PARAMETER_ANGKA}[ast.unparse(simpul.annotation)]
        assert ast.unparse(simpul.target) in dikenal


def test_it_opens_without_asking_for_a_kernel(nb: nbformat.NotebookNode) -> None:
    assert nb.metadata.kernelspec.name == "python3"
