"""A book in which two offices have answered a question differently."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan_buku
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS

SUARA = (("dinas_kesehatan", 2.5), ("disdukcapil", 1.0))
KEPALA = ["lembar", "kunci", "kolom", "opd", "isi", "pasti", "berkas", "sel"]


def muat(folder: Path, nilai: float | None = None, suara: Iterable[tuple[str, float]] = SUARA, **ganti: Any) -> Keadaan:
    """Load a book in which two offices have answered 12/1 differently (suara); nilai: what somebody decided since."""
    r1 = {"id_kegiatan": "R1", "klaster": "klaster_3", "kegiatan": "Lain", "opd": "bpbd", "status": "belum"}
    kegiatan = tabel("RAD", r1 | {"pilar": "pemerintah"})
    isi = isi_buku(["em", "klaster_3", "12", "1", nilai], ["em", "klaster_3", "12", "2", 2], RAD=kegiatan)
    path = write_folder(isi, folder / "buku")
    baris = [
        ({"lembar": "Penilaian", "kunci": "em | klaster_3 | 12 | 1", "kolom": "nilai", "opd": opd, "isi": n}
         | {"pasti": "ya", "berkas": f"{opd}-{i}.xlsx", "sel": "Penilaian, sel H5"} | ganti)
        for i, (opd, n) in enumerate(suara, 1)
    ]  # fmt: skip
    teks = "\n".join([",".join(KEPALA), *(",".join(f'"{b[k]}"' for k in KEPALA) for b in baris)])
    (path / "_bentrok.csv").write_text(teks + "\n", encoding="utf-8")
    return load_keadaan_buku(PARAMS, path)
