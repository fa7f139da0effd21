"""Let the weights of an index be moved: sliders of the klaster, or of the measures of one klaster."""

from collections.abc import Collection
from typing import Any

import ipywidgets as w

from kla_lib.bahasa import _, format_angka
from kla_lib.scoring.indeks.bobot import bagian_bobot
from kla_lib.scoring.indeks.selang_bobot import selang_bobot
from kla_lib.scoring.skenario.pembobotan import SEMUA, bulatkan_jumlah
from kla_lib.views.indeks.meja import MejaIndeks
from kla_lib.views.skenario.baris_bobot import BarisBobot
from kla_lib.views.skenario.isi_bobot import batas_persen, batas_skala
from kla_lib.views.skenario.unsur import baris, judul, pesan, tombol

Selang = dict[str, tuple[float, float]]


def baris_bobot_indeks(meja: MejaIndeks, induk: str, dikunci: Collection[str] = ()) -> list[dict[str, Any]]:
    """Return one row of `BarisBobot` per child of `induk` (SEMUA for the klaster), numbers in percent.

    `selang` is where the last change between two years keeps its sign; not
    shown while a weight is locked, because then not all siblings give way.
    """
    semua, resmi = bagian_bobot(meja.kota.indeks), bagian_bobot(meja.kota_resmi.indeks)[induk]
    bagian = semua[induk]
    persen, selang = bulatkan_jumlah(bagian, 100.0), {} if dikunci else _selang(meja, induk)
    return [
        {
            "kode": k,
            "nama": _nama(meja, induk, k),
            "uraian": meja.siap.instrumen.klaster_of(k).judul_pendek if induk == SEMUA else k,
            "persen": persen[k],
            "poin": _sebut_nilai(meja, induk, k),
            "resmi": round(100 * resmi[k], 3),
            "rendah": batas_persen(bagian, k, dikunci)[0],
            "tinggi": batas_persen(bagian, k, dikunci)[1],
            "dikunci": k in dikunci,
            "berubah": abs(bagian[k] - resmi[k]) > 1e-6,
            "selang": [round(100 * t, 2) for t in selang[k]] if k in selang else None,
            "selang_teks": _sebut_selang(meja, selang.get(k)),
            "anak": induk == SEMUA and len(semua[k]) > 1,
        }
        for k in bagian
    ]


def _nama(meja: MejaIndeks, induk: str, kode: str) -> str:
    return meja.siap.instrumen.klaster_of(kode).sebutan_pendek if induk == SEMUA else kode


def _selang(meja: MejaIndeks, induk: str) -> Selang:
    kota = meja.kota
    dua = kota.hasil_sebanding
    if dua is None:
        return {}
    tabel = selang_bobot(dua, [kota.sebelumnya, kota.tahun], induk).dropna(subset=["bawah", "atas"])
    return {str(k): (b, a) for (_i, k), b, a in zip(tabel.index, tabel["bawah"], tabel["atas"], strict=True)}


def _sebut_selang(meja: MejaIndeks, selang: tuple[float, float] | None) -> str:
    kota = meja.kota
    if selang is None or kota.hasil_sebanding is None:
        return ""
    naik = kota.hasil_sebanding.nilai[kota.tahun] >= kota.hasil_sebanding.nilai[kota.sebelumnya]
    tinggi, rendah = (kota.tahun, kota.sebelumnya) if naik else (kota.sebelumnya, kota.tahun)
    kalimat = _("{tinggi} di atas {rendah} selama bobot ini antara {bawah} % dan {atas} %")
    bawah, atas = (format_angka(100 * t, 1) for t in selang)
    return kalimat.format(tinggi=tinggi, rendah=rendah, bawah=bawah, atas=atas)


def _sebut_nilai(meja: MejaIndeks, induk: str, kode: str) -> str:
    kota = meja.kota
    if kota.hasil is None:
        return "–"
    if induk == SEMUA:
        nilai = kota.klaster.get(kode, (None, 0.0))[0]
    else:
        n = float(kota.hasil.normalisasi.tabel.loc[kota.tahun, kode])
        nilai = None if n != n else n * kota.indeks.skala
    return "–" if nilai is None else format_angka(nilai, kota.indeks.desimal)


class PanelBobotIndeks:
    """The sliders; `buka` is the klaster whose measures are shown, or SEMUA."""

    def __init__(self, meja: MejaIndeks) -> None:
        self._meja, self.buka = meja, SEMUA
        self.kembali = tombol(_("◂ Semua klaster"), lambda: self._buka(SEMUA))
        self.judul, self.pesan = w.HTML(), w.HTML()
        self.baris = BarisBobot(self._terima)
        self.baris.teks = {**self.baris.teks, "buka": _("Buka ukuran"), "resmi": _("di berkas")}
        self.akar = w.VBox([baris(self.judul, self.kembali), self.baris, w.HTML(_legenda()), self.pesan])
        self.akar.add_class("skp-bagian")
        self._perbarui()
        meja.dengar(self._perbarui)

    def _terima(self, kata: dict[str, Any]) -> None:
        """Take in what the rows tell; see BarisBobot."""
        if "buka" in kata:
            self._buka(str(kata["buka"]))
        elif "kunci" in kata:
            self._meja.kunci_bobot(str(kata["kunci"]), bool(kata["ya"]))
        else:
            salah = self._meja.geser(self.buka, str(kata["kode"]), float(kata["ke"]) / 100)
            self.pesan.value = pesan(salah, "alert")

    def _buka(self, induk: str) -> None:
        with self._meja.kunci:
            self.buka = induk
            self._meja.beri_tahu()

    def _perbarui(self) -> None:
        isi = baris_bobot_indeks(self._meja, self.buka, self._meja.dikunci)
        if self.buka == SEMUA:
            kepala = _("Bobot klaster: jumlahnya 100 %")
        else:
            klaster = self._meja.siap.instrumen.klaster_of(self.buka).sebutan_pendek
            kepala = _("Bobot ukuran di {klaster}").format(klaster=klaster)
        self.judul.value = judul(kepala, 3)
        self.kembali.layout.display = "none" if self.buka == SEMUA else ""
        with self.baris.hold_sync():
            self.baris.skala = batas_skala(isi)
            self.baris.baris = isi


def _legenda() -> str:
    contoh = _("Pita: selama bobot di sini, naik atau turunnya sejak nilai sebelumnya tetap. Garis: bobot di berkas.")
    tombol_ = _("Panah menggeser 0,5 %; Shift dan panah sepuluh kalinya.")
    return f'<p class="skp-catatan"><span class="skp-contoh-pita"></span>{contoh} {tombol_}</p>'
