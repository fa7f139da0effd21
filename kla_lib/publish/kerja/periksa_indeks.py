"""Check what an index of outcomes needs: its file, the rule about changes, and the figures of a book that enter it."""

from kla_lib.data.buku import Buku
from kla_lib.data.terpilah import baris_umum
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.capaian import load_capaian
from kla_lib.rules.indeks import Indeks, daftar_indeks, load_indeks
from kla_lib.rules.params import Params
from kla_lib.scoring.indeks.capaian import bahan_kota
from kla_lib.scoring.indeks.hitung import compute_indeks


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
                _hitung(indeks, buku)
        except KlaError as e:
            salah |= dict.fromkeys(e.kesalahan)
    return list(salah)


def _hitung(indeks: Indeks, buku: Buku) -> None:
    capaian = None if buku.capaian is None else baris_umum(buku.capaian)
    bahan = bahan_kota(capaian, indeks, buku.keterangan.daerah, buku.nama)
    if not bahan.tabel.empty:
        compute_indeks(bahan.tabel, indeks, buku.nama)
