"""Name what a plan means for children: the measured outcomes of its actions' indikator."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kla_lib.data.buku import Buku
from kla_lib.data.terpilah import baris_umum
from kla_lib.rules.jalur import AnggapanJalur
from kla_lib.scoring.rencana.kegiatan import Kegiatan
from kla_lib.scoring.rencana.kegiatan_rad import SELESAI

HANYA_DOKUMEN = ("dokumen_ada", "belum_diunggah")
"""Kinds of gap in which the work is done already: closing them changes papers, not what children meet."""


@dataclass(frozen=True)
class Dampak:
    """One measured outcome of an indikator that a plan touches, at its newest value.

    kegiatan: ids of the plan's actions at that indikator.  mengubah: those of
    them that are more than paper, so that they may change it; none for a
    measure without a direction.
    """

    indikator: str
    ukuran: str
    tahun: int
    nilai: float
    satuan: str
    arah: str
    jenis_sumber: str
    kegiatan: tuple[str, ...]
    mengubah: tuple[str, ...]


def dampak_rencana(buku: Buku, terpilih: Sequence[Kegiatan], anggapan: AnggapanJalur) -> tuple[Dampak, ...]:
    """Return the outcomes of the whole city that belong to the indikator of these actions.

    A measure is taken per kind of source: a survey and a routine count are
    never mixed.  Without the table of outcomes nothing is known, and nothing
    is returned.
    """
    milik: dict[str, list[Kegiatan]] = {}
    for k in terpilih:
        for indikator in dict.fromkeys(i for _klaster, i, _pertanyaan in k.kode if i is not None):
            milik.setdefault(indikator, []).append(k)
    return tuple(_dampak(r, milik[r.indikator], anggapan) for r in _ukuran(buku) if r.indikator in milik)


def pengubah_lain(buku: Buku, terpilih: Sequence[Kegiatan], anggapan: AnggapanJalur) -> tuple[str, ...]:
    """Return the actions of the RAD outside a plan that may change a measured outcome, whatever their points.

    They may belong to the next cycle: worth doing for children, without points in this one.
    """
    if buku.rad is None:
        return ()
    berarah = {r.indikator for r in _ukuran(buku) if r.arah != "netral"}
    ada = {k.id for k in terpilih}
    return tuple(
        r.id_kegiatan
        for r in buku.rad.itertuples()
        if r.id_kegiatan not in ada
        and r.status != SELESAI
        and r.indikator in berarah
        and _lebih_dari_dokumen(r.jenis_celah, r.kegiatan, anggapan)
        and not anggapan.tidak_disarankan.search(r.kegiatan)
    )


def mengubah_keadaan(k: Kegiatan, anggapan: AnggapanJalur) -> bool:
    """Whether an action is work of the RAD that is more than finding, writing, completing or uploading papers."""
    return k.sumber == "rad" and _lebih_dari_dokumen(k.jenis_celah, k.teks, anggapan)


def _lebih_dari_dokumen(jenis_celah: str | None, uraian: str, anggapan: AnggapanJalur) -> bool:
    return jenis_celah not in HANYA_DOKUMEN and not anggapan.pekerjaan_dokumen.match(uraian.strip())


def _ukuran(buku: Buku) -> list[Any]:
    """Return the newest value of each measure of the whole city, in the order of the book."""
    if buku.capaian is None:
        return []
    c = baris_umum(buku.capaian)
    c = c[c["indikator"].notna() & (c["wilayah"] == buku.keterangan.daerah) & c["nilai"].notna()]
    c = c.sort_values("tahun", kind="stable").drop_duplicates(["indikator", "ukuran", "jenis_sumber"], keep="last")
    return list(c.sort_index().itertuples(index=False))


def _dampak(r: Any, kegiatan: list[Kegiatan], anggapan: AnggapanJalur) -> Dampak:
    nyata = [k.id for k in kegiatan if mengubah_keadaan(k, anggapan)] if r.arah != "netral" else []
    return Dampak(
        r.indikator,
        r.ukuran,
        int(r.tahun),
        float(r.nilai),
        r.satuan,
        r.arah,
        r.jenis_sumber,
        tuple(k.id for k in kegiatan),
        tuple(nyata),
    )
