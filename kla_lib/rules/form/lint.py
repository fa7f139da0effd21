"""Look for everything that is wrong with a form, also what its head declares (`kla lint`)."""

from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import maksud
from kla_lib.rules.daerah.daerah import peran_terpetakan
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.form.bacaan import BacaanForm, read_form
from kla_lib.rules.form.jumlah import check_jumlah, check_kode, jumlah_pertanyaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.form.lint_kode import check_kode_rusak
from kla_lib.rules.form.lint_pita import check_pita
from kla_lib.rules.form.temuan import Temuan, temuan_teks
from kla_lib.rules.params import Params

NAMA_LAIN = {"kunci": "kode_ganda"}
"""Kinds of faults of any table, as those who look at forms call them."""


def lint(params: Params, path: Path) -> list[Temuan]:
    """Return the findings of a form, those of its head first, each in the order of its file.

    Raises KlaError where the file cannot be read as a form.
    """
    form = read_form(params, path)
    hasil = [Temuan(replace(k, jenis=NAMA_LAIN.get(k.jenis, k.jenis))) for k in (*form.salah, *check_kode(form))]
    periksa: tuple[Callable[[BacaanForm], list[Temuan]], ...] = (
        _tanpa_kepala,
        check_jumlah,
        jumlah_pertanyaan,
        check_kode_rusak,
        _teks_ganda,
        _tanpa_opd,
        check_pita,
        _janggal,
    )
    for cek in periksa:
        hasil += cek(form)
    hasil += _peran_tanpa_kantor(form, load_peran(params), peran_terpetakan(params))
    tabel = form.mentah.berkas if form.mentah else ""
    return sorted(hasil, key=lambda t: (t.kesalahan.berkas == tabel, t.baris or 0))


def _tanpa_kepala(form: BacaanForm) -> list[Temuan]:
    if form.kepala is not None:
        return []
    return [
        Temuan(
            form.kesalahan_kepala(
                "tanpa_kepala",
                _("tabel ini tidak punya kepala form, jadi jumlahnya tidak bisa dibandingkan"),
                _("Tulis kepalanya di {nama}.").format(nama=form.path.with_suffix(".yaml").name),
            )
        )
    ]


def _teks_ganda(form: BacaanForm) -> list[Temuan]:
    """Return questions in the words of an earlier one, and those that the head says are so in the published form."""
    mentah, kepala = form.mentah, form.kepala
    if mentah is None:
        return []
    dinyatakan = {(t.indikator, t.pertanyaan): (n, t) for n, t in enumerate(kepala.teks_ganda if kepala else ())}
    hasil: list[Temuan] = []
    ada: dict[str, str] = {}
    kode_ada = []
    for baris, p in zip(form.pertanyaan.index, form.pertanyaan.itertuples(index=False), strict=True):
        kode = kode_pertanyaan(p.indikator, p.pertanyaan)
        kode_ada.append(kode)
        lain = ada.setdefault(" ".join(str(p.label or kode).split()).casefold(), kode)
        _nomor, sebab = dinyatakan.pop((p.indikator, p.pertanyaan), (0, None))
        if sebab is None and lain == kode:
            continue
        salah = _("pertanyaan {kode} memakai teks {lain}").format(kode=kode, lain=sebab.sama_dengan if sebab else lain)
        perbaikan = sebab.catatan if sebab else _("Periksa form aslinya, atau nyatakan di teks_ganda di kepala form.")
        hasil.append(
            Temuan(mentah.kesalahan("teks_ganda", salah, perbaikan, "label", int(str(baris))), sebab is not None)
        )
    for (i, p_asing), (nomor, _isi) in dinyatakan.items():
        salah = _("teks_ganda menyebut pertanyaan {i}/{p} yang tidak ada").format(i=i, p=p_asing)
        kesalahan = form.kesalahan_kepala(
            "teks_ganda", salah, maksud(kode_pertanyaan(i, p_asing), kode_ada), "teks_ganda", nomor
        )
        hasil.append(Temuan(kesalahan))
    return hasil


def _janggal(form: BacaanForm) -> list[Temuan]:
    """Return the questions with figures that cannot all hold."""
    return [] if form.mentah is None else [*temuan_teks(form.mentah)]


def _tanpa_opd(form: BacaanForm) -> list[Temuan]:
    """Return the questions without office that the head declares; an undeclared one was found while reading."""
    mentah = form.mentah
    if mentah is None or form.kepala is None or "opd" not in mentah.isi:
        return []
    tanpa = {(t.indikator, t.pertanyaan): t.dijawab_oleh for t in form.kepala.tanpa_opd}
    hasil = []
    for baris, i, p in zip(
        form.pertanyaan.index, form.pertanyaan["indikator"], form.pertanyaan["pertanyaan"], strict=True
    ):
        if (i, p) in tanpa and mentah.isi.loc[baris, "opd"] is None:
            salah = _("pertanyaan {i}/{p} tanpa kantor").format(i=i, p=p)
            perbaikan = _("Dijawab oleh {peran}, menurut tanpa_opd di kepala form.").format(peran=tanpa[i, p])
            hasil.append(Temuan(mentah.kesalahan("tanpa_opd", salah, perbaikan, "opd", int(str(baris))), True))
    return hasil


def _peran_tanpa_kantor(form: BacaanForm, dikenal: Collection[str], dipetakan: Collection[str]) -> list[Temuan]:
    """Return, at its first question, each role that no city file maps to an office."""
    if form.mentah is None:
        return []
    hasil = []
    sudah: set[str] = set()
    for baris, opd in form.pertanyaan["opd"].items():
        for peran in opd:
            if peran in dikenal and peran not in dipetakan and peran not in sudah:
                salah = _("peran '{peran}' tidak dipetakan oleh berkas daerah mana pun").format(peran=peran)
                perbaikan = _("Tambahkan peran itu beserta kantornya di params/daerah.")
                hasil.append(
                    Temuan(form.mentah.kesalahan("peran_tanpa_kantor", salah, perbaikan, "opd", int(str(baris))))
                )
            sudah.add(peran)
    return hasil
