"""Load the assumptions that put work in order: doubt per state, hours per kind of gap."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from pydantic import Field

from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.riwayat import yang_berlaku
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml

BERKAS = "kerja.yaml"


class _Besaran(Aturan):
    berlaku: date
    besaran: float = Field(ge=0)
    sumber: Rujukan


class _Bagian(_Besaran):
    besaran: float = Field(ge=0, le=1)


class _Ragu(Aturan):
    uraian: str
    riwayat: tuple[_Bagian, ...] = Field(min_length=1)


class _Jam(Aturan):
    uraian: str
    riwayat: tuple[_Besaran, ...] = Field(min_length=1)


class _DaftarRagu(Aturan):
    belum_dinilai: _Ragu
    dokumen_kurang: _Ragu
    dokumen_belum_dicatat: _Ragu
    belum_diperiksa: _Ragu
    belum_dikonfirmasi: _Ragu
    pasti: _Ragu


class _DaftarJam(Aturan):
    dokumen_ada: _Jam
    belum_diunggah: _Jam
    masih_bisa_dibuat: _Jam


class _DaftarMenit(Aturan):
    pembukaan: _Jam
    posisi: _Jam
    keputusan: _Jam
    penutup: _Jam
    jeda: _Jam
    tanpa_jadwal: _Jam
    paling_lama: _Jam


class _Satuan(Aturan):
    ragu: Literal["bagian"]
    jam: Literal["jam"]
    menit: Literal["menit"]


class _BerkasKerja(Aturan):
    satuan: _Satuan
    ragu: _DaftarRagu
    jam: _DaftarJam
    waktu_perbaikan: _Jam
    menit: _DaftarMenit


@dataclass(frozen=True)
class AnggapanKerja:
    """The assumptions of one year.

    ragu: for each state of a question how doubtful its points are, 0 to 1.
    jam: for each jenis_celah that this cycle can close, the hours that one
    question takes.  waktu_perbaikan: the hours in which a verifier's remarks
    may be answered.  menit: for each part of a session's agenda its minutes.
    """

    ragu: Mapping[str, float]
    jam: Mapping[str, float]
    waktu_perbaikan: float
    menit: Mapping[str, float]


@sekali
def load_kerja(params: Params, tahun: int) -> AnggapanKerja:
    """Return the assumptions that hold for an evaluated year.

    None of them comes from a law; changing one changes orders and hours, never a score.
    """
    path = params.path(BERKAS)
    berkas = load_yaml(path, _BerkasKerja)
    ragu: dict[str, _Ragu] = dict(berkas.ragu)
    jam: dict[str, _Jam] = dict(berkas.jam)
    menit: dict[str, _Jam] = dict(berkas.menit)
    semua: list[_Ragu | _Jam] = [*ragu.values(), *jam.values(), berkas.waktu_perbaikan, *menit.values()]
    check_rujukan(params, nama_tampil(path), [b.sumber for a in semua for b in a.riwayat])
    return AnggapanKerja(
        {nama: yang_berlaku(a.riwayat, tahun, path) for nama, a in ragu.items()},
        {nama: yang_berlaku(a.riwayat, tahun, path) for nama, a in jam.items()},
        yang_berlaku(berkas.waktu_perbaikan.riwayat, tahun, path),
        {nama: yang_berlaku(a.riwayat, tahun, path) for nama, a in menit.items()},
    )
