"""Load a coordination meeting: which book, which form, which sessions, which target."""

import re
from datetime import date, time
from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_CONTOH, folder_cuplikan, nama_tampil, tempat_asli
from kla_lib.rules.daerah.daerah import id_daerah_baku
from kla_lib.rules.daerah.peran import Pilar
from kla_lib.rules.daerah.semua_daerah import cari_daerah
from kla_lib.rules.form.kepala import IdKlaster
from kla_lib.rules.params import RAPAT, Params
from kla_lib.rules.yaml import Aturan, load_yaml
from kla_lib.tabel.sel import kutip

Tahap = Literal["em", "va", "vl", "vf"]
CONTOH, SQL = "contoh:", "sql:"
NAMA_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
HARI = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
JAM = re.compile(
    r"(?:(?<![\d.:])|(?<=T))(\d{1,2})(?::|(?<=(?:jam|kul) \d\d)\.)(\d{2})(?:[:.](\d{2}))?(?!\d)", re.IGNORECASE
)
"""A clock's time: with a colon, or with a dot after "jam" or "pukul"."""
FOLDER_PERKIRAAN, FOLDER_PROVINSI = "perkiraan", "provinsi"
"""The folders of outputs that hold the ledgers of forecasts and the views over regions; no meeting may be called so."""


def bisa_id(nama: str) -> bool:
    """Return whether a text can be an id: the name of a folder of its own, and no way to another one."""
    return NAMA_FOLDER.fullmatch(nama) is not None and nama.casefold() not in (FOLDER_PERKIRAAN, FOLDER_PROVINSI)


class Anggota(Aturan):
    """A member invited to a session."""

    nama: str
    pilar: Pilar


class Sesi(Aturan):
    """One session of the meeting and the klaster it treats."""

    nama: str
    klaster: tuple[IdKlaster, ...]
    waktu: str | None = None
    tempat: str | None = None
    anggota: tuple[Anggota, ...] = ()

    @field_validator("waktu")
    @classmethod
    def _check_waktu(cls, waktu: str | None) -> str | None:
        """Refuse a day and hour that no calendar or clock has; other words ("sesudah makan siang") stay as they are."""
        hari, jam = HARI.findall(waktu or ""), JAM.findall(waktu or "")
        try:
            for tahun, bulan, tanggal in hari:
                date(int(tahun), int(bulan), int(tanggal))
            for angka, menit, detik in jam:
                time(int(angka), int(menit), int(detik or 0))
        except ValueError:
            raise ValueError(_("waktu '{waktu}' tidak ada di kalender atau jam").format(waktu=waktu)) from None
        return waktu


class Rapat(Aturan):
    """A meeting file; `tahapan` gives first and last day of each stage of the cycle."""

    id: str
    daerah: str
    tanggal: date
    instrumen: str
    tahap: Tahap
    sasaran: Literal["pratama", "madya", "nindya", "utama", "kla"]
    buku_data: str
    sebelumnya: str | None = None
    tahapan: dict[Tahap, tuple[date, date]] = Field(default_factory=dict)
    sesi: tuple[Sesi, ...] = ()
    path: Path

    @field_validator("id", "instrumen", "sebelumnya")
    @classmethod
    def _check_nama_folder(cls, nama: str | None) -> str | None:
        """Refuse what is no name of a folder or file of its own: outputs, forms and city files are found by these."""
        if nama is not None and not bisa_id(nama):
            raise ValueError(
                _("'{nama}' tidak bisa menjadi nama folder; pakai huruf, angka, dan tanda hubung").format(nama=nama)
            )
        return nama

    @field_validator("tahapan")
    @classmethod
    def _check_tahapan(cls, tahapan: dict[str, tuple[date, date]]) -> dict[str, tuple[date, date]]:
        for tahap, (mulai, selesai) in tahapan.items():
            if selesai < mulai:
                raise ValueError(
                    _("tahap {tahap} selesai {selesai}, sebelum mulai {mulai}").format(
                        tahap=tahap, selesai=selesai, mulai=mulai
                    )
                )
        return tahapan

    @field_validator("sesi")
    @classmethod
    def _check_sesi(cls, sesi: tuple[Sesi, ...]) -> tuple[Sesi, ...]:
        klaster = [k for s in sesi for k in s.klaster]
        ganda = sorted({k for k in klaster if klaster.count(k) > 1})
        if ganda:
            raise ValueError(_("klaster {daftar} dibahas di dua sesi").format(daftar=", ".join(ganda)))
        return sesi

    @property
    def path_buku(self) -> Path:
        """The data book's folder or file; a relative path starts at the meeting file."""
        return path_buku(self.buku_data, self.path.parent)

    @property
    def tenggat(self) -> date | None:
        """The last day of the stage in which the meeting falls, or None where no dates are given."""
        return self.tahapan[self.tahap][1] if self.tahap in self.tahapan else None


def path_buku(nama: str, induk: Path = Path()) -> Path:
    """Return the place of a data book: a path from `induk`.

    `contoh:<nama>` is a shipped example, `sql:<nama>` what was last read from that database.
    """
    if nama.startswith(SQL):
        return _path_cuplikan(nama.removeprefix(SQL))
    if not nama.startswith(CONTOH):
        try:
            path = (induk / nama).resolve()
            path.exists()
        except (OSError, RuntimeError, ValueError):  # too long, a link in a circle, a sign that no name can hold
            salah = _("'{nama}' tidak bisa menjadi tempat buku data").format(nama=kutip(nama))
            raise KlaError(
                Kesalahan("berkas", "buku_data", salah, _("Tulis nama folder CSV atau berkas XLSX."))
            ) from None
        return path
    path = FOLDER_CONTOH / nama.removeprefix(CONTOH)
    if not path.is_dir():
        raise KlaError(
            Kesalahan(
                "contoh",
                nama_tampil(FOLDER_CONTOH),
                _("buku contoh '{nama}' tidak ada").format(nama=path.name),
                maksud(path.name, [p.name for p in FOLDER_CONTOH.iterdir() if (p / "keterangan.csv").is_file()]),
            )
        )
    return path


def _path_cuplikan(nama: str) -> Path:
    if not bisa_id(nama):
        salah = _("'{nama}' bukan nama sumber data").format(nama=kutip(nama))
        raise KlaError(Kesalahan("sumber_data", "buku_data", salah, _("Tulis nama berkas di sumber_data tanpa .yaml.")))
    return folder_cuplikan() / nama


def load_rapat(params: Params, rapat: str | Path) -> Rapat:
    """Return a meeting by its id, or by the path of its YAML file.

    The id inside the file must be the file's name, because outputs are kept under it.
    """
    path = Path(rapat)
    if path.is_dir():
        raise KlaError(
            Kesalahan(
                "rapat",
                nama_tampil(path),
                _("ini folder, bukan berkas rapat"),
                _("Tulis nama berkasnya.") + " " + maksud("", [p.name for p in path.glob("*.yaml")]),
            )
        )
    if path.suffix != ".yaml":
        path = params.path(f"{RAPAT}/{rapat}.yaml")
    hasil = _daerah_baku(params, load_yaml(path, Rapat, path=tempat_asli(path)))
    check_nama_berkas(path, hasil.id)
    return hasil


def check_nama_berkas(path: Path, id_isi: str) -> None:
    """Refuse an id that is not the name of its file: outputs are kept under it."""
    if id_isi != path.stem:
        raise KlaError(
            Kesalahan(
                "id",
                nama_tampil(path),
                _("id '{id}' berbeda dari nama berkas '{nama}'").format(id=id_isi, nama=path.stem),
                _("Samakan keduanya: keluaran disimpan menurut id."),
            )
        )


def _daerah_baku(params: Params, r: Rapat) -> Rapat:
    """Return a meeting with the one id of its city, which may be written as name or code; refuse what is neither."""
    baku = id_daerah_baku(params, r.daerah)
    if baku is None and not bisa_id(r.daerah):
        cari_daerah(params, r.daerah, nama_tampil(r.path))
    return r if baku in (None, r.daerah) else r.model_copy(update={"daerah": baku})
