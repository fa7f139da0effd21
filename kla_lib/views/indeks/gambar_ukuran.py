"""Draw every measure of an index between its goalposts, with its target, and say whether the target is met."""

import pandas as pd

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.rules.indeks import ANGGAPAN, Acuan, Titik, UkuranIndeks
from kla_lib.scoring.indeks.target import Sasaran, check_target
from kla_lib.views.indeks.meja import MejaIndeks
from kla_lib.views.indeks.petak import (
    KANAN,
    KIRI,
    LEBAR,
    Bidang,
    Garis,
    Petak,
    Tanda,
    Tulisan,
    draw_deret,
    draw_sumbu,
    make_bidang,
    sebut_deret,
    susun_petak,
)
from kla_lib.views.rupa.tampilan import Tampilan, pernyataan, tanpa_isi
from kla_lib.views.rupa.tema import GARIS, WARNA_SERI

DESIMAL = 2


def kalimat_target(meja: MejaIndeks) -> Tampilan:
    """Return which targets of the measures are met, which are not, and which cannot be judged."""
    semua = {u.ukuran: (u, _sasaran(meja, u)) for u in meja.kota.indeks.ukuran}
    ada = {n: s for n, (_u, s) in semua.items() if s is not None}
    tercapai = [f"{n} ({s.tahun})" for n, s in ada.items() if s.tercapai]
    belum = [
        _("{ukuran} ({tahun}: {nilai}, target {target})").format(
            ukuran=n, tahun=s.tahun, nilai=format_angka(s.nilai), target=format_angka(s.target)
        )
        for n, s in ada.items()
        if not s.tercapai
    ]
    tanpa = [n for n in semua if n not in ada]
    if not ada:
        return pernyataan(_("Belum ada target yang bisa dinilai: tidak ada tahun yang punya angka dan target."))
    utama = _("Target tercapai pada {n} dari {semua} ukuran yang bisa dinilai.")
    lanjut = [
        _("Tercapai: {daftar}.").format(daftar=gabung(tercapai)) if tercapai else "",
        _("Belum: {daftar}.").format(daftar=gabung(belum)) if belum else "",
        _("Tidak bisa dinilai: {daftar}.").format(daftar=gabung(tanpa)) if tanpa else "",
    ]
    return pernyataan(utama.format(n=len(tercapai), semua=len(ada)), [k for k in lanjut if k])


def chart_ukuran(meja: MejaIndeks) -> Tampilan:
    """Return a panel per measure that has figures; those that have none stand in a sentence."""
    tabel = meja.kota.bahan.tabel
    ada = [u for u in meja.kota.indeks.ukuran if not tabel.empty and tabel[u.ukuran].notna().any()]
    if not ada:
        return tanpa_isi(_("Belum bisa digambar: buku ini belum memuat satu angka pun dari ukuran indeks."))
    kosong = [u.ukuran for u in meja.kota.indeks.ukuran if u not in ada]
    kaki = [_("Garis: titik acuan, hijau yang baik. Belah ketupat: target. × : tahun tanpa angka.")]
    if kosong:
        kaki.append(_("Tanpa angka: {daftar}.").format(daftar=gabung(kosong)))
    return susun_petak([_petak(meja, u) for u in ada], kaki)


def _sasaran(meja: MejaIndeks, u: UkuranIndeks) -> Sasaran | None:
    bahan = meja.kota.bahan
    if bahan.tabel.empty or bahan.target.empty:
        return None
    return check_target(bahan.tabel[u.ukuran], bahan.target[u.ukuran], u.arah)


def _petak(meja: MejaIndeks, u: UkuranIndeks) -> Petak:
    deret, target = meja.kota.bahan.tabel[u.ukuran], _target(meja, u)
    ujung = [t.nilai for t in (u.acuan.bawah, u.acuan.atas)] if u.acuan else []
    bidang = make_bidang([*map(int, deret.index), *map(int, target.index)], *deret.dropna(), *target, *ujung)
    petak = Petak(f"{u.ukuran} ({u.satuan})" if u.satuan else u.ukuran)
    draw_sumbu(petak, bidang, [])
    if u.acuan:
        _draw_acuan(petak, bidang, u, u.acuan)
    draw_deret(petak, bidang, deret, WARNA_SERI[u.klaster], DESIMAL)
    petak.tanda += [
        Tanda(bidang.x(int(str(t))), bidang.y(float(n)), "sasaran", GARIS,
              _("target {tahun}: {nilai}").format(tahun=t, nilai=format_angka(float(n))))
        for t, n in target.items()
    ]  # fmt: skip
    petak.catatan += [_sebut_target(_sasaran(meja, u), target), *([_sebut_acuan(u, u.acuan)] if u.acuan else [])]
    petak.uraian = sebut_deret(deret, DESIMAL)
    return petak


def _target(meja: MejaIndeks, u: UkuranIndeks) -> pd.Series:
    target = meja.kota.bahan.target
    return pd.Series(dtype=float) if target.empty else target[u.ukuran].dropna()


def _draw_acuan(petak: Petak, bidang: Bidang, u: UkuranIndeks, acuan: Acuan) -> None:
    baik = _baik(u, acuan)
    for t in (acuan.bawah, acuan.atas):
        y = bidang.y(t.nilai)
        petak.garis.append(
            Garis(
                KIRI,
                y,
                LEBAR - KANAN,
                y,
                "#1b7837" if t is baik else "#8a6d00",
                1.5,
                "5 3" if t.sumber == ANGGAPAN else "",
            )
        )
        petak.tulisan.append(Tulisan(KIRI - 4, y + 4, format_angka(t.nilai), "end"))


def _baik(u: UkuranIndeks, acuan: Acuan) -> Titik:
    return acuan.atas if u.arah == "naik_baik" else acuan.bawah


def _sebut_acuan(u: UkuranIndeks, acuan: Acuan) -> str:
    baik = _baik(u, acuan)
    buruk = acuan.bawah if baik is acuan.atas else acuan.atas
    return _("Acuan baik {baik} ({sumber_baik}), buruk {buruk} ({sumber_buruk}).").format(
        baik=format_angka(baik.nilai),
        sumber_baik=baik.sumber,
        buruk=format_angka(buruk.nilai),
        sumber_buruk=buruk.sumber,
    )


def _sebut_target(s: Sasaran | None, target: pd.Series) -> str:
    if s is not None:
        kata = _("tercapai") if s.tercapai else _("belum tercapai")
        return _("Target {tahun} {target}: {kata} ({nilai}).").format(
            tahun=s.tahun, target=format_angka(s.target), kata=kata, nilai=format_angka(s.nilai)
        )
    if target.empty:
        return _("Tanpa target.")
    kalimat = _("Target {tahun} {target}: belum bisa dinilai, angka tahun itu tidak ada.")
    return kalimat.format(tahun=target.index[-1], target=format_angka(float(target.iloc[-1])))
