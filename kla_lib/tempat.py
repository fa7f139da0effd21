"""Look at places that others can write to, and believe nothing: names, links, JSON, what other programs leave there."""

import json
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError

JSON_TERBESAR = 64 << 20
"""Bytes beyond which no JSON file is ours."""

TITIPAN = re.compile(
    r"""
    \..*                                      # hidden: .DS_Store, ._name of macOS, .~lock.name# of LibreOffice
    | ~.*                                     # ~$name of Office, ~WRL0001.tmp
    | .*~ | .*\.(tmp|temp|swp|bak|part|crdownload|lnk|url)   # halves and copies of editors, browsers and shells
    | (thumbs|ehthumbs|ehthumbs_vista)\.db | desktop\.ini | icon\r | \$recycle\.bin
    | system\ volume\ information | __macosx | @eadir | lost\+found
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Names of files and folders that systems, office programs and browsers leave wherever somebody works."""

SALINAN_BENTROK = re.compile(
    r"""
    .*(
        [(\[].*\b(conflict(ed\ copy)?|salinan\ (yang\ )?(bentrok|bertentangan|berkonflik))\b.*[)\]]  # Dropbox, Box
        | \.sync-conflict-\d{8}-.* | _conf\(\d+\)  # Syncthing, Google Drive
    ).*
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Names that cloud folders give to the second of two versions; the first keeps its own name."""


def is_titipan(nama: str) -> bool:
    """Whether a file or folder of this name was left by another program and is nobody's work: it is passed over."""
    return TITIPAN.fullmatch(nama) is not None


def is_salinan_bentrok(nama: str) -> bool:
    """Whether a cloud folder has made this file beside the one that is meant: it is passed over, and told."""
    return SALINAN_BENTROK.fullmatch(nama) is not None


def is_milik_lain(nama: str) -> bool:
    """Whether a name is one of the two kinds that no reader of ours opens."""
    return is_titipan(nama) or is_salinan_bentrok(nama)


def is_tempat(nama: object) -> bool:
    """Whether a text names a file inside a folder: relative, with forward slashes, nothing that leads out of it."""
    if not isinstance(nama, str) or not nama.isprintable() or set(nama) & set('\\:"*?<>|'):
        return False
    bagian = PurePosixPath(nama).parts
    return bool(bagian) and nama == "/".join(bagian) and not any(b.strip(". ") == "" for b in bagian)


def is_tautan(path: Path) -> bool:
    """Whether a path is a link: symbolic, or a junction of Windows."""
    try:
        keadaan = os.lstat(path)
    except OSError:
        return False
    junction = getattr(keadaan, "st_reparse_tag", 0) == getattr(stat, "IO_REPARSE_TAG_MOUNT_POINT", -1)
    return stat.S_ISLNK(keadaan.st_mode) or junction


def check_tautan(*folder: Path) -> None:
    """Raise KlaError naming every link among some folders and all that lies below them: we never write through one."""
    salah = [
        Kesalahan(
            "tautan",
            f"{p.parent.name}/{p.name}",
            _("ini tautan ke tempat lain, jadi tidak ditulisi"),
            _("Hapus tautan ini, atau pindahkan berkas aslinya ke sini, lalu jalankan lagi."),
        )
        for f in folder
        for p in _tautan(f)
    ]
    if salah:
        raise KlaError(salah)


def _tautan(folder: Path) -> Iterator[Path]:
    if is_tautan(folder):
        yield folder
        return
    for induk, subfolder, berkas in os.walk(folder):
        yield from sorted(p for nama in (*subfolder, *berkas) if is_tautan(p := Path(induk, nama)))


def read_json(path: Path) -> Any:
    """Return what a JSON file holds; None where there is no plain file, or none that can be read."""
    try:
        if not path.is_file() or path.stat().st_size > JSON_TERBESAR:
            return None
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
