"""Open a workbook only after a look at what its reader would have to swallow."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.tabel.arsip import check_arsip
from kla_lib.tabel.ole import AWALAN_OLE, read_aliran
from kla_lib.tabel.scan import Temuan, check_ukuran
from kla_lib.tabel.scan_ods import scan_ods
from kla_lib.tabel.scan_xls import TERBESAR as XLS_TERBESAR
from kla_lib.tabel.scan_xls import scan_xls
from kla_lib.tabel.scan_xlsx import scan_xlsx
from kla_lib.tabel.teks import tak_terbuka

AKHIRAN_BUKU_KERJA = (".xlsx", ".xlsm", ".xls", ".ods")
"""Workbooks that are read; the macros of an XLSM are never run."""
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


@contextmanager
def open_buku_kerja(path: Path, berkas: str) -> Iterator[tuple[CalamineWorkbook, dict[str, Temuan]]]:
    """Open a workbook and give what the look at its raw sheets found.

    Raises KlaError where the file is locked, broken, no workbook, or would
    take more time and memory than a data book has reason to.
    """
    temuan = _temuan(path, berkas)
    check_ukuran(temuan, berkas)
    try:
        yield CalamineWorkbook.from_path(path), temuan
    except PasswordError:
        raise KlaError(_terkunci(berkas)) from None
    except CalamineError as e:
        raise KlaError(_tak_terbaca(berkas, str(e))) from None
    except BaseException as e:
        if type(e).__name__ != "PanicException":  # how the reader, written in Rust, says that it met the impossible
            raise
        raise KlaError(_tak_terbaca(berkas, str(e))) from None


def _temuan(path: Path, berkas: str) -> dict[str, Temuan]:
    try:
        with path.open("rb") as f:
            awalan = f.read(8)
        return _scan(path, berkas, awalan)
    except PasswordError:
        raise KlaError(_terkunci(berkas)) from None
    except OSError as e:
        raise KlaError(tak_terbuka(berkas, e)) from None
    except RUSAK as e:
        raise KlaError(_tak_terbaca(berkas, str(e))) from None


def _scan(path: Path, berkas: str, awalan: bytes) -> dict[str, Temuan]:
    """Return what the raw sheets hold, once the file is known to be what its name says."""
    akhiran = path.suffix.lower()
    if awalan == AWALAN_OLE:
        if akhiran != ".xls":
            raise KlaError(_terkunci(berkas))
        if path.stat().st_size > XLS_TERBESAR:
            raise KlaError(_xls_besar(berkas))
        if read_aliran(path.read_bytes(), ("EncryptedPackage",)) is not None:
            raise KlaError(_terkunci(berkas))
        return scan_xls(path)
    if akhiran == ".xls":
        raise KlaError(_bukan_xls(berkas))
    check_arsip(path, berkas)
    with ZipFile(path) as arsip:
        ods = "content.xml" in arsip.namelist()
    if ods != (akhiran == ".ods"):
        raise KlaError(_tak_terbaca(berkas, akhiran))
    return scan_ods(path) if ods else scan_xlsx(path)


def _terkunci(berkas: str) -> Kesalahan:
    return Kesalahan(
        "terkunci",
        berkas,
        _("berkas dilindungi kata sandi, atau XLS lama yang diberi nama .xlsx"),
        _("Buka di Excel, hapus kata sandinya (Info > Lindungi Buku Kerja), lalu simpan sebagai XLSX."),
    )


def _tak_terbaca(berkas: str, pesan: str) -> Kesalahan:
    return Kesalahan(
        "rusak",
        berkas,
        _("berkas tidak terbaca sebagai buku kerja ({pesan})").format(
            pesan=pesan.splitlines()[0][:80] if pesan else "?"
        ),
        _("Buka di Excel atau LibreOffice dan simpan ulang sebagai XLSX."),
    )


def _bukan_xls(berkas: str) -> Kesalahan:
    return Kesalahan(
        "rusak",
        berkas,
        _("berkas tidak terbaca sebagai buku kerja (isinya bukan XLS, hanya namanya)"),
        _("Buka di Excel atau LibreOffice dan simpan ulang sebagai XLSX."),
    )


def _xls_besar(berkas: str) -> Kesalahan:
    return Kesalahan(
        "terlalu_besar",
        berkas,
        _("berkas XLS lebih dari {mb} MB").format(mb=XLS_TERBESAR // 1024**2),
        _("Hapus gambar dan lembar yang tidak dipakai, lalu simpan sebagai XLSX."),
    )
