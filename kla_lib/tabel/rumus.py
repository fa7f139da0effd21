"""Find the cells of an XLSX whose formula gave an error or was never calculated.

The reader of the cells shows them as empty, and an empty mark means "not
recorded": a broken formula would silently take points away.
"""

from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree
from zipfile import ZipFile

from kla_lib.bahasa import _

Pesan = tuple[str, str]


def rumus_gagal(path: Path, daftar: Collection[str]) -> dict[str, dict[str, Pesan]]:
    """Return for each named sheet its cells ("E17") without a value: what is wrong, what to do."""
    with ZipFile(path) as arsip:
        return {
            nama: dict(_sel_gagal(arsip, bagian)) for nama, bagian in _bagian_lembar(arsip).items() if nama in daftar
        }


def _bagian_lembar(arsip: ZipFile) -> dict[str, str]:
    """Return the name of the archive's part behind each sheet."""
    tujuan = {
        r.get("Id"): str(PurePosixPath("/xl") / r.get("Target", "")).lstrip("/")
        for r in ElementTree.fromstring(arsip.read("xl/_rels/workbook.xml.rels"))
    }
    lembar = ElementTree.fromstring(arsip.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet")
    return {s.attrib["name"]: tujuan[next(v for k, v in s.items() if k.endswith("}id"))] for s in lembar}


def _sel_gagal(arsip: ZipFile, bagian: str) -> Iterator[tuple[str, Pesan]]:
    with arsip.open(bagian) as isi:
        for _kejadian, sel in ElementTree.iterparse(isi):
            if not sel.tag.endswith("}c"):
                continue
            nilai, jenis = sel.findtext("{*}v"), sel.get("t")
            if jenis == "e":
                yield (
                    str(sel.get("r")),
                    (_("sel berisi galat {galat}").format(galat=nilai), _("Perbaiki rumusnya, atau tulis nilainya.")),
                )
            elif jenis != "str" and not nilai and sel.find("{*}f") is not None:
                yield (
                    str(sel.get("r")),
                    (_("rumus belum dihitung"), _("Buka di Excel atau LibreOffice lalu simpan, atau tulis nilainya.")),
                )
            sel.clear()
