"""Tell the head of the city or regency where it stands, what only the head can do, what it costs."""

from dataclasses import dataclass

from kla_lib.bahasa import _, format_angka
from kla_lib.rules.daerah import Daerah
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.scoring.jalur_kalimat import kalimat_biaya, kalimat_dampak, kalimat_rencana
from kla_lib.scoring.kategori import kategori_of
from kla_lib.scoring.sebut_peluang import sebut_peluang
from kla_lib.views.jalur import rencana_of
from kla_lib.views.kalimat import kalimat_jarak
from kla_lib.views.konteks import Konteks
from kla_lib.views.peluang import sebut_antara
from kla_lib.views.perkiraan import tanpa_perkiraan
from kla_lib.views.rencana import kalimat_bersandar, tanpa_nilai
from kla_lib.views.tampilan import Kolom, Tampilan, potongan, tabel


def sebut_kepala(daerah: Daerah) -> str:
    """Return who leads: "wali kota", "bupati"; a city without a file of its own has a "kepala daerah"."""
    return {"kota": _("wali kota"), "kabupaten": _("bupati"), None: _("kepala daerah")}[daerah.jenis]


@dataclass(frozen=True)
class Angka:
    """One of the scores: its name, the points in words, the category that they amount to."""

    nama: str
    nilai: str
    setara: str


def daftar_nilai(konteks: Konteks) -> list[Angka]:
    """Return the recorded score, the one with complete documents, and the forecast; nothing without marks."""
    h, p, nama = konteks.hasil, konteks.perkiraan, konteks.kategori.nama
    if h is None:
        return []
    isi = [Angka(_besar(sebut_tahap(h.tahap)), format_angka(h.diklaim), nama(h.kategori))]
    if h.tahap == "vf":
        return isi
    if h.terdukung is None:
        isi.append(Angka(_("Berdokumen lengkap"), _("belum dicatat"), "–"))
    else:
        setara = nama(kategori_of(h.terdukung, konteks.kategori))
        isi.append(Angka(_("Berdokumen lengkap"), format_angka(h.terdukung), setara))
    if p is not None:
        mungkin = max(p.peluang, key=lambda k: p.peluang[k])
        setara = _("paling mungkin {kategori}, {peluang}").format(
            kategori=nama(mungkin), peluang=sebut_peluang(p.peluang[mungkin])
        )
        isi.append(Angka(_("Perkiraan nilai akhir (9 dari 10 kemungkinan)"), sebut_antara(p.p05, p.p95), setara))
    return isi


def posisi_pimpinan(konteks: Konteks) -> Tampilan:
    """Return the big number with its category, the other scores, the distance to the target with its chance."""
    nilai = daftar_nilai(konteks)
    if not nilai:
        kalimat = _("Nilai {daerah} belum dicatat, jadi posisinya belum diketahui.").format(daerah=konteks.daerah.nama)
        return potongan("kalimat", kalimat, utama=kalimat, lanjutan=[tanpa_perkiraan(konteks)])
    utama, *lain = nilai
    keterangan = _("{nama}, setara {kategori}").format(nama=utama.nama, kategori=utama.setara)
    penutup = _("Ini bukan nilai resmi.") if konteks.perkiraan is not None else tanpa_perkiraan(konteks)
    kolom = [Kolom("nama", _("Macam nilai")), Kolom("nilai", _("Poin"), angka=True), Kolom("setara", _("Setara"))]
    t = tabel(_("Nilai lain"), kolom, [vars(a) for a in lain], "", "tanpa-judul") if lain else Tampilan("", "")
    akhir = f"{kalimat_jarak(konteks)} {penutup}"
    besar = potongan("angka_besar", f"{utama.nilai}: {keterangan}", angka=utama.nilai, keterangan=keterangan)
    paragraf = potongan("paragraf", akhir, paragraf=[akhir])
    return Tampilan(besar.html + t.html + paragraf.html, "\n".join([besar.teks, t.teks, akhir]))


def biaya_pimpinan(konteks: Konteks) -> Tampilan:
    """Return what the plan reaches, what it costs, and how many of its actions have no amount."""
    rencana = rencana_of(konteks)
    if rencana is None:
        return _kosong(tanpa_nilai())
    r = rencana.kegiatan
    if r.tahap == "vf" or not r.kegiatan:
        return _kosong(kalimat_rencana(r))
    kalimat = " ".join([kalimat_rencana(r), *kalimat_bersandar(rencana, r), kalimat_biaya(r)])
    return potongan("paragraf", kalimat, paragraf=[kalimat])


def arti_bagi_anak(konteks: Konteks) -> Tampilan:
    """Return what the plan means for children; without a plan that nothing can be told."""
    rencana = rencana_of(konteks)
    if rencana is None or rencana.kegiatan.tahap == "vf" or not rencana.kegiatan.kegiatan:
        return _kosong(_("Tanpa rencana belum bisa dikatakan apa artinya bagi anak."))
    kalimat = " ".join(kalimat_dampak(rencana.kegiatan))
    return potongan("paragraf", kalimat, paragraf=[kalimat])


def _besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


def _kosong(pesan: str) -> Tampilan:
    return potongan("kosong", pesan, pesan=pesan)
