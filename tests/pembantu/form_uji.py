"""Forms for tests: copies of the shipped ones with one thing changed, and small ones made from nothing."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from kla_lib.letak import FOLDER_PARAMS


def salin_form(
    folder: Path,
    tahun: str = "2024",
    kepala: tuple[tuple[str, str], ...] = (),
    pertanyaan: tuple[tuple[str, str], ...] = (),
) -> str:
    """Copy a form into `folder`, replacing texts that must occur exactly once; return the path of its head."""
    asal = FOLDER_PARAMS / "instrumen"
    for nama, ganti in ((f"{tahun}.yaml", kepala), (f"{tahun}.csv", pertanyaan)):
        if not (asal / nama).is_file():
            continue
        teks = (asal / nama).read_text(encoding="utf-8")
        for lama, baru in ganti:
            assert teks.count(lama) == 1, f"{nama} holds {teks.count(lama)} times: {lama}"
            teks = teks.replace(lama, baru)
        (folder / nama).write_text(teks, encoding="utf-8")
    return str(folder / f"{tahun}.yaml")


KOLOM_TANYA = (
    "klaster indikator pertanyaan label nilai_maksimal opd lampiran matriks foto diisi_kecamatan diisi_desa terbalik"
)
TANYA = {
    "klaster": "kelembagaan",
    "indikator": "1",
    "nilai_maksimal": "1",
    "opd": "dinas_pppa",
    **dict.fromkeys(("lampiran", "matriks", "foto", "diisi_kecamatan", "diisi_desa", "terbalik"), "tidak"),
}


def write_tanya(path: Path, *baris: dict[str, str]) -> Path:
    """Write a table of questions: each row is TANYA with what it changes; the first question is row 2."""
    tambahan = [k for k in dict.fromkeys(k for b in baris for k in b) if k not in KOLOM_TANYA.split()]
    kolom = [*KOLOM_TANYA.split(), *tambahan]
    with path.open("w", encoding="utf-8", newline="") as f:
        penulis = csv.DictWriter(f, kolom, lineterminator="\n")
        penulis.writeheader()
        for n, b in enumerate(baris, start=1):
            penulis.writerow({"pertanyaan": str(n), "label": f"Pertanyaan {n}"} | TANYA | b)
    return path


def write_form(folder: Path, maksimal: dict[str, dict[str, float]], *baris: dict[str, str], **kepala: Any) -> Path:
    """Write uji.yaml and uji.csv and return the head.

    maksimal: klaster → indikator → its maximum.  kepala: further or other keys of the head;
    `nilai_maksimal` of the form and `maksimal_<klaster>` are else the sums.
    """
    write_tanya(folder / "uji.csv", *baris)
    jumlah = {k: kepala.pop(f"maksimal_{k}", sum(i.values())) for k, i in maksimal.items()}
    isi: dict[str, Any] = {
        "instrumen": "uji",
        "judul": "Form uji",
        "berlaku": date(2024, 1, 1),
        "nilai_maksimal": sum(jumlah.values()),
        "sumber": {"dokumen": "anggapan_kla_lib", "letak": "uji"},
        "tabel_pertanyaan": "uji.csv",
        "klaster": [
            {
                "id": k,
                **dict.fromkeys(("nama", "nama_pendek", "topik"), k),
                "nilai_maksimal": jumlah[k],
                "indikator": [{"kode": c, "nilai_maksimal": m, "nama_pendek": c, "nama": c} for c, m in i.items()],
            }
            for k, i in maksimal.items()
        ],
    } | kepala
    with (folder / "uji.yaml").open("w", encoding="utf-8") as f:
        YAML().dump(isi, f)
    return folder / "uji.yaml"
