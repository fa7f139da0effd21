"""Make the hand-out of a whole meeting: the eight columns that meetings take home, session by session."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.views.nilai.bahan import baris_bahan, sebut_data, sebut_penanggung_jawab
from kla_lib.views.rupa.sebutan import dari
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, tabel


@dataclass(frozen=True)
class BagianBahan:
    """The klaster that one session takes home; `sesi` is empty where the meeting has no sessions."""

    sesi: str
    klaster: tuple[str, ...]


def daftar_bagian(keadaan: Keadaan) -> list[BagianBahan]:
    """Return the sessions with their klaster, then the klaster that no session treats: none is left out."""
    bagian = [BagianBahan(s.nama, s.klaster) for s in keadaan.rapat.sesi if s.klaster]
    tersebut = {k for b in bagian for k in b.klaster}
    sisa = tuple(k.id for k in keadaan.instrumen.klaster if k.id not in tersebut)
    return [*bagian, BagianBahan(_("Klaster lain") if bagian else "", sisa)] if sisa else bagian


def kolom_bahan_rapat() -> list[Kolom]:
    """Return the eight columns, in the order of the hand-out that real meetings used."""
    return [
        Kolom("nomor", _("No")),
        Kolom("klaster", _("Klaster")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("indikator", _("Indikator")),
        Kolom("telah", _("Telah dilaksanakan")),
        Kolom("belum", _("Belum dilaksanakan")),
        Kolom("data", _("Data yang dibutuhkan")),
        Kolom("opd", _("Penanggung jawab")),
    ]


def tabel_bahan_rapat(keadaan: Keadaan, klaster: str) -> Tampilan:
    """Return the hand-out of one klaster in the eight columns; every klaster has at least one row."""
    judul = _("Bahan rapat {klaster}").format(klaster=keadaan.instrumen.klaster_of(klaster).judul)
    return tabel(judul, kolom_bahan_rapat(), baris_bahan_rapat(keadaan, [klaster]), "", "bahan delapan tanpa-judul")


def baris_bahan_rapat(keadaan: Keadaan, klaster: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rows of several klaster, cells as text.

    Without marks the indikator of the form stay, so that the sheet can be
    filled in; a klaster whose points were given as a whole has one row.
    """
    baris = []
    for id_klaster in klaster:
        paket = keadaan.klaster(id_klaster)
        isi = baris_bahan(paket) or _baris_form(paket) or [_baris_klaster(paket)]
        baris += [{**b, "klaster": paket.klaster.sebutan_pendek} for b in isi]
    return baris


def _baris_form(paket: Paket) -> list[dict[str, Any]]:
    """Return one row per indikator of the form where nothing of the klaster was marked."""
    if paket.nilai is not None:
        return []
    form = paket.keadaan.instrumen
    i = form.indikator[form.indikator["klaster"] == paket.klaster.id]
    return [
        {"nomor": r.indikator, "indikator": _(r.nama), **_tanpa_nilai(paket.keadaan, r.indikator, r.nilai_maksimal)}
        for r in i.itertuples(index=False)
    ]


def _tanpa_nilai(keadaan: Keadaan, indikator: str, nilai_maksimal: float) -> dict[str, Any]:
    p = keadaan.instrumen.pertanyaan
    p = p[(p["indikator"] == indikator) & (p["nilai_maksimal"] > 0)]
    belum = _("belum dicatat")
    return {
        "nilai": _tanpa_angka(nilai_maksimal),
        "telah": belum,
        "belum": belum,
        "data": sebut_data(keadaan, p, p),
        "opd": sebut_penanggung_jawab(keadaan, p),
    }


def _baris_klaster(paket: Paket) -> dict[str, Any]:
    """Return the one row of a klaster of which no indikator is known."""
    belum = _("belum dicatat")
    return {
        "nomor": "–",
        "indikator": _("Nilai per indikator tidak tersedia dalam buku data ini."),
        "nilai": dari(paket.nilai, paket.nilai_maksimal)
        if paket.nilai is not None
        else _tanpa_angka(paket.nilai_maksimal),
        "telah": belum,
        "belum": belum,
        "data": belum,
        "opd": "–",
    }


def _tanpa_angka(nilai_maksimal: float) -> str:
    """Return "–/96": points that nobody recorded, against their maximum."""
    return f"–/{format_angka(nilai_maksimal)}"
