"""Check the marks against the form: codes, highest points, one level per branch."""

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, maksud
from kla_lib.rules.instrumen import Instrumen
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
        return f"{indikator}/{pertanyaan}"
    return _("indikator {kode}").format(kode=indikator) if indikator is not None else klaster


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
    if rumah.get(indikator) != klaster:
        saran = (
            _("Indikator {i} milik {klaster}.").format(i=indikator, klaster=rumah[indikator])
            if indikator in rumah
            else maksud(indikator, rumah)
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
        maksud(str(pertanyaan), ada) if ada else _("Form ini tidak memuat pertanyaan; kosongkan kolom pertanyaan."),
        "pertanyaan",
        baris,
    )


def _dua_tingkat(mentah: TabelMentah, tempat: dict[tuple[str, Kode], int]) -> list[Kesalahan]:
    """Find rows whose parent level also has a row in the same stage: points would count twice."""
    salah = []
    for (tahap, (klaster, indikator, pertanyaan)), baris in tempat.items():
        induk: list[Kode] = []
        if indikator is not None:
            induk.append((klaster, None, None))
        if pertanyaan is not None:
            induk.append((klaster, indikator, None))
        for atas in induk:
            if (tahap, atas) in tempat:
                salah.append(
                    mentah.kesalahan(
                        "dua_tingkat",
                        _("nilai {kode} ada, padahal {atas} juga dinilai di baris {lain}").format(
                            kode=sebut_kode((klaster, indikator, pertanyaan)),
                            atas=sebut_kode(atas),
                            lain=tempat[tahap, atas],
                        ),
                        _("Simpan satu tingkat saja per cabang dalam satu tahap; hapus yang lain."),
                        "nilai",
                        baris,
                    )
                )
    return salah
