"""Turn the register of documents around: what each serves, what depends on it, what to upload in which order."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

import pandas as pd

from kla_lib.data.bentuk import BUTIR_DOKUMEN
from kla_lib.data.buku import Buku
from kla_lib.data.dokumen import STATUS_TERCATAT, butir_diminta, milik_siklus_lain, sesudah_tahun, tahun_terbukti
from kla_lib.rules.form.kode import kode_pertanyaan, kolom_kode
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil

YA, TIDAK, BELUM, TIDAK_DIMINTA, TIDAK_DIKETAHUI = "ya", "tidak", "belum", "tidak_diminta", "tidak_diketahui"
"""State of an item: looked at and there; looked at and absent; asked for and not looked at; not asked for;
not looked at, and the form does not say whether it is asked for."""

KOLOM = (
    *("id_dokumen", "judul", "jenis", "opd", "tahun_dokumen", "tanggal_dokumen", "status", "tautan", "catatan"),
    *("tahun_terbukti", "tahun_lengkap", "tahun_kurang"),
    *("kode", "penentu", "menunggu", "poin", "terbuka", "sesudah_tahun", "nanti"),
)


def kaitan_penentu(dokumen_pertanyaan: pd.DataFrame) -> pd.DataFrame:
    """Return the links on which a question's points depend: its required documents, else its optional ones."""
    wajib = dokumen_pertanyaan["wajib"].astype(bool)
    punya_wajib = wajib.groupby([dokumen_pertanyaan["indikator"], dokumen_pertanyaan["pertanyaan"]]).transform("any")
    return dokumen_pertanyaan[wajib | ~punya_wajib.astype(bool)]


Penentu = dict[tuple[str, str], list[Any]]
"""For each question, by indikator and number, the documents on which its points depend, as rows of the register."""


def dokumen_penentu(buku: Buku) -> Penentu:
    """Return for each question the documents on which its points depend, as rows of the register."""
    milik: Penentu = {}
    if buku.data_dukung is None or buku.dokumen_pertanyaan is None:
        return milik
    dokumen = {d.id_dokumen: d for d in buku.data_dukung.itertuples()}
    for r in kaitan_penentu(buku.dokumen_pertanyaan).itertuples(index=False):
        milik.setdefault((r.indikator, r.pertanyaan), []).append(dokumen[r.id_dokumen])
    return milik


def keadaan_butir(dilihat: bool | None, diminta: bool | None) -> str:
    """Return the state of one item of a document's checklist; what somebody wrote down always shows."""
    if dilihat is not None and pd.notna(dilihat):
        return YA if dilihat else TIDAK
    if diminta is None:
        return TIDAK_DIKETAHUI
    return BELUM if diminta else TIDAK_DIMINTA


def _terbuka(keadaan: str, diminta: bool | None) -> bool:
    return keadaan != YA if diminta else (diminta is None and keadaan == TIDAK)


def register_dokumen(
    buku: Buku,
    hasil: Hasil | None,
    unggah: pd.DataFrame | None,
    nanti: Collection[str],
    kurang: Mapping[str, tuple[int, ...]] = MappingProxyType({}),
) -> pd.DataFrame | None:
    """Return one row per document of the register, or None where the book has none.

    unggah: of `daftar_unggah`.  nanti: codes of the questions that only the
    next cycle can bring ("21A/8").  kurang: of `tahun_kurang`.

    Besides its own columns: `kode`, the questions it serves in the form's
    order; `penentu`, those of this cycle whose points depend on it; `menunggu`,
    these with their recorded points; `poin`, their sum (NaN where none is recorded), which
    documents share, so it is not to be added up over them; the five items as
    states; `terbuka`, the items asked for that are not yes, and those found
    absent of which the form does not say that nobody asks for them;
    `tahun_terbukti`, the data years that it is recorded to prove, and
    `tahun_lengkap`, these where somebody called it complete, and
    `tahun_kurang`, those asked for that it leaves unproven;
    `sesudah_tahun`, dated after the evaluated year; and `nanti`, that only the
    next cycle can use it, so that nobody is asked for it now.

    `poin` is the one answer to how many points depend on a document: whoever
    shows such a number asks here.
    """
    if buku.data_dukung is None:
        return None
    diminta = butir_diminta(buku.instrumen, buku.dokumen_pertanyaan)
    kode = {} if unggah is None else unggah.groupby("id_dokumen", sort=False)["kode"].agg(list).to_dict()
    penentu, nilai = kode_penentu(buku), _nilai_per_kode(hasil)
    tahun = buku.keterangan.tahun_evaluasi
    baris = []
    for d in buku.data_dukung.itertuples():
        minta = diminta.get(d.id_dokumen, dict.fromkeys(BUTIR_DOKUMEN))
        butir = {b: keadaan_butir(getattr(d, b), minta[b]) for b in BUTIR_DOKUMEN}
        milik = penentu.get(d.id_dokumen, [])
        menunggu = tuple((k, nilai[k]) for k in milik if k in nilai and k not in nanti)
        baris.append(
            {
                **{k: getattr(d, k) for k in ("id_dokumen", "judul", "jenis", "opd", "tahun_dokumen")},
                **{k: getattr(d, k) for k in ("tanggal_dokumen", "status", "tautan", "catatan")},
                "tahun_terbukti": tahun_terbukti(d),
                "tahun_kurang": kurang.get(d.id_dokumen, ()),
                "tahun_lengkap": tahun_terbukti(d) if getattr(d, STATUS_TERCATAT, d.status) == LENGKAP else (),
                "kode": tuple(kode.get(d.id_dokumen, ())),
                "penentu": tuple(k for k in milik if k not in nanti),
                "menunggu": menunggu,
                "poin": round(sum(n for _kode, n in menunggu), 2) if menunggu else float("nan"),
                **butir,
                "terbuka": tuple(b for b in BUTIR_DOKUMEN if _terbuka(butir[b], minta[b])),
                "sesudah_tahun": sesudah_tahun(d, tahun),
                "nanti": milik_siklus_lain(d, tahun) or (bool(milik) and set(milik) <= set(nanti)),
            }
        )
    # Without rows pandas would have no columns either.
    return pd.DataFrame(baris, index=buku.data_dukung.index, columns=None if baris else [*KOLOM, *BUTIR_DOKUMEN])


def daftar_unggah(buku: Buku) -> pd.DataFrame | None:
    """Return one row per question and document in the order of the form, or None where no links are recorded.

    `sudah_di` is the earlier question at which the same document already
    stands, empty at its first.
    """
    if buku.data_dukung is None or buku.dokumen_pertanyaan is None:
        return None
    dokumen = {d.id_dokumen: d for d in buku.data_dukung.itertuples()}
    milik: dict[tuple[str, str], list[tuple[str, bool]]] = {}
    for r in buku.dokumen_pertanyaan.itertuples(index=False):
        milik.setdefault((r.indikator, r.pertanyaan), []).append((r.id_dokumen, bool(r.wajib)))
    pertama: dict[str, str] = {}
    baris = []
    for p in buku.instrumen.pertanyaan.itertuples(index=False):
        kode = kode_pertanyaan(p.indikator, p.pertanyaan)
        for id_dokumen, wajib in milik.get((p.indikator, p.pertanyaan), []):
            d = dokumen[id_dokumen]
            baris.append(
                {
                    "kode": kode,
                    "label": p.label,
                    "id_dokumen": id_dokumen,
                    "judul": d.judul,
                    "wajib": wajib,
                    "status": d.status,
                    "tautan": d.tautan,
                    "opd": d.opd,
                    "sudah_di": pertama.get(id_dokumen, ""),
                }
            )
            pertama.setdefault(id_dokumen, kode)
    kolom = ["kode", "label", "id_dokumen", "judul", "wajib", "status", "tautan", "opd", "sudah_di"]
    return pd.DataFrame(baris, columns=kolom)


def kode_penentu(buku: Buku) -> dict[str, list[str]]:
    """Return for each document the codes of the questions whose points depend on it."""
    if buku.dokumen_pertanyaan is None:
        return {}
    hasil: defaultdict[str, list[str]] = defaultdict(list)
    for r in kaitan_penentu(buku.dokumen_pertanyaan).itertuples(index=False):
        hasil[r.id_dokumen].append(kode_pertanyaan(r.indikator, r.pertanyaan))
    return hasil


def _nilai_per_kode(hasil: Hasil | None) -> dict[str, float]:
    """Return the recorded points of the questions by their code."""
    if hasil is None:
        return {}
    p = hasil.pertanyaan
    return {k: float(n) for k, n in zip(kolom_kode(p), p["nilai"], strict=True) if pd.notna(n)}
