"""Leave each region out in turn and compare the forecast with simpler ones on what the region got.

    .venv/bin/python benchmarks/ketepatan.py [--json] [--undian N | --simpan]

Prints for the forecast from the self-assessment (em) and from the
administrative check (va) the log score of the category, the CRPS outside the
outcome's interval (poin), the cover of the nine-in-ten range and its width
(poin), with bootstrap errors over regions, and the same of the baselines;
"beda" is our log score less theirs.  Doubtful observations are scored, never
fitted; "tanpa_ragu" leaves them out.  --undian: draws of the prior per region.
--simpan: keep the results in params/bukti, where the notebook 45_seberapa_baik
reads them.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from model_lama import peramal_lama

from kla_lib.keadaan.uji_silang import BERKAS, MODEL, UjiSilang, bahan_uji, hitung_uji, write_uji
from kla_lib.rules.params import Params, params_bawaan
from kla_lib.scoring.perkiraan.pembanding import banding
from kla_lib.scoring.perkiraan.uji_silang import EM, VA, Nilaian, Ringkas, ringkas


def ukur(params: Params, undian: int | None, simpan: bool) -> dict[str, Any]:
    """Return all figures; simpan: keep what they rest on."""
    bahan = bahan_uji(params)
    if undian is not None:
        bahan = replace(bahan, verifikasi=replace(bahan.verifikasi, banyak=undian))
    nilaian = hitung_uji(bahan, {"model_lama": peramal_lama(bahan.bukti)})
    if simpan:
        write_uji(params.path(BERKAS), bahan, nilaian)
    semua = UjiSilang(params, bahan.kategori, nilaian, tersimpan=False)
    return {dari: _tahap(semua, dari) | {"tanpa_ragu": _tahap(semua.tanpa_ragu(), dari)} for dari in (EM, VA)}


def _tahap(uji: UjiSilang, dari: str) -> dict[str, Any]:
    kita, lain = uji.kita(dari), {nama: isi for nama, isi in uji.milik(dari).items() if nama != MODEL}
    return {
        **_angka(ringkas(kita)),
        "lebar_tanpa_rekor": _lebar([n for n in kita if n.kasus.rekor is None]),
        "lebar_dengan_rekor": _lebar([n for n in kita if n.kasus.rekor is not None]),
        "dasar": {n: {**_angka(b.mereka), "beda": _dua(b.beda)} for n, b in banding(kita, lain).items()},
    }


def _angka(r: Ringkas) -> dict[str, Any]:
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
    pilihan = parser.add_mutually_exclusive_group()
    pilihan.add_argument("--undian", type=int)
    pilihan.add_argument("--simpan", action="store_true")
    args = parser.parse_args()
    hasil = ukur(params_bawaan(), args.undian, args.simpan)
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
