"""State every number of a page as a fact that can be traced to a row of the data book."""

from typing import Any

import pandas as pd

from kla_lib.data.bentuk import CAPAIAN, PENILAIAN
from kla_lib.scoring.dokumen import BAGIAN
from kla_lib.scoring.hasil import Hasil
from kla_lib.scoring.verifikasi import TAHAP_AKHIR, Perkiraan
from kla_lib.views.konteks import Konteks
from kla_lib.views.mime import MIME_FAKTA
from kla_lib.views.paket import Paket
from kla_lib.views.risiko import risiko_of
from kla_lib.views.tampilan import Tampilan

Fakta = dict[str, Any]

UJUNG = ("", ":terendah", ":tertinggi")
"""Under the main assumption, and the lowest and highest over all of them."""


def fakta(sumber: Konteks | Paket) -> Tampilan:
    """Return the facts of a pack or of the whole meeting; the batch stores them as fakta.json."""
    isi = fakta_paket(sumber) if isinstance(sumber, Paket) else fakta_rapat(sumber)
    return Tampilan("", f"{len(isi)} fakta", {MIME_FAKTA: isi})


def fakta_paket(paket: Paket) -> list[Fakta]:
    """Return the facts of one klaster, sorted by id."""
    isi: list[Fakta] = []
    hasil = paket.konteks.hasil
    if hasil is not None and paket.pertanyaan is not None and paket.indikator is not None:
        klaster = hasil.klaster[hasil.klaster["klaster"] == paket.klaster.id]
        isi += _klaster(hasil, klaster)
        isi += [
            _fakta(
                f"nilai:{hasil.tahap}:{r.indikator}",
                r.nilai,
                "poin",
                "indikator",
                r.indikator,
                PENILAIAN.lembar,
                r.baris,
            )
            for r in paket.indikator.itertuples(index=False)
        ]
        isi += [
            _fakta(
                f"nilai:{hasil.tahap}:{r.indikator}/{r.pertanyaan}",
                r.nilai,
                "poin",
                "pertanyaan",
                f"{r.indikator}/{r.pertanyaan}",
                PENILAIAN.lembar,
                r.baris,
            )
            for r in paket.pertanyaan.itertuples(index=False)
        ]
    if paket.capaian is not None:
        isi += _capaian(paket.capaian)
    r = risiko_of(paket)
    if r is not None:
        for akhiran, nilai in zip(UJUNG, (r.hilang, *r.rentang), strict=True):
            id_fakta = f"risiko:{TAHAP_AKHIR}:{paket.klaster.id}{akhiran}"
            isi.append(_fakta(id_fakta, nilai, "poin", "klaster", paket.klaster.id, PENILAIAN.lembar, 0))
    return _urut(isi)


def fakta_rapat(konteks: Konteks) -> list[Fakta]:
    """Return the facts of the meeting's summary, sorted by id."""
    h = konteks.hasil
    if h is None:
        return []
    isi = _klaster(h, h.klaster)
    for nama, nilai in (("diklaim", h.diklaim), ("terdukung", h.terdukung)):
        isi.append(_fakta(f"{nama}:{h.tahap}", nilai, "poin", "daerah", konteks.daerah.id, PENILAIAN.lembar, 0))
    for kategori, jarak in h.jarak.items():
        isi.append(_fakta(f"jarak:{h.tahap}:{kategori}", jarak, "poin", "kategori", kategori, PENILAIAN.lembar, 0))
    if konteks.perkiraan is not None:
        isi += _perkiraan(konteks.perkiraan, konteks.daerah.id)
    return _urut(isi)


def _perkiraan(p: Perkiraan, daerah: str) -> list[Fakta]:
    """Return the quantiles (poin), and every chance as a share with its ends over the assumptions."""
    isi = []
    for nama in ("p05", "p50", "p95"):
        for akhiran, nilai in zip(UJUNG, (getattr(p, nama), *p.rentang_kuantil[nama]), strict=True):
            id_fakta = f"perkiraan:{p.tahap}:{nama}{akhiran}"
            isi.append(_fakta(id_fakta, nilai, "poin", "daerah", daerah, PENILAIAN.lembar, 0))
    for jenis, peluang, rentang in (
        ("peluang", p.peluang, p.rentang_anggapan),
        ("mencapai", p.mencapai, p.rentang_mencapai),
    ):
        for k, n in peluang.items():
            for akhiran, nilai in zip(UJUNG, (n, *rentang[k]), strict=True):
                id_fakta = f"{jenis}:{p.tahap}:{k}{akhiran}"
                isi.append(_fakta(id_fakta, nilai, "bagian", "kategori", k, PENILAIAN.lembar, 0))
    return isi


def _klaster(hasil: Hasil, klaster: pd.DataFrame) -> list[Fakta]:
    isi = []
    for r in klaster.itertuples(index=False):
        isi.append(
            _fakta(f"nilai:{hasil.tahap}:{r.klaster}", r.nilai, "poin", "klaster", r.klaster, PENILAIAN.lembar, r.baris)
        )
        if hasil.terdukung is not None:
            isi += [
                _fakta(
                    f"{b}:{hasil.tahap}:{r.klaster}", getattr(r, b), "poin", "klaster", r.klaster, PENILAIAN.lembar, 0
                )
                for b in BAGIAN
            ]
    return isi


def _capaian(capaian: pd.DataFrame) -> list[Fakta]:
    return [
        _fakta(
            f"capaian:{r.ukuran}:{r.wilayah}:{r.tahun}:{r.jenis_sumber}",
            r.nilai,
            r.satuan,
            "capaian",
            r.indikator,
            CAPAIAN.lembar,
            baris,
        )
        for baris, r in zip(capaian.index, capaian.itertuples(index=False), strict=True)
    ]


def _fakta(id_fakta: str, nilai: float | None, satuan: str, tingkat: str, kode: str, lembar: str, baris: int) -> Fakta:
    """Return one fact; row 0 means added up from several rows, and becomes null."""
    return {
        "id": id_fakta,
        "nilai": None if nilai is None or pd.isna(nilai) else round(float(nilai), 6),
        "satuan": satuan,
        "tingkat": tingkat,
        "kode": kode,
        "asal": {"lembar": lembar, "baris": int(baris) or None},
    }


def _urut(isi: list[Fakta]) -> list[Fakta]:
    return sorted(isi, key=lambda f: f["id"])
