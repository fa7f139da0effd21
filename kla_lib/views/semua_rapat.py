"""Show the scores of all meetings side by side, meeting by meeting."""

from collections.abc import Mapping, Sequence
from typing import Any

from kla_lib.bahasa import _, format_angka, format_tanggal, gabung
from kla_lib.data.rapat_terbit import RapatTerbit
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.views.peluang import sebut_antara
from kla_lib.views.tampilan import Kolom, Tampilan, potongan


def kalimat_semua(daftar: Sequence[RapatTerbit]) -> Tampilan:
    """Return how many meetings of how many cities are published, and which is the last."""
    if not daftar:
        kalimat = _("Belum ada rapat yang bisa ditampilkan.")
        return potongan("paragraf", kalimat, paragraf=[kalimat])
    akhir = max(daftar, key=lambda r: (r.tanggal, r.id))
    kalimat = _("{n} rapat dari {m} daerah; yang terakhir {rapat}, {tanggal}.").format(
        n=len(daftar), m=len({r.daerah for r in daftar}), rapat=akhir.id, tanggal=format_tanggal(akhir.tanggal)
    )
    return potongan("paragraf", kalimat, paragraf=[kalimat])


def spanduk_semua(daftar: Sequence[RapatTerbit]) -> Tampilan:
    """Return the warning that some cities are generated; empty where none is."""
    buatan = sorted({r.nama for r in daftar if r.contoh})
    teks = [_("Data buatan, bukan daerah mana pun: {daftar}.").format(daftar=gabung(buatan))] if buatan else []
    return potongan("spanduk", "\n".join(teks), spanduk=teks)


def tabel_semua(daftar: Sequence[RapatTerbit]) -> Tampilan:
    """Return every meeting with its three scores and a link to its index, by city, form and day."""
    kolom = [
        Kolom("rapat", _("Rapat")),
        Kolom("daerah", _("Daerah")),
        Kolom("tanggal", _("Tanggal")),
        Kolom("form", _("Form dan tahap")),
        Kolom("diklaim", _("Nilai yang dicatat"), angka=True),
        Kolom("terdukung", _("Berdokumen lengkap"), angka=True),
        Kolom("akhir", _("Perkiraan nilai akhir")),
    ]
    baris = [_baris(r) for r in daftar]
    teks = "\n".join(" | ".join(b[k.kunci] for k in kolom) for b in baris)
    return potongan(
        "semua_rapat", teks, judul=_("Semua rapat menurut daerah, form, dan tanggal"), kolom=kolom, baris=baris
    )


def pesan_gagal(gagal: Mapping[str, str]) -> Tampilan:
    """Return why some folders are not shown, and what to do; empty where all are."""
    sebab = {
        "belum": _("{folder}: belum punya ringkasan. Jalankan kla run untuk rapat itu."),
        "rusak": _("{folder}: berkasnya tidak utuh. Jalankan kla run lagi untuk rapat itu."),
        "lama": _("{folder}: dibuat buku kerja versi lama. Jalankan kla run lagi untuk rapat itu."),
    }
    kalimat = [sebab[s].format(folder=folder) for folder, s in gagal.items()]
    return potongan("paragraf", "\n".join(kalimat), paragraf=kalimat)


def _baris(r: RapatTerbit) -> dict[str, Any]:
    return {
        "rapat": r.id,
        "tautan": f"{r.folder}/index.html",
        "daerah": _("{nama} (data buatan)").format(nama=r.nama) if r.contoh else r.nama,
        "tanggal": format_tanggal(r.tanggal),
        "form": f"{r.form}, {sebut_tahap_pendek(r.tahap)}",
        "diklaim": _angka(r.diklaim),
        "terdukung": _angka(r.terdukung),
        "akhir": _akhir(r),
    }


def _akhir(r: RapatTerbit) -> str:
    if r.terendah is None or r.tengah is None or r.tertinggi is None:
        return _("tidak diperkirakan")
    return _("{tengah} (9 dari 10 kemungkinan: {rentang})").format(
        tengah=format_angka(r.tengah, 0), rentang=sebut_antara(r.terendah, r.tertinggi)
    )


def _angka(nilai: float | None) -> str:
    return _("belum dicatat") if nilai is None else format_angka(nilai)
