"""Check a data book, and say what was found: for `kla check` and the start page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.buku import Buku, inspect_buku
from kla_lib.data.keterangan import Keterangan
from kla_lib.data.kumpul.asal import check_bentrok
from kla_lib.data.terpilah import baris_umum
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.publish.terbitan.jadwal import hari_ini
from kla_lib.rules.bukti.rekor import riwayat_mendatang
from kla_lib.rules.capaian import load_capaian
from kla_lib.rules.daerah.daerah import find_daerah, path_daerah
from kla_lib.rules.daerah.terbitan import terbitan_mendatang
from kla_lib.rules.folder_kerja import yang_menggantikan
from kla_lib.rules.indeks import Indeks, daftar_indeks, load_indeks
from kla_lib.rules.params import Params
from kla_lib.scoring.indeks.capaian import bahan_kota
from kla_lib.scoring.indeks.hitung import compute_indeks


@dataclass(frozen=True)
class HasilPeriksa:
    """The faults of a book, and what else there is to know: `catatan`, whole sentences.

    disamakan: those of them that tell which spellings were taken for one.
    """

    salah: tuple[Kesalahan, ...]
    catatan: tuple[str, ...]
    disamakan: tuple[str, ...]
    belum: str

    @property
    def kalimat(self) -> str:
        """How many faults there are, or that there is none."""
        if self.salah:
            return _("{n} kesalahan.").format(n=len(self.salah))
        return " ".join(filter(None, (_("Tidak ada kesalahan."), self.belum)))


def check_buku(params: Params, cari: Callable[[], Path]) -> HasilPeriksa:
    """Check the book in the place that `cari` finds; that it cannot be found or read is a fault as every other."""
    disamakan: tuple[str, ...] = ()
    belum = ""
    try:
        periksa = inspect_buku(params, cari())
        salah, disamakan = list(periksa.salah), periksa.disamakan
        salah += _riwayat_kota(params, periksa.keterangan)
        salah = salah or _bentrok(params, periksa.buku)
        salah += check_indeks(params, None if salah else periksa.buku)
        belum = "" if salah else _belum_bernilai(periksa.buku)
    except KlaError as e:
        salah = list(e.kesalahan)
    ganti = _("{tempat}: yang dipakai milik Anda di folder kerja, bukan bawaan buku kerja ini.")
    catatan = (*disamakan, *(ganti.format(tempat=t) for t in yang_menggantikan(params)))
    return HasilPeriksa(tuple(salah), catatan, disamakan, belum)


def _bentrok(params: Params, buku: Buku) -> list[Kesalahan]:
    daerah = find_daerah(params, buku.keterangan.daerah)
    return check_bentrok(buku, str if daerah is None else daerah.nama_opd)


def _riwayat_kota(params: Params, keterangan: Keterangan | None) -> list[Kesalahan]:
    """Return the finals in the file of the book's city that nobody can know yet."""
    daerah = None if keterangan is None else find_daerah(params, keterangan.daerah)
    if keterangan is None or daerah is None:
        return []
    terbaru = max(hari_ini().year, keterangan.tahun_evaluasi + 1)
    berkas = nama_tampil(path_daerah(params, daerah.id))
    terbitan = terbitan_mendatang(daerah.nilai_terbit, daerah.indeks_resmi, terbaru, berkas)
    return [*riwayat_mendatang(daerah, terbaru, berkas), *terbitan]


def _belum_bernilai(buku: Buku) -> str:
    """Return that a sound book cannot be scored yet at its stage, or ""."""
    tahap = buku.keterangan.tahap_berjalan
    if tahap in buku.tahap_tersedia():
        return ""
    return _("Belum ada nilai untuk tahap '{tahap}', jadi nilainya belum bisa dihitung.").format(tahap=tahap)


def check_indeks(params: Params, buku: Buku | None) -> list[Kesalahan]:
    """Return the faults of every index file, and of the book what `kla indeks` would refuse, each once.

    buku: None where the book itself cannot be used yet.
    """
    salah: dict[Kesalahan, None] = {}
    try:
        load_capaian(params)
    except KlaError as e:
        salah |= dict.fromkeys(e.kesalahan)
    for nama in daftar_indeks(params):
        try:
            indeks = load_indeks(params, nama)
            if buku is not None:
                _hitung_indeks(indeks, buku)
        except KlaError as e:
            salah |= dict.fromkeys(e.kesalahan)
    return list(salah)


def _hitung_indeks(indeks: Indeks, buku: Buku) -> None:
    capaian = None if buku.capaian is None else baris_umum(buku.capaian)
    bahan = bahan_kota(capaian, indeks, buku.keterangan.daerah, buku.nama)
    if not bahan.tabel.empty:
        compute_indeks(bahan.tabel, indeks, buku.nama)
