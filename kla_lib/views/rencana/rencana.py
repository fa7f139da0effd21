"""Show the plan: the answer, the actions office by office, what stands in the way, what it means for children."""

from collections.abc import Sequence
from math import isfinite

from kla_lib.bahasa import _, format_angka, format_tanggal, gabung
from kla_lib.data.bentuk import PENILAIAN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.keadaan.rencana import RencanaRapat
from kla_lib.scoring.rencana.kegiatan import TERBUKA, Kode
from kla_lib.scoring.rencana.rencana import Rencana
from kla_lib.views.rencana.kalimat_em import kalimat_terbuka
from kla_lib.views.rencana.kalimat_rencana import (
    kalimat_biaya,
    kalimat_dampak,
    kalimat_halangan,
    kalimat_rencana,
    kalimat_tidak_disarankan,
)
from kla_lib.views.rencana.tabel_kegiatan import sebut_kantor, tabel_bertahap
from kla_lib.views.rupa.sebutan import daftar_pendek
from kla_lib.views.rupa.tampilan import Tampilan, catatan_kaki, daftar_berbutir, paragraf, tanpa_data, tanpa_isi, tumpuk

PALING_BANYAK, PALING_BANYAK_PAKET, PALING_BANYAK_HALANGAN = 10, 20, 5


def rencana_rapat(keadaan: Keadaan) -> Tampilan:
    """Return the plan for the target of the meeting, with its chance where something is left to forecast."""
    rencana = keadaan.rencana
    if rencana is None:
        return tanpa_data(tanpa_nilai(), PENILAIAN)
    r = rencana.lengkap
    if r.tahap == "vf":
        return tanpa_isi(kalimat_rencana(r))
    bagian = [paragraf(*kalimat_jawaban(rencana, r))]
    if r.kegiatan:
        judul = _("Rencana: kegiatan utama") if len(r.kegiatan) > PALING_BANYAK else _("Rencana")
        bagian += tabel_bertahap(keadaan, r, r.kegiatan, judul, PALING_BANYAK)
    if len(r.kegiatan) > PALING_BANYAK:
        bagian.append(catatan_kaki(_("Daftar lengkapnya ada di paket tiap klaster.")))
    if r.halangan:
        bagian.append(daftar_berbutir(sebut_halangan(keadaan, r), _("Yang menghalangi")))
    anak = [*kalimat_dampak(r), *kalimat_tidak_disarankan(r)]
    if anak:
        bagian.append(daftar_berbutir(anak, _("Arti bagi anak")))
    return tumpuk(*bagian, catatan_kaki(kalimat_anggapan(rencana, r)))


def kegiatan_klaster(paket: Paket) -> Tampilan:
    """Return the actions of the meeting's plan that serve this klaster; without any, why."""
    keadaan = paket.keadaan
    rencana = keadaan.rencana
    if rencana is None:
        return tanpa_data(tanpa_nilai(), PENILAIAN)
    r = rencana.kegiatan
    if not r.kegiatan:
        return tanpa_isi(" ".join(kalimat_jawaban(rencana, r)))
    milik = [t for t in r.kegiatan if any(klaster == paket.klaster.id for klaster, _i, _p in t.kegiatan.kode)]
    if not milik:
        return tanpa_isi(
            _("Tidak ada kegiatan rencana menuju {sasaran} di klaster ini.").format(sasaran=r.sasaran.nama)
        )
    judul = _("Kegiatan klaster ini dalam rencana menuju {sasaran}").format(sasaran=r.sasaran.nama)
    catatan = " ".join(kalimat_paket(paket, r, [t.kegiatan.kode for t in milik]))
    return tumpuk(*tabel_bertahap(keadaan, r, milik, judul, PALING_BANYAK_PAKET), catatan_kaki(catatan))


def tanpa_nilai() -> str:
    """Return why a book without marks has no plan."""
    return _("Nilai belum dicatat dalam buku data, jadi rencana belum bisa disusun.")


def kalimat_jawaban(rencana: RencanaRapat, r: Rencana) -> list[str]:
    """Return the answer, on paper and in chances, and with it what it costs or why there is nothing to do."""
    kertas = rencana.di_atas_kertas
    kalimat = [kalimat_rencana(r)] if r.diminta is None else [kalimat_rencana(kertas), kalimat_rencana(r)]
    kalimat += [*kalimat_terbuka(r, lambda opd: sebut_kantor(rencana.keadaan, opd)), *kalimat_bersandar(rencana, r)]
    if not kertas.tercapai and r.kegiatan and r.dasar == "berdokumen":
        kalimat.append(
            _("Yang terbaik yang masih bisa dicapai di atas kertas: {kategori}.").format(
                kategori=rencana.keadaan.kategori.nama(r.kategori)
            )
        )
    if r.kegiatan:
        kalimat += [kalimat_biaya(r), *kalimat_inti(r)]
    elif not r.tercapai and r.tahap != "vf":
        kalimat += _tanpa_kegiatan(r)
    return kalimat


def kalimat_bersandar(rencana: RencanaRapat, r: Rencana) -> list[str]:
    """Say why the plan starts below the documented score: a later year's document is not safe."""
    terdukung = rencana.hasil.terdukung
    if terdukung is None or r.dasar != "berdokumen" or round(terdukung - r.nilai_awal, 2) <= 0:
        return []
    return [
        _("{beda} dari {terdukung} poin berdokumen lengkap bersandar pada dokumen tahun lain, jadi tidak ikut.").format(
            beda=format_angka(terdukung - r.nilai_awal), terdukung=format_angka(terdukung)
        )
    ]


def _tanpa_kegiatan(r: Rencana) -> list[str]:
    kosong = [lembar for lembar in r.belum_dicatat if lembar != "Capaian"]
    if not kosong:
        return []
    return [
        _("Lembar {lembar} belum dicatat; kegiatannya baru bisa direncanakan sesudah diisi.").format(
            lembar=gabung(kosong)
        )
    ]


def kalimat_inti(r: Rencana) -> list[str]:
    """Return which actions are in every plan as good as this one, and what the others can be swapped for."""
    if r.kelompok is None:
        return []
    ada = {t.kegiatan.id for t in r.kegiatan}
    inti, tukar = ada & set(r.kelompok.inti), [i for i in r.kelompok.bisa_ditukar if i not in ada]
    if len(inti) == len(ada):
        kalimat = [_("Semuanya inti: ada di setiap rencana yang sama baiknya dan hampir semurah ini.")]
    else:
        kalimat = [
            _(
                "{n} di antaranya inti: ada di setiap rencana yang sama baiknya dan hampir semurah ini; "
                "{lain} bisa ditukar."
            ).format(n=len(inti), lain=len(ada) - len(inti))
        ]
    if tukar and len(inti) < len(ada):
        kalimat.append(_("Penggantinya: {daftar}.").format(daftar=daftar_pendek(tukar, PALING_BANYAK)))
    if not r.kelompok.terbukti:
        kalimat.append(_("Pembagian ini belum terbukti: pencarian berhenti pada batasnya."))
    return kalimat


def sebut_halangan(keadaan: Keadaan, r: Rencana) -> list[str]:
    """Return the first things that stand in the way, and how many more there are."""
    semua = [kalimat_halangan(h, lambda opd: sebut_kantor(keadaan, opd)) for h in r.halangan]
    lebih = len(semua) - PALING_BANYAK_HALANGAN
    lain = [_("Dan {n} hal lain.").format(n=lebih)] if lebih > 0 else []
    return [*semua[:PALING_BANYAK_HALANGAN], *lain]


def kalimat_anggapan(rencana: RencanaRapat, r: Rencana) -> str:
    """Return in one line what the plan rests on."""
    dasar = (
        _("Yang dihitung di atas kertas hanya poin yang semua dokumen wajibnya lengkap.")
        if r.dasar == "berdokumen"
        else _("Dokumen belum dicatat, jadi yang dihitung poin yang tercatat, bukan poin yang berdokumen.")
    )
    if not r.kegiatan:
        return _("{dasar} Ini bukan nilai resmi.").format(dasar=dasar)
    return _("Anggapan kami: {isi}. {dasar} Ini bukan nilai resmi.").format(
        isi=gabung(_anggapan(rencana, r)), dasar=dasar
    )


def _anggapan(rencana: RencanaRapat, r: Rencana) -> list[str]:
    isi = [_("poin kegiatan adalah taksiran tengah")]
    if any(t.kegiatan.kerja in TERBUKA for t in r.kegiatan):
        isi.append(_("pertanyaan yang terbuka bisa memberi nol sampai seluruh sisa poinnya"))
    if any(t.kegiatan.sumber == "dokumen" for t in r.kegiatan):
        isi.append(_("poin yang menunggu beberapa dokumen dibagi rata"))
    if r.tanggal is not None and isfinite(r.kapasitas):
        isi.append(
            _("setiap kantor punya {jam} jam sampai {tanggal} ({per_hari} jam sehari)").format(
                jam=format_angka(r.kapasitas, 0),
                tanggal=format_tanggal(r.tanggal),
                per_hari=format_angka(rencana.anggapan.jalur.jam_per_hari),
            )
        )
    else:
        isi.append(_("jam kantor tidak dibatasi karena tanggalnya tidak dicatat"))
    if r.tanpa_anggaran:
        isi.append(_("kegiatan tanpa anggaran dipilih seolah semahal kegiatan tengah"))
    return isi


def kalimat_paket(paket: Paket, r: Rencana, kode: Sequence[Sequence[Kode]]) -> list[str]:
    """Return what a pack says below its actions: of which plan they are, and what their points mean.

    kode: the places that each of its actions serves.
    """
    if r.diminta is not None:
        pola = (
            _("Bagian dari rencana termurah untuk peluang {sasaran} {diminta} dari 10.")
            if r.tercapai
            else _("Bagian dari rencana yang paling mendekati peluang {sasaran} {diminta} dari 10.")
        )
    elif r.tercapai:
        pola = (
            _("Bagian dari rencana termurah menuju {sasaran} di atas kertas.")
            if r.dasar == "berdokumen"
            else _("Bagian dari rencana termurah menuju {sasaran}.")
        )
    elif r.em is not None and r.em.jangkauan == "bila_dijawab":
        pola = _(
            "Bagian dari rencana menuju {sasaran}, yang terjangkau hanya bila jawaban yang belum ada atau belum "
            "penuh ditambah."
        )
    elif r.dasar == "berdokumen":
        pola = _("Bagian dari rencana yang paling mendekati {sasaran}; di atas kertas sasaran itu belum tercapai.")
    else:
        pola = _("Bagian dari rencana yang paling mendekati {sasaran}; sasaran itu belum tercapai.")
    kalimat = [pola.format(sasaran=r.sasaran.nama, diminta=format_angka(10 * (r.diminta or 0.0), 0))]
    if any(klaster != paket.klaster.id for isi in kode for klaster, _i, _p in isi):
        kalimat.append(_("Dokumen yang juga dipakai klaster lain dihitung dengan semua poinnya."))
    if "RAD" in r.belum_dicatat:
        kalimat.append(_("RAD belum dicatat, jadi kegiatannya hanya dari dokumen dan pertanyaan."))
    return [*kalimat, _("Poin, jam, dan pilihannya taksiran; bukan nilai resmi.")]
