"""Random settings of the interactive page, and what the library makes of them."""

import random
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.publish.halaman.interaktif import make_interaktif
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.rules.skenario import IsiSkenario, Skenario
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.skenario.kode import PENUH
from kla_lib.scoring.skenario.pembobotan import SEMUA, bobot_resmi
from kla_lib.scoring.skenario.perhatian import urutan_perhatian
from kla_lib.views.interaktif.data import Bahan, bahan_interaktif, hasil_of
from kla_lib.views.rupa.tema import WARNA_KLASTER
from tests.pembantu.keadaan_uji import keadaan_contoh

SKENARIO = Skenario(
    nama="akta-lebih-berat",
    penulis="Evaluator A",
    alasan="Menguji akta",
    dibuat=date(2025, 2, 10),
    instrumen="2024",
    hash_data="sha256:0",
    bobot={"klaster_1": 0.2, "12": 0.2, "21A": 0.3},
    nilai={"4": 15.0, "12/1": 1.25, "14/1": 0.5},
    status={"D010": "kurang", "D017": "lengkap"},
)


@dataclass(frozen=True)
class Hitungan:
    """What the library makes of a setting, unrounded where the page can tell it too."""

    total: float
    mentah: float
    klaster: float
    terdukung: float | None
    klaster_terdukung: float
    kategori: int
    jarak: list[float]
    urutan: list[int]


def paket_uji(rapat: str, klaster: str, skenario: IsiSkenario | None = None) -> Paket:
    """Return a klaster of an example meeting, under a scenario or not."""
    keadaan = keadaan_contoh(rapat)
    return (keadaan if skenario is None else keadaan.dengan(skenario)).klaster(klaster)


def keadaan_berbagi(klaster: str) -> Keadaan:
    """Return the first example meeting with incomplete documents of one klaster that questions of five others need too.

    Every third question of the others hangs on one of those documents alone.
    """
    keadaan = keadaan_contoh("kota-contoh-1")
    bahan = bahan_of(keadaan.klaster(klaster))
    bebas = [d for d in bahan.dokumen if d not in bahan.terlambat]
    p, lama = keadaan.instrumen.pertanyaan, keadaan.buku.dokumen_pertanyaan
    assert lama is not None
    lain = p[~p["klaster"].isin([klaster, "kelembagaan"])].iloc[::3]
    pindah = set(zip(lain["indikator"], lain["pertanyaan"], strict=True))
    tetap = [k not in pindah for k in zip(lama["indikator"], lama["pertanyaan"], strict=True)]
    baru = lain[["indikator", "pertanyaan"]].assign(
        id_dokumen=[bebas[n % len(bebas)] for n in range(len(lain))], wajib=True
    )
    buku = replace(keadaan.buku, dokumen_pertanyaan=pd.concat([lama[tetap], baru]))
    return replace(keadaan, buku=buku, hasil=score_buku(buku, keadaan.rapat.tahap, keadaan.kategori))


def halaman(paket: Paket) -> bytes:
    """Return the interactive page of a klaster that has one."""
    k, keadaan = paket.klaster, paket.keadaan
    isi = make_interaktif(paket, k.judul, atas_halaman(keadaan), WARNA_KLASTER[k.id], kaki_halaman(keadaan))
    assert isi is not None
    return isi


def bahan_of(paket: Paket) -> Bahan:
    """Return what the page is made of."""
    bahan = bahan_interaktif(paket)
    assert bahan is not None
    return bahan


def setelan_acak(bahan: Bahan, banyak: int, benih: int) -> list[tuple[dict[str, Any], IsiSkenario]]:
    """Return settings as the page takes them, each with the scenario that it stands for."""
    acak = random.Random(benih)
    return [_setelan(bahan, acak) for _n in range(banyak)]


def _setelan(bahan: Bahan, acak: random.Random) -> tuple[dict[str, Any], IsiSkenario]:
    form, ini = bahan.resmi.instrumen, bahan.klaster
    resmi = bobot_resmi(form)
    milik = {"klaster": list(resmi[SEMUA]), "indikator": list(resmi.get(ini.id, {}))}
    bobot = {k: b for k, b in bahan.isi.bobot.items() if k not in milik["klaster"] + milik["indikator"]}
    setelan: dict[str, Any] = {}
    for jenis, kode in milik.items():
        bagian = _bagian(len(kode), acak) if len(kode) > 1 and acak.random() < 0.6 else None
        setelan[jenis] = bagian
        bobot |= dict(zip(kode, bagian or [], strict=bagian is not None))
    boleh = [n for n, b in enumerate(bahan.butir) if b.bisa]
    dokumen = [n for n, d in enumerate(bahan.dokumen) if d not in bahan.terlambat]
    setelan["penuh"] = sorted(acak.sample(boleh, acak.randint(0, len(boleh))))
    setelan["lengkap"] = sorted(acak.sample(dokumen, acak.randint(0, len(dokumen))))
    daftar = list(bahan.dokumen)
    nilai = {**bahan.isi.nilai, **{bahan.butir[n].kode: bahan.butir[n].maks for n in setelan["penuh"]}}
    status = {**bahan.isi.status, **{daftar[n]: "lengkap" for n in setelan["lengkap"]}}
    return setelan, IsiSkenario(bacaan=bahan.isi.bacaan, bobot=bobot, nilai=nilai, status=status)  # type: ignore[arg-type]


def _bagian(banyak: int, acak: random.Random) -> list[float]:
    """Return shares in steps of 0.1 %, from even ones to a single one that weighs nearly everything."""
    tepi = sorted(acak.sample(range(1, PENUH), banyak - 1))
    return [(b - a) / PENUH for a, b in zip([0, *tepi], [*tepi, PENUH], strict=True)]


def hitung(bahan: Bahan, isi: IsiSkenario) -> Hitungan:
    """Return what apply_skenario and score make of a scenario."""
    keadaan: Keadaan = bahan.resmi if isi == IsiSkenario() else bahan.resmi.dengan(isi)
    h, ini = hasil_of(keadaan), bahan.klaster
    baris = h.klaster.loc[h.klaster["klaster"] == ini.id].iloc[0]
    letak = {i.kode: n for n, i in enumerate(ini.indikator)}
    u = urutan_perhatian(h, bahan.resmi.instrumen, isi.bobot)
    u = u[u["kode"].isin(list(letak))].round({"perhatian": 12})
    kategori = bahan.resmi.kategori.urutan.index(h.kategori)
    return Hitungan(
        h.diklaim,
        float(np.nansum(h.klaster["nilai"])),
        0.0 if np.isnan(baris["nilai"]) else float(baris["nilai"]),
        None if h.terdukung is None else h.terdukung,
        float(baris["lengkap"]),
        kategori,
        list(h.jarak.values()),
        _urut(u, letak),
    )


def _urut(u: Any, letak: dict[str, int]) -> list[int]:
    """Return the indikator by attention, those that are equal to twelve digits in the form's order."""
    return [n for _p, n in sorted((-p, letak[k]) for p, k in zip(u["perhatian"], u["kode"], strict=True))]
