"""Write bytes as a code that survives chat programs and typing hands.

KLA1-2024-…: version, form, then the bytes in Crockford's alphabet (digits and
capitals without I, L, O, U; no sign that a chat program acts on), the last
two of them a checksum over form and content.  A single wrong letter and two
neighbours that changed places are always found.
"""

import re
from binascii import crc_hqx

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError

VERSI = (1, 2)
"""What is read; the newest is written only for what an older one cannot say."""

HURUF = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
BIT = 5
BYTE_SIDIK = 2
AWAL_SIDIK = 0xFFFF
POLA = re.compile(r"KLA(\d+)-([A-Z0-9-]{1,60})-([A-Z0-9]{1,4000})(?![A-Z0-9])", re.IGNORECASE)
MIRIP = str.maketrans("OIL", "011")


def sidik_bytes(isi: bytes) -> int:
    """Return the checksum (16 bits) of bytes."""
    return crc_hqx(isi, AWAL_SIDIK)


def to_kode(form: str, isi: bytes, versi: int = VERSI[0]) -> str:
    """Return the code of bytes; form: small letters, digits, hyphens."""
    semua = isi + sidik_bytes(form.encode() + isi).to_bytes(BYTE_SIDIK, "big")
    bit = "".join(f"{b:08b}" for b in semua)
    bit += "0" * (-len(bit) % BIT)
    huruf = "".join(HURUF[int(bit[n : n + BIT], 2)] for n in range(0, len(bit), BIT))
    return f"KLA{versi}-{form.upper()}-{huruf}"


def from_kode(teks: str) -> tuple[int, str, bytes]:
    """Return the version, the form and the bytes of the code that stands in a text, words around it or not.

    Small letters, and O, I, L for the digits that they look like, are read as
    meant.  Raises KlaError where there is no code, one of another version, or
    a damaged one.
    """
    ketemu = POLA.search(teks)
    if ketemu is None:
        raise rusak(_("ini bukan kode skenario"), _("Kode dimulai dengan KLA{versi}-.").format(versi=VERSI[0]))
    versi, form, huruf = ketemu[1], ketemu[2].lower(), ketemu[3].upper().translate(MIRIP)
    if int(versi) not in VERSI:
        raise rusak(
            _("kode ini versi {lain}, buku kerja ini membaca versi {versi}").format(lain=versi, versi=VERSI[-1]),
            _("Buat kode lagi dari halaman interaktif yang dibuat buku kerja ini."),
        )
    isi = _to_bytes(huruf)
    if isi is None or len(isi) <= BYTE_SIDIK:
        raise salah_salin()
    badan, sidik = isi[:-BYTE_SIDIK], int.from_bytes(isi[-BYTE_SIDIK:], "big")
    if sidik_bytes(form.encode() + badan) != sidik:
        raise salah_salin()
    return int(versi), form, badan


def rusak(pesan: str, saran: str) -> KlaError:
    """Return the error of a code."""
    return KlaError(Kesalahan("kode", _("kode skenario"), pesan, saran))


def salah_salin() -> KlaError:
    """Return the error of a code that is not what its page wrote."""
    return rusak(
        _("kode ini tidak utuh: ada huruf yang hilang, tertukar, atau salah ketik"),
        _("Salin sekali lagi seluruhnya, dari KLA sampai huruf terakhir."),
    )


def _to_bytes(huruf: str) -> bytes | None:
    """Return the bytes, or None for a letter outside the alphabet or a rest that no bytes leave."""
    if not set(huruf) <= set(HURUF):
        return None
    bit = "".join(f"{HURUF.index(h):05b}" for h in huruf)
    banyak, sisa = divmod(len(bit), 8)
    if sisa >= BIT or int(bit[banyak * 8 :] or "0", 2):
        return None
    return bytes(int(bit[n * 8 : n * 8 + 8], 2) for n in range(banyak))
