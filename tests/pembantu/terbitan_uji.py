"""A small meeting outside the project, published without a notebook: facts, a page, two sheets, a manifest."""

import io
import shutil
import zipfile
from pathlib import Path
from typing import Any

from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS
from kla_lib.publish.batch.lampiran import hash_lampiran
from kla_lib.publish.batch.rencana_terbit import RencanaTerbit, plan_terbit
from kla_lib.publish.terbitan.asal import asal_rapat
from kla_lib.publish.terbitan.manifes import INDEX, MANIFES, Lampiran, make_manifes
from kla_lib.publish.terbitan.simpan import hash_isi, publish_paket, read_paket, to_json
from kla_lib.rules.rapat import load_rapat
from tests.pembantu.fakta_uji import fakta_of
from tests.pembantu.params_uji import PARAMS

ID = "rapat-kecil"
HARI = "2023-02-10"


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
    rencana = plan_terbit(PARAMS, load_rapat(PARAMS, berkas), outputs)
    folder = rencana.folder
    for p in rencana.paket:
        isi = {"fakta.json": to_json(fakta_of(rencana.keadaan, p.id)), "ringkas.html": f"<p>{p.id}</p>".encode()}
        publish_paket(p.folder, isi, {"id": p.id, "kalimat": {"utama": "", "lanjutan": []}, "masukan": p.masukan})
    lampiran = {"keputusan.xlsx": lembar("kosong"), "bahan.xlsx": lembar("bahan"), "opd/a.html": b"<p>a</p>"}
    for tempat, isi_lampiran in {**lampiran, INDEX: b"<p>index</p>"}.items():
        (folder / tempat).parent.mkdir(exist_ok=True)
        (folder / tempat).write_bytes(isi_lampiran)
    tulis_manifes(rencana, Lampiran(hash_lampiran(lampiran), rencana.masukan_lembar))
    return folder


def tulis_manifes(rencana: RencanaTerbit, lampiran: Lampiran) -> None:
    paket: dict[str, Any] = {}
    for p in rencana.paket:
        terbit = read_paket(p.folder) or {}
        paket[p.id] = {"keadaan": "berhasil", "berkas": terbit["berkas"], "masukan": terbit["masukan"]}
    indeks = hash_isi((rencana.folder / INDEX).read_bytes())
    isi = make_manifes(asal_rapat(rencana), "", paket, lampiran, indeks, {"detik": {}})
    (rencana.folder / MANIFES).write_bytes(to_json(isi))
