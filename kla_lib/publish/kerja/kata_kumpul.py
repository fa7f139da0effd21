"""Say what a collection brought: in words for the evaluator, as data for `--json`."""

from collections.abc import Iterator, Mapping
from typing import Any

from kla_lib.bahasa import _
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.data.kumpul.asal import kunci_teks
from kla_lib.data.kumpul.gabung import BUKU, Kejadian, Letak
from kla_lib.data.kumpul.kekurangan import BELUM, DITERIMA, DITOLAK, KOSONG
from kla_lib.data.kumpul.kiriman import SelIsi
from kla_lib.data.kumpul.pengumpulan import Pengumpulan
from kla_lib.data.tulis import to_teks
from kla_lib.errors import KlaError

PALING_BANYAK = 8
"""Codes named in a line; the rest is counted."""


def lines_of(p: Pengumpulan, sel: Mapping[Letak, str]) -> Iterator[str]:
    """Return the report line by line: delivered, changed, disagreeing, left out, missing.

    sel: the cell in the book of each place that is disputed.
    """
    per_keadaan = {k: [x for x in p.kekurangan if x.keadaan == k] for k in (DITERIMA, KOSONG, DITOLAK, BELUM)}
    yield _("{n} dari {semua} kantor sudah mengirim isian.").format(
        n=len(per_keadaan[DITERIMA]), semua=len(p.kekurangan)
    )
    for keadaan, kalimat in (
        (KOSONG, _("Berkasnya kembali tanpa isian: {daftar}.")),
        (DITOLAK, _("Berkasnya ada, tetapi tidak bisa diambil (lihat di bawah): {daftar}.")),
        (BELUM, _("Belum mengirim: {daftar}.")),
    ):
        if per_keadaan[keadaan]:
            yield kalimat.format(daftar=", ".join(p.daerah.nama_opd(k.opd) for k in per_keadaan[keadaan]))
    for k in p.kiriman:
        yield _("  {kantor} ({berkas}): {n} pertanyaan dijawab, {d} dokumen").format(
            kantor=p.daerah.nama_opd(k.opd), berkas=k.berkas, n=k.dinilai, d=k.dokumen
        )
    yield _("{baru} isian baru, {ubah} diperbarui.").format(
        baru=len(p.kumpulan.pilih("baru")),
        ubah=len(p.kumpulan.pilih("diperbarui")),
    )
    yield from _ganti(p)
    yield from _bentrok(p, sel)
    yield from _dilewati(p)
    for nama in p.salinan_bentrok:
        yield _("  {berkas}: salinan kedua buatan folder awan, tidak dibaca; bandingkan dengan aslinya").format(
            berkas=nama
        )
    if p.salah:
        yield ""
        yield _("Tidak diambil ({n} kesalahan):").format(n=len(p.salah))
        yield from (f"  {baris}" for baris in str(KlaError(p.salah)).splitlines())
    yield from _kurang(p)


def _ganti(p: Pengumpulan) -> Iterator[str]:
    for k in p.kumpulan.pilih("diperbarui"):
        if k.letak[2] != "dikonfirmasi":
            yield _("  {tempat}: {lama} menjadi {baru} ({siapa})").format(
                tempat=_tempat(k),
                lama=_isi(k.lama),
                baru=_isi(k.baru),
                siapa=", ".join(dict.fromkeys(p.daerah.nama_opd(s.opd) for s in k.suara)),
            )


def _bentrok(p: Pengumpulan, sel: Mapping[Letak, str]) -> Iterator[str]:
    if not p.bentrok:
        return
    yield ""
    yield _("Bentrok ({n}). Sepakati jawabannya, tulis di buku data, lalu kumpulkan lagi:").format(n=len(p.bentrok))
    for k in p.bentrok:
        tempat = _("di buku: {sel}").format(sel=sel[k.letak]) if k.letak in sel else _("barisnya belum ada di buku")
        yield f"  {_tempat(k)} ({tempat})"
        if teks := label_of(p, k):
            yield f"    {teks}"
        yield from (f"    {_isi(s.nilai)}  {_siapa(p, s)}" for s in k.suara)


def _dilewati(p: Pengumpulan) -> Iterator[str]:
    lewat = [(k, s) for k in p.kumpulan.kejadian for s in k.dilewati]
    if not lewat:
        return
    yield ""
    yield _("Berbeda, tetapi belum dikonfirmasi kantornya, jadi tidak dipakai ({n}):").format(n=len(lewat))
    for k, s in lewat:
        yield _("  {tempat}: {isi} dari {siapa}; di buku {baru}").format(
            tempat=_tempat(k), isi=_isi(s.nilai), siapa=_siapa(p, s), baru=_isi(k.baru)
        )


def label_of(p: Pengumpulan, k: Kejadian) -> str:
    """Return the text of the question that a place belongs to, or nothing."""
    bentuk, kunci, _kolom = k.letak
    if bentuk is not PENILAIAN:
        return ""
    tanya = p.instrumen.pertanyaan
    cocok = tanya.loc[(tanya["indikator"] == kunci[2]) & (tanya["pertanyaan"] == kunci[3]), "label"]
    return str(cocok.iloc[0]) if len(cocok) else ""


def _siapa(p: Pengumpulan, s: SelIsi) -> str:
    if s.opd == BUKU:
        return _("isi buku sebelumnya")
    return f"{p.daerah.nama_opd(s.opd)} ({s.berkas}, {s.sel})"


def _kurang(p: Pengumpulan) -> Iterator[str]:
    yield ""
    yield _("Yang belum:")
    for k in p.kekurangan:
        nama = p.daerah.nama_opd(k.opd)
        if k.keadaan in (BELUM, DITOLAK):
            yield _("  {kantor}: {n} pertanyaan, belum ada isian").format(kantor=nama, n=k.pertanyaan)
        elif k.belum_dinilai or k.belum_berdokumen:
            yield _("  {kantor}: {n} dari {semua} pertanyaan belum dinilai{daftar}; {d} belum berdokumen").format(
                kantor=nama,
                n=len(k.belum_dinilai),
                semua=k.pertanyaan,
                daftar=_daftar(k.belum_dinilai),
                d=len(k.belum_berdokumen),
            )


def _daftar(kode: tuple[str, ...]) -> str:
    if not kode:
        return ""
    lebih = ", …" if len(kode) > PALING_BANYAK else ""
    return f" ({', '.join(kode[:PALING_BANYAK])}{lebih})"


def _tempat(k: Kejadian) -> str:
    bentuk, kunci, kolom = k.letak
    return _("{lembar} [{kunci}], kolom {kolom}").format(lembar=bentuk.lembar, kunci=kunci_teks(kunci), kolom=kolom)


def _isi(nilai: Any) -> str:
    return to_teks(nilai) or _("(kosong)")


def report(p: Pengumpulan) -> dict[str, Any]:
    """Return what `kla collect --json` prints."""
    return {
        "kiriman": [{"opd": k.opd, "berkas": k.berkas, "dinilai": k.dinilai, "dokumen": k.dokumen} for k in p.kiriman],
        "berubah": p.berubah,
        "baru": len(p.kumpulan.pilih("baru")),
        "diperbarui": [_kejadian(k) for k in p.kumpulan.pilih("diperbarui")],
        "bentrok": [_kejadian(k) for k in p.bentrok],
        "dilewati": [_kejadian(k) for k in p.kumpulan.kejadian if k.dilewati],
        "kesalahan": [k.sebagai_dict() for k in p.salah],
        **{keadaan: [k.opd for k in p.kekurangan if k.keadaan == keadaan] for keadaan in (KOSONG, DITOLAK)},
        "belum_mengirim": [k.opd for k in p.kekurangan if k.keadaan == BELUM],
        "kekurangan": {
            k.opd: {
                "pertanyaan": k.pertanyaan,
                "belum_dinilai": list(k.belum_dinilai),
                "belum_berdokumen": list(k.belum_berdokumen),
            }
            for k in p.kekurangan
        },
    }


def _kejadian(k: Kejadian) -> dict[str, Any]:
    bentuk, kunci, kolom = k.letak
    return {
        "lembar": bentuk.lembar,
        "kunci": kunci_teks(kunci),
        "kolom": kolom,
        "lama": to_teks(k.lama),
        "baru": to_teks(k.baru),
        "suara": [{"opd": s.opd, "berkas": s.berkas, "sel": s.sel, "isi": to_teks(s.nilai)} for s in k.suara],
    }
