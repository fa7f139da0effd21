"""Check the marks against the form: codes, highest points, one level per branch."""

import re
from collections.abc import Collection

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, maksud
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kode import kode_bagian
from kla_lib.tabel.baca import TabelMentah

Kode = tuple[str, str | None, str | None]
TINGKAT = ("klaster", "indikator", "pertanyaan")


def maksimal_per_kode(instrumen: Instrumen) -> dict[Kode, float]:
    """Return the highest points of every klaster, indikator and pertanyaan of the form.

    A code is (klaster, indikator, pertanyaan), with None for a level left out.
    """
    maks: dict[Kode, float] = {(k.id, None, None): k.nilai_maksimal for k in instrumen.klaster}
    maks |= {(k.id, i.kode, None): i.nilai_maksimal for k in instrumen.klaster for i in k.indikator}
    p = instrumen.pertanyaan
    maks |= dict(zip(zip(p["klaster"], p["indikator"], p["pertanyaan"], strict=True), p["nilai_maksimal"], strict=True))
    return maks


def sebut_kode(kode: Kode) -> str:
    """Return a code as readers see it: "21A/4a", "indikator 25" or "klaster_1"."""
    klaster, indikator, pertanyaan = kode
    if pertanyaan is not None:
        return kode_bagian(kode)
    return _("indikator {kode}").format(kode=indikator) if indikator is not None else klaster


def maksud_kode(indikator: str, pertanyaan: str | None, soal: Collection[tuple[str, str]]) -> str:
    """Return "Maksud Anda 2/5 …?" where a question's whole code stands in one cell ("2.5", "2,5" or "2/5"), else "".

    soal: (indikator, pertanyaan) of every question of the form.
    """
    for teks in (indikator, pertanyaan):
        bagian = re.split(r"\s*[.,/]\s*", teks or "")
        if len(bagian) == 2 and (bagian[0], bagian[1]) in soal:
            return _("Maksud Anda {i}/{p} (indikator {i}, pertanyaan {p})?").format(i=bagian[0], p=bagian[1])
    return ""


def check_penilaian(mentah: TabelMentah, penilaian: pd.DataFrame, instrumen: Instrumen) -> list[Kesalahan]:
    """Return the faults of marks that the form does not allow.

    penilaian: the typed table; `nilai` in poin, NaN where not recorded.
    """
    if not set(TINGKAT) <= set(mentah.isi.columns):
        return []  # without its code no mark can be judged; the missing column is reported
    maks = maksimal_per_kode(instrumen)
    salah: list[Kesalahan] = []
    tempat: dict[tuple[str, Kode], int] = {}
    for baris, r in zip(penilaian.index, penilaian.itertuples(index=False), strict=True):
        kode: Kode = (r.klaster, r.indikator, r.pertanyaan)
        if None in (r.tahap, r.klaster) or any(
            k is None and mentah.isi.loc[baris, nama] is not None for k, nama in zip(kode, TINGKAT, strict=True)
        ):
            continue  # already at fault as a cell
        if kode not in maks:
            salah.append(_kode_asing(mentah, baris, kode, maks))
            continue
        if pd.notna(r.nilai):
            tempat[r.tahap, kode] = baris
        if r.nilai > maks[kode]:
            salah.append(
                mentah.kesalahan(
                    "melebihi",
                    _("nilai {nilai} melebihi nilai_maksimal {maks} untuk {kode}").format(
                        nilai=format_angka(r.nilai, 6), maks=format_angka(maks[kode]), kode=sebut_kode(kode)
                    ),
                    _("Tulis angka 0 sampai {maks}.").format(maks=format_angka(maks[kode])),
                    "nilai",
                    baris,
                )
            )
    return salah + _dua_tingkat(mentah, tempat)


def _kode_asing(mentah: TabelMentah, baris: int, kode: Kode, maks: dict[Kode, float]) -> Kesalahan:
    klaster, indikator, pertanyaan = kode
    if indikator is None:
        return mentah.kesalahan(
            "kode",
            _("pertanyaan '{p}' tanpa indikator").format(p=pertanyaan),
            _("Isi kolom indikator."),
            "indikator",
            baris,
        )
    rumah = {i: k for k, i, p in maks if i is not None and p is None}
    dimaksud = maksud_kode(indikator, pertanyaan, {(i, p) for _k, i, p in maks if i is not None and p is not None})
    if rumah.get(indikator) != klaster:
        saran = (
            _("Indikator {i} milik {klaster}.").format(i=indikator, klaster=rumah[indikator])
            if indikator in rumah
            else dimaksud or maksud(indikator, rumah)
        )
        return mentah.kesalahan(
            "kode",
            _("indikator '{i}' tidak ada di {klaster}").format(i=indikator, klaster=klaster),
            saran,
            "indikator",
            baris,
        )
    ada = [p for k, i, p in maks if i == indikator and p is not None]
    return mentah.kesalahan(
        "kode",
        _("pertanyaan '{i}/{p}' tidak ada di form").format(i=indikator, p=pertanyaan),
        dimaksud or maksud(str(pertanyaan), ada)
        if ada
        else _("Form ini tidak memuat pertanyaan; kosongkan kolom pertanyaan."),
        "pertanyaan",
        baris,
    )


def _dua_tingkat(mentah: TabelMentah, tempat: dict[tuple[str, Kode], int]) -> list[Kesalahan]:
    """Find marks above which another mark of the same stage stands: their points would count twice.

    One fault per upper row, because that row is the one that is too many.
    """
    di_bawah: dict[tuple[str, Kode], list[int]] = {}
    for (tahap, (klaster, indikator, pertanyaan)), baris in tempat.items():
        for atas in ((klaster, None, None), (klaster, indikator, None)):
            if (tahap, atas) in tempat and atas != (klaster, indikator, pertanyaan):
                di_bawah.setdefault((tahap, atas), []).append(baris)
    return [
        mentah.kesalahan(
            "dua_tingkat",
            _("{atas} dinilai di sini, padahal bagiannya juga dinilai di baris {daftar}").format(
                atas=sebut_kode(atas), daftar=daftar_baris(bawah)
            ),
            _("Simpan satu tingkat saja per cabang dalam satu tahap: hapus baris ini, atau kosongkan bagiannya."),
            "nilai",
            tempat[tahap, atas],
        )
        for (tahap, atas), bawah in di_bawah.items()
    ]


def daftar_baris(baris: list[int]) -> str:
    """Return row numbers for a message, at most five of them: "3, 4, dan 9 lainnya"."""
    if len(baris) <= 5:
        return ", ".join(map(str, baris))
    return _("{awal}, dan {n} lainnya").format(awal=", ".join(map(str, baris[:4])), n=len(baris) - 4)
