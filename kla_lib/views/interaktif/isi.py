"""Put the interactive page of a klaster into words: its rows, and the sentences that its script fills."""

from itertools import pairwise
from math import ceil
from typing import Any

from kla_lib.bahasa import _, format_angka
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.rules.skenario import Skenario
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.nilai.kategori import peringkat_kategori
from kla_lib.scoring.skenario.kode import PENUH, bulatkan_bobot
from kla_lib.scoring.skenario.pembobotan import SEMUA, bobot_resmi
from kla_lib.scoring.skenario.perhatian import urutan_perhatian
from kla_lib.views.interaktif.data import Bahan, ButirInteraktif, hasil_of
from kla_lib.views.isi.dokumen import sebut_kantor
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.nilai.kalimat import utama_paket
from kla_lib.views.rupa.sebutan import daftar_pendek, dari, poin, sebut_pertanyaan, sebut_status_dokumen
from kla_lib.views.rupa.tema import WARNA_KATEGORI
from kla_lib.views.skenario.kalimat import kategori_form, membaca_prioritas, sebut_ubah

RUANG_GESER = 25
"""A slider reaches to two and a half times the largest share, in whole tens of percent: 25 × share, times 10."""

KODE_TAMPIL = 3


def isi_interaktif(bahan: Bahan) -> dict[str, Any]:
    """Return what the template shows: every word of the page, the official result filled in."""
    keadaan = bahan.paket.keadaan
    hasil, resmi = hasil_of(keadaan), hasil_of(bahan.resmi)
    skala = bahan.resmi.instrumen.kepala.nilai_maksimal
    return {
        "skenario": _nama_skenario(bahan),
        "utama": kalimat_jarak(keadaan) if keadaan.resmi is None else _utama_skenario(bahan),
        "lanjutan": _lanjutan(bahan),
        "tanda": _tanda(bahan, skala),
        "pita": _pita(bahan, skala),
        "akhir": format_angka(skala, 0).replace(".", ""),
        "jarak": _jarak(bahan),
        "kata": kata_skrip(bahan),
        "bobot": _bobot(bahan),
        "pertanyaan": _pertanyaan(bahan),
        "dokumen": [_dokumen(bahan, n, d) for n, d in enumerate(bahan.dokumen.values())],
        "dokumen_dicatat": resmi.terdukung is not None,
        "urutan": _urutan(bahan),
        "urutan_judul": _("Poin yang belum berdokumen lengkap, menurut bobot")
        if hasil.terdukung is not None
        else _("Poin yang belum tercapai, menurut bobot"),
    }


def kata_skrip(bahan: Bahan) -> dict[str, Any]:
    """Return the sentences that the script fills, those of the scenario panel, with the reader's separators."""
    daftar, resmi = kategori_form(bahan.resmi), hasil_of(bahan.resmi)
    tahap, contoh = sebut_tahap_pendek(resmi.tahap), format_angka(1234.5)
    return {
        "ribuan": contoh[1],
        "desimal": contoh[-2],
        "kategori": [daftar.nama(k) for k in daftar.urutan],
        "peringkat_resmi": int(peringkat_kategori(resmi.diklaim, daftar)),
        "poin": _("Nilai {tahap} {ubah}").format(tahap=tahap, ubah="{ubah}"),
        "sementara": _("Nilai {tahap} sementara {ubah}").format(tahap=tahap, ubah="{ubah}"),
        "tetap": _("tetap {nilai}"),
        "naik": _("naik {selisih} menjadi {nilai}"),
        "turun": _("turun {selisih} menjadi {nilai}"),
        "sama": _("{poin}; tetap setara {kini}."),
        "beda": _("{poin}, setara {kini}; tadinya {dulu}."),
        "simulasi": _("{poin}, setara {kini} pada skala simulasi; nilai tercatat tetap {nilai} ({dulu})."),
        "prioritas": _("{poin}: bobot prioritas hanya mengurutkan kerja, tidak mengubah poin."),
        "terdukung": _("Yang berdokumen lengkap {ubah}."),
        "klaster": _("Klaster ini: {nilai} dari {maks} poin."),
        "klaster_terdukung": _("Klaster ini: {nilai} dari {maks} poin; {terdukung} berdokumen lengkap."),
        "dekat": _("Nilai ini paling jauh {batas} poin dari sebuah ambang; aturan untuk pecahan belum pasti.").format(
            batas=format_angka(bahan.resmi.kategori.dekat_ambang)
        ),
        "lekat": _("{nilai} poin ({selisih})"),
        "lekat_simulasi": _("{nilai} poin ({selisih}), simulasi"),
        "lekat_terdukung": _("berdokumen {nilai} ({selisih})"),
        "persen": _("{n} persen"),
        "poin_saja": _("{nilai} poin"),
        "lewat": _("lewat {poin} poin"),
        "kurang": _("kurang {poin} poin"),
        "penggaris": _uraian(bahan),
    }


def _nama_skenario(bahan: Bahan) -> str:
    s = bahan.paket.keadaan.skenario
    return s.nama if isinstance(s, Skenario) else ""


def _utama_skenario(bahan: Bahan) -> str:
    """Return the sentence with which the page of a scenario opens, by the patterns that its script fills."""
    kata, resmi, kini = kata_skrip(bahan), hasil_of(bahan.resmi), hasil_of(bahan.paket.keadaan)
    ubah = sebut_ubah(resmi.diklaim, kini.diklaim)
    poin_kini = kata["sementara" if kini.belum_dinilai else "poin"].format(ubah=ubah)
    daftar = kategori_form(bahan.resmi)
    nama, dulu = daftar.nama(kini.kategori), daftar.nama(resmi.kategori)
    pola = "sama" if nama == dulu else "beda"
    if membaca_prioritas(bahan.paket.keadaan):
        pola = "prioritas"
    elif bahan.paket.keadaan.simulasi:
        pola = "simulasi"
    teks: str = kata[pola].format(poin=poin_kini, kini=nama, dulu=dulu, nilai=format_angka(resmi.diklaim))
    return teks


def _lanjutan(bahan: Bahan) -> list[str]:
    keadaan, resmi = bahan.paket.keadaan, hasil_of(bahan.resmi)
    kalimat = [_("Klaster ini: {kalimat}").format(kalimat=utama_paket(bahan.paket))]
    if keadaan.resmi is None:
        return [*kalimat, _("Belum ada yang diubah: ini hasil menurut buku data.")]
    pola = _("Ini hasil menurut skenario; nilai tercatat tetap {nilai} ({kategori}).")
    kategori = kategori_form(keadaan).nama(resmi.kategori)
    return [*kalimat, pola.format(nilai=format_angka(resmi.diklaim), kategori=kategori)]


def _tanda(bahan: Bahan, skala: float) -> list[dict[str, Any]]:
    """Return the marks of the ruler: of every score the official one, which stays, and the page's own, which moves."""
    resmi, kini = hasil_of(bahan.resmi), hasil_of(bahan.paket.keadaan)
    daftar = [("nilai", resmi.diklaim, kini.diklaim, sebut_tahap_pendek(resmi.tahap), "lingkaran")]
    if resmi.terdukung is not None and kini.terdukung is not None:
        daftar.append(("terdukung", resmi.terdukung, kini.terdukung, _("lengkap"), "ketupat"))
    hasil = []
    for kunci, lama, baru, nama, bentuk in daftar:
        for pola, nilai, gerak in (
            (f"{nama} {{nilai}}", baru, kunci),
            (_("{nama} tercatat").format(nama=nama), lama, ""),
        ):
            teks = pola.format(nilai=format_angka(nilai)) if gerak else f"{pola} {format_angka(nilai)}"
            x = 100 * nilai / skala
            hasil.append(
                {"x": round(x, 3), "kiri": x > 50, "teks": teks, "pola": pola, "gerak": gerak, "bentuk": bentuk}
                | {"sembunyi": bool(gerak) and baru == lama}
            )
    return hasil


def _pita(bahan: Bahan, skala: float) -> list[dict[str, Any]]:
    daftar = kategori_form(bahan.resmi)
    tepi = [0.0, *(k.besaran for k in daftar.kategori), skala]
    nama = ["", *(k.nama for k in daftar.kategori)]
    return [
        {"x": 100 * a / skala, "lebar": 100 * (b - a) / skala, "tengah": 50 * (a + b) / skala, "nama": n}
        | {"mulai": format_angka(a, 0).replace(".", ""), "warna": WARNA_KATEGORI[k]}
        for (a, b), n, k in zip(pairwise(tepi), nama, daftar.urutan, strict=True)
    ]


def _uraian(bahan: Bahan) -> str:
    daftar, resmi = kategori_form(bahan.resmi), hasil_of(bahan.resmi)
    return _("Penggaris nilai. Ambang: {ambang}. Nilai tercatat {resmi}, nilai di halaman ini {nilai}.").format(
        ambang=", ".join(f"{k.nama} {format_angka(k.besaran)}" for k in daftar.kategori),
        resmi=format_angka(resmi.diklaim),
        nilai="{nilai}",
    )


def _jarak(bahan: Bahan) -> list[dict[str, str]]:
    kini, daftar = hasil_of(bahan.paket.keadaan), kategori_form(bahan.resmi)
    capai = int(peringkat_kategori(kini.diklaim, daftar))
    baris = []
    for n, k in enumerate(daftar.kategori):
        pola = _("lewat {poin} poin") if capai > n else _("kurang {poin} poin")
        tepi = _("di atas {n}") if k.di_atas else _("mulai {n}")
        baris.append(
            {"nama": k.nama, "tepi": tepi.format(n=format_angka(k.besaran))}
            | {"jarak": pola.format(poin=format_angka(abs(kini.jarak[k.id])))}
        )
    return baris


def _bobot(bahan: Bahan) -> list[dict[str, Any]]:
    """Return the groups of sliders: all klaster, then the indikator of this one; none for an only child."""
    form, ini = bahan.resmi.instrumen, bahan.klaster
    bobot = bobot_resmi(form)
    nama = {
        "klaster": (_("Bobot klaster"), [k.judul_pendek for k in form.klaster], list(bobot[SEMUA].values())),
        "indikator": (
            _("Bobot indikator klaster ini"),
            [f"{i.kode} {_(i.nama_pendek)}" for i in ini.indikator],
            list(bobot.get(ini.id, {}).values()),
        ),
    }
    return [
        {
            "jenis": jenis,
            "judul": judul,
            "paling": min(100, 10 * ceil(RUANG_GESER * max(bagian))),
            "terkecil": 100 / PENUH,
            "baris": [
                {"nama": n, "persen": 100 * s / PENUH, "teks": format_angka(100 * s / PENUH, 1)}
                for n, s in zip(daftar, bulatkan_bobot(bagian), strict=True)
            ],
        }
        for jenis, (judul, daftar, bagian) in nama.items()
        if len(daftar) > 1
    ]


def _pertanyaan(bahan: Bahan) -> list[dict[str, Any]]:
    """Return the questions that are not full, by indikator."""
    kelompok: dict[int, list[dict[str, Any]]] = {}
    banyak: dict[int, int] = {}
    for n, b in enumerate(bahan.butir):
        banyak[b.indikator] = banyak.get(b.indikator, 0) + 1
        if b.maks > (b.nilai or 0.0):
            kelompok.setdefault(b.indikator, []).append(_baris_butir(bahan, n, b))
    indikator = bahan.klaster.indikator
    return [
        {
            "judul": bahan.klaster.judul_pendek if i < 0 else f"{indikator[i].kode} {_(indikator[i].nama_pendek)}",
            "rinci": _("{n} dari {semua} belum penuh").format(n=len(baris), semua=banyak[i]),
            "baris": baris,
        }
        for i, baris in kelompok.items()
    ]


def _baris_butir(bahan: Bahan, nomor: int, b: ButirInteraktif) -> dict[str, Any]:
    ada = _("belum dicatat") if b.nilai is None else dari(b.nilai, b.maks)
    if b.baris is None:
        nama = _("{kode} seluruhnya").format(kode=b.kode if b.indikator >= 0 else bahan.klaster.judul_pendek)
    else:
        nama = f"{b.kode} {sebut_pertanyaan(b.baris.label, b.baris.terbalik is True)}"
    catatan = ""
    if b.nanti:
        catatan = _("baru bisa dihitung pada siklus berikutnya")
    elif b.tetap:
        catatan = _("sudah diatur skenario ini untuk seluruh indikator")
    elif b.baris is not None and (merugikan(b.baris) or mungkin_merugikan(b.baris)):
        catatan = _("mengukur hal yang merugikan anak: poinnya naik hanya bila kejadiannya berkurang")
    return {
        "nomor": nomor,
        "nama": nama,
        "ada": _("kini {ada}").format(ada=ada),
        "tambah": _("+{poin}").format(poin=poin(b.maks - (b.nilai or 0.0))),
        "bisa": b.bisa,
        "catatan": catatan,
    }


def _dokumen(bahan: Bahan, nomor: int, d: Any) -> dict[str, Any]:
    kode = [b.kode for b in bahan.butir if str(d.id_dokumen) in b.dokumen]
    bergantung = sum(b.nilai or 0.0 for b in bahan.butir if str(d.id_dokumen) in b.dokumen)
    bisa = str(d.id_dokumen) not in bahan.terlambat
    return {
        "nomor": nomor,
        "nama": d.judul,
        "rinci": " · ".join(
            [sebut_kantor(bahan.resmi, d.opd), sebut_status_dokumen(d.status), daftar_pendek(kode, KODE_TAMPIL)]
        ),
        "poin": _("{poin} bergantung padanya").format(poin=poin(bergantung)),
        "bisa": bisa,
        "catatan": "" if bisa else _("bukan dokumen tahun yang dinilai"),
    }


def _urutan(bahan: Bahan) -> list[dict[str, Any]]:
    """Return the indikator, the one that most is missing of first, with the points missing."""
    keadaan, ini = bahan.paket.keadaan, bahan.klaster
    letak = {i.kode: n for n, i in enumerate(ini.indikator)}
    skala = sum(k.nilai_maksimal for k in bahan.resmi.instrumen.klaster)
    u = urutan_perhatian(hasil_of(keadaan), bahan.resmi.instrumen, bahan.isi.bobot)
    u = u[u["kode"].isin(list(letak))].round({"perhatian": 12})
    u = u.sort_values("perhatian", ascending=False, kind="stable")
    terbesar = max(float(u["perhatian"].max()), 1e-12) if len(u) else 1.0
    return [
        {
            "nomor": letak[b.kode],
            "nama": f"{b.kode} {_(ini.indikator[letak[b.kode]].nama_pendek)}",
            "poin": poin(b.perhatian * skala),
            "lebar": round(100 * b.perhatian / terbesar, 2),
        }
        for b in u.itertuples(index=False)
    ]
