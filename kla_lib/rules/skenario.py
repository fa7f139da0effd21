"""Describe a scenario: what it changes, who made it, why, and on which data."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, field_validator

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import SKENARIO, Params
from kla_lib.rules.yaml import Aturan, load_yaml

Bacaan = Literal["instrumen_lain", "prioritas_kerja"]
INSTRUMEN_LAIN: Bacaan = "instrumen_lain"
PRIORITAS_KERJA: Bacaan = "prioritas_kerja"

StatusDokumen = Literal["lengkap", "kurang", "tidak_ada", "belum_diperiksa"]

NAMA = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
PANJANG_NAMA = 60
PANJANG_ALASAN = 480

Bagian = Annotated[float, Field(gt=0, le=1)]
Poin = Annotated[float, Field(ge=0, allow_inf_nan=False)]


class IsiSkenario(Aturan):
    """What a scenario changes; empty, it is the official result.

    bacaan: what other weights mean.  instrumen_lain: what if the form weighed
    so, which changes the points; prioritas_kerja: what to look at first, which
    changes no points.
    bobot: shares (0 to 1) of the siblings' total, by klaster or indikator;
    siblings that are not named share the rest in the form's proportions.
    nilai: points on the form's own scale, by "21A/4a", "21A" or, where the
    book marks it so, "klaster_1".  status: of documents, by their id.
    berdokumen: questions of which the book records no document, tried as if
    theirs were complete; sorted, so that the order of ticking makes no other scenario.
    indeks: other weights of indices of outcomes, by the index's name: shares of
    the siblings' total, of every klaster, or of every measure of a klaster.
    """

    bacaan: Bacaan = INSTRUMEN_LAIN
    bobot: dict[str, Bagian] = Field(default_factory=dict)
    nilai: dict[str, Poin] = Field(default_factory=dict)
    status: dict[str, StatusDokumen] = Field(default_factory=dict)
    berdokumen: tuple[str, ...] = ()
    indeks: dict[str, dict[str, Bagian]] = Field(default_factory=dict)

    @field_validator("berdokumen")
    @classmethod
    def _check_berdokumen(cls, kode: tuple[str, ...]) -> tuple[str, ...]:
        dobel = sorted(k for k, n in Counter(kode).items() if n > 1)
        if dobel:
            raise ValueError(_("'{kode}' ditulis dua kali").format(kode=dobel[0]))
        return tuple(sorted(kode))

    @property
    def kosong(self) -> bool:
        """Whether nothing is changed."""
        return self.hanya_indeks and not self.indeks

    @property
    def hanya_indeks(self) -> bool:
        """Whether nothing of the points is changed."""
        return not (self.bobot or self.nilai or self.status or self.berdokumen)

    @property
    def simulasi(self) -> bool:
        """Whether points are weighed otherwise than by the form, so that no category may be claimed."""
        return bool(self.bobot) and self.bacaan == INSTRUMEN_LAIN


class Skenario(IsiSkenario):
    """A saved scenario.  hash_data: of the data book that it was made on."""

    nama: str = Field(max_length=PANJANG_NAMA)
    penulis: str = Field(min_length=1, max_length=80)
    alasan: str = Field(min_length=1, max_length=PANJANG_ALASAN)
    dibuat: date
    instrumen: str
    hash_data: str

    @field_validator("nama")
    @classmethod
    def _check_nama(cls, nama: str) -> str:
        if not NAMA.fullmatch(nama):
            raise ValueError(
                _("nama '{nama}' bukan huruf kecil, angka, dan tanda hubung, misalnya dokumen-kesehatan").format(
                    nama=nama
                )
            )
        return nama

    @field_validator("penulis", "alasan")
    @classmethod
    def _check_isi(cls, teks: str) -> str:
        if not teks.strip():
            raise ValueError(_("isinya kosong"))
        return teks

    @property
    def isi(self) -> IsiSkenario:
        """What it changes, without its name and its author."""
        return IsiSkenario(**{k: getattr(self, k) for k in IsiSkenario.model_fields})


def usul_nama(teks: str) -> str:
    """Return a name that can be a file's from any words: "Dokumen Kesehatan!" becomes "dokumen-kesehatan"."""
    return re.sub(r"[^a-z0-9]+", "-", teks.casefold()).strip("-")[:PANJANG_NAMA].strip("-")


def paling_panjang(kotak: str) -> int:
    """Return how many characters a scenario's file takes for its author or its reason."""
    batas: list[int] = [m.max_length for m in Skenario.model_fields[kotak].metadata if hasattr(m, "max_length")]
    return min(batas)


def check_isian(nama: str, penulis: str, alasan: str) -> None:
    """Refuse a scenario without name, author or reason, all faults at once.

    nama: as a file's name, empty where the words held no letter and no digit.
    """
    salah = []
    if not nama:
        salah.append(_kotak(_("nama"), _("belum diisi"), _("Tulis beberapa kata, misalnya dokumen kesehatan.")))
    for kunci, kotak, isi in (("penulis", _("penulis"), penulis), ("alasan", _("alasan"), alasan)):
        batas = paling_panjang(kunci)
        if not isi.strip():
            salah.append(_kotak(kotak, _("belum diisi"), _("Pembaca lain perlu tahu siapa dan mengapa.")))
        elif len(isi.strip()) > batas:
            pesan = _("{n} huruf, paling banyak {batas}").format(n=len(isi.strip()), batas=batas)
            salah.append(_kotak(kotak, pesan, _("Pendekkan.")))
    if salah:
        raise KlaError(salah)


def _kotak(kotak: str, salah: str, perbaikan: str) -> Kesalahan:
    return Kesalahan("isian", _("kotak {nama}").format(nama=kotak), salah, perbaikan)


def daftar_skenario(params: Params) -> list[str]:
    """Return the names of the saved scenarios, sorted."""
    return list(params.daftar(SKENARIO))


def load_skenario(params: Params, skenario: str | Path) -> Skenario:
    """Return a scenario by its name, or by the path of its YAML file.

    The name inside the file must be the file's: outputs are kept under it.
    """
    path = Path(skenario)
    if path.suffix != ".yaml":
        if not NAMA.fullmatch(str(skenario)):  # a way out of the folder is no name
            check_dikenal(params, [str(skenario)])
        path = params.path(f"{SKENARIO}/{skenario}.yaml")
    hasil = load_yaml(path, Skenario)
    if hasil.nama != path.stem:
        raise KlaError(
            Kesalahan(
                "nama",
                nama_tampil(path),
                _("nama '{nama}' berbeda dari nama berkas '{berkas}'").format(nama=hasil.nama, berkas=path.stem),
                _("Samakan keduanya: keluaran disimpan menurut nama."),
            )
        )
    return hasil


def check_dikenal(params: Params, nama: Iterable[str]) -> None:
    """Refuse names of scenarios that are not saved, with the nearest one that is."""
    ada = daftar_skenario(params)
    asing = [n for n in nama if n not in ada]
    if asing:
        raise KlaError(
            Kesalahan(
                "skenario",
                nama_tampil(params.tempat(SKENARIO)[0]),
                _("skenario '{nama}' tidak ada").format(nama=n),
                maksud(n, ada) or _("Simpan dulu satu skenario di 20_skenario."),
            )
            for n in asing
        )
