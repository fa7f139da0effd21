"""Open the parts of a workbook's archive; a part that nobody changes is written back byte for byte."""

import posixpath
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

_URAI = {"resolve_entities": False, "no_network": True, "strip_cdata": False, "huge_tree": True}
"""How large and how deep a part may be was seen to when the book was read."""


class Arsip:
    """The parts of one XLSX file, parsed when they are asked for."""

    def __init__(self, isi: bytes) -> None:
        with ZipFile(BytesIO(isi)) as arsip:
            self._info = {i.filename: i for i in arsip.infolist()}
            self._isi = {nama: arsip.read(nama) for nama in self._info}
        self._tepat = {nama.casefold(): nama for nama in self._isi}
        self._akar: dict[str, etree._Element] = {}
        self._berubah: set[str] = set()
        self.buku = next(b for jenis, b in self.tujuan("").values() if jenis == "officeDocument")

    def akar(self, bagian: str) -> etree._Element:
        """Return the root of a part, to be looked at only."""
        if bagian not in self._akar:
            self._akar[bagian] = etree.fromstring(self._isi[bagian], etree.XMLParser(**_URAI))
        return self._akar[bagian]

    def ubah(self, bagian: str) -> etree._Element:
        """Return the root of a part that will be written anew."""
        self._berubah.add(bagian)
        return self.akar(bagian)

    def tambah(self, bagian: str, akar: etree._Element) -> None:
        """Add a part that the archive does not have."""
        self._info[bagian] = ZipInfo(bagian, self._info[self.buku].date_time)
        self._info[bagian].compress_type = ZIP_DEFLATED
        self._isi[bagian] = b""
        self._akar[bagian] = akar
        self._berubah.add(bagian)

    def ada(self, bagian: str) -> bool:
        """Return whether the archive has a part of this name."""
        return bagian in self._isi

    def awalan(self, awal: str) -> bool:
        """Return whether any part's name begins so."""
        return any(nama.startswith(awal) for nama in self._isi)

    def tujuan(self, bagian: str) -> dict[str, tuple[str, str]]:
        """Return what a part refers to, by id: (kind of relationship, name of the part); "" is the archive itself."""
        rels = bagian_rels(bagian)
        if rels not in self._isi:
            return {}
        induk = posixpath.dirname(bagian)
        hasil = {}
        for r in self.akar(rels).iterfind("{*}Relationship"):
            if r.get("TargetMode") != "External":
                nama = posixpath.normpath(posixpath.join("/", induk, r.get("Target"))).lstrip("/")
                hasil[r.get("Id")] = (r.get("Type").rsplit("/", 1)[-1], self._tepat.get(nama.casefold(), nama))
        return hasil

    def lembar(self) -> dict[str, str]:
        """Return the part behind every worksheet, by the sheet's name."""
        tujuan = self.tujuan(self.buku)
        hasil = {}
        for s in self.akar(self.buku).iterfind("{*}sheets/{*}sheet"):
            jenis, bagian = tujuan[next(v for k, v in s.items() if k.endswith("}id"))]
            if jenis == "worksheet":
                hasil[s.get("name")] = bagian
        return hasil

    def sebagai_bytes(self) -> bytes:
        """Return the whole archive, parts in their old order."""
        keluar = BytesIO()
        with ZipFile(keluar, "w") as arsip:
            for nama, info in self._info.items():
                arsip.writestr(info, self._tulis(nama))
        return keluar.getvalue()

    def _tulis(self, nama: str) -> bytes:
        if nama not in self._berubah:
            return self._isi[nama]
        teks: bytes = etree.tostring(
            self._akar[nama].getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
        )
        return teks


def bagian_rels(bagian: str) -> str:
    """Return the name of the part that holds another part's relationships."""
    induk, nama = posixpath.split(bagian)
    return posixpath.join(induk, "_rels", f"{nama}.rels")
