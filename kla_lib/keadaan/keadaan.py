"""Load all that the views of one meeting share: meeting, city, book, form, scores."""

from dataclasses import dataclass, replace
from functools import cached_property

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.pribadi.pribadi_rapat import check_rapat
from kla_lib.data.pribadi.samar import mask_buku
from kla_lib.data.skenario import check_skenario
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import Daerah, load_daerah
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.kategori import DaftarKategori, load_kategori
from kla_lib.rules.params import Params
from kla_lib.rules.privasi import INTERNAL, PUBLIK, UNTUK, load_privasi
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.rules.skenario import IsiSkenario, load_skenario
from kla_lib.rules.verifikasi import Pasangan, Verifikasi, load_verifikasi
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.peluang import PELUANG_TERKECIL
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan, forecast, langkah_tersisa
from kla_lib.scoring.perkiraan.regim import riwayat_daerah
from kla_lib.scoring.perkiraan.susunan import Susunan, susunan_of
from kla_lib.scoring.skenario.skenario import apply_skenario


@dataclass(frozen=True)
class Keadaan:
    """One meeting with everything loaded and scored.

    `hasil` is None where the book records no marks at the meeting's stage.
    resmi: the same meeting without the scenario under which this one is
    scored; None where there is no scenario.
    untuk: PUBLIK or INTERNAL.  For the public the book is masked as it comes
    in, so that nothing made from a meeting can show what it hides.
    """

    params: Params
    rapat: Rapat
    daerah: Daerah
    buku: Buku
    kategori: DaftarKategori
    hasil: Hasil | None
    skenario: IsiSkenario | None = None
    resmi: "Keadaan | None" = None
    untuk: str = PUBLIK

    def __post_init__(self) -> None:
        object.__setattr__(self, "buku", mask_buku(self.buku, load_privasi(self.params), self.untuk))

    @property
    def internal(self) -> bool:
        """Whether its pages may show what the public must not see, and so must not be passed on."""
        return self.untuk == INTERNAL

    def dengan(self, skenario: IsiSkenario) -> "Keadaan":
        """Return the meeting under a scenario that fits its book; the official one is kept beside it."""
        resmi = self.resmi or self
        if resmi.hasil is None:
            return replace(resmi, skenario=skenario, resmi=resmi)
        buku = apply_skenario(resmi.buku, skenario, resmi.rapat.tahap)
        return replace(
            resmi,
            buku=buku,
            hasil=score_buku(buku, resmi.rapat.tahap, resmi.kategori),
            skenario=skenario,
            resmi=resmi,
        )

    @property
    def simulasi(self) -> bool:
        """Whether the points are weighed otherwise than by the form, so that no category may be claimed."""
        return self.skenario is not None and self.skenario.simulasi

    @property
    def instrumen(self) -> Instrumen:
        return self.buku.instrumen

    @property
    def capaian(self) -> pd.DataFrame | None:
        """The measurements that may be shown: small counts of persons are already hidden."""
        return self.buku.capaian

    @property
    def verifikasi(self) -> Verifikasi:
        """What a forecast of this year rests on."""
        return load_verifikasi(self.params, self.buku.keterangan.tahun_evaluasi)

    @property
    def riwayat(self) -> tuple[Pasangan, ...]:
        """The region's own published pairs from earlier years."""
        return riwayat_daerah(self.verifikasi, self.daerah.nama, self.buku.keterangan.tahun_evaluasi)

    @cached_property
    def susunan(self) -> Susunan | None:
        """The points as a forecast needs them; None where there is nothing to forecast.

        That is without marks, with none above zero, and where the marks are final.
        """
        if self.hasil is None or not self.hasil.diklaim or not langkah_tersisa(self.verifikasi, self.hasil.tahap):
            return None
        return susunan_of(self.buku, self.hasil)

    @cached_property
    def perkiraan(self) -> Perkiraan | None:
        """The forecast of the final score, that of `kla score`; None where there is nothing to forecast.

        The first one in a process takes half a second, so a page asks for it only if it shows it.
        """
        if self.hasil is None or self.susunan is None:
            return None
        return forecast(self.susunan, self.verifikasi, self.kategori, self.hasil.tahap, riwayat=self.riwayat)

    @property
    def kategori_dipegang(self) -> str:
        """The category that the page watches: the target, or the best one below it with a fair chance.

        Where no category has one it is the lowest.  Raises ValueError where nothing is forecast.
        """
        p = self.perkiraan
        if p is None:
            raise ValueError("no forecast, so nothing to hold")
        urutan = [k.id for k in self.kategori.kategori]
        calon = urutan[: urutan.index(self.rapat.sasaran) + 1]
        return next((k for k in reversed(calon) if p.terjangkau[k] and p.mencapai[k] >= PELUANG_TERKECIL), urutan[0])


def load_keadaan(params: Params, rapat: str | Rapat, skenario: str = "", untuk: str = PUBLIK) -> Keadaan:
    """Return a meeting by its id, or a loaded meeting with all that belongs to it.

    skenario: name of a saved scenario under which it is scored; empty for the
    official result.  untuk: PUBLIK or INTERNAL.  Raises KlaError for a faulty
    file, where meeting and book contradict each other, for a scenario that
    does not fit the book, and for another reader than those two.
    """
    _check_untuk(untuk)
    if isinstance(rapat, str) and (rapat, skenario, untuk) in _SIAP:
        return _SIAP[rapat, skenario, untuk]
    r = rapat if isinstance(rapat, Rapat) else load_rapat(params, rapat)
    daerah = load_daerah(params, r.daerah)
    pribadi = check_rapat(params, r, daerah)
    if pribadi:
        raise KlaError(pribadi)
    buku = load_buku(params, r.path_buku)
    beda = [
        Kesalahan(
            "tidak_cocok",
            nama_tampil(r.path),
            _("{kunci} '{rapat}' berbeda dari buku data ('{buku}')").format(kunci=kunci, rapat=a, buku=b),
            _("Samakan berkas rapat dan lembar Keterangan."),
            sel=_("kunci {kunci}").format(kunci=kunci),
        )
        for kunci, a, b in (
            ("daerah", r.daerah, buku.keterangan.daerah),
            ("instrumen", r.instrumen, buku.keterangan.instrumen),
        )
        if a != b
    ]
    if beda:
        raise KlaError(beda)
    kategori = load_kategori(params, buku.keterangan.tahun_evaluasi)
    ada = r.tahap in buku.tahap_tersedia()
    hasil = score_buku(buku, r.tahap, kategori) if ada else None
    keadaan = Keadaan(params, r, daerah, buku, kategori, hasil, untuk=untuk)
    if not skenario:
        return keadaan
    dipakai = load_skenario(params, skenario)
    check_skenario(dipakai, buku, r.tahap)
    keadaan = keadaan.dengan(dipakai)
    return replace(keadaan, kategori=kategori.sebagai_simulasi()) if keadaan.simulasi else keadaan


def _check_untuk(untuk: str) -> None:
    if untuk not in UNTUK:  # a misspelt one must not open what the public must not see
        raise KlaError(Kesalahan("untuk", "untuk", _("'{isi}' tidak dikenal").format(isi=untuk), maksud(untuk, UNTUK)))


_SIAP: dict[tuple[str, str, str], Keadaan] = {}


def siapkan_keadaan(keadaan: Keadaan, skenario: str = "") -> None:
    """Let this process, and those forked from it, find a meeting loaded under its id.

    For a batch only: all its packs then rest on the same data, even if the
    book is saved meanwhile.
    """
    _SIAP[keadaan.rapat.id, skenario, keadaan.untuk] = keadaan
