"""Tell by one hash whether anything has changed that a pack, or a sheet beside the packs, is made of.

What has the same inputs has the same bytes, so it need not be made again.
The hash errs on the side of making: it covers whole files, used or not.
"""

from collections.abc import Iterable
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from kla_lib.bahasa import bahasa
from kla_lib.data.skenario import data_lain
from kla_lib.data.terbit.fakta import FAKTA_JSON, SEMUA_PAKET, folder_terbit
from kla_lib.data.terbit.paket import hash_berkas as hash_berkas_terbit
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.letak import FOLDER_PROYEK
from kla_lib.publish.batch.paket import PesananPaket
from kla_lib.publish.batch.templat import path_notebook
from kla_lib.publish.terbitan.manifes import hash_kunci, versi_pustaka
from kla_lib.publish.terbitan.simpan import hash_isi, read_paket, to_json
from kla_lib.rules.params import DAERAH, RAPAT, SKENARIO
from kla_lib.rules.privasi import PUBLIK, UNTUK
from kla_lib.rules.skenario import Skenario
from kla_lib.views.perkiraan.ketepatan import catatan_sebelum

TANPA = ("__pycache__", "contoh")
"""Folders of the package that make no page: compiled code, and example books, whose data have a hash of their own."""
MILIK_RAPAT = (RAPAT, SKENARIO)
"""Folders of params of which a meeting uses only its own files."""


def masukan_rapat(keadaan: Keadaan, outputs: Path) -> dict[str, Any]:
    """Return the hashes of all that everything of a meeting is made of, by subject.

    These are its file and that of the meeting before, with the facts which
    that has published; the book, the scenario, the rules, the forecasts
    published earlier; the code, the libraries, the language.
    """
    rapat = keadaan.rapat
    untuk = UNTUK if keadaan.internal else (PUBLIK,)  # what is internal leaves no trace in public outputs
    sebelum = [
        f / f"{rapat.sebelumnya}.yaml" for f in (rapat.path.parent, *keadaan.params.tempat(RAPAT)) if rapat.sebelumnya
    ]
    return {
        "rapat": hash_berkas([rapat.path, *sebelum], Path()),
        "data": keadaan.buku.sidik,
        "skenario": _skenario(keadaan),
        "aturan": _hash_bernama(berkas_aturan(keadaan).items()),
        "fakta_sebelumnya": [_fakta_terbit(outputs / folder_terbit(rapat.sebelumnya, u)) for u in untuk]
        if rapat.sebelumnya
        else None,
        "perkiraan_sebelumnya": [c.model_dump_json() for c in catatan_sebelum(keadaan, outputs)],
        "kode": _hash_kode(FOLDER_PROYEK / "kla_lib"),
        "kunci": hash_kunci(),
        "versi": versi_pustaka(),
        "bahasa": bahasa(),
    }


def berkas_aturan(keadaan: Keadaan) -> dict[str, Path]:
    """Return the files of rules that a meeting may use, by place: all, and of the cities' files only its own."""
    sendiri = f"{DAERAH}/{keadaan.daerah.id}.yaml"
    return {
        n: p
        for n, p in keadaan.params.berkas().items()
        if n == sendiri or n.split("/")[0] not in (*MILIK_RAPAT, DAERAH)
    }


def _skenario(keadaan: Keadaan) -> Any:
    """Return what of a scenario shapes the pages: its words, and whether it was made on other data."""
    s = keadaan.skenario
    if not isinstance(s, Skenario):
        return None if s is None else s.model_dump_json()
    return [s.model_dump_json(exclude={"hash_data"}), data_lain(s, keadaan.buku)]


def sidik_paket(p: PesananPaket, umum: dict[str, Any]) -> str:
    """Return the hash over all inputs of one pack; where it lies is none of them."""
    permintaan = {k: v for k, v in asdict(p).items() if k not in ("folder", "folder_rapat", "masukan")}
    notebook = hash_isi(path_notebook(p.notebook).read_bytes())
    return hash_isi(to_json({"umum": umum, "notebook": notebook, "permintaan": permintaan}))


def sidik_lembar(umum: dict[str, Any]) -> str:
    """Return the hash over all inputs of the pages and sheets beside the packs."""
    return hash_isi(to_json(umum))


def hash_berkas(berkas: Iterable[Path], akar: Path) -> str:
    """Return one hash over the names (below `akar`, or bare) and contents of those files that exist."""
    return _hash_bernama(
        (p.relative_to(akar).as_posix() if p.is_relative_to(akar) else p.name, p) for p in berkas if p.is_file()
    )


def _hash_bernama(berkas: Iterable[tuple[str, Path]]) -> str:
    return hash_isi(to_json([(nama, hash_isi(p.read_bytes())) for nama, p in berkas]))


def _fakta_terbit(folder: Path) -> list[tuple[str, str | None, str | None]]:
    """Return per pack of the meeting before the hash of its facts, and the one that its paket.json tells."""
    hasil = []
    for paket in SEMUA_PAKET:
        fakta = folder / paket / FAKTA_JSON
        terbit = read_paket(folder / paket)
        hasil.append((paket, hash_berkas_terbit(fakta), terbit["berkas"].get(FAKTA_JSON) if terbit else None))
    return hasil


@cache
def _hash_kode(akar: Path) -> str:
    """Return the hash of the package as this process has loaded it: it cannot change while it runs."""
    semua = sorted(p for p in akar.rglob("*") if p.is_file() and not set(p.relative_to(akar).parts) & set(TANPA))
    return hash_berkas(semua, akar)
