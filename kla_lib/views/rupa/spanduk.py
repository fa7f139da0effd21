"""Warn on every page of what the data is not: generated, incomplete, unofficial."""

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.skenario import data_lain
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.rules.skenario import Skenario
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.views.rupa.tampilan import Tampilan, peringatan


def teks_spanduk(keadaan: Keadaan) -> list[str]:
    """Return the warnings that every page of this meeting carries."""
    spanduk = [*jangan_diteruskan(keadaan), *_sebut_skenario(keadaan)]
    if keadaan.buku.keterangan.contoh:
        spanduk.append(_("Data buatan: daerah dan angka di halaman ini contoh, bukan daerah mana pun."))
    if keadaan.hasil is None and keadaan.buku.tahap_tersedia():
        spanduk.append(_("Buku data ini belum memuat {tahap}.").format(tahap=sebut_tahap(keadaan.rapat.tahap)))
    elif keadaan.hasil is None:
        spanduk.append(_("Buku data ini memuat capaian saja; nilai per pertanyaan tidak tersedia."))
    elif keadaan.hasil.belum_dinilai:
        spanduk.append(
            _("Data belum lengkap: {n} dari {semua} pertanyaan belum dinilai.").format(
                n=keadaan.hasil.belum_dinilai, semua=len(keadaan.hasil.pertanyaan)
            )
        )
    return spanduk


def jangan_diteruskan(keadaan: Keadaan) -> list[str]:
    """Return what every page and sheet says that is not for the public; nothing for the others."""
    return [_("INTERNAL: jangan diteruskan")] if keadaan.internal else []


def _sebut_skenario(keadaan: Keadaan) -> list[str]:
    """Return what tells a scenario's page from an official one: its name, its reason, and the official result."""
    s, resmi = keadaan.skenario, keadaan.resmi
    if not isinstance(s, Skenario) or resmi is None:
        return []
    pola = _("Skenario {nama}, {tanggal}: {alasan}")
    if keadaan.internal:  # who thought of it is nobody's business outside
        pola = _("Skenario {nama} oleh {penulis}, {tanggal}: {alasan}")
    alasan = s.alasan.rstrip(".") + "."
    kalimat = [pola.format(nama=s.nama, penulis=s.penulis, tanggal=format_tanggal(s.dibuat), alasan=alasan)]
    if s.simulasi:
        kalimat.append(_("Bobotnya berbeda dari form, jadi poin di sini simulasi; tidak ada kategori yang diperoleh."))
    if s.bobot and not s.simulasi:
        kalimat.append(_("Bobotnya hanya mengurutkan perhatian; poin dan kategori tetap seperti di form."))
    if data_lain(s, resmi.buku):
        kalimat.append(_("Skenario ini dibuat di atas data lain; periksa apakah masih berlaku."))
    return [" ".join(kalimat)]


def spanduk(lingkup: Lingkup) -> Tampilan:
    """Return the banner, empty where there is nothing to warn of."""
    return peringatan(*teks_spanduk(lingkup.keadaan))
