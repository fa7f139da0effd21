"""Refuse personal data in the words of a meeting file, in the names of its city: they stand on every page."""

from kla_lib.data.pribadi.pribadi import check_teks
from kla_lib.errors import Kesalahan
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.daerah import Daerah, path_daerah
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat


def check_rapat(params: Params, rapat: Rapat, daerah: Daerah) -> list[Kesalahan]:
    """Return the keys of both files whose text looks like personal data.

    The city's contact too: a desk, a counter or a site can be named to all, a
    number or an address goes on from hand to hand.
    """
    teks: dict[str, str | None] = {}
    for n, s in enumerate(rapat.sesi, start=1):
        teks |= {f"sesi {n} nama": s.nama, f"sesi {n} tempat": s.tempat, f"sesi {n} waktu": s.waktu}
        teks |= {f"sesi {n} anggota {m} nama": a.nama for m, a in enumerate(s.anggota, start=1)}
    kota: dict[str, str | None] = {"nama": daerah.nama, "provinsi": daerah.provinsi}
    kota |= {f"opd {peran} nama": o.nama for peran, o in daerah.opd.items()}
    kota |= {f"wilayah {w.kode} nama": w.nama for w in daerah.wilayah}
    if daerah.kontak is not None:
        kota |= {"kontak nama": daerah.kontak.nama, "kontak saluran": daerah.kontak.saluran}
    return [
        *check_teks(nama_tampil(rapat.path), teks),
        *check_teks(nama_tampil(path_daerah(params, daerah.id)), kota),
    ]
