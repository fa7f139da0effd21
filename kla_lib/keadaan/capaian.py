"""What the measurements of a meeting say of the children: where they go, the points beside them, the index."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kla_lib.errors import Kesalahan, KlaError
from kla_lib.keadaan.indeks import IndeksKota, indeks_kota
from kla_lib.rules.capaian import AturanCapaian, load_capaian
from kla_lib.scoring.indeks.perubahan import Gerak, PoinCapaian, gerak_capaian, poin_capaian
from kla_lib.scoring.indeks.terpilah import Terpilah, status_terpilah

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan
    from kla_lib.keadaan.lingkup import Lingkup


@dataclass(frozen=True)
class CapaianRapat:
    """The outcomes of one meeting, from the measurements as they may be shown."""

    keadaan: "Keadaan"

    @property
    def aturan(self) -> AturanCapaian:
        """From which difference on something has changed."""
        return load_capaian(self.keadaan.params)

    @cached_property
    def gerak(self) -> tuple[Gerak, ...]:
        """Every series of the whole city that has a figure."""
        k = self.keadaan
        return gerak_capaian(k.capaian, k.buku.keterangan.daerah, self.aturan)

    @cached_property
    def poin(self) -> tuple[PoinCapaian, ...]:
        """Every indikator with its points and its outcomes; none without marks."""
        h = self.keadaan.hasil
        if h is None:
            return ()
        return poin_capaian(h.indikator, self.gerak, self.aturan, h.terdukung is not None)

    def gerak_milik(self, lingkup: "Lingkup") -> list[Gerak]:
        """Return the series of a view's klaster; what belongs to no indikator stands only in the whole."""
        rumah = self.keadaan.rumah_indikator
        return [g for g in self.gerak if lingkup.memuat_klaster(rumah.get(g.indikator or ""))]

    def poin_milik(self, lingkup: "Lingkup") -> list[PoinCapaian]:
        """Return the indikator of a view's klaster."""
        rumah = self.keadaan.rumah_indikator
        return [p for p in self.poin if lingkup.memuat_klaster(rumah[p.indikator])]

    @cached_property
    def terpilah(self) -> tuple[Terpilah, ...]:
        """By what every measure is split."""
        k = self.keadaan
        kecamatan = sum(w.tingkat == "kecamatan" for w in k.daerah.wilayah)
        return status_terpilah(k.buku.capaian, k.buku.keterangan.daerah, kecamatan)

    def terpilah_milik(self, lingkup: "Lingkup") -> list[Terpilah]:
        """Return the measures of a view's klaster."""
        rumah = self.keadaan.rumah_indikator
        return [t for t in self.terpilah if lingkup.memuat_klaster(rumah.get(t.indikator or ""))]

    @cached_property
    def _indeks(self) -> IndeksKota | tuple[Kesalahan, ...]:
        try:
            return indeks_kota(self.keadaan)
        except KlaError as e:  # a meeting is held all the same; its pages say why there is no index
            return tuple(e.kesalahan)

    @property
    def indeks(self) -> IndeksKota | None:
        """The index in force; None where its file or the figures cannot be used, as `indeks_salah` says."""
        return self._indeks if isinstance(self._indeks, IndeksKota) else None

    @property
    def indeks_salah(self) -> tuple[Kesalahan, ...]:
        """Why there is no index."""
        return () if isinstance(self._indeks, IndeksKota) else self._indeks
