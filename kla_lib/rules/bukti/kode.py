"""Check the region and the years of a published row."""

from collections.abc import Callable, Iterator, Mapping

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.bukti.skala import Skala
from kla_lib.rules.daerah.semua_daerah import cari_daerah
from kla_lib.rules.params import Params
from kla_lib.tabel.sel import kutip

Catat = Callable[..., Kesalahan]
"""Makes a fault of a row: kind, fault, remedy, column."""


def check_kode(params: Params, catat: Catat, nama: str, kode: str | None) -> Iterator[Kesalahan]:
    """Yield that no region goes by a name, or that its code is another."""
    try:
        daerah = cari_daerah(params, nama)
    except KlaError as e:
        yield from (catat(k.jenis, k.salah, k.perbaikan, "daerah") for k in e.kesalahan)
        return
    if daerah.kode != kode:
        yield catat(
            "kode_daerah",
            _("kode '{kode}' bukan kode {nama}").format(kode=kutip(kode or ""), nama=daerah.nama),
            _("Tulis {kode}, atau perbaiki nama daerahnya.").format(kode=daerah.kode),
            "kode",
        )


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
