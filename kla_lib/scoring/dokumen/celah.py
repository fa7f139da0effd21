"""Name what each question still lacks, and how many points this cycle can lawfully reach."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.dokumen import milik_siklus_lain
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.rentang import total_form

SIKLUS_BERIKUTNYA, BELUM_DITENTUKAN = "siklus_berikutnya", "belum_ditentukan"
URUTAN_KERJA = ("belum_diunggah", "dokumen_ada", "masih_bisa_dibuat")
"""The kinds of gap that this cycle can close, the least work first."""

DARI_RAD, DARI_DOKUMEN, DARI_TANGGAL, TIDAK_ADA_DASAR = "rad", "dokumen", "tanggal", ""


@dataclass(frozen=True)
class Tercapai:
    """The total (poin) that this cycle can reach lawfully: possible, not probable.

    aman: backed by complete documents of the evaluated year today.
    paling_sedikit, paling_banyak: with every gap of a known kind closed, and
    with every undetermined one as well.  belum_ditentukan: what only the upper
    end counts.  siklus_berikutnya: missing points that no action of this cycle
    may claim.  bersandar: points whose documents are complete but of a later
    year; counted in none of the others.
    """

    aman: float
    paling_sedikit: float
    paling_banyak: float
    belum_ditentukan: float
    siklus_berikutnya: float
    bersandar: float


def jenis_celah(
    buku: Buku, penentu: Penentu, batal: Collection[str] = (), tahun_kurang: Collection[str] = ()
) -> pd.DataFrame:
    """Return per question of the form what kind of gap it has, whatever its points.

    penentu: of `dokumen_penentu`.  batal: ids of the actions that a meeting
    called off, which tell nothing any more.  tahun_kurang: ids of the
    documents that leave a data year unproven.

    Columns indikator, pertanyaan, jenis, dasar.  The rule, first match wins:

    1. The RAD rows of the question that state a jenis_celah and are not done.
       All of the next cycle: siklus_berikutnya.  Otherwise, of those that this
       cycle can close, the one with most work left (URUTAN_KERJA).
    2. A deciding document of a later year (data.dokumen.milik_siklus_lain):
       siklus_berikutnya, because only another document could help.
    3. A deciding document that is absent, or whose data of a year are:
       belum_ditentukan.  Whether they may still be made, only the RAD can say.
    4. The other deciding documents: complete and linked, no gap; complete or
       thin without a link, belum_diunggah; thin with a link, or not looked at,
       dokumen_ada.  The one with most work left decides.
    5. Nothing known: belum_ditentukan.

    Deciding are a question's required documents, or its optional ones where it
    has no required one.
    """
    rad = _rad_per_pertanyaan(buku, batal)
    p = buku.instrumen.pertanyaan[["indikator", "pertanyaan"]]
    hasil = [
        _jenis(rad.get(kode, []), penentu.get(kode, []), buku.keterangan.tahun_evaluasi, tahun_kurang)
        for kode in zip(p["indikator"], p["pertanyaan"], strict=True)
    ]
    return p.assign(jenis=[j for j, _ in hasil], dasar=[d for _, d in hasil])


def _jenis(rad: list[Any], dokumen: list[Any], tahun: int, tahun_kurang: Collection[str]) -> tuple[str, str]:
    if rad:
        bisa = [r.jenis_celah for r in rad if r.jenis_celah != SIKLUS_BERIKUTNYA]
        return (max(bisa, key=URUTAN_KERJA.index) if bisa else SIKLUS_BERIKUTNYA), DARI_RAD
    if any(milik_siklus_lain(d, tahun) for d in dokumen):
        return SIKLUS_BERIKUTNYA, DARI_TANGGAL
    if any(d.status == "tidak_ada" or d.id_dokumen in tahun_kurang for d in dokumen):
        return BELUM_DITENTUKAN, DARI_DOKUMEN
    jenis = [j for j in map(_jenis_dokumen, dokumen) if j]
    if jenis:
        return max(jenis, key=URUTAN_KERJA.index), DARI_DOKUMEN
    return BELUM_DITENTUKAN, TIDAK_ADA_DASAR


def _jenis_dokumen(d: Any) -> str:
    if d.status == "belum_diperiksa" or (d.status == "kurang" and d.tautan):
        return "dokumen_ada"
    return "" if d.tautan else "belum_diunggah"


def celah_pertanyaan(
    buku: Buku, hasil: Hasil, jenis: pd.DataFrame, penentu: Penentu, batal: Collection[str] = ()
) -> pd.DataFrame:
    """Return one row per question of the form with what it lacks, in the form's order.

    jenis: of `jenis_celah`; penentu: of `dokumen_penentu`; batal: as there.

    Columns of `hasil.pertanyaan`, jenis and dasar, and in poin:
    aman (backed by complete documents, none of a later year), celah
    (nilai_maksimal − aman), paling_sedikit and paling_banyak (what this cycle
    can add to aman), belum_ditentukan (the part of paling_banyak of which
    nobody said that it can be reached).

    The range: nothing for siklus_berikutnya; 0 to the gap for
    belum_ditentukan; for actions of the RAD at least the largest poin_min and
    at most the sum of poin_maks; else at least the points already claimed, at
    most the gap.  Where the RAD leaves part of a question to the next cycle,
    only points that an action of this cycle states are counted.
    """
    rad = _rad_per_pertanyaan(buku, batal)
    tahun = buku.keterangan.tahun_evaluasi
    tabel = hasil.pertanyaan.merge(jenis, on=["indikator", "pertanyaan"], how="left", validate="one_to_one")
    baris = []
    for p in tabel.itertuples(index=False):
        kode = (p.indikator, p.pertanyaan)
        lain = any(milik_siklus_lain(d, tahun) for d in penentu.get(kode, []))
        nilai = 0.0 if pd.isna(p.nilai) else float(p.nilai)
        aman = nilai if p.status == LENGKAP and not lain else 0.0
        kurang = float(p.nilai_maksimal) - aman
        klaim = 0.0 if lain else nilai - aman
        sedikit, banyak = _rentang(p.jenis, p.dasar, rad.get(kode, []), klaim, kurang)
        tak_tentu = 0.0 if p.dasar == DARI_RAD else banyak - sedikit
        baris.append((aman, kurang, sedikit, banyak, tak_tentu))
    kolom = ["aman", "celah", "paling_sedikit", "paling_banyak", BELUM_DITENTUKAN]
    return pd.concat([tabel, pd.DataFrame(baris, columns=kolom, index=tabel.index, dtype=float)], axis=1)


def _rentang(jenis: str, dasar: str, rad: list[Any], klaim: float, kurang: float) -> tuple[float, float]:
    if jenis == SIKLUS_BERIKUTNYA:
        return 0.0, 0.0
    if jenis == BELUM_DITENTUKAN:
        return 0.0, kurang
    if dasar != DARI_RAD:
        return klaim, kurang
    bisa = [r for r in rad if r.jenis_celah != SIKLUS_BERIKUTNYA]
    sebagian = len(bisa) < len(rad)
    sedikit = [r.poin_min for r in bisa if pd.notna(r.poin_min)]
    banyak = [r.poin_maks for r in bisa if pd.notna(r.poin_maks)]
    atas = min(kurang, sum(banyak)) if sebagian or len(banyak) == len(bisa) else kurang
    bawah = max(sedikit) if sedikit else (0.0 if sebagian else klaim)
    return min(bawah, atas), atas


def poin_tercapai(celah: pd.DataFrame, hasil: Hasil) -> Tercapai:
    """Return the range of the total that this cycle can reach, capped per indikator.

    celah: of `celah_pertanyaan`.

    Marks given above the questions are counted neither as safe nor as sure to
    be reached: their documents cannot be told.
    """
    aman, maks = celah["aman"].to_numpy(dtype=float), celah["nilai_maksimal"].to_numpy(dtype=float)
    lunak = _tanpa_nilai_di_atas(hasil)
    banyak = total_form(lunak, aman + celah["paling_banyak"].to_numpy(dtype=float), penuh=True)
    tentu = total_form(
        lunak, aman + (celah["paling_banyak"] - celah[BELUM_DITENTUKAN]).to_numpy(dtype=float), penuh=False
    )
    nanti = (celah["jenis"] == SIKLUS_BERIKUTNYA).to_numpy()
    bersandar = np.where((celah["status"] == LENGKAP) & (celah["aman"] == 0), celah["nilai"].fillna(0.0), 0.0)
    return Tercapai(
        total_form(lunak, aman, penuh=False),
        total_form(lunak, aman + celah["paling_sedikit"].to_numpy(dtype=float), penuh=False),
        banyak,
        round(banyak - tentu, 2),
        round(total_form(lunak, maks, penuh=True) - total_form(lunak, np.where(nanti, aman, maks), penuh=True), 2),
        round(float(bersandar.sum()), 2),
    )


def _tanpa_nilai_di_atas(hasil: Hasil) -> Hasil:
    """Return the scores with their points above the questions forgotten, and their questions kept."""
    return replace(hasil, indikator=hasil.indikator.assign(baris=0), klaster=hasil.klaster.assign(baris=0))


def _rad_per_pertanyaan(buku: Buku, batal: Collection[str]) -> dict[tuple[str, str], list[Any]]:
    """Return for each question the actions that state a kind of gap and are still to be done."""
    milik: dict[tuple[str, str], list[Any]] = {}
    if buku.rad is not None:
        for r in buku.rad.itertuples():
            berlaku = r.status != "selesai" and r.id_kegiatan not in batal
            if berlaku and r.pertanyaan is not None and r.jenis_celah is not None:
                milik.setdefault((r.indikator, r.pertanyaan), []).append(r)
    return milik
