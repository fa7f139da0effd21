"""Name the state, the progress and the place in the form of an action of the RAD."""

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.data.bentuk import RAD
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.rules.form.kode import kode_bagian
from kla_lib.scoring.pekerjaan.rad import BELUM, SELESAI, TERHAMBAT, TERLAMBAT, KegiatanRad
from kla_lib.views.rupa.sebutan import sebut_status_kerja
from kla_lib.views.rupa.tampilan import Tampilan, tanpa_data, tanpa_isi

SATU_PERSEN = 0.01


def sebut_keadaan(k: KegiatanRad) -> str:
    """Return the state of an action with the days it is late, and what is odd about it."""
    if k.keadaan == SELESAI:
        kurang = k.kemajuan is not None and k.kemajuan < 1
        return _("selesai, tetapi targetnya belum tercapai") if kurang else _("selesai")
    if k.keadaan == TERLAMBAT:
        pola = {
            TERHAMBAT: _("terlambat {n} hari, terhambat"),
            BELUM: _("terlambat {n} hari, belum dimulai"),
        }.get(k.status, _("terlambat {n} hari"))
        return pola.format(n=k.hari_lewat)
    if k.seharusnya_mulai and k.mulai is not None:
        return _("belum dimulai, seharusnya sejak {tanggal}").format(tanggal=format_tanggal(k.mulai))
    return sebut_status_kerja(k.keadaan)


def sebut_kemajuan(k: KegiatanRad) -> str:
    """Return "9 dari 30 sertifikat, 30 %", or what is not known; small counts of persons are hidden."""
    if k.disamarkan:
        return _("angka kecil disamarkan")
    if k.target is None and k.realisasi is None:
        return _("belum dicatat")
    if k.realisasi is None:
        return _("belum dicatat; targetnya {target}").format(target=_dengan_satuan(k.target, k.satuan))
    if k.kemajuan is None:
        return _("{realisasi}; targetnya belum dicatat").format(realisasi=_dengan_satuan(k.realisasi, k.satuan))
    pola = _("{a} dari {b}, {persen}, melebihi target") if k.kemajuan > 1 else _("{a} dari {b}, {persen}")
    return pola.format(
        a=format_angka(k.realisasi), b=_dengan_satuan(k.target, k.satuan), persen=_sebut_persen(k.kemajuan)
    )


def _dengan_satuan(nilai: float | None, satuan: str | None) -> str:
    return " ".join([format_angka(nilai or 0.0), *([satuan] if satuan else [])])


def _sebut_persen(bagian: float) -> str:
    """Return a share in whole percent; what is not yet reached never rounds up to 100, nor something down to 0."""
    if 0 < bagian < SATU_PERSEN:
        return _("kurang dari 1 %")
    if 1 - SATU_PERSEN < bagian < 1:
        return _("hampir 100 %")
    return f"{format_angka(100 * bagian, 0)} %"


def sebut_poin_rad(k: KegiatanRad) -> str:
    """Return the points expected of an action as a range, or why there are none; a done one is in the marks already."""
    if k.siklus_berikutnya:
        return _("siklus berikutnya")
    if k.keadaan == SELESAI:
        return "–"
    terisi = [n for n in (k.poin_min, k.poin, k.poin_maks) if n is not None]
    if not terisi:
        return _("belum ditaksir")
    if terisi[0] == terisi[-1]:
        return format_angka(terisi[0])
    return _("{sedikit} sampai {banyak}").format(sedikit=format_angka(terisi[0]), banyak=format_angka(terisi[-1]))


def sebut_uraian(k: KegiatanRad) -> str:
    """Return an action with its id and the question that it serves."""
    kode = [kode_bagian((k.klaster, k.indikator, k.pertanyaan))] if k.indikator else []
    return f"{k.kegiatan} ({' · '.join([k.id, *kode])})"


def sebut_pilar(pilar: str) -> str:
    """Return a pillar in a reader's words."""
    return {
        "pemerintah": _("Pemerintah"),
        "masyarakat": _("Masyarakat"),
        "dunia_usaha": _("Dunia usaha"),
        "media": _("Media"),
    }[pilar]


def kosong_rad(lingkup: Lingkup) -> str:
    """Return the sentence that stands where no action can be shown."""
    if lingkup.keadaan.buku.rad is None:
        return _("RAD belum dicatat dalam buku data, jadi kemajuannya belum diketahui.")
    milik = sebut_milik(lingkup)
    return _("RAD tidak memuat kegiatan {milik}.").format(milik=milik) if milik else _("RAD tidak memuat kegiatan.")


def tanpa_kegiatan(lingkup: Lingkup) -> Tampilan:
    """Return that sentence as a piece of a page."""
    pesan = kosong_rad(lingkup)
    return tanpa_data(pesan, RAD) if lingkup.keadaan.buku.rad is None else tanpa_isi(pesan)


def sebut_milik(lingkup: Lingkup) -> str:
    """Return whose actions a page shows; nothing where it shows all."""
    klaster, keadaan = lingkup.daftar_klaster, lingkup.keadaan
    if lingkup.opd is not None:
        return keadaan.daerah.nama_opd(lingkup.opd)
    if klaster is None:
        return ""
    if len(klaster) == 1:
        return keadaan.instrumen.klaster_of(klaster[0]).judul_pendek
    return _("di klaster yang dibahas")
