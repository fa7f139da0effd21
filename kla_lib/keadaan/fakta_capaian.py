"""State where outcomes go, the points beside them, and by what each measure is split."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING

from kla_lib.data.bentuk import CAPAIAN
from kla_lib.keadaan.fakta_bentuk import Fakta, make_fakta
from kla_lib.scoring.indeks.perubahan import MEMBAIK, MEMBURUK, TANPA_PERUBAHAN, TANPA_POIN, TETAP
from kla_lib.scoring.indeks.terpilah import ADA, BELUM, SEBAGIAN

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan

ARAH = MappingProxyType({MEMBURUK: 0, TETAP: 1, MEMBAIK: 2})
"""The numbers under which a direction is published; one that is not known is null."""
STATUS_TERPILAH = MappingProxyType({BELUM: 0, SEBAGIAN: 1, ADA: 2})


def fakta_anak(keadaan: "Keadaan", klaster: str) -> Iterator[Fakta]:
    """Yield the facts of one klaster: only of indikator and measures that the book has figures of."""
    anak, paket = keadaan.anak, keadaan.klaster(klaster)
    for g in anak.gerak_milik(paket):
        id_fakta = f"gerak:{g.ukuran}:{g.jenis_sumber}"
        yield make_fakta(id_fakta, ARAH.get(g.arah), "arah_capaian", "capaian", g.indikator or "", CAPAIAN.lembar)
    for p in anak.poin_milik(paket):
        if not p.gerak:
            continue
        for nama, nilai, satuan in (
            ("arah", ARAH.get(p.arah), "arah_capaian"),
            ("bagian", p.bagian, "bagian"),
            ("bagian_terdukung", p.terdukung, "bagian"),
            (TANPA_PERUBAHAN, int(p.daftar == TANPA_PERUBAHAN), "ya_tidak"),
            (TANPA_POIN, int(p.daftar == TANPA_POIN), "ya_tidak"),
        ):
            yield make_fakta(f"{nama}:{p.indikator}", nilai, satuan, "indikator", p.indikator, CAPAIAN.lembar)
    for t in anak.terpilah_milik(paket):
        nilai = STATUS_TERPILAH[t.status]
        yield make_fakta(f"terpilah:{t.ukuran}", nilai, "status_terpilah", "capaian", t.indikator or "", CAPAIAN.lembar)
