"""Load a meeting's mini-verification, and show what is drawn and what a reader may know of a document."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.catatan_mini import (
    PEMBACA,
    SEPAKAT,
    CatatanBaca,
    Pembaca,
    Terundi,
    folder_catatan,
    path_catatan,
    read_catatan_baca,
)
from kla_lib.data.dokumen import butir_diminta, sebut_butir
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.letak import nama_tampil
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.dokumen.register import kaitan_penentu
from kla_lib.scoring.mini.baca import status_terbaca
from kla_lib.scoring.mini.mini import Calon, benih_sampel, draw_sampel, kerangka, siklus_lain, urutan_baca
from kla_lib.scoring.perkiraan.susunan import Susunan
from kla_lib.views.rupa.sebutan import sebut_opd, sebut_pertanyaan


@dataclass(frozen=True)
class DokumenBaca:
    """What a reader sees of a document; nothing of what the register or the other reader says of it.

    pertanyaan: code and text of the questions that rest on it.  diminta: what
    the form asks for, in words; tak_disebut: what it does not say.
    """

    id_dokumen: str
    judul: str
    opd: str
    tautan: str
    pertanyaan: tuple[tuple[str, str], ...]
    diminta: tuple[str, ...]
    tak_disebut: tuple[str, ...]


@dataclass(frozen=True)
class Mini:
    """The drawn documents of a meeting and the answers on file; `sampel` is empty where nothing can be drawn.

    hash_data: the book from which they were drawn.  catatan: by reader, those
    that exist.
    """

    keadaan: Keadaan
    susunan: Susunan | None
    calon: tuple[Calon, ...]
    sampel: tuple[Terundi, ...]
    hash_data: str
    folder: Path
    catatan: Mapping[Pembaca, CatatanBaca] = field(default_factory=dict)

    @property
    def siap(self) -> bool:
        """Whether both readers have finished, so that results may be shown."""
        return all(p in self.catatan and self.catatan[p].selesai for p in PEMBACA)

    @property
    def sepakat(self) -> Mapping[str, str]:
        """What was settled together, of the documents on which the readers differ."""
        return self.catatan[SEPAKAT].status if SEPAKAT in self.catatan else {}

    def milik(self, pembaca: Pembaca) -> CatatanBaca:
        """Return a reader's answers, empty ones where none are on file."""
        return self.catatan.get(pembaca) or CatatanBaca(
            rapat=self.keadaan.rapat.id,
            pembaca=pembaca,
            hash_data=self.hash_data,
            sampel=self.sampel,
        )

    def urutan(self, pembaca: Pembaca) -> tuple[str, ...]:
        """Return the drawn documents in the order in which this reader meets them."""
        return urutan_baca(self.sampel, benih_sampel(self.hash_data, self.keadaan.rapat.id), pembaca)

    def status(self) -> dict[str, str]:
        """Return the status of every document that has been read so far."""
        a, b = (self.milik(p).status for p in PEMBACA)
        return status_terbaca(a, b, self.sepakat, siklus_lain(self.keadaan.buku))

    def dengan(self, catatan: CatatanBaca) -> "Mini":
        """Return the same with other answers of one reader."""
        return replace(self, catatan={**self.catatan, catatan.pembaca: catatan})

    def muat_ulang(self) -> "Mini":
        """Return the same sample with the answers as they are on file now."""
        return replace(self, catatan=_baca(self.folder, self.keadaan.rapat.id))


def load_mini(keadaan: Keadaan, banyak: int = 40) -> Mini:
    """Return the meeting's mini-verification: the sample in its files, or a new one of `banyak` documents.

    A sample that a reader has begun stays, even where the book has changed
    since.  Raises KlaError for files that do not fit together or to the book.
    """
    folder = folder_catatan(keadaan.rapat.path_buku)
    catatan = _baca(folder, keadaan.rapat.id)
    susunan = keadaan.susunan_lengkap
    calon = () if susunan is None else kerangka(susunan)
    if catatan:
        awal = next(iter(catatan.values()))
        _check_register(keadaan, folder, awal)
        return Mini(keadaan, susunan, calon, awal.sampel, awal.hash_data, folder, catatan)
    hash_data = keadaan.buku.hash
    sampel = draw_sampel(calon, banyak, benih_sampel(hash_data, keadaan.rapat.id)) if calon else ()
    return Mini(keadaan, susunan, calon, sampel, hash_data, folder)


def dokumen_baca(keadaan: Keadaan, id_dokumen: str) -> DokumenBaca:
    """Return what a reader sees of a document of the register."""
    buku = keadaan.buku
    if buku.data_dukung is None or buku.dokumen_pertanyaan is None:
        raise ValueError("no register of documents")
    d = buku.data_dukung[buku.data_dukung["id_dokumen"] == id_dokumen].iloc[0]
    kaitan = kaitan_penentu(buku.dokumen_pertanyaan)
    milik = kaitan[kaitan["id_dokumen"] == id_dokumen][["indikator", "pertanyaan"]]
    form = keadaan.instrumen.pertanyaan.merge(milik, on=["indikator", "pertanyaan"])
    minta = butir_diminta(keadaan.instrumen, buku.dokumen_pertanyaan).get(id_dokumen, {})
    return DokumenBaca(
        id_dokumen,
        d["judul"],
        sebut_opd(keadaan, (d["opd"],)) if isinstance(d["opd"], str) else "–",
        d["tautan"] if isinstance(d["tautan"], str) else "",
        tuple(
            (kode_pertanyaan(r.indikator, r.pertanyaan), sebut_pertanyaan(r.label, r.terbalik))
            for r in form.itertuples()
        ),
        tuple(sebut_butir(b) for b, ya in minta.items() if ya),
        tuple(sebut_butir(b) for b, ya in minta.items() if ya is None),
    )


def _baca(folder: Path, rapat: str) -> dict[Pembaca, CatatanBaca]:
    """Return the files of a meeting; two that are about different samples cannot be compared."""
    ada: dict[Pembaca, CatatanBaca] = {
        p: c for p in (*PEMBACA, SEPAKAT) if (c := read_catatan_baca(folder, rapat, p)) is not None
    }
    if len({(c.hash_data, c.sampel) for c in ada.values()}) > 1:
        raise KlaError(
            Kesalahan(
                "mini",
                nama_tampil(path_catatan(folder, rapat, p)),
                _("para pembaca membaca sampel dokumen yang berbeda"),
                _("Simpan satu berkas, hapus yang lain, lalu jalankan ulang notebook ini dari atas."),
            )
            for p in ada
        )
    return ada


def _check_register(keadaan: Keadaan, folder: Path, catatan: CatatanBaca) -> None:
    register = keadaan.buku.data_dukung
    ada = set() if register is None else set(register["id_dokumen"])
    hilang = [t.id_dokumen for t in catatan.sampel if t.id_dokumen not in ada]
    if hilang:
        raise KlaError(
            Kesalahan(
                "mini",
                nama_tampil(path_catatan(folder, catatan.rapat, catatan.pembaca)),
                _("dokumen {id} sudah diundi, tetapi tidak ada lagi di lembar Data dukung").format(id=d),
                _("Kembalikan dokumen itu di buku data, atau hapus berkas ini dan pasangannya untuk mengundi lagi."),
            )
            for d in hilang
        )
