"""Tell which office is responsible for what changed."""

from kla_lib.scoring.perubahan import Selisih
from kla_lib.views.konteks import Konteks


def milik_kantor(konteks: Konteks, s: Selisih, opd: str) -> bool:
    """Whether an office (a role or a name) is responsible for the row that changed.

    A question belongs to the office that the form names first.  What is gone
    from the book belongs to nobody: only the book says whose it was.
    """
    peran = _peran(konteks, s)
    return peran is not None and konteks.daerah.nama_opd(peran) == konteks.daerah.nama_opd(
        konteks.daerah.peran_of(opd) or opd
    )


def _peran(konteks: Konteks, s: Selisih) -> str | None:
    b = konteks.buku
    if s.jenis in ("nilai", "jawaban"):
        indikator, _batas, pertanyaan = s.kode.rpartition(":")[2].partition("/")
        p = konteks.instrumen.pertanyaan
        milik = p.loc[(p["indikator"] == indikator) & (p["pertanyaan"] == pertanyaan), "opd"]
        return next((o[0] for o in milik if o), None)
    if s.jenis == "wilayah" and b.wilayah is not None:
        return next(iter(b.wilayah.loc[b.wilayah["kode_wilayah"] == s.kode, "tingkat"]), None)
    tabel, kunci = {
        "dokumen": (b.data_dukung, "id_dokumen"),
        "kaitan": (b.data_dukung, "id_dokumen"),
        "kegiatan": (b.rad, "id_kegiatan"),
        "keputusan": (b.tindak_lanjut, "id_keputusan"),
    }.get(s.jenis, (None, ""))
    return None if tabel is None else next(iter(tabel.loc[tabel[kunci] == s.kode, "opd"]), None)
