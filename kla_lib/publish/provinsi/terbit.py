"""Put the view over a province in place: for the public at its folder's top, for insiders in a folder of its own."""

from dataclasses import dataclass
from pathlib import Path

from kla_lib.berkas import write_whole
from kla_lib.data.terbit.fakta import folder_terbit
from kla_lib.gembok import lock_folder
from kla_lib.keadaan.provinsi import KeadaanProvinsi
from kla_lib.publish.batch.lampiran import hash_lampiran, publish_lampiran
from kla_lib.publish.provinsi.halaman import INDEX, page_provinsi
from kla_lib.publish.provinsi.periksa import berkas_periksa
from kla_lib.publish.terbitan.simpan import to_json
from kla_lib.rules.privasi import INTERNAL
from kla_lib.rules.rapat import FOLDER_PROVINSI
from kla_lib.tempat import is_tempat, read_json

CATATAN = "provinsi.json"
"""What the last run wrote, by place and hash: so what is not made any more goes, and a sheet that somebody has filled
is known."""


@dataclass(frozen=True)
class TerbitanProvinsi:
    """Where the pages are, by for whom; tersisih: where sheets went that somebody has filled in."""

    index: dict[str, Path]
    tersisih: tuple[str, ...]


def publish_provinsi(k: KeadaanProvinsi, outputs: Path) -> TerbitanProvinsi:
    """Write the pages and tables of a province under a folder of outputs."""
    index, tersisih = dict[str, Path](), list[str]()
    for untuk in k.provinsi.untuk:
        folder = outputs / FOLDER_PROVINSI / folder_terbit(k.provinsi.id, untuk)
        berkas = {INDEX: page_provinsi(k, untuk)}
        if untuk == INTERNAL:
            berkas |= berkas_periksa(k)
        with lock_folder(folder):
            tersisih += publish_lampiran(folder, berkas, _lama(folder))
            write_whole(folder / CATATAN, to_json({"berkas": hash_lampiran(berkas)}))
        index[untuk] = folder / INDEX
    return TerbitanProvinsi(index, tuple(tersisih))


def _lama(folder: Path) -> set[tuple[str, str]]:
    isi = read_json(folder / CATATAN)
    berkas = isi.get("berkas") if isinstance(isi, dict) else None
    return {(t, str(s)) for t, s in berkas.items() if is_tempat(t)} if isinstance(berkas, dict) else set()
