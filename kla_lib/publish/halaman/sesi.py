"""Write one page per session: what the people of its klaster need to decide in it."""

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.halaman.susun import Isi, JudulLampiran, page_susunan
from kla_lib.rules.rapat import Sesi
from kla_lib.views.nilai.chart_capaian import chart_tren
from kla_lib.views.perubahan.perubahan import kalimat_perubahan
from kla_lib.views.rad.janji import kalimat_janji, tabel_janji
from kla_lib.views.rad.rad import kalimat_rad, tabel_rad_mendesak
from kla_lib.views.rapat.agenda import tabel_agenda
from kla_lib.views.rapat.sesi import daftar_sesi, sebut_jadwal
from kla_lib.views.rapat.sesi_anggota import tabel_undangan
from kla_lib.views.rapat.sesi_posisi import chart_posisi, dokumen_teratas, kalimat_posisi, tak_terhitung
from kla_lib.views.rencana.putuskan import putuskan_sesi
from kla_lib.views.rupa.spanduk import spanduk
from kla_lib.views.rupa.tampilan import Tampilan, catatan_kaki, daftar_tautan
from kla_lib.views.rupa.tema import TINTA, WARNA_KLASTER


def berkas_sesi(keadaan: Keadaan) -> dict[str, bytes]:
    """Return the page of every session by its place, in the order of the meeting file: sesi/1.html, sesi/2.html."""
    return {tempat_sesi(nomor): page_sesi(keadaan, sesi) for nomor, sesi in enumerate(daftar_sesi(keadaan), start=1)}


def tempat_sesi(nomor: int) -> str:
    """Return where the page of a session stands under the meeting's folder, counted from 1."""
    return f"sesi/{nomor}.html"


def page_sesi(keadaan: Keadaan, sesi: Sesi) -> bytes:
    """Return the page of a session: the answer first, then what to decide, what was promised, what is behind it."""
    k, bagian = sesi.klaster, keadaan.kumpulan(sesi.klaster)
    jadwal = sebut_jadwal(keadaan, sesi)
    isi: list[Isi] = [
        spanduk(keadaan),
        kalimat_posisi(keadaan, sesi),
        *([chart_posisi(keadaan, sesi)] if keadaan.hasil is not None else [chart_tren(keadaan)]),
        _("Keputusan yang diminta hari ini"),
        putuskan_sesi(bagian),
        _("Janji dan perubahan"),
        kalimat_janji(bagian),
        kalimat_perubahan(bagian),
        kalimat_rad(bagian),
        _("Dokumen dengan poin terbanyak yang bisa diselamatkan"),
        dokumen_teratas(bagian),
        _("Yang tidak bisa dihitung lagi di siklus ini"),
        tak_terhitung(bagian),
        *_tabel_bila_ada(keadaan, sesi),
        _("Agenda yang diusulkan"),
        catatan_kaki(jadwal),
        tabel_agenda(keadaan, sesi),
        JudulLampiran(_("Anggota sesi")),
        tabel_undangan(keadaan, sesi),
        _("Berkas lain"),
        _tautan(keadaan, sesi),
    ]
    judul = _("{sesi}: halaman satu rapat").format(sesi=sesi.nama)
    warna = WARNA_KLASTER[k[0]] if len(k) == 1 else TINTA
    return page_susunan(judul, atas_halaman(keadaan), warna, kaki_halaman(keadaan), isi, "sesi")


def _tabel_bila_ada(keadaan: Keadaan, sesi: Sesi) -> list[Isi]:
    """Return the tables behind the sentences, without those that would repeat that there is nothing to show."""
    isi: list[Isi] = []
    bagian = keadaan.kumpulan(sesi.klaster)
    janji = bagian.daftar_janji
    if janji is not None and not janji.empty:
        isi.append(tabel_janji(bagian))
    if bagian.kegiatan_rad:
        isi.append(tabel_rad_mendesak(bagian))
    return [JudulLampiran(_("Rincian janji dan kegiatan")), *isi] if isi else []


def _tautan(keadaan: Keadaan, sesi: Sesi) -> Tampilan:
    """Return the way to the packs of the session and to what the whole meeting uses."""
    daftar = [
        *((f"../{k}/ringkas.html", _("Paket {klaster}").format(klaster=_nama(keadaan, k))) for k in sesi.klaster),
        ("../bahan.html", _("Bahan rapat semua klaster")),
        ("../keputusan.xlsx", _("Lembar keputusan untuk diisi dalam rapat")),
        ("../opd/index.html", _("Halaman tiap kantor")),
        ("daftar-hadir.html", _("Daftar hadir")),
    ]
    catatan = _("Tautan ini hanya terbuka bila seluruh folder rapat ikut disalin; isi halaman ini lengkap tanpanya.")
    return daftar_tautan(daftar, catatan)


def _nama(keadaan: Keadaan, klaster: str) -> str:
    return keadaan.instrumen.klaster_of(klaster).judul_pendek
