"""Read a table among the rules: a CSV file whose every cell is checked before anyone uses it."""

from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.tabel.baca import read_csv
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.periksa import check_tabel

Baris = dict[str, Any]
"""One row by column; an empty cell is None, or NaN in a column of numbers."""


def read_tabel(path: Path, bentuk: Bentuk) -> tuple[TabelMentah, dict[int, Baris]]:
    """Return a table as written, for messages, and its rows with types by their number in the file.

    Raises KlaError for an absent file and every fault that the form of the table names.
    """
    berkas = nama_tampil(path)
    if not path.is_file():
        raise KlaError(
            Kesalahan("berkas", berkas, _("berkas tidak ditemukan"), _("Salin lagi berkas ini dari rilis kla_lib."))
        )
    mentah = read_csv(path, berkas, bentuk.nama_kolom)
    tabel, salah = check_tabel(mentah, bentuk)
    if salah:
        raise KlaError(salah)
    return mentah, {
        int(str(nomor)): {str(k): v for k, v in isi.items()}
        for nomor, isi in zip(tabel.index, tabel.to_dict("records"), strict=True)
    }
