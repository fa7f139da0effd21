"""Say what a plan rests on: what counts, dates, assumptions."""

import math

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.rules.jalur import AnggapanJalur
from kla_lib.scoring.rencana.kegiatan import TERBUKA
from kla_lib.scoring.rencana.rencana import Rencana


def kalimat_dasar(r: Rencana, anggapan: AnggapanJalur) -> list[str]:
    """Return what the plan rests on: what counts, dates, assumptions, and that it is not official."""
    kalimat = [
        _("Di atas kertas dihitung poin yang semua dokumen wajibnya lengkap; dokumen dari tahun lain tidak dihitung.")
        if r.dasar == "berdokumen"
        else _("Dokumen belum dicatat, jadi yang dihitung hanya nilai yang tercatat beserta poin kegiatan."),
        _("Poin dan biaya kegiatan dari lembar RAD; poin yang dipakai taksiran tengahnya."),
    ]
    if any(t.kegiatan.kerja in TERBUKA for t in r.kegiatan):
        kalimat.append(
            _("Pertanyaan yang masih terbuka dihitung sebagai rentang: dari nol sampai seluruh sisa poinnya.")
        )
    if "RAD" in r.belum_dicatat:
        kalimat.append(_("RAD belum dicatat, jadi kegiatannya hanya dari dokumen dan pertanyaan."))
    if math.isfinite(r.kapasitas) and r.tanggal is not None:
        kalimat.append(
            _("Setiap kantor dianggap punya {jam} jam sampai {tanggal} ({per_hari} jam sehari; anggapan).").format(
                jam=format_angka(r.kapasitas, 0),
                tanggal=format_tanggal(r.tanggal),
                per_hari=format_angka(anggapan.jam_per_hari),
            )
        )
    else:
        kalimat.append(_("Hari terakhir tahap atau tanggal data tidak diketahui, jadi jam kantor tidak dibatasi."))
    if r.tanggal is None:
        kalimat.append(_("Tenggat kegiatan tidak diperiksa terhadap tahap; berikan tanggalnya."))
    k = r.kemungkinan
    if k is not None and r.em_cukup and k.peluang.galat > 0:
        kalimat.append(
            _(
                "Peluang diuji pada {undian} undian baru, lain dari {skenario} kemungkinan tempat rencana dipilih; "
                "galatnya {galat} dari 100."
            ).format(
                undian=format_angka(k.undian, 0),
                skenario=format_angka(k.skenario, 0),
                galat=format_angka(100 * k.peluang.galat, 1),
            )
        )
    kalimat.append(
        _("Terbukti tidak ada yang lebih murah, dengan angka-angka ini.")
        if r.terbukti and r.tercapai
        else _("Terbukti tidak ada yang lebih tinggi, dengan angka-angka ini.")
        if r.terbukti
        else _("Belum terbukti yang terbaik: pencarian berhenti pada batasnya.")
    )
    kalimat.append(_("Jam per kegiatan dan cara memilih adalah anggapan kami (params/jalur.yaml, params/kerja.yaml)."))
    kalimat.append(_("Ini bukan nilai resmi."))
    return kalimat
