"""Compare saved scenarios with the official result: scores, klaster, what differs, several people's weights."""

from collections.abc import Sequence
from dataclasses import dataclass

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.data.skenario import check_isi, data_lain
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.skenario import IsiSkenario, Skenario, check_dikenal, daftar_skenario, load_skenario
from kla_lib.scoring.skenario.banding import SebaranBobot, bobot_per_penulis, sebaran_bobot
from kla_lib.scoring.skenario.pembobotan import SEMUA
from kla_lib.views.perkiraan.perkiraan import sebut_puluhan
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, paragraf, tabel, tanpa_isi, tumpuk
from kla_lib.views.skenario.gambar_banding import html_lereng
from kla_lib.views.skenario.kalimat import kategori_form, membaca_prioritas
from kla_lib.views.skenario.nama_kode import daftar_ubahan, nama_bagian, sebut_bobot
from kla_lib.views.skenario.untung import daftar_untung, tabel_untung

PALING_BANYAK = 6
"""More columns than that no page has room for; the newest are shown."""

Daftar = Sequence[tuple[str, IsiSkenario]]
"""Scenarios with the names under which they are shown; a Skenario also tells who made it, why and on what."""


@dataclass(frozen=True)
class Terpilih:
    """The saved scenarios to compare, and in words which others cannot be compared or are left out."""

    daftar: tuple[Skenario, ...]
    catatan: tuple[str, ...]


def banding_skenario(keadaan: Keadaan, nama: Sequence[str] = ()) -> Tampilan:
    """Return the comparison of saved scenarios: those named, or all that fit this book's form.

    Raises KlaError for a name that is not saved.
    """
    terpilih = pilih_skenario(keadaan, nama)
    t = banding_isi(keadaan, [(s.nama, s) for s in terpilih.daftar])
    return tumpuk(t, paragraf(*terpilih.catatan))


def pilih_skenario(keadaan: Keadaan, nama: Sequence[str] = ()) -> Terpilih:
    """Return the saved scenarios that can be compared on this book, the oldest first."""
    check_dikenal(keadaan.params, nama)
    cocok, catatan = [], []
    for n in nama or daftar_skenario(keadaan.params):
        try:
            s = load_skenario(keadaan.params, n)
        except KlaError as e:
            catatan.append(_("{nama} tidak terbaca: {salah}").format(nama=n, salah=e.kesalahan[0]))
            continue
        salah = _tidak_cocok(keadaan, s) or (
            _("hanya mengubah indeks; lihat 50_indeks.") if s.indeks and s.hanya_indeks else ""
        )
        if salah:
            catatan.append(_("{nama} tidak bisa dibandingkan: {salah}").format(nama=n, salah=salah))
        else:
            cocok.append(s)
    if not nama:
        cocok.sort(key=lambda s: (s.dibuat, s.nama))
        lebih = [s.nama for s in cocok[:-PALING_BANYAK]]
        if lebih:
            catatan.append(_("Tidak ditampilkan karena lebih lama: {daftar}.").format(daftar=", ".join(lebih)))
        cocok = cocok[-PALING_BANYAK:]
    return Terpilih(tuple(cocok), tuple(catatan))


def _tidak_cocok(keadaan: Keadaan, s: Skenario) -> str:
    resmi = keadaan.resmi or keadaan
    if s.instrumen != resmi.instrumen.id:
        return _("dibuat untuk form {lain}, buku data ini memakai form {form}.").format(
            lain=s.instrumen, form=resmi.instrumen.id
        )
    salah = check_isi(s, resmi.buku, resmi.rapat.tahap, f"{s.nama}.yaml")
    return salah[0].salah + "." if salah else ""


def banding_isi(keadaan: Keadaan, daftar: Daftar) -> Tampilan:
    """Return the comparison of scenarios that fit this book, saved or not, in the given order."""
    resmi = keadaan.resmi or keadaan
    if not daftar:
        return tanpa_isi(_("Belum ada skenario yang bisa dibandingkan. Simpan dulu satu skenario."))
    hitung = [resmi.dengan(isi) for _nama, isi in daftar]
    return tumpuk(
        tabel_ringkas(resmi, daftar, hitung),
        tabel_untung(resmi, daftar_untung(resmi, daftar, hitung)),
        html_lereng(resmi, [n for n, _isi in daftar], hitung),
        tabel_beda(resmi, daftar),
        tabel_bobot(resmi, [isi for _n, isi in daftar if isinstance(isi, Skenario)]),
    )


def tabel_ringkas(resmi: Keadaan, daftar: Daftar, hitung: Sequence[Keadaan]) -> Tampilan:
    """Return one row per scenario under the official one: scores, category, who made it and why."""
    kolom = [
        Kolom("nama", _("Skenario")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("terdukung", _("Berdokumen lengkap"), angka=True),
        Kolom("tengah", _("Perkiraan akhir, tengah"), angka=True),
        Kolom("kategori", _("Kategori")),
        Kolom("alasan", _("Penulis dan alasan")),
    ]
    baris = [_ringkas(resmi, _("Hasil menurut buku data"), "–")]
    baris += [_ringkas(k, n, _sebut_alasan(resmi, isi)) for (n, isi), k in zip(daftar, hitung, strict=True)]
    return tabel(_("Skenario berdampingan"), kolom, baris, "", "sk-tabel sk-lebar")


def _ringkas(k: Keadaan, nama: str, alasan: str) -> dict[str, str]:
    h, p = k.hasil, k.perkiraan
    belum = _("belum dicatat")
    return {
        "nama": nama,
        "nilai": belum if h is None else format_angka(h.diklaim),
        "terdukung": belum if h is None or h.terdukung is None else format_angka(h.terdukung),
        "tengah": "–" if p is None else sebut_puluhan(p.p50),
        "kategori": sebut_kategori(k),
        "alasan": alasan,
    }


def sebut_kategori(k: Keadaan) -> str:
    """Return what the points amount to: never a category under other weights or for priorities of work."""
    if k.hasil is None:
        return "–"
    if membaca_prioritas(k):
        return _("prioritas kerja, tanpa kategori")
    pola = _("setara {kategori} pada skala simulasi") if k.simulasi else _("setara {kategori}")
    return pola.format(kategori=kategori_form(k).nama(k.hasil.kategori))


def _sebut_alasan(resmi: Keadaan, isi: IsiSkenario) -> str:
    if not isinstance(isi, Skenario):
        return _("belum disimpan")
    teks = _("{penulis}, {tanggal}: “{alasan}”").format(
        penulis=isi.penulis, tanggal=format_tanggal(isi.dibuat), alasan=isi.alasan
    )
    return f"{teks} {sebut_data_lain()}" if data_lain(isi, resmi.buku) else teks


def sebut_data_lain() -> str:
    """Return what is said of a scenario that was made on other data."""
    return _("Dibuat di atas data lain; angkanya di sini dihitung ulang dari buku data ini.")


def tabel_beda(resmi: Keadaan, daftar: Daftar) -> Tampilan:
    """Return everything in which the scenarios differ, one column each."""
    kolom = [Kolom("jenis", _("Jenis")), Kolom("apa", _("Apa")), Kolom("resmi", _("Resmi"), angka=True)]
    kolom += [Kolom(f"s{n}", nama, angka=True) for n, (nama, _isi) in enumerate(daftar)]
    baris = [
        {"jenis": u.jenis, "apa": u.apa, "resmi": u.resmi}
        | {f"s{n}": "=" if isi == u.resmi else isi for n, isi in enumerate(u.skenario)}
        for u in daftar_ubahan(resmi, [isi for _nama, isi in daftar])
    ]
    kosong = _("Tidak ada yang berbeda dari hasil menurut buku data.")
    return tabel(_("Yang berbeda ( = sama dengan resmi)"), kolom, baris, kosong, "sk-tabel sk-lebar")


def penimbang(daftar: Sequence[Skenario]) -> list[tuple[str, Skenario]]:
    """Return whose weights can be compared: of each author the latest scenario with weights."""
    return [(s.penulis, s) for s in bobot_per_penulis(daftar)]


def tabel_bobot(resmi: Keadaan, daftar: Sequence[Skenario]) -> Tampilan:
    """Return the weights of several authors with their spread and median; nothing where fewer than two gave any."""
    orang = penimbang(daftar)
    if len(orang) < 2:
        return Tampilan("", "")
    nama = nama_bagian(resmi.instrumen)
    kolom = [Kolom("apa", _("Bobot")), Kolom("resmi", _("Resmi"), angka=True)]
    kolom += [Kolom(f"s{n}", penulis, angka=True) for n, (penulis, _s) in enumerate(orang)]
    kolom += [
        Kolom("antara", _("Terendah–tertinggi"), angka=True),
        Kolom("median", _("Median"), angka=True),
    ]
    sebaran = sebaran_bobot(resmi.instrumen, [s for _penulis, s in orang])
    baris = [
        {
            "apa": nama[b.kode] if b.induk == SEMUA else f"– {nama[b.kode]}",
            "resmi": sebut_bobot(b.resmi),
            "antara": f"{format_angka(100 * b.terendah)}–{sebut_bobot(b.tertinggi)}",
            "median": sebut_bobot(b.median),
        }
        | {f"s{n}": sebut_bobot(isi) for n, isi in enumerate(b.isi)}
        for b in sebaran
    ]
    t = tabel(_("Bobot menurut tiap penulis (skenario berbobot terakhir)"), kolom, baris, "", "sk-tabel sk-lebar")
    return tumpuk(t, catatan_kaki(_sebut_beda_pendapat(nama, sebaran)))


def _sebut_beda_pendapat(nama: dict[str, str], sebaran: Sequence[SebaranBobot]) -> str:
    terjauh = max((b for b in sebaran if b.induk == SEMUA), key=lambda b: b.rentang)
    return _(
        "Paling berbeda pendapat tentang {apa}: {bawah} sampai {atas}. Median hanya bahan percakapan, bukan keputusan."
    ).format(apa=nama[terjauh.kode], bawah=sebut_bobot(terjauh.terendah), atas=sebut_bobot(terjauh.tertinggi))
