"""Read a data book without a meeting: what can be shown of it does not depend on a day."""

from datetime import date
from pathlib import Path

from kla_lib.data.buku import load_buku
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.daerah.daerah import Daerah, Opd, find_daerah
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import Rapat
from kla_lib.scoring.nilai.laporan import score_buku

BULAN_DAN_HARI_AKHIR = (12, 31)


def load_keadaan_buku(params: Params, path: Path) -> Keadaan:
    """Return a book as if a meeting were held on the day of its data, at the stage that it is in.

    Where the day is not known, it is the last of the evaluated year.  The
    meeting's target and sessions are made up and must not be shown.  A city
    without a file of its own calls its offices by their common names.
    """
    buku = load_buku(params, path)
    k = buku.keterangan
    kategori = load_kategori(params, k.tahun_evaluasi)
    rapat = Rapat.model_validate(
        {
            "id": path.stem,
            "daerah": k.daerah,
            "tanggal": k.tanggal_data or date(k.tahun_evaluasi, *BULAN_DAN_HARI_AKHIR),
            "instrumen": k.instrumen,
            "tahap": k.tahap_berjalan,
            "sasaran": kategori.kategori[-1].id,
            "buku_data": path.name,
            "path": path,
        }
    )
    ada = k.tahap_berjalan in buku.tahap_tersedia()
    hasil = score_buku(buku, k.tahap_berjalan, kategori) if ada else None
    return Keadaan(params, rapat, _daerah(params, k.daerah), buku, kategori, hasil)


def _daerah(params: Params, id_daerah: str) -> Daerah:
    umum = {peran: Opd(nama=r.nama) for peran, r in load_peran(params).items()}
    return find_daerah(params, id_daerah) or Daerah(id_daerah, id_daerah, "", umum)
