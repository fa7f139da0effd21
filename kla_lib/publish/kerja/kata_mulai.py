"""Say what became of a work folder: what was made, what stayed, what comes next."""

from collections.abc import Iterator

from kla_lib.bahasa import _
from kla_lib.publish.kerja.mulai import HasilMulai

PALING_BANYAK = 6
"""Places of files that are named; the others are counted."""


def lines_of(h: HasilMulai) -> Iterator[str]:
    """Yield what was made, what stayed, and the next step."""
    kalimat = _("Folder kerja {daerah} dibuat: {folder}") if h.baru else _("Folder kerja {daerah}: {folder}")
    yield kalimat.format(daerah=h.daerah.nama, folder=h.folder)
    if h.tetap:
        yield _("Sudah ada dan tidak diubah: {daftar}.").format(daftar=_daftar(h.tetap))
    if h.ditambah:
        yield _("Ditambahkan: {daftar}.").format(daftar=_daftar(h.ditambah))
    else:
        yield _("Tidak ada yang kurang, jadi tidak ada yang ditambahkan.")
    if h.dari_rapat:
        yield _("Rapat yang disiapkan kini {baru}, bukan lagi {lama} (baris rapat di kla.yaml).").format(
            baru=h.rapat, lama=h.dari_rapat
        )
    yield from h.pesan
    yield _("Berikutnya: kirim berkas di {isian}, simpan yang kembali di {kembali}, lalu dari folder itu:").format(
        isian=h.folder / "isian", kembali=h.folder / "kembali"
    )
    yield "  kla collect"
    yield "  kla check"
    yield "  kla run"


def _daftar(tempat: tuple[str, ...]) -> str:
    """Return the places, files of one folder together where there are many."""
    per_folder: dict[str, list[str]] = {}
    for t in tempat:
        per_folder.setdefault(t.rpartition("/")[0], []).append(t)
    hasil = []
    for folder, isi in per_folder.items():
        banyak = folder and len(isi) > PALING_BANYAK
        hasil += [_("{folder}/ ({n} berkas)").format(folder=folder, n=len(isi))] if banyak else isi
    return ", ".join(hasil)
