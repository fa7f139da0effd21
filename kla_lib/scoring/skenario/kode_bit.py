"""Pack numbers into as few bits as a short code has room for.

publish/halaman/rangka/interaktif.js packs the same numbers into the same bits.
"""

from collections.abc import Iterable, Sequence

BIT_PER_BYTE = 8


class Penulis:
    """Collects bits; `isi` fills the last byte with zeros."""

    def __init__(self) -> None:
        self._bit: list[int] = []

    def angka(self, nilai: int, lebar: int) -> None:
        """Add a number from 0 on in `lebar` bits."""
        if not 0 <= nilai < 1 << lebar:
            raise ValueError(f"{nilai} does not fit into {lebar} bits")
        self._bit += [nilai >> n & 1 for n in reversed(range(lebar))]

    def gamma(self, nilai: int) -> None:
        """Add a number from 1 on, the smaller the shorter (Elias gamma)."""
        if nilai < 1:
            raise ValueError(f"{nilai} is below 1")
        panjang = nilai.bit_length()
        self.angka(0, panjang - 1)
        self.angka(nilai, panjang)

    def himpunan(self, letak: Iterable[int]) -> None:
        """Add a set of positions: how many, then the steps from one to the next."""
        urut = sorted(letak)
        self.gamma(len(urut) + 1)
        for awal, akhir in zip([-1, *urut], urut, strict=False):
            self.gamma(akhir - awal)

    def isi(self) -> bytes:
        """Return all bits as whole bytes."""
        bit = self._bit + [0] * (-len(self._bit) % BIT_PER_BYTE)
        return bytes(int("".join(map(str, bit[n : n + BIT_PER_BYTE])), 2) for n in range(0, len(bit), BIT_PER_BYTE))


class Pembaca:
    """Takes the numbers out in the order in which they were put in; ValueError where the bits end too early."""

    def __init__(self, isi: bytes) -> None:
        self._bit = [byte >> n & 1 for byte in isi for n in reversed(range(BIT_PER_BYTE))]
        self._letak = 0

    def angka(self, lebar: int) -> int:
        """Return a number of `lebar` bits."""
        potong: Sequence[int] = self._bit[self._letak : self._letak + lebar]
        if len(potong) < lebar:
            raise ValueError("the bits end too early")
        self._letak += lebar
        return sum(b << n for n, b in enumerate(reversed(potong)))

    def gamma(self) -> int:
        """Return a number from 1 on."""
        nol = 0
        while self.angka(1) == 0:
            nol += 1
        return 1 << nol | self.angka(nol)

    def himpunan(self) -> list[int]:
        """Return a set of positions, sorted."""
        letak, hasil = -1, []
        for _n in range(self.gamma() - 1):
            letak += self.gamma()
            hasil.append(letak)
        return hasil

    def habis(self) -> bool:
        """Return whether only the zeros are left that filled the last byte."""
        sisa = self._bit[self._letak :]
        return len(sisa) < BIT_PER_BYTE and not any(sisa)
