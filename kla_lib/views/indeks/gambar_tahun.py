"""Draw the index and its klaster over the years, a panel each; a year without a value stays open."""

from itertools import pairwise

import pandas as pd

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.indeks import IndeksKota
from kla_lib.scoring.indeks.hitung import HasilIndeks
from kla_lib.views.indeks.meja import MejaIndeks
from kla_lib.views.indeks.petak import (
    Bidang,
    Garis,
    Petak,
    draw_deret,
    draw_sumbu,
    make_bidang,
    sebut_deret,
    susun_petak,
)
from kla_lib.views.rupa.tampilan import Tampilan, tanpa_isi
from kla_lib.views.rupa.tema import GARIS, TINTA, WARNA_SERI


def chart_indeks(meja: MejaIndeks) -> Tampilan:
    """Return the panels over the years; in their place why there is nothing to draw."""
    hasil = meja.kota.hasil
    if hasil is None:
        return tanpa_isi(_("Belum bisa digambar: buku ini belum memuat satu angka pun dari ukuran indeks."))
    kosong = _kosong(meja, [str(k) for k in hasil.klaster if hasil.klaster[k].isna().all()])
    if hasil.klaster.isna().all(axis=None):
        return tanpa_isi(_("Belum bisa digambar: tidak satu klaster pun cukup datanya.") + " " + kosong)
    resmi = meja.kota_resmi.hasil if meja.diubah else None
    batas = [0.0, meja.kota.indeks.skala, *_ujung(hasil)]
    bidang = make_bidang((int(t) for t in hasil.nilai.index), *batas)
    petak = [_semua(meja.kota, hasil, resmi, bidang)]
    for k in hasil.klaster.columns[hasil.klaster.notna().any()]:
        nama = meja.siap.instrumen.klaster_of(str(k)).judul_pendek
        lama = None if resmi is None else resmi.klaster[k]
        petak.append(_petak(nama, hasil.klaster[k], lama, bidang, WARNA_SERI[str(k)], meja.kota.indeks.desimal))
    kaki = _kaki(hasil, bidang, resmi is not None)
    return susun_petak(petak, [*kaki, kosong] if kosong else kaki)


def _kosong(meja: MejaIndeks, klaster: list[str]) -> str:
    """Return which klaster never have a value, with the cover of the year that is told; nothing for none."""
    cakupan = meja.kota.klaster
    daftar = [
        f"{meja.siap.instrumen.klaster_of(k).nama_pendek} ({format_angka(100 * cakupan[k][1], 0)} %)" for k in klaster
    ]
    if not daftar:
        return ""
    kalimat = _("Datanya belum cukup untuk sebuah nilai di tahun mana pun: {daftar}; perlu {minimal} %.")
    return kalimat.format(daftar=gabung(daftar), minimal=format_angka(100 * meja.kota.indeks.cakupan_minimal, 0))


def _ujung(hasil: HasilIndeks) -> list[float]:
    """Return the ends of what is drawn: by some ways of normalising it leaves the scale."""
    semua = hasil.klaster.assign(_semua=hasil.nilai).stack().dropna()
    return [] if semua.empty else [float(semua.min()), float(semua.max())]


def _semua(kota: IndeksKota, hasil: HasilIndeks, resmi: HasilIndeks | None, bidang: Bidang) -> Petak:
    lama = None if resmi is None else resmi.nilai
    petak = _petak(kota.indeks.judul, hasil.nilai, lama, bidang, TINTA, kota.indeks.desimal)
    selang = kota.ketidakpastian
    if selang is not None:
        for t, r in selang.nilai.iterrows():
            x = bidang.x(int(str(t)))
            petak.garis.append(Garis(x, bidang.y(r["bawah"]), x, bidang.y(r["atas"]), "#b8b8b8", 6.0))
    return petak


def _petak(judul: str, deret: pd.Series, lama: pd.Series | None, bidang: Bidang, warna: str, desimal: int) -> Petak:
    petak = Petak(judul, sebut_deret(deret, desimal))
    draw_sumbu(petak, bidang, [bidang.rendah, (bidang.rendah + bidang.tinggi) / 2, bidang.tinggi])
    if lama is not None:
        ada = [(int(t), float(n)) for t, n in lama.dropna().items()]
        petak.garis += [
            Garis(bidang.x(a), bidang.y(m), bidang.x(b), bidang.y(n), GARIS, 1.5, "3 3")
            for (a, m), (b, n) in pairwise(ada)
            if b == a + 1
        ]
    draw_deret(petak, bidang, deret, warna, desimal)
    if deret.notna().sum() == 1:
        petak.catatan.append(_("Baru satu tahun, jadi belum ada arahnya."))
    elif not deret.notna().any():
        petak.catatan.append(_("Datanya belum cukup untuk sebuah nilai."))
    return petak


def _kaki(hasil: HasilIndeks, bidang: Bidang, skenario: bool) -> list[str]:
    kalimat = []
    digambar = hasil.klaster.loc[:, hasil.klaster.notna().any()].assign(_semua=hasil.nilai)
    if digambar.reindex(bidang.tahun).isna().any(axis=None):
        kalimat.append(_("× : tahun tanpa nilai; garis tidak menyambungnya."))
    if hasil.nilai.notna().any():
        kalimat.append(_("Pita kelabu: rentang nilainya dalam 9 dari 10 undian bobot dan rata-rata."))
    if skenario:
        kalimat.append(_("Garis putus-putus: menurut bobot di berkas indeks."))
    return kalimat
