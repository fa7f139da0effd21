"""Load the kecamatan and kelurahan of a city, so that nobody has to type them into templates."""

from collections import Counter
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params
from kla_lib.rules.tabel_aturan import read_tabel
from kla_lib.rules.yaml import Aturan
from kla_lib.tabel.bentuk import Bentuk, Kolom
from kla_lib.tabel.jenis import KODE
from kla_lib.tabel.sel import kutip

Tingkat = Literal["kecamatan", "kelurahan"]


class Wilayah(NamedTuple):
    """A kecamatan, or a kelurahan or desa, by the code under which it answers."""

    kode: str
    nama: str
    tingkat: Tingkat


class _Kecamatan(Aturan):
    kode: str = Field(min_length=1)
    nama: str = Field(min_length=1)


class _Kelurahan(_Kecamatan):
    kecamatan: str


class BerkasWilayah(Aturan):
    """The key `wilayah` of a city file; both lists may be absent while nobody has written them."""

    kecamatan: tuple[_Kecamatan, ...] = ()
    kelurahan: tuple[_Kelurahan, ...] = ()

    def daftar(self) -> tuple[Wilayah, ...]:
        """Return every kecamatan followed by its kelurahan."""
        return tuple(
            w
            for k in self.kecamatan
            for w in (
                Wilayah(k.kode, k.nama, "kecamatan"),
                *(Wilayah(d.kode, d.nama, "kelurahan") for d in self.kelurahan if d.kecamatan == k.kode),
            )
        )


def check_wilayah(path: Path, isi: BerkasWilayah) -> list[Kesalahan]:
    """Return the codes that two areas share, and the kelurahan of a kecamatan that the file does not list."""
    banyak = Counter(w.kode for w in (*isi.kecamatan, *isi.kelurahan))
    induk = [k.kode for k in isi.kecamatan]
    ganda = [
        Kesalahan(
            "wilayah",
            nama_tampil(path),
            _("kode wilayah '{kode}' dipakai {n} kali").format(kode=kode, n=n),
            _("Beri setiap kecamatan dan kelurahan kodenya sendiri."),
        )
        for kode, n in banyak.items()
        if n > 1
    ]
    return ganda + [
        Kesalahan(
            "wilayah",
            nama_tampil(path),
            _("kecamatan '{induk}' dari kelurahan '{kode}' tidak ada dalam daftar").format(
                induk=d.kecamatan, kode=d.kode
            ),
            maksud(d.kecamatan, induk) if induk else _("Tulis dahulu kecamatannya di wilayah, kecamatan."),
        )
        for d in isi.kelurahan
        if d.kecamatan not in induk
    ]


TABEL_WILAYAH = Bentuk(
    lembar="Wilayah",
    berkas="wilayah.csv",
    kunci=("kode",),
    kolom=(
        Kolom("kode", KODE, wajib=True),
        Kolom("nama", wajib=True),
        Kolom("tingkat", wajib=True, pilihan=("kecamatan", "kelurahan")),
        Kolom("kecamatan", KODE, opsional=True),  # the kecamatan that a kelurahan lies in
    ),
)


def load_wilayah(params: Params, id_daerah: str) -> tuple[Wilayah, ...]:
    """Return the areas of wilayah/<id>.csv, every kecamatan followed by its kelurahan; none where there is no file."""
    path = params.path(f"wilayah/{id_daerah}.csv")
    return read_wilayah(path) if path.is_file() else ()


def read_wilayah(path: Path) -> tuple[Wilayah, ...]:
    """Return the areas of a table; raises KlaError for a doubled code and a kelurahan without its kecamatan."""
    mentah, isi = read_tabel(path, TABEL_WILAYAH)
    induk = {b["kode"]: b["nama"] for b in isi.values() if b["tingkat"] == "kecamatan"}
    salah = [
        mentah.kesalahan(
            "wilayah",
            _("kecamatan '{induk}' dari kelurahan '{kode}' tidak ada dalam daftar").format(
                induk=kutip(b["kecamatan"] or ""), kode=kutip(b["kode"])
            ),
            maksud(b["kecamatan"] or "", induk) if induk else _("Tulis dahulu kecamatannya, dengan kodenya."),
            "kecamatan",
            nomor,
        )
        for nomor, b in isi.items()
        if b["tingkat"] == "kelurahan" and b["kecamatan"] not in induk
    ]
    if salah:
        raise KlaError(salah)
    return BerkasWilayah(
        kecamatan=tuple(_Kecamatan(kode=kode, nama=nama) for kode, nama in induk.items()),
        kelurahan=tuple(
            _Kelurahan(kode=b["kode"], nama=b["nama"], kecamatan=b["kecamatan"])
            for b in isi.values()
            if b["tingkat"] == "kelurahan"
        ),
    ).daftar()
