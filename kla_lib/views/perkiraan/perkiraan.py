"""Say what the final score may become: the sentence, and the chance of each category."""

from math import floor

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.perkiraan.perkiraan import LETAK
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, tabel, tanpa_data, tanpa_isi, tumpuk


def sebut_dari_seratus(peluang: float) -> str:
    """Return a small chance, or a difference of two: "4 dari 100"."""
    k = floor(100 * peluang + 0.5)
    return _("{k} dari 100").format(k=k) if k >= 1 else _("kurang dari 1 dari 100")


def sebut_tak_terjangkau(keadaan: Keadaan) -> str:
    """Return what is said of a category that even all recorded points would not reach."""
    return _("belum terjangkau tanpa tambahan nilai {tahap}").format(tahap=sebut_tahap_pendek(keadaan.rapat.tahap))


def sebut_capai(keadaan: Keadaan, kategori: str) -> str:
    """Return the chance of a category or a better one, or that it is out of reach.

    Raises ValueError where nothing is forecast.
    """
    p = keadaan.perkiraan
    if p is None:
        raise ValueError("no forecast, so no chance")
    if not p.terjangkau[kategori]:
        return sebut_tak_terjangkau(keadaan)
    return sebut_peluang(p.mencapai[kategori], p.rentang_mencapai[kategori])


def sebut_antara(bawah: float, atas: float) -> str:
    """Return two amounts as whole points: "4 sampai 12"."""
    return _("{bawah} sampai {atas}").format(bawah=format_angka(bawah, 0), atas=format_angka(atas, 0))


def sebut_puluhan(nilai: float) -> str:
    """Return a forecast total to ten points: more would be false exactness."""
    return format_angka(floor(nilai / 10 + 0.5) * 10, 0)


def sebut_kisaran(bawah: float, atas: float) -> str:
    """Return two forecast totals to ten points: "430 sampai 650"."""
    return _("{bawah} sampai {atas}").format(bawah=sebut_puluhan(bawah), atas=sebut_puluhan(atas))


def sebut_terendah() -> str:
    """Return the lowest class of outcomes: a region without an award may not have been assessed at all."""
    return _("di bawah 500 atau tidak dinilai")


def nama_jatuh(keadaan: Keadaan, kategori: str) -> str:
    """Return the name of a category as an outcome of the forecast."""
    return sebut_terendah() if kategori == keadaan.kategori.urutan[0] else keadaan.kategori.nama(kategori)


def kalimat_perkiraan(keadaan: Keadaan) -> str:
    """Return the middle and the two ranges of the final score; empty where nothing is forecast."""
    p = keadaan.perkiraan
    if p is None:
        return ""
    pola = (
        _(
            "Perkiraan nilai akhir, dari poin yang sudah tercatat, kira-kira {p50}; separuh kemungkinan antara {p25} "
            "dan {p75}, sembilan dari sepuluh antara {p05} dan {p95}."
        )
        if p.belum_dinilai
        else _(
            "Perkiraan nilai akhir kira-kira {p50}; separuh kemungkinan antara {p25} dan {p75}, "
            "sembilan dari sepuluh antara {p05} dan {p95}."
        )
    )
    return pola.format(**{nama: sebut_puluhan(getattr(p, nama)) for nama in LETAK})


def kalimat_kenaikan(keadaan: Keadaan, dengan_rentang: bool = True) -> str:
    """Return what completing all documents would bring; empty where there is nothing to tell.

    dengan_rentang: with its span over the settings, which a first screen has no room for.
    """
    k = keadaan.ramalan.kenaikan
    if k is None:
        return ""
    pegang = keadaan.kategori_dipegang
    naik = _(
        "Bila semua dokumen yang masih bisa dilengkapi ({poin} poin) lengkap, nilai akhir naik kira-kira "
        "{naik} poin menjadi kira-kira "
        "{sesudah}, dan peluang {kategori} menjadi {peluang}."
    )
    anggapan = _(
        "Kenaikannya sekitar {bawah} bila dokumen kurang menentukan, sekitar {atas} bila sangat menentukan; "
        "ini anggapan kami, belum terukur."
    )
    return (f"{naik} {anggapan}" if dengan_rentang else naik).format(
        poin=format_angka(k.dilengkapi),
        naik=_kira(k.naik),
        sesudah=sebut_puluhan(k.sesudah),
        kategori=keadaan.kategori.nama(pegang),
        peluang=sebut_peluang(k.mencapai[pegang]),
        bawah=_kira(k.rentang[0]),
        atas=_kira(k.rentang[1]),
    )


def _kira(poin: float) -> str:
    """Return a gain to ten points from 30 on, to the next five below: ten would say nothing of a few documents."""
    satuan = 10 if poin >= 30 else 5 if poin >= 10 else 1
    return format_angka(floor(poin / satuan + 0.5) * satuan, 0)


def tanpa_perkiraan(keadaan: Keadaan) -> str:
    """Return why nothing is forecast."""
    if keadaan.hasil is None:
        return _("Tanpa nilai yang tercatat, nilai akhir tidak bisa diperkirakan.")
    if not keadaan.hasil.diklaim:
        return _("Belum ada poin yang tercatat, jadi nilai akhir tidak bisa diperkirakan.")
    return _("Nilai ini sudah nilai akhir; tidak ada lagi yang diperkirakan.")


def kosong_perkiraan(keadaan: Keadaan) -> Tampilan:
    """Return the same as a piece of a page."""
    pesan = tanpa_perkiraan(keadaan)
    return tanpa_data(pesan, PENILAIAN) if keadaan.hasil is None else tanpa_isi(pesan)


def tabel_peluang(keadaan: Keadaan) -> Tampilan:
    """Return the chance of every category, lowest first, with the span over the assumptions.

    Nothing where nothing is forecast: why is said with the assumptions.
    """
    p = keadaan.perkiraan
    kolom = [
        Kolom("kategori", _("Kategori")),
        Kolom("mulai", _("Mulai")),
        Kolom("jatuh", _("Nilai akhir jatuh di sini")),
        Kolom("capai", _("Sampai di sini atau lebih tinggi")),
    ]
    if p is None:
        return Tampilan("", tanpa_perkiraan(keadaan))
    terendah, *lain = keadaan.kategori.urutan
    baris = [
        {
            "kategori": _huruf_besar(sebut_terendah()),
            "mulai": "–",
            "jatuh": sebut_peluang(p.peluang[terendah], p.rentang_anggapan[terendah]),
            "capai": "–",
        }
    ]
    for id_kategori in lain:
        k = keadaan.kategori[id_kategori]
        jatuh = (
            sebut_peluang(p.peluang[k.id], p.rentang_anggapan[k.id])
            if p.terjangkau[k.id]
            else sebut_tak_terjangkau(keadaan)
        )
        mulai = _("di atas {n}") if k.di_atas else _("pada {n}")
        baris.append(
            {
                "kategori": k.nama,
                "mulai": mulai.format(n=format_angka(k.besaran)),
                "jatuh": jatuh,
                "capai": sebut_capai(keadaan, k.id) if p.terjangkau[k.id] else "–",
            }
        )
    t = tabel(_("Peluang tiap kategori"), kolom, baris, "")
    return tumpuk(t, catatan_kaki(kaki_peluang(keadaan)))


def kaki_peluang(keadaan: Keadaan) -> str:
    """Return how the chances were counted, and by how much another set of draws would move them."""
    p = keadaan.perkiraan
    if p is None:
        return ""
    geser = 2 * max(*p.galat.values(), *p.galat_mencapai.values())
    kalimat = [
        _(
            "Dihitung dari {draws} kali undian (benih {seed}); undian lain menggeser peluang paling banyak kira-kira "
            "{geser} dari 100."
        ).format(draws=format_angka(p.draws, 0), seed=p.seed, geser=format_angka(100 * geser, 1))
    ]
    if any(bawah != atas for bawah, atas in p.rentang_mencapai.values()):
        kalimat.append(
            _("Yang dalam kurung: paling kecil dan paling besar menurut ketiga setelan seberapa menentukan dokumen.")
        )
    return " ".join([*kalimat, _("Bukan nilai resmi.")])


def _huruf_besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]
