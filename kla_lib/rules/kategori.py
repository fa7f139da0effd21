"""Load the categories and their lower edges, valid for a year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import Field

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml

BERKAS = "kategori.yaml"

DI_BAWAH_PRATAMA = "di_bawah_pratama"


class _Bertanggal(Aturan):
    berlaku: date
    sumber: Rujukan


class _Ambang(_Bertanggal):
    besaran: float = Field(ge=0)
    batas: Literal["mulai", "di_atas"]
    dibuktikan_sampai: date


class _Kategori(Aturan):
    nama: str
    uraian: str
    riwayat: tuple[_Ambang, ...] = Field(min_length=1)


class _Anggapan(_Bertanggal):
    uraian: str
    keputusan: str


class _AnggapanBesaran(_Anggapan):
    besaran: float = Field(ge=0)


class _DaftarAnggapan(Aturan):
    nilai_pecahan: _Anggapan
    dekat_ambang: _AnggapanBesaran


class _BerkasKategori(Aturan):
    satuan: Literal["poin"]
    anggapan: _DaftarAnggapan
    kategori: dict[str, _Kategori] = Field(min_length=1)


@dataclass(frozen=True)
class Kategori:
    """One category in one year: reached from `besaran` poin on, or only above it (`di_atas`)."""

    id: str
    nama: str
    besaran: float
    di_atas: bool
    sumber: Rujukan
    dibuktikan_sampai: date

    def dicapai(self, nilai: Any) -> Any:
        """Return whether a total (poin), or each of an array of them, reaches this category.

        Which side of an edge a total exactly on it falls to is the named assumption of params/kategori.yaml.
        """
        return nilai > self.besaran if self.di_atas else nilai >= self.besaran


@dataclass(frozen=True)
class DaftarKategori:
    """The categories of one year, lowest first, with the assumptions about their edges."""

    tahun: int
    kategori: tuple[Kategori, ...]
    dekat_ambang: float
    anggapan_pecahan: str

    @property
    def urutan(self) -> tuple[str, ...]:
        """Every category id from the lowest; index 0 is "below all of them"."""
        return (DI_BAWAH_PRATAMA, *(k.id for k in self.kategori))

    def nama(self, kategori: str) -> str:
        """Return the category's name for a reader."""
        if kategori == DI_BAWAH_PRATAMA:
            return _("di bawah Pratama")
        return self[kategori].nama

    def sebagai_simulasi(self) -> "DaftarKategori":
        """Return the same edges under names that claim no category: for points that the form does not weigh so."""
        nama = _("{kategori} (skala simulasi)")
        return replace(self, kategori=tuple(replace(k, nama=nama.format(kategori=k.nama)) for k in self.kategori))

    def __getitem__(self, kategori: str) -> Kategori:
        return next(k for k in self.kategori if k.id == kategori)


B = TypeVar("B", bound=_Bertanggal)


@sekali
def load_kategori(params: Params, tahun: int) -> DaftarKategori:
    """Return the categories that hold for an evaluated year.

    Raises KlaError for a year before the first edge in force: the older scales differ.
    """
    path = params.path(BERKAS)
    berkas = load_yaml(path, _BerkasKategori)
    rujukan = [a.sumber for k in berkas.kategori.values() for a in k.riwayat]
    anggapan = berkas.anggapan
    check_rujukan(params, nama_tampil(path), [*rujukan, anggapan.nilai_pecahan.sumber, anggapan.dekat_ambang.sumber])
    kategori = []
    for id_kategori, isi in berkas.kategori.items():
        ambang = _yang_berlaku(isi.riwayat, tahun, path)
        kategori.append(
            Kategori(
                id_kategori,
                isi.nama,
                ambang.besaran,
                ambang.batas == "di_atas",
                ambang.sumber,
                ambang.dibuktikan_sampai,
            )
        )
    besaran = [k.besaran for k in kategori]
    if besaran != sorted(set(besaran)):
        raise KlaError(
            Kesalahan(
                "ambang",
                nama_tampil(path),
                _("ambang tidak naik dari kategori ke kategori: {besaran}").format(besaran=besaran),
                _("Urutkan kategori dari yang terendah."),
            )
        )
    return DaftarKategori(tahun, tuple(kategori), anggapan.dekat_ambang.besaran, anggapan.nilai_pecahan.uraian)


def _yang_berlaku(riwayat: Sequence[B], tahun: int, path: Path) -> B:
    """Return the newest value in force at the end of the year."""
    berlaku = [r for r in riwayat if r.berlaku.year <= tahun]
    if not berlaku:
        raise KlaError(
            Kesalahan(
                "tahun",
                nama_tampil(path),
                _("ambang kategori untuk tahun {tahun} tidak diketahui").format(tahun=tahun),
                _("Skala sebelum {awal} berbeda; periksa tahun_evaluasi di lembar Keterangan.").format(
                    awal=min(r.berlaku for r in riwayat).year
                ),
            )
        )
    return max(berlaku, key=lambda r: r.berlaku)
