"""Take from a region's draws the futures that a plan is chosen on, and the fresh ones that it is tested on."""

from collections.abc import Mapping

from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, Susunan
from kla_lib.scoring.perkiraan.undian import Undian
from kla_lib.scoring.rencana.rencana import Ramalan


def ramalan_rencana(
    susunan: Susunan, undian: Mapping[str, Undian], segar: Mapping[str, Undian]
) -> tuple[Ramalan, dict[str, Ramalan]]:
    """Return the futures for choosing a plan, and for every setting fresh ones for testing it, the main one first.

    undian, segar: draws of the same region by setting, from different seeds.
    """
    nama = [UTAMA, *(n for n in segar if n != UTAMA)]
    return _ramal(susunan, undian[UTAMA]), {n: _ramal(susunan, segar[n]) for n in nama}


def _ramal(susunan: Susunan, undian: Undian) -> Ramalan:
    return Ramalan(
        undian.tak_terbatas(susunan),
        {nama: undian.akhir(k) for k, nama in enumerate(KEADAAN_DOKUMEN)},
        undian.baru,
    )
