"""Load all that the views of one meeting share: meeting, city, book, form, scores."""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.buku import Buku, load_buku
from kla_lib.data.privasi import suppress_capaian
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah import Daerah, load_daerah
from kla_lib.rules.instrumen import Instrumen
from kla_lib.rules.kategori import DaftarKategori, load_kategori
from kla_lib.rules.rapat import Rapat, load_rapat
from kla_lib.scoring.hasil import Hasil
from kla_lib.scoring.laporan import score_buku


@dataclass(frozen=True)
class Konteks:
    """One meeting with everything loaded and scored.

    `hasil` is None where the book records no marks at the meeting's stage.
    """

    rapat: Rapat
    daerah: Daerah
    buku: Buku
    kategori: DaftarKategori
    hasil: Hasil | None

    @property
    def instrumen(self) -> Instrumen:
        return self.buku.instrumen

    @cached_property
    def capaian(self) -> pd.DataFrame | None:
        """The measurements that may be shown: small counts of persons are already hidden."""
        return None if self.buku.capaian is None else suppress_capaian(self.buku.capaian)


def load_konteks(rapat: str | Rapat) -> Konteks:
    """Return a meeting by its id, or a loaded meeting with all that belongs to it.

    Raises KlaError for a faulty file, and where meeting and book contradict each other.
    """
    r = rapat if isinstance(rapat, Rapat) else load_rapat(rapat)
    daerah = load_daerah(r.daerah)
    buku = load_buku(r.path_buku)
    beda = [
        Kesalahan(
            "tidak_cocok",
            nama_tampil(r.path),
            _("{kunci} '{rapat}' berbeda dari buku data ('{buku}')").format(kunci=kunci, rapat=a, buku=b),
            _("Samakan berkas rapat dan lembar Keterangan."),
            sel=_("kunci {kunci}").format(kunci=kunci),
        )
        for kunci, a, b in (
            ("daerah", r.daerah, buku.keterangan.daerah),
            ("instrumen", r.instrumen, buku.keterangan.instrumen),
        )
        if a != b
    ]
    if beda:
        raise KlaError(beda)
    kategori = load_kategori(buku.keterangan.tahun_evaluasi)
    ada = r.tahap in buku.tahap_tersedia()
    hasil = score_buku(buku, r.tahap, kategori) if ada else None
    return Konteks(r, daerah, buku, kategori, hasil)
