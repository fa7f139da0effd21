"""Show the single changes that bring most expected final points, and say the first one in a sentence."""

from dataclasses import dataclass

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kolom_kode
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.skenario.bernilai import DOKUMEN, PerubahanBernilai, UsulanBernilai, paling_bernilai
from kla_lib.views.perkiraan.perkiraan import tanpa_perkiraan
from kla_lib.views.rupa.sebutan import daftar_pendek, dari, sebut_nilai_bentrok, sebut_opd
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, paragraf, tabel, tanpa_isi, tumpuk
from kla_lib.views.skenario.gambar import sebut_selisih
from kla_lib.views.skenario.nama_kode import nama_kode


@dataclass(frozen=True)
class Bernilai:
    """A change with its words.

    tambah_nilai, tambah_terdukung (poin; None where documents are not known):
    what it adds to both scores, as the panel would show it.
    """

    perubahan: PerubahanBernilai
    apa: str
    kantor: str
    tambah_nilai: float
    tambah_terdukung: float | None


def tabel_paling_bernilai(keadaan: Keadaan, banyak: int = 10) -> Tampilan:
    """Return the most valuable single changes, the sentence before them and what is left out after them."""
    usulan = usulan_bernilai(keadaan)
    if usulan is None or not usulan.perubahan:
        return tanpa_isi(kalimat_paling_bernilai(keadaan))
    resmi = keadaan.resmi or keadaan
    teratas = daftar_bernilai(resmi, usulan, banyak)
    tahap, ada_dokumen = sebut_tahap_pendek(resmi.rapat.tahap), teratas[0].tambah_terdukung is not None
    kolom = [
        Kolom("apa", _("Perubahan")),
        Kolom("kode", _("Kode")),
        Kolom("akhir", _("Perkiraan akhir"), angka=True),
        Kolom("nilai", _("Nilai {tahap}").format(tahap=tahap), angka=True),
        *([Kolom("terdukung", _("Berdokumen lengkap"), angka=True)] if ada_dokumen else []),
        Kolom("kantor", _("Penanggung jawab")),
    ]
    baris = [
        {
            "apa": b.apa,
            "kode": daftar_pendek(list(b.perubahan.kode), 3),
            "akhir": _sebut_akhir(b.perubahan),
            "nilai": sebut_selisih(b.tambah_nilai),
            "terdukung": "" if b.tambah_terdukung is None else sebut_selisih(b.tambah_terdukung),
            "kantor": b.kantor,
        }
        for b in teratas
    ]
    utama, kaki = _kalimat(resmi, teratas[0]), _kaki(resmi, usulan, len(teratas))
    t = tabel(_("Perubahan yang paling bernilai"), kolom, baris, "", "sk-tabel sk-lebar")
    return tumpuk(paragraf(utama), t, catatan_kaki(kaki))


def kalimat_paling_bernilai(keadaan: Keadaan) -> str:
    """Return the most valuable single change in one sentence, or why none can be named."""
    usulan, resmi = usulan_bernilai(keadaan), keadaan.resmi or keadaan
    if usulan is None:
        return tanpa_perkiraan(resmi)
    if not usulan.perubahan:
        return _(
            "Tidak ada perubahan yang bisa dihitung: nilai tidak dicatat per pertanyaan, atau semuanya sudah penuh."
        )
    return _kalimat(resmi, daftar_bernilai(resmi, usulan, 1)[0])


def usulan_bernilai(keadaan: Keadaan) -> UsulanBernilai | None:
    """Return all single changes on the official result; None where nothing is forecast."""
    k = keadaan.resmi or keadaan
    if k.hasil is None or k.susunan is None:
        return None
    return paling_bernilai(k.buku, k.hasil, k.susunan, k.ramalan.undian[k.setelan], k.nanti, k.penentu)


def daftar_bernilai(keadaan: Keadaan, usulan: UsulanBernilai, banyak: int) -> list[Bernilai]:
    """Return the first changes with their words and with what they add to both scores."""
    nama, hasil = nama_kode(keadaan.instrumen), keadaan.hasil
    if hasil is None:
        raise ValueError("no marks, so no changes")
    p = hasil.pertanyaan
    kode = kolom_kode(p)
    nilai = dict(zip(kode, zip(p["nilai"], p["nilai_maksimal"], strict=True), strict=True))
    opd = dict(zip(kode, p["opd"], strict=True))
    daftar = []
    bentrok = sebut_nilai_bentrok(keadaan)
    for u in usulan.perubahan[:banyak]:
        baru = keadaan.dengan(u.isi).hasil
        if baru is None:
            raise ValueError("no marks, so no changes")
        terdukung = None
        if baru.terdukung is not None and hasil.terdukung is not None:
            terdukung = round(baru.terdukung - hasil.terdukung, 2)
        if u.jenis == DOKUMEN:
            apa, peran = _sebut_dokumen(keadaan, u)
        else:
            ada, maks = nilai[u.kode[0]]
            kini = _("kini {nilai}").format(nilai=dari(ada, maks))
            if ada != ada:
                kini = bentrok.get(u.kode[0], _("belum dinilai"))
            apa = _("Jawab penuh {pertanyaan} ({kini})").format(pertanyaan=nama[u.kode[0]], kini=kini)
            peran = tuple(opd[u.kode[0]])
        peran = peran or tuple(dict.fromkeys(o for k in u.kode for o in opd[k][:1]))
        daftar.append(
            Bernilai(u, apa, sebut_opd(keadaan, peran) or "–", round(baru.diklaim - hasil.diklaim, 2), terdukung)
        )
    return daftar


def _sebut_dokumen(keadaan: Keadaan, u: PerubahanBernilai) -> tuple[str, tuple[str, ...]]:
    d = keadaan.buku.data_dukung
    if d is None:
        raise ValueError("no register of documents")
    milik = d[d["id_dokumen"].isin(u.dokumen)]
    judul = [f"{judul} ({i})" for judul, i in zip(milik["judul"], milik["id_dokumen"], strict=True)]
    return _("Lengkapi {dokumen}").format(dokumen=daftar_pendek(judul, 3)), tuple(
        dict.fromkeys(str(o) for o in milik["opd"] if isinstance(o, str) and o)
    )


def _sebut_akhir(u: PerubahanBernilai) -> str:
    return _("kira-kira +{poin}").format(poin=format_angka(u.akhir, 1 if u.akhir >= 1 else 2))


def _kalimat(keadaan: Keadaan, b: Bernilai) -> str:
    tahap = sebut_tahap_pendek(keadaan.rapat.tahap)
    pola = (
        _("Yang paling bernilai: {apa}; nilai {tahap} {nilai}, nilai akhir {akhir} poin; penanggung jawab {kantor}.")
        if b.tambah_terdukung is None
        else _(
            "Yang paling bernilai: {apa}; nilai {tahap} {nilai}, yang berdokumen lengkap {terdukung}, "
            "nilai akhir {akhir} poin; penanggung jawab {kantor}."
        )
    )
    return pola.format(
        apa=b.apa[:1].lower() + b.apa[1:],
        tahap=tahap,
        nilai=sebut_selisih(b.tambah_nilai),
        terdukung="" if b.tambah_terdukung is None else sebut_selisih(b.tambah_terdukung),
        akhir=_sebut_akhir(b.perubahan),
        kantor=b.kantor,
    )


def _kaki(keadaan: Keadaan, usulan: UsulanBernilai, tampil: int) -> str:
    kalimat = [
        _(
            "{n} dari {semua} perubahan, masing-masing dihitung sendiri; "
            "gabungannya tidak selalu sama dengan jumlahnya."
        ).format(n=tampil, semua=len(usulan.perubahan)),
        _(
            "Perkiraan akhir adalah rata-rata undian yang sama untuk semua perubahan (benih {seed}), bukan nilai resmi."
        ).format(seed=keadaan.verifikasi.seed),
    ]
    if keadaan.hasil is not None and keadaan.hasil.terdukung is None:
        kalimat.append(_("Dokumen belum dicatat, jadi dokumen mana yang menambah poin belum diketahui."))
    if usulan.siklus_berikutnya:
        kalimat.append(
            _("{n} pertanyaan tidak diusulkan karena baru bisa ditambah pada siklus berikutnya.").format(
                n=usulan.siklus_berikutnya
            )
        )
    if usulan.merugikan:
        kalimat.append(
            _(
                "{n} pertanyaan tidak diusulkan karena mengukur hal yang merugikan anak: poinnya hanya boleh naik "
                "bila keadaannya membaik."
            ).format(n=usulan.merugikan)
        )
    return " ".join(kalimat)
