"""Know which texts no cell of a workbook can hold: control signs, half characters, too many letters."""

import re

from kla_lib.bahasa import _
from kla_lib.tabel.mentah import Pesan
from kla_lib.tabel.nama import sebut_huruf
from kla_lib.tabel.scan import SEL_TERPANJANG

TERLARANG = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML, and so a workbook, cannot hold."""
GANTI = "\ufffd"
"""What stands for such a character in a sheet that we write for readers."""


def panjang(teks: str) -> int:
    """Return how many letters a spreadsheet counts: an emoji is two."""
    return len(teks) + sum(h > "\uffff" for h in teks)


def pesan_huruf(teks: str) -> Pesan | None:
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
