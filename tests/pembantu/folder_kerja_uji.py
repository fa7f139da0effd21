"""Work folders for tests: one written by hand, with a meeting over a shipped book."""

from pathlib import Path

from kla_lib.letak import FOLDER_CONTOH

RAPAT_KERJA = """\
id: {id}
daerah: kota-contoh
tanggal: 2025-03-18
instrumen: "2024"
tahap: em
sasaran: nindya
buku_data: {buku}
sebelumnya: {sebelumnya}
tahapan: {{em: [2025-02-03, 2025-03-31]}}
"""


def tulis_rapat_kerja(folder: Path, id_rapat: str, buku: str = "contoh:kota-contoh", sebelumnya: str = "null") -> Path:
    """Write a meeting of the made-up city into a work folder."""
    path = folder / "rapat" / f"{id_rapat}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(RAPAT_KERJA.format(id=id_rapat, buku=buku, sebelumnya=sebelumnya), encoding="utf-8")
    return path


def tulis_kerja(folder: Path, rapat: str = "musrenbang", buku: str = "contoh:kota-contoh") -> Path:
    """Write a work folder with one meeting, the current one."""
    tulis_rapat_kerja(folder, rapat, buku)
    (folder / "kla.yaml").write_text(f"daerah: kota-contoh\ntahun: 2024\nrapat: {rapat}\n", encoding="utf-8")
    return folder


def salin_buku(ke: Path, nama: str = "kota-contoh") -> Path:
    """Copy a shipped book to where it may be changed."""
    ke.mkdir(parents=True)
    for p in (FOLDER_CONTOH / nama).glob("*.csv"):
        (ke / p.name).write_bytes(p.read_bytes())
    return ke
