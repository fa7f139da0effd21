"""The shape of the house: imports run one way, modules stay small, names stay plain."""

import ast
from pathlib import Path

import pytest

import kla_lib

AKAR = Path(kla_lib.__file__).parent
MODUL = sorted(p for p in AKAR.rglob("*.py"))

LANTAI = ["dasar", "tabel", "rules", "data", "scoring", "keadaan", "views", "notebook", "publish", "cli"]
"""From the ground up; a module may import from its own floor and from those below."""

TERLARANG_DI_SCORING = {"altair", "ipywidgets", "IPython", "jupyter_client", "papermill", "nbformat", "openpyxl"}


def nama_modul(path: Path) -> str:
    bagian = path.relative_to(AKAR.parent).with_suffix("").parts
    return ".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian)


def lantai(modul: str) -> str:
    atas = modul.split(".")[1] if "." in modul else "dasar"
    return atas if atas in LANTAI else "dasar"


def impor(path: Path) -> list[str]:
    hasil = []
    for simpul in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(simpul, ast.Import):
            hasil += [a.name for a in simpul.names]
        elif isinstance(simpul, ast.ImportFrom):
            assert simpul.level == 0, f"{path.name}: relative import"
            hasil.append(simpul.module or "")
    return hasil


@pytest.mark.parametrize("path", [p for p in MODUL if "contoh" not in p.parts], ids=nama_modul)
def test_imports_run_one_way(path: Path) -> None:
    modul = nama_modul(path)
    for tujuan in impor(path):
        if tujuan.startswith("kla_lib."):
            assert not tujuan.startswith("kla_lib.contoh"), f"{modul} depends on an example"
            assert LANTAI.index(lantai(tujuan)) <= LANTAI.index(lantai(modul)), f"{modul} imports {tujuan}"


@pytest.mark.parametrize("path", [p for p in MODUL if "scoring" in p.parts], ids=nama_modul)
def test_scoring_knows_no_charts_no_notebooks_and_no_files(path: Path) -> None:
    assert not {i.split(".")[0] for i in impor(path)} & TERLARANG_DI_SCORING
    pohon = ast.parse(path.read_text(encoding="utf-8"))
    panggilan = {n.func.attr for n in ast.walk(pohon) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)}
    assert not {p for p in panggilan if p.startswith(("read_", "to_csv", "to_excel", "to_parquet", "open"))}


@pytest.mark.parametrize("path", MODUL, ids=nama_modul)
def test_a_module_opens_with_one_sentence_and_stays_small(path: Path) -> None:
    teks = path.read_text(encoding="utf-8")
    uraian = ast.get_docstring(ast.parse(teks))
    assert uraian, "no docstring"
    assert uraian.splitlines()[0].rstrip().endswith((".", ":")), "the first line is not a sentence"
    assert len(teks.splitlines()) <= 300, "two subjects?"


@pytest.mark.parametrize("path", MODUL, ids=nama_modul)
def test_no_module_is_a_drawer_for_everything(path: Path) -> None:
    assert not set(path.with_suffix("").parts) & {"utils", "util", "helpers", "common", "core", "manager", "misc"}


@pytest.mark.parametrize("path", MODUL, ids=nama_modul)
def test_public_functions_and_classes_say_what_they_do(path: Path) -> None:
    for simpul in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(simpul, ast.FunctionDef | ast.ClassDef) and not simpul.name.startswith("_"):
            assert ast.get_docstring(simpul), f"{simpul.name} has no docstring"


@pytest.mark.parametrize("path", MODUL, ids=nama_modul)
def test_no_number_of_the_law_hides_in_the_code(path: Path) -> None:
    ambang = {500, 600, 601, 700, 701, 800, 801, 900, 901, 1000}
    angka = {
        n.value
        for n in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(n, ast.Constant) and type(n.value) in (int, float)
    }
    ukuran_huruf = {600} if "views" in path.parts else set()  # the weight of a bold letter
    assert not angka & (ambang - ukuran_huruf)


KODE = AKAR / "rules" / "form" / "kode.py"
"""The one module that writes the code of a question."""


def menulis_kode(simpul: ast.AST) -> bool:
    """Whether an expression joins an indikator and a pertanyaan with a slash."""
    if isinstance(simpul, ast.JoinedStr):
        for kiri, garis, kanan in zip(simpul.values, simpul.values[1:], simpul.values[2:], strict=False):
            if not (isinstance(kiri, ast.FormattedValue) and isinstance(kanan, ast.FormattedValue)):
                continue
            if isinstance(garis, ast.Constant) and garis.value == "/":
                nama = [ast.unparse(v.value).rstrip("]'") for v in (kiri, kanan)]
                if nama[0].endswith("indikator") or nama[1].endswith("pertanyaan") or nama[1] in {"p", "q", "s"}:
                    return True
    if isinstance(simpul, ast.BinOp) and isinstance(simpul.op, ast.Add):
        teks = ast.unparse(simpul)
        return "'/'" in teks and "indikator" in teks and "pertanyaan" in teks
    return False


@pytest.mark.parametrize(
    "isi", ['f"{r.indikator}/{r.pertanyaan}"', 'f"{i}/{p} {x}"', 'a["indikator"] + "/" + a["pertanyaan"]']
)
def test_a_code_that_is_glued_together_is_found(isi: str) -> None:
    assert any(map(menulis_kode, ast.walk(ast.parse(isi))))


@pytest.mark.parametrize("path", [p for p in MODUL if p != KODE], ids=nama_modul)
def test_the_code_of_a_question_has_one_maker(path: Path) -> None:
    salah = [s.lineno for s in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if menulis_kode(s)]  # type: ignore[attr-defined]
    assert not salah, "use rules.form.kode"
