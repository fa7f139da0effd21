"""Make signs visible that a terminal would obey: what a cell, a name or a file says is read, never carried out."""

from typing import Any

ARAH = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Signs that turn the direction of writing, so that a line reads otherwise than it is."""
TANPA_RUPA = (0x200B, 0x2060, 0xFEFF)
BARIS = (0x2028, 0x2029)
"""Line ends that only some programs see."""

_GANTI = {n: f"\\x{n:02x}" for n in range(0x20) if chr(n) not in "\n\t"} | {
    # In this form they mean the same inside JSON.
    n: f"\\u{n:04x}"
    for n in (*range(0x7F, 0xA0), *ARAH, *TANPA_RUPA, *BARIS)
}


def tampak(teks: str) -> str:
    """Return a text with its control signs written out (ESC as \\x1b); line ends and tabs stay."""
    return teks.translate(_GANTI)


def sebaris(teks: str) -> str:
    """Return a text as part of a line: its line ends and tabs are written out too."""
    return tampak(teks).replace("\n", "\\n").replace("\t", "\\t")


class AliranTampak:
    """A text stream that writes control signs out; everything else is that of the stream behind it, `mentah`."""

    def __init__(self, mentah: Any) -> None:
        self.mentah = mentah

    def write(self, teks: str) -> int:
        """Write a text, its control signs written out."""
        return int(self.mentah.write(tampak(teks)) or 0)

    def writelines(self, baris: Any) -> None:
        """Write texts one after the other."""
        for teks in baris:
            self.write(teks)

    def __getattr__(self, nama: str) -> Any:
        return getattr(self.mentah, nama)
