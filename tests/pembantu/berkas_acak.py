"""Books broken at random: bytes, parts of the archive, elements of XML, cells; the same number, the same book."""

import random
import re
from collections.abc import Callable
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from warnings import catch_warnings, simplefilter
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
from openpyxl.comments import Comment

from tests.pembantu.berkas_daftar import hanya_teks
from tests.pembantu.berkas_lain import write_ods
from tests.pembantu.buku_uji import BERKAS, isi_buku, tabel, teks_sel, write_xlsx

Bagian = dict[str, bytes]
UNSUR = re.compile(r"<[^<>]+>|[^<]+")
NILAI = (
    *("", "0", "-1", "+0", "1e400", "NaN", "-0.0", "1.500", "95,63", "1.250.000", "9" * 40, "0x10", "٣", "1 234"),
    *("A1", "XFD1048576", "ZZZ9", "a1", "$A$1", "A0", "A99999999", "A1:B2", "s", "str", "b", "e", "d", "q"),
    *("true", "#REF!", "-", "n/a", "=1+1", "\u200b", "\u00a0", "\u202e", "Ã©", "é", "\U0001f468", "_x0000_"),
    *("2025-02-31", "18/03/2025", "99999", "2958466", "-700000", "klaster_1", "em", "x" * 40_000, " " * 5_000 + "x"),
    *("( 12", "08-" * 5_000, "a@" * 5_000, "[" * 5_000, "1." * 5_000, "&#48;", "&amp;", "]]>", "<![CDATA[1]]>"),
    *("<!-- -->", "<v>1</v>", "<t/>", "<y:v xmlns:y='u'>1</y:v>", "<a>" * 300 + "</a>" * 300, "\x0b", "\x00", "\x85"),
)
"""Contents that some reader somewhere has stumbled over."""


@cache
def _isi() -> dict[str, list[list[object]]]:
    return isi_buku(
        ["em", "klaster_1", "5", "1", 3.0, "tidak", "lama", None],
        ["em", "klaster_1", "5", "2", 0.5, "ya", None, None],
        ["em", "klaster_1", "4", "1", 1.25, None, "catatan panjang " * 5, None],
        Data_dukung=tabel(
            "Data dukung",
            {"id_dokumen": "D1", "judul": "SK", "status": "kurang", "tanggal_dokumen": date(2024, 3, 1)},
        ),
        Capaian=tabel(
            "Capaian",
            {
                "indikator": "4",
                "ukuran": "Akta",
                "tahun": 2023,
                "wilayah": "kota-contoh",
                "nilai": 95.63,
                "satuan": "%",
            },
        ),
        RAD=tabel("RAD", {"id_kegiatan": "R1", "klaster": "klaster_1", "kegiatan": "Menulis", "opd": "dinas_pppa"}),
    )


@cache
def _asal(jenis: str) -> Bagian:
    """Return the parts of a sound book: of its archive, or its files."""
    if jenis == "csv":
        baris = {BERKAS[n]: "\n".join(",".join(map(teks_sel, b)) for b in isi) for n, isi in _isi().items()}
        return {nama: teks.encode() for nama, teks in baris.items()}
    with TemporaryDirectory() as folder:
        if jenis == "ods":
            path = write_ods(hanya_teks(_isi()), Path(folder) / "a.ods")
        else:
            path = write_xlsx(_isi(), Path(folder) / "a.xlsx")
            buku = openpyxl.load_workbook(path)
            halaman = buku["Penilaian"]
            halaman["G2"].comment = Comment("Tanya dulu", "Evaluator")
            halaman["I1"], halaman["I2"] = "_cek", "=SUM(E2:E4)"
            halaman["E3"].number_format = "0.00%"
            halaman.merge_cells("G3:G4")
            buku.save(path)
        with ZipFile(path) as arsip:
            return {n: arsip.read(n) for n in arsip.namelist()}


def tulis_acak(nomor: int, folder: Path) -> Path:
    """Write the broken book of this number and return its place."""
    r = random.Random(nomor)
    jenis = r.choice(["xlsx", "xlsx", "ods", "csv"])
    bagian = dict(_asal(jenis))
    for _ in range(r.choice([1, 1, 2, 4])):
        r.choice(PERUSAK[jenis])(r, bagian)
    if jenis == "csv":
        path = folder / f"buku-{nomor}"
        path.mkdir()
        for nama, isi in bagian.items():
            (path / Path(nama).name).write_bytes(isi)
        return path
    path = folder / f"buku-{nomor}.{jenis}"
    isi = _arsip(bagian)
    path.write_bytes(_byte(r, isi) if r.random() < 0.15 else isi)
    return path


def _arsip(bagian: Bagian) -> bytes:
    keluar = BytesIO()
    with catch_warnings(), ZipFile(keluar, "w", ZIP_DEFLATED) as arsip:
        simplefilter("ignore")  # a name that stands there twice is meant
        for nama, isi in bagian.items():
            arsip.writestr(nama.removesuffix("\n"), isi)
    return keluar.getvalue()


def _byte(r: random.Random, isi: bytes) -> bytes:
    """Return content with some bytes changed, lost, doubled or put in."""
    baru = bytearray(isi)
    for _ in range(r.choice([1, 1, 3, 20])):
        letak, panjang = r.randrange(len(baru) + 1), r.choice([0, 1, 1, 4, 100])
        potong = bytes(baru[letak : letak + panjang])
        baru[letak : letak + panjang] = r.choice([b"", r.randbytes(r.randrange(4)), potong * 2])
    return bytes(baru)


def _pilih(r: random.Random, bagian: Bagian) -> str:
    """Return the name of a part; those with cells more often."""
    utama = [n for n in bagian if "sheet" in n or "content" in n or n.endswith("csv")]
    return r.choice(utama if utama and r.random() < 0.7 else list(bagian))


def _rusak_byte(r: random.Random, bagian: Bagian) -> None:
    nama = _pilih(r, bagian)
    bagian[nama] = _byte(r, bagian[nama])


def _rusak_bagian(r: random.Random, bagian: Bagian) -> None:
    """Lose, cut, empty, rename, double or exchange a whole part."""
    nama, lain = _pilih(r, bagian), _pilih(r, bagian)
    isi = bagian[nama]
    match r.randrange(6):
        case 0:
            if len(bagian) > 1:
                del bagian[nama]
        case 1:
            bagian[nama] = isi[: r.randrange(len(isi) + 1)]
        case 2:
            bagian[nama] = b""
        case 3:
            bagian[r.choice([nama.upper(), "../" + nama, nama + "x"])] = bagian.pop(nama)
        case 4:
            bagian[nama + "\n"] = bagian[lain]
        case _:
            bagian[nama], bagian[lain] = bagian[lain], isi


def _rusak_xml(r: random.Random, bagian: Bagian) -> None:
    """Lose, double, move, wrap or refill elements, texts and attributes."""
    nama = _pilih(r, bagian)
    unsur = UNSUR.findall(bagian[nama].decode("utf-8", "replace"))
    for _ in range(r.choice([1, 1, 2, 5])):
        if not unsur:
            break
        i, j = r.randrange(len(unsur)), r.randrange(len(unsur))
        match r.randrange(8):
            case 0:
                del unsur[i]
            case 1:
                unsur.insert(j, unsur[i])
            case 2:
                unsur[i], unsur[j] = unsur[j], unsur[i]
            case 3:
                unsur[i:i] = unsur[min(i, j) : min(i, j) + r.randrange(30)]
            case 4 if not unsur[i].startswith("<"):
                unsur[i] = r.choice([f"<![CDATA[{unsur[i]}]]>", "".join(f"&#{ord(h)};" for h in unsur[i])])
            case 5:
                unsur[i] = re.sub(r'="[^"]*"', lambda _m: f'="{r.choice(NILAI)}"', unsur[i], count=1)
            case 6:
                tempat = [n for n, u in enumerate(unsur) if not u.startswith("<")] or [i]
                unsur[r.choice(tempat)] = r.choice(NILAI)
            case _:
                unsur.insert(i, r.choice(NILAI))
    bagian[nama] = "".join(unsur).encode("utf-8", "replace")


def _rusak_sel(r: random.Random, bagian: Bagian) -> None:
    """Refill, quote, lose or double cells and rows of a CSV, or write it in another way."""
    nama = _pilih(r, bagian)
    baris = [b.split(",") for b in bagian[nama].decode("utf-8", "replace").split("\n")]
    for _ in range(r.choice([1, 2, 6])):
        b = r.choice(baris)
        i = r.randrange(len(b))
        match r.randrange(6):
            case 0 | 1:
                b[i] = r.choice(NILAI)
            case 2:
                b[i] = '"' * r.randrange(1, 4) + b[i] + r.choice(["", '"'])
            case 3:
                b.insert(i, r.choice(NILAI))
            case 4:
                baris.insert(r.randrange(len(baris)), list(b))
            case _:
                b[:] = ['"' + ",".join(b).replace('"', '""') + '"']
    teks = "\n".join(r.choice([",", ",", ";", "\t"] if r.random() < 0.05 else [","]).join(b) for b in baris)
    kode = r.choice(["utf-8", "utf-8", "utf-8-sig", "utf-16", "cp1252", "mac_roman"])
    bagian[nama] = teks.encode(kode, "replace")


Perusak = Callable[[random.Random, Bagian], None]
PERUSAK: dict[str, list[Perusak]] = {
    "xlsx": [_rusak_byte, _rusak_bagian, _rusak_xml, _rusak_xml, _rusak_xml],
    "ods": [_rusak_byte, _rusak_bagian, _rusak_xml, _rusak_xml, _rusak_xml],
    "csv": [_rusak_byte, _rusak_bagian, _rusak_sel, _rusak_sel, _rusak_sel],
}
