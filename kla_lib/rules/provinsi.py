"""Load a province: which regions it looks over, through which meetings or books, and for whom."""

from pathlib import Path
from typing import Literal

from pydantic import Field, field_validator, model_validator

from kla_lib.bahasa import _
from kla_lib.letak import tempat_asli
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import FOLDER_PROVINSI, bisa_id, check_nama_berkas
from kla_lib.rules.yaml import Aturan, load_yaml

TERSEDIKIT_PUBLIK = 5
"""Of fewer regions than this nothing is shown to the public: each could find out the others' points."""

Untuk = Literal["publik", "internal"]


class Provinsi(Aturan):
    """A province's file.

    tahun, instrumen: the evaluated year and the form; regions of another one
    cannot be compared and are named.  sasaran: the category whose chance is
    told for all.  rapat: ids, files or folders of meetings, of which the last
    one of each region counts; buku: books or folders of books, for regions
    without a meeting; both from the file's own folder.  daerah: ids of the
    regions that are expected, so that a missing one is named; may be absent.
    untuk: which pages are made.  periksa: the stage for which the province
    checks, so that it needs lists and tables to fill.  jam_bantuan: hours of
    one person that a day of help has.
    """

    id: str
    nama: str = Field(min_length=1, max_length=80)
    tahun: int = Field(ge=2022, le=2100)
    instrumen: str
    sasaran: Literal["pratama", "madya", "nindya", "utama", "kla"]
    untuk: tuple[Untuk, ...] = Field(min_length=1)
    rapat: tuple[str, ...] = ()
    buku: tuple[str, ...] = ()
    daerah: tuple[str, ...] = ()
    periksa: Literal["va", "vl", "vf"] | None = None
    jam_bantuan: float = Field(default=8.0, gt=0, le=80)
    path: Path

    @field_validator("id", "instrumen")
    @classmethod
    def _check_id(cls, nama: str) -> str:
        if not bisa_id(nama):
            raise ValueError(_("'{isi}' bukan id: pakai huruf, angka, dan tanda hubung").format(isi=nama))
        return nama

    @field_validator("untuk", "daerah", "rapat", "buku")
    @classmethod
    def _check_sekali(cls, isi: tuple[str, ...]) -> tuple[str, ...]:
        ganda = sorted({i for i in isi if isi.count(i) > 1})
        if ganda:
            raise ValueError(_("'{kode}' ditulis dua kali").format(kode=ganda[0]))
        return isi

    @model_validator(mode="after")
    def _check_ada(self) -> "Provinsi":
        if not self.rapat and not self.buku:
            raise ValueError(_("belum menyebut rapat atau buku satu pun; isi kunci rapat atau buku"))
        return self


def load_provinsi(params: Params, provinsi: str | Path) -> Provinsi:
    """Return a province by its id, or by the path of its YAML file, whose name must be the id."""
    path = Path(provinsi)
    if path.suffix != ".yaml":
        path = params.path(f"{FOLDER_PROVINSI}/{provinsi}.yaml")
    hasil = load_yaml(path, Provinsi, path=tempat_asli(path))
    check_nama_berkas(path, hasil.id)
    return hasil
