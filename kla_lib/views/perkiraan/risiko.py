"""Show in a pack what of its points may be lost on the way to the final score, and which documents they hang on."""

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.scoring.perkiraan.risiko import Risiko, RisikoDokumen
from kla_lib.views.perkiraan.perkiraan import kosong_perkiraan, sebut_antara
from kla_lib.views.rupa.sebutan import daftar_pendek, poin
from kla_lib.views.rupa.tampilan import Tampilan, paragraf, potongan, tanpa_isi, tumpuk

PALING_BANYAK = 3


def risiko_klaster(paket: Paket) -> Tampilan:
    """Return in two lines what is at risk in this klaster, and the documents that most of it hangs on."""
    r = paket.risiko
    if r is None:
        if paket.keadaan.susunan is None:
            return kosong_perkiraan(paket.keadaan)
        return tanpa_isi(_("Belum ada poin yang tercatat di klaster ini."))
    baris = [_baris(paket.keadaan, d) for d in r.dokumen[:PALING_BANYAK]]
    catatan = _("Poin di ujung baris: yang hilang bila dokumen itu ternyata tidak ada.")
    kosong = _("Dokumen klaster ini belum dicatat, jadi belum diketahui dokumen mana yang paling menentukan.")
    teks = "\n".join(f"{b['opd']}: {b['isi']} ({b['poin']})" for b in baris) or kosong
    daftar = potongan("permintaan", teks, baris=baris, catatan=catatan, kosong=kosong)
    return tumpuk(paragraf(*kalimat_risiko(r)), daftar)


def kalimat_risiko(risiko: Risiko) -> list[str]:
    """Return how many points may be lost, with the span over the assumptions, and what that is."""
    r = risiko
    hilang = format_angka(r.hilang, 0)
    pola = _("Dari {nilai} poin yang tercatat di sini, kira-kira {hilang} diperkirakan hilang sampai nilai akhir")
    utama = pola.format(nilai=format_angka(r.nilai), hilang=hilang)
    bawah, atas = (format_angka(x, 0) for x in r.rentang)
    if bawah != atas:
        utama += " " + _("(bisa {antara}, tergantung anggapan)").format(antara=sebut_antara(*r.rentang))
    return [
        f"{utama}.",
        _(
            "Ini rata-rata menurut perkiraan kami dari nilai daerah lain, bukan nilai resmi; "
            "hasilnya bisa jauh lebih baik atau lebih buruk."
        ),
    ]


def _baris(keadaan: Keadaan, d: RisikoDokumen) -> dict[str, str]:
    if keadaan.buku.data_dukung is None:
        raise ValueError("documents without a register")
    dokumen = keadaan.buku.data_dukung.set_index("id_dokumen").loc[d.id_dokumen]
    return {
        "opd": keadaan.daerah.nama_opd(dokumen["opd"]) if dokumen["opd"] else _("Kantor belum dicatat"),
        "isi": dokumen["judul"],
        "poin": poin(round(d.hilang)),
        "tenggat": "",
        "rujukan": f"{d.id_dokumen} · {daftar_pendek(list(d.kode), 3)}",
    }
