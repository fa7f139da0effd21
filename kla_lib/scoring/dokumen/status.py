"""Tell which points have complete documents: lengkap, kurang, belum dicatat."""

from collections.abc import Collection, Iterable

import numpy as np
import pandas as pd

from kla_lib.rules.form.kode import kolom_kode
from kla_lib.scoring.nilai.nilai import Induk, Larik, jumlah_per_induk

LENGKAP, KURANG, BELUM_DICATAT, SISA = "lengkap", "kurang", "belum_dicatat", "sisa"
BAGIAN = (LENGKAP, KURANG, BELUM_DICATAT, SISA)


def status_pertanyaan(status_dokumen: Iterable[str]) -> str:
    """Return the status of a question from those of its required documents.

    All complete: lengkap.  Any thin or absent: kurang.  None recorded, or one
    not yet looked at: belum_dicatat, which is unknown and not zero.
    """
    status = list(status_dokumen)
    if any(s in ("kurang", "tidak_ada") for s in status):
        return KURANG
    if not status or any(s == "belum_diperiksa" for s in status):
        return BELUM_DICATAT
    return LENGKAP


def status_per_pertanyaan(
    pertanyaan: pd.DataFrame,
    dokumen_pertanyaan: pd.DataFrame | None,
    data_dukung: pd.DataFrame | None,
    berdokumen: Collection[str] = (),
) -> list[str]:
    """Return one status per row of the form's questions.

    Only documents marked `wajib` count; a question whose documents are all
    optional is judged by those.  berdokumen: codes of questions that a
    scenario takes for documented although no document of theirs is recorded.
    """
    milik: dict[tuple[str, str], dict[bool, list[str]]] = {}
    if dokumen_pertanyaan is not None and data_dukung is not None:
        status = dict(zip(data_dukung["id_dokumen"], data_dukung["status"], strict=True))
        for r in dokumen_pertanyaan.itertuples(index=False):
            milik.setdefault((r.indikator, r.pertanyaan), {}).setdefault(r.wajib, []).append(status[r.id_dokumen])
    kode = zip(pertanyaan["indikator"], pertanyaan["pertanyaan"], strict=True)
    hasil = [status_pertanyaan(d.get(True) or d.get(False, [])) for d in (milik.get(k, {}) for k in kode)]
    if berdokumen:
        hasil = [LENGKAP if k in berdokumen else s for k, s in zip(kolom_kode(pertanyaan), hasil, strict=True)]
    return hasil


def bagi_nilai(nilai_pertanyaan: Larik, status: list[str], induk: Induk, nilai_maksimal: Larik) -> dict[str, Larik]:
    """Return the points per indikator (…, n_indikator) in four parts that add to its maximum.

    lengkap, kurang and belum_dicatat add to the capped points, sisa is the
    rest.  Where the cap binds, the safest points fill it first.
    """
    nilai_maksimal = np.asarray(nilai_maksimal, dtype=float)
    terisi = np.zeros((*np.shape(nilai_pertanyaan)[:-1], nilai_maksimal.shape[-1]))
    jumlah = terisi
    bagian: dict[str, Larik] = {}
    for nama in (LENGKAP, KURANG, BELUM_DICATAT):
        pilih = np.array([s == nama for s in status], dtype=bool)
        jumlah = jumlah + jumlah_per_induk(
            np.where(pilih, np.nan_to_num(np.asarray(nilai_pertanyaan, dtype=float)), 0.0),
            induk,
            nilai_maksimal.shape[-1],
        )
        bagian[nama] = np.minimum(jumlah, nilai_maksimal) - terisi
        terisi = np.minimum(jumlah, nilai_maksimal)
    bagian[SISA] = nilai_maksimal - terisi
    return bagian
