"""Put right what a killed run has left behind in the folder of a meeting."""

import shutil
from pathlib import Path

from kla_lib.berkas import SEMENTARA
from kla_lib.publish.batch.paket import KERJA
from kla_lib.publish.cetak.peramban import CETAK
from kla_lib.publish.terbitan.simpan import SIAP, recover_paket


def rapikan_sisa(folder: Path) -> list[str]:
    """Return the packs of which a version was still to be put in place, and now is.

    Only for the holder of the meeting's lock: nobody else is at work in the
    folder, so whatever lies about in it is left over.
    """
    pulih = [siap.parent for siap in sorted(folder.rglob(SIAP)) if recover_paket(siap.parent)]
    for kerja in [k for pola in (f"{KERJA}*", f"{CETAK}*") for k in folder.rglob(pola)]:
        shutil.rmtree(kerja, ignore_errors=True)
    rapikan_sementara(folder)
    return [p.relative_to(folder).as_posix() for p in pulih]


def rapikan_sementara(folder: Path) -> None:
    """Remove the half-written files of a folder and of those in it."""
    for sisa in list(folder.rglob(SEMENTARA)):
        if not sisa.is_dir():
            sisa.unlink(missing_ok=True)
