"""Leave each region out in turn and compare the forecast with simpler ones on what the region got.

    .venv/bin/python benchmarks/ketepatan.py [--json] [--undian N]

Prints for the forecast from the self-assessment (em) and from the
administrative check (va) the log score of the category, the CRPS outside the
outcome's interval (poin), the cover of the nine-in-ten range and its width
(poin), with bootstrap errors over regions, and the same of the baselines;
"beda" is our log score less theirs.  Doubtful observations are scored, never
fitted; "tanpa_ragu" leaves them out.  --undian: draws of the prior per region.
"""

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
from model_lama import peramal_lama

from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan, load_bukti
from kla_lib.rules.bukti.predikat import load_predikat
from kla_lib.rules.kategori import DaftarKategori, load_kategori
from kla_lib.rules.params import params_bawaan
from kla_lib.rules.verifikasi import Pindah, load_verifikasi
from kla_lib.scoring.perkiraan.pindah import rata_tahun
from kla_lib.scoring.perkiraan.uji_silang import (
    EM,
    VA,
    Kasus,
    Nilaian,
    Peramal,
    beda_log_score,
    daftar_kasus,
    peramal_model,
    rekor_kasus,
    ringkas,
    uji,
)

Larik = npt.NDArray[np.float64]
DRAWS, BENIH = 8_000, 1
BAGIAN_EM = 0.73


def peramal_nasional(pindah: Pindah) -> Peramal:
    """Return the forecast that knows nothing of a region but the year: all regions of that year."""

    def ramal(k: Kasus) -> Larik:
        acak = np.random.default_rng(BENIH)
        return np.asarray(acak.normal(rata_tahun(pindah, k.tahun), pindah.simpangan, DRAWS))

    return ramal


def peramal_bagian(kasus: Sequence[Kasus]) -> Peramal:
    """Return a fixed share of the score: .73 of a self-assessment, of a check the mean of the other regions.

    With the spread that the others had around it, which is what an honest
    user of a rule of thumb would say.  Outcomes that are a category stand at its middle.
    """

    def ramal(k: Kasus) -> Larik:
        lain = [x for x in kasus if x.dari == k.dari and x.daerah != k.daerah and x.rendah > 0 and not x.diragukan]
        bagian = np.array([(x.rendah + x.tinggi) / 2 / x.nilai for x in lain])
        tengah = BAGIAN_EM if k.dari == EM else float(bagian.mean())
        simpangan = float(np.sqrt(((bagian - tengah) ** 2).mean() * (1 + 1 / len(bagian))))
        acak = np.random.default_rng(BENIH)
        return np.asarray(np.clip(k.nilai * acak.normal(tengah, simpangan, DRAWS), 0, k.nilai))

    return ramal


def peramal_sama(bukti: Sequence[Pengamatan], pindah: Pindah) -> Peramal:
    """Return "the same category as last time", as often as other regions kept theirs, else any of the year."""

    def ramal(k: Kasus) -> Larik:
        if k.rekor is None:
            raise ValueError("no record, so no last time")
        lain = [p for p in bukti if p.jenis == "vf_vf" and p.guna == DIPAKAI and p.daerah != k.daerah]
        tetap = np.mean([p.dari_rendah < (p.rendah + p.tinggi) / 2 <= p.dari_tinggi for p in lain])
        acak = np.random.default_rng(BENIH)
        _tahun, rendah, tinggi = k.rekor
        sama = acak.uniform(rendah, tinggi, DRAWS)
        bebas = acak.normal(rata_tahun(pindah, k.tahun), pindah.simpangan, DRAWS)
        return np.asarray(np.where(acak.random(DRAWS) < tetap, sama, bebas))

    return ramal


def banding(
    kita: Sequence[Nilaian], lain: Mapping[str, Peramal], kategori: DaftarKategori
) -> dict[str, dict[str, Any]]:
    """Return each baseline on the cases that it can forecast, with our lead on the same ones."""
    hasil = {}
    for nama, peramal in lain.items():
        milik = [n for n in kita if nama != "kategori_sama" or n.kasus.rekor is not None]
        if milik:
            mereka = uji([n.kasus for n in milik], peramal, kategori)
            hasil[nama] = {**_angka(mereka), "beda": _dua(beda_log_score(milik, mereka))}
    return hasil


def ukur(undian: int | None) -> dict[str, Any]:
    """Return all figures."""
    params = params_bawaan()
    bukti, v = load_bukti(params), load_verifikasi(params)
    kategori = load_kategori(params, max(p.tahun for p in bukti))
    kasus = daftar_kasus(bukti, rekor_kasus(bukti, load_predikat(params)))
    v = v if undian is None else replace(v, banyak=undian)
    semua = uji(kasus, peramal_model(bukti, v), kategori)
    lain = {
        "model_lama": peramal_lama(bukti),
        "nasional": peramal_nasional(v.pindah),
        "bagian_tetap": peramal_bagian(kasus),
        "kategori_sama": peramal_sama(bukti, v.pindah),
    }
    hasil: dict[str, Any] = {}
    for dari in (EM, VA):
        kita = [n for n in semua if n.kasus.dari == dari]
        yakin = [n for n in kita if not n.kasus.diragukan]
        hasil[dari] = {
            **_angka(kita),
            "lebar_tanpa_rekor": _lebar([n for n in kita if n.kasus.rekor is None]),
            "lebar_dengan_rekor": _lebar([n for n in kita if n.kasus.rekor is not None]),
            "dasar": banding(kita, lain, kategori),
            "tanpa_ragu": {**_angka(yakin), "dasar": banding(yakin, lain, kategori)},
        }
    return hasil


def _angka(daftar: Sequence[Nilaian]) -> dict[str, Any]:
    r = ringkas(daftar)
    return {
        "n": r.n,
        "log_score": round(r.log_score[0], 3),
        "crps": round(r.crps[0], 1),
        "cakupan90": round(r.cakupan90[0], 3),
        "lebar": round(r.lebar[0], 1),
        "galat": {k: round(getattr(r, k)[1], 3) for k in ("log_score", "crps", "cakupan90", "lebar")},
    }


def _dua(pasangan: tuple[float, float]) -> list[float]:
    return [round(x, 3) for x in pasangan]


def _lebar(daftar: Sequence[Nilaian]) -> float | None:
    return round(float(np.mean([n.lebar for n in daftar])), 1) if daftar else None


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--undian", type=int)
    args = parser.parse_args()
    hasil = ukur(args.undian)
    if args.json:
        print(json.dumps(hasil))
        return
    for dari, h in hasil.items():
        print(dari, {k: n for k, n in h.items() if k not in ("dasar", "tanpa_ragu")})
        for nama, d in h["dasar"].items():
            print("   ", nama, d)
        print("  tanpa ragu", {k: n for k, n in h["tanpa_ragu"].items() if k != "dasar"})
        for nama, d in h["tanpa_ragu"]["dasar"].items():
            print("   ", nama, d)


if __name__ == "__main__":
    main()
