"""Recognise telephone numbers, however they were typed, among amounts of money, dates, numbers of letters."""

import re

SELA = r"[\s()‐-―-]"
"""What stands between the groups of a number.  A dot comes between later groups only: 0.81 is a share."""
PONSEL = re.compile(
    rf"(?<![0-9A-Za-z.,])(?:\+{SELA}?62|0062|62|0)(?:{SELA}{{0,2}}0(?={SELA}))?{SELA}{{0,2}}"
    rf"(8\d{{1,12}}(?:[.\s()‐-―-]{{1,2}}\d{{2,6}}){{0,5}})(?![0-9A-Za-z])"
)
"""A mobile number: its part from the 8 on is the group."""
GARIS_MIRING = re.compile(
    r"(?<![0-9A-Za-z/_])(?:\+?\(?62\)?[\s/_|:,-]{0,3}8\d{1,2}|08\d{2})(?:\s?[/_|:,-]\s?\d{3,5}){2,3}(?!\s?[/_]?\w)"
)
"""A mobile number in groups of its own; the last group of a document's number is a year."""
TAHUN = re.compile(r"(?:19|20)\d{2}$")
TERPISAH = re.compile(r"(?<![\d.,/-])(?:08(?:[\s_]\d{2}){4,5}|0[\s_]8(?:[\s_]\d){8,11})(?![\s_./-]?\d)")
"""A mobile number in pairs, or digit by digit."""
KANTOR = re.compile(r"\(\s?0\d{2,3}\s?\)[\s.-]{0,2}\d{3,4}[\s.-]?\d{3,5}(?!\d)")
"""A line with the code of its area in parentheses."""
DISEBUT = re.compile(
    r"(?<![^\W_])(?:telp|tlp|telepon|hp|wa|whatsapp|ponsel)(?![^\W_])[\s.:_]{0,3}(?:\+62|0)[\d\s./_|:,()-]{7,20}",
    re.IGNORECASE,
)
"""Any number after a word that announces one."""
UANG = re.compile(r"\bRp\.?\s{0,2}[1-9][\d.,]*|(?<![\d+.,])(?<!62[ -])[1-9]\d{0,2}(?:[.,]\d{3})+(?!\d)", re.IGNORECASE)
"""Amounts and other numbers in groups of three."""
PALING_PENDEK, PALING_PANJANG = 9, 13
"""Digits of a mobile number from the 8 on; it may be followed by another number."""
TANPA_TAMBAH = re.compile(r"62\d*")
PALING_PENDEK_62 = 10
"""Without its plus sign a short one is rather an amount."""


def has_telepon(teks: str) -> bool:
    """Return whether a text holds a telephone number."""
    teks = UANG.sub("x", teks)
    return (
        any(_ponsel(m) for m in PONSEL.finditer(teks))
        or any(not TAHUN.search(m[0]) for m in GARIS_MIRING.finditer(teks))
        or any(p.search(teks) for p in (TERPISAH, KANTOR, DISEBUT))
    )


def _ponsel(m: re.Match[str]) -> bool:
    banyak = len(re.sub(r"\D", "", m[1]))
    if TANPA_TAMBAH.fullmatch(m[0]):
        return PALING_PENDEK_62 <= banyak <= PALING_PANJANG
    return banyak >= PALING_PENDEK
