"""Show the forecast before and after the documents were read."""

from kla_lib.bahasa import _
from kla_lib.scoring.mini.mini import siklus_lain
from kla_lib.scoring.mini.taksiran import PerkiraanSampel, forecast_sampel
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan
from kla_lib.views.mini.mini import Mini
from kla_lib.views.perkiraan.perkiraan import sebut_puluhan, sebut_tak_terjangkau, tanpa_perkiraan
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, pernyataan, tabel, tumpuk


def perkiraan_mini(mini: Mini, sementara: bool = False) -> Tampilan:
    """Return the forecast before and after reading, as a sentence and a table.

    sementara: also before both readers have finished, with what is answered
    so far; only for whoever leads the reading and reads nothing himself.
    """
    sebelum = mini.keadaan.perkiraan
    if sebelum is None:
        return pernyataan(tanpa_perkiraan(mini.keadaan))
    if not (mini.siap or sementara) or not mini.sampel:
        nanti = [_("Perkiraan sesudah dokumen dibaca muncul di sini.")] if mini.sampel else []
        return pernyataan(
            _("Perkiraan nilai akhir sekarang antara {rentang}.").format(rentang=_rentang(sebelum)),
            [*nanti, _bukan_resmi()],
        )
    sesudah, serupa = sesudah_baca(mini), sesudah_baca(mini, seperti_terbaca=True)
    if sesudah is None or serupa is None:
        raise ValueError("a forecast before, and none after")
    utama = _("Perkiraan nilai akhir: sebelum dibaca antara {sebelum}, sesudah dibaca antara {sesudah}.").format(
        sebelum=_rentang(sebelum), sesudah=_rentang(sesudah)
    )
    lanjutan = [_("Nilai akhir jatuh di dalam rentang itu pada 9 dari 10 kemungkinan.")]
    if not mini.siap:
        n = len(mini.status())
        lanjutan.append(
            _("Sementara: {n} dari {semua} dokumen sudah dibaca sedikitnya satu orang.").format(
                n=n, semua=len(mini.sampel)
            )
        )
    lanjutan.append(_sebut_pengganti(sesudah))
    if serupa.diganti:
        lanjutan.append(
            _("Bila semua yang tidak dibaca keadaannya serupa dengan yang dibaca: antara {serupa}.").format(
                serupa=_rentang(serupa)
            )
        )
    kata = pernyataan(utama, [*lanjutan, _bukan_resmi()])
    return tumpuk(kata, _tabel(mini, sebelum, sesudah, serupa))


def sesudah_baca(mini: Mini, seperti_terbaca: bool = False) -> PerkiraanSampel | None:
    """Return the forecast with the documents that were read as the readers found them.

    seperti_terbaca: the others as those that were read, where it otherwise
    believes the register; not those of another cycle, which count as absent.
    """
    k = mini.keadaan
    if mini.susunan is None or k.susunan is None:
        return None
    tak_dipercaya = {c.id_dokumen for c in mini.calon} - siklus_lain(k.buku) if seperti_terbaca else set()
    return forecast_sampel(
        mini.susunan, k.ramalan.undian, k.kategori, mini.sampel, mini.status(), k.verifikasi.seed, tak_dipercaya
    )


def _tabel(mini: Mini, sebelum: Perkiraan, sesudah: PerkiraanSampel, serupa: PerkiraanSampel) -> Tampilan:
    """Return one row per category up to the target."""
    kolom = [Kolom("kategori", _("Mencapai")), Kolom("sebelum", _("Sebelum")), Kolom("sesudah", _("Sesudah"))]
    if serupa.diganti:
        kolom.append(Kolom("serupa", _("Sesudah, bila yang lain serupa")))
    daftar = mini.keadaan.kategori
    sasaran = daftar[mini.keadaan.rapat.sasaran]
    baris = [
        {
            "kategori": k.nama,
            "sebelum": _sebut(mini, sebelum, k.id),
            "sesudah": _sebut(mini, sesudah, k.id),
            "serupa": _sebut(mini, serupa, k.id),
        }
        for k in daftar.kategori
        if k.besaran <= sasaran.besaran
    ]
    return tabel(_("Peluang mencapai kategori itu atau yang lebih tinggi"), kolom, baris, "")


def _sebut(mini: Mini, p: Perkiraan | PerkiraanSampel, kategori: str) -> str:
    if not p.terjangkau[kategori]:
        return sebut_tak_terjangkau(mini.keadaan)
    return sebut_peluang(p.mencapai[kategori], p.rentang_mencapai[kategori])


def _rentang(p: Perkiraan | PerkiraanSampel) -> str:
    return _("{rendah} dan {tinggi}").format(rendah=sebut_puluhan(p.p05), tinggi=sebut_puluhan(p.p95))


def _sebut_pengganti(p: PerkiraanSampel) -> str:
    lain = _("Dokumen yang tidak diundi tetap memakai status di daftar")
    if not p.diganti:
        return lain + "."
    return lain + _(
        "; {n} dokumen yang belum diperiksa siapa pun dianggap seperti dokumen yang dibaca, "
        "bukan menurut anggapan umum."
    ).format(n=p.diganti)


def _bukan_resmi() -> str:
    return _("Bukan nilai resmi.")
