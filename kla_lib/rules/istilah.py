"""Load the terms that a new member of the task force needs, each in two plain sentences."""

from pydantic import Field

from kla_lib.rules.params import Params, sekali
from kla_lib.rules.yaml import Aturan, read_yaml, validate

BERKAS = "istilah.yaml"


class Istilah(Aturan):
    """A term as pages write it, its English counterpart of the glossary, and what it means."""

    nama: str
    padanan: str
    arti: str


class _DaftarIstilah(Aturan):
    istilah: dict[str, Istilah] = Field(min_length=1)


@sekali
def load_istilah(params: Params) -> dict[str, Istilah]:
    """Return every term by its id, in the order of the page."""
    path = params.path(BERKAS)
    isi, baris = read_yaml(path)
    posisi = {("istilah", *k): v for k, v in baris.items()}
    return validate(path, _DaftarIstilah, {"istilah": isi}, posisi).istilah
