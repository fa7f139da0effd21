"""Show how complete the book is per office, and which of its figures are oldest."""

from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.kumpul.isian_wilayah import daftar_wilayah
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.dokumen.triase import konfirmasi
from kla_lib.views.isi.dokumen import sebut_kantor
from kla_lib.views.nilai.dasar import judul_sumber
from kla_lib.views.rupa.lembar import Lembar, tampilkan
from kla_lib.views.rupa.sebutan import sebut_status_dokumen
from kla_lib.views.rupa.tampilan import Kolom, Tampilan

PALING_BANYAK_KANTOR = 60  # all of them: a city has about thirty


def lembar_kelengkapan_opd(keadaan: Keadaan) -> Lembar:
    """Return per office how far its questions and documents are, those with most unmarked questions first.

    A question of several offices counts for each; so the rows are not to be added up.
    """
    kolom = [
        Kolom("opd", _("Kantor")),
        Kolom("n", _("Pertanyaan"), angka=True),
        Kolom("poin", _("Poin"), angka=True),
        Kolom("dinilai", _("Dinilai"), angka=True),
        Kolom("konfirmasi", _("Dikonfirmasi"), angka=True),
        Kolom("berdokumen", _("Dokumennya tercatat")),
        Kolom("dokumen", _("Dokumen dipegang, lengkap")),
        Kolom("kiriman", _("Berkas kiriman")),
    ]
    h = keadaan.hasil
    baris: list[dict[str, Any]] = []
    if h is not None and len(h.pertanyaan):
        p = h.pertanyaan.assign(konfirmasi=konfirmasi(keadaan.buku, h), berdokumen=_berdokumen(keadaan, h.pertanyaan))
        per_opd = p.explode("opd").groupby("opd", sort=False)
        baris = [_baris_opd(keadaan, str(peran), milik) for peran, milik in per_opd]
        baris.sort(key=lambda b: (b["dinilai"] - b["n"], -b["poin"]))
    kosong = _("Nilai per pertanyaan tidak tersedia dalam buku data ini.")
    return Lembar(_("Kelengkapan per kantor"), kolom, baris, kosong)


def _baris_opd(keadaan: Keadaan, peran: str, milik: pd.DataFrame) -> dict[str, Any]:
    ada_kaitan = keadaan.buku.dokumen_pertanyaan is not None
    return {
        "opd": keadaan.daerah.nama_opd(peran),
        "n": len(milik),
        "poin": float(milik["nilai_maksimal"].sum()),
        "dinilai": int(milik["tercatat"].sum()),
        "konfirmasi": int(milik["konfirmasi"].sum()),
        "berdokumen": _("{n} dari {semua}").format(n=int(milik["berdokumen"].sum()), semua=len(milik))
        if ada_kaitan
        else _("belum dicatat"),
        "dokumen": _dokumen_dipegang(keadaan, peran),
        "kiriman": _kiriman(keadaan, peran),
    }


def _berdokumen(keadaan: Keadaan, p: pd.DataFrame) -> list[bool]:
    kaitan = keadaan.buku.dokumen_pertanyaan
    ada = set() if kaitan is None else set(zip(kaitan["indikator"], kaitan["pertanyaan"], strict=True))
    return [k in ada for k in zip(p["indikator"], p["pertanyaan"], strict=True)]


def _dokumen_dipegang(keadaan: Keadaan, peran: str) -> str:
    d = keadaan.buku.data_dukung
    if d is None:
        return _("belum dicatat")
    milik = d[d["opd"] == peran]
    return _("{n}, {lengkap} lengkap").format(n=len(milik), lengkap=int((milik["status"] == LENGKAP).sum()))


def _kiriman(keadaan: Keadaan, peran: str) -> str | None:
    """Return whether the office delivered its file, of areas how many did; None where no files were collected."""
    if keadaan.buku.kiriman is None:
        return None
    kiriman = set(keadaan.buku.kiriman["opd"])
    if peran in kiriman:
        return _("sudah")
    wilayah = [w.kode for w in daftar_wilayah(keadaan.daerah, keadaan.buku, peran)]
    n = len(kiriman.intersection(wilayah))
    return _("{n} dari {semua}").format(n=n, semua=len(wilayah)) if n else _("belum")


def tabel_kelengkapan_opd(keadaan: Keadaan) -> Tampilan:
    """Return every office with how far it is."""
    lembar = lembar_kelengkapan_opd(keadaan)
    ada = keadaan.buku.kiriman is not None
    return tampilkan(lembar, PALING_BANYAK_KANTOR, [k.kunci for k in lembar.kolom if ada or k.kunci != "kiriman"])


def tabel_capaian_tertua(keadaan: Keadaan, paling_banyak: int = 10) -> Tampilan:
    """Return the measurements whose newest figure is oldest."""
    kolom = [
        Kolom("ukuran", _("Ukuran")),
        Kolom("tahun", _("Tahun terakhir")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("sumber", _("Sumber")),
    ]
    baris = []
    if keadaan.capaian is not None and len(keadaan.capaian):
        ada = keadaan.capaian[keadaan.capaian["nilai"].notna() | keadaan.capaian["disamarkan"]]
        urut = ada.sort_values("tahun", kind="stable")
        terakhir = urut.groupby(["ukuran", "jenis_sumber"], sort=False).tail(1).sort_values("tahun", kind="stable")
        baris = [
            {
                "ukuran": r.ukuran,
                "tahun": int(r.tahun),
                "nilai": _("disamarkan (angka kecil)") if r.disamarkan else f"{format_angka(r.nilai)} {r.satuan}",
                "sumber": judul_sumber(keadaan.params, r.sumber),
            }
            for r in terakhir.itertuples(index=False)
        ]
    kosong = _("Capaian belum dicatat dalam buku data ini.")
    lembar = Lembar(_("Capaian dengan angka terakhir paling lama"), kolom, baris, kosong)
    return tampilkan(lembar, paling_banyak, di_daftar_kerja=False)


def tabel_dokumen_tertua(keadaan: Keadaan, paling_banyak: int = 10) -> Tampilan:
    """Return the documents of the oldest years; those without a year come first, because their age is not known."""
    kolom = [
        Kolom("judul", _("Dokumen")),
        Kolom("tahun", _("Tahun")),
        Kolom("status", _("Status")),
        Kolom("opd", _("Kantor")),
    ]
    d = keadaan.buku.data_dukung
    baris = []
    if d is not None:
        urut = d.assign(_tahun=d["tahun_dokumen"].astype(float)).sort_values(
            "_tahun", kind="stable", na_position="first"
        )
        baris = [
            {
                "judul": r.judul,
                "tahun": _("belum dicatat") if pd.isna(r.tahun_dokumen) else int(r.tahun_dokumen),
                "status": sebut_status_dokumen(r.status),
                "opd": sebut_kantor(keadaan, r.opd),
            }
            for r in urut.itertuples(index=False)
        ]
    kosong = _("Dokumen belum dicatat dalam buku data ini.")
    return tampilkan(Lembar(_("Dokumen paling lama"), kolom, baris, kosong), paling_banyak)
