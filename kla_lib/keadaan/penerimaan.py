"""Find what the documents of a meeting's city were like when its marks were verified, and what was accepted of them."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from kla_lib.data.terbit.fakta import read_fakta_terbit
from kla_lib.data.terbit.keluaran import folder_keluaran
from kla_lib.errors import KlaError
from kla_lib.keadaan.fakta_bentuk import status_of
from kla_lib.rules.form.kode import kode_pertanyaan, kolom_kode
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.scoring.nilai.hasil import score
from kla_lib.scoring.perkiraan.penerimaan import Penerimaan, penerimaan
from kla_lib.scoring.perkiraan.susunan import keadaan_of

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan

EM, VA = "em", "va"


def penerimaan_rapat(keadaan: "Keadaan", keluaran: Path | None = None) -> tuple[str, tuple[Penerimaan, ...]]:
    """Return the meeting that tells the states of documents, and what was accepted in each; nothing where unknown.

    It needs marks of both stages in the book, and a meeting that was
    published before the administrative check began: the statuses of today
    may have changed since.
    """
    b = keadaan.buku
    if b.penilaian is None or not {EM, VA} <= set(b.tahap_tersedia()):
        return "", ()
    for rapat in _sebelum_va(keadaan):
        status = _status_terbit(rapat.id, keluaran or folder_keluaran())
        if status:
            milik = {kode_pertanyaan(*k): d for k, d in keadaan.penentu.items()}
            # A document that was not recorded then says nothing of its questions.
            dikenal = {k: [status.get(str(x.id_dokumen)) for x in d] for k, d in milik.items()}
            letak = {k: keadaan_of(s for s in d if s) for k, d in dikenal.items() if None not in d}
            return rapat.id, penerimaan(_nilai(keadaan, EM), _nilai(keadaan, VA), letak)
    return "", ()


def _nilai(keadaan: "Keadaan", tahap: str) -> dict[str, float]:
    b = keadaan.buku
    if b.penilaian is None:
        return {}
    p = score(b.penilaian, tahap, b.instrumen, keadaan.kategori).pertanyaan
    ada = p[p["nilai"].notna()]
    return {k: float(n) for k, n in zip(kolom_kode(ada), ada["nilai"], strict=True)}


def _sebelum_va(keadaan: "Keadaan") -> Iterator[Rapat]:
    """Yield the earlier meetings of the city that were held before the check began, the latest first."""
    mulai = keadaan.rapat.tahapan[VA][0] if VA in keadaan.rapat.tahapan else None
    rapat, dilihat = keadaan.rapat, {keadaan.rapat.id}
    while mulai is not None and rapat.sebelumnya is not None and rapat.sebelumnya not in dilihat:
        dilihat.add(rapat.sebelumnya)
        try:
            rapat = load_rapat(keadaan.params, rapat.sebelumnya)
        except KlaError:
            return
        if rapat.daerah == keadaan.rapat.daerah and rapat.tanggal < mulai:
            yield rapat


def _status_terbit(rapat: str, keluaran: Path) -> dict[str, str]:
    """Return the statuses of documents as a meeting published them."""
    status: dict[str, str] = {}
    for isi in read_fakta_terbit(keluaran, rapat).paket.values():
        for f in isi:
            s = status_of("status_dokumen", f["nilai"]) if f["satuan"] == "status_dokumen" else None
            if s is not None:
                status[str(f["kode"])] = s
    return status
