"""Collect a folder of returned files into a book on disk, and report what came, what differs, what is missing."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kla_lib.bahasa import _
from kla_lib.berkas import write_result
from kla_lib.data.bentuk import (
    ASAL,
    BENTROK,
    ISI_KETERANGAN,
    KETERANGAN,
    KIRIMAN,
    PENILAIAN,
    TABEL,
)
from kla_lib.data.buku import Buku, inspect_buku, load_buku
from kla_lib.data.keterangan import Keterangan
from kla_lib.data.kumpul.asal import load_asal, make_pendamping, same_pendamping, waktu_tercatat
from kla_lib.data.kumpul.gabung import Kejadian, Kumpulan, Letak, merge_kiriman
from kla_lib.data.kumpul.kaitan import drop_kaitan
from kla_lib.data.kumpul.kekurangan import DITERIMA, DITOLAK, KOSONG, Kekurangan, list_kekurangan
from kla_lib.data.kumpul.kiriman import Kiriman, Kunci, daftar_kiriman, read_kiriman, salinan_bentrok
from kla_lib.data.kumpul.saring import drop_shared_numbers, keep_own
from kla_lib.data.sunting.simpan import Ubahan, save_ubahan
from kla_lib.data.tulis import tables_of, to_teks, workbook_bytes, write_buku
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.gembok import lock_buku
from kla_lib.rules.daerah.daerah import Daerah, load_daerah
from kla_lib.rules.form.instrumen import Instrumen, load_instrumen
from kla_lib.rules.params import Params
from kla_lib.tabel.bentuk import Bentuk

Rows = dict[Bentuk, dict[Kunci, dict[str, Any]]]
Layout = Callable[[Keterangan, dict[Bentuk, list[dict[str, Any]]]], bytes]


def workbook_of(_kepala: Keterangan, isi: dict[Bentuk, list[dict[str, Any]]]) -> bytes:
    """Return a new book as plain sheets."""
    return workbook_bytes(isi)


SAMA = ("daerah", "tahun_evaluasi", "instrumen", "contoh")
"""What a returned file and the book must say alike."""


@dataclass(frozen=True)
class Pengumpulan:
    """The report of one collection: accepted files, faults of all, the merge, and what is missing per office.

    pengirim: the office behind each file, refused ones too.  salinan_bentrok: second versions that a cloud folder
    has made; they were passed over.
    """

    daerah: Daerah
    instrumen: Instrumen
    kiriman: tuple[Kiriman, ...]
    salah: tuple[Kesalahan, ...]
    kumpulan: Kumpulan
    kekurangan: tuple[Kekurangan, ...]
    berubah: bool
    pengirim: Mapping[str, str]
    salinan_bentrok: tuple[str, ...] = ()

    @property
    def bentrok(self) -> list[Kejadian]:
        """The places on which files disagree; they are empty in the book."""
        return self.kumpulan.pilih("bentrok")


def collect(params: Params, folder: Path, tujuan: Path, layout: Layout = workbook_of) -> Pengumpulan:
    """Merge the files of a folder into the book `tujuan` (XLSX or folder of CSV), made where there is none.

    Faulty cells and files are left out and named.  Raises KlaError where
    nothing can be collected or the book itself is at fault; then nothing is
    written.  layout: how a new XLSX book looks.
    """
    with lock_buku(tujuan):
        return _collect(params, folder, tujuan, layout)


def _collect(params: Params, folder: Path, tujuan: Path, layout: Layout) -> Pengumpulan:
    lama = load_buku(params, tujuan) if tujuan.exists() else None
    berkas = [b for b in daftar_kiriman(folder) if b.resolve() != tujuan.resolve()]
    kiriman = _read_semua(params, berkas, lama)
    kepala, cocok, lain = _satu_daerah(kiriman, lama)
    if kepala is None or not any(k.diterima for k in cocok):
        raise KlaError([*(s for k in kiriman for s in k.salah), *lain])
    daerah, instrumen = load_daerah(params, kepala.daerah), load_instrumen(params, kepala.instrumen)
    diterima, ganda = drop_shared_numbers([keep_own(k, instrumen, daerah) for k in cocok if k.diterima])
    diterima, kaitan = drop_kaitan(diterima, lama)
    salah = [s for k in _terbaru(kiriman, diterima) for s in k.salah] + lain + ganda + kaitan
    isi = _per_kunci(lama)
    kumpulan = merge_kiriman(isi, load_asal(lama, isi, diterima), diterima, waktu_tercatat(lama))
    berubah = _write(params, tujuan, lama, kepala, kumpulan, diterima, layout)
    kekurangan = tuple(list_kekurangan(load_buku(params, tujuan), _keadaan(kiriman, diterima), daerah))
    pengirim = {k.berkas: k.opd for k in kiriman}
    return Pengumpulan(
        daerah,
        instrumen,
        tuple(diterima),
        tuple(salah),
        kumpulan,
        kekurangan,
        berubah,
        pengirim,
        salinan_bentrok(folder),
    )


def _terbaru(kiriman: Sequence[Kiriman], diterima: Sequence[Kiriman]) -> list[Kiriman]:
    """Return the files in their order, the accepted ones as they are after everything was left out."""
    per_nama = {k.berkas: k for k in diterima}
    return [per_nama.get(k.berkas, k) for k in kiriman]


def _keadaan(kiriman: Sequence[Kiriman], diterima: Sequence[Kiriman]) -> dict[str, str]:
    """Return for each office that sent a file what came of it; the best of several files counts."""
    hasil = {k.opd: DITOLAK for k in kiriman}
    for k in diterima:
        if k.dinilai or k.dokumen or k.wilayah:
            hasil[k.opd] = DITERIMA
        elif hasil[k.opd] != DITERIMA:
            hasil[k.opd] = KOSONG
    return hasil


def _read_semua(params: Params, berkas: Sequence[Path], lama: Buku | None) -> list[Kiriman]:
    """Read every file; the city's office names are known once one file or the book names the city."""
    kiriman = [read_kiriman(params, p, None) for p in berkas]
    sebut = Counter(k.keterangan.daerah for k in kiriman if k.keterangan)
    id_daerah = lama.keterangan.daerah if lama else next(iter(dict(sebut.most_common(1))), None)
    if id_daerah is None:
        return kiriman
    daerah = load_daerah(params, id_daerah)
    return [
        read_kiriman(params, p, daerah) if _perlu_nama(k, daerah) else k for p, k in zip(berkas, kiriman, strict=True)
    ]


def _perlu_nama(k: Kiriman, daerah: Daerah) -> bool:
    return k.opd not in daerah.opd


def _satu_daerah(kiriman: list[Kiriman], lama: Buku | None) -> tuple[Keterangan | None, list[Kiriman], list[Kesalahan]]:
    """Return the head of the book and the files that belong to it; a file of another city or year is refused.

    Without a book the head is what most files say.
    """
    kepala = [k.keterangan for k in kiriman if k.keterangan is not None]
    if lama is not None:
        acuan: Keterangan | None = lama.keterangan
    else:
        sebut = Counter(tuple(getattr(k, s) for s in SAMA) for k in kepala)
        teratas = sebut.most_common(1)[0][0] if sebut else None
        acuan = next((k for k in kepala if tuple(getattr(k, s) for s in SAMA) == teratas), None)
    salah, cocok = [], []
    for k in kiriman:
        beda = [s for s in SAMA if k.keterangan and acuan and getattr(k.keterangan, s) != getattr(acuan, s)]
        salah += [
            Kesalahan(
                "lain_daerah",
                k.berkas,
                _("{kunci} '{isi}' berbeda dari buku ('{buku}')").format(
                    kunci=s, isi=to_teks(getattr(k.keterangan, s)), buku=to_teks(getattr(acuan, s))
                ),
                _("Berkas ini tidak diambil. Perbaiki lembar Keterangan, atau pindahkan berkasnya."),
                lembar=KETERANGAN.lembar,
            )
            for s in beda
        ]
        if not beda:
            cocok.append(k)
    return acuan, cocok, salah


def _per_kunci(buku: Buku | None) -> Rows:
    """Return the rows of a book by their keys."""
    if buku is None:
        return {}
    return {
        bentuk: {tuple(r[k] for k in bentuk.kunci): r for r in baris}
        for bentuk, baris in tables_of(buku).items()
        if bentuk is not KETERANGAN
    }


def _write(
    params: Params,
    tujuan: Path,
    lama: Buku | None,
    kepala: Keterangan,
    kumpulan: Kumpulan,
    kiriman: Sequence[Kiriman],
    layout: Layout,
) -> bool:
    """Write the book where something changed; tell whether it did."""
    pendamping = make_pendamping(lama, kumpulan, kiriman)
    if lama is None:
        isi = {KETERANGAN: _kepala(kepala), **_tabel_baru(kumpulan.ubahan), **pendamping}
        if tujuan.suffix.lower() == ".xlsx":
            write_result(tujuan, layout(kepala, isi))
        else:
            write_buku(isi, tujuan)
        return True
    dulu = {KIRIMAN: lama.kiriman, ASAL: lama.asal, BENTROK: lama.bentrok}
    sama = all(same_pendamping(dulu[bentuk], baris) for bentuk, baris in pendamping.items())
    if sama and not kumpulan.ubahan:
        return False
    save_ubahan(params, tujuan, kumpulan.ubahan, lama.hash, pendamping)
    return True


def _kepala(k: Keterangan) -> list[dict[str, Any]]:
    sumber = _("Isian kantor, dikumpulkan dari berkas yang dikirim kembali")
    isi = {n.nama: getattr(k, n.nama) for n in ISI_KETERANGAN if n.nama != "opd"} | {"sumber": sumber}
    return [{"kunci": kunci, "isi": to_teks(v) or None} for kunci, v in isi.items()]


def _tabel_baru(ubahan: Iterable[Ubahan]) -> dict[Bentuk, list[dict[str, Any]]]:
    """Return the rows that the changes make where there was no book."""
    rows: Rows = {b: {} for b in TABEL[1:]}
    for u in ubahan:
        rows[u.bentuk].setdefault(u.kunci, dict(zip(u.bentuk.kunci, u.kunci, strict=True)))[u.kolom] = u.nilai
    return {b: list(r.values()) for b, r in rows.items() if r or b is PENILAIAN}


def find_cells(params: Params, buku: Path, daftar: Iterable[Letak]) -> dict[Letak, str]:
    """Return the cell of each place in a book on disk: "Penilaian, sel H17"; a row that is not there has none."""
    p = inspect_buku(params, buku)
    baris = {
        (b, tuple(r[k] for k in b.kunci)): int(str(nomor)) for b, t in p.tabel.items() for nomor, r in t.iterrows()
    }
    return {
        letak: f"{letak[0].lembar}, {p.mentah[letak[0]].sel(letak[2], baris[letak[:2]])}"
        for letak in daftar
        if letak[:2] in baris
    }
