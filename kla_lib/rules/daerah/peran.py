"""Load the roles that a form names; a city file says which office plays each."""

from typing import Literal

from pydantic import Field

from kla_lib.rules.params import Params, sekali
from kla_lib.rules.yaml import Aturan, read_yaml, validate

BERKAS = "peran.yaml"

Pilar = Literal["pemerintah", "masyarakat", "dunia_usaha", "media"]


class Peran(Aturan):
    """A role with the name that a city without a name of its own shows, and its pillar."""

    nama: str
    pilar: Pilar


class _DaftarPeran(Aturan):
    peran: dict[str, Peran] = Field(min_length=1)


@sekali
def load_peran(params: Params) -> dict[str, Peran]:
    """Return every role by its id."""
    path = params.path(BERKAS)
    isi, baris = read_yaml(path)
    return validate(path, _DaftarPeran, {"peran": isi}, {("peran", *k): v for k, v in baris.items()}).peran
