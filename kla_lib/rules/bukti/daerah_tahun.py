"""Check the region and the years of a published row."""

from collections.abc import Callable, Iterator, Mapping

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.rules.bukti.skala import Skala
from kla_lib.rules.daerah.semua_daerah import check_kode
from kla_lib.rules.params import Params

Catat = Callable[..., Kesalahan]
"""Makes a fault of a row: kind, fault, remedy, column."""


def check_daerah(params: Params, catat: Catat, nama: str, kode: str | None) -> list[Kesalahan]:
    """Return what `check_kode` finds, each at its cell."""
    return [
        catat(k.jenis, k.salah, k.perbaikan, "kode" if k.jenis == "kode_daerah" else "daerah")
        for k in check_kode(params, "", nama, kode or "")
    ]


def check_tahun(catat: Catat, skala: Skala, tahun: Mapping[str, int]) -> Iterator[Kesalahan]:
    """Yield the columns that hold a year of the older scale."""
    for kolom, isi in tahun.items():
        if isi < skala.tahun_pertama:
            yield catat(
                "skala_lama",
                _("tahun {tahun} memakai skala lama").format(tahun=isi),
                _("Hanya nilai dan kategori {awal} atau sesudahnya yang dapat dibandingkan; hapus baris ini.").format(
                    awal=skala.tahun_pertama
                ),
                kolom,
            )
