"""Choose what the eight slides of a meeting say; without data a slide says what is missing."""

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.data.terbit.fakta import id_capaian
from kla_lib.keadaan.fakta import UJUNG
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.perbandingan import banding_ringan
from kla_lib.rules.tahap import sebut_tahap, sebut_tahap_pendek
from kla_lib.scoring.dokumen.status import BAGIAN
from kla_lib.scoring.perkiraan.perkiraan import TAHAP_AKHIR
from kla_lib.scoring.perubahan import Selisih
from kla_lib.views.nilai.chart_capaian import per_ukuran
from kla_lib.views.nilai.dasar import baris_dasar
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.nilai.kalimat import kalimat_sampai
from kla_lib.views.paparan.bentuk import GrafikSlaid, SeriSlaid, Slaid, TabelSlaid
from kla_lib.views.perkiraan.perkiraan import sebut_kisaran, sebut_puluhan, tanpa_perkiraan
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.perubahan.perubahan import kalimat_perbandingan
from kla_lib.views.rapat.minta_pimpinan import daftar_minta
from kla_lib.views.rapat.pimpinan import daftar_nilai, sebut_kepala
from kla_lib.views.rencana.kalimat_em import sebut_rentang
from kla_lib.views.rencana.kalimat_rencana import kalimat_biaya
from kla_lib.views.rencana.rencana import tanpa_nilai
from kla_lib.views.rupa.sebutan import sebut_bagian, sebut_jenis_sumber
from kla_lib.views.rupa.tampilan import Kolom

UKURAN_DISEBUT, RISIKO_DISEBUT = 8, 7
"""How many rows a slide has room for; what is left out stands on the pages."""

WARNA_BAGIAN = {"lengkap": "0072B2", "kurang": "E69F00", "belum_dicatat": "BFBFBF", "sisa": "F0F0F0"}


def daftar_slaid(keadaan: Keadaan) -> tuple[Slaid, ...]:
    """Return the eight slides, always the same subjects in the same order; without marks only those that have any."""
    if keadaan.hasil is None:
        return slaid_posisi(keadaan), slaid_capaian(keadaan), slaid_keputusan(keadaan), slaid_dasar(keadaan)
    return (
        slaid_posisi(keadaan),
        slaid_perubahan(keadaan),
        slaid_klaster(keadaan),
        slaid_keputusan(keadaan),
        slaid_rencana(keadaan),
        slaid_capaian(keadaan),
        slaid_risiko(keadaan),
        slaid_dasar(keadaan),
    )


def slaid_posisi(keadaan: Keadaan) -> Slaid:
    """Return where the points stand: the meeting's sentence, each score, and the chances."""
    nilai, tahap, sasaran = daftar_nilai(keadaan), keadaan.rapat.tahap, keadaan.rapat.sasaran
    judul = _("Di mana kita, dan seberapa jauh {sasaran}").format(sasaran=keadaan.kategori.nama(sasaran))
    if not nilai:
        return Slaid(judul, (kalimat_jarak(keadaan), tanpa_perkiraan(keadaan)))
    kolom = (Kolom("nama", _("Macam nilai")), Kolom("nilai", _("Poin"), angka=True), Kolom("setara", _("Setara")))
    fakta = [f"diklaim:{tahap}", f"terdukung:{tahap}", f"jarak:{tahap}:{sasaran}"]
    fakta += [f"sasaran:{tahap}:{nama}" for nama in ("terbuka", "poin_terbuka", "tertinggi", "penuh", "sisa")]
    peluang = []
    if keadaan.perkiraan is not None:
        fakta += [f"perkiraan:{TAHAP_AKHIR}:{letak}" for letak in ("p05", "p50", "p95")]
        for k in dict.fromkeys((sasaran, keadaan.kategori_dipegang)):
            peluang.append(kalimat_sampai(keadaan, k))
            fakta += [f"mencapai:{TAHAP_AKHIR}:{k}{ujung}" for ujung in UJUNG] + _fakta_akan(keadaan, k)
    return Slaid(
        judul,
        (kalimat_jarak(keadaan), *(k for k in peluang if k)),
        TabelSlaid(kolom, tuple(vars(a) for a in nilai)),
        fakta=tuple(fakta),
        catatan=(_("Total perkiraan ditulis dalam puluhan, peluang dalam persepuluhan atau perseratusan."),),
    )


def _fakta_akan(keadaan: Keadaan, kategori: str) -> list[str]:
    """Return the id of the chance with the plan, where one is published."""
    r = keadaan.rencana
    ada = r is not None and keadaan.rapat.tahap != TAHAP_AKHIR and r.akan_sampai(keadaan.kategori[kategori]) is not None
    return [f"rencana:mencapai:{kategori}"] if ada else []


def slaid_perubahan(keadaan: Keadaan) -> Slaid:
    """Return what changed since the meeting before: the counts, and each total before and after."""
    b = banding_ringan(keadaan)
    if b.perubahan is None:
        return Slaid(_("Apa yang berubah"), b.pesan)
    judul = _("Apa yang berubah sejak {sejak}").format(sejak=b.sejak)
    total = [s for s in b.perubahan.akibat if s.tingkat == "daerah" and s.jenis in ("diklaim", "terdukung")]
    kolom = (
        Kolom("nama", _("Macam nilai")),
        Kolom("sebelum", _("Sebelum"), angka=True),
        Kolom("sesudah", _("Sesudah"), angka=True),
    )
    tabel = TabelSlaid(kolom, tuple(_baris_total(keadaan, s) for s in total)) if total else None
    catatan = (_("Hitungannya dari fakta.json rapat ini dan rapat sebelumnya; perinciannya: kla diff."),)
    return Slaid(
        judul,
        (*kalimat_perbandingan(keadaan, b), *b.pesan),
        tabel,
        fakta=tuple(s.id for s in total if s.sesudah is not None),
        catatan=catatan,
    )


def _baris_total(keadaan: Keadaan, s: Selisih) -> dict[str, str]:
    nama = sebut_tahap(keadaan.rapat.tahap) if s.jenis == "diklaim" else _("Berdokumen lengkap")
    sebelum, sesudah = (_("belum dicatat") if n is None else format_angka(n) for n in (s.sebelum, s.sesudah))
    return {"nama": nama[:1].upper() + nama[1:], "sebelum": sebelum, "sesudah": sesudah}


def slaid_klaster(keadaan: Keadaan) -> Slaid:
    """Return the points of every klaster by the state of their documents, as a chart that can be edited."""
    judul, h = _("Poin per klaster"), keadaan.hasil
    if h is None:
        return Slaid(judul, (tanpa_nilai(),))
    bagian = BAGIAN if h.terdukung is not None else ("nilai",)
    k = h.klaster.fillna(dict.fromkeys((*BAGIAN, "nilai"), 0.0))
    ada = [b for b in bagian if k[b].gt(0).any()]
    tahap = keadaan.rapat.tahap
    nama = tuple(keadaan.instrumen.klaster_of(i).judul_pendek for i in k["klaster"])
    seri = tuple(
        SeriSlaid(
            sebut_tahap_pendek(tahap) if b == "nilai" else sebut_bagian(b, tahap),
            tuple(float(n) for n in k[b]),
            WARNA_BAGIAN.get(b, WARNA_BAGIAN["lengkap"]),
        )
        for b in ada
    )
    uraian = "; ".join(
        f"{n}: " + ", ".join(f"{s.nama} {format_angka(s.nilai[i])}" for s in seri) for i, n in enumerate(nama)
    )
    fakta = tuple(f"{b}:{tahap}:{i}" for i in k["klaster"] for b in ada)
    return Slaid(judul, grafik=GrafikSlaid(nama, seri, uraian), fakta=fakta)


def slaid_keputusan(keadaan: Keadaan) -> Slaid:
    """Return what is asked of the head, in the words of the head's page."""
    kepala, minta = sebut_kepala(keadaan.daerah), daftar_minta(keadaan)
    judul = _("Yang diminta dari {kepala}").format(kepala=kepala)
    if not minta:
        return Slaid(
            judul, (_("Dari catatan ini tidak ada yang hanya bisa diputuskan {kepala}.").format(kepala=kepala),)
        )
    fakta = []
    if keadaan.rad is not None:
        fakta += ["rad:macet", "rad:macet:siklus_berikutnya"]
    if keadaan.janji is not None:
        fakta.append("janji:lewat")
    if keadaan.rencana is not None and keadaan.rapat.tahap != TAHAP_AKHIR:
        fakta += [f"rencana:{nama}" for nama in ("biaya", "berbiaya", "tanpa_biaya")]
    catatan = (_("Kata-katanya sama dengan pimpinan.html; di sana tertulis aturan pemilihannya."),)
    return Slaid(judul, tuple(f"{m.kerja}: {m.isi}" for m in minta), fakta=tuple(fakta), catatan=catatan, bertajuk=True)


def slaid_rencana(keadaan: Keadaan) -> Slaid:
    """Return the plan: points and chances now and with the whole plan, and what it costs."""
    judul, tahap = _("Rencana, biaya, dan peluangnya"), keadaan.rapat.tahap
    if keadaan.rencana is None or tahap == TAHAP_AKHIR or not keadaan.rencana.kegiatan.kegiatan:
        kosong = tanpa_nilai() if keadaan.rencana is None else _("Tidak ada kegiatan yang menambah nilai siklus ini.")
        return Slaid(judul, (kosong,))
    r, awal = keadaan.rencana.kegiatan, keadaan.hasil_wajib.diklaim
    kolom = (
        Kolom("apa", _("Hal")),
        Kolom("kini", _("Sekarang"), angka=True),
        Kolom("nanti", _("Bila seluruh rencana selesai"), angka=True),
    )
    baris = [{"apa": sebut_tahap_pendek(tahap), "kini": format_angka(awal), "nanti": sebut_rentang(*r.nilai_em)}]
    fakta = [f"diklaim:{tahap}", f"rencana:{tahap}:terendah", f"rencana:{tahap}:tertinggi"]
    if r.dasar == "berdokumen":
        isi = {"kini": format_angka(r.nilai_awal), "nanti": format_angka(r.nilai)}
        baris.append({"apa": _("Poin aman: dokumen lengkap dari tahun yang dievaluasi")} | isi)
        fakta += ["rencana:awal", "rencana:nilai"]
    if keadaan.perkiraan is not None:
        for k in dict.fromkeys((keadaan.rapat.sasaran, keadaan.kategori_dipegang)):
            peluang = keadaan.rencana.akan_sampai(keadaan.kategori[k])
            if peluang is not None:
                apa = _("Peluang {kategori} atau lebih tinggi").format(kategori=keadaan.kategori.nama(k))
                kini = sebut_peluang(keadaan.perkiraan.mencapai[k])
                baris.append({"apa": apa, "kini": kini, "nanti": sebut_peluang(peluang[1])})
                fakta += [f"mencapai:{TAHAP_AKHIR}:{k}", f"rencana:mencapai:{k}"]
    butir = (_("Rencana ini {n} kegiatan.").format(n=len(r.kegiatan)), kalimat_biaya(r))
    fakta += [f"rencana:{nama}" for nama in ("kegiatan", "biaya", "jam", "tanpa_anggaran")]
    return Slaid(judul, butir, TabelSlaid(kolom, tuple(baris)), fakta=tuple(fakta))


def slaid_capaian(keadaan: Keadaan) -> Slaid:
    """Return the last two values of the first measures, those with a target first."""
    judul = _("Yang dirasakan anak: capaian")
    ukuran = [
        (nama, str(jenis), seri.dropna(subset="nilai"), seri["target"].notna().any())
        for nama, milik in per_ukuran(keadaan)
        for jenis, seri in milik.groupby("jenis_sumber", sort=True)
    ]
    terpilih = sorted((u for u in ukuran if len(u[2])), key=lambda u: (not u[3], len(u[2]) < 2))[:UKURAN_DISEBUT]
    if not terpilih:
        return Slaid(judul, (_("Belum ada capaian yang dicatat."),))
    kolom = (
        Kolom("ukuran", _("Ukuran")),
        Kolom("lama", _("Sebelumnya"), angka=True),
        Kolom("baru", _("Angka terakhir"), angka=True),
    )
    baris, fakta = [], []
    for nama, jenis, seri, _bertarget in terpilih:
        dua = seri.iloc[-2:]
        sebut = [f"{format_angka(r.nilai)} {r.satuan} ({r.tahun})" for r in dua.itertuples()]
        baris.append(
            {
                "ukuran": f"{nama} ({sebut_jenis_sumber(jenis)})",
                "lama": sebut[0] if len(sebut) > 1 else "–",
                "baru": sebut[-1],
            }
        )
        fakta += [id_capaian(r.ukuran, r.wilayah, r.tahun, jenis) for r in dua.itertuples()]
    sisa = len(ukuran) - len(terpilih)
    butir = (_("{n} ukuran lain ada di paket klasternya.").format(n=sisa),) if sisa else ()
    return Slaid(judul, butir, TabelSlaid(kolom, tuple(baris)), fakta=tuple(fakta))


def slaid_risiko(keadaan: Keadaan) -> Slaid:
    """Return how many recorded points may be lost in each klaster, most first."""
    judul = _("Risiko: poin yang bisa hilang di verifikasi")
    if keadaan.susunan is None:
        return Slaid(judul, (tanpa_perkiraan(keadaan),))
    risiko = [(k, r) for k in keadaan.instrumen.klaster if (r := keadaan.klaster(k.id).risiko) is not None]
    risiko.sort(key=lambda x: -x[1].hilang)
    kolom = (
        Kolom("klaster", _("Klaster")),
        Kolom("nilai", _("Tercatat"), angka=True),
        Kolom("hilang", _("Bisa hilang"), angka=True),
        Kolom("antara", _("Tergantung anggapan"), angka=True),
    )
    baris, fakta = [], []
    for k, r in risiko[:RISIKO_DISEBUT]:
        bawah, atas = (format_angka(n, 0) for n in r.rentang)
        isi = {"nilai": format_angka(r.nilai), "hilang": format_angka(r.hilang, 0), "antara": f"{bawah}–{atas}"}
        baris.append({"klaster": k.judul_pendek} | isi)
        fakta += [f"nilai:{keadaan.rapat.tahap}:{k.id}", *(f"risiko:{TAHAP_AKHIR}:{k.id}{u}" for u in UJUNG)]
    p = keadaan.perkiraan
    butir = []
    if p is not None:
        pola = _("Perkiraan nilai akhir {tengah}; sembilan dari sepuluh kemungkinan {antara}.")
        butir = [pola.format(tengah=sebut_puluhan(p.p50), antara=sebut_kisaran(p.p05, p.p95))]
        fakta += [f"perkiraan:{TAHAP_AKHIR}:{letak}" for letak in ("p05", "p50", "p95")]
    catatan = (_("Rata-rata menurut perkiraan kami dari nilai daerah lain; bukan nilai resmi."),)
    return Slaid(judul, tuple(butir), TabelSlaid(kolom, tuple(baris)), fakta=tuple(fakta), catatan=catatan)


def slaid_dasar(keadaan: Keadaan) -> Slaid:
    """Return what all of it rests on: form, data, and that nothing is official; the rest is told to the speaker."""
    isi = dict(baris_dasar(keadaan))
    resmi = _("Bukan nilai resmi")
    butir = [f"{hal}: {isi[hal]}" for hal in (resmi, _("Form"), _("Data"))]
    if keadaan.perkiraan is not None:
        pola = _("Perkiraan: {n} undian dari nilai daerah lain yang pernah terbit; anggapannya di ringkas.html.")
        butir.append(pola.format(n=format_angka(keadaan.perkiraan.draws, 0)))
    pola = _("Rapat {rapat}: {tanggal}; semua angka berasal dari fakta.json yang terbit bersama halamannya.")
    butir.append(pola.format(rapat=keadaan.rapat.id, tanggal=format_tanggal(keadaan.rapat.tanggal)))
    catatan = tuple(f"{hal}: {teks}" for hal, teks in isi.items() if hal not in (resmi, _("Form"), _("Data")))
    fakta = ("anggapan:draws",) if keadaan.susunan is not None else ()
    return Slaid(_("Dasar angka-angka ini"), tuple(butir), fakta=fakta, catatan=catatan, bertajuk=True)
