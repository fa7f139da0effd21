"""Hand out the fitted model: the one that is shipped, or, where evidence or assumptions were changed, a new fit."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from kla_lib.rules.bukti.pengamatan import DIPAKAI, Pengamatan, load_bukti
from kla_lib.rules.params import Params, params_bawaan, sekali
from kla_lib.rules.verifikasi import Verifikasi, load_verifikasi
from kla_lib.scoring.perkiraan.model import Model, fit_model
from kla_lib.scoring.perkiraan.pindah import Perpindahan, fit_perpindahan

BERKAS = "bukti/model.npz"

VERSI = 1
"""To be raised when the arithmetic of the fit changes, so that a fit that was kept is not taken for the new one."""


@dataclass(frozen=True)
class ModelPerkiraan:
    """What the evidence leaves of the assumptions: the model by setting, and how scores move over the years."""

    setelan: Mapping[str, Model]
    perpindahan: Perpindahan


@sekali
def load_model(params: Params, tahun: int | None = None) -> ModelPerkiraan:
    """Return the model for an evaluated year; it takes seconds where nobody fitted it to this evidence before."""
    bukti, verifikasi = load_bukti(params), load_verifikasi(params, tahun)
    return read_model(params.path(BERKAS), bukti, verifikasi) or fit(bukti, verifikasi)


def fit(bukti: tuple[Pengamatan, ...], verifikasi: Verifikasi) -> ModelPerkiraan:
    """Return the model fitted to the evidence; the same evidence gives the same one."""
    v = verifikasi
    setelan = {nama: fit_model(bukti, v, s, v.seed) for nama, s in v.setelan.items()}
    return ModelPerkiraan(setelan, fit_perpindahan(bukti, v.pindah, v.terendah_award))


def sidik_model(bukti: tuple[Pengamatan, ...], verifikasi: Verifikasi) -> str:
    """Return the hash of all that a fit depends on."""
    v = verifikasi
    isi = {
        "versi": VERSI,
        "bukti": [_hitungan(p) for p in bukti if p.guna == DIPAKAI],
        "setelan": {nama: s.model_dump() for nama, s in v.setelan.items()},
        "dugaan": asdict(v.dugaan),
        "pindah": asdict(v.pindah),
        "lain": [v.bobot_sensus, v.maksimal, v.terendah_award, v.banyak, v.draws, v.seed],
    }
    return hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()


def _hitungan(p: Pengamatan) -> list[str]:
    tanpa = ("id", "daerah", "kode", "sumber", "alasan", "catatan")
    return [str(getattr(p, f.name)) for f in fields(p) if f.name not in tanpa]


def read_model(path: Path, bukti: tuple[Pengamatan, ...], verifikasi: Verifikasi) -> ModelPerkiraan | None:
    """Return a model that was kept; None where there is none, or one of other evidence."""
    try:
        with path.open("rb") as berkas, np.load(berkas, allow_pickle=False) as isi:
            if str(isi["sidik"]) != sidik_model(bukti, verifikasi):
                return None
            nama = [f.name for f in fields(Model)]
            setelan = {s: Model(**dict(zip(nama, isi[s].astype(float), strict=True))) for s in verifikasi.setelan}
            return ModelPerkiraan(setelan, Perpindahan(verifikasi.pindah, isi["pindah"], int(isi["banyak"])))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def write_model(path: Path, bukti: tuple[Pengamatan, ...], verifikasi: Verifikasi) -> None:
    """Keep a model for this evidence; in single precision, which is far finer than the draws."""
    m = fit(bukti, verifikasi)
    larik = {
        s: np.stack([getattr(model, f.name) for f in fields(Model)]).astype(np.float32)
        for s, model in m.setelan.items()
    }
    np.savez_compressed(
        path,
        sidik=np.array(sidik_model(bukti, verifikasi)),
        pindah=m.perpindahan.bobot,
        banyak=np.array(m.perpindahan.banyak),
        **larik,  # type: ignore[arg-type]  # names that are no options of it
    )


def main() -> None:
    """Fit the shipped model again: `make bukti`, after evidence or assumptions were changed."""
    params = params_bawaan()
    write_model(params.path(BERKAS), load_bukti(params), load_verifikasi(params))


if __name__ == "__main__":
    main()
