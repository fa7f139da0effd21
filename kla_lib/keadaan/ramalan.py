"""Draw the region of a meeting once, and forecast its final score from that under every scenario."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kla_lib.keadaan.model import ModelPerkiraan, load_model
from kla_lib.rules.bukti.pengamatan import load_bukti
from kla_lib.rules.bukti.rekor import Rekor, rekor
from kla_lib.scoring.perkiraan.bukti import BanyakBukti, hitung_bukti
from kla_lib.scoring.perkiraan.ketepatan import hasil_per_tahap
from kla_lib.scoring.perkiraan.perkiraan import Kenaikan, Perkiraan, forecast, kenaikan_lengkap
from kla_lib.scoring.perkiraan.susunan import Susunan
from kla_lib.scoring.perkiraan.undian import Asal, Undian, undi

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan


@dataclass(frozen=True)
class RamalanRapat:
    """What is forecast of one meeting; `undian` and `segar` raise ValueError where there is nothing to forecast."""

    keadaan: "Keadaan"

    @property
    def model(self) -> ModelPerkiraan:
        """The fitted model."""
        return load_model(self.keadaan.params, self.keadaan.buku.keterangan.tahun_evaluasi)

    @property
    def bukti(self) -> BanyakBukti:
        """How much evidence the model rests on."""
        return hitung_bukti(load_bukti(self.keadaan.params))

    @property
    def tahun_penghargaan(self) -> int:
        """The year in which the evaluated year is awarded."""
        return self.keadaan.buku.keterangan.tahun_evaluasi + 1

    @cached_property
    def rekor(self) -> Rekor | None:
        """The region's last official outcome before the award that is forecast; None where none is known."""
        return rekor(self.keadaan.params, self.keadaan.daerah, self.tahun_penghargaan)

    @cached_property
    def undian(self) -> Mapping[str, Undian]:
        """The draws of the region by setting, the same under every scenario."""
        return self._undi(self.rekor, 0) if self._dasar is self else self._dasar.undian

    @cached_property
    def segar(self) -> Mapping[str, Undian]:
        """Other draws of the same region, for testing what was chosen on the first."""
        return self._undi(self.rekor, 1) if self._dasar is self else self._dasar.segar

    def terpisah(self, benih: int) -> Undian:
        """Return draws with a chance of their own, for comparing regions.

        `undian` gives every region the same luck.  The model's own draws stay
        side by side: what is not known of verification is the same for all
        (a region with a record has its draws chosen anew, so for it only nearly).
        """
        return self._undi(self.rekor, benih)[self.keadaan.setelan]

    @cached_property
    def perkiraan(self) -> Perkiraan | None:
        """The forecast of the final score; None where there is nothing to forecast."""
        return None if self.keadaan.susunan is None else self._ramal(self.keadaan.susunan, self.undian)

    @cached_property
    def tanpa_rekor(self) -> Perkiraan | None:
        """The forecast as it would be without the region's record; None where none was used."""
        s = self.keadaan.susunan
        return None if s is None or self.rekor is None else self._ramal(s, self._dasar._undi(None, 0))

    @cached_property
    def kenaikan(self) -> Kenaikan | None:
        """What completing all documents that can still be completed would bring.

        None where nothing is forecast, where a verifier has seen the points
        already, and where all are complete.
        """
        s = self.keadaan.susunan
        if s is None or self.keadaan.rapat.tahap != "em":
            return None
        k = kenaikan_lengkap(s, self.undian, self.keadaan.kategori, self.keadaan.nanti, self.keadaan.setelan)
        return k if k.dilengkapi else None

    @property
    def _dasar(self) -> "RamalanRapat":
        """That of the meeting which the region is drawn from: the official one, where it has points."""
        resmi = self.keadaan.resmi
        return self if resmi is None or resmi.susunan is None else resmi.ramalan

    def _undi(self, rekor: Rekor | None, lanjut: int) -> dict[str, Undian]:
        k = self.keadaan
        if k.susunan is None:
            raise ValueError("nothing is forecast, so nothing is drawn")
        v, terverifikasi = k.verifikasi, k.rapat.tahap != "em"
        asal = Asal(
            k.susunan.diklaim,
            terverifikasi,
            hasil_per_tahap(k.buku, k.kategori).get("em") if terverifikasi else None,
            self.tahun_penghargaan,
            None if rekor is None else (rekor.tahun, rekor.rendah, rekor.tinggi),
        )
        return {
            nama: undi(asal, m, self.model.perpindahan, v.batas_hasil, v.seed + lanjut)
            for nama, m in self.model.setelan.items()
        }

    def _ramal(self, susunan: Susunan, undian: Mapping[str, Undian]) -> Perkiraan:
        k = self.keadaan
        return forecast(susunan, undian, k.kategori, k.rapat.tahap, k.verifikasi.seed, k.setelan)
