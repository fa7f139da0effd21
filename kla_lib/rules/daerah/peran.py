"""Load the roles that a form names; a city file says which office plays each."""

from functools import cache
from typing import Literal

from pydantic import Field

from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.yaml import Aturan, read_yaml, validate

BERKAS = FOLDER_PARAMS / "peran.yaml"

Pilar = Literal["pemerintah", "masyarakat", "dunia_usaha", "media"]


class Peran(Aturan):
    """A role with the name that a city without a name of its own shows, and its pillar."""

    nama: str
    pilar: Pilar


class _DaftarPeran(Aturan):
    peran: dict[str, Peran] = Field(min_length=1)


@cache
def load_peran() -> dict[str, Peran]:
    """Return every role by its id."""
    isi, baris = read_yaml(BERKAS)
    return validate(BERKAS, _DaftarPeran, {"peran": isi}, {("peran", *k): v for k, v in baris.items()}).peran
