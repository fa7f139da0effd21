"""Tell how far every action of the RAD has come on the day of the meeting."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.dokumen.celah import BELUM_DITENTUKAN, SIKLUS_BERIKUTNYA
from kla_lib.scoring.nilai.hasil import Hasil


def pertanyaan_tanpa_kegiatan(buku: Buku, hasil: Hasil, jenis: pd.DataFrame) -> pd.DataFrame | None:
    """Return the questions with points missing that no action names, those that count in this cycle first.

    jenis: of `jenis_celah`.  Columns of `hasil.pertanyaan`, `sisa` (poin still to be gained) and `jenis`
    of the gap.  First come the gaps that this cycle is known to be able to
    close, then those of which nobody said so, last those of the next cycle;
    within each the most points first, then the order of the form.

    An action that names an indikator without a question counts for all of its
    questions.  A question whose points were given above it is left out: what
    it lacks is not known.  None where the book has no RAD.
    """
    if buku.rad is None:
        return None
    p = hasil.pertanyaan.merge(
        jenis[["indikator", "pertanyaan", "jenis"]],
        on=["indikator", "pertanyaan"],
        how="left",
        validate="one_to_one",
    )
    p["sisa"] = p["nilai_maksimal"] - p["nilai"].fillna(0.0)
    di_atas = p["nilai"].isna() & p["tercatat"]
    hasil_akhir = p[(p["sisa"].round(2) > 0) & ~di_atas & ~_dikerjakan(buku.rad, p)]
    urut = np.select([hasil_akhir["jenis"] == SIKLUS_BERIKUTNYA, hasil_akhir["jenis"] == BELUM_DITENTUKAN], [2, 1], 0)
    return (
        hasil_akhir.assign(_urut=urut)
        .sort_values(["_urut", "sisa"], ascending=[True, False], kind="stable")
        .drop(columns="_urut")
    )


def _dikerjakan(rad: pd.DataFrame, pertanyaan: pd.DataFrame) -> pd.Series:
    """Tell for each question whether an action names it, or its indikator as a whole."""
    utuh = set(rad.loc[rad["indikator"].notna() & rad["pertanyaan"].isna(), "indikator"])
    sebut = set(zip(rad["indikator"], rad["pertanyaan"], strict=True))
    kode = zip(pertanyaan["indikator"], pertanyaan["pertanyaan"], strict=True)
    return pd.Series([i in utuh or (i, p) in sebut for i, p in kode], index=pertanyaan.index, dtype=bool)


SELESAI, TERLAMBAT, TERHAMBAT, BERJALAN, BELUM = "selesai", "terlambat", "terhambat", "berjalan", "belum"

KEADAAN_RAD = (SELESAI, TERLAMBAT, TERHAMBAT, BERJALAN, BELUM)
"""The states in the order in which a meeting counts them; every action is in exactly one."""

PILAR = ("pemerintah", "masyarakat", "dunia_usaha", "media")

_URUTAN = (TERLAMBAT, TERHAMBAT, BELUM, BERJALAN, SELESAI)


@dataclass(frozen=True)
class KegiatanRad:
    """An action of the RAD as it stands on one day.

    keadaan: one of KEADAAN_RAD.  A late action is TERLAMBAT whatever its `status`
    in the book says, which stays beside it.  hari_lewat: days since the
    deadline, 0 where it is not late.  seharusnya_mulai: its first day is past
    and the book says that nothing was begun.
    kemajuan: realisasi / target as a share, may exceed 1; None where it cannot
    be told (one of them missing, or a target of 0).
    poin_min, poin, poin_maks: points expected, None where nobody estimated them.
    disamarkan: whether target and realisasi are hidden as small counts of persons.
    baris: its row in the book.
    """

    id: str
    klaster: str
    kegiatan: str
    indikator: str | None
    pertanyaan: str | None
    opd: str
    pilar: str
    status: str
    keadaan: str
    hari_lewat: int
    seharusnya_mulai: bool
    mulai: date | None
    tenggat: date | None
    target: float | None
    realisasi: float | None
    satuan: str | None
    kemajuan: float | None
    kendala: str | None
    jenis_celah: str | None
    poin_min: float | None
    poin: float | None
    poin_maks: float | None
    disamarkan: bool
    baris: int

    @property
    def kode(self) -> str | None:
        """The code of the question that it serves ("21A/8"); None where it names none."""
        return None if self.pertanyaan is None else kode_pertanyaan(str(self.indikator), self.pertanyaan)

    @property
    def tanpa_pertanyaan(self) -> bool:
        """Whether it names no question of the form; it may still name an indikator."""
        return self.pertanyaan is None

    @property
    def siklus_berikutnya(self) -> bool:
        """Whether it can add nothing to the evaluated year."""
        return self.jenis_celah == SIKLUS_BERIKUTNYA


def daftar_rad(buku: Buku, tanggal: date) -> tuple[KegiatanRad, ...] | None:
    """Return every action as it stands on a day, in the order of the book; None where the book has no RAD."""
    if buku.rad is None:
        return None
    return tuple(_kegiatan(r, tanggal) for r in buku.rad.itertuples())


def _kegiatan(r: Any, tanggal: date) -> KegiatanRad:
    mulai, tenggat = _isi(r.mulai), _isi(r.tenggat)
    target, realisasi = _angka(r.target), _angka(r.realisasi)
    selesai = r.status == SELESAI
    lewat = (tanggal - tenggat).days if tenggat is not None and not selesai else 0
    return KegiatanRad(
        id=r.id_kegiatan,
        klaster=r.klaster,
        kegiatan=r.kegiatan,
        indikator=_isi(r.indikator),
        pertanyaan=_isi(r.pertanyaan),
        opd=r.opd,
        pilar=r.pilar,
        status=r.status,
        keadaan=TERLAMBAT if lewat > 0 else r.status,
        hari_lewat=max(lewat, 0),
        seharusnya_mulai=r.status == BELUM and mulai is not None and mulai < tanggal,
        mulai=mulai,
        tenggat=tenggat,
        target=target,
        realisasi=realisasi,
        satuan=_isi(r.satuan),
        kemajuan=kemajuan(target, realisasi),
        kendala=_isi(r.kendala),
        jenis_celah=_isi(r.jenis_celah),
        poin_min=_angka(r.poin_min),
        poin=_angka(r.poin),
        poin_maks=_angka(r.poin_maks),
        disamarkan=bool(getattr(r, "disamarkan", False)),  # a book that was not masked has no such column
        baris=int(r.Index),
    )


def _isi(nilai: Any) -> Any:
    """Return a cell, or None where it is empty."""
    return None if pd.isna(nilai) else nilai


def _angka(nilai: Any) -> float | None:
    return None if pd.isna(nilai) else float(nilai)


def kemajuan(target: float | None, realisasi: float | None) -> float | None:
    """Return what was reached as a share of the target; None without both, or where nothing was aimed at."""
    if target is None or realisasi is None or target <= 0 or realisasi < 0:
        return None
    return realisasi / target


def yang_macet(daftar: Iterable[KegiatanRad]) -> list[KegiatanRad]:
    """Return the actions that are late or stuck, those of the next cycle too."""
    return [k for k in daftar if k.keadaan in (TERLAMBAT, TERHAMBAT)]


def yang_mendesak_dulu(daftar: Iterable[KegiatanRad]) -> list[KegiatanRad]:
    """Return actions as a meeting goes through them.

    The late ones first, longest overdue before the others; then the stuck,
    those that should have begun, those not begun, those under way, the done.
    Within a state the nearest deadline comes first, then the order of the book.
    """
    return sorted(
        daftar,
        key=lambda k: (
            _URUTAN.index(k.keadaan),
            -k.hari_lewat,
            not k.seharusnya_mulai,
            k.tenggat or date.max,
            k.baris,
        ),
    )


def jumlah_keadaan(daftar: Iterable[KegiatanRad]) -> dict[str, int]:
    """Return how many actions are in each state, with 0 for a state that none is in."""
    banyak = Counter(k.keadaan for k in daftar)
    return {keadaan: banyak[keadaan] for keadaan in KEADAAN_RAD}


def poin_bergantung(daftar: Iterable[KegiatanRad]) -> float:
    """Return the points expected of actions, those of one question counted once: the largest of them.

    Actions without a question count by themselves; those without an estimate add nothing.
    """
    milik: dict[tuple[str | None, ...], float] = {}
    for k in daftar:
        kode = (k.indikator, k.pertanyaan) if k.pertanyaan is not None else (None, None, k.id)
        milik[kode] = max(milik.get(kode, 0.0), k.poin or 0.0)
    return round(sum(milik.values()), 2)


def di_luar_siklus(kegiatan: KegiatanRad, tahun_evaluasi: int) -> bool:
    """Tell whether an action lies wholly outside the cycle of a year, by the days it states.

    The cycle lasts from the first day of the evaluated year to the last of the
    next, in which documents are gathered and checked.  An action without days
    is not known to lie outside.
    """
    hari = [h for h in (kegiatan.mulai, kegiatan.tenggat) if h is not None]
    return bool(hari) and (max(hari).year < tahun_evaluasi or min(hari).year > tahun_evaluasi + 1)
