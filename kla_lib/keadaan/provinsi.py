"""Load the regions of a province one after the other, keep a summary of each, and see what follows over all."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np

from kla_lib.bahasa import _
from kla_lib.data.bentuk import KETERANGAN
from kla_lib.data.buku import AKHIRAN_BUKU
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan, load_keadaan_buku
from kla_lib.keadaan.ringkas_daerah import ringkas_daerah
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import nama_daerah
from kla_lib.rules.form.instrumen import Instrumen, load_instrumen
from kla_lib.rules.kategori import DaftarKategori, load_kategori
from kla_lib.rules.params import Params
from kla_lib.rules.provinsi import Provinsi
from kla_lib.rules.rapat import Rapat, load_rapat, path_buku
from kla_lib.rules.verifikasi import Verifikasi, load_verifikasi
from kla_lib.scoring.perkiraan.peluang import mencapai
from kla_lib.scoring.provinsi.klaim import KlaimKlaster, klaim_dan_periksa
from kla_lib.scoring.provinsi.lemah import (
    IndikatorLemah,
    JenisLemah,
    SoalLemah,
    indikator_lemah,
    jenis_lemah,
    soal_lemah,
)
from kla_lib.scoring.provinsi.mirip import Pasangan, SerbaPenuh, pasangan_mirip, serba_penuh
from kla_lib.scoring.provinsi.peringkat import (
    RentangPeringkat,
    banyak_mencapai,
    peringkat_bobot,
    rentang_peringkat,
)
from kla_lib.scoring.provinsi.ringkasan import RingkasDaerah

Maju = Callable[[int, int], None]


@dataclass(frozen=True)
class DaerahGagal:
    """A meeting or a book that could not be looked at, and what its owner can mend."""

    nama: str
    sebab: str


@dataclass(frozen=True)
class KeadaanProvinsi:
    """A province with all its regions, by name; each derived thing is worked out when it is first asked for.

    gagal: what could not be looked at.  belum: expected regions that no meeting and no book is about.
    lama: meetings that were passed over, because the same region has a later one.
    """

    provinsi: Provinsi
    instrumen: Instrumen
    kategori: DaftarKategori
    verifikasi: Verifikasi
    daerah: tuple[RingkasDaerah, ...]
    gagal: tuple[DaerahGagal, ...]
    belum: tuple[str, ...]
    lama: tuple[str, ...]

    @property
    def diramal(self) -> list[RingkasDaerah]:
        """The regions of which a final score is forecast."""
        return [d for d in self.daerah if d.total is not None]

    @property
    def lengkap_klaster(self) -> list[RingkasDaerah]:
        """The regions that claim points in every klaster, so that they can be weighed."""
        return [d for d in self.daerah if not np.isnan(d.klaim_klaster).any()]

    @cached_property
    def banyak_mencapai(self) -> tuple[float, int, int] | None:
        """How many regions reach the target: mean, and nine counts in ten; None where nothing is forecast."""
        sasaran = self.kategori[self.provinsi.sasaran]
        semua = [mencapai(d.total, sasaran) for d in self.diramal if d.total is not None]
        return banyak_mencapai(semua) if semua else None

    @cached_property
    def peringkat(self) -> RentangPeringkat | None:
        """The ranks of `diramal` by the final score; None for fewer than two."""
        total = [d.total for d in self.diramal if d.total is not None]
        return rentang_peringkat(np.stack(total, axis=1)) if len(total) > 1 else None

    @cached_property
    def peringkat_bobot(self) -> RentangPeringkat | None:
        """The ranks of `lengkap_klaster` by claimed points under other weights; None for fewer than two."""
        nilai = [d.klaim_klaster for d in self.lengkap_klaster]
        maks = np.array([k.nilai_maksimal for k in self.instrumen.klaster])
        v = self.verifikasi
        return peringkat_bobot(np.stack(nilai), maks, v.kotak_bobot, v.seed) if len(nilai) > 1 else None

    @cached_property
    def indikator_lemah(self) -> list[IndikatorLemah]:
        return indikator_lemah(self.daerah, self.instrumen.pertanyaan, self.instrumen.indikator)

    @cached_property
    def soal_lemah(self) -> list[SoalLemah]:
        return soal_lemah(self.daerah, self.instrumen.pertanyaan)

    @cached_property
    def jenis_lemah(self) -> list[JenisLemah]:
        return jenis_lemah(self.daerah)

    @cached_property
    def klaim(self) -> list[KlaimKlaster]:
        return klaim_dan_periksa(self.daerah, self.instrumen.klaster)

    @cached_property
    def pasangan_mirip(self) -> list[Pasangan]:
        return pasangan_mirip(self.daerah, self._maksimal)

    @cached_property
    def serba_penuh(self) -> list[SerbaPenuh]:
        return serba_penuh(self.daerah, self._maksimal)

    @property
    def _maksimal(self) -> np.ndarray:
        return np.asarray(self.instrumen.pertanyaan["nilai_maksimal"].to_numpy(dtype=float))


def load_keadaan_provinsi(params: Params, provinsi: Provinsi, maju: Maju = lambda _n, _semua: None) -> KeadaanProvinsi:
    """Return a province with every region that can be read; what cannot is named with its fault.

    maju: told after each region how many of how many are done.  A region's
    meeting is let go once its summary is made.
    """
    sumber, gagal, lama = _sumber(params, provinsi)
    daerah: dict[str, RingkasDaerah] = {}
    for n, s in enumerate(sumber, start=1):
        with _catat(gagal, s.nama):
            k = s.muat(params, provinsi)
            _check_sebanding(k, provinsi, s.nama)
            if k.daerah.id in daerah:
                raise KlaError(_ganda(s.nama, k.daerah.nama))
            daerah[k.daerah.id] = ringkas_daerah(k, provinsi.jam_bantuan, provinsi.periksa)
        maju(n, len(sumber))
    ada = {*daerah, *(s.daerah for s in sumber)}
    return KeadaanProvinsi(
        provinsi,
        load_instrumen(params, provinsi.instrumen),
        load_kategori(params, provinsi.tahun),
        load_verifikasi(params, provinsi.tahun),
        tuple(sorted(daerah.values(), key=lambda d: (d.nama, d.id))),
        tuple(gagal),
        tuple(nama_daerah(params, d) for d in provinsi.daerah if d not in ada),
        tuple(lama),
    )


@dataclass(frozen=True)
class _Sumber:
    """One meeting, or one book without a meeting; daerah: its id where it is known before the book is read."""

    nama: str
    isi: Rapat | Path
    daerah: str = ""

    def muat(self, params: Params, provinsi: Provinsi) -> Keadaan:
        if isinstance(self.isi, Rapat):
            return load_keadaan(params, self.isi.model_copy(update={"sasaran": provinsi.sasaran}))
        k = load_keadaan_buku(params, self.isi)
        return replace(k, rapat=k.rapat.model_copy(update={"sasaran": provinsi.sasaran}))


@contextmanager
def _catat(gagal: list[DaerahGagal], nama: str) -> Iterator[None]:
    """Keep what goes wrong inside as the fault of one source, so that the others go on."""
    try:
        yield
    except KlaError as e:
        gagal.append(DaerahGagal(nama, str(e)))


def _sumber(params: Params, provinsi: Provinsi) -> tuple[list[_Sumber], list[DaerahGagal], list[str]]:
    """Return what to look at, what cannot be found or read, and the meetings that are older than another one's."""
    gagal: list[DaerahGagal] = []
    rapat: dict[Path, Rapat] = {}
    buku: list[Path] = []
    for isi in provinsi.rapat:
        with _catat(gagal, isi):
            for tempat in _berkas_rapat(provinsi, isi):
                with _catat(gagal, nama_tampil(Path(tempat))):
                    r = load_rapat(params, tempat)
                    rapat[r.path] = r
    for isi in provinsi.buku:
        with _catat(gagal, isi):
            buku += _berkas_buku(provinsi, isi)
    akhir: dict[str, Rapat] = {}
    lama: list[str] = []
    for r in sorted(rapat.values(), key=lambda r: r.tanggal):
        dulu = akhir.get(r.daerah)
        with _catat(gagal, r.id):
            if dulu is not None and dulu.tanggal == r.tanggal:
                raise KlaError(_ganda(r.id, nama_daerah(params, r.daerah)))
            lama += [] if dulu is None else [dulu.id]
            akhir[r.daerah] = r
    sumber = [_Sumber(r.id, r, r.daerah) for r in akhir.values()]
    return [*sumber, *(_Sumber(nama_tampil(p), p) for p in dict.fromkeys(buku))], gagal, lama


def _berkas_rapat(provinsi: Provinsi, isi: str) -> Sequence[str | Path]:
    """Return the meetings that one entry names: an id, a file, or all of a folder."""
    path = provinsi.path.parent / isi
    if path.is_dir():
        return _tidak_kosong(path, sorted(path.glob("*.yaml")))
    return [path if path.suffix == ".yaml" else isi]


def _berkas_buku(provinsi: Provinsi, isi: str) -> Sequence[Path]:
    """Return the books that one entry names: one, or all of a folder."""
    path = path_buku(isi, provinsi.path.parent)
    if path.is_dir() and not _is_buku(path):
        return _tidak_kosong(path, sorted(p for p in path.iterdir() if _is_buku(p)))
    return [path]


def _tidak_kosong(folder: Path, isi: Sequence[Path]) -> Sequence[Path]:
    if not isi:
        salah = _("tidak ada rapat atau buku di folder ini")
        raise KlaError(Kesalahan("kosong", nama_tampil(folder), salah, _("Periksa nama foldernya.")))
    return isi


def _is_buku(path: Path) -> bool:
    return (path / KETERANGAN.berkas).is_file() if path.is_dir() else path.suffix.lower() in AKHIRAN_BUKU


def _check_sebanding(k: Keadaan, provinsi: Provinsi, nama: str) -> None:
    """Refuse a region of another year or form: its points cannot be set beside the others'."""
    beda = [
        Kesalahan(
            "tidak_sebanding",
            nama,
            _("{kunci} '{isi}' berbeda dari '{lain}' di berkas provinsi").format(kunci=kunci, isi=isi, lain=lain),
            _("Pakai buku tahun dan form yang sama, atau buat berkas provinsi lain."),
        )
        for kunci, isi, lain in (
            ("tahun_evaluasi", k.buku.keterangan.tahun_evaluasi, provinsi.tahun),
            ("instrumen", k.instrumen.id, provinsi.instrumen),
        )
        if isi != lain
    ]
    if beda:
        raise KlaError(beda)


def _ganda(nama: str, daerah: str) -> Kesalahan:
    return Kesalahan(
        "daerah_ganda",
        nama,
        _("daerah {daerah} sudah ada dari rapat atau buku lain").format(daerah=daerah),
        _("Sisakan satu; dari beberapa rapat yang dipakai adalah yang tanggalnya terakhir."),
    )
