"""Say in few words what is asked of an office, with its points and what is missing."""

from collections.abc import Iterable

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.data.dokumen import sebut_butir
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.pekerjaan.pekerjaan import (
    BENTROK,
    DOKUMEN,
    JANJI,
    KEGIATAN,
    NILAI,
    PERIKSA,
    TAMBAH,
    TANPA_DOKUMEN,
    TANPA_LAMPIRAN,
    Pekerjaan,
)
from kla_lib.views.rad.janji import sebut_dokumen_lengkap
from kla_lib.views.rupa.sebutan import poin, sebut_bentrok, sebut_pertanyaan, sebut_tahun_kurang


def sebut_jenis(jenis: str) -> str:
    """Return what kind of thing is asked for, as a column of a sheet names it."""
    return {
        DOKUMEN: _("Dokumen"),
        PERIKSA: _("Pemeriksaan dokumen"),
        TANPA_DOKUMEN: _("Dokumen yang belum dicatat"),
        TANPA_LAMPIRAN: _("Bukti yang belum dicatat"),
        KEGIATAN: _("Kegiatan RAD"),
        JANJI: _("Keputusan rapat"),
        NILAI: _("Nilai"),
        BENTROK: _("Nilai yang bentrok"),
        TAMBAH: _("Jawaban"),
    }[jenis]


def pola_kerja(b: Pekerjaan) -> str:
    """Return what to do, with a place for what it is done to: "lengkapi {isi}"."""
    if b.jenis == DOKUMEN:
        return _("lengkapi {isi}") if b.keadaan == "kurang" else _("cari atau siapkan {isi}")
    if b.jenis == TAMBAH:
        return {
            "rinci": _("rinci per pertanyaan dan naikkan jawaban {isi}"),
            "tambah": _("naikkan jawaban {isi}"),
            "tambah_terbuka": _("naikkan jawaban {isi}, dengan dokumennya"),
        }.get(b.keadaan, _("jawab {isi}, dengan dokumennya"))
    return {
        PERIKSA: _("periksa {isi}"),
        TANPA_DOKUMEN: _("kirim dokumen untuk {isi}"),
        TANPA_LAMPIRAN: _("sebutkan bukti untuk {isi}"),
        KEGIATAN: _("selesaikan: {isi}"),
        JANJI: _("kabarkan hasil keputusan: {isi}"),
        NILAI: _("isi nilai {isi}"),
        BENTROK: _("sepakati nilai {isi}"),
    }[b.jenis]


def isi_kerja(keadaan: Keadaan, b: Pekerjaan) -> str:
    """Return to what it is done: a title, or a question with its code."""
    if b.jenis in (TANPA_DOKUMEN, TANPA_LAMPIRAN, NILAI, BENTROK):
        return _("pertanyaan {kode}, {isi}").format(kode=b.id, isi=sebut_pertanyaan(b.teks, b.terbalik))
    if b.jenis == TAMBAH and b.kode:
        return f"{b.id} {sebut_pertanyaan(b.teks, b.terbalik)}"
    if b.jenis == PERIKSA and b.asal:
        return _("{judul} dari {kantor}").format(judul=b.teks, kantor=keadaan.daerah.nama_opd(b.asal))
    return b.teks


def sebut_kerja(keadaan: Keadaan, b: Pekerjaan) -> str:
    """Return the whole of what is asked as the beginning of a sentence."""
    kalimat = pola_kerja(b).format(isi=isi_kerja(keadaan, b))
    if b.suara:
        kalimat = f"{kalimat}; {sebut_bentrok(keadaan, b.suara)}"
    if b.rad:
        kalimat = _("{kerja} ({nomor}, sama dengan kegiatan {rad})").format(
            kerja=kalimat, nomor=b.id, rad=gabung(list(b.rad))
        )
    return _awal_kalimat(kalimat)


def _awal_kalimat(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def sebut_syarat(keadaan: Keadaan, b: Pekerjaan) -> str:
    """Return on what an answer that is asked for rests: nobody may claim what was not done."""
    if b.jenis != TAMBAH:
        return ""
    return _("bila pekerjaannya memang dilakukan pada {tahun}").format(tahun=keadaan.buku.keterangan.tahun_evaluasi)


def sebut_kurang(b: Pekerjaan) -> str | None:
    """Return what is missing: the remark of who looked at it, and the items of the checklist that are open."""
    if b.jenis in (TANPA_DOKUMEN, NILAI):
        return _("belum dicatat")
    if b.jenis == BENTROK:
        return _("dua jawaban atau lebih, belum diputuskan")
    if b.jenis == TANPA_LAMPIRAN:
        return _("belum dicatat; form tidak meminta lampiran")
    tahun = _awal_kalimat(f"{sebut_tahun_kurang(*b.tahun)}.") if b.tahun else None
    if b.jenis == PERIKSA:
        return " ".join(filter(None, (tahun, b.catatan))) or _("belum diperiksa")
    if b.jenis == JANJI and b.dokumen_lengkap:
        return " ".join(filter(None, (b.catatan, sebut_dokumen_lengkap())))
    if b.jenis != DOKUMEN:
        return b.catatan
    if b.keadaan != "kurang":
        return b.catatan or _("belum ada")
    butir = gabung([sebut_butir(t) for t in b.terbuka])
    terbuka = _("Butir yang masih terbuka: {butir}.").format(butir=butir) if butir else None
    return " ".join(filter(None, (tahun, b.catatan, terbuka))) or None


def sebut_poin(b: Pekerjaan) -> str:
    """Return the points that wait for it, "" where none are known to."""
    if not b.poin:
        return ""
    if b.jenis == NILAI:
        return _("paling banyak {poin}").format(poin=poin(b.poin))
    if b.jenis == BENTROK:
        return _("antara {a} dan {b}").format(a=format_angka(b.poin_min or 0.0), b=poin(b.poin))
    if b.jenis == TAMBAH:
        return _("sampai {poin}").format(poin=poin(b.poin))
    return _("taksiran {poin}").format(poin=poin(b.poin)) if b.jenis == KEGIATAN else poin(b.poin)


def sebut_jumlah(butuh: Iterable[Pekerjaan]) -> str:
    """Return how much is asked, kind by kind: "3 dokumen, dan 1 kegiatan RAD"; "" for nothing."""
    pola = {
        DOKUMEN: _("{n} dokumen"),
        TANPA_DOKUMEN: _("dokumen untuk {n} pertanyaan"),
        TANPA_LAMPIRAN: _("bukti untuk {n} pertanyaan"),
        PERIKSA: _("pemeriksaan {n} dokumen"),
        TAMBAH: _("tambahan jawaban {n} pertanyaan"),
        NILAI: _("nilai {n} pertanyaan"),
        BENTROK: _("{n} nilai yang bentrok"),
        KEGIATAN: _("{n} kegiatan RAD"),
        JANJI: _("kabar {n} keputusan rapat"),
    }
    jenis = [b.jenis for b in butuh]
    return gabung([pola[j].format(n=format_angka(jenis.count(j), 0)) for j in pola if j in jenis])
