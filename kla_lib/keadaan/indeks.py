"""The index of outcomes of a meeting's city: its years, the one that is told, and what two years have in common."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.indeks import BAWAAN, Indeks, load_indeks
from kla_lib.scoring.indeks.audit import Audit, audit
from kla_lib.scoring.indeks.bobot import apply_bobot_indeks
from kla_lib.scoring.indeks.capaian import Bahan, bahan_kota, bahan_wilayah
from kla_lib.scoring.indeks.hitung import HasilIndeks, bulatkan, compute_indeks, compute_sebanding, reweigh
from kla_lib.scoring.indeks.ketidakpastian import (
    BAGIAN,
    Ketidakpastian,
    Peluang,
    peluang_lebih_tinggi,
    vary_indeks,
)
from kla_lib.scoring.indeks.pengaruh import Pengaruh, pengaruh_nilai

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan


@dataclass(frozen=True)
class IndeksKota:
    """An index over the years of a city.

    hasil: None where the book has no figure of any measure.  tahun: the year
    that is told, None likewise.
    """

    indeks: Indeks
    daerah: str
    bahan: Bahan
    hasil: HasilIndeks | None
    tahun: int | None

    def dengan_bobot(self, bobot: Mapping[str, float]) -> "IndeksKota":
        """Return it under the shares of a scenario; the year that is told stays."""
        indeks = apply_bobot_indeks(self.indeks, bobot)
        hasil = None if self.hasil is None else reweigh(self.hasil, indeks)
        return replace(self, indeks=indeks, hasil=hasil)

    @cached_property
    def audit(self) -> Audit | None:
        """What the measures are like over the years."""
        return None if self.hasil is None else audit(self.hasil, antarwaktu=True)

    @cached_property
    def nilai(self) -> float | None:
        """The value of the year that is told; None under the least cover."""
        return None if self.hasil is None else _angka(self.hasil.dibulatkan.loc[self.tahun])

    @property
    def cakupan(self) -> float:
        return 0.0 if self.hasil is None else float(self.hasil.cakupan.loc[self.tahun])

    @cached_property
    def klaster(self) -> dict[str, tuple[float | None, float]]:
        """Value and cover of every klaster in the year that is told."""
        h = self.hasil
        if h is None:
            return dict.fromkeys(self.indeks.klaster, (None, 0.0))
        nilai = bulatkan(h.klaster.loc[self.tahun], self.indeks.desimal)
        return {k: (_angka(nilai[k]), float(h.cakupan_klaster.loc[self.tahun, k])) for k in h.klaster}

    @cached_property
    def tahunan(self) -> list[tuple[int, float | None, float]]:
        """Every year with its value and its cover."""
        h = self.hasil
        return [] if h is None else [(int(t), _angka(n), float(h.cakupan[t])) for t, n in h.dibulatkan.items()]

    @property
    def sebelumnya(self) -> int | None:
        """The last year before with a value."""
        return next((t for t, n, _c in reversed(self.tahunan) if n is not None and t < (self.tahun or 0)), None)

    @cached_property
    def ketidakpastian(self) -> Ketidakpastian | None:
        """What other weights and another mean would make of the years."""
        return None if self.hasil is None else vary_indeks(self.hasil)

    @cached_property
    def rentang(self) -> tuple[float, float] | None:
        """The interval of the year that is told, rounded like its value; None where it has none."""
        k = self.ketidakpastian
        if k is None or self.nilai is None:
            return None
        bawah, atas = bulatkan(k.nilai.loc[self.tahun, ["bawah", "atas"]], self.indeks.desimal)
        return float(bawah), float(atas)

    @cached_property
    def pengaruh(self) -> Pengaruh | None:
        """Which choice moves the value of the year that is told."""
        return None if self.hasil is None or self.nilai is None else pengaruh_nilai(self.hasil, self.tahun)

    @cached_property
    def hasil_sebanding(self) -> HasilIndeks | None:
        """This year and the one before with a value, from the measures that both have; None where there is no such."""
        if self.hasil is None or self.sebelumnya is None or self.nilai is None:
            return None
        dua = compute_sebanding(self.hasil, self.sebelumnya, self.tahun)
        return None if dua is None or dua.nilai.isna().any() else dua

    @property
    def peluang_naik(self) -> Peluang | None:
        """In how many draws this year is higher than the one before, by what both have."""
        dua = self.hasil_sebanding
        return None if dua is None else peluang_lebih_tinggi(dua, self.tahun, self.sebelumnya)

    @property
    def sebanding(self) -> tuple[float | None, float | None] | None:
        """The year before and this one from what both have; None where both have the same, or there is nothing."""
        h, lalu = self.hasil, self.sebelumnya
        if h is None or lalu is None or self.nilai is None:
            return None
        ada = h.mentah.notna()
        if ada.loc[lalu].equals(ada.loc[self.tahun]):
            return None
        dua = self.hasil_sebanding
        return (None, None) if dua is None else (float(dua.dibulatkan[lalu]), float(dua.dibulatkan[self.tahun]))


def indeks_kota(keadaan: "Keadaan", nama: str = BAWAAN, tahun: int | None = None) -> IndeksKota:
    """Return an index over the years of a meeting's city, from the measurements as they may be shown.

    tahun: by default the last year with a value, else the last with any
    figure.  Raises KlaError for an unknown index, a year without figures, and
    figures that cannot be.
    """
    indeks, buku = load_indeks(keadaan.params, nama), keadaan.buku
    bahan = bahan_kota(keadaan.capaian, indeks, buku.keterangan.daerah, buku.nama)
    hasil = None if bahan.tabel.empty else compute_indeks(bahan.tabel, indeks, buku.nama)
    ada = [] if hasil is None else [int(t) for t in hasil.nilai.index]
    if tahun is not None and tahun not in ada:
        pesan = _("tidak ada angka untuk tahun {tahun}").format(tahun=tahun)
        perbaikan = (
            _("Tahun yang ada: {daftar}.").format(daftar=", ".join(map(str, ada)))
            if ada
            else _("Isi lembar Capaian dulu.")
        )
        raise KlaError(Kesalahan("tahun", buku.nama, pesan, perbaikan))
    if tahun is None and hasil is not None:
        bernilai = [int(t) for t in hasil.nilai.dropna().index]
        tahun = max(bernilai or ada)
    return IndeksKota(indeks, buku.keterangan.daerah, bahan, hasil, tahun)


def report_indeks(kota: IndeksKota, peringatan: list[str]) -> dict[str, Any]:
    """Return what `kla indeks --json` prints; `rentang` is null where the value is."""
    k, rentang = kota.ketidakpastian, kota.rentang
    dasar = None
    if k is not None and rentang is not None:
        galat = round(float(k.nilai.loc[kota.tahun, "galat"]), 6)
        dasar = {"bagian": BAGIAN, "undian": k.undian, "benih": k.benih, "galat": galat}
    return {
        "indeks": kota.indeks.nama,
        "satuan": kota.daerah,
        "tahun": kota.tahun,
        "nilai": kota.nilai,
        "cakupan": round(kota.cakupan, 6),
        "klaster": {k: {"nilai": n, "cakupan": round(c, 6)} for k, (n, c) in kota.klaster.items()},
        "rentang": None if rentang is None else list(rentang),
        "rentang_dasar": dasar,
        "peringatan": peringatan,
        "tahunan": [{"tahun": t, "nilai": n, "cakupan": round(c, 6)} for t, n, c in kota.tahunan],
    }


def _angka(nilai: Any) -> float | None:
    return float(nilai) if pd.notna(nilai) else None


def indeks_wilayah(keadaan: "Keadaan", indeks: Indeks) -> tuple[int, HasilIndeks] | None:
    """Return the index of the areas inside the city, in the last year in which one of them has a figure; else None."""
    capaian, buku = keadaan.capaian, keadaan.buku
    for tahun in sorted(set() if capaian is None else set(capaian["tahun"]), reverse=True):
        bahan = bahan_wilayah(capaian, indeks, buku.keterangan.daerah, int(tahun), buku.nama)
        if not bahan.tabel.empty:
            return int(tahun), compute_indeks(bahan.tabel, indeks, buku.nama)
    return None
