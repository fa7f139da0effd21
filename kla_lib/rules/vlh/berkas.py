"""Fix what a file of the day of field verification may hold."""

import re
from datetime import date

from pydantic import Field, field_validator

from kla_lib.bahasa import _
from kla_lib.rules.daerah.daerah import Kontak
from kla_lib.rules.form.kepala import IdKlaster
from kla_lib.rules.sumber import Rujukan
from kla_lib.rules.vlh.zona import NamaZona
from kla_lib.rules.yaml import Aturan

POLA_ID = re.compile(r"[a-z0-9][a-z0-9-]*")


def _check_id(isi: str) -> str:
    if not POLA_ID.fullmatch(isi):
        raise ValueError(_("id '{id}' hanya boleh huruf kecil, angka, dan tanda hubung").format(id=isi))
    return isi


class Lokus(Aturan):
    """A place that the verifiers see: who manages it, in which video room, of which klaster, what is looked at.

    pengelola: an office.  indikator: codes of the form.  cadangan: whether it
    is only shown where another place fails.
    """

    id: str
    nama: str
    pengelola: str
    klaster: tuple[IdKlaster, ...] = Field(min_length=1)
    dilihat: tuple[str, ...] = Field(min_length=1)
    indikator: tuple[str, ...] = ()
    ruang: str | None = None
    kontak: Kontak | None = None
    cadangan: bool = False

    check_id = field_validator("id")(_check_id)


class SesiVlh(Aturan):
    """A session of the day: who sits there, in which room, from when."""

    nama: str
    isi: str
    ruang: str | None = None
    waktu: str | None = None


class Ditanya(Aturan):
    """What verifiers were reported to ask, by whom it is answered, and where we know it from.

    It belongs to a klaster or to some places; without both it is asked at every place.
    """

    id: str
    tanya: str
    peran: str
    sumber: Rujukan
    klaster: IdKlaster | None = None
    lokus: tuple[str, ...] = ()

    check_id = field_validator("id")(_check_id)


class Jendela(Aturan):
    """When the hours for mending began, on the clock of the city."""

    mulai: str


class Besaran(Aturan):
    """A number of ours from a day on."""

    berlaku: date
    besaran: float = Field(ge=0)
    sumber: Rujukan


class Anggapan(Aturan):
    """An assumption with its history."""

    uraian: str
    riwayat: tuple[Besaran, ...] = Field(min_length=1)


class AnggapanBank(Aturan):
    """When an answer is weak (share of the maximum), and when a document is old (years)."""

    lemah: Anggapan
    dokumen_tua: Anggapan


class BerkasVlh(Aturan):
    """A file of vlh/: the usual day, or what a city has otherwise."""

    instrumen: str | None = None
    sumber: Rujukan | None = None
    tanggal: date | None = None
    zona: NamaZona | None = None
    jendela: Jendela | None = None
    sesi: tuple[SesiVlh, ...] = ()
    lokus: tuple[Lokus, ...] = ()
    ditanya: tuple[Ditanya, ...] = ()
    anggapan: AnggapanBank | None = None
