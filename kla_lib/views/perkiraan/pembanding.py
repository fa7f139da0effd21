"""Say whether a simpler way of forecasting is as good as ours, and what makes our ranges narrow."""

from math import exp, floor

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.uji_silang import MODEL, UjiSilang
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.perkiraan.pembanding import (
    BAGIAN_EM,
    BAGIAN_TETAP,
    KALAH,
    KATEGORI_SAMA,
    LEBIH_BAIK,
    NASIONAL,
    SAMA,
    TERLALU_SEDIKIT,
    Banding,
    banding,
)
from kla_lib.scoring.perkiraan.uji_silang import EM, VA, Ringkas, ringkas
from kla_lib.views.perkiraan.perkiraan import sebut_puluhan
from kla_lib.views.perkiraan.uji_silang import rata_lebar
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, daftar_berbutir, paragraf, tabel, tumpuk

MODEL_LAMA = "model_lama"
"""The forecast before this one; only the shipped results have it."""
HAMPIR = 0.9
"""From this share of another width on, a range is called almost as wide."""


def tabel_pembanding(uji: UjiSilang, dari: str) -> Tampilan:
    """Return our forecast from a stage against simpler ways and the model before it."""
    kita, lain = uji.kita(dari), _lain(uji, dari)
    if not kita:
        return Tampilan("", "")
    kolom = [
        Kolom("cara", _("Cara memperkirakan")),
        Kolom("n", _("Diuji pada"), angka=True),
        Kolom("peluang", _("Peluang bagi yang terjadi"), angka=True),
        Kolom("cakupan", _("Tercakup"), angka=True),
        Kolom("lebar", _("Lebar rentang (poin)"), angka=True),
        Kolom("crps", _("Jarak ke hasil (poin)"), angka=True),
        Kolom("putusan", _("Dibandingkan dengan perkiraan ini")),
    ]
    baris = [{"cara": _("Perkiraan ini"), **_angka(ringkas(kita)), "putusan": "–"}]
    for cara, b in lain.items():
        putusan = sebut_putusan(b, len(kita))
        baris.append({"cara": sebut_cara(cara, dari), **_angka(b.mereka), "putusan": putusan})
    judul = _("Perkiraan dari {tahap} dibandingkan dengan cara yang lebih sederhana")
    kaki = _(
        "Peluang bagi yang terjadi: rata-rata (ukur) peluang yang diberikan kepada kategori yang kemudian terjadi; "
        "makin besar makin baik. Tercakup: bagian hasil yang jatuh di dalam rentang; yang dijanjikan 90 dari 100. "
        "Jarak ke hasil: CRPS di luar rentang hasilnya; makin kecil makin baik."
    )
    return tumpuk(tabel(judul.format(tahap=sebut_tahap_pendek(dari)), kolom, baris, ""), catatan_kaki(kaki))


def _lain(uji: UjiSilang, dari: str) -> dict[str, Banding]:
    return banding(uji.kita(dari), {c: isi for c, isi in uji.milik(dari).items() if c != MODEL})


def _angka(r: Ringkas) -> dict[str, str]:
    return {
        "n": format_angka(r.n, 0),
        "peluang": _seratus(exp(r.log_score[0])),
        "cakupan": _seratus(r.cakupan90[0]),
        "lebar": sebut_puluhan(r.lebar[0]),
        "crps": format_angka(r.crps[0], 0),
    }


def _seratus(bagian: float) -> str:
    return _("{k} dari 100").format(k=floor(100 * bagian + 0.5))


def sebut_cara(cara: str, dari: str) -> str:
    """Return a way of forecasting."""
    if cara == BAGIAN_TETAP:
        return (
            _("{bagian} × EM").format(bagian=format_angka(BAGIAN_EM))
            if dari == EM
            else _("bagian rata-rata daerah lain × VA")
        )
    return {
        NASIONAL: _("hitungan nasional saja"),
        KATEGORI_SAMA: _("kategori yang sama seperti terakhir kali"),
        MODEL_LAMA: _("model sebelumnya"),
    }[cara]


def sebut_putusan(b: Banding, semua: int) -> str:
    """Return whether our forecast is better; with our own chance where a way can forecast only some of all cases."""
    kata = {
        LEBIH_BAIK: _("perkiraan ini lebih baik"),
        SAMA: _("tidak terbukti berbeda"),
        KALAH: _("perkiraan ini kalah"),
        TERLALU_SEDIKIT: _("terlalu sedikit untuk dibandingkan"),
    }[b.putusan]
    if b.kita.n == semua:
        return kata
    return _("{kata} (kami {k} pada {n} yang sama)").format(kata=kata, k=_seratus(exp(b.kita.log_score[0])), n=b.kita.n)


def kalimat_pembanding(uji: UjiSilang) -> Tampilan:
    """Return in words which simple ways are as good, from each stage, and what narrows the range."""
    tahap = [
        daftar_berbutir(_sebut_tahap(uji, dari), _("Dari {tahap}").format(tahap=sebut_tahap_pendek(dari)))
        for dari in (EM, VA)
        if uji.kita(dari)
    ]
    return tumpuk(*tahap, paragraf(*_sebut_lebar(uji)))


def _sebut_tahap(uji: UjiSilang, dari: str) -> list[str]:
    lain = _lain(uji, dari)
    menang = [sebut_cara(c, dari) for c, b in lain.items() if b.putusan == LEBIH_BAIK]
    sedikit = [sebut_cara(c, dari) for c, b in lain.items() if b.putusan == TERLALU_SEDIKIT]
    kalimat = [_sebut_tak_menang(c, dari, b) for c, b in lain.items() if b.putusan in (SAMA, KALAH)]
    if menang:
        teks = _("Perkiraan ini lebih baik daripada {cara}.").format(cara=gabung(menang))
        kalimat.append(" ".join([teks, *_sebut_tanpa_ragu(uji, dari, lain)]))
    if sedikit:
        kalimat.append(_("Terlalu sedikit hasil untuk membandingkannya dengan {cara}.").format(cara=gabung(sedikit)))
    return kalimat


def _sebut_tak_menang(cara: str, dari: str, b: Banding) -> str:
    """Return in figures that a simple way is as good, or that it is not proved to be worse."""
    pola = (
        _(
            "{cara} setidaknya sama baiknya: kategori yang kemudian terjadi diberinya peluang {mereka}, oleh kami "
            "{kita}, dengan rentang {lebar} poin (kami {lebar_kita})."
        )
        if b.beda[0] <= 0
        else _(
            "Belum terbukti lebih baik daripada {cara}: kategori yang kemudian terjadi diberinya peluang {mereka}, "
            "oleh kami {kita}, dengan rentang {lebar} poin (kami {lebar_kita}); diuji pada {n} hasil."
        )
    )
    return pola.format(
        cara=sebut_cara(cara, dari),
        kita=_seratus(exp(b.kita.log_score[0])),
        mereka=_seratus(exp(b.mereka.log_score[0])),
        lebar_kita=sebut_puluhan(b.kita.lebar[0]),
        lebar=sebut_puluhan(b.mereka.lebar[0]),
        n=b.kita.n,
    )


def _sebut_tanpa_ragu(uji: UjiSilang, dari: str, lain: dict[str, Banding]) -> list[str]:
    """Return which leads rest on cases that are in doubt."""
    yakin = uji.tanpa_ragu()
    if len(yakin.kita(dari)) == len(uji.kita(dari)):
        return []
    sisa = _lain(yakin, dari)
    hilang = [
        sebut_cara(c, dari)
        for c, b in lain.items()
        if b.putusan == LEBIH_BAIK and (c not in sisa or sisa[c].putusan != LEBIH_BAIK)
    ]
    if not hilang:
        return []
    return [
        _("Tanpa hasil yang sumbernya diragukan (tinggal {n}) keunggulan atas {cara} tidak terbukti.").format(
            n=len(yakin.kita(dari)), cara=gabung(hilang)
        )
    ]


def _sebut_lebar(uji: UjiSilang) -> list[str]:
    """Return what makes a range narrow: an earlier category and the check, not the self-assessment."""
    em, va = uji.kita(EM), uji.kita(VA)
    tanpa, dengan = ([n for n in em if (n.kasus.rekor is None) == kosong] for kosong in (True, False))
    nasional = uji.milik(EM)[NASIONAL]
    if not (tanpa and dengan and va):
        return []
    hampir = rata_lebar(tanpa) >= HAMPIR * rata_lebar(nasional)
    pola = (
        _("Dari EM saja, tanpa kategori sebelumnya, rentangnya {tanpa} poin: hampir selebar tanpa EM ({nasional}).")
        if hampir
        else _("Dari EM saja, tanpa kategori sebelumnya, rentangnya {tanpa} poin; tanpa EM {nasional}.")
    )
    angka = {"tanpa": sebut_puluhan(rata_lebar(tanpa)), "nasional": sebut_puluhan(rata_lebar(nasional))}
    return [
        pola.format(**angka)
        + " "
        + _("Yang menyempitkannya kategori sebelumnya ({dengan} poin) dan VA ({va} poin).").format(
            dengan=sebut_puluhan(rata_lebar(dengan)), va=sebut_puluhan(rata_lebar(va))
        )
    ]
