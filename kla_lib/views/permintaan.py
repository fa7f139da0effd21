"""List what is asked of the offices today: the documents, or the questions, with most points."""

from dataclasses import dataclass

import pandas as pd

from kla_lib.bahasa import _, format_tanggal
from kla_lib.scoring.dokumen import LENGKAP
from kla_lib.views.konteks import Konteks
from kla_lib.views.paket import Paket
from kla_lib.views.sebutan import poin, sebut_opd
from kla_lib.views.tampilan import Tampilan, potongan

PALING_BANYAK = 5


@dataclass(frozen=True)
class Permintaan:
    """One thing asked of an office; `poin` is what depends on it."""

    opd: str
    isi: str
    poin: float


def daftar_permintaan(sumber: Konteks | Paket) -> Tampilan:
    """Return the five requests with most points, for a klaster or the whole meeting."""
    konteks = sumber.konteks if isinstance(sumber, Paket) else sumber
    pertanyaan = sumber.pertanyaan if isinstance(sumber, Paket) else _semua_pertanyaan(konteks)
    ada_dokumen = konteks.hasil is not None and konteks.hasil.terdukung is not None
    if pertanyaan is None or pertanyaan.empty:
        permintaan: list[Permintaan] = []
    elif ada_dokumen:
        permintaan = permintaan_dokumen(konteks, pertanyaan)[:PALING_BANYAK]
    else:
        permintaan = permintaan_pertanyaan(konteks, pertanyaan)[:PALING_BANYAK]
    tenggat = konteks.rapat.tenggat
    baris = [
        {
            "opd": p.opd,
            "isi": p.isi,
            "poin": poin(p.poin),
            "tenggat": _("s.d. {tanggal}").format(tanggal=format_tanggal(tenggat)) if tenggat else "",
        }
        for p in permintaan
    ]
    return potongan(
        "permintaan",
        "\n".join(f"{b['opd']}: {b['isi']} ({b['poin']})" for b in baris),
        baris=baris,
        catatan=_catatan(ada_dokumen),
        kosong=_("Tidak ada yang bisa diminta dari data ini: nilai per pertanyaan tidak tersedia."),
    )


def _semua_pertanyaan(konteks: Konteks) -> pd.DataFrame | None:
    return None if konteks.hasil is None else konteks.hasil.pertanyaan


def _catatan(ada_dokumen: bool) -> str:
    if ada_dokumen:
        return _(
            "Urut menurut poin yang bergantung pada dokumen itu. Satu poin bisa bergantung pada beberapa dokumen, "
            "jadi angkanya tidak untuk dijumlahkan."
        )
    return _(
        "Urut menurut poin yang masih tersedia, karena dokumen belum dicatat. "
        "Isi lembar Data dukung agar daftar ini menyebut dokumennya."
    )


def permintaan_dokumen(konteks: Konteks, pertanyaan: pd.DataFrame) -> list[Permintaan]:
    """Return the documents that are not complete, by the recorded points that wait for them."""
    buku = konteks.buku
    if buku.data_dukung is None or buku.dokumen_pertanyaan is None:
        return []
    tunggu = pertanyaan.loc[pertanyaan["status"] != LENGKAP, ["indikator", "pertanyaan", "nilai"]]
    milik = buku.dokumen_pertanyaan.merge(tunggu, on=["indikator", "pertanyaan"])
    bergantung = milik.groupby("id_dokumen")["nilai"].sum()
    dokumen = buku.data_dukung[buku.data_dukung["status"] != LENGKAP].set_index("id_dokumen")
    hasil = [
        Permintaan(
            konteks.daerah.nama_opd(d["opd"]) if d["opd"] else _("Kantor belum dicatat"),
            _kerjakan(d["status"], d["judul"], d["catatan"]),
            float(bergantung[id_dokumen]),
        )
        for id_dokumen, d in dokumen.iterrows()
        if bergantung.get(id_dokumen, 0.0) > 0
    ]
    return sorted(hasil, key=lambda p: (-p.poin, p.isi))


def _kerjakan(status: str, judul: str, catatan: str | None) -> str:
    kerja = {
        "kurang": _("lengkapi {judul}"),
        "tidak_ada": _("cari atau siapkan {judul}"),
        "belum_diperiksa": _("periksa {judul}"),
    }[status].format(judul=judul)
    return f"{kerja}. {catatan}" if catatan else kerja


def permintaan_pertanyaan(konteks: Konteks, pertanyaan: pd.DataFrame) -> list[Permintaan]:
    """Return the questions with most points still available."""
    sisa = pertanyaan.assign(sisa=pertanyaan["nilai_maksimal"] - pertanyaan["nilai"].fillna(0))
    sisa = sisa[sisa["sisa"].round(2) > 0].sort_values("sisa", ascending=False, kind="stable")
    return [
        Permintaan(
            sebut_opd(konteks, r.opd),
            _("{kode} {label}").format(kode=f"{r.indikator}/{r.pertanyaan}", label=r.label)
            + ("" if pd.notna(r.nilai) else _(" (belum dinilai)")),
            float(r.sisa),
        )
        for r in sisa.itertuples(index=False)
    ]
