"""Say how sure an index is: its interval, whether a rise stands, which choice matters."""

from collections.abc import Iterator

from scipy.stats import beta

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.indeks import IndeksKota
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.scoring.indeks.ketidakpastian import BAGIAN
from kla_lib.scoring.indeks.pengaruh import AGREGASI, NORMALISASI, Pengaruh
from kla_lib.scoring.indeks.ragam import BIASA
from kla_lib.scoring.skenario.pembobotan import SEMUA
from kla_lib.views.indeks.petak import Garis, Petak, Tulisan, susun_petak
from kla_lib.views.rupa.tampilan import Tampilan, paragraf
from kla_lib.views.rupa.tema import TINTA

LEBAR, NAMA, BATANG, BARIS = 600.0, 230.0, 220.0, 22.0

BERPENGARUH = 0.05
"""Shares of the variance below which a choice is not worth a word."""


def kalimat_pasti(kota: IndeksKota, instrumen: Instrumen) -> list[str]:
    """Return the interval, whether the last rise or fall stands, and the choice that matters most."""
    return [*_rentang(kota), *_naik(kota), *_pengaruh(kota, instrumen)]


def chart_pengaruh(kota: IndeksKota, instrumen: Instrumen) -> Tampilan:
    """Return the share of every choice as a bar; a share that is not known closely is named instead."""
    p = kota.pengaruh
    if p is None:
        return Tampilan("", "")
    layak = p.tabel[p.tabel["layak"]].sort_values("total", ascending=False)
    if layak.empty:
        return paragraf(_("Tidak ada bagian yang diketahui cukup teliti."), _kaki(p, instrumen))
    petak = Petak(
        _("Pilihan yang menggeser nilai {tahun}").format(tahun=kota.tahun), lebar=LEBAR, tinggi=BARIS * len(layak)
    )
    kata = []
    for n, (nama, r) in enumerate(layak.iterrows()):
        y, sebutan = BARIS * (n + 0.5), sebut_pilihan(str(nama), instrumen)
        angka = _("{total} ({sendiri} sendiri)").format(total=_persen(r["total"]), sendiri=_persen(r["pertama"]))
        petak.tulisan += [
            Tulisan(NAMA - 6, y + 4, sebutan, "end"),
            Tulisan(NAMA + BATANG + 8, y + 4, angka, tebal=True),
        ]
        petak.garis.append(Garis(NAMA, y, NAMA + BATANG, y, "#e0e0e0", 8.0))
        petak.garis.append(Garis(NAMA, y, NAMA + BATANG * min(max(r["total"], 0.0), 1.0), y, TINTA, 8.0))
        kata.append(f"{sebutan} {angka}")
    petak.uraian = ", ".join(kata)
    kaki = _("Bagian dari ragam nilainya, beserta yang dibuatnya bersama pilihan lain.")
    return susun_petak([petak], [f"{kaki} {_kaki(p, instrumen)}"])


def sebut_pilihan(pilihan: str, instrumen: Instrumen) -> str:
    """Return a choice in words."""
    tetap = {
        SEMUA: _("bobot klaster"),
        NORMALISASI: _("cara menormalkan"),
        AGREGASI: _("rata-rata aritmetik atau geometrik"),
    }
    if pilihan in tetap:
        return tetap[pilihan]
    return _("bobot ukuran di {klaster}").format(klaster=instrumen.klaster_of(pilihan).nama_pendek)


def _kaki(p: Pengaruh, instrumen: Instrumen) -> str:
    ditolak = [sebut_pilihan(str(n), instrumen) for n in p.tabel.index[~p.tabel["layak"]]]
    if not p.undian:
        return _("Dihitung persis, tanpa undian.")
    kalimat = _("Dihitung dari {n} undian (benih {benih}).").format(n=format_angka(p.undian), benih=p.benih)
    if ditolak:
        tolak = _("Tidak digambar karena belum diketahui dalam sepuluh persen: {daftar}.")
        kalimat += " " + tolak.format(daftar=gabung(ditolak))
    return kalimat


def _rentang(kota: IndeksKota) -> Iterator[str]:
    k, rentang = kota.ketidakpastian, kota.rentang
    if k is None or rentang is None:
        yield _("Tanpa nilai tidak ada rentang.")
        return
    d = kota.indeks.desimal
    yield _(
        "Dengan bobot lain dan, bila bisa, rata-rata geometrik: {bawah} sampai {atas} dalam {bagian} dari 10 undian. "
        "{contoh} Dihitung dari {n} undian (benih {benih}); benih lain menggeser ujungnya paling banyak kira-kira "
        "{galat}. Yang tidak berdata dan ketelitian angkanya sendiri tidak ikut digeser."
    ).format(
        bawah=format_angka(rentang[0], d),
        atas=format_angka(rentang[1], d),
        bagian=format_angka(10 * BAGIAN),
        contoh=_contoh_bobot(kota),
        n=format_angka(k.undian),
        benih=k.benih,
        galat=format_angka(k.nilai.loc[kota.tahun, "galat"], d),
    )


def _contoh_bobot(kota: IndeksKota) -> str:
    """Return how far a weight is moved, of the klaster that weighs most; nothing where there is but one."""
    semua = sum(kota.indeks.klaster.values())
    bagian = max(kota.indeks.klaster.values()) / semua
    if bagian > 1 - 1e-9:
        return ""
    tepi = (1 - BAGIAN) / 2
    a, b = BIASA.konsentrasi * bagian, BIASA.konsentrasi * (1 - bagian)
    rendah, tinggi = (format_angka(100 * beta(a, b).ppf(q), 0) for q in (tepi, 1 - tepi))
    return _("Klaster yang berbobot {n} % digeser antara kira-kira {rendah} % dan {tinggi} %.").format(
        n=format_angka(100 * bagian, 0), rendah=rendah, tinggi=tinggi
    )


def _naik(kota: IndeksKota) -> Iterator[str]:
    p = kota.peluang_naik
    if p is None:
        return
    yield _(
        "Dari ukuran yang ada di keduanya, {kini} lebih tinggi daripada {lalu} dalam {n} dari 100 undian "
        "(kurang lebih {galat})."
    ).format(
        kini=kota.tahun,
        lalu=kota.sebelumnya,
        n=format_angka(100 * p.peluang, 0),
        galat=format_angka(max(100 * p.galat, 0.1), 1),
    )


def _pengaruh(kota: IndeksKota, instrumen: Instrumen) -> Iterator[str]:
    p = kota.pengaruh
    if p is None:
        return
    layak = p.tabel[p.tabel["layak"] & (p.tabel["total"] >= BERPENGARUH)].sort_values("total", ascending=False)
    if layak.empty:
        yield _("Tidak satu pilihan pun terbukti menggeser nilai ini.")
        return
    yield _("Yang paling menggesernya: {pilihan} ({n} dari ragamnya). {kaki}").format(
        pilihan=sebut_pilihan(str(layak.index[0]), instrumen),
        n=_persen(layak["total"].iloc[0]),
        kaki=_kaki(p, instrumen),
    )


def _persen(bagian: float) -> str:
    return f"{format_angka(100 * max(bagian, 0.0), 0)} %"
