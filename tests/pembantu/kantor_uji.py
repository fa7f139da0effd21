"""Small books about one city's offices for tests, seen from a meeting with or without dates."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan_buku
from kla_lib.scoring.pekerjaan.pekerjaan import PekerjaanKantor
from tests.pembantu.buku_uji import tabel, teks_sel
from tests.pembantu.kerja_uji import tulis_buku
from tests.pembantu.params_uji import PARAMS

RAPAT = date(2025, 2, 10)
AKHIR = date(2025, 3, 31)


def janji(id_keputusan: str, **lain: Any) -> dict[str, Any]:
    """Return a decision of an earlier meeting for Disdukcapil."""
    dasar = {"rapat": "rapat-0", "keputusan": f"Keputusan {id_keputusan}", "opd": "disdukcapil", "status": "belum"}
    return {"id_keputusan": id_keputusan} | dasar | lain


def muat_kantor(
    folder: Path,
    *penilaian: Sequence[Any],
    tindak_lanjut: Sequence[dict[str, Any]] | None = None,
    akhir: date | None = AKHIR,
    tanggal: date = RAPAT,
    **lain: Any,
) -> Keadaan:
    """Return a meeting over a small book; akhir: the last day of its stage."""
    buku = tulis_buku(folder, *penilaian, **lain)
    if tindak_lanjut is not None:
        with (buku / "tindak_lanjut.csv").open("w", encoding="utf-8", newline="") as f:
            csv.writer(f).writerows([[teks_sel(s) for s in b] for b in tabel("Tindak lanjut", *tindak_lanjut)])
    keadaan = load_keadaan_buku(PARAMS, buku)
    tahapan = {} if akhir is None else {keadaan.rapat.tahap: (date(2025, 1, 1), akhir)}
    return replace(keadaan, rapat=keadaan.rapat.model_copy(update={"tahapan": tahapan, "tanggal": tanggal}))


def kebutuhan(keadaan: Keadaan) -> dict[str, PekerjaanKantor]:
    """Return what is needed by office."""
    return {peran: k for peran, k in keadaan.pekerjaan.items() if peran}
