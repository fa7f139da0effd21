"""Show what could break the forecast: documents by the chance lost, offices by points at risk, weights last."""

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.perkiraan.kepekaan import Kepekaan, kepekaan
from kla_lib.scoring.skenario.bobot import KotakBobot, kotak_bobot, selang_bobot
from kla_lib.views.perkiraan.perkiraan import (
    kosong_perkiraan,
    sebut_capai,
    sebut_dari_seratus,
    sebut_tak_terjangkau,
)
from kla_lib.views.rupa.sebutan import daftar_pendek
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, paragraf, tabel, tumpuk


def kalimat_bobot(keadaan: Keadaan) -> list[str]:
    """Return whether reasonable weights keep the category of the recorded points, or which one does not.

    The latter with the interval that keeps it.  Empty without marks.  A klaster without points
    is named: weights of what is not known cannot be tried.
    """
    h = keadaan.hasil
    if h is None:
        return []
    kosong = [keadaan.instrumen.klaster_of(k).judul_pendek for k in h.klaster.loc[h.klaster["nilai"].isna(), "klaster"]]
    if kosong:
        return [_("Bobot: belum bisa diuji, karena {daftar} belum dinilai.").format(daftar=gabung(kosong))]
    klaster = list(h.klaster["klaster"])
    nilai, maks = (h.klaster[kolom].to_numpy(dtype=float) for kolom in ("nilai", "nilai_maksimal"))
    kotak = kotak_bobot(klaster, nilai, maks, keadaan.kategori, keadaan.verifikasi.kotak_bobot)
    kalimat = [_jawaban(keadaan, kotak)]
    if kotak.sendiri:
        selang = {s.klaster: s for s in selang_bobot(klaster, nilai, maks, keadaan.kategori)}
        kalimat += [
            _(
                "{klaster}: kategorinya tetap selama bobotnya antara {bawah} dan {atas} dari 100; di form {bobot}."
            ).format(
                klaster=keadaan.instrumen.klaster_of(k).judul_pendek,
                bawah=_dari_seratus(selang[k].terendah),
                atas=_dari_seratus(selang[k].tertinggi),
                bobot=_dari_seratus(selang[k].bobot),
            )
            for k in kotak.sendiri
        ]
    kalimat.append(
        _(
            "Yang dicoba: bobot tiap klaster sampai {lebar} dari 100 bagian lebih ringan atau lebih berat; "
            "nilai {tahap} menjadi antara {terendah} dan {tertinggi}. Ini simulasi, bukan nilai resmi."
        ).format(
            lebar=format_angka(100 * kotak.lebar, 0),
            tahap=sebut_tahap_pendek(h.tahap),
            terendah=format_angka(kotak.terendah),
            tertinggi=format_angka(kotak.tertinggi),
        )
    )
    return kalimat


def _jawaban(keadaan: Keadaan, kotak: KotakBobot) -> str:
    h = keadaan.hasil
    if h is None:
        raise ValueError("no marks, so no weights")
    if not kotak.mengubah:
        return _("Bobot: tidak ada bobot yang wajar mengubah kategori ini ({kategori}).").format(
            kategori=keadaan.kategori.nama(h.kategori)
        )
    lain = _(" atau ").join(keadaan.kategori.nama(k) for k in kotak.kategori if k != h.kategori)
    if not kotak.sendiri:
        return _(
            "Bobot: tidak ada satu bobot wajar yang sendirian mengubah kategori ini ({kategori}); "
            "beberapa sekaligus bisa menjadikannya {lain}."
        ).format(kategori=keadaan.kategori.nama(h.kategori), lain=lain)
    return _("Bobot: {daftar} bisa mengubah kategori ini ({kategori}) menjadi {lain}.").format(
        daftar=gabung([keadaan.instrumen.klaster_of(k).judul_pendek for k in kotak.sendiri]),
        kategori=keadaan.kategori.nama(h.kategori),
        lain=lain,
    )


def _dari_seratus(bagian: float) -> str:
    return format_angka(100 * bagian, 1)


PALING_BANYAK = 5


def yang_menggagalkan(keadaan: Keadaan) -> Tampilan:
    """Return the five documents, the five offices and the weights that could break the forecast, in this order.

    Measured against the target; where that is out of reach or nearly so,
    against the best category below it.
    """
    bobot = paragraf(*kalimat_bobot(keadaan))
    k = kepekaan_rapat(keadaan)
    if k is None:
        return bobot if bobot.teks else kosong_perkiraan(keadaan)
    return tumpuk(
        paragraf(sebut_ukuran(keadaan, k)),
        tabel_dokumen_penentu(keadaan, k),
        tabel_kantor_berisiko(keadaan, k),
        bobot,
    )


def kepekaan_rapat(keadaan: Keadaan) -> Kepekaan | None:
    """Return what the chance of the watched category hangs on; None where nothing is forecast."""
    if keadaan.susunan is None:
        return None
    return kepekaan(
        keadaan.susunan, keadaan.ramalan.undian[keadaan.setelan], keadaan.kategori, keadaan.kategori_dipegang
    )


def sebut_ukuran(keadaan: Keadaan, k: Kepekaan) -> str:
    """Return against which category the loss is measured, and why."""
    p, sasaran = keadaan.perkiraan, keadaan.rapat.sasaran
    if p is None or not p.terjangkau[k.sasaran]:
        return _("Semua kategori {sebab}, jadi yang di bawah ini diurutkan menurut poin.").format(
            sebab=sebut_tak_terjangkau(keadaan)
        )
    peluang = _("Diukur pada peluang mencapai {kategori}, {peluang}").format(
        kategori=keadaan.kategori.nama(k.sasaran), peluang=sebut_capai(keadaan, k.sasaran)
    )
    if k.sasaran == sasaran:
        return f"{peluang}."
    sebab = (
        _("berpeluang {peluang}").format(peluang=sebut_capai(keadaan, sasaran))
        if p.terjangkau[sasaran]
        else sebut_tak_terjangkau(keadaan)
    )
    return _("{peluang}, karena {sasaran} {sebab}.").format(
        peluang=peluang, sasaran=keadaan.kategori.nama(sasaran), sebab=sebab
    )


def tabel_dokumen_penentu(keadaan: Keadaan, k: Kepekaan) -> Tampilan:
    """Return the documents whose absence costs most of the chance."""
    kolom = [
        Kolom("dokumen", _("Dokumen")),
        Kolom("opd", _("Kantor")),
        Kolom("peluang", _("Peluang turun"), angka=True),
        Kolom("poin", _("Poin akhir yang hilang"), angka=True),
        Kolom("kode", _("Pertanyaan")),
    ]
    buku = keadaan.buku
    judul = _("Dokumen: jika ternyata tidak ada")
    kosong = _("Dokumen belum dicatat, jadi belum diketahui dokumen mana yang paling menentukan.")
    if buku.data_dukung is None or not k.dokumen:
        return tabel(judul, kolom, [], kosong)
    register = buku.data_dukung.set_index("id_dokumen")
    baris = []
    for d in k.dokumen[:PALING_BANYAK]:
        opd = register.at[d.id_dokumen, "opd"]
        baris.append(
            {
                "dokumen": register.at[d.id_dokumen, "judul"],
                "opd": keadaan.daerah.nama_opd(opd) if opd else _("belum dicatat"),
                "peluang": sebut_dari_seratus(d.peluang_hilang),
                "poin": format_angka(d.poin_hilang, 0),
                "kode": f"{d.id_dokumen} · {daftar_pendek(list(d.kode), 3)}",
            }
        )
    return tabel(judul, kolom, baris, kosong)


def tabel_kantor_berisiko(keadaan: Keadaan, k: Kepekaan) -> Tampilan:
    """Return the offices with most points at risk; marks that no office holds are no office."""
    kolom = [
        Kolom("opd", _("Kantor")),
        Kolom("berisiko", _("Poin yang diperkirakan hilang"), angka=True),
        Kolom("nilai", _("Dari poin yang tercatat"), angka=True),
    ]
    baris = [
        {
            "opd": keadaan.daerah.nama_opd(o.peran),
            "berisiko": format_angka(o.berisiko, 0),
            "nilai": format_angka(o.nilai),
        }
        for o in [o for o in k.opd if o.peran][:PALING_BANYAK]
    ]
    return tabel(
        _("Kantor: poin yang paling banyak dipertaruhkan"),
        kolom,
        baris,
        _("Nilai tidak dicatat per pertanyaan, jadi poin tiap kantor tidak diketahui."),
    )
