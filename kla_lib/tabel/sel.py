"""Say what may stand in a cell and what no cell can hold, and how a cell is shown to the evaluator."""

import re
from dataclasses import dataclass
from enum import Enum
from typing import Any

from kla_lib.bahasa import _, tulis_angka
from kla_lib.tabel.nama import sebut_huruf

TERPANJANG = 80
SEL_TERPANJANG = 32_767
"""Characters of one cell: more than that no spreadsheet holds."""
TERLARANG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML, and so a workbook, cannot hold."""
GANTI = "\ufffd"
"""What stands for such a character in a sheet that we write for readers."""


class Tulisan(Enum):
    """How the text of a file writes numbers; docs/keputusan/0009 states the rule."""

    TITIK = "titik"
    """CSV in which a number proves the decimal point: a single dot is one."""
    KOMA = "koma"
    """CSV with semicolons between the cells, as an Indonesian Excel writes it: a single comma is a decimal comma."""
    RIBUAN = "ribuan"
    """CSV in which a number proves the decimal comma: a dot before three digits parts thousands."""
    CAMPUR = "campur"
    """Text in a workbook, or a CSV that proves nothing, or both: nothing says who wrote it."""


class Persen(float):
    """A number that its cell shows as a percentage: 0.935 is shown as 93.5 %."""


@dataclass(frozen=True)
class Rancu:
    """A number as text that has two readings: "1.500" is `ribuan` 1500 or `desimal` 1,5."""

    teks: str
    ribuan: str
    desimal: str

    def __str__(self) -> str:
        return self.teks


def tampil(isi: Any) -> str:
    """Return a cell's content as the evaluator sees it."""
    if isinstance(isi, bool):
        return "TRUE" if isi else "FALSE"
    if isinstance(isi, Persen):
        return f"{isi * 100:.13g}%"
    if isinstance(isi, float):
        return f"{isi:.15g}"
    return str(isi)


def kutip(isi: Any) -> str:
    """Return a cell's content for a message: on one line, and not longer than a message can be."""
    teks = _angka(isi) if isinstance(isi, float) else " ".join(tampil(isi)[: 4 * TERPANJANG].split())
    return teks if len(teks) <= TERPANJANG else teks[: TERPANJANG - 1] + "…"


def _angka(isi: float) -> str:
    return f"{tulis_angka(isi * 100)}%" if isinstance(isi, Persen) else tulis_angka(isi)


def panjang(teks: str) -> int:
    """Return how many letters a spreadsheet counts: an emoji is two."""
    return len(teks) + sum(h > "\uffff" for h in teks)


def pesan_huruf(teks: str) -> tuple[str, str] | None:
    """Return why no cell can hold a text and what to do, None for a text that fits."""
    tanda = TERLARANG.findall(teks)
    if tanda:
        return (
            _("teks memuat tanda kendali yang tidak tampak dan tidak bisa disimpan di lembar: {tanda}").format(
                tanda=", ".join(map(sebut_huruf, dict.fromkeys(tanda)))
            ),
            _("Ketik ulang isinya tanpa tanda itu; ganti baris di dalam sel ditulis dengan Alt+Enter."),
        )
    if len(teks) * 2 > SEL_TERPANJANG and panjang(teks) > SEL_TERPANJANG:
        return (
            _("teks sepanjang {n} huruf, lebih dari {batas}").format(n=panjang(teks), batas=SEL_TERPANJANG),
            _("Ringkas isinya: satu sel lembar kerja tidak memuat lebih."),
        )
    return None


def muat(teks: str) -> str:
    """Return a text as a cell can hold it: what it cannot hold is replaced, and what is too long ends in "…"."""
    teks = TERLARANG.sub(GANTI, teks)
    if len(teks) * 2 <= SEL_TERPANJANG or panjang(teks) <= SEL_TERPANJANG:
        return teks
    return teks[: SEL_TERPANJANG // 2 if panjang(teks) > len(teks) else SEL_TERPANJANG - 1] + "…"
