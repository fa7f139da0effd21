"""Take a stream out of an OLE file, the container of an old XLS."""

from collections.abc import Callable
from itertools import islice

AWALAN_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
"""A password-protected XLSX is an OLE file too."""
BUKAN_SEKTOR = 0xFFFFFFFA
"""From here on a sector number is a mark: end of a chain, unused."""


def read_aliran(isi: bytes, daftar_nama: tuple[str, ...]) -> bytes | None:
    """Return the first stream of one of these names, None where there is none.

    Raises ValueError or IndexError where the file does not hold together.
    """
    if isi[:8] != AWALAN_OLE or len(isi) < 512:
        raise ValueError("no OLE file")
    sektor = 1 << min(_angka(isi, 30, 2), 16)
    kecil = 1 << min(_angka(isi, 32, 2), 16)

    def potong(n: int) -> bytes:
        return isi[(n + 1) * sektor : (n + 2) * sektor]

    peta_fat = _nomor(isi[76:512])
    tambahan = _angka(isi, 68, 4)
    for _putaran in range(len(isi) // sektor):
        if tambahan >= BUKAN_SEKTOR:
            break
        *isi_tambahan, tambahan = _nomor(potong(tambahan))
        peta_fat += isi_tambahan
    fat = [n for s in islice((s for s in peta_fat if s < BUKAN_SEKTOR), len(isi) // sektor) for n in _nomor(potong(s))]
    direktori = _rantai(fat, _angka(isi, 48, 4), potong)
    entri = [direktori[i : i + 128] for i in range(0, len(direktori) - 127, 128)]
    nama = {e[: max(0, _angka(e, 64, 2) - 2)].decode("utf-16-le", "replace"): e for e in reversed(entri)}
    terpilih = next((nama[n] for n in daftar_nama if n in nama), None)
    if terpilih is None:
        return None
    panjang, awal = _angka(terpilih, 120, 4), _angka(terpilih, 116, 4)
    if panjang >= _angka(isi, 56, 4):
        return _rantai(fat, awal, potong)[:panjang]
    mini = _rantai(fat, _angka(entri[0], 116, 4), potong)
    peta_mini = _nomor(_rantai(fat, _angka(isi, 60, 4), potong))
    return _rantai(peta_mini, awal, lambda n: mini[n * kecil : (n + 1) * kecil])[:panjang]


def _angka(isi: bytes, letak: int, panjang: int) -> int:
    if letak + panjang > len(isi):
        raise ValueError("the file ends too early")
    return int.from_bytes(isi[letak : letak + panjang], "little")


def _nomor(isi: bytes) -> list[int]:
    return [int.from_bytes(isi[i : i + 4], "little") for i in range(0, len(isi) - 3, 4)]


def _rantai(fat: list[int], nomor: int, potong: Callable[[int], bytes]) -> bytes:
    hasil = []
    while nomor < BUKAN_SEKTOR:
        hasil.append(potong(nomor))
        if len(hasil) > len(fat):
            raise ValueError("a chain that never ends")
        nomor = fat[nomor]
    return b"".join(hasil)
