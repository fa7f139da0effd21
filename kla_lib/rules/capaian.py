"""Load from which difference on an outcome has changed, and what counts as many or few points."""

from typing import Literal

from pydantic import Field, model_validator

from kla_lib.bahasa import _, format_angka
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.yaml import Aturan, load_yaml
from kla_lib.tabel.nama import kunci_nama

BERKAS = "capaian.yaml"

MUTLAK, NISBI = "mutlak", "nisbi"


class Bersumber(Aturan):
    """A value of ours or of others.  sumber: where it is from, or the word anggapan; alasan: why it is so much."""

    sumber: str = Field(min_length=1)
    alasan: str = Field(min_length=1)


class BedaTerkecil(Bersumber):
    """The smallest difference that means anything, for the measures that it fits; what is left out fits all.

    cara: in the measure's own unit, or as a share of the figure before.
    """

    ukuran: tuple[str, ...] = ()
    satuan: str | None = None
    jenis_sumber: Literal["survei", "rutin", "administrasi"] | None = None
    cara: Literal["mutlak", "nisbi"]
    besaran: float = Field(gt=0, allow_inf_nan=False)

    def cocok(self, ukuran: str, satuan: str, jenis_sumber: str) -> bool:
        """Whether it is about such a series."""
        return (
            (not self.ukuran or kunci_nama(ukuran) in map(kunci_nama, self.ukuran))
            and (self.satuan is None or kunci_nama(self.satuan) == kunci_nama(satuan))
            and self.jenis_sumber in (None, jenis_sumber)
        )

    def berarti(self, lama: float, baru: float) -> bool:
        """Whether two figures differ by as much; the last digit of a float is no difference."""
        batas = self.besaran * (1.0 if self.cara == MUTLAK else abs(lama))
        return abs(baru - lama) >= batas - 1e-9 and baru != lama


class BagianPoin(Bersumber):
    """Shares (0 to 1) of the highest points: from `tinggi` on many, below `rendah` few."""

    tinggi: float = Field(ge=0, le=1)
    rendah: float = Field(ge=0, le=1)

    @model_validator(mode="after")
    def _check_urutan(self) -> "BagianPoin":
        if self.rendah > self.tinggi:
            raise ValueError(
                _("rendah ({rendah}) lebih besar dari tinggi ({tinggi})").format(
                    rendah=format_angka(self.rendah), tinggi=format_angka(self.tinggi)
                )
            )
        return self


class AturanCapaian(Aturan):
    """How figures of two years and shares of points are read."""

    beda_terkecil: tuple[BedaTerkecil, ...] = Field(min_length=1)
    bagian_poin: BagianPoin

    @model_validator(mode="after")
    def _check_akhir(self) -> "AturanCapaian":
        akhir = self.beda_terkecil[-1]
        if (akhir.ukuran, akhir.satuan, akhir.jenis_sumber) != ((), None, None):
            raise ValueError(_("beda_terkecil yang terakhir harus cocok dengan semua ukuran, tanpa syarat"))
        return self

    def beda(self, ukuran: str, satuan: str, jenis_sumber: str) -> BedaTerkecil:
        """Return the first difference that fits a series; the last one fits all."""
        return next(b for b in self.beda_terkecil if b.cocok(ukuran, satuan, jenis_sumber))


@sekali
def load_capaian(params: Params) -> AturanCapaian:
    """Return the rule; KlaError with place, fault and remedy where its file is wrong."""
    return load_yaml(params.path(BERKAS), AturanCapaian)
