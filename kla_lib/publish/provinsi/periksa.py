"""Write what a province checks first: one page over its regions, and one table to fill for each."""

from openpyxl import Workbook

from kla_lib.bahasa import _
from kla_lib.data.bingkai import beri_sifat
from kla_lib.data.tulis import save_bytes
from kla_lib.keadaan.provinsi import KeadaanProvinsi
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.publish.lembar.daftar_kerja import add_lembar_cetak
from kla_lib.publish.provinsi.halaman import PERIKSA, atas_provinsi, kaki_provinsi
from kla_lib.rules.privasi import INTERNAL
from kla_lib.scoring.provinsi.periksa import DaftarPeriksa
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah
from kla_lib.views.provinsi.kalimat import spanduk_provinsi, teks_buatan
from kla_lib.views.provinsi.lembar_periksa import lembar_periksa
from kla_lib.views.provinsi.tabel import tabel_periksa, tabel_soal_periksa
from kla_lib.views.rupa.tampilan import daftar_tautan, lipatan, paragraf, tumpuk
from kla_lib.views.rupa.tema import TINTA

FOLDER = "verifikasi"


def berkas_periksa(k: KeadaanProvinsi) -> dict[str, bytes]:
    """Return the page and the tables by their place; nothing where the province does not check."""
    if k.provinsi.periksa is None:
        return {}
    menunggu = [(d, d.periksa) for d in k.daerah if d.periksa is not None and d.periksa.soal]
    lembar = {_tempat(d): workbook_periksa(d, p) for d, p in menunggu}
    return {PERIKSA: page_periksa(k, menunggu), **lembar}


def page_periksa(k: KeadaanProvinsi, menunggu: list[tuple[RingkasDaerah, DaftarPeriksa]]) -> bytes:
    """Return the page: all regions in one table, then each folded with its first questions and its table to fill."""
    cara = _(
        "Poin yang dipertaruhkan dikali keraguan: yang teratas paling mungkin mengubah hasil. Keraguan adalah anggapan "
        "di params/kerja.yaml, dari keadaan dokumen dan konfirmasi kantor. Isi tabel tiap daerah, lalu kembalikan "
        "dengan kla return."
    )
    per_daerah: list[Isi] = [
        lipatan(d.nama, tumpuk(tabel_soal_periksa(p, d.nama), daftar_tautan([(_tempat(d), _("Tabel isiannya"))])))
        for d, p in menunggu
    ]
    isi: list[Isi] = [
        spanduk_provinsi(k, INTERNAL),
        paragraf(cara),
        tabel_periksa(k),
        *([_("Daerah satu per satu")] if menunggu else []),
        *per_daerah,
    ]
    judul = _("{nama}: yang diperiksa lebih dulu").format(nama=k.provinsi.nama)
    return page_susunan(judul, atas_provinsi(k, INTERNAL), TINTA, kaki_provinsi(k, INTERNAL), isi)


def workbook_periksa(d: RingkasDaerah, p: DaftarPeriksa) -> bytes:
    """Return the table of one region as a workbook."""
    buku = Workbook()
    buku.remove(buku.active)
    awas = [_("INTERNAL: jangan diteruskan"), *(teks_buatan([d]))]
    add_lembar_cetak(buku.create_sheet(_("Verifikasi")), lembar_periksa(p, d.nama), _("Bukan nilai resmi."), awas)
    beri_sifat(buku, _("Tabel verifikasi · {daerah}").format(daerah=d.nama))
    return save_bytes(buku)


def _tempat(d: RingkasDaerah) -> str:
    return f"{FOLDER}/{d.id}.xlsx"
