"""Work out the rows of documents: each alone, all that are listed at once, and questions that have none recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import STATUS_DOKUMEN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.skenario import IsiSkenario
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.skenario.ubah import lengkapi_dokumen, lengkapi_pertanyaan, pulihkan_dokumen, status_resmi
from kla_lib.views.isi.dokumen import sebut_kantor
from kla_lib.views.rupa.sebutan import daftar_pendek, sebut_opd, sebut_pertanyaan, sebut_status_dokumen
from kla_lib.views.skenario.isi_nilai import PilihanNilai, menurut_bawaan
from kla_lib.views.skenario.kelompok import Kelompok

SEMUA_BARIS = "*"
"""The code of the row that ticks all rows of a list; no document may be called so."""

TERCATAT, TANPA = "tercatat", "tanpa"
"""Which rows: documents of the register, or questions of which the book records no document."""

KODE_TAMPIL = 4
"""How many questions a document's row names."""


@dataclass(frozen=True)
class DaftarDokumen:
    """The rows by their kind, and what one tick for many of them leads to.

    dokumen: None where the book has no register.  menunggu: for each document
    that is not complete, and each question without one, the questions with
    the points (poin) that depend on it.  nanti: documents that only the next
    cycle can use, questions that only it can bring: no tick for many takes them along.
    """

    dokumen: tuple[PilihanNilai, ...] | None
    tanpa: tuple[PilihanNilai, ...]
    menunggu: dict[str, tuple[tuple[str, float], ...]]
    nanti: frozenset[str]

    def butir(self, jenis: str) -> tuple[PilihanNilai, ...] | None:
        """Return the rows of one kind, most points first."""
        return self.dokumen if jenis == TERCATAT else self.tanpa

    def terbuka(self, butir: Sequence[PilihanNilai]) -> list[str]:
        """Return the codes of those rows that a tick for all of them completes."""
        return [b.kode for b in butir if b.kode in self.menunggu and b.kode not in self.nanti]


def daftar_dokumen(resmi: Keadaan, kelompok: Kelompok) -> DaftarDokumen:
    """Return the documents of the register, and the questions that carry marks of their own and have no document."""
    menunggu: dict[str, tuple[tuple[str, float], ...]] = {}
    dokumen, nanti = _dokumen(resmi, kelompok, menunggu)
    tanpa = _tanpa(resmi, kelompok, menunggu)
    return DaftarDokumen(dokumen, tanpa, menunggu, nanti | (resmi.nanti & {b.kode for b in tanpa}))


def baris_dokumen(butir: PilihanNilai, tercatat: str, kini: str) -> dict[str, Any]:
    """Return the row of a document with its status."""
    return {
        "kode": butir.kode,
        "jenis": "pilih",
        "judul": butir.judul,
        "rinci": _("Tercatat {status} · {rinci}").format(status=sebut_status_dokumen(tercatat), rinci=butir.rinci),
        "label": _("Status dokumen {id}").format(id=butir.kode),
        "nilai": kini,
        "pilihan": [[s, sebut_status_dokumen(s)] for s in STATUS_DOKUMEN],
        "berubah": kini != tercatat,
        "mati": False,
    }


def baris_tanpa(butir: PilihanNilai, isi: IsiSkenario) -> dict[str, Any]:
    """Return the row of a question without a document: a tick."""
    ya = butir.kode in isi.berdokumen
    return {
        "kode": butir.kode,
        "jenis": "centang",
        "judul": butir.judul,
        "rinci": butir.rinci,
        "label": _("Anggap {kode} berdokumen lengkap").format(kode=butir.kode),
        "nilai": ya,
        "berubah": ya,
        "mati": False,
    }


def baris_semua(
    daftar: DaftarDokumen, butir: Sequence[PilihanNilai], jenis: str, siapa: str | None, isi: IsiSkenario
) -> dict[str, Any]:
    """Return the row that ticks all listed rows.

    siapa: whose they are, where they are all that an office or an area has; ""
    where they are everybody's; None where klaster or search chose among them.
    """
    terbuka = daftar.terbuka(butir)
    ya = bool(terbuka) and semua_lengkap(terbuka, jenis, isi)
    poin = sum(dict(pasang for k in terbuka for pasang in daftar.menunggu[k]).values())
    if not terbuka:
        nanti = any(b.kode in daftar.menunggu for b in butir)
        rinci = _("Yang belum lengkap hanya untuk siklus berikutnya.") if nanti else _("Semuanya sudah lengkap.")
    elif jenis == TERCATAT:
        pola = _("{n} dari {semua} belum lengkap · {poin} poin bergantung padanya")
        rinci = (pola if poin else _("{n} dari {semua} belum lengkap")).format(
            n=len(terbuka), semua=len(butir), poin=format_angka(poin)
        )
    else:
        rinci = _("{n} pertanyaan · {poin} poin").format(n=len(terbuka), poin=format_angka(poin))
    judul = _sebut_semua(jenis, siapa)
    return {
        "kode": SEMUA_BARIS,
        "jenis": "centang",
        "judul": judul,
        "rinci": rinci,
        "label": judul,
        "nilai": ya,
        "berubah": ya,
        "mati": not terbuka,
        "semua": True,
    }


def semua_lengkap(kode: Sequence[str], jenis: str, isi: IsiSkenario) -> bool:
    """Return whether a scenario completes every one of these documents or questions."""
    if jenis == TANPA:
        return set(kode) <= set(isi.berdokumen)
    return all(isi.status.get(k) == LENGKAP for k in kode)


def lengkapi_semua(keadaan: Keadaan, isi: IsiSkenario, kode: Sequence[str], jenis: str, ya: bool) -> IsiSkenario:
    """Return the scenario in which these documents or questions are complete, or are as recorded."""
    if jenis == TANPA:
        return lengkapi_pertanyaan(isi, kode, ya)
    return lengkapi_dokumen(keadaan.buku, isi, kode) if ya else pulihkan_dokumen(isi, kode)


def _sebut_semua(jenis: str, siapa: str | None) -> str:
    if jenis == TANPA:
        if siapa is None:
            return _("Anggap semua pertanyaan di daftar ini berdokumen lengkap")
        if not siapa:
            return _("Anggap semua pertanyaan ini berdokumen lengkap, semua kantor")
        return _("Anggap semua pertanyaan {siapa} berdokumen lengkap").format(siapa=siapa)
    if siapa is None:
        return _("Semua dokumen di daftar ini lengkap")
    return _("Semua dokumen {siapa} lengkap").format(siapa=siapa) if siapa else _("Semua dokumen lengkap, semua kantor")


def _dokumen(
    resmi: Keadaan, kelompok: Kelompok, menunggu: dict[str, tuple[tuple[str, float], ...]]
) -> tuple[tuple[PilihanNilai, ...] | None, frozenset[str]]:
    r = resmi.register
    if r is None:
        return None, frozenset()
    milik, status = resmi.rumah_indikator, status_resmi(resmi.buku)
    butir = []
    for d in r.itertuples(index=False):
        terbuka = status[d.id_dokumen] != LENGKAP
        if terbuka:
            menunggu[d.id_dokumen] = d.menunggu
        butir.append(
            PilihanNilai(
                d.id_dokumen,
                tuple(dict.fromkeys(milik[k.split("/")[0]] for k in d.kode)),
                f"{d.id_dokumen} {d.judul}",
                _rinci(resmi, d),
                kelompok.dokumen(d.opd, str(d.judul), d.kode),
                float(d.poin) if terbuka and not d.nanti and pd.notna(d.poin) else 0.0,
            )
        )
    return tuple(menurut_bawaan(butir)), frozenset(r.loc[r["nanti"].astype(bool), "id_dokumen"])


def _rinci(resmi: Keadaan, d: Any) -> str:
    bagian = [sebut_kantor(resmi, d.opd)]
    if d.kode:
        bagian.append(_("untuk {kode}").format(kode=daftar_pendek(list(d.kode), KODE_TAMPIL)))
    if pd.notna(d.poin):
        bagian.append(_("{n} poin bergantung padanya").format(n=format_angka(d.poin)))
    if d.nanti:
        bagian.append(_("hanya untuk siklus berikutnya"))
    return " · ".join(bagian)


def _tanpa(
    resmi: Keadaan, kelompok: Kelompok, menunggu: dict[str, tuple[tuple[str, float], ...]]
) -> tuple[PilihanNilai, ...]:
    hasil = resmi.hasil
    if hasil is None:
        return ()
    utuh_i = set(hasil.indikator.loc[hasil.indikator["baris"] > 0, "indikator"])
    utuh_k = set(hasil.klaster.loc[hasil.klaster["baris"] > 0, "klaster"])
    butir = []
    for p in hasil.pertanyaan.itertuples(index=False):
        if (p.indikator, p.pertanyaan) in resmi.penentu or p.indikator in utuh_i or p.klaster in utuh_k:
            continue
        if not p.nilai_maksimal:
            continue
        kode, ada = kode_pertanyaan(p.indikator, p.pertanyaan), pd.notna(p.nilai)
        menunggu[kode] = ((kode, float(p.nilai)),) if ada else ()
        teks = (
            _("{n} poin tanpa dokumen di buku data").format(n=format_angka(p.nilai))
            if ada
            else _("belum dinilai: isi dulu nilainya di Nilai")
        )
        butir.append(
            PilihanNilai(
                kode,
                (p.klaster,),
                f"{kode} {sebut_pertanyaan(str(p.label), p.terbalik is True)}",
                f"{sebut_opd(resmi, tuple(p.opd[:1])) or _('kantor belum dicatat')} · {teks}",
                kelompok.soal(kode, p.opd),
                float(p.nilai) if ada else 0.0,
            )
        )
    return tuple(menurut_bawaan(butir))
