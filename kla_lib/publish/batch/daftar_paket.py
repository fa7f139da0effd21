"""List what is to be made of a meeting: one request for each pack, all checked before anything runs."""

from collections.abc import Sequence
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.batch.paket import PesananPaket
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman, nama_skenario
from kla_lib.views.rupa.tema import TINTA, WARNA_KLASTER

RINGKASAN = "ringkasan"
NOTEBOOK_KLASTER, NOTEBOOK_RINGKASAN = "30_paket_klaster", "40_ringkasan_rapat"


def daftar_paket(
    keadaan: Keadaan, folder: Path, only: Sequence[str] = (), luar: Path | None = None
) -> list[PesananPaket]:
    """Return the packs of a meeting, or of a scenario of it, in the order of the form, the summary last.

    only: just these klaster (and the summary); a name that is none of them is
    a KlaError.  luar: folder of the meeting file, where that is not params/rapat.
    """
    semua = [k.id for k in keadaan.instrumen.klaster]
    asing = [k for k in only if k not in semua]
    if asing:
        raise KlaError(
            Kesalahan("klaster", "--only", _("klaster '{k}' tidak dikenal").format(k=k), maksud(k, semua))
            for k in asing
        )
    atas, kaki = atas_halaman(keadaan), kaki_halaman(keadaan)
    umum = {"rapat": keadaan.rapat.id, "skenario": nama_skenario(keadaan), "untuk": keadaan.untuk}
    paket = [
        PesananPaket(
            k.id,
            NOTEBOOK_KLASTER,
            {**umum, "klaster": k.id},
            folder / k.id,
            k.judul,
            atas,
            WARNA_KLASTER[k.id],
            kaki,
            luar,
        )
        for k in keadaan.instrumen.klaster
        if not only or k.id in only
    ]
    ringkasan = PesananPaket(
        RINGKASAN,
        NOTEBOOK_RINGKASAN,
        umum,
        folder / RINGKASAN,
        _("Ringkasan rapat"),
        atas,
        TINTA,
        kaki,
        luar,
    )
    return [*paket, ringkasan]
