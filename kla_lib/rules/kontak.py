"""Say where the offices of a city send what is asked of them."""

from pydantic import ValidationInfo, field_validator

from kla_lib.bahasa import _
from kla_lib.rules.yaml import Aturan

PALING_PANJANG = {"nama": 60, "saluran": 80}
"""Letters of each part: both stand whole in a text for chat."""


class Kontak(Aturan):
    """The desk that receives documents, and through which channel; no person needs to be named."""

    nama: str
    saluran: str

    @field_validator("nama", "saluran")
    @classmethod
    def _check_pendek(cls, isi: str, info: ValidationInfo) -> str:
        batas = PALING_PANJANG[str(info.field_name)]
        if not isi.strip() or len(isi.splitlines()) > 1 or len(isi) > batas:
            raise ValueError(
                _("isi '{isi}' kosong, lebih dari satu baris, atau lebih dari {batas} huruf").format(
                    isi=isi, batas=batas
                )
            )
        return isi.strip()
