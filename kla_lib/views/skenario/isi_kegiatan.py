"""Work out the rows of the RAD's actions: those that can be tried, and those that no plan may use."""

from dataclasses import dataclass
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.data.skenario import check_isi
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.jalur_kalimat import sebut_alasan
from kla_lib.scoring.kegiatan import Anggapan, Dikecualikan, Kegiatan
from kla_lib.scoring.kegiatan_rad import kegiatan_rad
from kla_lib.scoring.ubah_skenario import kerjakan_kegiatan, sudah_dikerjakan
from kla_lib.views.konteks import Konteks
from kla_lib.views.skenario.saring import Butir


@dataclass(frozen=True)
class DaftarRad:
    """The actions by id; `luar` are those that cannot be tried, with the reason in words."""

    butir: tuple[Butir, ...]
    kegiatan: dict[str, Kegiatan]
    luar: dict[str, str]


def daftar_rad(resmi: Konteks) -> DaftarRad | None:
    """Return the actions that are not done yet, or None where the book has no RAD.

    Raises KlaError for actions that name nothing or wait for each other.
    """
    rad, hasil = resmi.buku.rad, resmi.hasil
    if rad is None or hasil is None:
        return None
    tahun = resmi.buku.keterangan.tahun_evaluasi
    pakai, luar = kegiatan_rad(resmi.buku, Anggapan(load_kerja(tahun), load_jalur(tahun)), resmi.rapat.tenggat)
    alasan = {d.id: sebut_alasan(d) for d in luar}
    bisa = {}
    for k in pakai:
        if k.id in alasan:
            continue
        coba = kerjakan_kegiatan(resmi.buku, hasil, IsiSkenario(), k)
        if coba.kosong:
            alasan[k.id] = _("tidak menambah poin dan tidak melengkapi dokumen")
        elif check_isi(coba, resmi.buku, resmi.rapat.tahap, ""):
            alasan[k.id] = _("poinnya dicatat di tingkat lain daripada kegiatannya")
        else:
            bisa[k.id] = k
    klaster = dict(zip(rad["id_kegiatan"], rad["klaster"], strict=True))
    semua: dict[str, Kegiatan | Dikecualikan] = {**{d.id: d for d in luar}, **{k.id: k for k in pakai}}
    urut = sorted(semua, key=lambda i: i in alasan)  # those that can be tried first
    butir = tuple(Butir(i, (klaster[i],), f"{i} {semua[i].uraian}", _kantor(resmi, semua[i])) for i in urut)
    return DaftarRad(butir, bisa, alasan)


def baris_kegiatan(butir: Butir, daftar: DaftarRad, konteks: Konteks) -> dict[str, Any]:
    """Return the row of an action: a tick, or why there can be none."""
    resmi = konteks.resmi or konteks
    k = daftar.kegiatan.get(butir.kode)
    isi = konteks.skenario or IsiSkenario()
    ya = k is not None and resmi.hasil is not None and sudah_dikerjakan(resmi.buku, resmi.hasil, isi, k)
    rinci = (
        _("Tidak bisa dipilih: {alasan}.").format(alasan=daftar.luar[butir.kode])
        if k is None
        else _("{kantor} · kira-kira {poin} poin").format(kantor=butir.rinci, poin=format_angka(k.poin[1]))
    )
    return {
        "kode": butir.kode,
        "jenis": "centang",
        "judul": butir.judul,
        "rinci": rinci,
        "label": _("Kegiatan {id} dikerjakan").format(id=butir.kode),
        "nilai": ya,
        "berubah": ya,
        "mati": k is None,
    }


def _kantor(resmi: Konteks, k: Kegiatan | Dikecualikan) -> str:
    return resmi.daerah.nama_opd(k.opd)
