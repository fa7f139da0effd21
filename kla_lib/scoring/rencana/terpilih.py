"""Tell what a choice of actions brings: to the recorded points first, and on paper."""

import numpy as np

from kla_lib.rules.kategori import Kategori
from kla_lib.scoring.rencana.kegiatan import KABUR, TERBUKA, DaftarKegiatan
from kla_lib.scoring.rencana.masalah import Masalah, Pilihan, em_kegiatan, poin_kegiatan
from kla_lib.scoring.rencana.rencana import Jangkauan, RencanaEm, Terpilih

DESIMAL = 2


def rencana_em(
    daftar: DaftarKegiatan, m: Masalah, pilih: Pilihan, sasaran: Kategori, di_kertas: bool, bisa: bool
) -> RencanaEm | None:
    """Return how the recorded points stand to a target; None once the self-evaluation is closed.

    di_kertas: whether the choice reaches it on paper.  bisa: whether some
    choice closes the distance of the recorded points.
    """
    if daftar.em is None or m.em is None:
        return None
    terbuka = np.array([k.kerja in TERBUKA for k in daftar.kegiatan], dtype=bool)
    semua = m.em.tambah(np.ones(len(terbuka), dtype=bool))
    jangkauan: Jangkauan
    if di_kertas:
        jangkauan = "tercapai"
    elif not m.em.terbuka:
        jangkauan = "kurang_dokumen"
    elif bisa:
        jangkauan = "bila_dijawab" if (terbuka & pilih).any() else "kurang_dokumen"
    else:
        kabur = sum(d.poin for d in daftar.dikecualikan if d.alasan == KABUR)
        jangkauan = "terhalang" if semua + kabur >= m.em.butuh else "tidak"
    return RencanaEm(
        jangkauan,
        daftar.em,
        round(max(sasaran.besaran - daftar.em, 0.0), DESIMAL) if m.em.terbuka else 0.0,
        round(daftar.em + m.em.tambah(~terbuka), DESIMAL),
        round(daftar.em + semua, DESIMAL),
        (int((terbuka & ~pilih).sum()), round(semua - m.em.tambah(pilih), DESIMAL)),
    )


def cadangan(daftar: DaftarKegiatan, m: Masalah, pilih: Pilihan) -> Pilihan:
    """Return the answers outside a choice that only stand by: for the EM, or without any points to expect on paper."""
    jawab = np.array([k.kerja in TERBUKA for k in daftar.kegiatan], dtype=bool)
    kosong = np.array([k.poin[1] <= 0 for k in daftar.kegiatan], dtype=bool)
    return jawab & ~pilih & (kosong | (m.em is not None and m.em.terbuka))


def terpilih_of(daftar: DaftarKegiatan, m: Masalah, pilih: Pilihan) -> tuple[Terpilih, ...]:
    """Return the actions of a choice, those first that close the distance of the recorded points, by id."""
    poin = poin_kegiatan(m, pilih)
    sedikit, banyak = (em_kegiatan(daftar, pilih, ukuran) for ukuran in ("poin_min", "poin_maks"))
    dulu = _menutup(daftar, pilih) if m.em is not None and m.em.terbuka and m.em.cukup(pilih) else set[str]()
    semua = [
        Terpilih(k, float(poin[n]), (float(sedikit[n]), float(banyak[n])), k.id in dulu)
        for n, k in enumerate(daftar.kegiatan)
        if pilih[n]
    ]
    return tuple(sorted(semua, key=lambda t: (not t.menutup_em, t.kegiatan.id)))


def _menutup(daftar: DaftarKegiatan, pilih: Pilihan) -> set[str]:
    """Return the chosen actions that add to the recorded points, and all that these need."""
    milik = {k.id: k for n, k in enumerate(daftar.kegiatan) if pilih[n]}
    dulu: set[str] = set()
    baru = {k.id for k in milik.values() if k.em[2] > 0}
    while baru:
        dulu |= baru
        baru = {b for i in baru for b in milik[i].butuh if b in milik} - dulu
    return dulu


def nilai_em(daftar: DaftarKegiatan, tercatat: float, pilih: Pilihan) -> tuple[float, float]:
    """Return the least and most recorded points with a choice, of the stage whose points are `tercatat`."""
    sedikit, banyak = (float(em_kegiatan(daftar, pilih, ukuran).sum()) for ukuran in ("poin_min", "poin_maks"))
    return round(tercatat + sedikit, DESIMAL), round(tercatat + banyak, DESIMAL)
