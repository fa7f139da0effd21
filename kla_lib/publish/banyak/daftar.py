"""Find the meetings of files and folders, by city in the order of their days."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.sql.cuplikan import refresh_cuplikan
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.publish.banyak.pesanan import TAK_BISA, AkhirRapat
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.tempat import is_milik_lain


def daftar_rapat(params: Params, tempat: Iterable[Path]) -> tuple[list[list[Rapat]], list[AkhirRapat]]:
    """Return the meetings of each city by day, the city with most first, and what could not be taken up.

    A file named twice is one meeting; two files with one id are none, since
    they would write into one folder.  A book in a database is read here: whoever
    makes the meeting needs only what is kept of it.
    """
    salah: list[AkhirRapat] = []
    menurut_id: dict[str, list[Rapat]] = defaultdict(list)
    for path in dict.fromkeys(p.absolute() for t in tempat for p in _berkas(t, salah)):
        try:
            rapat = load_rapat(params, path)
            refresh_cuplikan(params, rapat.buku_data)
        except KlaError as e:
            salah.append(AkhirRapat(path.stem, TAK_BISA, pesan=(str(e),)))
        else:
            menurut_id[rapat.id].append(rapat)
    menurut_daerah: dict[str, list[Rapat]] = defaultdict(list)
    for id_rapat, ada in menurut_id.items():
        if len(ada) > 1:
            salah.append(AkhirRapat(id_rapat, TAK_BISA, pesan=(str(_kembar(id_rapat, ada)),)))
        else:
            menurut_daerah[ada[0].daerah].append(ada[0])
    deret = [sorted(isi, key=lambda r: (r.tanggal, r.id)) for isi in menurut_daerah.values()]
    return sorted(deret, key=len, reverse=True), salah


def _berkas(tempat: Path, salah: list[AkhirRapat]) -> list[Path]:
    """Return the meeting files that a place stands for; a folder without any is told in `salah`."""
    if not tempat.is_dir():
        return [tempat]
    ada = sorted(p for p in tempat.glob("*.yaml") if not is_milik_lain(p.name))
    if not ada:
        kosong = Kesalahan(
            "rapat",
            nama_tampil(tempat),
            _("folder ini tidak berisi berkas rapat"),
            _("Sebut folder yang berisi berkas rapat (.yaml), biasanya folder rapat di folder kerja."),
        )
        salah.append(AkhirRapat(tempat.name, TAK_BISA, pesan=(str(KlaError(kosong)),)))
    return ada


def _kembar(id_rapat: str, ada: list[Rapat]) -> KlaError:
    return KlaError(
        Kesalahan(
            "rapat",
            ", ".join(nama_tampil(r.path) for r in ada),
            _("{n} berkas rapat memakai id '{id}'").format(n=len(ada), id=id_rapat),
            _("Beri tiap rapat id sendiri; keluarannya ada di folder dengan nama itu."),
        )
    )
