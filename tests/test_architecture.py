"""The shape of the house: imports run one way, modules stay small, names stay plain."""

import ast
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import kla_lib
from tests.pembantu.berisi import berisi

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
        milik = [i for i in impor(path) if i.startswith("kla_lib.")]
        return [i for i in milik if i.startswith("kla_lib.contoh") or LANTAI.index(lantai(i)) > atas]

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
