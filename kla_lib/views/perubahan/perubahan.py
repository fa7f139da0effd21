"""Show what changed since the meeting before, in a sentence, in a table."""

import re
from collections.abc import Iterable

from kla_lib.bahasa import _, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.keadaan.perbandingan import Perbandingan, banding_of
from kla_lib.scoring.perubahan import (
    BUKU,
    SEBAB_ANGGAPAN,
    SEBAB_DOKUMEN,
    SEBAB_FORM,
    SEBAB_HITUNGAN,
    SEBAB_NILAI,
    SEBAB_TAHAP,
    Perubahan,
    Selisih,
)
from kla_lib.views.perkiraan.perkiraan import sebut_puluhan
from kla_lib.views.perubahan.hitung import hitung_perubahan
from kla_lib.views.perubahan.sebutan import Penyebut, beda
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, potongan, tabel, tanpa_data


def kalimat_perubahan(
    lingkup: Lingkup,
    banding: Perbandingan | None = None,
) -> Tampilan:
    """Return in a few sentences what changed since the meeting before, or why that cannot be told.

    Of an office, only what it is responsible for.  banding: the comparison,
    where it is already made.
    """
    b = banding or banding_of(lingkup)
    kalimat = list(b.pesan)
    if lingkup.keadaan.rapat.sebelumnya is None:
        return tanpa_data(" ".join(kalimat))
    if b.perubahan is not None:
        kalimat = [*kalimat_perbandingan(lingkup.keadaan, b, lingkup.opd), *_lewat(lingkup, b), *b.pesan]
    paragraf = [kalimat[0], *([" ".join(kalimat[1:])] if kalimat[1:] else [])]
    return potongan("paragraf", " ".join(kalimat), paragraf=paragraf)


def tabel_perubahan(lingkup: Lingkup) -> Tampilan:
    """Return every change in the book and in the rules: what, before, after, the difference."""
    b = banding_of(lingkup)
    kolom = [
        Kolom("apa", _("Yang berubah")),
        Kolom("sebelum", _("Sebelum")),
        Kolom("sesudah", _("Sesudah")),
        Kolom("beda", _("Selisih"), angka=True),
    ]
    if b.perubahan is None:
        return tabel(_("Perubahan"), kolom, [], " ".join(b.pesan), "perubahan")
    judul = _("Perubahan sejak {sejak}").format(sejak=b.sejak)
    return tabel(judul, kolom, baris_perubahan(lingkup.keadaan, b.perubahan), tidak_ada(b, lingkup.opd), "perubahan")


def baris_perubahan(keadaan: Keadaan | None, p: Perubahan) -> list[dict[str, str]]:
    """Return a row of the table per change, by subject, the largest changes of points first.

    Where the status of a document changed, its date, link and checklist are
    not told beside it; where that of an action did, the work done stands in
    the same row.
    """
    penyebut = Penyebut(keadaan)
    berstatus = {(s.jenis, s.kode) for s in p.perubahan if s.utama}
    kerja = {s.kode: s for s in p.perubahan if s.jenis == "kegiatan" and s.id.endswith(":realisasi")}
    baris = []
    for s in (*sorted(p.perubahan, key=_urutan), *p.aturan):
        ikut = not s.utama and (s.jenis, s.kode) in berstatus
        if ikut and (s.jenis == "dokumen" or s.id.endswith(":realisasi")):
            continue
        if s.jenis == "bentrok" and not s.suara:  # its answers have a row each
            continue
        bersama = [s, *([kerja[s.kode]] if s.jenis == "kegiatan" and s.utama and s.kode in kerja else [])]
        baris.append(
            {
                "apa": penyebut.apa(s),
                "sebelum": ", ".join(penyebut.sebelum(x) for x in bersama),
                "sesudah": ", ".join(penyebut.sesudah(x) for x in bersama),
                "beda": beda(bersama[-1]),
            }
        )
    return baris


def _urutan(s: Selisih) -> tuple[int, float, list[tuple[int, str]]]:
    besar = -abs((s.sesudah or 0.0) - (s.sebelum or 0.0)) if s.jenis == "nilai" else 0.0
    bagian = re.findall(r"\d+|\D+", s.id)
    return BUKU.index(s.jenis), besar, [(int(b), "") if b.isdecimal() else (-1, b) for b in bagian]


def kalimat_perbandingan(keadaan: Keadaan | None, b: Perbandingan, opd: str | None = None) -> list[str]:
    """Return what changed as sentences: the counts, the category, the forecast with its reason, the rules."""
    p = b.perubahan
    if p is None:
        return []
    semua = (*p.perubahan, *p.akibat)
    terisi = [s for s in semua if s.jenis == "nilai" and s.tingkat == "klaster"]
    if opd is not None:
        terisi = [s for s in p.perubahan if s.jenis == "nilai" and s.tingkat == "pertanyaan"]
    h = hitung_perubahan(p.perubahan, _naik(terisi), _naik(s for s in semua if s.jenis == "lengkap"))
    kalimat = []
    if h.poin or h.maju or h.mundur or h.lain:
        inti = "; ".join(", ".join(d) for d in ([*h.poin, *h.maju], h.mundur) if d)
        pola = _("Sejak {sejak}: {inti}.") if inti else _("Sejak {sejak}: {lain}.")
        kalimat.append(pola.format(sejak=b.sejak, inti=inti, lain=", ".join(h.lain)))
        if inti and h.lain:
            kalimat.append(_("Selain itu: {lain}.").format(lain=", ".join(h.lain)))
    else:
        kalimat.append(tidak_ada(b, opd))
    return [*kalimat, *_kategori(keadaan, p), *_perkiraan(b, p), *_aturan(p)]


def tidak_ada(b: Perbandingan, opd: str | None) -> str:
    """Return that nothing changed, as far as it was compared."""
    if opd is not None:
        return _("Tidak ada perubahan untuk kantor ini sejak {sejak}.").format(sejak=b.sejak)
    if b.perubahan is not None and b.perubahan.tak_sebanding:
        return _("Di luar nilai tidak ada perubahan sejak {sejak}.").format(sejak=b.sejak)
    return _("Tidak ada perubahan sejak {sejak}.").format(sejak=b.sejak)


def _naik(daftar: Iterable[Selisih]) -> float:
    """Return by how much a sum of recorded points rose; what was not recorded was not in it."""
    return sum((s.sesudah or 0.0) - (s.sebelum or 0.0) for s in daftar)


def _kategori(keadaan: Keadaan | None, p: Perubahan) -> list[str]:
    kalimat = []
    for s in p.akibat:
        if s.jenis != "kategori" or s.selisih is None or keadaan is None:
            continue
        urutan = keadaan.kategori.urutan
        lama, baru = (keadaan.kategori.nama(urutan[int(n)]) for n in (s.sebelum or 0, s.sesudah or 0))
        pola = _("Menurut nilai yang tercatat kita {arah} dari {lama} ke {baru}.")
        if s.id.endswith(":terdukung"):
            pola = _("Menurut dokumen yang lengkap kita {arah} dari {lama} ke {baru}.")
        kalimat.append(pola.format(arah=_arah(s.selisih), lama=lama, baru=baru))
    return kalimat


def _perkiraan(b: Perbandingan, p: Perubahan) -> list[str]:
    """Say that the forecast moved, and which parts behind it changed."""
    if not p.sebab_perkiraan:
        return []
    tengah = [s for s in p.akibat if s.jenis == "perkiraan" and s.id.endswith(":p50") and s.selisih is not None]
    gerak = _("Perkiraan nilai akhir bergeser")
    if tengah:
        s = tengah[0]
        lama, baru = sebut_puluhan(s.sebelum or 0.0), sebut_puluhan(s.sesudah or 0.0)
        pola = (
            _("Perkiraan nilai akhir (nilai tengahnya) {arah} sedikit, tetap kira-kira {baru}")
            if lama == baru
            else _("Perkiraan nilai akhir (nilai tengahnya) {arah} dari kira-kira {lama} ke {baru}")
        )
        gerak = pola.format(arah=_arah(s.selisih or 0.0), lama=lama, baru=baru)
    return [f"{gerak}; {_sebab(b, p)}."]


def _sebab(b: Perbandingan, p: Perubahan) -> str:
    if not b.seluruhnya:
        return _("sebabnya belum bisa disebut, karena tidak semua paket dibandingkan")
    if p.sebab_perkiraan == (SEBAB_HITUNGAN,):
        return _("nilai, dokumen, dan anggapan tetap, jadi yang berubah cara menghitungnya")
    nama = {
        SEBAB_TAHAP: _("tahap"),
        SEBAB_FORM: _("form, bobot, atau ambang"),
        SEBAB_NILAI: _("nilai"),
        SEBAB_DOKUMEN: _("dokumen"),
        SEBAB_ANGGAPAN: _("anggapan"),
    }
    yang = gabung([nama[s] for s in p.sebab_perkiraan])
    if p.sebab_perkiraan == (SEBAB_ANGGAPAN,):
        return _("nilai dan dokumen tetap, yang berubah anggapannya")
    return _("yang berubah: {yang}").format(yang=yang)


def _aturan(p: Perubahan) -> list[str]:
    jenis = {s.jenis for s in p.aturan}
    nama = {"form": _("form"), "bobot": _("nilai maksimal"), "ambang": _("ambang kategori"), "anggapan": _("anggapan")}
    yang = [n for k, n in nama.items() if k in jenis]
    return [_("Aturan yang berubah: {yang}.").format(yang=gabung(yang))] if yang else []


def _lewat(lingkup: Lingkup, b: Perbandingan) -> list[str]:
    """Say how many actions became late meanwhile: nobody changed them, the day passed."""
    hari, rad = lingkup.keadaan.rapat.tanggal, lingkup.kegiatan_rad
    if b.tanggal is None or rad is None:
        return []
    n = sum(k.hari_lewat > 0 and k.tenggat is not None and b.tanggal <= k.tenggat < hari for k in rad)
    return [_("Sejak itu {n} kegiatan melewati tenggatnya.").format(n=n)] if n else []


def _arah(n: float) -> str:
    return _("naik") if n > 0 else _("turun")
