"""The repository itself: papers name what exists, lists agree, nothing stray is committed."""

import re
import shlex
import subprocess
import tomllib
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kla_lib.cli import build_parser
from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS, FOLDER_PROYEK
from kla_lib.rules.sumber import load_sumber
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS

PROYEK = tomllib.loads((FOLDER_PROYEK / "pyproject.toml").read_text(encoding="utf-8"))
KERTAS = sorted([*FOLDER_PROYEK.glob("*.md"), *(FOLDER_PROYEK / "docs").rglob("*.md"), FOLDER_PARAMS / "README.md"])

NAMA_CONDA = {"playwright": "playwright-python", "pandera[pandas]": "pandera"}
"""Packages that conda-forge calls otherwise."""

KASUS_PRIBADI = FOLDER_PROYEK / "tests/cases/berkas/pribadi-nik"


def berkas_terlacak() -> list[Path]:
    """Return the files under version control; of an unpacked archive, all that is not generated."""
    git = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=FOLDER_PROYEK, capture_output=True, check=False
    )
    if git.returncode != 0:
        pytest.skip("not a git checkout")
    return [p for n in git.stdout.decode().splitlines() if (p := FOLDER_PROYEK / n).is_file()]


def syarat() -> list[str]:
    return [*PROYEK["project"]["dependencies"], *PROYEK["dependency-groups"]["dev"]]


def nama_dan_batas(baris: str) -> tuple[str, str]:
    nama, batas = re.split(r"(?=[<>=])", baris, maxsplit=1)
    return nama.lower(), batas


def paket_conda(berkas: str) -> set[str]:
    daftar = YAML(typ="safe").load(FOLDER_PROYEK / berkas)["dependencies"]
    pip = [n for d in daftar if isinstance(d, dict) for n in d["pip"]]
    assert {n.split(">")[0] for n in pip} <= {"axe-playwright-python", "openxml-audit"}, "all others are in conda-forge"
    return {*(n for n in daftar if isinstance(n, str)), *pip}


def test_the_environments_of_conda_list_the_packages_of_pyproject_those_of_the_tests_apart() -> None:
    jalan, uji = (
        {NAMA_CONDA.get(n, n) + b for n, b in map(nama_dan_batas, daftar)}
        for daftar in (PROYEK["project"]["dependencies"], PROYEK["dependency-groups"]["dev"])
    )
    memasang = {p for p in uji if p.startswith("setuptools")}
    assert paket_conda("environment.yml") == jalan | memasang | {
        "python" + PROYEK["project"]["requires-python"],
        "pip",
    }
    assert paket_conda("environment-uji.yml") == uji - memasang | {"pip"}


def test_the_lock_holds_every_package_exactly_with_hashes_and_no_address() -> None:
    teks = (FOLDER_PROYEK / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?://|file:|index-url|find-links|/opt/|/root/", teks)
    terkunci: dict[str, str] = {}
    for bagian in re.split(r"\n(?=[a-z0-9])", teks):
        kepala = bagian.split(None, 1)[0]
        assert re.fullmatch(r"[a-z0-9._-]+==[^=]+", kepala), kepala
        assert "--hash=sha256:" in bagian, kepala
        terkunci[kepala.split("==")[0]] = kepala
    for nama, _batas in berisi(map(nama_dan_batas, syarat())):
        assert re.sub(r"\[.*\]", "", nama).replace(".", "-") in terkunci, nama


def test_the_lock_serves_windows_and_macos_too() -> None:
    teks = (FOLDER_PROYEK / "requirements.lock").read_text(encoding="utf-8")
    assert "pywinpty" in teks
    assert "appnope" in teks


def test_every_package_of_pyproject_is_used() -> None:
    """A dependency that nothing imports, starts or is configured for has no place."""
    nama_impor = {
        "axe-playwright-python": "axe_playwright_python",
        "babel": "babel",
        "ipykernel": "kernel_name=",
        "jinja2": "jinja2",
        "jupyterlab": '"jupyterlab"',
        "msoffcrypto-tool": "msoffcrypto",
        "mypy": "bin)/mypy",
        "nbval": "--nbval",
        "openxml-audit": "openxml_audit",
        "python-pptx": "from pptx",
        "pandera[pandas]": "pandera",
        "pytest-xdist": "--dist",
        "ruamel.yaml": "ruamel.yaml",
        "ruff": "bin)/ruff",
        "setuptools": "setuptools.build_meta",
        "vl-convert-python": "vl_convert",
    }
    teks = "\n".join(
        p.read_text(encoding="utf-8").lower()
        for p in berkas_terlacak()
        if p.suffix == ".py" or p.name in ("Makefile", "pyproject.toml")
    )
    teks = re.sub(r'^ +"[a-z0-9.\[\]-]+>=.*$', "", teks, flags=re.M)  # the list itself proves nothing
    for nama, _batas in berisi(map(nama_dan_batas, syarat())):
        tanda = nama_impor.get(nama, f"import {nama}")
        assert tanda in teks or f"from {nama}" in teks, nama


@pytest.mark.parametrize("path", KERTAS, ids=lambda p: p.relative_to(FOLDER_PROYEK).as_posix())
def test_papers_name_only_files_that_exist(path: Path) -> None:
    for sasaran in tautan(path):
        assert "://" not in sasaran, f"{sasaran}: pages are read offline"
        assert (path.parent / sasaran).exists(), sasaran
    for nama in nama_berkas(path):
        assert (FOLDER_PROYEK / nama).exists(), nama


def tautan(path: Path) -> list[str]:
    return re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", path.read_text(encoding="utf-8"))


def nama_berkas(path: Path) -> list[str]:
    akar = r"(?:params|kla_lib|notebooks|docs|tests|benchmarks)"
    return re.findall(rf"`({akar}/[\w./-]+)`", path.read_text(encoding="utf-8"))


def test_links_and_names_of_files_are_found_in_papers() -> None:
    assert any(tautan(p) for p in KERTAS)
    assert any(nama_berkas(p) for p in KERTAS)


@pytest.mark.parametrize("path", KERTAS, ids=lambda p: p.relative_to(FOLDER_PROYEK).as_posix())
def test_commands_in_papers_are_commands_that_exist(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KLA_FOLDER", "data-kla")  # some are written as in a work folder
    for blok in re.findall(
        r"^```(?:sh|bash|console|powershell|text)?\n(.*?)^```", path.read_text(encoding="utf-8"), flags=re.S | re.M
    ):
        for baris in blok.splitlines():
            cocok = re.match(r"\s*(?:\$ )?(?:\.venv[/\\](?:bin|Scripts)[/\\])?kla (.+)", baris)
            if cocok and "<" not in baris and "…" not in baris:
                argumen = shlex.split(cocok[1].split("#")[0].replace("\\", "/"))
                build_parser().parse_args(argumen)


def test_make_commands_in_papers_are_targets() -> None:
    target = set(re.findall(r"^([a-z]+):", (FOLDER_PROYEK / "Makefile").read_text(encoding="utf-8"), flags=re.M))
    disebut = {(p.name, n) for p in KERTAS for n in re.findall(r"`make ([a-z]+)`", p.read_text(encoding="utf-8"))}
    assert [(kertas, nama) for kertas, nama in berisi(disebut) if nama not in target] == []


def test_every_source_is_cited_somewhere() -> None:
    tempat = [
        p
        for p in [*FOLDER_PARAMS.rglob("*"), *FOLDER_CONTOH.rglob("*.csv"), *FOLDER_PROYEK.glob("tests/cases/*")]
        if p.is_file()
    ]
    teks = "\n".join(p.read_text(encoding="utf-8") for p in tempat if p.name != "sumber.yaml" and p.suffix != ".npz")
    assert not [k for k in berisi(load_sumber(PARAMS)) if k not in teks]


def test_no_committed_file_names_a_machine_or_a_registry() -> None:
    terlarang = re.compile(r"/work/|/root/|/home/\w|\bpypi\.org|files\.pythonhosted|\bnpmjs\.|deb\.debian\.org")
    for path in berisi(berkas_terlacak()):
        if path.suffix in (".png", ".npz") or path == Path(__file__):
            continue
        cocok = terlarang.search(path.read_text(encoding="utf-8", errors="replace"))
        assert not cocok, f"{path}: {cocok and cocok[0]}"


def test_outputs_are_not_committed() -> None:
    assert [p.name for p in berkas_terlacak() if p.is_relative_to(FOLDER_PROYEK / "outputs")] == [".gitkeep"]


def test_no_personal_number_is_committed() -> None:
    """Sixteen digits in a row are a NIK or a KK number; the cases that are refused for one hold an invented one."""
    for path in berisi(berkas_terlacak()):
        if path.suffix in (".csv", ".yaml", ".md", ".ipynb") and not path.is_relative_to(KASUS_PRIBADI):
            assert not re.search(r"(?<!\d)\d{16}(?!\d)", path.read_text(encoding="utf-8", errors="replace")), path
