"""Hand out the test of the forecast on regions that were left out: the one that is shipped, or a new one."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass, fields, replace
from pathlib import Path
from typing import Any

from kla_lib.berkas import write_whole
from kla_lib.keadaan.model import sidik_model
from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan, load_bukti
from kla_lib.rules.bukti.predikat import load_predikat
from kla_lib.rules.kategori import DaftarKategori, load_kategori
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.verifikasi import Verifikasi, load_verifikasi
from kla_lib.scoring.perkiraan.pembanding import daftar_pembanding, dapat
from kla_lib.scoring.perkiraan.uji_silang import (
    Kasus,
    Nilaian,
    Peramal,
    daftar_kasus,
    peramal_model,
    rekor_kasus,
    uji,
)

BERKAS = "bukti/uji_silang.json"
VERSI = 1
"""To be raised when the arithmetic of a forecast or of its marks changes, so that an old file is not taken for new."""
MODEL = "model"
"""The forecast of this workbook among the other ways."""
UKURAN = tuple(f.name for f in fields(Nilaian) if f.name != "kasus")

Nilaians = Mapping[str, tuple[Nilaian, ...]]


@dataclass(frozen=True)
class BahanUji:
    """What a test depends on."""

    bukti: tuple[Pengamatan, ...]
    verifikasi: Verifikasi
    kategori: DaftarKategori
    kasus: tuple[Kasus, ...]


@dataclass(frozen=True)
class UjiSilang:
    """Every forecast of a region that was left out, by the way it was made.

    params: the rules it was made with.  tersimpan: whether it is the shipped
    one; else it was made anew, without the ways that only `benchmarks` knows.
    """

    params: Params
    kategori: DaftarKategori
    nilaian: Nilaians
    tersimpan: bool

    def milik(self, dari: str) -> dict[str, tuple[Nilaian, ...]]:
        """Return the forecasts from a stage by the way they were made."""
        return {cara: tuple(n for n in isi if n.kasus.dari == dari) for cara, isi in self.nilaian.items()}

    def kita(self, dari: str) -> tuple[Nilaian, ...]:
        """Return this workbook's own forecasts from a stage."""
        return self.milik(dari)[MODEL]

    def tanpa_ragu(self) -> "UjiSilang":
        """Return the test without the cases with a doubtful score or outcome."""
        return replace(
            self, nilaian={c: tuple(n for n in isi if not n.kasus.diragukan) for c, isi in self.nilaian.items()}
        )


@sekali
def load_uji(params: Params) -> UjiSilang:
    """Return the test; it takes half a minute where evidence or assumptions were changed since it was shipped."""
    bahan = bahan_uji(params)
    tersimpan = read_uji(params.path(BERKAS), bahan)
    return UjiSilang(params, bahan.kategori, tersimpan or hitung_uji(bahan), tersimpan is not None)


def bahan_uji(params: Params) -> BahanUji:
    """Return evidence, assumptions, categories, and the cases that the evidence holds."""
    bukti = load_bukti(params)
    kategori = load_kategori(params, max(p.tahun for p in bukti))
    kasus = daftar_kasus(bukti, rekor_kasus(bukti, load_predikat(params)))
    return BahanUji(bukti, load_verifikasi(params), kategori, kasus)


def hitung_uji(bahan: BahanUji, lain: Mapping[str, Peramal] | None = None) -> Nilaians:
    """Return the forecasts of the model, of the simple ways, and of further ones that a caller knows."""
    b = bahan
    cara = {
        MODEL: peramal_model(b.bukti, b.verifikasi),
        **daftar_pembanding(b.bukti, b.kasus, b.verifikasi.pindah),
        **(lain or {}),
    }
    return {nama: tuple(uji(_dapat(nama, b.kasus), peramal, b.kategori)) for nama, peramal in cara.items()}


def _dapat(cara: str, kasus: Sequence[Kasus]) -> list[Kasus]:
    return [k for k in kasus if dapat(cara, k, kasus)]


def sidik_uji(bahan: BahanUji) -> str:
    """Return the hash of all that the results depend on."""
    b = bahan
    isi = {
        "versi": VERSI,
        "model": sidik_model(b.bukti, b.verifikasi),
        "daerah": [p.daerah for p in b.bukti if p.guna == DIPAKAI],
        "batas_hasil": b.verifikasi.batas_hasil,
        "kasus": [astuple(k) for k in b.kasus],
        "kategori": [(k.id, k.besaran, k.di_atas) for k in b.kategori.kategori],
    }
    return hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()


def read_uji(path: Path, bahan: BahanUji) -> Nilaians | None:
    """Return results that were kept; None where there are none, or those of other evidence."""
    try:
        isi = json.loads(path.read_text(encoding="utf-8"))
        if isi["sidik"] != sidik_uji(bahan):
            return None
        return {
            nama: tuple(
                Nilaian(k, *(b[u] for u in UKURAN)) for k, b in zip(_dapat(nama, bahan.kasus), baris, strict=True)
            )
            for nama, baris in isi["cara"].items()
        }
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_uji(path: Path, bahan: BahanUji, nilaian: Nilaians) -> None:
    """Keep results, one forecast a line; regions are named for whoever compares two versions of the file."""
    cara = []
    for nama, isi in nilaian.items():
        baris = ",\n".join("  " + json.dumps(_baris(n), ensure_ascii=False) for n in isi)
        cara.append(f' "{nama}": [\n{baris}\n ]')
    teks = ",\n".join(cara)
    write_whole(path, f'{{"sidik": "{sidik_uji(bahan)}", "cara": {{\n{teks}\n}}}}\n'.encode())


def _baris(n: Nilaian) -> dict[str, Any]:
    ukuran = {u: getattr(n, u) for u in UKURAN}
    angka = {u: round(v, 4) if isinstance(v, float) else v for u, v in ukuran.items()}
    return {"dari": n.kasus.dari, "daerah": n.kasus.daerah, "tahun": n.kasus.tahun, **angka}
