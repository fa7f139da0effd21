"""Draw the futures that a plan is chosen on, and the fresh ones that it is tested on."""

from collections.abc import Iterable

import numpy as np

from kla_lib.rules.verifikasi import Pasangan, Verifikasi
from kla_lib.scoring.perkiraan.perkiraan import ACUAN, draw_total, langkah_tersisa, siapkan_meja
from kla_lib.scoring.perkiraan.susunan import KEADAAN_DOKUMEN, Susunan
from kla_lib.scoring.rencana.rencana import Ramalan


def ramalan_rencana(
    susunan: Susunan, verifikasi: Verifikasi, dari: str, riwayat: Iterable[Pasangan] = (), draws: int | None = None
) -> tuple[Ramalan, dict[str, Ramalan]] | None:
    """Return the draws for choosing a plan, and for every assumed mix fresh ones for testing it, the main mix first.

    None where nothing is left to forecast, or no points are recorded.  The
    fresh draws have the next seed, so they share nothing with the first.
    """
    if not langkah_tersisa(verifikasi, dari) or not susunan.tercatat.any():
        return None
    riwayat, benih = tuple(riwayat), verifikasi.seed + 1
    nama = [ACUAN, *(n for n in verifikasi.campuran if n != ACUAN)]
    return (
        _undi(susunan, verifikasi, dari, riwayat, ACUAN, draws, verifikasi.seed),
        {n: _undi(susunan, verifikasi, dari, riwayat, n, draws, benih) for n in nama},
    )


def _undi(
    susunan: Susunan,
    verifikasi: Verifikasi,
    dari: str,
    riwayat: tuple[Pasangan, ...],
    campuran: str,
    draws: int | None,
    seed: int,
) -> Ramalan:
    """Return the totals with the share of each office in each state of documents, from the same draws."""
    undian = draw_total(susunan, verifikasi, dari, riwayat=riwayat, campuran=campuran, draws=draws, seed=seed)
    pilihan = [verifikasi.campuran[campuran]]
    meja, lanjut = siapkan_meja(susunan, verifikasi, dari, riwayat=riwayat, campuran=pilihan, draws=draws, seed=seed)
    kantor = range(len(susunan.daftar_opd))
    bagian = {
        nama: np.stack([meja.bagian_opd(o, k)[0] for o in kantor], axis=1) * lanjut[:, None]
        for k, nama in enumerate(KEADAAN_DOKUMEN)
    }
    return Ramalan(undian.total, bagian, undian.opd)
