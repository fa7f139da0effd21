"""Plan what a run makes of a meeting: where, which packs, out of which inputs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kla_lib.bahasa import bahasa
from kla_lib.data.terbit.fakta import folder_terbit
from kla_lib.data.terbit.keluaran import dalam_keluaran
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.publish.batch.daftar_paket import daftar_paket
from kla_lib.publish.batch.paket import PesananPaket
from kla_lib.publish.batch.templat import check_parameter, path_notebook
from kla_lib.publish.halaman.indeks import ASLI, SKENARIO
from kla_lib.publish.halaman.kop import nama_skenario
from kla_lib.publish.terbitan.masukan import masukan_rapat, sidik_lembar, sidik_paket
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import PUBLIK
from kla_lib.rules.rapat import Rapat


@dataclass(frozen=True)
class RencanaTerbit:
    """What a run makes of a meeting.

    pokok: folder of the packs in this language.  folder: the same, or that of
    the scenario inside it.  masukan: what all of it is made of, by subject.
    """

    keadaan: Keadaan
    pokok: Path
    folder: Path
    paket: tuple[PesananPaket, ...]
    masukan: dict[str, Any]

    @property
    def masukan_lembar(self) -> str:
        """The key of the pages and sheets beside the packs."""
        return sidik_lembar(self.masukan)


def plan_terbit(
    params: Params, rapat: Rapat, outputs: Path, only: Sequence[str] = (), skenario: str = "", untuk: str = PUBLIK
) -> RencanaTerbit:
    """Return the plan of a meeting under a folder of outputs, each pack with the key of its inputs.

    Nothing is written.  Raises KlaError when the book, the scenario, the ledger
    of forecasts or a name in `only` is faulty.
    """
    luar = rapat.path.parent if rapat.path.parent != FOLDER_PARAMS / "rapat" else None
    with dalam_keluaran(outputs):  # what the meeting before has published lies there
        keadaan = load_keadaan(params, rapat, skenario, untuk)
    pokok = folder_bahasa(outputs / folder_terbit(rapat.id, untuk), bahasa())
    folder = pokok / SKENARIO / nama_skenario(keadaan) if skenario else pokok
    paket = daftar_paket(keadaan, folder, only, luar)
    for p in paket:
        check_parameter(path_notebook(p.notebook), p.parameter)
    umum = masukan_rapat(keadaan, outputs)
    return RencanaTerbit(keadaan, pokok, folder, tuple(replace(p, masukan=sidik_paket(p, umum)) for p in paket), umum)


def folder_bahasa(folder: Path, kode: str) -> Path:
    """Return where the packs of a meeting stand in a language: Indonesian in the meeting's folder, others inside it."""
    return folder if kode == ASLI else folder / kode
