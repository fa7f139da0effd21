"""Tell the evaluator what she can repair: place, fault, value found, what to write instead."""

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from kla_lib.bahasa import _
from kla_lib.tampak import sebaris
from kla_lib.terdekat import terdekat

CONTOH_PER_JENIS = 5
BANYAK_PILIHAN = 12


@dataclass(frozen=True)
class Kesalahan:
    """One fault in a file that an evaluator wrote.

    `jenis` groups faults of one kind: at most five of a kind are printed, the
    rest is counted.  `lembar` and `sel` are empty where the file has none.
    """

    jenis: str
    berkas: str
    salah: str
    perbaikan: str
    lembar: str = ""
    sel: str = ""

    def __str__(self) -> str:
        tempat = [sebaris(self.berkas)]
        if self.lembar:
            tempat.append(_("lembar {lembar}").format(lembar=sebaris(self.lembar)))
        if self.sel:
            tempat.append(sebaris(self.sel))
        return f"{', '.join(tempat)}: {self.salah}. {self.perbaikan}"

    def sebagai_dict(self) -> dict[str, str]:
        """Return the fault for `--json`."""
        return asdict(self)


class KlaError(Exception):
    """Faults that the evaluator can repair, all at once; text in Indonesian.

    Anything else that goes wrong is a programming error and stays a plain exception.
    """

    def __init__(self, kesalahan: Kesalahan | Iterable[Kesalahan]):
        daftar = (kesalahan,) if isinstance(kesalahan, Kesalahan) else tuple(kesalahan)
        if not daftar:
            raise ValueError("a KlaError needs at least one fault")
        self.kesalahan = daftar
        super().__init__(daftar)

    def __str__(self) -> str:
        per_jenis: dict[tuple[str, str, str], list[Kesalahan]] = {}
        for k in self.kesalahan:
            per_jenis.setdefault((k.berkas, k.lembar, k.jenis), []).append(k)
        baris = []
        for kelompok in per_jenis.values():
            baris += [str(k) for k in kelompok[:CONTOH_PER_JENIS]]
            lebih = len(kelompok) - CONTOH_PER_JENIS
            if lebih > 0:
                baris.append(_("  … dan {n} kesalahan sejenis lagi.").format(n=lebih))
        return "\n".join(baris)

    def __reduce__(self) -> tuple[type["KlaError"], tuple[tuple[Kesalahan, ...]]]:
        return type(self), (self.kesalahan,)


def maksud(salah: str, pilihan: Iterable[str]) -> str:
    """Return "Maksud Anda 'x'?" where that is sure, else the choices; nothing where there are none.

    Of a list longer than twelve those are printed that look most like the wrong word.
    """
    daftar = sorted(map(str, pilihan))
    if not daftar:
        return ""
    dekat = terdekat(str(salah), daftar)
    if dekat is not None:
        return _("Maksud Anda '{pilihan}'?").format(pilihan=dekat)
    if len(daftar) > BANYAK_PILIHAN:
        serupa = sorted(daftar, key=lambda d: -difflib.SequenceMatcher(None, d, str(salah)).ratio())
        daftar = [*sorted(serupa[:BANYAK_PILIHAN]), "…"]
    return _("Pilihan: {pilihan}.").format(pilihan=", ".join(daftar))
