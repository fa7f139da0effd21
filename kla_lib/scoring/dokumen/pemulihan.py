"""List what a verifier took away and what 2 x 24 hours can bring back ("mode 2 x 24 jam")."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.rules.kerja import AnggapanKerja
from kla_lib.scoring.dokumen.celah import BELUM_DITENTUKAN, SIKLUS_BERIKUTNYA
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil, score

TAHAP_VERIFIKASI = ("va", "vl")
URUTAN_TAHAP = ("em", "va", "vl", "vf")


@dataclass(frozen=True)
class Pemulihan:
    """What can be mended after one stage of verification.

    bisa: rows that the given hours can mend, what to do first on top.
    tentukan: rows whose kind of gap nobody has stated, so that nobody knows
    whether they can be mended; most points first.  tidak: rows that cannot (of
    the next cycle, or longer than the given hours); counted nowhere.

    Columns: klaster, indikator, pertanyaan (None for a remark on a whole
    indikator or klaster), label, terbalik, opd, asal (the earlier stage),
    nilai_asal, nilai, pulih (poin, NaN where not known), batas (poin, the most
    it can be), catatan, jenis, jam (NaN where not known), poin_per_jam,
    dokumen (id and title of those to mend).

    paling_sedikit, paling_banyak: points that come back, capped per indikator;
    `tentukan`, and what has no known points, count in the upper end only.
    """

    tahap: str
    bisa: pd.DataFrame
    tentukan: pd.DataFrame
    tidak: pd.DataFrame
    paling_sedikit: float
    paling_banyak: float


def tahap_verifikasi(buku: Buku) -> str | None:
    """Return the latest of va and vl of which the book has marks or remarks, or None."""
    if buku.penilaian is None:
        return None
    p = buku.penilaian
    ada = set(p.loc[p["nilai"].notna() | p["catatan_verifikator"].notna(), "tahap"])
    return next((t for t in reversed(TAHAP_VERIFIKASI) if t in ada), None)


def pemulihan(
    buku: Buku,
    tahap: str,
    kategori: DaftarKategori,
    anggapan: AnggapanKerja,
    celah: pd.DataFrame,
    penentu: Penentu,
) -> Pemulihan:
    """Return what the verifier's marks and remarks of a stage leave to mend.

    A row is listed where it has a remark (a lone dash is none), or fewer points
    than the latest earlier stage that recorded it at the same level.  Points
    that were never there cannot come back: pulih = earlier − this, never
    negative.

    celah: of `jenis_celah`; penentu: of `dokumen_penentu`.

    The kind of gap is that of `celah`; but where nothing else is known
    and the register calls every deciding document complete, the verifier's
    word goes before it: the documents are there and have to be mended.
    """
    if buku.penilaian is None:
        raise ValueError("no marks, so nothing was taken away")
    nilai = {
        t: score(buku.penilaian, t, buku.instrumen, kategori) for t in URUTAN_TAHAP[: URUTAN_TAHAP.index(tahap) + 1]
    }
    jenis, form = dict(_kode_jenis(celah)), _form(nilai[tahap])
    poin = {t: _poin(h) for t, h in nilai.items()}
    baris = []
    for r in buku.penilaian[buku.penilaian["tahap"] == tahap].itertuples(index=False):
        kode = (r.klaster, r.indikator, r.pertanyaan)
        sebelum = [(t, poin[t][kode]) for t in reversed(list(nilai)[:-1])]
        asal, nilai_asal = next(((t, n) for t, n in sebelum if pd.notna(n)), ("", float("nan")))
        pulih = max(round(nilai_asal - r.nilai, 2), 0.0) if pd.notna(nilai_asal - r.nilai) else float("nan")
        catatan = isi_catatan(r.catatan_verifikator)
        if not (catatan or pulih > 0):
            continue
        f = form[kode]
        acuan = nilai_asal if pd.notna(nilai_asal) else f["nilai_maksimal"]
        milik = penentu.get(kode[1:], [])
        kurang = [d for d in milik if d.status != LENGKAP] or milik
        j = jenis.get(kode[1:], BELUM_DITENTUKAN)
        if j == BELUM_DITENTUKAN and milik and all(d.status == LENGKAP for d in milik):
            j = "dokumen_ada"
        jam = anggapan.jam.get(j, float("nan"))
        baris.append(
            {
                **{k: f[k] for k in ("klaster", "indikator", "pertanyaan", "label", "terbalik", "opd")},
                "asal": asal,
                "nilai_asal": nilai_asal,
                "nilai": r.nilai,
                "pulih": pulih,
                "batas": pulih if pd.notna(pulih) else max(acuan - (0.0 if pd.isna(r.nilai) else r.nilai), 0.0),
                "catatan": catatan,
                "jenis": j,
                "jam": jam,
                "poin_per_jam": pulih / jam,
                "dokumen": tuple(f"{d.id_dokumen} {d.judul}" for d in kurang),
            }
        )
    tabel = pd.DataFrame(baris, columns=KOLOM).astype(dict.fromkeys(ANGKA, float))
    tabel = tabel.sort_values(["poin_per_jam", "pulih", "batas"], ascending=False, kind="stable", na_position="last")
    tidak = (tabel["jenis"] == SIKLUS_BERIKUTNYA) | (tabel["jam"] > anggapan.waktu_perbaikan)
    tentukan = tabel["jenis"] == BELUM_DITENTUKAN
    dihitung, pasti = tabel[~tidak], tabel[~tidak & ~tentukan]
    return Pemulihan(
        tahap,
        pasti.reset_index(drop=True),
        tabel[tentukan].reset_index(drop=True),
        tabel[tidak].reset_index(drop=True),
        _dibatasi(nilai[tahap], pasti, pasti["pulih"].fillna(0.0)),
        _dibatasi(nilai[tahap], dihitung, dihitung["batas"]),
    )


def isi_catatan(isi: Any) -> str | None:
    """Return a remark, or None for an empty cell and for the dash that some write instead of leaving it empty."""
    return isi if pd.notna(isi) and str(isi).strip(" -–—") else None


KOLOM = [
    *("klaster", "indikator", "pertanyaan", "label", "terbalik", "opd"),
    *("asal", "nilai_asal", "nilai", "pulih", "batas"),
    *("catatan", "jenis", "jam", "poin_per_jam", "dokumen"),
]
ANGKA = ("nilai_asal", "nilai", "pulih", "batas", "jam", "poin_per_jam")


def _kode_jenis(tabel: pd.DataFrame) -> list[tuple[tuple[str, str], str]]:
    return [((r.indikator, r.pertanyaan), r.jenis) for r in tabel.itertuples(index=False)]


def _form(hasil: Hasil) -> dict[tuple[str | None, ...], dict[str, Any]]:
    """Return label, whether reversed, offices and maximum of every klaster, indikator and question by its code."""
    p, i, k = hasil.pertanyaan, hasil.indikator, hasil.klaster
    opd = {kode: tuple(dict.fromkeys(o for os in milik for o in os)) for kode, milik in p.groupby("indikator")["opd"]}
    opd_k = {kode: tuple(dict.fromkeys(o for os in milik for o in os)) for kode, milik in p.groupby("klaster")["opd"]}
    isi: list[tuple[Any, ...]] = [
        *((r.klaster, None, None, r.nama, False, opd_k.get(r.klaster, ()), r.nilai_maksimal) for r in k.itertuples()),
        *(
            (r.klaster, r.indikator, None, r.nama, False, opd.get(r.indikator, ()), r.nilai_maksimal)
            for r in i.itertuples()
        ),
        *((r.klaster, r.indikator, r.pertanyaan, r.label, r.terbalik, r.opd, r.nilai_maksimal) for r in p.itertuples()),
    ]
    nama = ("klaster", "indikator", "pertanyaan", "label", "terbalik", "opd", "nilai_maksimal")
    return {baris[:3]: dict(zip(nama, baris, strict=True)) for baris in isi}


def _poin(hasil: Hasil) -> dict[tuple[str | None, ...], float]:
    """Return the points of every klaster, indikator and question at one stage by its code, NaN where not recorded."""
    p, i, k = hasil.pertanyaan, hasil.indikator, hasil.klaster
    return {
        **{(r.klaster, None, None): float(r.nilai) for r in k.itertuples()},
        **{(r.klaster, r.indikator, None): float(r.nilai) for r in i.itertuples()},
        **{(r.klaster, r.indikator, r.pertanyaan): float(r.nilai) for r in p.itertuples()},
    }


def _dibatasi(hasil: Hasil, baris: pd.DataFrame, poin: pd.Series) -> float:
    """Return the points that come back in all: per klaster and indikator no more than its maximum has room for."""
    ruang_i = _ruang(hasil.indikator, "indikator")
    ruang_k = _ruang(hasil.klaster, "klaster")
    per_klaster: dict[str, float] = {}
    for (klaster, indikator), milik in poin.groupby([baris["klaster"], baris["indikator"]], dropna=False):
        jumlah = float(milik.sum())
        if pd.notna(indikator):
            jumlah = min(jumlah, ruang_i[indikator])
        per_klaster[klaster] = per_klaster.get(klaster, 0.0) + jumlah
    return round(float(np.sum([min(n, ruang_k[k]) for k, n in per_klaster.items()])), 2)


def _ruang(tabel: pd.DataFrame, kolom: str) -> dict[str, float]:
    return dict(zip(tabel[kolom], tabel["nilai_maksimal"] - tabel["nilai"].fillna(0.0), strict=True))
