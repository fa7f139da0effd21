"""Keep every published forecast of a city: one line each, never changed afterwards."""

from datetime import date
from pathlib import Path

from pydantic import Field, ValidationError

from kla_lib.bahasa import _
from kla_lib.berkas import kesalahan_baca, write_whole
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.rapat import Tahap
from kla_lib.rules.yaml import Aturan


class CatatanPerkiraan(Aturan):
    """One forecast as it was published; nothing in it is about a person.

    tanggal: the day it was published.  hash_data: of the data book it was
    made on.  dari, tahap: from which stage's marks, for which stage.
    diklaim and kuantil in poin; kuantil at the levels `tingkat`.  metode:
    which model made it; "" in lines that were written before there were two.
    """

    tanggal: date
    daerah: str
    tahun_evaluasi: int
    hash_data: str
    dari: Tahap
    tahap: Tahap
    diklaim: float
    tingkat: tuple[float, ...] = Field(min_length=3)
    kuantil: tuple[float, ...] = Field(min_length=3)
    peluang: dict[str, float]
    draws: int
    seed: int
    metode: str = ""


def read_catatan(path: Path) -> tuple[CatatanPerkiraan, ...]:
    """Return the forecasts of a file in the order in which they were added; none where the file does not exist.

    Raises KlaError with the number of every line that is not a forecast.
    """
    catatan, salah = [], []
    for nomor, baris in enumerate(_baris(path), start=1):
        try:
            c = CatatanPerkiraan.model_validate_json(baris)
            if len(c.kuantil) != len(c.tingkat):
                raise ValueError(baris)
            catatan.append(c)
        except (ValidationError, ValueError):
            salah.append(
                Kesalahan(
                    "catatan",
                    nama_tampil(path),
                    _("baris ini bukan catatan perkiraan"),
                    _("Kembalikan baris ini dari cadangan, atau hapus; baris lain jangan diubah."),
                    sel=_("baris {nomor}").format(nomor=nomor),
                )
            )
    if salah:
        raise KlaError(salah)
    return tuple(catatan)


def _baris(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except (FileNotFoundError, NotADirectoryError):  # a folder that is none is refused where it is written to
        return []
    except OSError as e:
        raise KlaError(kesalahan_baca(path, e)) from None


def append_catatan(path: Path, catatan: CatatanPerkiraan) -> bool:
    """Add a forecast at the end of the file; False where the same one is already in it.

    Earlier lines are kept byte for byte; a reader sees the file either before
    or after.  Raises KlaError where the file holds anything but forecasts.
    """
    if catatan in read_catatan(path):
        return False
    lama = path.read_bytes() if path.is_file() else b""
    if lama and not lama.endswith(b"\n"):
        lama += b"\n"
    write_whole(path, lama + catatan.model_dump_json().encode() + b"\n")
    return True
