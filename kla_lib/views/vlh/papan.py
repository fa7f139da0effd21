"""Show the board of the hours for mending: when they end, what is asked of whom, and afterwards what was met."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.vlh import Vlh
from kla_lib.scoring.vlh.jendela import BELUM_MULAI, BERJALAN, TUTUP, JendelaVlh
from kla_lib.scoring.vlh.kartu import Kartu, rekap_kartu
from kla_lib.views.kantor.teks_obrolan import PALING_BANYAK, PALING_PANJANG, ringkas_di_kata, sapa, sebut_kontak
from kla_lib.views.rupa.sebutan import dari, poin
from kla_lib.views.rupa.tampilan import Tampilan, lipatan, paragraf, pernyataan, potongan, tanpa_isi, tumpuk
from kla_lib.views.vlh.sebutan import sebut_berkas, sebut_lama, sebut_saat, sebut_status

HURUF_PERMINTAAN = 120
"""Letters of one request in a text for chat."""


def kalimat_jendela(vlh: Vlh, kini: datetime) -> Tampilan:
    """Return when the hours end, how many were left when the page was made, and how many requests are met."""
    j, jam = vlh.jendela, format_angka(vlh.jam, 0)
    if j is None:
        utama = _("Jendela {jam} jam belum mulai: jamnya belum ditulis.").format(jam=jam)
        pola = _('Begitu verifikator membukanya, tulis di {berkas}: jendela: {{mulai: "2025-05-20 16:00"}}.')
        return pernyataan(utama, [pola.format(berkas=sebut_berkas(vlh)), _terpenuhi(vlh)])
    pola = {
        BELUM_MULAI: _("Jendela {jam} jam belum dibuka. Batasnya {tutup}."),
        BERJALAN: _("Batas jendela {jam} jam: {tutup}."),
        TUTUP: _("Jendela {jam} jam sudah ditutup. Batasnya {tutup}."),
    }[j.keadaan(kini)]
    utama = pola.format(jam=jam, tutup=sebut_saat(j.tutup))
    lanjutan = paragraf(_saat_dibuat(j, kini), _terpenuhi(vlh), _zona(vlh))
    return tumpuk(pernyataan(utama), _hitung_mundur(j, kini), lanjutan)


def _saat_dibuat(j: JendelaVlh, kini: datetime) -> str:
    """Return when the page was made and what was left then: what stands there without a script, and on paper."""
    pola = {
        BELUM_MULAI: _("Halaman ini dibuat {saat}; jendela dibuka {mulai}."),
        BERJALAN: _("Saat halaman ini dibuat, {saat}, tersisa {lama}."),
        TUTUP: _("Halaman ini dibuat {saat}."),
    }[j.keadaan(kini)]
    saat = sebut_saat(kini.astimezone(j.tutup.tzinfo))
    return pola.format(saat=saat, mulai=sebut_saat(j.mulai), lama=sebut_lama(j.sisa(kini)))


def _zona(vlh: Vlh) -> str:
    sendiri, provinsi = _("Jamnya {zona}, menurut berkas kota ini."), _("Jamnya {zona}, menurut provinsinya.")
    return (sendiri if vlh.hari.zona_sendiri else provinsi).format(zona=vlh.hari.zona)


def _terpenuhi(vlh: Vlh) -> str:
    r = rekap_kartu(vlh.kartu)
    if not r.semua:
        return _("Belum ada permintaan verifikator yang dicatat.")
    return _("{n} dari {semua} permintaan terpenuhi.").format(n=r.terpenuhi, semua=r.semua)


def _hitung_mundur(j: JendelaVlh, kini: datetime) -> Tampilan:
    """Return the place in which a script counts down; nothing where nothing is left to count, and without a script."""
    if j.keadaan(kini) == TUTUP:
        return Tampilan("", "")
    return potongan(
        "hitung_mundur",
        "",
        mulai=j.mulai.isoformat(),
        tutup=j.tutup.isoformat(),
        pola=_("Sekarang tersisa {jam} jam {menit} menit {detik} detik."),
        nanti=_("Belum dibuka; sesudah dibuka ada {jam} jam {menit} menit."),
        habis=_("Sekarang sudah ditutup."),
        pendek=_("sisa {jam} jam {menit} menit"),
        selesai=_("jendela sudah ditutup"),
    )


def kelompok_kantor(vlh: Vlh) -> list[tuple[str, list[Kartu]]]:
    """Return the requests by office in the order of the alphabet, those of no office last under ""."""
    daerah = vlh.keadaan.daerah

    def nama(k: Kartu) -> tuple[bool, str]:
        return k.opd is None, "" if k.opd is None else daerah.nama_opd(k.opd).casefold()

    urut = sorted(vlh.kartu, key=nama)
    kelompok = [list(milik) for _nama, milik in groupby(urut, key=nama)]
    return [(milik[0].opd or "", milik) for milik in kelompok]


def kartu_kantor(vlh: Vlh, kartu: Iterable[Kartu], kini: datetime) -> Tampilan:
    """Return the requests of one office as cards: question, what exactly is asked, points, state, hours left."""
    isi = [
        {
            "judul": _judul(vlh, k),
            "diminta": k.diminta,
            "rinci": _rinci(k),
            "status": sebut_status(k.status),
            "terpenuhi": k.terpenuhi,
            "sisa": "" if k.terpenuhi else _sisa(vlh.jendela, kini),
            "catatan": k.catatan or "",
        }
        for k in kartu
    ]
    teks = "\n".join(f"{k['judul']}: {k['diminta']} ({k['status']})" for k in isi)
    return potongan("kartu_permintaan", teks, kartu=isi)


def _judul(vlh: Vlh, k: Kartu) -> str:
    p = vlh.keadaan.pertanyaan
    label = p.loc[p["kode"] == k.kode, "label"]
    if k.kode is None:
        return k.id
    return f"{k.id} · {label.iloc[0]}" if len(label) else f"{k.id} · {k.kode}"


def _rinci(k: Kartu) -> str:
    """Return the points of the question, and those that the verifiers took away and may give back."""
    bagian = []
    if k.kode:
        bagian.append(_("pertanyaan {kode}").format(kode=k.kode))
    if k.nilai_maksimal is not None:
        nilai = _("belum diisi") if k.nilai is None else dari(k.nilai, k.nilai_maksimal)
        bagian.append(_("nilai {nilai}").format(nilai=nilai))
    if k.pulih:
        bagian.append(_("bisa kembali {poin}").format(poin=poin(k.pulih)))
    return " · ".join(bagian) or _("tidak menyebut pertanyaan")


def _sisa(j: JendelaVlh | None, kini: datetime) -> str:
    if j is None:
        return ""
    if j.keadaan(kini) == TUTUP:
        return _("jendela sudah ditutup")
    return _("sisa {lama}").format(lama=sebut_lama(j.sisa(kini)))


def kotak_obrolan_kantor(vlh: Vlh, opd: str, kartu: Iterable[Kartu], nomor: int, kini: datetime) -> Tampilan:
    """Return, folded, the text for chat to one office; nothing where it has met everything or the hours are over."""
    terbuka = [k for k in kartu if not k.terpenuhi]
    j = vlh.jendela
    if not opd or not terbuka or (j is not None and j.keadaan(kini) == TUTUP):
        return Tampilan("", "")
    teks = teks_permintaan(vlh, opd, terbuka)
    kotak = potongan("obrolan", teks, pesan=teks, akhiran=f"-{nomor}")
    return lipatan(_("Teks siap kirim ke {kantor}").format(kantor=vlh.keadaan.daerah.nama_opd(opd)), kotak)


def teks_permintaan(vlh: Vlh, opd: str, kartu: list[Kartu]) -> str:
    """Return what the verifiers ask of an office as a text for chat: short, polite, with the hour at which it ends."""
    keadaan, j = vlh.keadaan, vlh.jendela
    if j is None:
        buka = _("Verifikator KLA meminta hal berikut; jam tutupnya menyusul:")
    else:
        buka = _("Verifikator KLA meminta hal berikut, paling lambat {saat}:").format(saat=sebut_saat(j.tutup))
    lain = len(kartu) - PALING_BANYAK
    tutup = [_("{n} permintaan lain ada di papan.").format(n=lain)] if lain > 0 else []
    tutup.append(_("Mohon kirim ke {kontak}. Terima kasih.").format(kontak=sebut_kontak(keadaan)))
    kepala = [*sapa(keadaan, opd), buka]
    teks = ""
    for batas in range(HURUF_PERMINTAAN, 30, -10):
        butir = [_butir(n, k, batas) for n, k in enumerate(kartu[:PALING_BANYAK], start=1)]
        teks = "\n".join([*kepala, *butir, "", " ".join(tutup)])
        if len(teks) <= PALING_PANJANG:
            break
    return teks


def _butir(nomor: int, k: Kartu, batas: int) -> str:
    arti = ", ".join(filter(None, (k.kode, poin(k.pulih) if k.pulih else "")))
    return f"{nomor}. {ringkas_di_kata(k.diminta, batas)}" + (f" ({arti})" if arti else "")


def sesudah_jendela(vlh: Vlh, kini: datetime) -> Tampilan:
    """Return, once the hours are over, what was met and what its points were worth; nothing before."""
    j, r = vlh.jendela, rekap_kartu(vlh.kartu)
    if j is None or j.keadaan(kini) != TUTUP or not r.semua:
        return Tampilan("", "")
    kalimat = [_("{n} dari {semua} permintaan terpenuhi sampai jendela ditutup.").format(n=r.terpenuhi, semua=r.semua)]
    if r.pulih is not None:
        kalimat.append(_("Yang terpenuhi menyangkut {poin} yang diambil verifikator.").format(poin=poin(r.pulih)))
    if r.kembali is not None:
        kalimat.append(_("Menurut tahap sesudahnya, {poin} kembali.").format(poin=poin(r.kembali)))
    elif r.terpenuhi:
        kalimat.append(_("Berapa yang kembali baru diketahui sesudah nilai tahap berikutnya dicatat (kla return)."))
    return paragraf(" ".join(kalimat))


def belum_ada_permintaan(vlh: Vlh) -> Tampilan:
    """Return how requests come onto the board, where there are none yet; nothing otherwise."""
    if vlh.kartu:
        return Tampilan("", "")
    return tanpa_isi(
        _(
            "Masukkan catatan provinsi dengan kla return FILE --tahap va, atau ketik permintaan di lembar Permintaan "
            "(vlh.xlsx) lalu kla vlh --terima."
        )
    )
