"""Say what is ordered of one meeting among many, and how that ended, as plain values that any process can be sent."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from kla_lib.letak import FOLDER_NOTEBOOKS, FOLDER_PARAMS, FOLDER_PROYEK
from kla_lib.publish.terbitan.manifes import hash_kunci
from kla_lib.publish.terbitan.masukan import hash_berkas
from kla_lib.publish.terbitan.simpan import hash_isi

JADI: Final = "jadi"
TETAP: Final = "tetap"
GAGAL: Final = "gagal"
TAK_BISA: Final = "tak_bisa"
Keadaan = Literal["jadi", "tetap", "gagal", "tak_bisa"]
"""How a meeting ended: made whole, nothing had changed, something of it failed, or it could not be begun."""


@dataclass(frozen=True)
class PesananRapat:
    """One meeting to be made, as `run_rapat` understands it.

    kerja: the work folder, "" for none.  sidik: `sidik_program` of whoever orders; "" where it is the same program.
    """

    id: str
    berkas: str
    outputs: str
    only: tuple[str, ...] = ()
    skenario: str = ""
    force: bool = False
    untuk: str = "publik"
    bahasa: str = "id"
    kerja: str = ""
    sidik: str = ""


@dataclass(frozen=True)
class AkhirRapat:
    """How one meeting ended, its seconds, and what a reader has to know of it."""

    id: str
    keadaan: Keadaan
    detik: float = 0.0
    pesan: tuple[str, ...] = ()

    @property
    def berhasil(self) -> bool:
        return self.keadaan in (JADI, TETAP)


def kode_keluar(akhir: Iterable[AkhirRapat]) -> int:
    """Return 0 where all is whole, 2 where nothing could be begun, 1 for anything between."""
    semua = list(akhir)
    if all(a.keadaan == TAK_BISA for a in semua):
        return 2
    return 0 if all(a.berhasil for a in semua) else 1


def sidik_program() -> str:
    """Return one hash of all that two machines must have in common: package, notebooks, rules, versions."""
    folder = (FOLDER_PROYEK / "kla_lib", FOLDER_NOTEBOOKS, FOLDER_PARAMS)
    berkas = (p for f in folder for p in sorted(f.rglob("*")) if p.is_file() and "__pycache__" not in p.parts)
    return hash_isi(f"{hash_berkas(berkas, FOLDER_PROYEK)} {hash_kunci()}".encode())
