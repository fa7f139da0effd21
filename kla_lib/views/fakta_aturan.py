"""State by which rules a meeting was scored: form, weights, edges of categories, assumptions of the forecast."""

from collections.abc import Iterator, Mapping

from kla_lib.letak import nama_tampil
from kla_lib.rules.kategori import BERKAS as BERKAS_KATEGORI
from kla_lib.rules.verifikasi import BERKAS as BERKAS_VERIFIKASI
from kla_lib.views.fakta_bentuk import Fakta, make_fakta
from kla_lib.views.konteks import Konteks


def fakta_form(konteks: Konteks) -> Fakta:
    """Return which form a pack follows, with its highest total (poin); every pack says so."""
    form = konteks.instrumen
    total = sum(k.nilai_maksimal for k in form.klaster)
    return make_fakta(f"form:{form.id}", total, "poin", "form", form.id, nama_tampil(form.path))


def fakta_aturan(konteks: Konteks) -> list[Fakta]:
    """Return the rules of a meeting; the assumptions only where something is forecast."""
    isi = [fakta_form(konteks), *_bobot(konteks)]
    lembar = nama_tampil(BERKAS_KATEGORI)
    for k in konteks.kategori.kategori:
        isi.append(make_fakta(f"ambang:{k.id}", k.besaran, "poin", "kategori", k.id, lembar))
        isi.append(make_fakta(f"ambang:{k.id}:di_atas", int(k.di_atas), "ya_tidak", "kategori", k.id, lembar))
    return isi + (list(_anggapan(konteks)) if konteks.susunan is not None else [])


def _bobot(konteks: Konteks) -> Iterator[Fakta]:
    """Yield the highest points of every klaster and indikator."""
    lembar = nama_tampil(konteks.instrumen.path)
    for k in konteks.instrumen.klaster:
        yield make_fakta(f"bobot:{k.id}", k.nilai_maksimal, "poin", "klaster", k.id, lembar)
    for r in konteks.instrumen.indikator.itertuples(index=False):
        yield make_fakta(f"bobot:{r.indikator}", r.nilai_maksimal, "poin", "indikator", r.indikator, lembar)


def _anggapan(konteks: Konteks) -> Iterator[Fakta]:
    v = konteks.verifikasi
    angka: dict[str, float] = {
        "m0": v.m0,
        "n0": v.n0,
        "s0": v.s0,
        "nu0": v.nu0,
        "tau": v.tau,
        "omega": v.omega,
        "bagian_tertinggi": v.bagian_tertinggi,
        "kekuatan_opd": v.kekuatan_opd,
        "kekuatan_pertanyaan": v.kekuatan_pertanyaan,
        "draws": v.draws,
        "seed": v.seed,
        **_rata("dokumen", v.beta),
        **{k: n for nama, c in v.campuran.items() for k, n in _rata(f"campuran:{nama}", c.model_dump()).items()},
        **{f"langkah:{tahap}:{s}": 1 for tahap, langkah in v.langkah.items() for s in langkah},
        **{f"pasangan:{p.daerah}:{p.tahun}:{p.langkah}": p.bagian for p in v.pasangan},
    }
    for nama, nilai in angka.items():
        yield make_fakta(f"anggapan:{nama}", nilai, "anggapan", "anggapan", nama, nama_tampil(BERKAS_VERIFIKASI))


def _rata(awal: str, isi: Mapping[str, float]) -> dict[str, float]:
    return {f"{awal}:{k}": n for k, n in isi.items()}
