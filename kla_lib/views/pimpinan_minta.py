"""Choose by rule what to ask of the head of the city: to sign, to order, to fund."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kla_lib.bahasa import _, format_tanggal
from kla_lib.scoring.jalur_hasil import Terpilih
from kla_lib.scoring.jalur_kalimat import sebut_rupiah
from kla_lib.scoring.janji import TERLAMBAT as JANJI_TERLAMBAT
from kla_lib.scoring.rad import SELESAI, TERHAMBAT, TERLAMBAT, KegiatanRad, yang_mendesak_dulu
from kla_lib.views.jalur import rencana_of
from kla_lib.views.janji import janji_of
from kla_lib.views.konteks import Konteks
from kla_lib.views.pimpinan import sebut_kepala
from kla_lib.views.putuskan import kegiatan_putusan, sebut_tenggat
from kla_lib.views.rad_pilih import pilih_rad
from kla_lib.views.sebutan import daftar_pendek
from kla_lib.views.tabel_kegiatan import sebut_kantor
from kla_lib.views.tampilan import Tampilan, potongan

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


def daftar_minta(konteks: Konteks) -> list[Minta]:
    """Return at most three things, in this order: what is not recorded at all, to sign, to order, to fund.

    Final marks ask for nothing: nobody can change them.
    """
    if konteks.hasil is not None and konteks.hasil.tahap == "vf":
        return []
    return [*_catat(konteks), *_tanda_tangani(konteks), *_perintahkan(konteks), *_danai(konteks)][:PALING_BANYAK]


def yang_diminta(konteks: Konteks) -> Tampilan:
    """Return the requests as a list with the rule by which they were chosen; without any it says so."""
    kepala = sebut_kepala(konteks.daerah)
    minta = daftar_minta(konteks)
    kosong = (
        _("Nilai ini nilai akhir, jadi tidak ada yang perlu diputuskan {kepala} untuk siklus ini.")
        if konteks.hasil is not None and konteks.hasil.tahap == "vf"
        else _("Dari catatan ini tidak ada yang hanya bisa diputuskan {kepala}.")
    ).format(kepala=kepala)
    catatan = _(
        "Dipilih dengan aturan tetap: yang belum dicatat, lalu naskah yang menyebut peraturan, keputusan, atau "
        "edaran {kepala}, lalu kegiatan RAD dan janji yang terlambat atau terhambat, lalu anggaran rencana."
    ).format(kepala=kepala)
    teks = "\n".join(f"{m.kerja}: {m.isi}" for m in minta) or kosong
    return potongan("minta", teks, minta=minta, catatan=catatan, kosong=kosong)


def _catat(konteks: Konteks) -> list[Minta]:
    """Return what has to be recorded before anything else can be decided."""
    kerja = _("Perintahkan pencatatan")
    if konteks.hasil is None:
        return [Minta(kerja, _("Setiap kantor mengisi nilai per pertanyaan; tanpa itu posisi kita tidak diketahui."))]
    hasil = []
    if konteks.hasil.terdukung is None:
        hasil.append(Minta(kerja, _("Setiap kantor mencatat dokumennya; tanpa itu tidak diketahui poin yang aman.")))
    if konteks.buku.rad is None:
        isi = _("RAD dicatat dengan kantor, tenggat, dan anggarannya; tanpa itu tidak ada rencana dan biaya.")
        hasil.append(Minta(kerja, isi))
    return hasil


def _tanda_tangani(konteks: Konteks) -> list[Minta]:
    """Return the texts of the head that the plan or an open action of the RAD still needs.

    Not those that lie here and wait to be looked at: for these the head has done all.
    """
    rad = [k for k in pilih_rad(konteks) or [] if k.keadaan != SELESAI and NASKAH_KEPALA.search(k.kegiatan)]
    menunggu = _menunggu_diperiksa(konteks)
    naskah = [
        t
        for t in kegiatan_putusan(konteks)
        if t.kegiatan.sumber == "dokumen" and NASKAH_KEPALA.search(t.kegiatan.uraian)
        if t.kegiatan.id not in menunggu
    ]
    kerja = _("Tetapkan atau lengkapi naskah {kepala}").format(kepala=sebut_kepala(konteks.daerah))
    sebut = [_sebut_rad(konteks, k) for k in rad] + [_sebut_terpilih(konteks, t) for t in naskah]
    return [Minta(kerja, _kalimat(daftar_pendek(sebut, DISEBUT)))] if sebut else []


def _menunggu_diperiksa(konteks: Konteks) -> set[str]:
    """Return the ids of the documents that nobody has looked at."""
    d = konteks.buku.data_dukung
    return set() if d is None else set(d.loc[d["status"] == "belum_diperiksa", "id_dokumen"])


def _luar(nanti: int) -> str:
    """Return in brackets how many more only the next cycle needs, so that the number is that of the other pages."""
    return " " + _("(di luar {n} yang baru berarti bagi siklus berikutnya)").format(n=nanti) if nanti else ""


def _perintahkan(konteks: Konteks) -> list[Minta]:
    """Return what is late or stuck, the longest overdue named with its obstacle."""
    semua = [k for k in pilih_rad(konteks) or [] if k.keadaan in (TERLAMBAT, TERHAMBAT)]
    macet = [k for k in semua if not k.siklus_berikutnya]
    janji = janji_of(konteks)
    lewat = 0 if janji is None else int((janji["keadaan"] == JANJI_TERLAMBAT).sum())
    hitung = []
    if macet:
        hitung.append(
            _("{n} kegiatan RAD terlambat atau terhambat").format(n=len(macet)) + _luar(len(semua) - len(macet))
        )
    if lewat:
        hitung.append(_("{n} janji rapat lewat tenggat").format(n=lewat))
    if not hitung:
        return []
    isi = _kalimat(_(" dan ").join(hitung))
    if macet:
        berkendala = sorted(yang_mendesak_dulu(macet), key=lambda k: k.kendala is None)
        sebut = [_sebut_rad(konteks, k) for k in berkendala[:DISEBUT]]
        isi += " " + _("Mulai dari: {daftar}.").format(daftar="; ".join(sebut))
    return [Minta(_("Perintahkan penyelesaian"), isi)]


def _danai(konteks: Konteks) -> list[Minta]:
    """Return the money that the plan needs, and the actions whose amount nobody has set."""
    rencana = rencana_of(konteks)
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
            [f"{t.kegiatan.uraian} ({sebut_kantor(konteks, t.kegiatan.opd)})" for t in tanpa], DISEBUT
        )
        isi.append(_("Tetapkan anggaran {n} kegiatan: {daftar}.").format(n=len(tanpa), daftar=daftar))
    return [Minta(_("Danai"), " ".join(isi))] if isi else []


def _sebut_terpilih(konteks: Konteks, t: Terpilih) -> str:
    kantor = sebut_kantor(konteks, t.kegiatan.opd)
    return f"{t.kegiatan.uraian} ({kantor}, {sebut_tenggat(konteks, t)})"


def _sebut_rad(konteks: Konteks, k: KegiatanRad) -> str:
    rinci: Sequence[str] = [
        konteks.daerah.nama_opd(k.opd),
        *([_("baru untuk siklus berikutnya")] if k.siklus_berikutnya else []),
        *([_("tenggat {tanggal}").format(tanggal=format_tanggal(k.tenggat))] if k.tenggat else []),
        *([_("kendala: {kendala}").format(kendala=k.kendala.rstrip("."))] if k.kendala else []),
    ]
    return f"{k.kegiatan} ({', '.join(rinci)})"


def _kalimat(teks: str) -> str:
    return teks if teks.endswith(".") else f"{teks}."
