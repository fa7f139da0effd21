"""Tell in words what has changed since a meeting was made.

Whether anything has changed, the keys of publish.terbitan.masukan say; here stand the
names of what they cover, so that a reader knows where to look.
"""

from collections.abc import Iterator
from typing import Any

from kla_lib.bahasa import _
from kla_lib.letak import FOLDER_NOTEBOOKS
from kla_lib.publish.batch.rencana_terbit import RencanaTerbit
from kla_lib.publish.halaman.semua_rapat import tentang_rapat
from kla_lib.publish.terbitan.manifes import hash_kunci, versi_pustaka
from kla_lib.publish.terbitan.masukan import MILIK_RAPAT, berkas_aturan
from kla_lib.publish.terbitan.simpan import hash_isi, to_json

ATURAN = "params"
"""Under which name the rules stand in a manifest, whatever their folders are called."""


def asal_rapat(r: RencanaTerbit) -> dict[str, Any]:
    """Return what a meeting is made from, as its manifest keeps it.

    masukan: hash of each subject of the keys.  The others name the files, the
    data and the versions behind them.
    """
    rapat = r.keadaan.rapat
    aturan = {n: p for n, p in berkas_aturan(r.keadaan).items() if p.suffix in (".yaml", ".csv")}
    return {
        "rapat": {"id": rapat.id, "hash": hash_isi(rapat.path.read_bytes()), **tentang_rapat(r.keadaan)},
        "hash_data": r.keadaan.buku.sidik_bagi(r.keadaan.untuk),
        "aturan": {f"{ATURAN}/{nama}": hash_isi(p.read_bytes()) for nama, p in aturan.items()},
        "notebook": {p.name: hash_isi(p.read_bytes()) for p in sorted(FOLDER_NOTEBOOKS.glob("*.ipynb"))},
        "kunci": hash_kunci(),
        "versi": versi_pustaka(),
        "masukan": {subjek: hash_isi(to_json(isi)) for subjek, isi in r.masukan.items()},
    }


def beda_asal(manifes: dict[str, Any], r: RencanaTerbit) -> tuple[str, ...]:
    """Return in words what differs between a manifest and what a run would use now; empty where every key is the same.

    Packs that the manifest does not name are not looked at.
    """
    paket = _kamus(manifes.get("paket"))
    lama = [p.id for p in r.paket if p.id in paket and _kamus(paket[p.id]).get("masukan") != p.masukan]
    if not lama and manifes.get("masukan_lampiran") == r.masukan_lembar:
        return ()
    kini = asal_rapat(r)
    beda = list(_subjek(manifes, kini, r.keadaan.rapat.sebelumnya))
    notebook = _berbeda(manifes, kini, "notebook") if lama else []
    if notebook:
        beda.append(_sebut(_("notebook"), notebook))
    if not beda:  # the last run did not make everything, or has failed
        beda.append(_sebut(_("paket yang belum dibuat ulang"), lama) if lama else _("lembar yang belum dibuat ulang"))
    return tuple(beda)


def _subjek(manifes: dict[str, Any], kini: dict[str, Any], sebelumnya: str | None) -> Iterator[str]:
    """Yield each subject of the keys that has changed, with names where the manifest keeps some."""
    dulu = _kamus(manifes.get("masukan"))
    beda = {s for s, sidik in kini["masukan"].items() if dulu.get(s) != sidik}
    if "rapat" in beda:
        sendiri = _kamus(manifes.get("rapat")).get("hash") != kini["rapat"]["hash"]
        yield _("berkas rapat") if sendiri else _("berkas rapat sebelumnya ({rapat})").format(rapat=sebelumnya)
    if "data" in beda:
        yield _("buku data")
    if "skenario" in beda:
        yield _("skenario")
    if "aturan" in beda:
        milik = tuple(f"{ATURAN}/{folder}/" for folder in MILIK_RAPAT)  # an older manifest names them
        yield _sebut(_("aturan"), [n for n in _berbeda(manifes, kini, "aturan") if not n.startswith(milik)])
    if "fakta_sebelumnya" in beda:
        yield _("fakta rapat sebelumnya ({rapat})").format(rapat=sebelumnya or "–")
    if "perkiraan_sebelumnya" in beda:
        yield _("perkiraan yang diterbitkan sebelumnya")
    if "kode" in beda:
        yield _("program kla_lib")
    if beda & {"versi", "kunci"}:
        yield _sebut(_("versi pustaka"), _berbeda(manifes, kini, "versi") or ["requirements.lock"])
    if "bahasa" in beda:
        yield _("bahasa")


def _sebut(apa: str, daftar: list[str]) -> str:
    return f"{apa} ({', '.join(daftar)})" if daftar else apa


def _berbeda(manifes: dict[str, Any], kini: dict[str, Any], bagian: str) -> list[str]:
    """Return the names in a part of the manifest whose hash is another one, is new or is gone, sorted."""
    dulu, baru = _kamus(manifes.get(bagian)), kini[bagian]
    return sorted(nama for nama in dulu.keys() | baru.keys() if dulu.get(nama) != baru.get(nama))


def _kamus(isi: Any) -> dict[str, Any]:
    return isi if isinstance(isi, dict) else {}
