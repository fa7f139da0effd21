"""Show what to look at twice: documents of a later year, answers that disagree."""

from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.dokumen import milik_siklus_lain, sesudah_tahun
from kla_lib.views.dokumen import sebut_kantor, sebut_status
from kla_lib.views.konteks import Konteks
from kla_lib.views.lembar import Lembar, tampilkan
from kla_lib.views.tampilan import Kolom, Tampilan


def tabel_sesudah_tahun(konteks: Konteks) -> Tampilan:
    """Return the documents dated after the evaluated year: a warning sign, never an action."""
    tahun = konteks.buku.keterangan.tahun_evaluasi
    kolom = [
        Kolom("judul", _("Dokumen")),
        Kolom("opd", _("Kantor")),
        Kolom("tanggal", _("Tanggal")),
        Kolom("status", _("Status")),
        Kolom("arti", _("Artinya")),
    ]
    d = konteks.buku.data_dukung
    baris = [
        {
            "judul": f"{r.id_dokumen} {r.judul}",
            "opd": sebut_kantor(konteks, r.opd),
            "tanggal": r.tanggal_dokumen if pd.notna(r.tanggal_dokumen) else r.tahun_dokumen,
            "status": sebut_status(r.status),
            "arti": _("tidak dihitung dalam siklus ini")
            if milik_siklus_lain(r, tahun)
            else _("ditandatangani belakangan, isinya tahun yang dinilai"),
        }
        for r in ([] if d is None else d.itertuples(index=False))
        if sesudah_tahun(r, tahun)
    ]
    kosong = (
        _("Dokumen belum dicatat dalam buku data ini.")
        if d is None
        else _("Tidak ada dokumen yang bertanggal sesudah {tahun}.").format(tahun=tahun)
    )
    judul = _("Dokumen bertanggal sesudah {tahun}").format(tahun=tahun)
    return tampilkan(Lembar(judul, kolom, baris, kosong), len(baris))


def tabel_bentrok(konteks: Konteks) -> Tampilan:
    """Return the cells to which offices gave different contents, every content with its file and cell.

    None of them was chosen; the cell stays as it was until somebody decides.
    """
    kolom = [
        Kolom("tempat", _("Lembar dan baris")),
        Kolom("kolom", _("Kolom")),
        Kolom("isi", _("Isi yang berbeda")),
    ]
    bentrok = konteks.buku.bentrok
    baris: list[dict[str, Any]] = []
    if bentrok is not None:
        for (lembar, kunci, nama), milik in bentrok.groupby(["lembar", "kunci", "kolom"], sort=False):
            isi = [
                _("{isi} ({opd}, {berkas} {sel})").format(
                    isi=_("kosong") if pd.isna(r.isi) else r.isi,
                    opd=konteks.daerah.nama_opd(r.opd),
                    berkas=r.berkas,
                    sel=r.sel,
                )
                for r in milik.itertuples(index=False)
            ]
            baris.append({"tempat": f"{lembar}: {kunci}", "kolom": nama, "isi": "; ".join(isi)})
    kosong = (
        _("Belum ada berkas kantor yang dikumpulkan, jadi bentrok belum diketahui.")
        if bentrok is None
        else _("Tidak ada isian kantor yang bertentangan.")
    )
    return tampilkan(Lembar(_("Isian yang bertentangan"), kolom, baris, kosong), len(baris))
