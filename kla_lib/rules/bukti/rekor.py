"""Find a region's last official final: what the city itself wrote goes before what was published."""

from dataclasses import dataclass
from typing import Literal

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan
from kla_lib.rules.bukti.predikat import load_predikat, rentang_akhir
from kla_lib.rules.bukti.skala import kategori_nilai
from kla_lib.rules.daerah.daerah import Daerah
from kla_lib.rules.daerah.semua_daerah import calon_daerah
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import Rujukan


@dataclass(frozen=True)
class Rekor:
    """An official final before the year that is forecast.

    tahun: of the award.  rendah, tinggi: between which scores (poin) it lies,
    equal where the score is known.  sumber: the city's own file, or a final
    that this product ships; rujukan: where it stands.
    """

    tahun: int
    kategori: str
    rendah: float
    tinggi: float
    sumber: Literal["daerah", "terbitan"]
    rujukan: tuple[Rujukan, ...]


def rekor(params: Params, daerah: Daerah, sebelum_tahun: int) -> Rekor | None:
    """Return the newest official final of an award year before `sebelum_tahun`; None where none is known.

    Of one year the city's own goes before the published one.
    """
    semua = _terbitan(params, daerah) | _sendiri(params, daerah)
    tahun = max((t for t in semua if t < sebelum_tahun), default=None)
    return None if tahun is None else semua[tahun]


def riwayat_mendatang(daerah: Daerah, tahun: int, berkas: str) -> list[Kesalahan]:
    """Return the finals that a city claims of award years after `tahun`: nobody knows them yet.

    tahun: the newest award that can be out; not that of an older book, for a
    city writes its finals into one file over the years.  berkas: that file,
    for the messages.
    """
    return [
        Kesalahan(
            "riwayat_mendatang",
            berkas,
            _("tahun {tahun} belum tiba; hasil resmi paling baru yang mungkin ada dari {batas}").format(
                tahun=r.tahun, batas=tahun
            ),
            _("Tulis hanya hasil resmi yang sudah diumumkan; periksa tahunnya."),
            sel=f"riwayat {r.tahun}",
        )
        for r in daerah.riwayat
        if r.tahun > tahun
    ]


def _sendiri(params: Params, daerah: Daerah) -> dict[int, Rekor]:
    return {
        r.tahun: Rekor(
            r.tahun,
            r.kategori or kategori_nilai(params, r.tahun, r.nilai_akhir or 0.0),
            *rentang_akhir(params, r.tahun, r.kategori, r.nilai_akhir),
            "daerah",
            (r.sumber,),
        )
        for r in daerah.riwayat
    }


def _terbitan(params: Params, daerah: Daerah) -> dict[int, Rekor]:
    kode = _kode(params, daerah)
    return {
        p.tahun: Rekor(p.tahun, p.kategori, p.rendah, p.tinggi, "terbitan", p.sumber)
        for p in load_predikat(params)
        if p.kode == kode and not p.dikesampingkan
    }


def _kode(params: Params, daerah: Daerah) -> str | None:
    """Return the code of a city: what its file says, else that of the one region of its name and kind."""
    if daerah.kode is not None:
        return daerah.kode
    calon = [d for d in calon_daerah(params, daerah.nama) if daerah.jenis in (None, d.jenis)]
    return calon[0].kode if len(calon) == 1 else None
