"""Make the tables that a meeting works with: the hand-out, the questions, the klaster."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.views.rupa.sebutan import (
    daftar_pendek,
    dari,
    poin,
    sebut_bagian,
    sebut_nilai_bentrok,
    sebut_opd,
    sebut_pertanyaan,
)
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, tabel, tanpa_data

KOLOM_BAHAN = ("nomor", "indikator", "nilai", "telah", "belum", "data", "opd")

PALING_BANYAK = 4
"""How many questions, documents or offices one cell names; the rest are counted."""


def tabel_bahan(paket: Paket) -> Tampilan:
    """Return the hand-out of a klaster: one row per indikator, in the columns that meetings use."""
    kosong = _("Nilai per indikator tidak tersedia dalam buku data ini.")
    if paket.nilai is None:
        return tanpa_data(kosong, PENILAIAN)
    kolom = [
        Kolom("nomor", _("No")),
        Kolom("indikator", _("Indikator")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("telah", _("Telah dilaksanakan")),
        Kolom("belum", _("Belum dilaksanakan")),
        Kolom("data", _("Data yang dibutuhkan")),
        Kolom("opd", _("Penanggung jawab")),
    ]
    return tabel(
        _("Bahan rapat {klaster}").format(klaster=paket.klaster.judul),
        kolom,
        baris_bahan(paket),
        kosong,
        "bahan tanpa-judul",
    )


def baris_bahan(paket: Paket) -> list[dict[str, Any]]:
    """Return the hand-out's rows, cells as text."""
    if paket.indikator is None or paket.pertanyaan is None or paket.nilai is None:
        return []
    baris = []
    semua = paket.pertanyaan[paket.pertanyaan["nilai_maksimal"] > 0]
    semua = semua.assign(sisa=semua["nilai_maksimal"] - semua["nilai"].fillna(0))
    milik = dict(list(semua.groupby("indikator", sort=False)))
    bentrok = sebut_nilai_bentrok(paket.keadaan)
    for i in paket.indikator.itertuples(index=False):
        p = milik.get(i.indikator, semua.iloc[:0])
        soal = list(p.itertuples(index=False))
        telah = sorted((s for s in soal if s.nilai > 0), key=lambda s: -s.nilai)
        belum = sorted((s for s in soal if not s.nilai > 0), key=lambda s: -s.sisa)
        # Points given for the indikator as a whole do not tell what was done and what was not.
        sengketa = [b for s in soal if (b := bentrok.get(kode_pertanyaan(s.indikator, s.pertanyaan)))]
        utuh = all(pd.isna(s.nilai) for s in soal) and pd.notna(i.nilai)
        baris.append(
            {
                "nomor": i.indikator,
                "indikator": _(i.nama),
                "nilai": dari(i.nilai, i.nilai_maksimal)
                if pd.notna(i.nilai)
                else "; ".join(sengketa) or _("belum dinilai"),
                "telah": _belum_dicatat() if utuh else _daftar_pertanyaan(telah, bentrok),
                "belum": _belum_dicatat() if utuh else _daftar_pertanyaan(belum, bentrok),
                "data": sebut_data(paket.keadaan, p[p["sisa"].round(2) > 0], p),
                "opd": sebut_penanggung_jawab(paket.keadaan, p),
            }
        )
    return baris


def _belum_dicatat() -> str:
    return _("belum dicatat per pertanyaan")


def _daftar_pertanyaan(pertanyaan: Iterable[Any], bentrok: Mapping[str, str]) -> str:
    return daftar_pendek([_label_nilai(r, bentrok) for r in pertanyaan], PALING_BANYAK)


def _label_nilai(r: Any, bentrok: Mapping[str, str]) -> str:
    """Return a question with its points, unless they are full; bentrok: of those on which offices disagree."""
    label = sebut_pertanyaan(r.label, r.terbalik)
    if pd.isna(r.nilai):
        if ada := bentrok.get(kode_pertanyaan(r.indikator, r.pertanyaan)):
            return f"{label} ({ada})"
        return _("{label} (belum dinilai)").format(label=label)
    if r.nilai >= r.nilai_maksimal:
        return label
    return _("{label} ({nilai} dari {maks} poin)").format(
        label=label, nilai=format_angka(r.nilai), maks=format_angka(r.nilai_maksimal)
    )


def sebut_penanggung_jawab(keadaan: Keadaan, pertanyaan: pd.DataFrame) -> str:
    """Return the offices of several questions, the one with most points first."""
    return sebut_opd(keadaan, _peran(pertanyaan), PALING_BANYAK) or "–"


def _peran(pertanyaan: pd.DataFrame) -> tuple[str, ...]:
    """Return the roles of several questions, the one with most points first."""
    poin_peran: dict[str, float] = {}
    for opd, maks in zip(pertanyaan["opd"], pertanyaan["nilai_maksimal"], strict=True):
        for p in opd:
            poin_peran[p] = poin_peran.get(p, 0.0) + maks
    return tuple(sorted(poin_peran, key=lambda p: -poin_peran[p]))


def sebut_data(keadaan: Keadaan, belum: pd.DataFrame, semua: pd.DataFrame) -> str:
    """Return what is still needed for the questions `belum` out of all questions of an indikator."""
    return daftar_pendek(_data_dibutuhkan(keadaan, belum, semua), PALING_BANYAK)


def _data_dibutuhkan(keadaan: Keadaan, belum: pd.DataFrame, semua: pd.DataFrame) -> list[str]:
    """Return the documents that are not complete; without a register, the kinds the form asks for."""
    buku = keadaan.buku
    if buku.data_dukung is not None and buku.dokumen_pertanyaan is not None:
        soal, k, d = (
            set(zip(semua["indikator"], semua["pertanyaan"], strict=True)),
            buku.dokumen_pertanyaan,
            buku.data_dukung,
        )
        kaitan = zip(k["indikator"], k["pertanyaan"], k["id_dokumen"], strict=True)
        milik = {dokumen for indikator, pertanyaan, dokumen in kaitan if (indikator, pertanyaan) in soal}
        dokumen = zip(d["id_dokumen"], d["status"], d["judul"], strict=True)
        return [judul for id_dokumen, status, judul in dokumen if id_dokumen in milik and status != LENGKAP]
    jenis = {"lampiran": _("lampiran"), "matriks": _("matriks"), "foto": _("foto")}
    return [
        _("{jenis} untuk {n} pertanyaan").format(jenis=nama, n=int(belum[kolom].sum()))
        for kolom, nama in jenis.items()
        if belum[kolom].sum()
    ]


def tabel_pertanyaan(paket: Paket) -> Tampilan:
    """Return every question of the klaster with its points, status and offices."""
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("status", _("Dokumen")),
        Kolom("opd", _("Kantor")),
    ]
    baris = []
    if paket.pertanyaan is not None and paket.nilai is not None:
        k = paket.keadaan
        bentrok = sebut_nilai_bentrok(k)
        for r in paket.pertanyaan.itertuples(index=False):
            kode = kode_pertanyaan(r.indikator, r.pertanyaan)
            kosong = bentrok.get(kode, _("belum dinilai"))
            baris.append(
                {
                    "kode": kode,
                    "label": r.label,
                    "nilai": dari(r.nilai, r.nilai_maksimal) if pd.notna(r.nilai) else kosong,
                    "status": sebut_bagian(r.status, paket.keadaan.rapat.tahap) if pd.notna(r.nilai) else "–",
                    "opd": sebut_opd(paket.keadaan, r.opd, len(r.opd)),
                }
            )
    return tabel(
        _("Semua pertanyaan {klaster}").format(klaster=paket.klaster.nama_pendek),
        kolom,
        baris,
        _("Nilai per pertanyaan tidak tersedia dalam buku data ini."),
        "pertanyaan",
    )


def tabel_klaster(keadaan: Keadaan) -> Tampilan:
    """Return the points of every klaster with their parts and the share of the maximum."""
    if keadaan.hasil is None:
        return tanpa_data(_("Nilai belum dicatat dalam buku data."), PENILAIAN)
    kolom = [
        Kolom("klaster", _("Klaster")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("persen", _("Dari nilai maksimal"), angka=True),
        Kolom("lengkap", _("Berdokumen lengkap"), angka=True),
        Kolom("sisa", _("Masih tersedia"), angka=True),
    ]
    baris = []
    for r in keadaan.hasil.klaster.itertuples(index=False):
        ada = pd.notna(r.nilai)
        baris.append(
            {
                "klaster": keadaan.instrumen.klaster_of(r.klaster).judul_pendek,
                "nilai": dari(r.nilai, r.nilai_maksimal) if ada else _("belum dinilai"),
                "persen": f"{format_angka(100 * r.nilai / r.nilai_maksimal, 0)} %" if ada else "–",
                "lengkap": format_angka(r.lengkap) if keadaan.hasil.terdukung is not None else _("belum dicatat"),
                "sisa": poin(r.sisa),
            }
        )
    return tabel(_("Nilai per klaster"), kolom, baris, "", "klaster")
