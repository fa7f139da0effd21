"""Take out of a text what must not leave this machine: its folders, personal data.

For what our own sentences do not control: what a cell prints, and tracebacks.
"""

import os
import re
import sysconfig
import tempfile
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.pribadi.nama_anak import has_nama_anak
from kla_lib.data.pribadi.nik import has_nik
from kla_lib.data.pribadi.pribadi import SUREL
from kla_lib.data.pribadi.telepon import has_telepon
from kla_lib.data.terbit.keluaran import folder_keluaran
from kla_lib.letak import FOLDER_PARAMS, FOLDER_PROYEK, RAPAT_LAIN, folder_kerja

DIPOTONG = "…"
RUMAH = re.compile(r"(?:/home|/Users|[A-Za-z]:(?:\\+|/)Users)[\\/]+[^\\/\s'\":;,)]+")
"""A home folder, which bears a person's name even where nothing follows."""
BERKUTIP = re.compile(r"(?P<q>['\"])(?:~?/|[A-Za-z]:[\\/])[^'\"\n]*[\\/](?P<nama>[^'\"\\/\n]+)(?P=q)")
"""A path between quotes, where its folders may have spaces."""
UNIX = re.compile(r"(?<![\w.…/:<~])~?/(?:[^\s/'\":;,<>()]+/)+(?=[^\s/])")
WINDOWS = re.compile(r"(?<!\w)[A-Za-z]:\\+(?:[^\\\s:\"'<>|]+\\+)*")


def redact_teks(teks: str) -> str:
    """Return the text without folders of this machine, and without the lines that look like personal data."""
    return "\n".join(_baris(b) for b in teks.split("\n"))


def _baris(baris: str) -> str:
    for akar, ganti in _akar():
        baris = baris.replace(akar, ganti)
    baris = RUMAH.sub(DIPOTONG, BERKUTIP.sub(_kutipan, baris))
    baris = WINDOWS.sub(DIPOTONG + "/", UNIX.sub(DIPOTONG + "/", baris))
    if has_nik(baris) or has_telepon(baris) or SUREL.search(baris) or has_nama_anak(baris):
        return _("(baris ini disembunyikan: tampak memuat data pribadi)")
    return baris


def _kutipan(m: re.Match[str]) -> str:
    """Return a quoted path by its last name alone, or by none where that is a person's home folder."""
    isi = DIPOTONG if RUMAH.fullmatch(m[0][1:-1]) else f"{DIPOTONG}/{m['nama']}"
    return f"{m['q']}{isi}{m['q']}"


def _akar() -> list[tuple[str, str]]:
    """Return the folders that are known here with what stands for each, the longest first.

    They may have spaces, so that no pattern finds them; files of the project
    keep their place in it.
    """
    rapat = [Path(p) for p in (os.environ.get(RAPAT_LAIN), FOLDER_PARAMS / "rapat", folder_kerja()) if p]
    pustaka = {sysconfig.get_path(n) for n in ("purelib", "platlib", "stdlib")}
    lain = [folder_keluaran(), *rapat, Path(tempfile.gettempdir()), Path.cwd()]
    ganti = {f"{p}{s}": "" for p in pustaka | {str(FOLDER_PROYEK)} for s in "/\\"}
    ganti |= {str(p): DIPOTONG for p in (*pustaka, FOLDER_PROYEK, *lain, *(p.resolve() for p in lain))}
    rumah = str(Path.home())
    ganti |= {"~" + a.removeprefix(rumah): g for a, g in ganti.items() if len(rumah) > 1 and a.startswith(rumah)}
    return sorted(((a, g) for a, g in ganti.items() if len(a) > 1), key=lambda x: -len(x[0]))
