"""Take the decisions of a meeting into the book: none lost, none twice, everything else as it was."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from kla_lib.data.bentuk import TINDAK_LANJUT
from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.celah import check_klaster
from kla_lib.data.keputusan.baca import BerkasKeputusan, RapatLembar, read_keputusan
from kla_lib.data.keputusan.bentrok import kesalahan_bentrok, kesalahan_langkah
from kla_lib.data.keputusan.gabung import (
    BARU,
    DIBANDING,
    DILEWATI,
    Selisih,
    langkah_baris,
    selisih_baris,
    tanggal_susulan,
)
from kla_lib.data.keputusan.periksa import (
    check_daerah,
    check_kantor,
    check_kembar,
    check_rapat,
    check_tenggat,
    rapat_of,
)
from kla_lib.data.rujukan import check_kode_form
from kla_lib.data.sunting.izin import check_izin
from kla_lib.data.sunting.simpan import Ubahan, plan_ubahan, save_rencana
from kla_lib.data.tulis import rows_of, to_teks
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.gembok import lock_buku
from kla_lib.rules.daerah.daerah import Daerah, find_daerah
from kla_lib.rules.params import RAPAT, Params
from kla_lib.rules.rapat import Rapat

Baris = Mapping[str, Any]


@dataclass(frozen=True)
class PerubahanBuku:
    """One cell of the book that a sheet changed, as text; empty for nothing."""

    id_keputusan: str
    kolom: str
    lama: str
    baru: str


@dataclass(frozen=True)
class Penerimaan:
    """What a sheet brought.

    baru: the ids that are new.  tetap: how many rows say what the book says.
    tidak_diambil: suggestions that nobody decided.  cadangan: where the book's
    last state lies, None where nothing changed.  perlu_dihitung: cells of the
    book whose formula rests on a changed one.
    """

    baru: tuple[str, ...]
    diubah: tuple[PerubahanBuku, ...]
    tetap: int
    tidak_diambil: int
    cadangan: Path | None
    perlu_dihitung: tuple[str, ...]

    @property
    def berubah(self) -> bool:
        return bool(self.baru or self.diubah)


def take_keputusan(
    params: Params, path: Path, berkas: Path, rapat: Rapat | None = None, waktu: datetime | None = None
) -> Penerimaan:
    """Write the decisions of a sheet into a book; the same sheet twice changes nothing.

    rapat: the meeting, where its file lies outside params/rapat.  waktu: for
    the name of the copy.  Raises KlaError with every fault of the sheet, and
    where the book must not be changed now; then the book stays as it is.
    """
    lembar = read_keputusan(berkas)
    with lock_buku(path):
        return _take(params, path, lembar, rapat, waktu)


def _take(
    params: Params, path: Path, lembar: BerkasKeputusan, rapat: Rapat | None, waktu: datetime | None
) -> Penerimaan:
    buku, terlarang = _buku_terbuka(params, path, lembar.salah)
    daerah = find_daerah(params, buku.keterangan.daerah)
    olah = _Pengolahan(params, _bakukan(lembar, daerah), buku, daerah, rapat)
    salah = [*lembar.salah, *terlarang, *olah.periksa()]
    if salah:
        raise KlaError(salah)
    rencana = plan_ubahan(params, path, olah.ubahan(), buku.hash)
    simpanan = save_rencana(rencana, waktu)
    return replace(olah.hasil(), cadangan=simpanan.cadangan, perlu_dihitung=rencana.perlu_dihitung)


def _buku_terbuka(params: Params, path: Path, salah: tuple[Kesalahan, ...]) -> tuple[Buku, list[Kesalahan]]:
    """Return the book and why it must not be changed now; a book that cannot be read is told with the sheet's faults.

    A sheet without its columns is told alone: its rows say nothing.
    """
    if any(k.jenis in ("kepala", "kolom_kurang") for k in salah):
        raise KlaError(salah)
    try:
        buku = load_buku(params, path)
    except KlaError as e:
        raise KlaError([*salah, *e.kesalahan]) from None
    try:
        check_izin(path.resolve(), buku.hash)
    except KlaError as e:
        return buku, list(e.kesalahan)
    return buku, []


def _bakukan(lembar: BerkasKeputusan, daerah: Daerah | None) -> BerkasKeputusan:
    """Return the sheet with the role in place of each office that the city knows, as the book is read."""
    if daerah is None:
        return lembar

    def baku(r: Baris) -> Baris:
        return r if r["opd"] is None else {**r, "opd": daerah.peran_of(r["opd"]) or r["opd"]}

    return replace(
        lembar,
        baris={n: baku(r) for n, r in lembar.baris.items()},
        semula=None if lembar.semula is None else {i: baku(r) for i, r in lembar.semula.items()},
        usulan=None if lembar.usulan is None else {i: baku(r) for i, r in lembar.usulan.items()},
    )


class _Pengolahan:
    """The rows of one sheet sorted by what becomes of them, against one book."""

    def __init__(
        self, params: Params, lembar: BerkasKeputusan, buku: Buku, daerah: Daerah | None, rapat: Rapat | None
    ) -> None:
        self._params = params
        self._lembar, self._buku, self._daerah, self._diberi = lembar, buku, daerah, rapat
        self._mentah = lembar.mentah
        tabel = buku.tindak_lanjut
        self._lama = {} if tabel is None else {r["id_keputusan"]: r for r in rows_of(tabel)}
        self._baris_buku = {} if tabel is None else dict(zip(tabel["id_keputusan"], tabel.index, strict=True))
        self._cari = cache(lambda i: rapat_of(params, i, rapat, lembar.rapat))
        self._langkah = {
            n: langkah_baris(r, self._lama.get(i), self._semula(i), (lembar.usulan or {}).get(i))
            for n, r in lembar.baris.items()
            for i in (r["id_keputusan"],)
        }
        self._baru = {n: r for n, r in lembar.baris.items() if self._langkah[n] == BARU}
        self._selisih = {n: self._banding(r) for n, r in lembar.baris.items() if self._langkah[n] == DIBANDING}

    def _semula(self, id_keputusan: str) -> Baris | None:
        return (self._lembar.semula or {}).get(id_keputusan)

    def _rapat_lembar(self) -> RapatLembar | None:
        """Return the meeting in which the sheet was filled; None where neither it nor the command says."""
        nama = self._diberi.id if self._diberi else self._lembar.rapat.id if self._lembar.rapat else None
        return None if nama is None else self._cari(nama)

    def _banding(self, r: Baris) -> Selisih:
        buku, semula = self._lama[r["id_keputusan"]], self._semula(r["id_keputusan"])
        selisih, rapat = selisih_baris(r, buku, semula), self._rapat_lembar()
        susulan = tanggal_susulan(selisih, buku, semula, rapat.tanggal if rapat else None)
        return replace(selisih, ubahan={**selisih.ubahan, **susulan})

    def periksa(self) -> list[Kesalahan]:
        """Return every fault that shows against the form, the city, the meeting and the book."""
        mentah, tabel, baris = self._mentah, self._lembar.tabel, self._lembar.baris
        form, daerah = self._buku.instrumen, self._buku.keterangan.daerah
        salah = check_daerah(mentah.berkas, self._lembar.rapat, self._diberi, daerah)
        if not salah:
            pindah = {n: baris[n] for n, s in self._selisih.items() if "rapat" in s.ubahan}
            salah += check_rapat(mentah, {**self._baru, **pindah}, self._cari, daerah, self._params.daftar(RAPAT))
        salah += check_kode_form(mentah, tabel, form) + check_klaster(mentah, tabel, form)
        salah += check_tenggat(mentah, self._tenggat())
        if self._daerah is not None:
            pindah = {n: baris[n] for n, s in self._selisih.items() if "opd" in s.ubahan}
            salah += check_kantor(mentah, {**self._baru, **pindah}, self._daerah, self._kantor_lain)
        salah += check_kembar(mentah, self._baru, self._lama)
        for n, langkah in self._langkah.items():
            salah += kesalahan_langkah(mentah, n, baris[n], langkah)
        for n, s in self._selisih.items():
            i = baris[n]["id_keputusan"]
            salah += kesalahan_bentrok(mentah, n, s, baris[n], self._lama[i], self._baris_buku[i], self._semula(i))
        return salah

    def _tenggat(self) -> list[tuple[int, date, date | None]]:
        """Return the dates that this sheet sets, each with the day of the meeting that sets it."""
        baris, sendiri = self._lembar.baris, self._rapat_lembar()
        hasil = [(n, r["tenggat"], self._cari(r["rapat"])) for n, r in self._baru.items()]
        hasil += [
            (n, baris[n]["tenggat"], sendiri or self._cari(baris[n]["rapat"]))
            for n, s in self._selisih.items()
            if "tenggat" in s.ubahan
        ]
        return [(n, hari, rapat.tanggal if rapat else None) for n, hari, rapat in hasil if hari is not None]

    def _kantor_lain(self, r: Baris) -> set[str]:
        """Return who besides the city's offices may carry a decision."""
        rapat = self._cari(r["rapat"])
        tercatat = {
            str(opd)
            for tabel in (self._buku.rad, self._buku.tindak_lanjut, self._buku.data_dukung)
            if tabel is not None
            for opd in tabel["opd"].dropna()
        }
        return tercatat | set(rapat.anggota if rapat else ())

    def ubahan(self) -> list[Ubahan]:
        """Return the cells to write, new rows whole."""
        hasil = [
            Ubahan(TINDAK_LANJUT, (r["id_keputusan"],), k, v)
            for r in self._baru.values()
            for k, v in r.items()
            if k not in TINDAK_LANJUT.kunci
        ]
        return hasil + [
            Ubahan(TINDAK_LANJUT, (self._lembar.baris[n]["id_keputusan"],), k, v)
            for n, s in self._selisih.items()
            for k, v in s.ubahan.items()
        ]

    def hasil(self) -> Penerimaan:
        """Return what the sheet brings, before it is saved."""
        diubah = [
            PerubahanBuku(i, k, to_teks(self._lama[i][k]), to_teks(v))
            for n, s in self._selisih.items()
            for i in (self._lembar.baris[n]["id_keputusan"],)
            for k, v in s.ubahan.items()
        ]
        lewat = [n for n, langkah in self._langkah.items() if langkah == DILEWATI]
        usulan = [n for n in lewat if self._semula(self._lembar.baris[n]["id_keputusan"]) is None]
        tetap = sum(not s.ubahan for s in self._selisih.values()) + len(lewat) - len(usulan)
        baru = tuple(r["id_keputusan"] for r in self._baru.values())
        return Penerimaan(baru, tuple(diubah), tetap, len(usulan), None, ())
