"""Say how far the RAD has come, what is late before what is done."""

from kla_lib.bahasa import _, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.scoring.pekerjaan.rad import (
    BELUM,
    KEADAAN_RAD,
    SELESAI,
    TERHAMBAT,
    TERLAMBAT,
    KegiatanRad,
    di_luar_siklus,
    jumlah_keadaan,
    poin_bergantung,
    yang_macet,
    yang_mendesak_dulu,
)
from kla_lib.views.rad.sebutan import kosong_rad, sebut_milik, tanpa_kegiatan
from kla_lib.views.rupa.sebutan import daftar_pendek, poin, sebut_status_kerja
from kla_lib.views.rupa.tampilan import Tampilan, paragraf

PALING_BANYAK_DISEBUT = 3


def kalimat_rad(lingkup: Lingkup) -> Tampilan:
    """Return how many actions are in each state, which are longest overdue, and what to doubt about the RAD.

    klaster: ids to look at, all without; of a pack its own.  opd: a role, for the page of an office.
    """
    daftar = lingkup.kegiatan_rad
    keadaan = lingkup.keadaan
    if keadaan.buku.rad is None:
        return tanpa_kegiatan(lingkup)
    if not daftar:
        kalimat = [*peringatan_tahun(keadaan), kosong_rad(lingkup)]
    else:
        kalimat = [
            *peringatan_tahun(keadaan),
            _jumlah(daftar, sebut_milik(lingkup)),
            " ".join(_terlambat(keadaan, daftar, lingkup.opd)),
            " ".join(_belum_pasti(daftar)),
        ]
    return paragraf(*kalimat)


def peringatan_tahun(keadaan: Keadaan) -> list[str]:
    """Return a warning where the RAD, or some of its actions, belong to another year."""
    tahun = keadaan.buku.keterangan.tahun_evaluasi
    semua = keadaan.rad or ()
    bertanggal = [k for k in semua if k.mulai is not None or k.tenggat is not None]
    asing = [k for k in bertanggal if di_luar_siklus(k, tahun)]
    if not asing:
        return []
    if len(asing) == len(bertanggal):
        return [
            _(
                "Periksa dulu lembar RAD: semua tanggal kegiatannya di luar tahun {tahun} dan {sesudah}, "
                "jadi ini tampaknya RAD tahun lain."
            ).format(tahun=tahun, sesudah=tahun + 1)
        ]
    return [
        _("{n} kegiatan RAD bertanggal di luar tahun {tahun} dan {sesudah}: {daftar}. Periksa tanggalnya.").format(
            n=len(asing),
            tahun=tahun,
            sesudah=tahun + 1,
            daftar=daftar_pendek([k.id for k in asing], PALING_BANYAK_DISEBUT),
        )
    ]


def _jumlah(daftar: list[KegiatanRad], milik: str) -> str:
    banyak = jumlah_keadaan(daftar)
    sebut = {k: f"{banyak[k]} {sebut_status_kerja(k)}" for k in KEADAAN_RAD if banyak[k]}
    # A late action may be stuck as well: the rows say so, so the counts do.
    keduanya = sum(k.keadaan == TERLAMBAT and k.status == TERHAMBAT for k in daftar)
    if keduanya:
        sebut[TERLAMBAT] += " " + _("({n} di antaranya juga terhambat)").format(n=keduanya)
    if keduanya and banyak[TERHAMBAT]:
        sebut[TERHAMBAT] = _("{n} terhambat tetapi belum lewat tenggat").format(n=banyak[TERHAMBAT])
    rincian = gabung(list(sebut.values()))
    pola = _("Dari {n} kegiatan RAD {milik}: {rincian}.") if milik else _("Dari {n} kegiatan RAD: {rincian}.")
    return pola.format(n=len(daftar), milik=milik, rincian=rincian)


def _terlambat(keadaan: Keadaan, daftar: list[KegiatanRad], opd: str | None) -> list[str]:
    """Name what is longest overdue, and the points that late and stuck actions are expected to bring."""
    macet = yang_macet(yang_mendesak_dulu(daftar))
    if not macet:
        return [] if all(k.keadaan == SELESAI for k in daftar) else [_("Tidak ada yang terlambat atau terhambat.")]
    lewat = [k for k in macet if k.keadaan == TERLAMBAT][:PALING_BANYAK_DISEBUT]
    kalimat = []
    if lewat:
        # The page of an office need not repeat its name.
        pola = _("{kegiatan} ({n} hari)") if opd is not None else _("{kegiatan} ({opd}, {n} hari)")
        nama = [pola.format(kegiatan=k.kegiatan, opd=keadaan.daerah.nama_opd(k.opd), n=k.hari_lewat) for k in lewat]
        kalimat.append(_("Paling lama terlambat: {daftar}.").format(daftar="; ".join(nama)))
    bergantung = poin_bergantung(k for k in macet if not k.siklus_berikutnya)
    if bergantung:
        kalimat.append(
            _("Menurut taksiran RAD, {poin} bergantung pada yang terlambat atau terhambat.").format(
                poin=poin(bergantung)
            )
        )
    return kalimat


def _belum_pasti(daftar: list[KegiatanRad]) -> list[str]:
    """Count what should have begun, what has no deadline, what serves no question, what counts only next year."""
    terbuka = [k for k in daftar if k.keadaan != SELESAI]
    hitungan = (
        (_("{n} kegiatan seharusnya sudah mulai."), sum(k.keadaan == BELUM and k.seharusnya_mulai for k in terbuka)),
        (
            _("{n} kegiatan belum bertenggat, jadi belum diketahui terlambat atau tidak."),
            sum(k.tenggat is None for k in terbuka),
        ),
        (_("{n} kegiatan tidak menyebut pertanyaan di form."), sum(k.tanpa_pertanyaan for k in daftar)),
        (_("{n} kegiatan baru berarti bagi siklus berikutnya."), sum(k.siklus_berikutnya for k in daftar)),
    )
    return [kalimat.format(n=n) for kalimat, n in hitungan if n]
