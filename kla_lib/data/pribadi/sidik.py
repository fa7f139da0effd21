"""Give a book a fingerprint for everybody: keyed, so that nobody can try what a hidden figure may be.

A plain hash of the book would tell: whoever knows all of it but one small
count computes the hash for each candidate and sees which one fits.
"""

import hmac
import os
import secrets
from functools import cache
from pathlib import Path

import platformdirs

from kla_lib.bahasa import _
from kla_lib.berkas import sebut_tak_tertulis
from kla_lib.errors import Kesalahan, KlaError

FOLDER_KUNCI = "KLA_FOLDER_KUNCI"
"""Environment variable naming the folder of the key, where that is not the user's folder of settings."""
BERKAS = "kunci-sidik"
PANJANG = 32
KUNCI_CONTOH = b"buku contoh kla_lib: tidak ada yang rahasia"
"""The key of the shipped examples: their pages are the same on every machine."""


def sidik_publik(hash_buku: str, contoh: bool) -> str:
    """Return "hmac-sha256:…" of a book's hash under this user's key.

    contoh: whether the book is a shipped example.  Raises KlaError where the
    key cannot be read or made.
    """
    kunci = KUNCI_CONTOH if contoh else _kunci(folder_kunci())
    return f"hmac-sha256:{hmac.new(kunci, hash_buku.encode(), 'sha256').hexdigest()}"


def folder_kunci() -> Path:
    """Return the folder that holds the key: the user's own, never one of outputs."""
    lain = os.environ.get(FOLDER_KUNCI)
    return Path(lain) if lain else platformdirs.user_config_path("kla")


@cache
def _kunci(folder: Path) -> bytes:
    """Return the key in a folder; made once, for its owner only."""
    path = folder / BERKAS
    try:
        if not path.is_file():
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _buat(path)
        kunci = bytes.fromhex(path.read_text(encoding="ascii"))
    except OSError as e:
        raise KlaError(
            _salah(_("kunci sidik tidak bisa dibaca atau dibuat ({pesan})").format(pesan=sebut_tak_tertulis(e)))
        ) from e
    except ValueError:
        kunci = b""
    if len(kunci) != PANJANG:
        raise KlaError(_salah(_("isi kunci sidik rusak")))
    return kunci


def _buat(path: Path) -> None:
    """Write a new key; where another process was first, its key stays."""
    baru = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    f = os.open(baru, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(f, "w", encoding="ascii") as isi:
            isi.write(secrets.token_hex(PANJANG))
        if not path.exists():
            baru.rename(path) if os.name == "nt" else os.link(baru, path)
    except FileExistsError:
        pass
    finally:
        baru.unlink(missing_ok=True)


def _salah(apa: str) -> Kesalahan:
    return Kesalahan(
        "kunci",
        BERKAS,
        apa,
        _(
            "Beri hak tulis pada folder pengaturan Anda, atau sebut folder lain di {nama}; hapus kunci yang rusak."
        ).format(nama=FOLDER_KUNCI),
    )
