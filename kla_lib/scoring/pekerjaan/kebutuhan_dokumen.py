"""List the documents that the task force still needs, by the office that holds them."""

from collections import defaultdict
from typing import Any

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.dokumen.register import kaitan_penentu, register_dokumen
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.pekerjaan.kebutuhan import DOKUMEN, NILAI, PEMERIKSA, PERIKSA, TANPA_DOKUMEN, Hari, Kebutuhan

Milik = dict[str, list[Kebutuhan]]
"""Things needed by role."""


def kebutuhan_dokumen(
    buku: Buku, hasil: Hasil | None, p: pd.DataFrame, nanti: set[str], hari: Hari
) -> tuple[Milik, Milik, Milik]:
    """Return by office the documents needed, those that wait for a look, and those of the next cycle."""
    butuh: Milik = defaultdict(list)
    diperiksa: Milik = defaultdict(list)
    tunda: Milik = defaultdict(list)
    register = register_dokumen(buku, hasil)
    if register is None:
        return butuh, diperiksa, tunda
    nilai = dict(zip(p["kode"], p["nilai"], strict=True))
    penentu = _penentu(buku)
    for d in register[register["status"] != LENGKAP].itertuples(index=False):
        kode = penentu.get(d.id_dokumen, [])
        b = _satu_dokumen(d, [k for k in kode if k not in nanti], nilai, hari)
        opd = d.opd if pd.notna(d.opd) else ""
        if kode and set(kode) <= nanti:
            tunda[opd].append(b)
        elif d.status == "belum_diperiksa":
            diperiksa[opd].append(b)
            butuh[PEMERIKSA].append(b)
        else:
            butuh[opd].append(b)
    for milik in (butuh, diperiksa, tunda):
        milik.pop("", None)
    return butuh, diperiksa, tunda


def _penentu(buku: Buku) -> dict[str, list[str]]:
    """Return for each document the questions whose points depend on it."""
    if buku.dokumen_pertanyaan is None:
        return {}
    hasil: defaultdict[str, list[str]] = defaultdict(list)
    for r in kaitan_penentu(buku.dokumen_pertanyaan).itertuples(index=False):
        hasil[r.id_dokumen].append(kode_pertanyaan(r.indikator, r.pertanyaan))
    return hasil


def _satu_dokumen(d: Any, kode: list[str], nilai: dict[str, float], hari: Hari) -> Kebutuhan:
    menunggu = tuple((k, float(nilai[k])) for k in kode if pd.notna(nilai.get(k)))
    return Kebutuhan(
        PERIKSA if d.status == "belum_diperiksa" else DOKUMEN,
        d.id_dokumen,
        d.judul,
        tuple(d.kode),
        menunggu,
        round(sum(n for _kode, n in menunggu), 2) if menunggu else None,
        hari.paling_awal(kode),
        d.opd if pd.notna(d.opd) else None,
        d.status,
        d.terbuka,
        d.catatan if pd.notna(d.catatan) else None,
    )


def kebutuhan_pertanyaan(buku: Buku, p: pd.DataFrame, nanti: set[str], hari: Hari) -> list[tuple[str, Kebutuhan]]:
    """Return the questions without points, and those with points that want an attachment and have none recorded."""
    ada = set() if buku.data_dukung is None else {k for kode in _penentu(buku).values() for k in kode}
    hasil = []
    for r in p[(p["nilai_maksimal"] > 0) & ~p["kode"].isin(nanti)].itertuples(index=False):
        if not r.opd:
            continue
        if not r.tercatat:
            jenis, poin = NILAI, float(r.nilai_maksimal)
        elif r.nilai > 0 and r.kode not in ada and (r.lampiran or r.matriks or r.foto):
            jenis, poin = TANPA_DOKUMEN, float(r.nilai)
        else:
            continue
        isi = Kebutuhan(
            jenis, r.kode, r.label, (r.kode,), ((r.kode, poin),), poin, hari.paling_awal([r.kode]), terbalik=r.terbalik
        )
        hasil.append((r.opd[0], isi))
    return hasil
