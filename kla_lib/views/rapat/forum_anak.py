"""Tell children in short plain sentences what KLA is, where their city stands, what adults promised."""

import re
from collections.abc import Mapping, Sequence

from kla_lib.bahasa import _, format_angka, format_tanggal, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.pekerjaan.janji import DIBATALKAN, DITEPATI, TERLAMBAT, hitung_janji
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rapat.sesi_posisi import poin_belum_aman
from kla_lib.views.rupa.sebutan import dari
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, tabel, tumpuk

JANJI_PALING_BANYAK = 5


def prosa_forum_anak(keadaan: Keadaan) -> Mapping[str, Sequence[str]]:
    """Return the page's sentences under their headings, in the order of the page."""
    return {
        _("Apa itu KLA"): _apa_itu(keadaan),
        _("Di mana kita sekarang"): _posisi(keadaan),
        _("Apa arti {sasaran}").format(sasaran=keadaan.kategori[keadaan.rapat.sasaran].nama): _arti_sasaran(keadaan),
        _("Tujuh kelompok hak anak"): [
            _("Penilaian dibagi dalam tujuh kelompok."),
            _("Kelompok itu disebut klaster."),
            _("Setiap klaster dibahas dalam rapat."),
        ],
        _("Janji orang dewasa"): _janji(keadaan),
        _("Tiga pertanyaan yang bisa kita ajukan"): pertanyaan_anak(keadaan),
        _("Dari mana angka ini"): _sumber(keadaan),
    }


def pertanyaan_anak(keadaan: Keadaan) -> list[str]:
    """Return three questions that children can ask, chosen by what the book records."""
    janji, kepala = keadaan.janji, []
    n = 0 if janji is None else hitung_janji(janji)[TERLAMBAT]
    if n:
        kepala.append(_("{n} janji terlambat: kapan janji itu ditepati, dan oleh siapa?").format(n=n))
    elif janji is None or janji.empty:
        kepala.append(_("Apa yang dijanjikan hari ini, dan kapan kami tahu hasilnya?"))
    else:
        kepala.append(_("Apa hasil janji yang lalu bagi anak?"))
    if keadaan.hasil is None:
        kepala.append(_("Kapan nilai {daerah} dicatat dan boleh kami baca?").format(daerah=keadaan.daerah.nama))
    else:
        jauh = max(keadaan.instrumen.klaster, key=lambda k: poin_belum_aman(keadaan, k.id)).sebutan_pendek
        pola = (
            _("Poin yang belum kita dapat paling banyak ada di {klaster}; apa rencananya?")
            if keadaan.hasil.terdukung is None
            else _("Poin yang belum punya bukti lengkap paling banyak ada di {klaster}; apa rencananya?")
        )
        kepala.append(pola.format(klaster=jauh))
    return [*kepala, _("Kapan pendapat anak ditanyakan, dan bagaimana pendapat itu dipakai?")]


def tabel_janji_anak(keadaan: Keadaan) -> Tampilan:
    """Return a few promises in the words of the minutes, the late ones first, kept ones always among them."""
    janji = keadaan.janji
    kolom = [Kolom("janji", _("Yang dijanjikan")), Kolom("kantor", _("Siapa")), Kolom("sudah", _("Sudah ditepati?"))]
    if janji is None or janji.empty:
        return Tampilan("", "")
    tepat = janji[janji["keadaan"] == DITEPATI].head(JANJI_PALING_BANYAK // 2)
    belum = janji[janji["keadaan"] != DITEPATI].head(JANJI_PALING_BANYAK - len(tepat))
    baris = [
        {
            "janji": r.keputusan,
            "kantor": keadaan.daerah.nama_opd(r.opd) if r.opd else _("belum dicatat"),
            "sudah": {DITEPATI: _("sudah"), TERLAMBAT: _("belum, terlambat"), DIBATALKAN: _("dibatalkan")}.get(
                r.keadaan, _("masih dikerjakan")
            ),
        }
        for bagian in (belum, tepat)
        for r in bagian.itertuples(index=False)
    ]
    t = tabel(_("Beberapa janji, seperti ditulis dalam catatan rapat"), kolom, baris, "")
    arti = arti_singkatan([isi for b in baris for isi in (b["janji"], b["kantor"])])
    return tumpuk(t, catatan_kaki(arti))


def arti_singkatan(teks: Sequence[str]) -> str:
    """Return what the abbreviations in some texts stand for, as far as we know them; nothing where none is known."""
    kenal = _singkatan()
    ada = list(dict.fromkeys(s for t in teks for s in re.findall(r"\w+", t) if s in kenal))
    return _("Arti singkatan: {daftar}.").format(daftar="; ".join(f"{s} = {kenal[s]}" for s in ada)) if ada else ""


def _singkatan() -> dict[str, str]:
    return {
        "ASI": _("air susu ibu"),
        "BNN": _("badan yang menangani narkotika"),
        "DP3A": _("dinas yang mengurus perempuan dan anak"),
        "DPPPA": _("dinas yang mengurus perempuan dan anak"),
        "KHA": _("Konvensi Hak Anak, perjanjian dunia tentang hak anak"),
        "KIA": _("Kartu Identitas Anak"),
        "KLA": _("Kabupaten/Kota Layak Anak"),
        "MoU": _("surat kesepakatan kerja sama"),
        "OPD": _("kantor pemerintah daerah"),
        "PKK": _("gerakan kesejahteraan keluarga"),
        "PPA": _("perempuan dan anak"),
        "RAD": _("rencana aksi daerah"),
        "SK": _("surat keputusan"),
        "SOP": _("langkah kerja yang tetap"),
        "UPTD": _("kantor layanan daerah"),
    }


def tabel_klaster_anak(keadaan: Keadaan) -> Tampilan:
    """Return what each klaster is about in words for children, with its points where they are recorded."""
    nilai = {} if keadaan.hasil is None else keadaan.hasil.klaster.set_index("klaster")["nilai"].to_dict()
    kolom = [Kolom("klaster", _("Klaster")), Kolom("isi", _("Tentang apa"))]
    if nilai:
        kolom.append(Kolom("poin", _("Poin kita"), angka=True))
    baris = []
    for k in keadaan.instrumen.klaster:
        n = nilai.get(k.id)
        poin = _("belum dicatat") if n is None or n != n else dari(float(n), k.nilai_maksimal)
        baris.append({"klaster": k.sebutan_pendek, "isi": _kata_klaster(k.id), "poin": poin})
    return tabel(_("Klaster dan isinya"), kolom, baris, "", "tanpa-judul")


def _kata_klaster(klaster: str) -> str:
    return {
        "kelembagaan": _("Aturan, uang, dan orang yang mengurus hak anak"),
        "klaster_1": _("Akta kelahiran, informasi yang baik, dan kesempatan berpendapat"),
        "klaster_2": _("Keluarga, pengasuhan, tempat bermain, dan anak yang tidak dinikahkan"),
        "klaster_3": _("Kesehatan, makanan bergizi, air bersih, dan udara tanpa asap rokok"),
        "klaster_4": _("Sekolah, waktu luang, seni, dan budaya"),
        "klaster_5": _("Perlindungan bagi anak yang sedang mengalami masalah atau bahaya"),
        "kelana_dekela": _("Kecamatan, desa, dan kelurahan yang ramah anak"),
    }[klaster]


def _apa_itu(keadaan: Keadaan) -> list[str]:
    return [
        _("KLA adalah singkatan dari Kabupaten/Kota Layak Anak."),
        _("Artinya, hak anak dipenuhi dan setiap anak dilindungi."),
        _("Pekerjaan itu dinilai setiap tahun dengan poin, paling banyak {maks}.").format(
            maks=format_angka(keadaan.instrumen.kepala.nilai_maksimal)
        ),
    ]


def _posisi(keadaan: Keadaan) -> list[str]:
    h, p, daerah = keadaan.hasil, keadaan.perkiraan, keadaan.daerah.nama
    if h is None:
        return [
            _("Nilai {daerah} belum dicatat.").format(daerah=daerah),
            _("Jadi kita belum tahu ada di mana."),
            _("Gambar ini hanya menunjukkan tingkat-tingkatnya."),
        ]
    pendek = sebut_tahap_pendek(h.tahap)
    if h.tahap == "vf":
        return [_("Nilai akhir {daerah} adalah {nilai} poin.").format(daerah=daerah, nilai=format_angka(h.diklaim))]
    awal = (
        _("Menurut hitungan sendiri, {daerah} mendapat {nilai} poin.")
        if h.tahap == "em"
        else _("Sampai pemeriksaan terakhir, {daerah} mendapat {nilai} poin.")
    )
    kalimat = [awal.format(daerah=daerah, nilai=format_angka(h.diklaim))]
    kalimat.append(
        _("Belum dicatat berapa poin yang buktinya lengkap.")
        if h.terdukung is None
        else _("Dari jumlah itu, {nilai} poin punya bukti lengkap.").format(nilai=format_angka(h.terdukung))
    )
    if p is not None:
        kalimat += [
            _("Sesudah diperiksa, nilainya bisa berubah."),
            _("Di gambar, {tahap} menandai nilai sekarang.").format(tahap=pendek),
        ]
        if h.tahap == "em":
            kalimat.insert(-1, _("EM singkatan dari evaluasi mandiri, yaitu hitungan sendiri."))
    return kalimat


def _arti_sasaran(keadaan: Keadaan) -> list[str]:
    daftar = keadaan.kategori.kategori
    sasaran = keadaan.kategori[keadaan.rapat.sasaran]
    pola = (
        _("Untuk menjadi {nama}, nilainya harus di atas {n}.")
        if sasaran.di_atas
        else _("Untuk menjadi {nama}, nilainya paling sedikit {n}.")
    )
    dari_atas = len(daftar) - [k.id for k in daftar].index(sasaran.id)
    kalimat = [
        _("Ada {n} tingkat: {daftar}.").format(n=len(daftar), daftar=gabung([k.nama for k in daftar])),
        _("{nama} adalah tingkat paling tinggi.").format(nama=sasaran.nama)
        if dari_atas == 1
        else _("{nama} adalah tingkat nomor {n} dari atas.").format(nama=sasaran.nama, n=dari_atas),
        pola.format(nama=sasaran.nama, n=format_angka(sasaran.besaran)),
    ]
    p = keadaan.perkiraan
    if p is None:
        return kalimat
    if not p.terjangkau[sasaran.id]:
        return [*kalimat, _("Dengan poin yang sekarang, {nama} belum bisa dicapai.").format(nama=sasaran.nama)]
    peluang = sebut_peluang(p.mencapai[sasaran.id])
    return [*kalimat, _("Peluang kita ke sana {peluang}.").format(peluang=peluang)]


def _janji(keadaan: Keadaan) -> list[str]:
    janji = keadaan.janji
    if janji is None:
        return [_("Janji dari rapat yang lalu belum dicatat."), _("Kita boleh meminta supaya janji itu dicatat.")]
    if janji.empty:
        return [_("Belum ada janji dari rapat yang lalu.")]
    n = hitung_janji(janji)
    lain = len(janji) - n[DITEPATI] - n[TERLAMBAT] - n[DIBATALKAN]
    kalimat = [
        _("Pada rapat yang lalu, orang dewasa membuat {n} janji.").format(n=len(janji)),
        _("Sudah ditepati: {n}.").format(n=n[DITEPATI]),
        _("Terlambat: {n}.").format(n=n[TERLAMBAT]),
    ]
    if lain:
        kalimat.append(_("Masih dikerjakan: {n}.").format(n=lain))
    if n[DIBATALKAN]:
        kalimat.append(_("Dibatalkan: {n}.").format(n=n[DIBATALKAN]))
    return [*kalimat, _("Bila ada kata yang sulit, tanyakan artinya dalam rapat.")]


def _sumber(keadaan: Keadaan) -> list[str]:
    k = keadaan.buku.keterangan
    kalimat = [_("Angka ini dari buku data rapat {rapat}.").format(rapat=keadaan.rapat.id)]
    if k.tanggal_data:
        kalimat.append(_("Datanya dicatat {tanggal}.").format(tanggal=format_tanggal(k.tanggal_data)))
    return [
        *kalimat,
        _("Ini bukan angka resmi."),
        _("Angka resmi diumumkan kementerian yang mengurus anak."),
        _("Di halaman ini tidak ada nama anak."),
    ]
