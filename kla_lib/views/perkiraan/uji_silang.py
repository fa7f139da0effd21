"""Say how good the forecast is: each region that was left out, its range and what came out."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.keadaan.uji_silang import UjiSilang, load_uji
from kla_lib.rules.bukti.skala import kategori_nilai, kategori_terbitan
from kla_lib.rules.kategori import DI_BAWAH_PRATAMA
from kla_lib.rules.params import Params
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.perkiraan.uji_silang import DALAM, EM, LUAR, SEBAGIAN, VA, Nilaian
from kla_lib.views.bukti.halaman import sebut_rentang
from kla_lib.views.perkiraan.perkiraan import sebut_kisaran, sebut_puluhan, sebut_terendah
from kla_lib.views.perkiraan.sebut_peluang import sebut_peluang
from kla_lib.views.rupa.tampilan import (
    Kolom,
    Tampilan,
    catatan_kaki,
    pernyataan,
    tabel,
    tumpuk,
)

IKUT, TANPA = "ikut", "tanpa"


def uji_menurut(params: Params, diragukan: str) -> UjiSilang:
    """Return the test with the outcomes in doubt (IKUT) or without them (TANPA); raises KlaError for another word."""
    if diragukan not in (IKUT, TANPA):
        raise KlaError(
            Kesalahan(
                "parameter",
                _("sel parameter"),
                _("'{isi}' tidak dikenal").format(isi=diragukan),
                _('Tulis "{ikut}" atau "{tanpa}".').format(ikut=IKUT, tanpa=TANPA),
                sel="diragukan",
            )
        )
    uji = load_uji(params)
    return uji if diragukan == IKUT else uji.tanpa_ragu()


def kalimat_uji(uji: UjiSilang) -> Tampilan:
    """Return how many outcomes fell within the range and how wide it was, and what stands in the way of more."""
    semua = [*uji.kita(EM), *uji.kita(VA)]
    if not semua:
        return pernyataan(_("Belum ada hasil yang terbit untuk menguji perkiraan ini."))
    letak = Counter(n.letak for n in semua)
    lebar = [
        _("{poin} poin dari {tahap}").format(poin=sebut_puluhan(rata_lebar(isi)), tahap=sebut_tahap_pendek(dari))
        for dari in (EM, VA)
        if (isi := uji.kita(dari))
    ]
    utama = _(
        "Dari {n} perkiraan yang hasilnya kami sembunyikan, {dalam} hasilnya pasti jatuh di dalam rentang sembilan "
        "dari sepuluh, {luar} pasti di luar, dan {sebagian} tidak bisa dipastikan karena hanya kategori atau "
        "batasnya yang diketahui; lebar rentang itu rata-rata {lebar}."
    ).format(
        n=len(semua),
        dalam=letak[DALAM],
        luar=letak[LUAR] or _("tidak satu pun"),
        sebagian=letak[SEBAGIAN],
        lebar=gabung(lebar),
    )
    return pernyataan(utama, [*_sebut_tengah(uji), *_sebut_pasti(semua), *_sebut_basi(uji)])


def rata_lebar(daftar: Sequence[Nilaian]) -> float:
    """Return the mean width of the nine-in-ten range (poin)."""
    return sum(n.lebar for n in daftar) / len(daftar)


def _sebut_tengah(uji: UjiSilang) -> list[str]:
    """Return how often the middle alone would have named the right category: what a reader takes for the forecast."""
    kena = [
        _("{k} dari {n} perkiraan dari {tahap}").format(
            k=sum(n.tengah_tepat for n in isi), n=len(isi), tahap=sebut_tahap_pendek(dari)
        )
        for dari in (EM, VA)
        if (isi := uji.kita(dari))
    ]
    return [
        _("Nilai tengahnya saja menyebut kategori yang benar pada {kena}; selebihnya kategorinya meleset.").format(
            kena=gabung(kena)
        )
    ]


def _sebut_pasti(semua: Sequence[Nilaian]) -> list[str]:
    """Return how few outcomes are known as a score: what makes a coverage look better than it is proved."""
    hasil = {(n.kasus.daerah, n.kasus.tahun): n.kasus for n in semua}
    pasti = sum(k.rendah == k.tinggi for k in hasil.values())
    return [
        _(
            "Ujinya tipis: {n} hasil dari {daerah} daerah, hanya {pasti} berupa nilai, selebihnya kategori atau batas."
        ).format(n=len(hasil), daerah=len({d for d, _tahun in hasil}), pasti=pasti)
    ]


def _sebut_basi(uji: UjiSilang) -> list[str]:
    if uji.tersimpan:
        return []
    return [
        _(
            "Bukti atau anggapannya sudah berubah sejak uji ini disimpan, jadi uji dihitung ulang barusan, tanpa model "
            "sebelumnya. Perintah make bukti menyimpannya, supaya halaman ini terbuka seketika."
        )
    ]


def tabel_uji(uji: UjiSilang, dari: str) -> Tampilan:
    """Return every forecast from a stage beside what came out."""
    tahap = sebut_tahap_pendek(dari)
    kolom = [
        Kolom("daerah", _("Daerah dan tahun")),
        Kolom("nilai", tahap, angka=True),
        Kolom("rekor", _("Sebelumnya")),
        Kolom("tengah", _("Perkiraan"), angka=True),
        Kolom("rentang", _("9 dari 10 kemungkinan"), angka=True),
        Kolom("hasil", _("Yang terjadi")),
        Kolom("peluang", _("Peluang yang kami beri")),
        Kolom("letak", _("Benar atau meleset")),
    ]
    daftar = uji.kita(dari)
    t = tabel(
        _("Perkiraan dari {tahap} dan yang terjadi").format(tahap=tahap),
        kolom,
        [_baris(uji, n) for n in daftar],
        _("Tidak ada hasil yang terbit untuk diuji dari tahap ini."),
    )
    ragu = any(n.kasus.diragukan for n in daftar)
    return tumpuk(
        t, catatan_kaki(_("* sumbernya diragukan: ikut diuji, tidak pernah ikut dicocokkan.") if ragu else "")
    )


def _baris(uji: UjiSilang, n: Nilaian) -> dict[str, Any]:
    k = n.kasus
    return {
        "daerah": sebut_kasus(n),
        "nilai": format_angka(k.nilai),
        "rekor": _("tidak diketahui") if k.rekor is None else f"{_kategori(uji, *k.rekor)} {k.rekor[0]}",
        "tengah": sebut_puluhan(n.p50),
        "rentang": sebut_kisaran(n.p05, n.p95),
        "hasil": _hasil(uji, n),
        "peluang": sebut_peluang(n.peluang),
        "letak": sebut_letak(n) + ("" if n.tengah_tepat else _("; kategori tengahnya meleset")),
    }


def sebut_kasus(n: Nilaian) -> str:
    """Return the region and the year of a forecast; a star where a score is in doubt."""
    return f"{n.kasus.daerah} {n.kasus.tahun}{'*' if n.kasus.diragukan else ''}"


def sebut_letak(n: Nilaian) -> str:
    """Return where the outcome lies."""
    return {
        DALAM: _("di dalam rentang"),
        SEBAGIAN: _("sebagian di dalam rentang, tidak bisa dipastikan"),
        LUAR: _("MELESET, di luar rentang"),
    }[n.letak]


def _hasil(uji: UjiSilang, n: Nilaian) -> str:
    k = n.kasus
    teks = sebut_rentang(uji.params, k.tahun, k.rendah, k.tinggi)
    return f"{teks} ({_kategori(uji, k.tahun, k.rendah, k.tinggi)})" if k.rendah == k.tinggi else teks


def _kategori(uji: UjiSilang, tahun: int, rendah: float, tinggi: float) -> str:
    """Return the category of an outcome; its middle stands for an interval."""
    kategori = kategori_nilai(uji.params, tahun, (rendah + tinggi) / 2)
    nama = kategori_terbitan(uji.params, tahun).nama(kategori)
    return sebut_terendah() if kategori == DI_BAWAH_PRATAMA else nama
