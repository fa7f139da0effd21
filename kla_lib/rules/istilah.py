"""Load the terms that a new member of the task force needs, each in two plain sentences."""

from functools import cache

from pydantic import Field

from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.yaml import Aturan, read_yaml, validate

BERKAS = FOLDER_PARAMS / "istilah.yaml"


class Istilah(Aturan):
    """A term as pages write it, its English counterpart of the glossary, and what it means."""

    nama: str
    padanan: str
    arti: str


class _DaftarIstilah(Aturan):
    istilah: dict[str, Istilah] = Field(min_length=1)


@cache
def load_istilah() -> dict[str, Istilah]:
    """Return every term by its id, in the order of the page."""
    isi, baris = read_yaml(BERKAS)
    posisi = {("istilah", *k): v for k, v in baris.items()}
    return validate(BERKAS, _DaftarIstilah, {"istilah": isi}, posisi).istilah
