"""Gather every text that readers see: from the code, the templates, the prose of the notebooks, the rules."""

from collections.abc import Iterator
from pathlib import Path

import nbformat
from babel.messages.extract import extract_from_file
from ruamel.yaml import YAML

from kla_lib.bahasa import baris_prosa
from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PARAMS, FOLDER_PROYEK

KATA_KUNCI = {"_": None, "tandai": None}
"""The functions whose first argument is a text: said now, or marked to be said later."""

METODE = (("*.py", "python"), ("*.html", "jinja2.ext:babel_extract"), ("*.j2", "jinja2.ext:babel_extract"))
"""How the texts of a file are found, by its name."""

FOLDER_KODE = FOLDER_PROYEK / "kla_lib"


def gather_teks() -> dict[str, list[str]]:
    """Return every text with the files that say it, in the order of the files."""
    hasil: dict[str, list[str]] = {}
    for tempat, teks in (*_teks_kode(), *_teks_notebook(), *_teks_aturan()):
        asal = hasil.setdefault(teks, [])
        if tempat not in asal:
            asal.append(tempat)
    return hasil


def _teks_kode() -> Iterator[tuple[str, str]]:
    for pola, metode in METODE:
        for path in sorted(FOLDER_KODE.rglob(pola)):
            for _baris, teks, _catatan, _keadaan in extract_from_file(metode, path, KATA_KUNCI):
                yield _tempat(path), teks if isinstance(teks, str) else teks[0]


def _teks_notebook() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER_NOTEBOOKS.glob("*.ipynb")):
        for sel in nbformat.read(path, as_version=4).cells:
            if sel.cell_type == "markdown":
                yield from ((_tempat(path), teks) for _kepala, teks in baris_prosa(sel.source) if teks)


def _teks_aturan() -> Iterator[tuple[str, str]]:
    """Return what readers see of the rules in their language: sentences of ours, the names of a form's indikator.

    Questions, and titles of forms and laws, are quoted and not translated.
    """
    istilah, kategori = FOLDER_PARAMS / "istilah.yaml", FOLDER_PARAMS / "kategori.yaml"
    yield from ((_tempat(istilah), i["arti"]) for i in YAML(typ="safe").load(istilah).values())
    yield _tempat(kategori), YAML(typ="safe").load(kategori)["anggapan"]["nilai_pecahan"]["uraian"]
    for form in sorted((FOLDER_PARAMS / "instrumen").glob("*.yaml")):
        for k in YAML(typ="safe").load(form)["klaster"]:
            yield from ((_tempat(form), i[nama]) for i in k.get("indikator", ()) for nama in ("nama", "nama_pendek"))


def _tempat(path: Path) -> str:
    return path.relative_to(FOLDER_PROYEK).as_posix()
