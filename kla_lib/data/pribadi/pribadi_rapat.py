"""Refuse personal data in the words of a meeting file, in the names of its city: they stand on every page."""

import re

from kla_lib.data.pribadi.pribadi import SUREL, check_teks
from kla_lib.errors import Kesalahan
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import Daerah, path_daerah
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat

KATA_MEJA = frozenset(
    {
        *("admin", "gugus", "humas", "info", "informasi", "kla", "kontak", "layanan", "loket"),
        *("pengaduan", "ppid", "sekretariat", "tugas", "umum", "uptd"),
    }
)
"""Words in the address of a desk that are no name of an office."""


def is_surel_meja(alamat: str, daerah: Daerah) -> bool:
    """Whether an address belongs to an office and to nobody: under .go.id, and before the @ only what names a desk.

    That is the name or another spelling of an office, as the city file has it, or words such as "sekretariat".
    """
    nama, _at, domain = alamat.replace(" ", "").partition("@")
    kata = re.split(r"[._+-]", nama)
    if not domain.lower().endswith(".go.id"):
        return False
    return daerah.peran_of(nama) is not None or all(
        k.lower() in KATA_MEJA or daerah.peran_of(k) is not None for k in kata
    )


def check_rapat(params: Params, rapat: Rapat, daerah: Daerah) -> list[Kesalahan]:
    """Return the keys of both files whose text looks like personal data.

    The city's contact too: a desk, a counter, a site or the address of an
    office can be named to all, a number or somebody's address goes on from
    hand to hand.
    """
    teks: dict[str, str | None] = {}
    for n, s in enumerate(rapat.sesi, start=1):
        teks |= {f"sesi {n} nama": s.nama, f"sesi {n} tempat": s.tempat, f"sesi {n} waktu": s.waktu}
        teks |= {f"sesi {n} anggota {m} nama": a.nama for m, a in enumerate(s.anggota, start=1)}
    kota: dict[str, str | None] = {"nama": daerah.nama, "provinsi": daerah.provinsi}
    kota |= {f"opd {peran} nama": o.nama for peran, o in daerah.opd.items()}
    kota |= {f"wilayah {w.kode} nama": w.nama for w in daerah.wilayah}
    if daerah.kontak is not None:
        saluran = SUREL.sub(lambda m: "" if is_surel_meja(m[0], daerah) else m[0], daerah.kontak.saluran)
        kota |= {"kontak nama": daerah.kontak.nama, "kontak saluran": saluran}
    return [
        *check_teks(nama_tampil(rapat.path), teks),
        *check_teks(nama_tampil(path_daerah(params, daerah.id)), kota),
    ]
