"""Work out what a verifier took away from a meeting's book and what the hours for mending can bring back."""

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.kerja import AnggapanKerja, load_kerja
from kla_lib.scoring.dokumen.pemulihan import Pemulihan, pemulihan


def anggapan_kerja(keadaan: Keadaan) -> AnggapanKerja:
    """Return the assumed hours of the evaluated year."""
    return load_kerja(keadaan.params, keadaan.buku.keterangan.tahun_evaluasi)


def pemulihan_tahap(keadaan: Keadaan, tahap: str) -> Pemulihan:
    """Return what the marks and remarks of one stage leave to mend."""
    k = keadaan
    return pemulihan(k.buku, tahap, k.kategori, anggapan_kerja(k), k.jenis_celah, k.penentu)
