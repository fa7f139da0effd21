"""Parse one part of a workbook's archive piece by piece, so that it never stands in memory as a whole."""

from collections.abc import Callable
from xml.parsers import expat
from zipfile import ZipFile

from kla_lib.tabel.arsip import XML_TERBESAR


def urai(
    arsip: ZipFile,
    bagian: str,
    mulai: Callable[[str, dict[str, str]], None] | None = None,
    akhir: Callable[[str], None] | None = None,
    teks: Callable[[str], None] | None = None,
) -> None:
    """Call `mulai` and `akhir` with each element's name without its namespace, `teks` with the text between.

    Attributes in a namespace are named "uri name".  Raises ExpatError where
    the part is no XML, ValueError where it is too long or declares entities:
    a part may be named like a picture.
    """
    if arsip.getinfo(bagian).file_size > XML_TERBESAR:
        raise ValueError(f"{bagian[:40]} is too long")
    pengurai = expat.ParserCreate(namespace_separator=" ")
    pengurai.buffer_text = True
    pengurai.StartDoctypeDeclHandler = _tolak
    if mulai:
        pengurai.StartElementHandler = lambda nama, atribut: mulai(nama.rpartition(" ")[2], atribut)
    if akhir:
        pengurai.EndElementHandler = lambda nama: akhir(nama.rpartition(" ")[2])
    pengurai.CharacterDataHandler = teks
    with arsip.open(bagian) as isi:
        pengurai.ParseFile(isi)


def _tolak(*_deklarasi: object) -> None:
    raise ValueError("no program writes DOCTYPE into a workbook")
