"""Turn the register of documents around: what each serves, what depends on it, what to upload in which order."""

from typing import Any

import pandas as pd

from kla_lib.data.bentuk import BUTIR_DOKUMEN
from kla_lib.data.buku import Buku
from kla_lib.data.dokumen import butir_diminta, sesudah_tahun
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.nilai.hasil import Hasil

YA, TIDAK, BELUM, TIDAK_DIMINTA, TIDAK_DIKETAHUI = "ya", "tidak", "belum", "tidak_diminta", "tidak_diketahui"
"""State of an item: looked at and there; looked at and absent; asked for and not looked at; not asked for;
not looked at, and the form does not say whether it is asked for."""


def kaitan_penentu(dokumen_pertanyaan: pd.DataFrame) -> pd.DataFrame:
    """Return the links on which a question's points depend: its required documents, else its optional ones."""
    wajib = dokumen_pertanyaan["wajib"].astype(bool)
    punya_wajib = wajib.groupby([dokumen_pertanyaan["indikator"], dokumen_pertanyaan["pertanyaan"]]).transform("any")
    return dokumen_pertanyaan[wajib | ~punya_wajib.astype(bool)]


def dokumen_penentu(buku: Buku) -> dict[tuple[str, str], list[Any]]:
    """Return for each question the documents on which its points depend, as rows of the register."""
    milik: dict[tuple[str, str], list[Any]] = {}
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


def register_dokumen(buku: Buku, hasil: Hasil | None) -> pd.DataFrame | None:
    """Return one row per document of the register, or None where the book has none.

    Besides its own columns: `kode`, the questions it serves in the form's
    order; `poin`, the recorded points that depend on it (NaN where none is
    recorded), which documents share, so they are not to be added up; the five
    items as states; `terbuka`, the items asked for that are not yes, and those
    found absent of which the form does not say that nobody asks for them; and
    `sesudah_tahun`, dated after the evaluated year.
    """
    if buku.data_dukung is None:
        return None
    diminta = butir_diminta(buku.instrumen, buku.dokumen_pertanyaan)
    kode, poin = _kode_per_dokumen(buku), _poin_per_dokumen(buku, hasil)
    baris = []
    for d in buku.data_dukung.itertuples():
        minta = diminta.get(d.id_dokumen, dict.fromkeys(BUTIR_DOKUMEN))
        butir = {b: keadaan_butir(getattr(d, b), minta[b]) for b in BUTIR_DOKUMEN}
        baris.append(
            {
                **{k: getattr(d, k) for k in ("id_dokumen", "judul", "jenis", "opd", "tahun_dokumen")},
                **{k: getattr(d, k) for k in ("tanggal_dokumen", "status", "tautan", "catatan")},
                "kode": tuple(kode.get(d.id_dokumen, ())),
                "poin": poin.get(d.id_dokumen, float("nan")),
                **butir,
                "terbuka": tuple(b for b in BUTIR_DOKUMEN if _terbuka(butir[b], minta[b])),
                "sesudah_tahun": sesudah_tahun(d, buku.keterangan.tahun_evaluasi),
            }
        )
    return pd.DataFrame(baris, index=buku.data_dukung.index)


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


def _kode_per_dokumen(buku: Buku) -> dict[str, list[str]]:
    urut = daftar_unggah(buku)
    return {} if urut is None else urut.groupby("id_dokumen", sort=False)["kode"].agg(list).to_dict()


def _poin_per_dokumen(buku: Buku, hasil: Hasil | None) -> dict[str, float]:
    if hasil is None or buku.dokumen_pertanyaan is None:
        return {}
    nilai = hasil.pertanyaan[["indikator", "pertanyaan", "nilai"]]
    kaitan = kaitan_penentu(buku.dokumen_pertanyaan).merge(nilai, on=["indikator", "pertanyaan"])
    jumlah: dict[str, float] = kaitan.groupby("id_dokumen")["nilai"].sum(min_count=1).to_dict()
    return jumlah
