"""Apply a list of changes to the example book, so that a later book of the same city comes of it."""

from collections.abc import Iterator
from typing import NamedTuple

from kla_lib.contoh.buat.baris import Baris, Tabel, teks_sel
from kla_lib.data.bentuk import (
    CAPAIAN,
    DATA_DUKUNG,
    DOKUMEN_PERTANYAAN,
    PENILAIAN,
    RAD,
    TINDAK_LANJUT,
    WILAYAH,
)
from kla_lib.tabel.bentuk import Bentuk

BARU = "baru"
APA_PUN = "…"
KOSONG = "-"
JAWAB = {"y": "ya", "t": "tidak"}

TABEL = {
    "nilai": PENILAIAN,
    "dokumen": DATA_DUKUNG,
    "kaitan": DOKUMEN_PERTANYAAN,
    "kegiatan": RAD,
    "keputusan": TINDAK_LANJUT,
    "capaian": CAPAIAN,
    "wilayah": WILAYAH,
}
"""The tables by the word with which a line begins."""


class Ubahan(NamedTuple):
    """One line of the list: a table, the key of a row, whether it is a new one, the cells before and after."""

    jenis: str
    kunci: Baris
    baru: bool
    sel: dict[str, tuple[str, str]]
    alasan: str


def read_ubahan(teks: str) -> list[Ubahan]:
    """Return the lines of a list of changes, each with the reason above it."""
    hasil, alasan = [], ""
    for baris in filter(None, teks.replace("\n  | ", " | ").splitlines()):
        if baris.startswith("# "):
            alasan = baris.removeprefix("# ")
            continue
        awal, *sisa = baris.split(" | ")
        jenis, _batas, kunci = awal.partition(" ")
        baru = kunci.startswith(f"{BARU} ")
        sel = {}
        if jenis == "wilayah" and " " not in kunci:
            sel = {"diterima": (KOSONG, sisa[0]), "isi": (KOSONG, sisa[1])}
        else:
            for isi in sisa:
                kolom, _batas, ubah = isi.partition(": ")
                lama, panah, kini = ubah.partition(" -> ")
                sel[kolom] = (lama, kini) if panah else (KOSONG, ubah)
        hasil.append(Ubahan(jenis, _kunci(jenis, kunci.removeprefix(f"{BARU} ")), baru, sel, alasan))
    return hasil


def _kunci(jenis: str, teks: str) -> Baris:
    """Return the key columns behind the words that name a row."""
    if jenis == "nilai":
        indikator, pertanyaan = teks.split("/")
        return {"tahap": "em", "indikator": indikator, "pertanyaan": pertanyaan}
    if jenis == "kaitan":
        kode, dokumen = teks.split(" ")
        indikator, pertanyaan = kode.split("/")
        return {"indikator": indikator, "pertanyaan": pertanyaan, "id_dokumen": dokumen}
    if jenis == "capaian":
        ukuran, daerah, tahun, sumber = teks.split(";")
        return {"ukuran": ukuran, "wilayah": daerah, "tahun": tahun, "jenis_sumber": sumber}
    if jenis == "wilayah" and " " in teks:
        wilayah, kode = teks.split(" ")
        indikator, pertanyaan = kode.split("/")
        return {"kode_wilayah": wilayah, "indikator": indikator, "pertanyaan": pertanyaan}
    return {TABEL[jenis].kunci[0]: teks}


def apply_ubahan(buku: dict[Bentuk, Tabel], ubahan: list[Ubahan]) -> dict[Bentuk, Tabel]:
    """Return the book with the changes; the given one stays as it is.

    Raises ValueError for a row that is not there, or a cell that does not hold
    what the list says was there before: the list belongs to one first book.
    """
    hasil = {bentuk: [dict(b) for b in tabel] for bentuk, tabel in buku.items()}
    for u in ubahan:
        tabel = hasil[TABEL[u.jenis]]
        if u.baru:
            _sisipkan(tabel, u)
        elif "isi" in u.sel and "indikator" not in u.kunci:
            _isi_wilayah(list(_milik(tabel, u.kunci)), u)
        else:
            milik = list(_milik(tabel, u.kunci))
            if len(milik) != 1:
                raise ValueError(f"{u.jenis} {u.kunci}: {len(milik)} rows")
            _ubah(milik[0], u)
    return hasil


def _milik(tabel: Tabel, kunci: Baris) -> Iterator[Baris]:
    return (b for b in tabel if all(teks_sel(b.get(k)) == teks_sel(v) for k, v in kunci.items()))


def _ubah(baris: Baris, u: Ubahan) -> None:
    for kolom, (lama, kini) in u.sel.items():
        ada = teks_sel(baris.get(kolom)) or KOSONG
        if lama not in (ada, APA_PUN):
            raise ValueError(f"{u.jenis} {u.kunci}, {kolom}: {ada}, not {lama}")
        baris[kolom] = None if kini == KOSONG else kini


def _isi_wilayah(milik: Tabel, u: Ubahan) -> None:
    kosong, isi = [b for b in milik if not b["isi"]], u.sel["isi"][1].split()
    for baris, jawab in zip(kosong, isi, strict=True):
        baris |= {"isi": JAWAB[jawab], "diterima": u.sel["diterima"][1]}


def _sisipkan(tabel: Tabel, u: Ubahan) -> None:
    """Add a row: at the end, a document of a question after those of its indikator."""
    if any(True for _b in _milik(tabel, u.kunci)):
        raise ValueError(f"{u.jenis} {u.kunci} is already there")
    baris: Baris = u.kunci | {kolom: kini for kolom, (_lama, kini) in u.sel.items()}
    sama = [n for n, b in enumerate(tabel) if b.get("indikator") == u.kunci.get("indikator", KOSONG)]
    tabel.insert(sama[-1] + 1 if sama else len(tabel), baris)
