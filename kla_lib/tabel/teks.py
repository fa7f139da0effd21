"""Read the text of a CSV file, whichever of the usual programs wrote it."""

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.sandi import dari_mac

TERBESAR = 20 * 1024 * 1024
"""The largest CSV file that is read, in bytes: a book of a whole city has about one million."""
BARIS_AWAL = 30
PEMISAH = (",", ";", "\t")
SEP = re.compile(r"\"?sep=([,;\t|])\"?\r?\n?", re.IGNORECASE)
KUTIPAN = re.compile(r'"[^"]*"')
KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


@dataclass(frozen=True)
class Teks:
    """The text of a CSV file: `isi` without byte order mark and without Excel's line "sep=;".

    `kode`: the encoding, with which `isi` can be written back.  `pemisah`: the
    sign between cells.  Line ends are those of the file.
    """

    isi: str
    kode: str
    pemisah: str


def read_teks(path: Path, berkas: str) -> Teks:
    """Return the text of a CSV file; raises KlaError where it is no text, too large or cannot be opened.

    UTF-8, UTF-16 with its mark, else Windows-1252, which an Indonesian Excel
    writes when it is not told otherwise.
    """
    try:
        besar = path.stat().st_size
        byte = path.read_bytes() if besar <= TERBESAR else b""
    except OSError as e:
        raise KlaError(tak_terbuka(berkas, e)) from None
    if besar > TERBESAR:
        raise KlaError(
            Kesalahan(
                "terlalu_besar",
                berkas,
                _("berkas CSV sebesar {mb} MB, lebih dari {batas} MB").format(
                    mb=besar // 1024**2, batas=TERBESAR // 1024**2
                ),
                _("Hapus baris dan kolom yang tidak dipakai, lalu simpan ulang."),
            )
        )
    isi, kode = _huruf(byte, berkas)
    sep = SEP.match(isi)
    if sep and (sep[0].endswith("\n") or sep.end() == len(isi)):
        return Teks(isi[sep.end() :], kode, sep[1])
    return Teks(isi, kode, _pemisah(isi))


def tak_terbuka(berkas: str, e: OSError) -> Kesalahan:
    """Return the fault of a file that the system does not hand out."""
    return Kesalahan(
        "tak_terbuka",
        berkas,
        _("berkas tidak dapat dibuka ({pesan})").format(pesan=e.strerror or type(e).__name__),
        _("Tutup berkasnya di Excel, dan periksa apakah Anda boleh membacanya."),
    )


def _huruf(byte: bytes, berkas: str) -> tuple[str, str]:
    """Return text and encoding."""
    if byte.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        calon = ["utf-16"]
    else:
        calon = ["utf-8-sig" if byte.startswith(codecs.BOM_UTF8) else "utf-8", "cp1252"]
    for kode in calon:
        if kode == "cp1252" and dari_mac(byte):
            raise KlaError(_mac(berkas))
        try:
            isi = byte.decode(kode)
        except UnicodeDecodeError:
            continue
        if "\0" in isi or (kode == "cp1252" and KENDALI.search(isi)):
            break
        return isi, kode
    raise KlaError(
        Kesalahan(
            "huruf",
            berkas,
            _("huruf tidak terbaca: berkas ini bukan teks CSV"),
            _("Simpan sebagai CSV UTF-8."),
        )
    )


def _mac(berkas: str) -> Kesalahan:
    return Kesalahan(
        "huruf",
        berkas,
        _("huruf berkas ini memakai sandi Macintosh (Mac Roman), sehingga tanda seperti é dan – akan salah terbaca"),
        _("Buka berkasnya di komputer asalnya, pilih Simpan Sebagai, lalu CSV UTF-8."),
    )


def _pemisah(isi: str) -> str:
    """Return the sign that divides most of the first lines into the same number of cells."""
    baris = [KUTIPAN.sub("", b) for b in isi[:200_000].splitlines()[:BARIS_AWAL]]

    def bobot(tanda: str) -> tuple[int, int]:
        banyak = Counter(n for b in baris if (n := b.count(tanda)))
        return max(((kali, n) for n, kali in banyak.items()), default=(0, 0))

    return max(PEMISAH, key=bobot)
