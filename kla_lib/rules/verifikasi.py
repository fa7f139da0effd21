"""Load what the forecast of the final score rests on: published pairs of scores, and assumptions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field, model_validator

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params, sekali
from kla_lib.rules.rapat import Tahap
from kla_lib.rules.riwayat import yang_berlaku
from kla_lib.rules.sumber import Rujukan, check_rujukan
from kla_lib.rules.yaml import Aturan, load_yaml

BERKAS = "verifikasi.yaml"

Langkah = Literal["em_va", "va_vf"]
"""A step between two stages, named after the pairs that describe it."""

T = TypeVar("T")


class Pasangan(Aturan):
    """The scores (poin) of one region at two stages of one cycle."""

    daerah: str
    tahun: int
    dari: Tahap
    ke: Tahap
    nilai_dari: float = Field(gt=0)
    nilai_ke: float = Field(ge=0)
    sumber: tuple[Rujukan, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _check_turun(self) -> "Pasangan":
        if self.nilai_ke > self.nilai_dari:
            raise ValueError(_("nilai_ke melebihi nilai_dari"))
        return self

    @property
    def langkah(self) -> str:
        return f"{self.dari}_{self.ke}"

    @property
    def bagian(self) -> float:
        """The accepted share, 0 to 1."""
        return self.nilai_ke / self.nilai_dari


class Campuran(Aturan):
    """The shares of questions by the state of their documents; they add to 1."""

    lengkap: float = Field(ge=0, le=1)
    kurang: float = Field(ge=0, le=1)
    tidak_ada: float = Field(ge=0, le=1)

    @model_validator(mode="after")
    def _check_jumlah(self) -> "Campuran":
        if abs(self.lengkap + self.kurang + self.tidak_ada - 1) > TELITI:
            raise ValueError(_("lengkap, kurang dan tidak_ada tidak berjumlah 1"))
        return self


TELITI = 1e-9


class _Nilai(Aturan, Generic[T]):
    berlaku: date
    besaran: T
    sumber: Rujukan


class _Anggapan(Aturan, Generic[T]):
    uraian: str
    riwayat: tuple[_Nilai[T], ...] = Field(min_length=1)


Positif = Annotated[float, Field(gt=0)]
Bagian = Annotated[float, Field(gt=0, lt=1)]
Banyak = Annotated[int, Field(gt=0)]


class _DugaanAwal(Aturan):
    m0: _Anggapan[float]
    n0: _Anggapan[Positif]
    s0: _Anggapan[Positif]
    nu0: _Anggapan[Positif]


class _RiwayatSendiri(Aturan):
    tau: _Anggapan[Positif]
    omega: _Anggapan[Positif]


class _Dokumen(Aturan):
    lengkap: _Anggapan[float]
    kurang: _Anggapan[float]
    tidak_ada: _Anggapan[float]


class _DaftarCampuran(Aturan):
    rapi: _Anggapan[Campuran]
    acuan: _Anggapan[Campuran]
    longgar: _Anggapan[Campuran]


class _Kekuatan(Aturan):
    opd: _Anggapan[Positif]
    pertanyaan: _Anggapan[Positif]


class _DaftarLangkah(Aturan):
    em: _Anggapan[tuple[Langkah, ...]]
    va: _Anggapan[tuple[Langkah, ...]]
    vl: _Anggapan[tuple[Langkah, ...]]


class _Undian(Aturan):
    banyak: _Anggapan[Banyak]
    benih: _Anggapan[Banyak]


class _Satuan(Aturan):
    nilai: Literal["poin"]
    bagian: str
    logit: str


class _BerkasVerifikasi(Aturan):
    satuan: _Satuan
    pasangan: tuple[Pasangan, ...] = Field(min_length=1)
    dugaan_awal: _DugaanAwal
    bagian_tertinggi: _Anggapan[Bagian]
    riwayat_sendiri: _RiwayatSendiri
    dokumen: _Dokumen
    campuran: _DaftarCampuran
    kekuatan: _Kekuatan
    langkah: _DaftarLangkah
    undian: _Undian
    kotak_bobot: _Anggapan[Bagian]


@dataclass(frozen=True)
class Verifikasi:
    """What the forecast rests on, for one year.

    m0, n0, s0, nu0: prior of the logit of the accepted share (normal-inverse-gamma).
    tau, omega: standard deviations (logit) between regions and between years of one.
    beta: for each state of documents what it adds to the logit.
    campuran: the mixes of states assumed of the published regions; `acuan` is the main one.
    kekuatan_opd, kekuatan_pertanyaan: strengths of the two Betas; infinity means no spread.
    langkah: for each stage the steps that are left to the final one.
    kotak_bobot: by which share a reasonable weight of a klaster may differ.
    """

    pasangan: tuple[Pasangan, ...]
    m0: float
    n0: float
    s0: float
    nu0: float
    bagian_tertinggi: float
    tau: float
    omega: float
    beta: Mapping[str, float]
    campuran: Mapping[str, Campuran]
    kekuatan_opd: float
    kekuatan_pertanyaan: float
    langkah: Mapping[str, tuple[Langkah, ...]]
    draws: int
    seed: int
    kotak_bobot: float


@sekali
def load_verifikasi(params: Params, tahun: int | None = None) -> Verifikasi:
    """Return the pairs and the assumptions that hold for an evaluated year; without one, the newest.

    Raises KlaError for an unknown source, a pair written twice, and a year before the first assumption.
    """
    path = params.path(BERKAS)
    b = load_yaml(path, _BerkasVerifikasi)
    check_rujukan(params, nama_tampil(path), [*(s for p in b.pasangan for s in p.sumber), *_rujukan(b)])
    _check_ganda(path, b.pasangan)

    def kini(anggapan: _Anggapan[T]) -> T:
        return yang_berlaku(anggapan.riwayat, tahun, path)

    beta: dict[str, _Anggapan[float]] = dict(b.dokumen)
    campuran: dict[str, _Anggapan[Campuran]] = dict(b.campuran)
    langkah: dict[str, _Anggapan[tuple[Langkah, ...]]] = dict(b.langkah)
    hasil = Verifikasi(
        pasangan=b.pasangan,
        m0=kini(b.dugaan_awal.m0),
        n0=kini(b.dugaan_awal.n0),
        s0=kini(b.dugaan_awal.s0),
        nu0=kini(b.dugaan_awal.nu0),
        bagian_tertinggi=kini(b.bagian_tertinggi),
        tau=kini(b.riwayat_sendiri.tau),
        omega=kini(b.riwayat_sendiri.omega),
        beta={nama: kini(a) for nama, a in beta.items()},
        campuran={nama: kini(a) for nama, a in campuran.items()},
        kekuatan_opd=kini(b.kekuatan.opd),
        kekuatan_pertanyaan=kini(b.kekuatan.pertanyaan),
        langkah={nama: kini(a) for nama, a in langkah.items()},
        draws=kini(b.undian.banyak),
        seed=kini(b.undian.benih),
        kotak_bobot=kini(b.kotak_bobot),
    )
    _check_urut(path, hasil.beta)
    return hasil


def _rujukan(isi: Aturan) -> Iterator[Rujukan]:
    """Yield every source of a model and of the models in it, the pairs left out."""
    for nama, nilai in isi:
        if isinstance(nilai, Rujukan):
            yield nilai
        elif isinstance(nilai, Aturan):
            yield from _rujukan(nilai)
        elif isinstance(nilai, tuple) and nama == "riwayat":
            yield from (v.sumber for v in nilai)


def _check_ganda(path: Path, pasangan: tuple[Pasangan, ...]) -> None:
    kunci = [(p.daerah, p.tahun, p.dari, p.ke) for p in pasangan]
    ganda = sorted({k for k in kunci if kunci.count(k) > 1})
    if ganda:
        raise KlaError(
            Kesalahan(
                "ganda",
                nama_tampil(path),
                _("pasangan {daerah} {tahun} dari {dari} ke {ke} ditulis dua kali").format(
                    daerah=daerah, tahun=tahun, dari=dari, ke=ke
                ),
                _("Tulis sekali, dengan semua sumbernya; berita yang mengulang bukan bukti baru."),
            )
            for daerah, tahun, dari, ke in ganda
        )


def _check_urut(path: Path, beta: Mapping[str, float]) -> None:
    if not beta["lengkap"] >= beta["kurang"] >= beta["tidak_ada"]:
        raise KlaError(
            Kesalahan(
                "dokumen",
                nama_tampil(path),
                _("dokumen yang lebih baik mendapat angka lebih rendah: {beta}").format(beta=dict(beta)),
                _("Tulis lengkap paling tinggi, lalu kurang, lalu tidak_ada."),
            )
        )
