"""Keep what came back of a rehearsal and of the verifiers' requests: one file per meeting, beside the data book."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from kla_lib.bahasa import _
from kla_lib.berkas import kesalahan_tulis, sebut_tak_tertulis, write_whole
from kla_lib.data.catatan_mini import folder_catatan
from kla_lib.data.sunting.cadangan import make_cadangan
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.yaml import Aturan

FOLDER = "catatan-vlh"

BELUM, DIKERJAKAN, TERPENUHI, TIDAK_TERPENUHI = "belum", "dikerjakan", "terpenuhi", "tidak_terpenuhi"
STATUS = (BELUM, DIKERJAKAN, TERPENUHI, TIDAK_TERPENUHI)
"""How far a verifier's request is; met is what was completed inside the hours."""


class Latihan(Aturan):
    """Whether one question was answered in the rehearsal.

    tempat: id of a place, or of a klaster for what is asked in the main room.
    tanya: code of a question of the form, or id of a reported one.
    """

    tempat: str
    tanya: str
    siap: bool | None = None
    catatan: str | None = None

    @property
    def kunci(self) -> tuple[str, str]:
        return self.tempat, self.tanya


class Permintaan(Aturan):
    """What the verifiers ask for: of which office (a role, or a name), for which question, how far it is."""

    id: str
    diminta: str
    indikator: str | None = None
    pertanyaan: str | None = None
    opd: str | None = None
    status: Literal["belum", "dikerjakan", "terpenuhi", "tidak_terpenuhi"] = "belum"
    catatan: str | None = None

    @property
    def kode(self) -> str | None:
        """The code of its question or indikator; None where it names none."""
        if self.indikator is None or self.pertanyaan is None:
            return self.indikator
        return kode_pertanyaan(self.indikator, self.pertanyaan)


class CatatanVlh(Aturan):
    """All that came back for one meeting; later lines of one key have taken the place of earlier ones."""

    rapat: str
    latihan: tuple[Latihan, ...] = Field(default=())
    permintaan: tuple[Permintaan, ...] = Field(default=())


def path_catatan(path_buku: Path, rapat: str) -> Path:
    """Return where the notes of a meeting are kept."""
    return folder_catatan(path_buku, FOLDER) / f"{rapat}.json"


def read_catatan(path: Path, rapat: str) -> CatatanVlh:
    """Return the notes of a meeting, empty ones where none came back yet.

    Raises KlaError for a file that holds anything else; it is not repeated.
    """
    if not path.is_file():
        return CatatanVlh(rapat=rapat)
    try:
        catatan = CatatanVlh.model_validate_json(path.read_bytes())
    except (OSError, ValidationError, ValueError):
        catatan = None
    if catatan is None or catatan.rapat != rapat:
        raise KlaError(
            Kesalahan(
                "catatan",
                nama_tampil(path),
                _("berkas ini bukan catatan verifikasi lapangan rapat ini"),
                _("Kembalikan berkas ini dari folder cadangan di sebelahnya, atau hapus untuk mulai dari awal."),
            )
        )
    return catatan


def gabung_catatan(lama: CatatanVlh, baru: CatatanVlh) -> CatatanVlh:
    """Return earlier notes with new ones in the place of those of the same key; none is lost."""
    latihan = {b.kunci: b for b in (*lama.latihan, *baru.latihan)}
    permintaan = {b.id: b for b in (*lama.permintaan, *baru.permintaan)}
    return CatatanVlh(rapat=lama.rapat, latihan=tuple(latihan.values()), permintaan=tuple(permintaan.values()))


def bertabrakan(lama: CatatanVlh, baru: CatatanVlh) -> Iterator[str]:
    """Yield the ids under which two copies of the sheet hold two requests: neither their text nor their code agree."""
    ada = {b.id: b for b in lama.permintaan}
    for b in baru.permintaan:
        dulu = ada.get(b.id)
        if dulu is not None and dulu.kode != b.kode and dulu.diminta != b.diminta:
            yield b.id


def save_catatan(path: Path, catatan: CatatanVlh) -> None:
    """Write the notes whole; those of before are copied first.  KlaError where they cannot be written."""
    try:
        if path.is_file():
            make_cadangan(path, datetime.now())
        write_whole(path, (catatan.model_dump_json(indent=1) + "\n").encode())
    except OSError as e:
        raise KlaError(kesalahan_tulis(nama_tampil(path), sebut_tak_tertulis(e))) from e
