"""Load a city or regency: its name and which office plays which role."""

from dataclasses import dataclass
from typing import Literal

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import FOLDER_PARAMS, nama_tampil
from kla_lib.rules.peran import load_peran
from kla_lib.rules.yaml import Aturan, load_yaml

FOLDER = FOLDER_PARAMS / "daerah"


class Opd(Aturan):
    """An office of the city: its name and the other spellings met in tables."""

    nama: str
    alias: tuple[str, ...] = ()


class _BerkasDaerah(Aturan):
    nama: str
    jenis: Literal["kabupaten", "kota"]
    provinsi: str
    opd: dict[str, Opd]


@dataclass(frozen=True)
class Daerah:
    """A city with the name of the office behind every role of the form."""

    id: str
    nama: str
    provinsi: str
    opd: dict[str, Opd]

    def nama_opd(self, peran: str) -> str:
        """Return the office's name for a role; a text that is no role comes back as it is."""
        return self.opd[peran].nama if peran in self.opd else peran


def load_daerah(id_daerah: str) -> Daerah:
    """Return the city of params/daerah/<id>.yaml; roles it does not map get their common name."""
    path = FOLDER / f"{id_daerah}.yaml"
    isi = load_yaml(path, _BerkasDaerah)
    peran = load_peran()
    asing = [p for p in isi.opd if p not in peran]
    if asing:
        raise KlaError(
            Kesalahan(
                "peran",
                nama_tampil(path),
                _("peran '{peran}' tidak dikenal").format(peran=p),
                maksud(p, peran),
            )
            for p in asing
        )
    umum = {p: Opd(nama=r.nama) for p, r in peran.items()}
    return Daerah(id_daerah, isi.nama, isi.provinsi, umum | isi.opd)


def nama_daerah(id_daerah: str) -> str:
    """Return a city's name; one without a file of its own is called by its id."""
    return load_daerah(id_daerah).nama if (FOLDER / f"{id_daerah}.yaml").is_file() else id_daerah
