"""Show the run sheet of the day: what is planned, who manages which place, how ready everybody is."""

from collections import Counter
from collections.abc import Iterable

from kla_lib.bahasa import _, format_angka, format_tanggal, gabung
from kla_lib.data.vlh.catatan import Latihan
from kla_lib.keadaan.vlh import Kunci, Vlh
from kla_lib.rules.sumber import sebut_keyakinan, semua_sumber
from kla_lib.rules.vlh.berkas import Lokus
from kla_lib.views.rupa.lembar import Lembar
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, pernyataan, tabel, tumpuk
from kla_lib.views.vlh.sebutan import sebut_berkas

SIAP, BELUM_SIAP, BELUM_DILATIH = "siap", "belum_siap", "belum_dilatih"


def kesiapan(b: Latihan | None) -> str:
    """Return whether a question was answered in the rehearsal; one with a note alone was not yet."""
    if b is None or b.siap is None:
        return BELUM_DILATIH
    return SIAP if b.siap else BELUM_SIAP


def kalimat_hari(vlh: Vlh) -> Tampilan:
    """Return when the day is, how many places and questions there are, how ready, and what is still to be settled."""
    hari, lokus = vlh.hari, vlh.hari.lokus
    cadangan = sum(p.cadangan for p in lokus)
    semua = vlh.kunci
    tempat = _("{n} tempat").format(n=len(lokus) - cadangan)
    if cadangan:
        tempat = _("{tempat} dan {n} cadangan").format(tempat=tempat, n=cadangan)
    kapan = _("pada {tanggal}").format(tanggal=format_tanggal(hari.tanggal)) if hari.tanggal else _("belum bertanggal")
    utama = _("Verifikasi lapangan {kapan}: {tempat}, {n} hal yang mungkin ditanyakan.").format(
        kapan=kapan, tempat=tempat, n=format_angka(len(semua), 0)
    )
    return pernyataan(utama, [_("Menurut latihan: {isi}.").format(isi=sebut_kesiapan(vlh, semua)), *_terbuka(vlh)])


def _terbuka(vlh: Vlh) -> list[str]:
    """Return what has to be settled before the day."""
    lokus, kalimat = vlh.hari.lokus, _tak_terlihat(vlh)
    tanpa_ruang = [p.nama for p in lokus if not p.ruang]
    if tanpa_ruang:
        kalimat.append(_("Ruang video belum ditentukan untuk {n} tempat.").format(n=len(tanpa_ruang)))
    if not any(p.cadangan for p in lokus):
        kalimat.append(_("Belum ada tempat cadangan."))
    if vlh.hari.lazim:
        kalimat.append(
            _("Tempatnya daftar yang lazim. Tulis daftar sendiri (lokus) di {berkas} dalam folder kerja.").format(
                berkas=sebut_berkas(vlh)
            )
        )
    return kalimat


def _tak_terlihat(vlh: Vlh) -> list[str]:
    """Return what of the bank the book cannot tell."""
    keadaan = vlh.keadaan
    if keadaan.hasil is None or keadaan.instrumen.pertanyaan.empty:
        return [_("Nilai per pertanyaan belum dicatat, jadi yang terlihat di sini hanya yang pernah ditanyakan.")]
    if keadaan.register is None:
        return [_("Dokumen belum dicatat, jadi foto, tanggal, dan tanda tangan yang kurang belum terlihat di sini.")]
    return []


def sebut_kesiapan(vlh: Vlh, kunci: Iterable[Kunci]) -> str:
    """Return how many of some questions are ready, not ready, not rehearsed."""
    banyak = Counter(kesiapan(vlh.latihan.get(k)) for k in kunci)
    pola = {BELUM_SIAP: _("{n} belum siap"), BELUM_DILATIH: _("{n} belum dilatih"), SIAP: _("{n} siap")}
    return gabung([p.format(n=banyak[k]) for k, p in pola.items() if banyak[k]]) or _("tidak ada yang dilatih")


def tabel_sesi(vlh: Vlh) -> Tampilan:
    """Return the sessions in their order: who is there, where, from when."""
    kolom = [
        Kolom("no", _("No")),
        Kolom("nama", _("Sesi")),
        Kolom("waktu", _("Waktu")),
        Kolom("ruang", _("Ruang")),
        Kolom("isi", _("Siapa dan bagaimana")),
    ]
    baris = [
        {
            "no": str(i),
            "nama": s.nama,
            "waktu": s.waktu or _("menunggu surat kementerian"),
            "ruang": s.ruang or _("belum ditentukan"),
            "isi": s.isi,
        }
        for i, s in enumerate(vlh.hari.sesi, start=1)
    ]
    catatan = _("Lama sesi, poin per tempat, dan siapa yang memberi nilai tidak kami temukan di sumber mana pun.")
    return tumpuk(tabel(_("Susunan hari"), kolom, baris, "", "tanpa-judul pertanyaan"), catatan_kaki(catatan))


def lembar_lokus(vlh: Vlh) -> Lembar:
    """Return the places with manager, room, klaster, what is looked at, and how ready they are."""
    kolom = [
        Kolom("nama", _("Tempat")),
        Kolom("pengelola", _("Pengelola")),
        Kolom("ruang", _("Ruang video")),
        Kolom("klaster", _("Klaster")),
        Kolom("dilihat", _("Yang dilihat")),
        Kolom("kesiapan", _("Latihan")),
    ]
    baris = [
        {
            "nama": _("{nama} (cadangan)").format(nama=p.nama) if p.cadangan else p.nama,
            "pengelola": sebut_pengelola(vlh, p),
            "ruang": p.ruang or _("belum ditentukan"),
            "klaster": gabung([vlh.keadaan.instrumen.klaster_of(k).sebutan_pendek for k in p.klaster]),
            "dilihat": "; ".join(p.dilihat),
            "kesiapan": sebut_kesiapan(vlh, vlh.kunci_lokus(p)),
        }
        for p in vlh.hari.lokus
    ]
    return Lembar(_("Tempat yang dilihat"), kolom, baris, _("Belum ada tempat."))


def tabel_lokus(vlh: Vlh) -> Tampilan:
    """Return the places as the page shows them, with where the usual list is known from."""
    lembar = lembar_lokus(vlh)
    t = tabel(lembar.judul, list(lembar.kolom), list(lembar.baris), lembar.kosong, "tanpa-judul pertanyaan")
    return tumpuk(t, catatan_kaki(_asal(vlh)))


def _asal(vlh: Vlh) -> str:
    if vlh.hari.sumber is None:
        return _("Dari {berkas}.").format(berkas=sebut_berkas(vlh))
    s = semua_sumber(vlh.keadaan.params)[vlh.hari.sumber.dokumen]
    return _("Daftar lazim menurut: {judul} ({keyakinan}). Kementerian bisa meminta tempat lain.").format(
        judul=s.judul, keyakinan=sebut_keyakinan(s.keyakinan)
    )


def sebut_pengelola(vlh: Vlh, p: Lokus) -> str:
    """Return the office that manages a place, with where it is reached."""
    nama = vlh.keadaan.daerah.nama_opd(p.pengelola)
    return f"{nama} ({p.kontak.nama}, {p.kontak.saluran})" if p.kontak else nama
