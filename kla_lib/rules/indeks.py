"""Load an index of outcomes: which measures enter it, how each is read, and how they become one number."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import nama_tampil
from kla_lib.rules.form.kepala import KLASTER
from kla_lib.rules.params import Params
from kla_lib.rules.yaml import Aturan, Letak, read_yaml, sebut_letak, validate
from kla_lib.tabel.nama import kunci_nama

INDEKS = "indeks"
BAWAAN = "hak-anak"
ANGGAPAN = "anggapan"
"""What stands in place of the source of a goalpost that we chose ourselves."""

Normalisasi = Literal[
    "acuan", "min_maks", "skor_z", "peringkat", "persentil", "jarak_target",
    "rasio_rata", "rasio_terbaik", "rasio_terburuk", "selisih_rata", "selisih_terburuk",
    "di_atas_di_bawah", "golongan", "tanpa",
]  # fmt: skip
Agregasi = Literal["aritmetik", "geometrik"]
Arah = Literal["naik_baik", "turun_baik"]
CaraBobot = Literal["diberikan", "sama", "anggaran"]
Bobot = Annotated[float, Field(ge=0, allow_inf_nan=False)]

ANGGARAN = 100
"""Points that one parent has to share out among its children, where weights are a budget."""

NAMA_RESMI = re.compile(
    r"\b(?:IPA|IPHA|IPKA)\b|indeks\s+(?:perlindungan|pemenuhan\s+hak|perlindungan\s+khusus)\s+anak", re.IGNORECASE
)
"""Indices of the ministry: its method is not published, so nothing of ours may be taken for one of them."""


class Titik(Aturan):
    """One goalpost, on the scale on which the measure is written.

    sumber: where it is from, or ANGGAPAN; alasan: then why just there.
    """

    nilai: float = Field(allow_inf_nan=False)
    sumber: str = Field(min_length=1)
    alasan: str = ""


class Acuan(Aturan):
    """The goalposts of a measure, the smaller number first; which end is the good one is told by `arah`."""

    bawah: Titik
    atas: Titik

    @model_validator(mode="after")
    def _check_jarak(self) -> "Acuan":
        bawah, atas = self.bawah.nilai, self.atas.nilai
        if bawah == atas:
            raise ValueError(_("titik acuan bawah dan atas sama ({nilai})").format(nilai=format_angka(atas)))
        if bawah > atas:
            raise ValueError(
                _("titik acuan bawah ({bawah}) lebih besar dari yang atas ({atas}); mana yang baik ditulis di arah")
                .format(bawah=format_angka(bawah), atas=format_angka(atas))
            )  # fmt: skip
        return self


class UkuranIndeks(Aturan):
    """One measure of an index.

    ukuran: its name in Capaian, or its column in a table; alias: other names
    of the same.  jenis_sumber: the one kind of source whose series is used.
    satuan: the unit that figures must have; "" takes any.  target: only for
    the distance to a target.  bobot: among the measures of its klaster.
    """

    ukuran: str = Field(min_length=1)
    klaster: str
    arah: Arah
    acuan: Acuan | None = None
    bobot: Bobot = 1
    jenis_sumber: Literal["survei", "rutin", "administrasi"] | None = None
    satuan: str = ""
    transformasi: Literal["tanpa", "log"] = "tanpa"
    target: float | None = Field(default=None, allow_inf_nan=False)
    alias: tuple[str, ...] = ()

    @property
    def semua_nama(self) -> tuple[str, ...]:
        return (self.ukuran, *self.alias)


class CaraAgregasi(Aturan):
    """How the measures of a klaster become its value, and how the klaster become the index."""

    klaster: Agregasi = "aritmetik"
    indeks: Agregasi = "aritmetik"


class Indeks(Aturan):
    """An index as it is written.

    klaster: the weight of each among the klaster.  cakupan_minimal: share of
    the weight that must have data for a value to be told.  skala: what the
    best value is called (1 or 100).  batasi: whether a value beyond a goalpost
    counts as standing on it.  desimal: of the value that is told and ranked.
    """

    nama: str = Field(min_length=1)
    judul: str = Field(min_length=1)
    uraian: str = ""
    klaster: dict[str, Bobot] = Field(min_length=1)
    ukuran: tuple[UkuranIndeks, ...] = Field(min_length=1)
    normalisasi: Normalisasi = "acuan"
    cara_bobot: CaraBobot = "diberikan"
    agregasi: CaraAgregasi = CaraAgregasi()
    cakupan_minimal: float = Field(default=0.65, ge=0, le=1)
    batasi: bool = True
    skala: float = Field(default=1, gt=0, allow_inf_nan=False)
    desimal: int = Field(default=3, ge=0, le=12)

    @property
    def nama_ukuran(self) -> list[str]:
        """The measures in the order of the file."""
        return [u.ukuran for u in self.ukuran]


def daftar_indeks(params: Params) -> list[str]:
    """Return the names of the indices, sorted."""
    return list(params.daftar(INDEKS))


def load_indeks(params: Params, nama: str = BAWAAN) -> Indeks:
    """Return an index over a data book by its name; its klaster are those of the form."""
    ada = daftar_indeks(params)
    if nama not in ada:
        tempat = nama_tampil(params.tempat(INDEKS)[0])
        raise KlaError(Kesalahan(INDEKS, tempat, _("indeks '{nama}' tidak ada").format(nama=nama), maksud(nama, ada)))
    path = params.path(f"{INDEKS}/{nama}.yaml")
    indeks, baris = _read(path)
    salah = [
        _salah(path, baris, ("klaster", k), "klaster", _("klaster '{klaster}' tidak dikenal").format(klaster=k),
               maksud(k, KLASTER))
        for k in indeks.klaster
        if k not in KLASTER
    ]  # fmt: skip
    if indeks.nama != path.stem:
        pesan = _("nama '{nama}' berbeda dari nama berkas '{berkas}'").format(nama=indeks.nama, berkas=path.stem)
        salah.append(_salah(path, baris, ("nama",), "nama", pesan, _("Samakan keduanya.")))
    if salah:
        raise KlaError(salah)
    return indeks


def read_indeks(path: Path) -> Indeks:
    """Return the index of a YAML file, over any table; its klaster may be groups of any name.

    Raises KlaError with file, line, key, value and remedy of every fault.
    """
    return _read(path)[0]


def _read(path: Path) -> tuple[Indeks, dict[Letak, int]]:
    isi, baris = read_yaml(path)
    indeks = validate(path, Indeks, isi, baris)
    salah = [_salah(path, baris, *s) for s in _faults(indeks)]
    if salah:
        raise KlaError(salah)
    return indeks, baris


Temuan = tuple[Letak, str, str, str]
"""Where, of which kind, what is wrong, what to write instead."""


def _salah(path: Path, baris: dict[Letak, int], letak: Letak, jenis: str, salah: str, perbaikan: str) -> Kesalahan:
    return Kesalahan(jenis, nama_tampil(path), salah, perbaikan, sel=sebut_letak(letak, baris))


def _faults(indeks: Indeks) -> Iterator[Temuan]:
    """Yield what is wrong between the parts of an index that are each right by themselves."""
    for kunci, teks in (("nama", indeks.nama), ("judul", indeks.judul)):
        if NAMA_RESMI.search(teks.replace("-", " ")):
            pesan = _("'{teks}' adalah nama indeks resmi kementerian").format(teks=teks)
            yield (kunci,), "nama", pesan, _("Pakai nama lain, supaya tidak disangka angka kementerian.")
    yield from _faults_ukuran(indeks)
    yield from _faults_bobot(indeks)


def _faults_ukuran(indeks: Indeks) -> Iterator[Temuan]:
    pemilik: dict[str, int] = {}
    for i, u in enumerate(indeks.ukuran):
        if u.klaster not in indeks.klaster:
            pesan = _("klaster '{klaster}' tidak dikenal").format(klaster=u.klaster)
            yield ("ukuran", i, "klaster"), "klaster", pesan, maksud(u.klaster, indeks.klaster)
        for nama in u.semua_nama:
            lain = pemilik.setdefault(kunci_nama(nama), i)
            if lain != i:
                pesan = _("ukuran '{ukuran}' sudah ada di isi ke-{n}").format(ukuran=nama, n=lain + 1)
                perbaikan = _("Hapus salah satunya; survei dan catatan rutin pun tidak dicampur: pilih satu.")
                yield ("ukuran", i, "ukuran"), "ukuran_ganda", pesan, perbaikan
        if indeks.normalisasi == "acuan" and u.acuan is None:
            pesan = _("ukuran '{ukuran}' belum punya titik acuan").format(ukuran=u.ukuran)
            perbaikan = _("Tulis acuan: bawah dan atas, masing-masing nilai dan sumber (atau kata anggapan).")
            yield ("ukuran", i), "acuan", pesan, perbaikan
        if indeks.normalisasi == "jarak_target" and u.target is None:
            pesan = _("ukuran '{ukuran}' belum punya target").format(ukuran=u.ukuran)
            yield ("ukuran", i), "target", pesan, _("Tulis target, atau pilih normalisasi lain.")
        if u.transformasi == "log" and u.acuan is not None and u.acuan.bawah.nilai <= 0:
            pesan = _("titik acuan bawah {nilai} tidak punya logaritma").format(nilai=format_angka(u.acuan.bawah.nilai))
            yield ("ukuran", i, "acuan"), "acuan", pesan, _("Tulis angka lebih dari 0, atau hapus transformasi.")


def _faults_bobot(indeks: Indeks) -> Iterator[Temuan]:
    induk: list[tuple[Letak, str, dict[str, float]]] = [(("klaster",), indeks.nama, dict(indeks.klaster))]
    for k in indeks.klaster:
        milik = {u.ukuran: u.bobot for u in indeks.ukuran if u.klaster == k}
        if milik:
            induk.append((("klaster", k), k, milik))
        else:
            pesan = _("klaster '{klaster}' tidak punya ukuran").format(klaster=k)
            yield ("klaster", k), "klaster", pesan, _("Tambahkan ukurannya, atau hapus klaster ini.")
    for letak, nama, bobot in induk:
        jumlah = sum(bobot.values())
        if jumlah == 0:
            pesan = _("jumlah bobot di bawah '{induk}' nol").format(induk=nama)
            yield letak, "bobot", pesan, _("Beri bobot lebih dari 0 kepada paling sedikit satu isinya.")
        elif indeks.cara_bobot == "anggaran" and abs(jumlah - ANGGARAN) > 1e-6:
            pesan = _("bobot di bawah '{induk}' berjumlah {jumlah}, bukan {anggaran}")
            pesan = pesan.format(induk=nama, jumlah=format_angka(jumlah), anggaran=ANGGARAN)
            yield letak, "bobot", pesan, _("Bagi {anggaran} poin kepada isinya.").format(anggaran=ANGGARAN)
        elif indeks.cara_bobot == "sama" and len(Counter(bobot.values())) > 1:
            pesan = _("bobot di bawah '{induk}' berbeda, padahal cara_bobot sama").format(induk=nama)
            yield letak, "bobot", pesan, _("Samakan bobotnya, atau tulis cara_bobot: diberikan.")
