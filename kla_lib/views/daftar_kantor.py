"""List the offices of a city in the order of the alphabet, with how much is asked of each."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.scoring.dokumen import LENGKAP
from kla_lib.scoring.kebutuhan import KebutuhanOpd
from kla_lib.views.dokumen import sebut_status
from kla_lib.views.konteks import Konteks
from kla_lib.views.lembar import pernyataan
from kla_lib.views.tampilan import Kolom, Tampilan, potongan, tabel


def kalimat_daftar(kantor: Mapping[str, KebutuhanOpd]) -> Tampilan:
    """Return how many offices there are, or why none is known."""
    if not kantor:
        return pernyataan(
            _("Halaman per kantor belum bisa dibuat."),
            [
                _(
                    "Buku data ini memuat nilai per klaster saja, tanpa pertanyaan, dokumen, RAD, atau keputusan; "
                    "kantor penanggung jawabnya belum diketahui."
                )
            ],
        )
    diminta = sum(bool(k.butuh) for k in kantor.values())
    utama = _("{n} kantor, urut abjad. Dari {diminta} di antaranya masih ada yang kita minta.").format(
        n=len(kantor), diminta=diminta
    )
    return pernyataan(utama)


def daftar_kantor(konteks: Konteks, kantor: Mapping[str, KebutuhanOpd], tautan: Mapping[str, str]) -> Tampilan:
    """Return a link to the page of each office; the order says nothing about how much it did.

    tautan: place of the page by role.
    """
    baris = sorted(
        (
            {
                "nama": konteks.daerah.nama_opd(peran),
                "tautan": tautan[peran],
                "kalimat": _("{n} hal diminta").format(n=format_angka(len(k.butuh), 0))
                if k.butuh
                else _("tidak ada yang diminta saat ini"),
            }
            for peran, k in kantor.items()
        ),
        key=lambda b: (b["nama"].casefold(), b["tautan"]),
    )
    return potongan("daftar_kantor", "\n".join(f"{b['nama']}: {b['kalimat']}" for b in baris), kantor=baris)


def tabel_tanpa_kantor(konteks: Konteks) -> Tampilan:
    """Return the documents and decisions that nobody answers for, so that they are not lost; nothing where none is."""
    baris = [*_dokumen(konteks), *_keputusan(konteks)]
    if not baris:
        return Tampilan("", "")
    kolom = [Kolom("nomor", _("Nomor")), Kolom("isi", _("Isi")), Kolom("status", _("Status"))]
    n_dokumen = len(_dokumen(konteks))
    kalimat = []
    if n_dokumen:
        kalimat.append(_("{n} dokumen yang belum lengkap belum punya kantor.").format(n=n_dokumen))
    if len(baris) > n_dokumen:
        kalimat.append(_("{n} keputusan rapat yang belum selesai belum punya kantor.").format(n=len(baris) - n_dokumen))
    pesan = " ".join([*kalimat, _("Tulis kantornya di kolom opd supaya masuk ke halaman kantor itu.")])
    t = tabel(_("Belum punya kantor"), kolom, baris, "", "tanpa-judul")
    return Tampilan(potongan("paragraf", pesan, paragraf=[pesan]).html + t.html, f"{pesan}\n{t.teks}")


def _dokumen(konteks: Konteks) -> list[dict[str, Any]]:
    d = konteks.buku.data_dukung
    if d is None:
        return []
    milik = d[d["opd"].isna() & (d["status"] != LENGKAP)]
    return [
        {"nomor": r.id_dokumen, "isi": r.judul, "status": sebut_status(r.status)} for r in milik.itertuples(index=False)
    ]


def _keputusan(konteks: Konteks) -> list[dict[str, Any]]:
    t = konteks.buku.tindak_lanjut
    if t is None:
        return []
    milik = t[t["opd"].isna() & ~t["status"].isin(["selesai", "batal"])]
    return [
        {
            "nomor": r.id_keputusan,
            "isi": r.keputusan,
            "status": r.status if pd.notna(r.status) else _("belum dicatat"),
        }
        for r in milik.itertuples(index=False)
    ]
