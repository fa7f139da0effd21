"""A work folder of the made-up city and files of its offices, for tests of the start page."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kla_lib.letak import FOLDER_LAIN
from kla_lib.lingkungan import setel
from tests.pembantu.folder_kerja_uji import salin_buku, tulis_kerja
from tests.pembantu.kiriman_uji import Berkas, write_template

KANTOR = "disdukcapil"


@contextmanager
def di_kerja(folder: Path) -> Iterator[Path]:
    """Give a work folder with a book of its own, in which this process works meanwhile."""
    kepala = salin_buku(folder / "buku") / "keterangan.csv"
    kepala.write_text(kepala.read_text(encoding="utf-8").replace("contoh,ya", "contoh,tidak"), encoding="utf-8")
    (folder / "kembali").mkdir()
    tulis_kerja(folder, buku="../buku")
    with setel(FOLDER_LAIN, str(folder)):
        yield folder


def tulis_isian(path: Path, nilai: float) -> Path:
    """Write the file of an office with one answer."""
    write_template(path, KANTOR)
    with Berkas(path) as b:
        ws, kepala, kolom = b.kepala("Penilaian")
        ws.cell(kepala + 1, kolom["nilai"]).value = nilai
    return path


def sidik(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds, to tell whether anything in it has changed."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
