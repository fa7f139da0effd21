"""Show earlier forecasts beside what came out, misses included."""

from pathlib import Path
from typing import Any

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.data.catatan_perkiraan import CatatanPerkiraan, read_catatan
from kla_lib.data.terbit.keluaran import folder_keluaran, path_catatan
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.tahap import sebut_tahap, sebut_tahap_pendek
from kla_lib.scoring.perkiraan.ketepatan import Ketepatan, Rapor, hasil_per_tahap, rapor
from kla_lib.scoring.perkiraan.perkiraan import METODE
from kla_lib.views.perkiraan.perkiraan import sebut_kisaran
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.sebutan import poin
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, paragraf, tabel, tumpuk


def tabel_ketepatan(keadaan: Keadaan) -> Tampilan:
    """Return every forecast published before this meeting against its outcome; nothing where there is none."""
    catatan = catatan_sebelum(keadaan)
    if not catatan:
        return Tampilan("", "")
    hasil = hasil_per_tahap(keadaan.buku, keadaan.kategori)
    r = rapor(catatan, keadaan.buku.keterangan.tahun_evaluasi, hasil, keadaan.kategori)
    kolom = [
        Kolom("tanggal", _("Tanggal")),
        Kolom("dari", _("Dari")),
        Kolom("rentang", _("Perkiraan, 9 dari 10 kemungkinan"), angka=True),
        Kolom("hasil", _("Hasil"), angka=True),
        Kolom("tepat", _("Ketepatan")),
    ]
    tepat = iter(r.daftar)
    baris = [_baris(keadaan, next(tepat) if c.tahap in hasil else c) for c in catatan]
    t = tabel(_("Perkiraan kami sebelumnya dan hasilnya"), kolom, baris, "")
    return tumpuk(t, paragraf(*kalimat_rapor(r)))


def kalimat_rapor(rapor: Rapor) -> list[str]:
    """Return how often the outcome fell within the range, how far off we were, and what is still waited for."""
    n, kalimat = len(rapor.daftar), []
    if n:
        kalimat.append(
            _("{tercakup} dari {n} hasil jatuh di dalam rentang perkiraan; yang kami harapkan 9 dari 10.").format(
                tercakup=rapor.tercakup, n=n
            )
        )
        kalimat.append(
            _(
                "Jarak rata-rata perkiraan ke hasil {crps} (CRPS, makin kecil makin baik); "
                "nilai tengahnya saja berjarak {tetap}."
            ).format(crps=poin(round(rapor.crps, 1)), tetap=poin(round(rapor.crps_tetap, 1)))
        )
    if rapor.menunggu:
        kalimat.append(_("{n} perkiraan masih menunggu hasil.").format(n=rapor.menunggu))
    return kalimat


def _baris(keadaan: Keadaan, isi: Ketepatan | CatatanPerkiraan) -> dict[str, Any]:
    if isinstance(isi, CatatanPerkiraan):
        return {
            **_kepala(isi),
            "rentang": sebut_kisaran(isi.kuantil[0], isi.kuantil[-1]),
            "hasil": "–",
            "tepat": _("{hasil} belum ada").format(hasil=sebut_tahap(isi.tahap)),
        }
    return {
        **_kepala(isi),
        "rentang": sebut_kisaran(isi.p05, isi.p95),
        "hasil": format_angka(isi.hasil),
        "tepat": _("{letak}; kategori yang terjadi ({kategori}) kami beri peluang {peluang}").format(
            letak=_letak(isi), kategori=keadaan.kategori.nama(isi.kategori), peluang=sebut_peluang(isi.peluang)
        ),
    }


def _kepala(isi: Ketepatan | CatatanPerkiraan) -> dict[str, Any]:
    dari = sebut_tahap_pendek(isi.dari)
    if isi.metode != METODE:
        dari = _("{tahap} (model sebelumnya)").format(tahap=dari)
    return {"tanggal": format_tanggal(isi.tanggal), "dari": dari}


def _letak(k: Ketepatan) -> str:
    if k.tercakup:
        return _("di dalam rentang")
    if k.hasil < k.p05:
        return _("meleset: {poin} di bawah rentang").format(poin=poin(k.p05 - k.hasil))
    return _("meleset: {poin} di atas rentang").format(poin=poin(k.hasil - k.p95))


def catatan_sebelum(keadaan: Keadaan, keluaran: Path | None = None) -> tuple[CatatanPerkiraan, ...]:
    """Return the forecasts for the same evaluated year that were published before the day of the meeting.

    keluaran: the folder of outputs, where it is not that of this process.
    What this meeting itself publishes is not among them, so that a page does
    not change when it is made again.  Raises KlaError for a faulty ledger.
    """
    tahun, hari = keadaan.buku.keterangan.tahun_evaluasi, keadaan.rapat.tanggal
    catatan = read_catatan(path_catatan(keluaran or folder_keluaran(), keadaan.daerah.id))
    return tuple(c for c in catatan if c.tahun_evaluasi == tahun and c.tanggal < hari)
