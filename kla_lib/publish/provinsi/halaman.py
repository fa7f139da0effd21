"""Write the pages of a province: one with names for whoever works with them, one without ranking for everybody."""

from kla_lib.bahasa import _, gabung
from kla_lib.keadaan.provinsi import KeadaanProvinsi
from kla_lib.publish.halaman.susun import Isi, page_susunan
from kla_lib.rules.privasi import INTERNAL, PUBLIK
from kla_lib.rules.provinsi import TERSEDIKIT_PUBLIK
from kla_lib.views.provinsi.chart import chart_klaim, chart_peringkat, chart_tingkat, panel_posisi
from kla_lib.views.provinsi.kalimat import (
    catatan_mirip,
    dasar_provinsi,
    kalimat_belum_pasti,
    kalimat_peringkat,
    kalimat_provinsi,
    pertanyaan_mirip,
    spanduk_provinsi,
    terlalu_sedikit,
)
from kla_lib.views.provinsi.tabel import (
    daftar_gagal,
    tabel_bantuan,
    tabel_daerah,
    tabel_indikator,
    tabel_jenis,
    tabel_klaim,
    tabel_periksa,
    tabel_soal,
)
from kla_lib.views.rupa.tampilan import catatan_kaki, daftar_tautan, paragraf
from kla_lib.views.rupa.tema import TINTA

INDEX, PERIKSA = "index.html", "periksa.html"


def page_provinsi(k: KeadaanProvinsi, untuk: str) -> bytes:
    """Return the page of a province for INTERNAL or PUBLIK."""
    return page_susunan(
        k.provinsi.nama,
        atas_provinsi(k, untuk),
        TINTA,
        kaki_provinsi(k, untuk),
        _isi_internal(k) if untuk == INTERNAL else _isi_publik(k),
    )


def atas_provinsi(k: KeadaanProvinsi, untuk: str) -> str:
    """Return the small line above the heading."""
    tanda = [_("INTERNAL: jangan diteruskan")] if untuk == INTERNAL else []
    buatan = [_("data buatan")] if any(d.contoh for d in k.daerah) else []
    return " · ".join([*tanda, _("{n} daerah").format(n=len(k.daerah)), str(k.provinsi.tahun), *buatan])


def kaki_provinsi(k: KeadaanProvinsi, untuk: str) -> str:
    """Return the line at the foot."""
    tanda = [_("INTERNAL: jangan diteruskan")] if untuk == INTERNAL else []
    kaki = _("Provinsi {id} · form {form} · bukan nilai resmi").format(id=k.provinsi.id, form=k.instrumen.id)
    return " · ".join([*tanda, kaki])


def _isi_internal(k: KeadaanProvinsi) -> list[Isi]:
    posisi = _(
        "Dikelompokkan menurut tengah perkiraan nilai akhir; di dalamnya menurut nama. Lingkaran: nilai yang dicatat. "
        "Batang: separuh kemungkinan nilai akhir; garis: 9 dari 10; tanda: tengahnya."
    )
    periksa: list[Isi] = []
    if k.provinsi.periksa is not None:
        tautan = daftar_tautan([(PERIKSA, _("Daftar per daerah dan tabel isiannya"))])
        periksa = [_("Yang diperiksa lebih dulu"), tabel_periksa(k), tautan]
    return [
        spanduk_provinsi(k, INTERNAL),
        kalimat_provinsi(k),
        _("Di mana tiap daerah berdiri"),
        *([paragraf(posisi), *panel_posisi(k), kalimat_belum_pasti(k)] if k.diramal else []),
        _("Siapa paling terangkat oleh bantuan"),
        tabel_bantuan(k),
        _("Yang lemah di mana-mana: bantu sekali untuk semua"),
        tabel_indikator(k),
        tabel_soal(k),
        tabel_jenis(k),
        _("Diklaim dan diverifikasi, per klaster"),
        chart_klaim(k),
        tabel_klaim(k),
        *periksa,
        _("Yang perlu ditanyakan"),
        pertanyaan_mirip(k),
        catatan_mirip(),
        _("Daerah satu per satu"),
        tabel_daerah(k),
        *([_("Rentang peringkat, bukan peringkat"), kalimat_peringkat(k), chart_peringkat(k)] if k.peringkat else []),
        *([_("Yang belum bisa dibaca"), daftar_gagal(k)] if k.gagal else []),
        _("Dasar halaman ini"),
        dasar_provinsi(k),
    ]


def _isi_publik(k: KeadaanProvinsi) -> list[Isi]:
    if len(k.diramal) < TERSEDIKIT_PUBLIK:
        return [spanduk_provinsi(k, PUBLIK), terlalu_sedikit(len(k.diramal))]
    return [
        spanduk_provinsi(k, PUBLIK),
        kalimat_provinsi(k),
        _("Kira-kira berapa daerah di tiap kategori"),
        chart_tingkat(k),
        _("Diklaim dan diverifikasi, per klaster"),
        tabel_klaim(k, TERSEDIKIT_PUBLIK),
        _("Yang lemah di mana-mana"),
        tabel_indikator(k, TERSEDIKIT_PUBLIK),
        tabel_soal(k, TERSEDIKIT_PUBLIK),
        tabel_jenis(k, TERSEDIKIT_PUBLIK),
        _("Daerah yang ikut dihitung"),
        paragraf(gabung([d.nama for d in k.daerah]) + "."),
        catatan_kaki(_("Menurut nama. Halaman ini tidak menyebut nilai atau urutan satu daerah pun.")),
        _("Dasar halaman ini"),
        dasar_provinsi(k),
    ]
