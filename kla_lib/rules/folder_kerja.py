"""Read what a work folder says of itself: whose it is, which year is evaluated, which meeting is being prepared."""

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, field_validator

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import BERKAS_KERJA, RAPAT_DISEBUT, nama_tampil
from kla_lib.rules.params import BAGIAN_KERJA, Params
from kla_lib.rules.rapat import bisa_id
from kla_lib.rules.yaml import Aturan, load_yaml

TAHUN_AWAL, TAHUN_AKHIR = 1945, 2100


class FolderKerja(Aturan):
    """The file kla.yaml; `rapat` is the meeting that commands and notebooks use if they are not told another.

    daerah: as she wrote it; a name or a code is understood too.
    """

    daerah: str
    tahun: int = Field(ge=TAHUN_AWAL, le=TAHUN_AKHIR)
    rapat: str | None = None
    folder: Path

    @field_validator("rapat")
    @classmethod
    def _check_id(cls, isi: str | None) -> str | None:
        if isi is not None and not bisa_id(isi):
            raise ValueError(_("'{isi}' bukan id: pakai huruf, angka, dan tanda hubung").format(isi=isi))
        return isi


def load_kerja(folder: Path) -> FolderKerja:
    """Return the file of a work folder; KlaError where there is no such folder or its file is faulty."""
    path = folder / BERKAS_KERJA
    if not path.is_file():
        salah = _("ini bukan folder kerja: {berkas} tidak ada di dalamnya")
        if not folder.exists():
            salah = _("folder kerja ini tidak ada")
        elif not folder.is_dir():
            salah = _("ini berkas, bukan folder kerja")
        raise KlaError(
            Kesalahan(
                "folder_kerja",
                str(folder),
                salah.format(berkas=BERKAS_KERJA),
                _("Periksa --folder atau KLA_FOLDER, atau buat foldernya: kla mulai DAERAH --tahun T --rapat TANGGAL."),
            )
        )
    return load_yaml(path, FolderKerja, folder=folder)


def rapat_kini(params: Params) -> str | None:
    """Return the id of the current meeting: that of the work folder, or the one that KLA_RAPAT names before it.

    None where there is no work folder.  Raises KlaError where its file is faulty or names no meeting.
    """
    if disebut := os.environ.get(RAPAT_DISEBUT):
        return disebut
    if params.kerja is None:
        return None
    kerja = load_kerja(params.kerja)
    if kerja.rapat is None:
        raise KlaError(
            Kesalahan(
                "folder_kerja",
                nama_tampil(params.kerja / BERKAS_KERJA),
                _("rapat yang sedang disiapkan belum ditulis"),
                _("Tulis `rapat:` dan id sebuah berkas di folder rapat, tanpa .yaml."),
            )
        )
    return kerja.rapat


def yang_menggantikan(params: Params) -> Iterator[str]:
    """Yield the places ("daerah/kota-bekasi.yaml") of the work folder's files that stand in place of the product's."""
    for bagian in BAGIAN_KERJA if params.kerja is not None else ():
        for nama, path in params.daftar(bagian).items():
            if path.is_relative_to(params.kerja or path) and any(
                (f / bagian / path.name).is_file() for f in params.folder
            ):
                yield f"{bagian}/{nama}.yaml"
