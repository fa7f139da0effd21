"""Open a workbook: know what the file is, and refuse what is none or too much before it is read."""

import zlib
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.buku_kerja.arsip import check_arsip
from kla_lib.tabel.buku_kerja.scan import Temuan, check_ukuran
from kla_lib.tabel.buku_kerja.scan_ods import scan_ods
from kla_lib.tabel.buku_kerja.scan_xlsx import scan_xlsx
from kla_lib.tabel.buku_kerja.urai import BatasError
from kla_lib.tabel.teks import tak_terbuka

AKHIRAN_TERBACA = (".xlsx", ".xlsm", ".ods")
"""Workbooks that are read; the macros of an XLSM are never run."""
AKHIRAN_LAMA = ".xls"
"""The old format of Excel is refused: no reader tells percentages, pinned notes and uncalculated formulas in it."""
AKHIRAN_BUKU_KERJA = (*AKHIRAN_TERBACA, AKHIRAN_LAMA)
"""What is taken for a workbook, to be read or to be refused by name."""
AWALAN_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
"""How an old XLS begins, and a password-protected XLSX too."""
RUSAK = (
    BadZipFile,
    ExpatError,
    zlib.error,
    EOFError,
    KeyError,
    IndexError,
    StopIteration,
    ValueError,
    OverflowError,
    NotImplementedError,
)
"""What a file raises that does not hold together."""


def read_temuan(path: Path, berkas: str) -> dict[str, Temuan]:
    """Return what every sheet of a workbook holds, in its order.

    Raises KlaError where the file is locked, broken, no workbook, or would
    take more time and memory than a data book has reason to.
    """
    temuan = _temuan(path, berkas)
    check_ukuran(temuan, berkas)
    return temuan


def _temuan(path: Path, berkas: str) -> dict[str, Temuan]:
    try:
        with path.open("rb") as f:
            awalan = f.read(len(AWALAN_OLE))
        return _scan(path, berkas, awalan)
    except OSError as e:
        raise KlaError(tak_terbuka(berkas, e)) from None
    except RUSAK as e:
        raise KlaError(_tak_terbaca(berkas, _sebab(e))) from None


def _scan(path: Path, berkas: str, awalan: bytes) -> dict[str, Temuan]:
    """Return what the raw sheets hold, once the file is known to be what its name says."""
    akhiran = path.suffix.lower()
    if akhiran == AKHIRAN_LAMA:
        raise KlaError(_format_lama(berkas))
    if awalan == AWALAN_OLE:
        raise KlaError(_terkunci(berkas))
    check_arsip(path, berkas)
    with ZipFile(path) as arsip:
        ods = "content.xml" in arsip.namelist()
    if ods != (akhiran == ".ods"):
        raise KlaError(_tak_terbaca(berkas, _("isinya bukan {akhiran}").format(akhiran=akhiran)))
    return scan_ods(path) if ods else scan_xlsx(path)


def _sebab(e: Exception) -> str:
    """Return in plain words why a file does not hold together; what Python says of it helps no evaluator."""
    if isinstance(e, BatasError):
        return str(e)
    if isinstance(e, BadZipFile | EOFError | zlib.error | NotImplementedError):
        return _("berkasnya terpotong, rusak, atau bukan buku kerja")
    if isinstance(e, KeyError | StopIteration):
        return _("ada bagian buku kerja yang hilang")
    return _("bagian-bagian buku kerjanya tidak saling cocok")


def _terkunci(berkas: str) -> Kesalahan:
    return Kesalahan(
        "terkunci",
        berkas,
        _("berkas dilindungi kata sandi, atau XLS lama yang diberi nama .xlsx"),
        _("Buka di Excel, hapus kata sandinya (Info > Lindungi Buku Kerja), lalu simpan sebagai XLSX."),
    )


def _format_lama(berkas: str) -> Kesalahan:
    return Kesalahan(
        "format_lama",
        berkas,
        _("format XLS lama; simpan sebagai XLSX"),
        _("Buka di Excel atau LibreOffice, pilih Simpan Sebagai, lalu jenis Buku Kerja Excel (.xlsx)."),
    )


def _tak_terbaca(berkas: str, sebab: str) -> Kesalahan:
    return Kesalahan(
        "rusak",
        berkas,
        _("berkas tidak terbaca sebagai buku kerja ({sebab})").format(sebab=sebab),
        _("Buka di Excel atau LibreOffice dan simpan ulang sebagai XLSX."),
    )
