"""Show the register of documents: what each serves, what to check in it, in which order to upload."""

from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.bentuk import BUTIR_DOKUMEN
from kla_lib.data.dokumen import milik_siklus_lain, sebut_butir, sesudah_tahun
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.rules.form.tahun_data import tahun_berlaku
from kla_lib.rules.sumber import sebut_keyakinan
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.views.rupa.kolom_kantor import kolom_kantor, sel_kantor
from kla_lib.views.rupa.lembar import Lembar, tampilkan
from kla_lib.views.rupa.sebutan import sebut_status_dokumen, sebut_tahun, sebut_tahun_kurang
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, pernyataan

KOLOM_HALAMAN = ("id", "judul", "opd", "kode", "poin", "status", "terbuka")
KOLOM_UNGGAH_HALAMAN = ("kode", "id", "judul", "status", "tautan", "opd", "sudah")

DICETAK = 8
"""Columns of the register that are printed: up to the remark; links, dates and single items are for the screen."""

DICETAK_UNGGAH = 8
"""Columns of the list for uploading that are printed: up to the responsible office."""


def kalimat_dokumen(keadaan: Keadaan) -> Tampilan:
    """Return how far the documents are: complete, still to check, still to upload."""
    r = keadaan.register
    if r is None:
        return pernyataan(_("Dokumen belum dicatat dalam buku data ini."))
    lengkap = int((r["status"] == LENGKAP).sum())
    lanjutan = []
    berbagi = int((r["kode"].map(len) > 1).sum())
    if berbagi:
        lanjutan.append(_("{n} dokumen dipakai untuk lebih dari satu pertanyaan.").format(n=berbagi))
    terbuka = int((r["terbuka"].map(len) > 0).sum())
    if terbuka:
        lanjutan.append(_("{n} dokumen masih punya butir pemeriksaan yang terbuka.").format(n=terbuka))
    tanpa = int((r["tautan"].isna() & r["status"].isin([LENGKAP, "kurang"])).sum())
    if tanpa:
        lanjutan.append(_("{n} dokumen sudah ada tetapi belum bertautan.").format(n=tanpa))
    lanjutan += [*_kalimat_tahun(keadaan), *_belum_tercatat(keadaan)]
    return pernyataan(_("{n} dari {semua} dokumen berstatus lengkap.").format(n=lengkap, semua=len(r)), lanjutan)


def _belum_tercatat(keadaan: Keadaan) -> list[str]:
    """Say for how many questions the form wants an attachment of which no document is recorded."""
    p, kaitan = keadaan.instrumen.pertanyaan, keadaan.buku.dokumen_pertanyaan
    ada = set() if kaitan is None else set(zip(kaitan["indikator"], kaitan["pertanyaan"], strict=True))
    minta = p[p["lampiran"] | p["matriks"] | p["foto"]]
    n = sum(k not in ada for k in zip(minta["indikator"], minta["pertanyaan"], strict=True))
    return [_("{n} pertanyaan meminta lampiran tetapi belum punya dokumen tercatat.").format(n=n)] if n else []


def lembar_dokumen(keadaan: Keadaan) -> Lembar:
    """Return the register with the checklist, what is not complete and holds most points first."""
    kolom = [
        Kolom("id", _("Nomor")),
        Kolom("judul", _("Dokumen")),
        Kolom("opd", _("Kantor")),
        Kolom("kode", _("Dipakai untuk")),
        Kolom("poin", _("Poin yang bergantung"), angka=True),
        Kolom("status", _("Status")),
        Kolom("terbuka", _("Masih terbuka")),
        Kolom("catatan", _("Catatan")),
        Kolom("tanda", _("Tanda")),
        Kolom("tautan", _("Tautan")),
        Kolom("tahun", _("Tahun")),
        *([Kolom("tahun_data", _("Tahun data"))] if _bertahun_data(keadaan) else []),
        Kolom("tanggal", _("Tanggal")),
        *(Kolom(b, sebut_butir(b).capitalize()) for b in BUTIR_DOKUMEN),
    ]
    r = keadaan.register
    baris = [] if r is None else [_baris_dokumen(keadaan, d) for d in _urut(r).itertuples(index=False)]
    return Lembar(_("Daftar dokumen dan butir pemeriksaannya"), kolom, baris, _belum_ada(), cetak=DICETAK)


def _urut(register: pd.DataFrame) -> pd.DataFrame:
    selesai = (register["status"] == LENGKAP) & (register["terbuka"].map(len) == 0)
    return (
        register.assign(_lengkap=register["status"] == LENGKAP, _selesai=selesai, _poin=register["poin"].fillna(0.0))
        .sort_values(["_lengkap", "_selesai", "_poin"], ascending=[True, True, False], kind="stable")
        .drop(columns=["_lengkap", "_selesai", "_poin"])
    )


def _baris_dokumen(keadaan: Keadaan, d: Any) -> dict[str, Any]:
    return {
        "id": d.id_dokumen,
        "judul": d.judul,
        "opd": sebut_kantor(keadaan, d.opd),
        "tahun": None if pd.isna(d.tahun_dokumen) else int(d.tahun_dokumen),
        "tahun_data": "; ".join(map(str, d.tahun_terbukti)) or None,
        "tanggal": _isi(d.tanggal_dokumen),
        "kode": ", ".join(d.kode) or None,
        "poin": d.poin,
        "status": sebut_status_dokumen(d.status),
        **{b: _sebut_keadaan(getattr(d, b)) for b in BUTIR_DOKUMEN},
        "terbuka": ", ".join([*_tahun_kurang(d), *map(sebut_butir, d.terbuka)]) or None,
        "tautan": _isi(d.tautan),
        "tanda": _("bertanggal sesudah {tahun}").format(tahun=keadaan.buku.keterangan.tahun_evaluasi)
        if d.sesudah_tahun
        else None,
        "catatan": _isi(d.catatan),
    }


def _tahun_kurang(d: Any) -> list[str]:
    return [sebut_tahun_kurang(d.tahun_lengkap, d.tahun_kurang)] if d.tahun_kurang else []


def _bertahun_data(keadaan: Keadaan) -> bool:
    """Tell whether the book says of any document which data years it proves; most do not, and nothing is shown."""
    r = keadaan.register
    return r is not None and bool((r["tahun_terbukti"].map(len) > 0).any())


def _kalimat_tahun(keadaan: Keadaan) -> list[str]:
    """Say of which data years documents are asked, how sure that is, and how many leave one unproven."""
    tahun = keadaan.buku.keterangan.tahun_evaluasi
    aturan = tahun_berlaku(keadaan.instrumen.kepala.tahun_data, tahun)
    r = keadaan.register
    if aturan is None or r is None or not _bertahun_data(keadaan):
        return []
    diminta = _("Siklus ini meminta dokumen tahun data {tahun} ({keyakinan}).").format(
        tahun=sebut_tahun(aturan.tahun(tahun)), keyakinan=sebut_keyakinan(aturan.keyakinan)
    )
    n = int((r["tahun_kurang"].map(len) > 0).sum())
    return [diminta, *([_("{n} dokumen belum membuktikan semuanya.").format(n=n)] if n else [])]


def tabel_dokumen(keadaan: Keadaan, paling_banyak: int = 15) -> Tampilan:
    """Return the documents to work on first."""
    return tampilkan(lembar_dokumen(keadaan), paling_banyak, KOLOM_HALAMAN)


def lembar_unggah(keadaan: Keadaan) -> Lembar:
    """Return the documents in the order of the form, a shared one under each of its questions."""
    kolom = [
        Kolom("kode", _("Pertanyaan")),
        Kolom("label", _("Isi pertanyaan")),
        Kolom("id", _("Nomor")),
        Kolom("judul", _("Dokumen")),
        Kolom("status", _("Status")),
        Kolom("tautan", _("Tautan")),
        Kolom("opd", _("Pemegang dokumen")),
        *kolom_kantor(),
        Kolom("sudah", _("Sudah dipakai")),
        Kolom("wajib", _("Wajib")),
    ]
    u = keadaan.unggah
    p = keadaan.instrumen.pertanyaan
    pemegang = dict(zip(kolom_kode(p), p["opd"], strict=True))
    baris = [
        {
            "kode": d.kode,
            "label": d.label,
            "id": d.id_dokumen,
            "judul": d.judul,
            "wajib": _("ya") if d.wajib else _("tambahan"),
            "status": sebut_status_dokumen(d.status),
            "tautan": d.tautan if pd.notna(d.tautan) else _("belum ada tautan"),
            "opd": sebut_kantor(keadaan, d.opd),
            **sel_kantor(keadaan, pemegang[d.kode]),
            "sudah": _("sudah dipakai di {kode}").format(kode=d.sudah_di) if d.sudah_di else None,
        }
        for d in ([] if u is None else u.itertuples(index=False))
    ]
    return Lembar(_("Daftar unggah menurut urutan form"), kolom, baris, _belum_ada(), cetak=DICETAK_UNGGAH)


def tabel_unggah(keadaan: Keadaan, paling_banyak: int = 15) -> Tampilan:
    """Return the first documents to upload, in the order of the form."""
    return tampilkan(lembar_unggah(keadaan), paling_banyak, KOLOM_UNGGAH_HALAMAN)


def sebut_kantor(keadaan: Keadaan, opd: str | None) -> str:
    """Return the office that holds a document."""
    return keadaan.daerah.nama_opd(opd) if pd.notna(opd) and opd else _("belum dicatat")


def _sebut_keadaan(keadaan: str) -> str:
    return {
        "ya": _("ya"),
        "tidak": _("tidak"),
        "belum": _("belum dilihat"),
        "tidak_diminta": _("tidak diminta"),
        "tidak_diketahui": _("tidak disebut"),
    }[keadaan]


def _isi(sel: Any) -> Any:
    return sel if pd.notna(sel) else None


def _belum_ada() -> str:
    return _("Dokumen belum dicatat dalam buku data ini.")


def tabel_sesudah_tahun(keadaan: Keadaan) -> Tampilan:
    """Return the documents dated after the evaluated year: a warning sign, never an action."""
    tahun = keadaan.buku.keterangan.tahun_evaluasi
    kolom = [
        Kolom("judul", _("Dokumen")),
        Kolom("opd", _("Kantor")),
        Kolom("tanggal", _("Tanggal")),
        Kolom("status", _("Status")),
        Kolom("arti", _("Artinya")),
    ]
    d = keadaan.buku.data_dukung
    baris = [
        {
            "judul": f"{r.id_dokumen} {r.judul}",
            "opd": sebut_kantor(keadaan, r.opd),
            "tanggal": r.tanggal_dokumen if pd.notna(r.tanggal_dokumen) else r.tahun_dokumen,
            "status": sebut_status_dokumen(r.status),
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


def tabel_bentrok(keadaan: Keadaan) -> Tampilan:
    """Return the cells to which offices gave different contents, every content with its file and cell.

    None of them was chosen; the cell stays as it was until somebody decides.
    """
    kolom = [
        Kolom("tempat", _("Lembar dan baris")),
        Kolom("kolom", _("Kolom")),
        Kolom("isi", _("Isi yang berbeda")),
    ]
    bentrok = keadaan.buku.bentrok
    baris: list[dict[str, Any]] = []
    if bentrok is not None:
        for (lembar, kunci, nama), milik in bentrok.groupby(["lembar", "kunci", "kolom"], sort=False):
            isi = [
                _("{isi} ({opd}, {berkas} {sel})").format(
                    isi=_("kosong") if pd.isna(r.isi) else r.isi,
                    opd=keadaan.daerah.nama_opd(r.opd),
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
