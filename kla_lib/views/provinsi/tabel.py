"""Tables over many regions: where each stands, what is weak everywhere, whom help lifts, what to check first."""

from collections.abc import Sequence
from typing import Any, TypeVar

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.provinsi import KeadaanProvinsi
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.nilai.kategori import dekat_ambang, jarak_ambang
from kla_lib.scoring.provinsi.bantuan import Bantuan
from kla_lib.scoring.provinsi.lemah import IndikatorLemah, JenisLemah, SoalLemah
from kla_lib.scoring.provinsi.periksa import DaftarPeriksa
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah
from kla_lib.views.isi.triase import sebut_keadaan
from kla_lib.views.perkiraan.perkiraan import sebut_dari_seratus, sebut_kisaran, sebut_puluhan
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.sebutan import daftar_pendek, dari, poin, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, daftar_berbutir, tabel, tanpa_isi

Lemah = TypeVar("Lemah", IndikatorLemah, SoalLemah, JenisLemah)

TERATAS = 10
DISEBUT = 3


def tabel_daerah(k: KeadaanProvinsi) -> Tampilan:
    """Return every region by name: where it stands, its range and chance, how near an edge, what it needs."""
    kolom = [
        Kolom("daerah", _("Daerah")),
        Kolom("nilai", _("Nilai dicatat"), angka=True),
        Kolom("terdukung", _("Berdokumen lengkap"), angka=True),
        Kolom("akhir", _("Perkiraan nilai akhir (9 dari 10 kemungkinan)")),
        Kolom("peluang", _("Kategori yang dijaga")),
        Kolom("sasaran", _("Peluang {sasaran}").format(sasaran=k.kategori.nama(k.provinsi.sasaran))),
        Kolom("batas", _("Nilai dicatat ke batas berikutnya")),
        Kolom("batas_akhir", _("Tengah perkiraan ke batas berikutnya")),
    ]
    return tabel(
        _("Semua daerah, menurut nama"),
        kolom,
        [_baris(k, d) for d in k.daerah],
        _("Belum ada daerah yang bisa dibaca."),
        "semua-rapat",
    )


def _baris(k: KeadaanProvinsi, d: RingkasDaerah) -> dict[str, Any]:
    p = d.perkiraan
    isi = {
        "daerah": d.nama,
        "nilai": f"{format_angka(d.diklaim)} ({sebut_tahap_pendek(d.tahap)})",
        "terdukung": _("belum dicatat") if d.terdukung is None else format_angka(d.terdukung),
        "akhir": _("tidak diperkirakan"),
        "peluang": "–",
        "sasaran": "–",
        "batas": sebut_batas(k, d.diklaim),
        "batas_akhir": "–",
    }
    if p is None:
        return isi
    return isi | {
        "akhir": f"{sebut_puluhan(p.p50)} ({sebut_kisaran(p.p05, p.p95)})",
        "peluang": _("{kategori}: {peluang}").format(
            kategori=k.kategori.nama(d.dipegang), peluang=sebut_peluang(p.mencapai[d.dipegang])
        ),
        "sasaran": sebut_peluang(p.mencapai[k.provinsi.sasaran])
        if p.terjangkau[k.provinsi.sasaran]
        else _("belum terjangkau"),
        "batas_akhir": sebut_batas(k, float(round(p.p50))),
    }


def sebut_batas(k: KeadaanProvinsi, nilai: float) -> str:
    """Return how far points are from the next category, and that an edge is very near."""
    atas = next((x for x in k.kategori.kategori if not x.dicapai(nilai)), None)
    if atas is None:
        return _("sudah di kategori tertinggi")
    teks = _("{kategori}: {n} lagi").format(kategori=atas.nama, n=poin(float(jarak_ambang(nilai, k.kategori)[atas.id])))
    return _("{teks}; tepat di tepi batas").format(teks=teks) if dekat_ambang(nilai, k.kategori) else teks


def tabel_indikator(k: KeadaanProvinsi, tersedikit: int = 1) -> Tampilan:
    """Return the indikator that are weakest over all regions; of fewer than `tersedikit` nothing is told."""
    kolom = [
        Kolom("indikator", _("Indikator")),
        Kolom("tengah", _("Diklaim, daerah di tengah"), angka=True),
        Kolom("rendah", _("Daerah di bawah separuh"), angka=True),
        Kolom("sisa", _("Belum diklaim, semua daerah"), angka=True),
    ]
    baris = [
        {
            "indikator": f"{i.indikator} {_(i.nama)}",
            "tengah": _("{n} %").format(n=format_angka(100 * i.tengah, 0)),
            "rendah": dari(i.rendah, i.banyak),
            "sisa": poin(round(i.tersisa, 2)),
        }
        for i in _cukup(k.indikator_lemah, tersedikit)
    ]
    return tabel(_("Indikator yang paling lemah di semua daerah"), kolom, baris, _("Belum ada nilai per pertanyaan."))


def tabel_soal(k: KeadaanProvinsi, tersedikit: int = 1) -> Tampilan:
    """Return the questions whose documents most regions lack, most points first; tersedikit: as above."""
    kolom = [
        Kolom("soal", _("Pertanyaan")),
        Kolom("kurang", _("Daerah berdokumen kurang"), angka=True),
        Kolom("belum", _("Daerah tanpa catatan dokumen"), angka=True),
        Kolom("poin", _("Poin yang bergantung padanya"), angka=True),
    ]
    baris = [
        {
            "soal": f"{s.kode} {s.label}",
            "kurang": dari(s.kurang, s.banyak),
            "belum": dari(s.belum_dicatat, s.banyak),
            "poin": poin(round(s.poin, 2)),
        }
        for s in _cukup(k.soal_lemah, tersedikit)
    ]
    judul = _("Pertanyaan yang dokumennya belum lengkap di separuh daerah atau lebih")
    return tabel(judul, kolom, baris, _("Tidak ada pertanyaan yang dokumennya kurang di separuh daerah."))


def tabel_jenis(k: KeadaanProvinsi, tersedikit: int = 1) -> Tampilan:
    """Return the kinds of documents that are least often complete; tersedikit: as above."""
    kolom = [
        Kolom("jenis", _("Jenis dokumen")),
        Kolom("belum", _("Belum lengkap"), angka=True),
        Kolom("bagian", _("Bagian"), angka=True),
        Kolom("daerah", _("Daerah yang separuhnya belum lengkap"), angka=True),
    ]
    baris = [
        {
            "jenis": j.jenis,
            "belum": dari(j.belum, j.dokumen),
            "bagian": _("{n} %").format(n=format_angka(100 * j.belum / j.dokumen, 0)),
            "daerah": dari(j.daerah, j.banyak),
        }
        for j in _cukup(k.jenis_lemah, tersedikit)
    ]
    return tabel(_("Jenis dokumen yang paling sering belum lengkap"), kolom, baris, _("Dokumen belum dicatat."))


def _cukup(isi: Sequence[Lemah], tersedikit: int) -> list[Lemah]:
    """Return the first lines that rest on enough regions."""
    return [x for x in isi if x.banyak >= tersedikit][:TERATAS]


def tabel_klaim(k: KeadaanProvinsi, tersedikit: int = 1) -> Tampilan:
    """Return per klaster how much of the claimed points verification has left so far; tersedikit: as above."""
    kolom = [
        Kolom("klaster", _("Klaster")),
        Kolom("tersisa", _("Tersisa sesudah verifikasi, daerah di tengah"), angka=True),
        Kolom("separuh", _("Separuh daerah"), angka=True),
        Kolom("banyak", _("Banyak daerah"), angka=True),
    ]
    baris = [
        {
            "klaster": k.instrumen.klaster_of(x.klaster).nama_pendek,
            "tersisa": _("{n} %").format(n=format_angka(100 * x.tersisa, 0)),
            "separuh": _("{bawah} sampai {atas} %").format(
                bawah=format_angka(100 * x.rendah, 0), atas=format_angka(100 * x.tinggi, 0)
            ),
            "banyak": x.banyak,
        }
        for x in k.klaim
        if x.banyak >= tersedikit
    ]
    return tabel(_("Yang diklaim dan yang sudah diverifikasi"), kolom, baris, _("Belum ada daerah yang diverifikasi."))


def tabel_bantuan(k: KeadaanProvinsi) -> Tampilan:
    """Return the regions that a day of help lifts most: by the chance of what they hold, then by points."""
    kolom = [
        Kolom("daerah", _("Daerah")),
        Kolom("naik", _("Tambahan nilai akhir"), angka=True),
        Kolom("peluang", _("Peluang kategori yang dijaga")),
        Kolom("kerja", _("Pekerjaannya")),
    ]
    urut = sorted(
        (d for d in k.daerah if d.bantuan is not None and d.bantuan.langkah),
        key=lambda d: (-naik_peluang(d), -d.bantuan.naik if d.bantuan else 0.0),
    )
    baris = [_baris_bantuan(k, d, d.bantuan) for d in urut[:TERATAS] if d.bantuan is not None]
    judul = _("Satu hari bantuan ({jam} jam satu orang): siapa paling terangkat").format(
        jam=format_angka(k.provinsi.jam_bantuan)
    )
    kosong = _("Tidak ada dokumen yang bisa dibantu, atau dokumennya belum dicatat.")
    return tabel(judul, kolom, baris, kosong, "semua-rapat")


def naik_peluang(d: RingkasDaerah) -> float:
    """Return by how much a day of help raises the chance of what a region holds; 0 where nothing is known."""
    if d.bantuan is None or d.perkiraan is None:
        return 0.0
    return d.bantuan.mencapai[d.dipegang] - d.perkiraan.mencapai[d.dipegang]


def _baris_bantuan(k: KeadaanProvinsi, d: RingkasDaerah, b: Bantuan) -> dict[str, Any]:
    p = d.perkiraan
    return {
        "daerah": d.nama,
        "naik": _("{n} poin ({bawah} sampai {atas})").format(
            n=format_angka(b.naik, 0), bawah=format_angka(b.antara[0], 0), atas=format_angka(b.antara[1], 0)
        ),
        "peluang": _("{kategori}: {dulu}, menjadi {nanti}").format(
            kategori=k.kategori.nama(d.dipegang),
            dulu=sebut_dari_seratus(p.mencapai[d.dipegang]),
            nanti=sebut_dari_seratus(b.mencapai[d.dipegang]),
        )
        if p is not None
        else "–",
        "kerja": daftar_pendek([f"{x.id} {x.nama}" for x in b.langkah], DISEBUT),
    }


def daftar_gagal(k: KeadaanProvinsi) -> Tampilan:
    """Return what could not be read, each with its fault."""
    return (
        daftar_berbutir([f"{g.nama}: {g.sebab}" for g in k.gagal])
        if k.gagal
        else tanpa_isi(_("Semua rapat dan buku terbaca."))
    )


def tabel_periksa(k: KeadaanProvinsi) -> Tampilan:
    """Return per region how much there is to look at, and what first."""
    kolom = [
        Kolom("daerah", _("Daerah")),
        Kolom("taruhan", _("Poin yang diragukan"), angka=True),
        Kolom("separuh", _("Separuhnya di"), angka=True),
        Kolom("pertama", _("Dilihat pertama")),
    ]
    urut = sorted(
        ((d.nama, d.periksa) for d in k.daerah if d.periksa is not None and d.periksa.soal),
        key=lambda x: -x[1].taruhan,
    )
    baris = [
        {
            "daerah": nama,
            "taruhan": poin(round(p.taruhan, 1)),
            "separuh": _("{n} dari {semua} pertanyaan").format(n=p.separuh(), semua=len(p.soal)),
            "pertama": ", ".join(s.kode for s in p.soal[:DISEBUT]),
        }
        for nama, p in urut
    ]
    return tabel(_("Yang menunggu verifikator, menurut daerah"), kolom, baris, _("Tidak ada yang menunggu diperiksa."))


def tabel_soal_periksa(p: DaftarPeriksa, nama: str) -> Tampilan:
    """Return the first questions that a verifier looks at in one region."""
    kolom = [
        Kolom("soal", _("Pertanyaan")),
        Kolom("nilai", _("Nilai {tahap}").format(tahap=sebut_tahap_pendek(p.dari)), angka=True),
        Kolom("taruhan", _("Poin × ragu"), angka=True),
        Kolom("sebab", _("Mengapa")),
        Kolom("dokumen", _("Dokumen")),
    ]
    baris = [
        {
            "soal": f"{s.kode} {sebut_pertanyaan(s.label, s.terbalik)}",
            "nilai": dari(s.nilai, s.nilai_maksimal),
            "taruhan": format_angka(s.taruhan),
            "sebab": sebut_keadaan(s.keadaan),
            "dokumen": daftar_pendek(list(s.dokumen), DISEBUT),
        }
        for s in p.soal[:TERATAS]
    ]
    return tabel(nama, kolom, baris, _("Semua pertanyaan sudah diperiksa."))
