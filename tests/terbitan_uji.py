"""A small meeting outside the project, published without a notebook: facts, a page, two sheets, a manifest."""

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS
from kla_lib.publish.asal import asal_rapat
from kla_lib.publish.manifes import INDEX, MANIFES, make_manifes
from kla_lib.publish.simpan import hash_isi, publish_paket, read_paket, to_json
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.views.konteks import load_konteks
from tests.fakta_uji import fakta_of

ID = "rapat-kecil"
HARI = "2023-02-10"
PAKET = ("klaster_1", "klaster_2", "ringkasan")


def salin_rapat(folder: Path, id_rapat: str = ID, hari: str = HARI) -> Path:
    """Write a meeting file with a book of its own, and return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(FOLDER_CONTOH / "sumbawa-2022", folder / f"buku-{id_rapat}")
    teks = (FOLDER_PARAMS / "rapat" / "sumbawa-2022.yaml").read_text(encoding="utf-8")
    teks = teks.replace("id: sumbawa-2022", f"id: {id_rapat}").replace("contoh:sumbawa-2022", f"buku-{id_rapat}")
    (folder / f"{id_rapat}.yaml").write_text(teks.replace("tanggal: 2023-02-10", f"tanggal: {hari}"), encoding="utf-8")
    return folder / f"{id_rapat}.yaml"


def lembar(isi: str) -> bytes:
    """Return what a workbook is at least: a ZIP."""
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        z.writestr("isi.xml", isi)
    return wadah.getvalue()


def terbitkan(berkas: Path, outputs: Path) -> Path:
    """Publish the meeting as a run would, with true facts and made-up pages; return its folder."""
    rapat = load_rapat(berkas)
    folder, konteks = outputs / rapat.id, load_konteks(rapat)
    for p in PAKET:
        isi = {"fakta.json": to_json(fakta_of(konteks, p)), "ringkas.html": f"<p>{p}</p>".encode()}
        publish_paket(folder / p, isi, {"id": p, "kalimat": {"utama": p, "lanjutan": []}})
    lampiran = {"keputusan.xlsx": lembar("kosong"), "bahan.xlsx": lembar("bahan"), "opd/a.html": b"<p>a</p>"}
    for tempat, isi_lampiran in {**lampiran, INDEX: b"<p>index</p>"}.items():
        (folder / tempat).parent.mkdir(exist_ok=True)
        (folder / tempat).write_bytes(isi_lampiran)
    tulis_manifes(rapat, konteks.buku.hash, outputs, {t: hash_isi(b) for t, b in lampiran.items()})
    return folder


def tulis_manifes(rapat: Rapat, hash_data: str, outputs: Path, lampiran: dict[str, str]) -> None:
    folder = outputs / rapat.id
    paket: dict[str, Any] = {
        p: {"keadaan": "berhasil", "berkas": (read_paket(folder / p) or {})["berkas"]} for p in PAKET
    }
    indeks = hash_isi((folder / INDEX).read_bytes())
    isi = make_manifes(asal_rapat(rapat, hash_data, outputs), "", paket, lampiran, indeks, {"detik": {}})
    (folder / MANIFES).write_bytes(to_json(isi))
