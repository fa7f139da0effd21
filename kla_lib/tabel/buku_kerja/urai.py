"""Parse one part of a workbook's archive piece by piece, so that it never stands in memory as a whole."""

from collections.abc import Callable
from xml.parsers import expat
from zipfile import ZipFile

from kla_lib.bahasa import _
from kla_lib.tabel.buku_kerja.arsip import XML_TERBESAR


class BatasError(ValueError):
    """A part holds what no program writes; says in the reader's language what."""


TERDALAM = 100
"""Elements within elements; a sheet needs some ten, and readers that recurse would break at a few thousand."""


def urai(
    arsip: ZipFile,
    bagian: str,
    mulai: Callable[[str, dict[str, str]], None] | None = None,
    akhir: Callable[[str], None] | None = None,
    teks: Callable[[str], None] | None = None,
    ruang: dict[str, str] | None = None,
) -> None:
    """Call `mulai` and `akhir` with each element's name without its namespace, `teks` with the text between.

    ruang: the prefix ("" for none) with which names of a namespace are given;
    names of any other keep it ("uri name"), so that nobody takes them for our
    own.  Without it elements lose every namespace.  Attributes in a namespace
    that `ruang` does not know are named "uri name".  Raises ExpatError where
    the part is no XML, ValueError where it is too long, too deep or declares
    entities: a part may be named like a picture.
    """
    if arsip.getinfo(bagian).file_size > XML_TERBESAR:
        raise ValueError(f"{bagian[:40]} is too long")
    nama_pendek: dict[str, str] = {}
    dalam = 0

    def sebut(nama: str) -> str:
        if nama not in nama_pendek:
            uri, _pemisah, lokal = nama.rpartition(" ")
            dikenal = ruang is None or uri in ruang
            nama_pendek[nama] = (ruang[uri] if ruang is not None else "") + lokal if dikenal else nama
        return nama_pendek[nama]

    def buka(nama: str, atribut: dict[str, str]) -> None:
        nonlocal dalam
        dalam += 1
        if dalam > TERDALAM:
            raise BatasError(_("unsurnya bertumpuk lebih dari {n} tingkat").format(n=TERDALAM))
        if mulai:
            mulai(sebut(nama), {sebut(k) if " " in k else k: v for k, v in atribut.items()} if ruang else atribut)

    def tutup(nama: str) -> None:
        nonlocal dalam
        dalam -= 1
        if akhir:
            akhir(sebut(nama))

    pengurai = expat.ParserCreate(namespace_separator=" ")
    pengurai.buffer_text = True
    pengurai.StartDoctypeDeclHandler = _tolak
    pengurai.StartElementHandler = buka
    pengurai.EndElementHandler = tutup
    pengurai.CharacterDataHandler = teks
    with arsip.open(bagian) as isi:
        pengurai.ParseFile(isi)


def _tolak(*_deklarasi: object) -> None:
    raise ValueError("no program writes DOCTYPE into a workbook")
