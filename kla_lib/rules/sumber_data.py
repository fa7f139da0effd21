"""Load where a book lies that is no file: which database, and one query for each table."""

import re
from pathlib import Path
from typing import Any, Literal

from pydantic import field_validator

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params
from kla_lib.rules.yaml import Aturan, load_yaml

SUMBER_DATA = "sumber_data"
VARIABEL = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
BUKAN_KUERI = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|--[^\n]*|/\*.*?\*/", re.DOTALL)
"""Quoted texts and names, and remarks: a semicolon in them ends nothing."""

TabelSumber = Literal[
    "keterangan", "penilaian", "data_dukung", "dokumen_pertanyaan", "capaian", "wilayah", "rad", "tindak_lanjut"
]


class SumberData(Aturan):
    """A book in a database.

    alamat and sandi: names of environment variables, with the address
    (postgresql://…, mysql://…, sqlite:///…) and, where that holds none, the
    password.  tabel: one SELECT for each table of the book.  boleh_kosong: the
    tables that may have no rows.
    """

    alamat: str
    sandi: str | None = None
    tabel: dict[TabelSumber, str]
    boleh_kosong: tuple[TabelSumber, ...] = ()
    path: Path

    @field_validator("alamat", "sandi", mode="before")
    @classmethod
    def _check_variabel(cls, nama: Any) -> Any:
        """Refuse what is no name; it may be the secret itself, so the message does not repeat it."""
        if nama is not None and not (isinstance(nama, str) and VARIABEL.fullmatch(nama)):
            raise ValueError(
                _(
                    "yang ditulis di sini nama variabel lingkungan, misalnya KLA_SQL_KOTA; "
                    "alamat dan sandi sendiri tidak boleh ada di berkas ini"
                )
            )
        return nama

    @field_validator("tabel", mode="before")
    @classmethod
    def _check_isi(cls, tabel: Any) -> Any:
        """Refuse a book that no meeting can be made of."""
        ada = set(tabel) if isinstance(tabel, dict) else {"keterangan", "penilaian"}
        if "keterangan" not in ada or not ada & {"penilaian", "capaian"}:
            raise ValueError(_("kueri untuk keterangan, dan untuk penilaian atau capaian, harus ada"))
        return tabel

    @field_validator("tabel")
    @classmethod
    def _check_kueri(cls, tabel: dict[TabelSumber, str]) -> dict[TabelSumber, str]:
        return {nama: _satu_select(nama, kueri) for nama, kueri in tabel.items()}


def _satu_select(nama: str, kueri: str) -> str:
    """Return a query without the semicolon at its end; refuse what is not one SELECT."""
    kueri = kueri.strip().rstrip(";").rstrip()
    kata = BUKAN_KUERI.sub(" ", kueri)
    if kata.split()[:1] == [] or kata.split()[0].upper() not in ("SELECT", "WITH") or ";" in kata:
        raise ValueError(_("kueri {nama} harus satu perintah SELECT yang hanya membaca").format(nama=nama))
    return kueri


def load_sumber(params: Params, nama: str) -> SumberData:
    """Return the source of a book by its name, the word after `sql:`."""
    ada = params.daftar(SUMBER_DATA)
    if nama not in ada:
        raise KlaError(
            Kesalahan(
                "sumber_data",
                nama_tampil(params.tempat(SUMBER_DATA)[0]),
                _("sumber data '{nama}' tidak ada").format(nama=nama),
                maksud(nama, ada) or _("Buat berkas {nama}.yaml di folder ini.").format(nama=nama),
            )
        )
    return load_yaml(ada[nama], SumberData, path=ada[nama])
