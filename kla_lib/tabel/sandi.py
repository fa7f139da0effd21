"""Recognise letters that went through the wrong encoding: written on an old Macintosh, or encoded twice."""

import re

WAJAR = frozenset("éèêëáàâäãåíìîïóòôöõúùûüçñÉÇ–—‘’“”…•°±×½¼¾§©®™€£«»·≤≥≠²³µ\xa0")
"""What stands in Indonesian texts besides plain letters."""
GANDA = re.compile("[\u00c2-\u00ef][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}")
"""How a sign of two or three bytes looks when its bytes are taken for signs of Windows-1252."""


def huruf_ganda(teks: str) -> tuple[str, str] | None:
    """Return the first sign of a text that was encoded twice, as it stands there and as it was meant."""
    if teks.isascii():
        return None
    for cocok in GANDA.finditer(teks):
        for panjang in (3, 2):
            asal = cocok[0][:panjang]
            maksud = _balik(asal)
            if maksud is not None and maksud in WAJAR:
                return asal, maksud
    return None


def _balik(teks: str) -> str | None:
    try:
        return b"".join(_byte(h) for h in teks).decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return None


def _byte(huruf: str) -> bytes:
    """Return the byte of a sign; the five that Windows-1252 does not know stand for themselves."""
    try:
        return huruf.encode("cp1252")
    except UnicodeEncodeError:
        return huruf.encode("latin-1")


def dari_mac(byte: bytes) -> bool:
    """Return whether a text that is no UTF-8 makes sense only as an old Macintosh wrote it."""
    asing = bytes(b for b in byte if b > 127)
    mac = asing.decode("mac_roman")
    windows = asing.decode("cp1252", errors="replace")
    return all(h in WAJAR for h in mac) and sum(h in WAJAR for h in windows) < len(windows)
