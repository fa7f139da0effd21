"""Load the assumptions of the plan: hours of an office, points not yet marked, actions that are never advised."""

import re
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

BERKAS = "jalur.yaml"


class _Besaran(Aturan):
    berlaku: date
    besaran: float = Field(ge=0)
    sumber: Rujukan


class _Jam(Aturan):
    uraian: str
    riwayat: tuple[_Besaran, ...] = Field(min_length=1)


class _SatuBagian(_Besaran):
    besaran: float = Field(ge=0, le=1)


class _Bagian(Aturan):
    uraian: str
    riwayat: tuple[_SatuBagian, ...] = Field(min_length=1)


class _Daftar(Aturan):
    jam_per_hari: _Jam
    jam_menjawab: _Jam
    jam_menambah: _Jam
    bagian_belum_dinilai: _Bagian
    bagian_dinilai_sebagian: _Bagian
    hampir_sama: _Bagian


class _Satuan(Aturan):
    jam_per_hari: Literal["jam"]
    jam_menjawab: Literal["jam"]
    jam_menambah: Literal["jam"]
    bagian: Literal["bagian"]


class _TidakDisarankan(Aturan):
    berlaku: date
    sumber: Rujukan
    jarak_kata: int = Field(ge=0)
    kata_kerja: tuple[str, ...] = Field(min_length=1)
    objek: tuple[str, ...] = Field(min_length=1)
    kecuali: tuple[str, ...]
    frasa: tuple[str, ...] = Field(min_length=1)


class _PekerjaanDokumen(Aturan):
    berlaku: date
    sumber: Rujukan
    kata_awal: tuple[str, ...] = Field(min_length=1)


class _BerkasJalur(Aturan):
    satuan: _Satuan
    besaran: _Daftar
    tidak_disarankan: _TidakDisarankan
    pekerjaan_dokumen: _PekerjaanDokumen


@dataclass(frozen=True)
class AnggapanJalur:
    """The assumptions of one year; `uraian` says each in a sentence.

    jam_per_hari: hours of one office on a working day.  jam_menjawab: hours to
    answer one unmarked question; jam_menambah: to add to one that is marked in
    part.  bagian_belum_dinilai, bagian_dinilai_sebagian: share (0 to 1) of the
    points left that is likely; all of them are possible.  hampir_sama: how far a
    plan may lie above the cheapest and still count as nearly as cheap.
    tidak_disarankan: pattern of actions that no plan may advise.
    pekerjaan_dokumen: how the text of an action that is only paper begins.
    """

    jam_per_hari: float
    jam_menjawab: float
    jam_menambah: float
    bagian_belum_dinilai: float
    bagian_dinilai_sebagian: float
    hampir_sama: float
    uraian: Mapping[str, str]
    tidak_disarankan: re.Pattern[str]
    pekerjaan_dokumen: re.Pattern[str]


@sekali
def load_jalur(params: Params, tahun: int) -> AnggapanJalur:
    """Return the assumptions that hold for an evaluated year; none of them comes from a law."""
    path = params.path(BERKAS)
    berkas = load_yaml(path, _BerkasJalur)
    isi: dict[str, _Jam | _Bagian] = dict(berkas.besaran)
    larangan, dokumen = berkas.tidak_disarankan, berkas.pekerjaan_dokumen
    sumber = [b.sumber for a in isi.values() for b in a.riwayat]
    check_rujukan(params, nama_tampil(path), [larangan.sumber, dokumen.sumber, *sumber])
    return AnggapanJalur(
        **{nama: yang_berlaku(a.riwayat, tahun, path) for nama, a in isi.items()},
        uraian={nama: a.uraian for nama, a in isi.items()},
        tidak_disarankan=_pola(larangan),
        pekerjaan_dokumen=re.compile(rf"(?:{'|'.join(map(re.escape, dokumen.kata_awal))})\b", re.IGNORECASE),
    )


def _pola(larangan: _TidakDisarankan) -> re.Pattern[str]:
    """Return a verb, a few words (none of `kecuali`) and an object; or a whole phrase; any space parts words."""

    def pilihan(daftar: tuple[str, ...]) -> str:
        return "|".join(r"\s+".join(map(re.escape, d.split())) for d in daftar)

    bukan = rf"(?!(?:{pilihan(larangan.kecuali)})\b)" if larangan.kecuali else ""
    antara = rf"(?:\s+{bukan}\S+){{0,{larangan.jarak_kata}}}"
    berpasangan = rf"(?:{pilihan(larangan.kata_kerja)}){antara}\s+(?:{pilihan(larangan.objek)})"
    return re.compile(rf"\b(?:{berpasangan}|{pilihan(larangan.frasa)})\b", re.IGNORECASE)
