"""Look at the archive behind an XLSX or ODS before any reader unpacks it: its size, its parts, its XML."""

from collections.abc import Iterator
from copy import copy
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError

TERBESAR = 200 * 1024 * 1024
"""How much a workbook may unpack to, in bytes, pictures included."""
XML_TERBESAR = 40 * 1024 * 1024
"""How much of that may be tables; 60,000 empty rows with a format take about 16 million bytes."""
BAGIAN_TERBANYAK = 10_000
DAFTAR_TERBESAR = 4 * 1024 * 1024
"""How long the archive's own list of parts may be, in bytes."""
POTONGAN = 1 << 20
DOCTYPE = tuple("<!DOCTYPE".encode(kode) for kode in ("utf-8", "utf-16-le", "utf-16-be"))
AKHIR_DAFTAR, DAFTAR_BESAR = b"PK\x05\x06", b"PK\x06\x07"


def check_arsip(path: Path, berkas: str) -> None:
    """Raise KlaError where the archive is a bomb, lies about its parts, or holds XML that declares entities.

    Reads every part once, in pieces, and keeps none.  Raises BadZipFile,
    EOFError or zlib.error where it is no whole archive.
    """
    if path.stat().st_size > TERBESAR:
        raise KlaError(_terlalu_besar(berkas))
    _check_daftar(path, berkas)
    with ZipFile(path) as arsip:
        daftar = arsip.infolist()
        if len(daftar) > BAGIAN_TERBANYAK:
            raise KlaError(_terlalu_banyak(berkas))
        if sum(b.file_size for b in daftar) > TERBESAR:
            raise KlaError(_terlalu_besar(berkas))
        if len({b.filename.casefold() for b in daftar}) < len(daftar):
            raise BadZipFile("a part is there twice")
        sisa = {True: XML_TERBESAR, False: TERBESAR}
        for bagian in daftar:
            xml = bagian.filename.casefold().endswith((".xml", ".rels", ".vml"))
            if bagian.file_size > sisa[xml]:
                raise KlaError(_terlalu_besar(berkas))
            panjang = _check_bagian(arsip, bagian, sisa[xml], xml, berkas)
            if panjang > sisa[xml]:
                raise KlaError(_terlalu_besar(berkas))
            if panjang != bagian.file_size:
                raise BadZipFile("a part is not as long as it says")
            sisa[xml] -= panjang


def _check_daftar(path: Path, berkas: str) -> None:
    """Look at the end of the archive, for ZipFile reads the whole list at once."""
    with path.open("rb") as f:
        f.seek(max(0, path.stat().st_size - (1 << 16) - 22))
        ekor = f.read()
    awal = ekor.rfind(AKHIR_DAFTAR)
    if awal < 0 or len(ekor) < awal + 22:
        raise BadZipFile("the list of parts is missing")
    banyak = int.from_bytes(ekor[awal + 10 : awal + 12], "little")
    panjang = int.from_bytes(ekor[awal + 12 : awal + 16], "little")
    if (
        banyak > BAGIAN_TERBANYAK
        or panjang > DAFTAR_TERBESAR
        or ekor[max(0, awal - 20) : awal].startswith(DAFTAR_BESAR)
    ):
        raise KlaError(_terlalu_banyak(berkas))


def _check_bagian(arsip: ZipFile, bagian: ZipInfo, sisa: int, xml: bool, berkas: str) -> int:
    """Return the real length of a part, or a length above `sisa` as soon as it is longer."""
    if bagian.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or bagian.flag_bits & 1:
        raise BadZipFile("a part is packed in a way that no spreadsheet uses")
    jujur = copy(bagian)
    jujur.file_size = sisa + 1  # else ZipFile stops at the length that the part claims
    panjang, ekor = 0, b""
    with arsip.open(jujur) as isi:
        for potongan in _potongan(isi):
            panjang += len(potongan)
            if xml and any(d in ekor + potongan for d in DOCTYPE):
                raise KlaError(_entitas(berkas))
            ekor = potongan[-len(DOCTYPE[-1]) :]
            if panjang > sisa:
                break
    return panjang


def _potongan(isi: IO[bytes]) -> Iterator[bytes]:
    while potongan := isi.read(POTONGAN):
        yield potongan


def _terlalu_besar(berkas: str) -> Kesalahan:
    return Kesalahan(
        "terlalu_besar",
        berkas,
        _("isi buku kerja lebih dari {mb} MB setelah dibuka, atau tabelnya lebih dari {xml} MB").format(
            mb=TERBESAR // 1024**2, xml=XML_TERBESAR // 1024**2
        ),
        _("Hapus gambar, lembar dan format yang tidak dipakai, lalu simpan ulang."),
    )


def _terlalu_banyak(berkas: str) -> Kesalahan:
    return Kesalahan(
        "terlalu_besar",
        berkas,
        _("buku kerja tersusun dari lebih dari {n} bagian").format(n=BAGIAN_TERBANYAK),
        _("Salin tabelnya ke buku kerja baru lalu simpan."),
    )


def _entitas(berkas: str) -> Kesalahan:
    return Kesalahan(
        "entitas",
        berkas,
        _("berkas memuat DOCTYPE, yang tidak pernah ditulis Excel atau LibreOffice"),
        _("Jangan buka berkas ini; minta berkas asli dari pengirimnya."),
    )
