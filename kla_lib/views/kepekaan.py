"""Show what could break the forecast: documents by the chance lost, offices by points at risk, weights last."""

from kla_lib.bahasa import _, format_angka
from kla_lib.scoring.kepekaan import Kepekaan, kepekaan
from kla_lib.views.bobot import kalimat_bobot
from kla_lib.views.konteks import Konteks
from kla_lib.views.peluang import kategori_dipegang, sebut_capai, sebut_dari_seratus, sebut_tak_terjangkau
from kla_lib.views.perkiraan import tanpa_perkiraan
from kla_lib.views.sebutan import daftar_pendek
from kla_lib.views.tampilan import Kolom, Tampilan, potongan, tabel

PALING_BANYAK = 5


def yang_menggagalkan(konteks: Konteks) -> Tampilan:
    """Return the five documents, the five offices and the weights that could break the forecast, in this order.

    Measured against the target; where that is out of reach or nearly so,
    against the best category below it.
    """
    bobot = potongan("paragraf", "\n".join(kalimat_bobot(konteks)), paragraf=kalimat_bobot(konteks))
    k = kepekaan_rapat(konteks)
    if k is None:
        kosong = potongan("kosong", tanpa_perkiraan(konteks), pesan=tanpa_perkiraan(konteks))
        bagian = [bobot if bobot.teks else kosong]
    else:
        ukuran = sebut_ukuran(konteks, k)
        bagian = [
            potongan("paragraf", ukuran, paragraf=[ukuran]),
            tabel_dokumen_penentu(konteks, k),
            tabel_kantor_berisiko(konteks, k),
            bobot,
        ]
    return Tampilan("".join(b.html for b in bagian), "\n".join(b.teks for b in bagian if b.teks))


def kepekaan_rapat(konteks: Konteks) -> Kepekaan | None:
    """Return what the chance of the watched category hangs on; None where nothing is forecast."""
    if konteks.susunan is None:
        return None
    return kepekaan(
        konteks.susunan,
        konteks.verifikasi,
        konteks.kategori,
        kategori_dipegang(konteks),
        konteks.rapat.tahap,
        riwayat=konteks.riwayat,
    )


def sebut_ukuran(konteks: Konteks, k: Kepekaan) -> str:
    """Return against which category the loss is measured, and why."""
    p, sasaran = konteks.perkiraan, konteks.rapat.sasaran
    if p is None or not p.terjangkau[k.sasaran]:
        return _("Semua kategori {sebab}, jadi yang di bawah ini diurutkan menurut poin.").format(
            sebab=sebut_tak_terjangkau(konteks)
        )
    peluang = _("Diukur pada peluang mencapai {kategori}, {peluang}").format(
        kategori=konteks.kategori.nama(k.sasaran), peluang=sebut_capai(konteks, k.sasaran)
    )
    if k.sasaran == sasaran:
        return f"{peluang}."
    sebab = (
        _("berpeluang {peluang}").format(peluang=sebut_capai(konteks, sasaran))
        if p.terjangkau[sasaran]
        else sebut_tak_terjangkau(konteks)
    )
    return _("{peluang}, karena {sasaran} {sebab}.").format(
        peluang=peluang, sasaran=konteks.kategori.nama(sasaran), sebab=sebab
    )


def tabel_dokumen_penentu(konteks: Konteks, k: Kepekaan) -> Tampilan:
    """Return the documents whose absence costs most of the chance."""
    kolom = [
        Kolom("dokumen", _("Dokumen")),
        Kolom("opd", _("Kantor")),
        Kolom("peluang", _("Peluang turun"), angka=True),
        Kolom("poin", _("Poin akhir yang hilang"), angka=True),
        Kolom("kode", _("Pertanyaan")),
    ]
    buku = konteks.buku
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
                "opd": konteks.daerah.nama_opd(opd) if opd else _("belum dicatat"),
                "peluang": sebut_dari_seratus(d.peluang_hilang),
                "poin": format_angka(d.poin_hilang, 0),
                "kode": f"{d.id_dokumen} · {daftar_pendek(list(d.kode), 3)}",
            }
        )
    return tabel(judul, kolom, baris, kosong)


def tabel_kantor_berisiko(konteks: Konteks, k: Kepekaan) -> Tampilan:
    """Return the offices with most points at risk; marks that no office holds are no office."""
    kolom = [
        Kolom("opd", _("Kantor")),
        Kolom("berisiko", _("Poin yang diperkirakan hilang"), angka=True),
        Kolom("nilai", _("Dari poin yang tercatat"), angka=True),
    ]
    baris = [
        {
            "opd": konteks.daerah.nama_opd(o.peran),
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
