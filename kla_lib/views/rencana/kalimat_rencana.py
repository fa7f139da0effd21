"""Say a plan in sentences by rule: the answer, what stands in the way, what it means for children."""

from collections.abc import Callable

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.rules.tahap import sebut_tahap
from kla_lib.scoring.rencana.halangan import Halangan
from kla_lib.scoring.rencana.kegiatan import (
    BENTROK_SELESAI,
    DIBATALKAN,
    DILARANG,
    KABUR,
    MENUNGGU,
    MERUGIKAN,
    NILAI_AKHIR,
    SIKLUS,
    TANPA_CELAH,
    TANPA_POIN,
    TENGGAT,
    Dikecualikan,
    Kegiatan,
)
from kla_lib.scoring.rencana.rencana import Rencana
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rencana.kalimat_em import kalimat_jangkauan

NamaOpd = Callable[[str], str]


def sebut_rupiah(besaran: float) -> str:
    """Return an amount in a reader's words: Rp28.500.000."""
    return _("Rp{besaran}").format(besaran=format_angka(besaran, 0))


def kalimat_rencana(r: Rencana) -> str:
    """Return the answer in a sentence or three, with the chance where a forecast was made."""
    return " ".join([*_jangkauan(r), *_di_atas_kertas(r), *_peluang(r)])


def _jangkauan(r: Rencana) -> list[str]:
    """Return how far the recorded points reach, where the target is not reached on paper."""
    if r.em is None or r.em.jangkauan == "tercapai" or r.tercapai:
        return []
    if r.diminta is not None and r.em.jangkauan == "kurang_dokumen":
        return []  # its sentence on the chance tells more
    return [kalimat_jangkauan(r, r.em)]


def _di_atas_kertas(r: Rencana) -> list[str]:
    """Return what the plan does to the points on paper; where no documents are recorded, that nothing is known."""
    if r.tahap == "vf":
        return [_("Nilai ini nilai akhir: tidak ada kegiatan yang bisa menambahnya dalam siklus ini.")]
    if _jangkauan(r):
        if r.dasar != "berdokumen":
            return [_("Dokumen belum dicatat, jadi belum diketahui berapa dari poin itu yang aman.")]
        return [_dokumen(r)]
    return [_kertas(r)]


def _dokumen(r: Rencana) -> str:
    """Return what the plan documents of the points, and how far that is from the target."""
    pola = (
        _(
            "Dari dokumen, poin berdokumen lengkap naik dari {awal} menjadi paling tinggi {nilai}; "
            "untuk mengamankan {sasaran} masih kurang {kurang}."
        )
        if r.nilai > r.nilai_awal
        else _("Poin berdokumen lengkap tetap {awal}; untuk mengamankan {sasaran} masih kurang {kurang}.")
    )
    return pola.format(
        sasaran=r.sasaran.nama,
        awal=format_angka(r.nilai_awal),
        nilai=format_angka(r.nilai),
        kurang=format_angka(max(r.sasaran.besaran - r.nilai, 0.0)),
    )


def _kertas(r: Rencana) -> str:
    isi = {
        "sasaran": r.sasaran.nama,
        "ukuran": _("poin berdokumen lengkap") if r.dasar == "berdokumen" else sebut_tahap(r.tahap),
        "awal": format_angka(r.nilai_awal),
        "nilai": format_angka(r.nilai),
        "n": len(r.kegiatan),
        "kurang": format_angka(max(r.sasaran.besaran - r.nilai, 0.0)),
    }
    if r.diminta is not None and r.kemungkinan is not None:
        if not r.kegiatan:
            return (
                _("Tidak ada kegiatan tercatat yang menaikkan peluang {sasaran} ke tingkat yang diminta.").format(**isi)
                if not r.tercapai
                else _("Peluang {sasaran} yang diminta sudah tercapai tanpa kegiatan.").format(**isi)
            )
        return _("Dengan {n} kegiatan {ukuran} naik dari {awal} menjadi {nilai}.").format(**isi)
    if r.tercapai and r.dasar != "berdokumen":  # on paper means documented points, and of these nothing is known
        pola = (
            _("Menurut {ukuran} {sasaran} tercapai dengan {n} kegiatan, dari {awal} menjadi {nilai}.")
            if r.kegiatan
            else _("Menurut {ukuran} {sasaran} sudah tercapai tanpa kegiatan: {awal}.")
        )
        return pola.format(**isi)
    if r.tercapai and not r.kegiatan:
        return _("Di atas kertas {sasaran} sudah tercapai tanpa kegiatan: {ukuran} {awal}.").format(**isi)
    if r.tercapai:
        return _(
            "Di atas kertas {sasaran} tercapai dengan {n} kegiatan: {ukuran} naik dari {awal} menjadi {nilai}."
        ).format(**isi)
    if not r.kegiatan:
        return _(
            "{sasaran} tidak tercapai di atas kertas: tidak ada kegiatan tercatat yang menambah {ukuran} dari {awal}; "
            "itu {kurang} poin di bawah ambangnya."
        ).format(**isi)
    return _(
        "{sasaran} tidak tercapai di atas kertas: dengan semua yang masih bisa dikerjakan {ukuran} naik dari "
        "{awal} menjadi paling tinggi {nilai}, masih {kurang} poin di bawah ambangnya."
    ).format(**isi)


def _peluang(r: Rencana) -> list[str]:
    k, nama = r.kemungkinan, r.sasaran.nama
    if k is None:
        return [] if r.diminta is None else [_("Peluangnya tidak bisa diperkirakan dari tahap ini.")]
    if not r.em_cukup:
        return []
    pola = (
        _("Bila semuanya dijawab penuh, peluang {sasaran} menurut perkiraan kami {peluang}.")
        if r.em is not None and r.em.jangkauan == "bila_dijawab"
        else _("Peluang {sasaran} menurut perkiraan kami {peluang}.")
    )
    kalimat = [pola.format(sasaran=nama, peluang=sebut_peluang(k.peluang.besaran, k.rentang))]
    if r.diminta is not None and not r.tercapai:
        kalimat.append(
            _("Peluang {diminta} dari 10 yang diminta tidak tercapai; rencana ini yang paling mendekati.").format(
                diminta=format_angka(10 * r.diminta, 1)
            )
        )
    return kalimat


def kalimat_biaya(r: Rencana) -> str:
    """Return what the plan costs, and what of it is not known."""
    pola = (
        _("Biaya belum diketahui karena RAD belum dicatat; kira-kira {jam} jam kerja.")
        if "RAD" in r.belum_dicatat
        else _("Biaya menurut RAD {biaya}, kira-kira {jam} jam kerja.")
    )
    kalimat = pola.format(biaya=sebut_rupiah(r.biaya), jam=format_angka(r.jam, 0))
    if r.tanpa_anggaran:
        kalimat += " " + _("{n} kegiatan belum beranggaran dan tidak termasuk biaya itu.").format(n=r.tanpa_anggaran)
    return kalimat


def kalimat_halangan(h: Halangan, nama_opd: NamaOpd) -> str:
    """Return one thing that stands in the way, what it is worth, and whether it would be enough."""
    poin = format_angka(h.poin) if h.poin == h.poin else ""
    kegiatan = gabung(list(h.kegiatan))
    kalimat = {
        "kapasitas": _(
            "Jam {opd} tidak cukup sebelum tenggat: dengan jam yang cukup nilai bisa naik {poin} poin lagi."
        ),
        "kapasitas_semua": _("Bila semua kantor punya cukup jam, nilai bisa naik {poin} poin lagi."),
        "anggaran": _("Batas anggaran menahan {poin} poin."),
        "bentrok": _("Kegiatan yang saling meniadakan menahan {poin} poin."),
        "poin_maks": _("Bila setiap kegiatan dan jawaban memberi poin terbanyaknya, nilai bisa naik {poin} poin lagi."),
        "belum_ditentukan": _("{poin} poin belum ditentukan jenis celahnya, jadi belum diketahui apakah masih bisa."),
        TENGGAT: _("Tenggat {kegiatan} sesudah hari terakhir tahap ini."),
        SIKLUS: _("{kegiatan} baru bisa dihitung pada siklus berikutnya."),
        TANPA_CELAH: _("{kegiatan} belum ditulis jenis celahnya di RAD, jadi poinnya belum boleh dihitung."),
        MENUNGGU: _("{kegiatan} menunggu pekerjaan yang tidak bisa diselesaikan dalam siklus ini."),
        BENTROK_SELESAI: _("{kegiatan} bentrok dengan kegiatan yang sudah selesai."),
        DILARANG: _("{kegiatan} tidak disarankan karena uraiannya menyebut penurunan kasus atau laporan."),
        DIBATALKAN: _("{kegiatan} sudah dibatalkan rapat."),
    }[h.jenis].format(opd=nama_opd(h.sebutan), poin=poin, kegiatan=kegiatan)
    if not h.cukup:
        return kalimat
    cukup = _("Bila semuanya masih bisa, itu cukup") if h.jenis == "belum_ditentukan" else _("Itu saja sudah cukup")
    return _("{kalimat} {cukup} untuk sasaran ini.").format(kalimat=kalimat, cukup=cukup)


def kalimat_dampak(r: Rencana) -> list[str]:
    """Return the measures that the plan touches, and whether any of its actions may change one."""
    if "Capaian" in r.belum_dicatat:
        return [_("Capaian belum dicatat, jadi arti rencana ini bagi anak belum diketahui.")]
    if not r.kegiatan:
        return []
    ubah = list(dict.fromkeys(i for d in r.dampak for i in d.mengubah))
    kalimat = []
    if r.dampak and ubah:
        ukuran = list(dict.fromkeys(d.ukuran for d in r.dampak))
        kalimat.append(_("Ukuran bagi anak yang indikatornya disentuh: {daftar}.").format(daftar=gabung(ukuran)))
    elif not r.dampak:
        kalimat.append(_("Tidak ada capaian tercatat pada indikator yang disentuh rencana ini."))
    if ubah:
        kalimat.append(_("Yang dapat ikut mengubah ukuran itu: {daftar}.").format(daftar=gabung(ubah)))
    else:
        kalimat.append(
            _(
                "Tidak satu pun kegiatan rencana ini mengubah ukuran bagi anak; "
                "semuanya mengurus dokumen, jawaban, atau hal yang belum diukur."
            )
        )
        if r.pengubah_lain:
            kalimat.append(
                _("Di luar rencana, yang dapat mengubahnya: {daftar}; tetap layak dikerjakan.").format(
                    daftar=gabung(list(r.pengubah_lain))
                )
            )
    return kalimat


def kalimat_tidak_disarankan(r: Rencana) -> list[str]:
    """Return a sentence on the actions that no plan advises for the children's sake, or nothing."""
    dilarang = [d.id for d in r.dikecualikan if d.alasan == DILARANG]
    if not dilarang:
        return []
    return [
        _(
            "Tidak disarankan: {daftar}. Uraiannya menyebut penurunan kasus atau laporan; kasus yang tidak dilaporkan "
            "bukan kasus yang tidak terjadi. Bacalah kembali uraiannya."
        ).format(daftar=gabung(dilarang))
    ]


def sebut_kegiatan(k: Kegiatan) -> str:
    """Return what is done, as the beginning of a line: the action's own words, or what is done to a document."""
    pola = {
        "rad": "{teks}",
        "periksa": _("Memeriksa {teks}, dan melengkapinya bila ada yang kurang"),
        "lengkapi": _("Melengkapi {teks}"),
        "jawab": _("Menjawab {teks}"),
        "tambah": _("Menambah jawaban {teks}"),
        "jawab_terbuka": _("Menjawab {teks}, dengan dokumennya; {pastikan}"),
        "tambah_terbuka": _("Menambah jawaban {teks}, dengan dokumennya; {pastikan}"),
        "rinci": _("Merinci nilai {teks} per pertanyaan dan menambah jawaban yang masih terbuka; {pastikan}"),
    }[k.kerja]
    return pola.format(teks=k.teks, pastikan=_("pastikan pekerjaannya dilakukan pada tahun yang dinilai"))


def sebut_pendek(k: Kegiatan) -> str:
    """Return the same without the reminder, for a table that says it once below."""
    pola = {
        "jawab_terbuka": _("Menjawab {teks}"),
        "tambah_terbuka": _("Menambah jawaban {teks}"),
        "rinci": _("Merinci nilai {teks} per pertanyaan dan menambah jawaban yang masih terbuka"),
    }.get(k.kerja)
    if pola is None:
        return sebut_kegiatan(k)
    return pola.format(teks=k.teks)


def sebut_alasan(d: Dikecualikan) -> str:
    """Return why an action is in no plan, in a reader's words."""
    return {
        SIKLUS: _("milik siklus berikutnya"),
        TENGGAT: _("tenggat atau mulainya ({sebab}) sesudah hari terakhir tahap ini"),
        TANPA_CELAH: _("jenis celahnya belum ditulis di RAD"),
        TANPA_POIN: _("poinnya belum ditulis, dan tidak ada kegiatan lain yang membutuhkannya"),
        DILARANG: _("uraiannya menyebut penurunan kasus atau laporan"),
        DIBATALKAN: _("dibatalkan rapat lewat keputusan {sebab}"),
        MENUNGGU: _("menunggu {sebab}, yang tidak bisa diselesaikan dalam siklus ini"),
        BENTROK_SELESAI: _("bentrok dengan {sebab}, yang sudah selesai"),
        MERUGIKAN: _("pertanyaannya mengukur kerugian bagi anak; poinnya tidak dikejar"),
        KABUR: _("isi pertanyaannya tidak diketahui; periksalah di formulir resmi"),
        NILAI_AKHIR: _("nilainya sudah nilai akhir"),
    }[d.alasan].format(sebab=d.sebab)
