"""The shape of the house: imports run one way, modules stay small, names stay plain."""

import ast
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import kla_lib
from tests.pembantu.berisi import berisi

AKAR = Path(kla_lib.__file__).parent
MODUL = sorted(p for p in AKAR.rglob("*.py"))

LANTAI = ["dasar", "tabel", "rules", "data", "scoring", "keadaan", "views", "notebook", "publish", "cli"]
"""From the ground up; a module may import from its own floor and from those below."""

KE_ATAS = {("kla_lib.notebook", "kla_lib.publish.mulai")}
"""The start page is a cell that publishes: the door looks up to it, when it is shown."""

TERLARANG_DI_SCORING = {"altair", "ipywidgets", "IPython", "jupyter_client", "papermill", "nbformat", "openpyxl"}


def nama_modul(path: Path) -> str:
    bagian = path.relative_to(AKAR.parent).with_suffix("").parts
    return ".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian)


def lantai(modul: str) -> str:
    atas = modul.split(".")[1] if "." in modul else "dasar"
    return atas if atas in LANTAI else "dasar"


@cache
def pohon(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def impor(path: Path) -> list[str]:
    hasil = []
    for simpul in ast.walk(pohon(path)):
        if isinstance(simpul, ast.Import):
            hasil += [a.name for a in simpul.names]
        elif isinstance(simpul, ast.ImportFrom):
            assert simpul.level == 0, f"{path.name}: relative import"
            hasil.append(simpul.module or "")
    return hasil


def salah(periksa: Callable[[Path], Any], daftar: list[Path]) -> dict[str, Any]:
    """Return what a check finds, by module; it has looked at some."""
    return {nama_modul(p): temuan for p in berisi(daftar) if (temuan := periksa(p))}


def test_imports_run_one_way() -> None:
    def naik(path: Path) -> list[str]:
        atas = LANTAI.index(lantai(nama_modul(path)))
        nama = nama_modul(path)
        milik = [i for i in impor(path) if i.startswith("kla_lib.") and (nama, i) not in KE_ATAS]
        return [i for i in milik if LANTAI.index(lantai(i)) > atas]

    assert salah(naik, [p for p in MODUL if "contoh" not in p.parts]) == {}


def test_scoring_knows_no_charts_no_notebooks_and_no_files() -> None:
    def asing(path: Path) -> set[str]:
        panggilan = {
            n.func.attr for n in ast.walk(pohon(path)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Attribute)
        }
        berkas = {p for p in panggilan if p.startswith(("read_", "to_csv", "to_excel", "to_parquet", "open"))}
        return berkas | {i.split(".")[0] for i in impor(path)} & TERLARANG_DI_SCORING

    assert salah(asing, [p for p in MODUL if "scoring" in p.parts]) == {}


def test_a_module_opens_with_one_sentence_and_stays_small() -> None:
    def bentuk(path: Path) -> str:
        uraian = ast.get_docstring(pohon(path))
        if not uraian:
            return "no docstring"
        if not uraian.splitlines()[0].rstrip().endswith((".", ":")):
            return "the first line is not a sentence"
        return "two subjects?" if len(path.read_text(encoding="utf-8").splitlines()) > 300 else ""

    assert salah(bentuk, MODUL) == {}


def test_no_module_is_a_drawer_for_everything() -> None:
    laci = {"utils", "util", "helpers", "common", "core", "manager", "misc"}
    assert salah(lambda p: set(p.relative_to(AKAR).with_suffix("").parts) & laci, MODUL) == {}


def test_public_functions_and_classes_say_what_they_do() -> None:
    def bisu(path: Path) -> list[str]:
        umum = [n for n in pohon(path).body if isinstance(n, ast.FunctionDef | ast.ClassDef) and n.name[0] != "_"]
        return [n.name for n in umum if not ast.get_docstring(n)]

    assert salah(bisu, MODUL) == {}


def test_no_number_of_the_law_hides_in_the_code() -> None:
    ambang = {500, 600, 601, 700, 701, 800, 801, 900, 901, 1000}

    def angka(path: Path) -> set[float]:
        semua = {
            n.value for n in ast.walk(pohon(path)) if isinstance(n, ast.Constant) and type(n.value) in (int, float)
        }
        ukuran_huruf = {600} if "views" in path.parts else set()  # the weight of a bold letter
        return semua & (ambang - ukuran_huruf)

    assert salah(angka, MODUL) == {}


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


def test_the_code_of_a_question_has_one_maker() -> None:
    def menulis(path: Path) -> list[int]:
        return [s.lineno for s in ast.walk(pohon(path)) if menulis_kode(s)]  # type: ignore[attr-defined]

    assert salah(menulis, [p for p in MODUL if p != KODE]) == {}, "use rules.form.kode"


def test_no_folder_is_a_hall() -> None:
    """Whoever looks for a subject finds it by the names of folders: none holds more than some 25 files."""
    penuh = Counter(p.parent.relative_to(AKAR).as_posix() for p in MODUL if p.name != "__init__.py")
    assert {f: n for f, n in berisi(penuh.items()) if n > 25} == {}


def test_nothing_is_kept_behind_the_back_of_a_meeting() -> None:
    """What follows from a meeting is a named property of it: no module writes into another object's vars()."""

    def menulis_vars(path: Path) -> list[int]:
        nama = {
            s.targets[0].id
            for s in ast.walk(pohon(path))
            if isinstance(s, ast.Assign) and isinstance(s.targets[0], ast.Name) and "vars(" in ast.unparse(s.value)
        }
        sasaran = (t for s in ast.walk(pohon(path)) if isinstance(s, ast.Assign) for t in s.targets)
        return [
            t.lineno
            for t in sasaran
            if isinstance(t, ast.Subscript) and (ast.unparse(t.value) in nama or "vars(" in ast.unparse(t.value))
        ]

    assert salah(menulis_vars, MODUL) == {}


def test_the_generator_of_the_examples_is_imported_by_its_command_only() -> None:
    luar = [p for p in MODUL if "contoh" not in p.parts and nama_modul(p) != "kla_lib.cli.contoh"]
    assert salah(lambda p: [i for i in impor(p) if i.startswith("kla_lib.contoh")], luar) == {}
