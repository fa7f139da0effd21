"""Say what is seen over many regions: the answer, what it rests on, and what it cannot tell."""

from collections.abc import Sequence

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.provinsi import KeadaanProvinsi
from kla_lib.rules.privasi import INTERNAL
from kla_lib.rules.provinsi import TERSEDIKIT_PUBLIK
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.scoring.provinsi.peringkat import RentangPeringkat
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah
from kla_lib.views.perkiraan.perkiraan import sebut_terendah
from kla_lib.views.rupa.tampilan import (
    Tampilan,
    catatan_kaki,
    daftar_berbutir,
    paragraf,
    peringatan,
    pernyataan,
    tanpa_isi,
)

BELUM_PASTI = (0.3, 0.7)
"""Between these chances of the category that a region holds its outcome is called open."""
DISEBUT = 8
"""How many regions a sentence names; the others are counted."""


def nama_tingkat(k: KeadaanProvinsi, kategori: str) -> str:
    """Return the name of a category as an outcome of the forecast."""
    return sebut_terendah() if kategori == k.kategori.urutan[0] else k.kategori.nama(kategori)


def tingkat_tengah(k: KeadaanProvinsi, d: RingkasDaerah) -> str:
    """Return the category of the middle of a region's forecast; ValueError without one."""
    if d.perkiraan is None:
        raise ValueError("no forecast, so no middle")
    return kategori_of(d.perkiraan.p50, k.kategori)


def spanduk_provinsi(k: KeadaanProvinsi, untuk: str = INTERNAL) -> Tampilan:
    """Return the warnings: not to be passed on, and which regions are generated."""
    teks = [_("INTERNAL: jangan diteruskan")] if untuk == INTERNAL else []
    return peringatan(*teks, *teks_buatan(k.daerah))


def teks_buatan(daerah: Sequence[RingkasDaerah]) -> list[str]:
    """Return the warning that some regions do not exist; nothing where all do."""
    buatan = [d.nama for d in daerah if d.contoh]
    if buatan and len(buatan) == len(daerah):
        return [_("Data buatan: semua daerah dan angka di sini contoh, bukan daerah mana pun.")]
    return [_("Data buatan, bukan daerah mana pun: {daftar}.").format(daftar=_sebut(buatan))] if buatan else []


def kalimat_provinsi(k: KeadaanProvinsi) -> Tampilan:
    """Return the answer: how many regions reach the target, where the others end, and how many are not in it."""
    sasaran, banyak = k.kategori[k.provinsi.sasaran], k.banyak_mencapai
    if banyak is None:
        utama = _("{nama}: belum ada daerah yang nilai akhirnya bisa diperkirakan.").format(nama=k.provinsi.nama)
        return pernyataan(utama, _belum_ikut(k))
    rata, bawah, atas = banyak
    utama = _(
        "Dari {n} daerah, kira-kira {rata} mencapai {sasaran} atau lebih (9 dari 10 kemungkinan: {bawah} sampai "
        "{atas})."
    ).format(n=len(k.diramal), rata=format_angka(rata, 0), sasaran=sasaran.nama, bawah=bawah, atas=atas)
    isi = [(nama_tingkat(k, t), sum(tingkat_tengah(k, d) == t for d in k.diramal)) for t in k.kategori.urutan]
    tengah = _("Menurut tengah perkiraannya: {daftar}.").format(
        daftar=gabung([_("{n} daerah {kategori}").format(n=n, kategori=nama) for nama, n in isi if n])
    )
    return pernyataan(utama, [tengah, _("Ini perkiraan kami, bukan hasil resmi."), *_belum_ikut(k)])


def _belum_ikut(k: KeadaanProvinsi) -> list[str]:
    isi = []
    if k.gagal:
        isi.append(_("{n} rapat atau buku belum bisa dibaca.").format(n=len(k.gagal)))
    if k.belum:
        isi.append(_("Belum ada rapat atau bukunya: {daftar}.").format(daftar=_sebut(k.belum)))
    return isi


def _sebut(nama: Sequence[str]) -> str:
    if len(nama) <= DISEBUT:
        return gabung(list(nama))
    return _("{nama}, dan {n} lainnya").format(nama=", ".join(nama[: DISEBUT - 1]), n=len(nama) - DISEBUT + 1)


def kalimat_belum_pasti(k: KeadaanProvinsi) -> Tampilan:
    """Return the regions whose outcome is most open: there work decides."""
    terbuka = [
        d.nama
        for d in k.diramal
        if d.perkiraan is not None and BELUM_PASTI[0] <= d.perkiraan.mencapai[d.dipegang] <= BELUM_PASTI[1]
    ]
    if not terbuka:
        return paragraf(_("Tidak ada daerah yang peluang kategorinya 3 sampai 7 dari 10."))
    return paragraf(
        _("Paling belum pasti, jadi paling menentukan dikerjakan sekarang: {daftar}.").format(daftar=gabung(terbuka))
    )


def terlalu_sedikit(banyak: int) -> Tampilan:
    """Return why the public sees no figures."""
    return tanpa_isi(
        _("Baru {n} daerah: angkanya tidak ditampilkan untuk publik sebelum ada {batas}.").format(
            n=banyak, batas=TERSEDIKIT_PUBLIK
        )
    )


def kalimat_peringkat(k: KeadaanProvinsi) -> Tampilan:
    """Return why there is no ranking, how many pairs can be told apart, and how the ranges were drawn."""
    isi = []
    if k.peringkat is not None:
        isi.append(
            _(
                "Kami tidak memberi peringkat tunggal. Menurut perkiraan nilai akhir, urutan hanya pasti pada {n} dari "
                "100 pasang daerah."
            ).format(n=format_angka(100 * k.peringkat.terpisah, 0))
        )
        isi.append(
            _(
                "Batang terang: rentang peringkat menurut perkiraan nilai akhir, 9 dari 10 dari {draws} undian "
                "(ujungnya bisa bergeser {galat} peringkat karena undian)."
            ).format(**_undian(k.peringkat))
        )
    if k.peringkat_bobot is not None:
        isi.append(
            _(
                "Garis gelap: rentang menurut nilai evaluasi mandiri bila bobot tiap klaster berbeda sampai {lebar} % "
                "dari form, 9 dari 10 dari {draws} undian (bergeser {galat})."
            ).format(lebar=format_angka(100 * k.verifikasi.kotak_bobot, 0), **_undian(k.peringkat_bobot))
        )
    return paragraf(*isi)


def _undian(r: RentangPeringkat) -> dict[str, str]:
    return {"draws": format_angka(r.draws, 0), "galat": format_angka(r.galat, 1)}


def pertanyaan_mirip(k: KeadaanProvinsi) -> Tampilan:
    """Return what looks copied as questions to the regions."""
    nama = {d.id: d.nama for d in k.daerah}
    isi = []
    for p in k.pasangan_mirip:
        alasan = [_("{sama} dari {n} nilai yang tidak penuh sama").format(sama=p.sama, n=p.banyak)]
        if p.kebetulan is not None:
            alasan[0] += _(" (secara kebetulan kira-kira {n})").format(n=format_angka(p.kebetulan, 0))
        if p.judul:
            alasan.append(_("{n} judul dokumen hampir hanya ada di keduanya").format(n=p.judul))
        if p.berkas:
            alasan.append(_("{n} berkas dokumennya sama persis").format(n=p.berkas))
        isi.append(
            _("{a} dan {b}: {alasan}. Apakah keduanya memakai berkas atau penyusun yang sama?").format(
                a=nama[p.a], b=nama[p.b], alasan=gabung(alasan)
            )
        )
    for s in k.serba_penuh:
        isi.append(
            _("{nama}: nilai penuh di {penuh} dari {n} pertanyaan. Apakah sudah dicocokkan dengan dokumennya?").format(
                nama=nama[s.id], penuh=s.penuh, n=s.banyak
            )
        )
    if not isi:
        return tanpa_isi(_("Tidak ada nilai yang tampak sama antardaerah, atau penuh di mana-mana."))
    return daftar_berbutir(isi)


def catatan_mirip() -> Tampilan:
    """Return how to take these questions."""
    return catatan_kaki(
        _(
            "Ini pertanyaan, bukan tuduhan: daerah bertetangga bisa belajar dari satu pendamping, dan daerah baik "
            "memang banyak nilai penuhnya. Nilai penuh dan nol tidak dihitung saat membandingkan."
        )
    )


def dasar_provinsi(k: KeadaanProvinsi) -> Tampilan:
    """Return what the page rests on."""
    galat = [max(d.perkiraan.galat_mencapai.values()) for d in k.diramal if d.perkiraan is not None]
    draws = {d.perkiraan.draws for d in k.diramal if d.perkiraan is not None}
    isi = [
        _("Form {form}, tahun evaluasi {tahun}. Sasaran yang ditanyakan: {sasaran}.").format(
            form=k.instrumen.id, tahun=k.provinsi.tahun, sasaran=k.kategori.nama(k.provinsi.sasaran)
        ),
        _(
            "Setiap angka satu daerah dibuat seperti di halaman rapatnya, dengan sasaran provinsi; halaman ini hanya "
            "menyandingkannya."
        ),
    ]
    if galat:
        isi.append(
            _("Peluang dari {draws} undian per daerah; karena undian bisa meleset {galat} dari 100.").format(
                draws=format_angka(max(draws), 0), galat=format_angka(100 * max(galat), 1)
            )
        )
        isi.append(
            _(
                "Untuk membandingkan daerah, keberuntungan tiap daerah diundi sendiri-sendiri; yang belum kita ketahui "
                "tentang verifikasi dianggap sama bagi semua."
            )
        )
    if k.lama:
        isi.append(_("Rapat yang lebih lama dari daerah yang sama dilewati: {daftar}.").format(daftar=_sebut(k.lama)))
    return daftar_berbutir(isi)
