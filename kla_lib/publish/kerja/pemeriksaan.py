"""Check a data book, and say what was found: for `kla check` and the start page."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.buku import Buku, inspect_buku
from kla_lib.data.keterangan import Keterangan
from kla_lib.data.kumpul.asal import check_bentrok
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.publish.kerja.periksa_indeks import check_indeks
from kla_lib.publish.terbitan.jadwal import hari_ini
from kla_lib.rules.bukti.rekor import riwayat_mendatang
from kla_lib.rules.daerah.daerah import find_daerah, path_daerah
from kla_lib.rules.daerah.terbitan import terbitan_mendatang
from kla_lib.rules.folder_kerja import yang_menggantikan
from kla_lib.rules.params import Params


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
