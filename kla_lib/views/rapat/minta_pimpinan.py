"""Choose what is asked of the head of a city or regency: what the plan needs first, what counts next year last."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kla_lib.bahasa import _, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.pekerjaan.rad import SELESAI, KegiatanRad, yang_macet, yang_mendesak_dulu
from kla_lib.scoring.rencana.rencana import Terpilih
from kla_lib.views.indeks.capaian import perlu_keputusan, sebut_gerak
from kla_lib.views.isi.permintaan import permintaan_pertanyaan
from kla_lib.views.rad.janji import janji_lewat
from kla_lib.views.rapat.pimpinan import sebut_kepala
from kla_lib.views.rencana.kalimat_rencana import (
    sebut_kegiatan,
    sebut_rupiah,
)
from kla_lib.views.rencana.putuskan import kegiatan_putusan, poin_putusan, sebut_tenggat
from kla_lib.views.rencana.tabel_kegiatan import sebut_kantor
from kla_lib.views.rupa.sebutan import daftar_pendek, sebut_opd, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Tampilan, potongan

PALING_BANYAK, DISEBUT = 3, 2

NASKAH_KEPALA = re.compile(
    r"\b(?:perwali?|perbup|(?:peraturan|keputusan|surat edaran|instruksi|se|sk)\s+(?:wali\s*kota|bupati))\b", re.I
)
"""Names of texts that only the head of a city or regency issues."""


@dataclass(frozen=True)
class Minta:
    """One thing asked: the deed in a word or two, and what it is about."""

    kerja: str
    isi: str


def daftar_minta(keadaan: Keadaan) -> list[Minta]:
    """Return at most three things, in this order: what is not recorded at all, to order, to sign, to fund.

    What is ordered begins with what the plan needs; what only the next cycle
    counts comes last.  Final marks ask for nothing: nobody can change them.
    """
    if keadaan.hasil is not None and keadaan.hasil.tahap == "vf":
        return []
    sekarang = [*_catat(keadaan), *_perintahkan(keadaan), *_tanda_tangani(keadaan), *_danai(keadaan)]
    return [*sekarang, *_tahun_depan(keadaan)][:PALING_BANYAK]


def yang_diminta(keadaan: Keadaan) -> Tampilan:
    """Return the requests as a list with the rule by which they were chosen; without any it says so."""
    kepala = sebut_kepala(keadaan.daerah)
    minta = daftar_minta(keadaan)
    kosong = (
        _("Nilai ini nilai akhir, jadi tidak ada yang perlu diputuskan {kepala} untuk siklus ini.")
        if keadaan.hasil is not None and keadaan.hasil.tahap == "vf"
        else _("Dari catatan ini tidak ada yang hanya bisa diputuskan {kepala}.")
    ).format(kepala=kepala)
    catatan = _(
        "Dipilih dengan aturan tetap: yang belum dicatat, lalu jawaban yang menentukan sasaran beserta kegiatan RAD "
        "dan janji yang terlambat atau terhambat, lalu naskah yang menyebut peraturan, keputusan, atau edaran "
        "{kepala}, lalu anggaran rencana, dan terakhir yang baru dihitung pada siklus berikutnya."
    ).format(kepala=kepala)
    if keadaan.hasil is None:
        catatan = _(
            "Dipilih dengan aturan tetap: capaian yang memburuk atau belum mencapai target, lalu yang belum dicatat."
        )
    teks = "\n".join(f"{m.kerja}: {m.isi}" for m in minta) or kosong
    return potongan("minta", teks, minta=minta, catatan=catatan, kosong=kosong)


def _catat(keadaan: Keadaan) -> list[Minta]:
    """Return what has to be recorded before anything else can be decided."""
    kerja = _("Perintahkan pencatatan")
    if keadaan.hasil is None:
        gerak = perlu_keputusan(keadaan.anak.gerak)[:DISEBUT]
        capaian = [Minta(_("Perintahkan perbaikan capaian"), f"{sebut_gerak(keadaan, g)}.") for g in gerak]
        isi = _("Setiap kantor mengisi nilai per pertanyaan; tanpa itu posisi kita tidak diketahui.")
        return [*capaian, Minta(kerja, isi)]
    hasil = []
    if keadaan.hasil.terdukung is None:
        hasil.append(Minta(kerja, _("Setiap kantor mencatat dokumennya; tanpa itu tidak diketahui poin yang aman.")))
    if keadaan.buku.rad is None:
        isi = _("RAD dicatat dengan kantor, tenggat, dan anggarannya; tanpa itu biaya rencana tidak diketahui.")
        hasil.append(Minta(kerja, isi))
    return hasil


def _tanda_tangani(keadaan: Keadaan) -> list[Minta]:
    """Return the texts of the head that the plan or an open action of the RAD still needs.

    Not those that lie here and wait to be looked at: for these the head has done all.
    """
    rad = [k for k in _naskah_rad(keadaan) if not k.siklus_berikutnya]
    menunggu = _menunggu_diperiksa(keadaan)
    naskah = [
        t
        for t in kegiatan_putusan(keadaan)
        if t.kegiatan.sumber == "dokumen" and NASKAH_KEPALA.search(t.kegiatan.teks)
        if t.kegiatan.id not in menunggu
    ]
    kerja = _("Tetapkan atau lengkapi naskah {kepala}").format(kepala=sebut_kepala(keadaan.daerah))
    sebut = [_sebut_rad(keadaan, k) for k in rad] + [_sebut_terpilih(keadaan, t) for t in naskah]
    return [Minta(kerja, _kalimat(daftar_pendek(sebut, DISEBUT)))] if sebut else []


def _naskah_rad(keadaan: Keadaan) -> list[KegiatanRad]:
    return [k for k in keadaan.rad or [] if k.keadaan != SELESAI and NASKAH_KEPALA.search(k.kegiatan)]


def _tahun_depan(keadaan: Keadaan) -> list[Minta]:
    """Return the texts of the head that only the next cycle counts."""
    sebut = [_sebut_rad(keadaan, k) for k in _naskah_rad(keadaan) if k.siklus_berikutnya]
    return [Minta(_("Untuk tahun depan"), _kalimat(daftar_pendek(sebut, DISEBUT)))] if sebut else []


def _menunggu_diperiksa(keadaan: Keadaan) -> set[str]:
    """Return the ids of the documents that nobody has looked at."""
    d = keadaan.buku.data_dukung
    return set() if d is None else set(d.loc[d["status"] == "belum_diperiksa", "id_dokumen"])


def _nanti(n: int) -> str:
    """Return in brackets how many of a number, that of the other pages, only the next cycle counts."""
    return " " + _("({n} di antaranya baru dihitung pada siklus berikutnya)").format(n=n) if n else ""


def _perintahkan(keadaan: Keadaan) -> list[Minta]:
    """Return what decides the category, then what is late or stuck: first what the plan needs and an obstacle holds."""
    semua = yang_macet(keadaan.rad or ())
    macet = [k for k in semua if not k.siklus_berikutnya]
    hitung = []
    if macet:
        hitung.append(
            _("{n} kegiatan RAD terlambat atau terhambat").format(n=len(semua)) + _nanti(len(semua) - len(macet))
        )
    lewat, terlama = janji_lewat(keadaan)
    if lewat:
        hitung.append(_("{n} janji rapat lewat tenggat, paling lama: {terlama}").format(n=lewat, terlama=terlama))
    isi = _menentukan(keadaan)
    if hitung:
        isi.append(_kalimat(_(" dan ").join(hitung)))
    if macet:
        poin = {t.kegiatan.id: poin_putusan(keadaan, t) for t in kegiatan_putusan(keadaan)}
        berkendala = sorted(
            yang_mendesak_dulu(macet), key=lambda k: (k.id not in poin, k.kendala is None, -poin.get(k.id, 0.0))
        )
        sebut = [_sebut_rad(keadaan, k) for k in berkendala[:DISEBUT]]
        isi.append(_("Mulai dari: {daftar}.").format(daftar="; ".join(sebut)))
    return [Minta(_("Perintahkan penyelesaian"), " ".join(isi))] if isi else []


def _menentukan(keadaan: Keadaan) -> list[str]:
    """Return the answers that close the gap to the target, those of the plan first; nothing where it is closed."""
    if keadaan.hasil is None or keadaan.jarak is None or not keadaan.jarak.menentukan:
        return []
    soal = keadaan.pertanyaan.set_index("kode")
    minta = permintaan_pertanyaan(keadaan, keadaan.hasil.pertanyaan)
    rencana = {t.kegiatan.id for t in kegiatan_putusan(keadaan)}
    kode = [p.kode[0] for p in minta if p.kode[0] in keadaan.jarak.menentukan]
    kode.sort(key=lambda k: k not in rencana)
    sebut = [
        f"{k} {sebut_pertanyaan(r.label, r.terbalik)} ({sebut_opd(keadaan, r.opd, 2)})"
        for k in kode
        for r in [soal.loc[k]]
    ]
    sasaran = keadaan.kategori[keadaan.rapat.sasaran].nama
    pola = _("Jawaban yang menentukan {sasaran}: {daftar}.")
    return [pola.format(sasaran=sasaran, daftar=daftar_pendek(sebut, DISEBUT))] if sebut else []


def _danai(keadaan: Keadaan) -> list[Minta]:
    """Return the money that the plan needs, and the actions whose amount nobody has set."""
    rencana = keadaan.rencana
    if rencana is None:
        return []
    r = rencana.kegiatan
    tanpa = [t for t in r.kegiatan if t.kegiatan.biaya is None]
    isi = []
    if r.biaya > 0:
        n = sum(bool(t.kegiatan.biaya) for t in r.kegiatan)
        isi.append(_("Pastikan {biaya} tersedia untuk {n} kegiatan rencana.").format(biaya=sebut_rupiah(r.biaya), n=n))
    if tanpa:
        daftar = daftar_pendek(
            [f"{sebut_kegiatan(t.kegiatan)} ({sebut_kantor(keadaan, t.kegiatan.opd)})" for t in tanpa], DISEBUT
        )
        isi.append(_("Tetapkan anggaran {n} kegiatan: {daftar}.").format(n=len(tanpa), daftar=daftar))
    return [Minta(_("Danai"), " ".join(isi))] if isi else []


def _sebut_terpilih(keadaan: Keadaan, t: Terpilih) -> str:
    kantor = sebut_kantor(keadaan, t.kegiatan.opd)
    return f"{sebut_kegiatan(t.kegiatan)} ({kantor}, {sebut_tenggat(keadaan, t)})"


def _sebut_rad(keadaan: Keadaan, k: KegiatanRad) -> str:
    rinci: Sequence[str] = [
        keadaan.daerah.nama_opd(k.opd),
        *([_("tenggat {tanggal}").format(tanggal=format_tanggal(k.tenggat))] if k.tenggat else []),
        *([_("kendala: {kendala}").format(kendala=k.kendala.rstrip("."))] if k.kendala else []),
    ]
    return f"{k.kegiatan} ({', '.join(rinci)})"


def _kalimat(teks: str) -> str:
    return teks if teks.endswith(".") else f"{teks}."
