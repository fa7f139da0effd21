"""Small books about work for tests: documents with their checklist, actions, areas, a verifier's return."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kla_lib.data.bentuk import BUTIR_DOKUMEN
from kla_lib.data.buku import Buku, load_buku
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan_buku
from kla_lib.rules.kategori import load_kategori
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.laporan import score_buku
from tests.pembantu.buku_uji import KOLOM, Tabel, isi_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS

Baris = dict[str, Any]


def dokumen(id_dokumen: str, status: str = "lengkap", **lain: Any) -> Baris:
    """Return a document of the evaluated year with a link."""
    dasar = {"judul": f"Dokumen {id_dokumen}", "opd": "disdukcapil", "tahun_dokumen": 2024, "tautan": "a.pdf"}
    return {"id_dokumen": id_dokumen, "status": status} | dasar | lain


def kaitan(id_dokumen: str, kode: str, wajib: str = "ya") -> Baris:
    """Return the link of a document with the question "4/5"."""
    return {**_kode(kode), "id_dokumen": id_dokumen, "wajib": wajib}


def kegiatan(id_kegiatan: str, kode: str, jenis_celah: str | None, **lain: Any) -> Baris:
    """Return an action of the RAD for the question "4/5"."""
    dasar = {"klaster": "klaster_1", "kegiatan": "Kerja", "opd": "disdukcapil", "pilar": "pemerintah"}
    return {"id_kegiatan": id_kegiatan, "jenis_celah": jenis_celah, "status": "berjalan", **dasar, **_kode(kode)} | lain


def jawaban(kode_wilayah: str, kode: str, isi: str | None, diterima: str | None = None) -> Baris:
    """Return what an area answered; areas called kec-… are kecamatan, others kelurahan."""
    tingkat = "kecamatan" if kode_wilayah.startswith("kec") else "kelurahan"
    dasar = {"kode_wilayah": kode_wilayah, "nama": f"Wilayah {kode_wilayah}", "tingkat": tingkat}
    return dasar | _kode(kode) | {"isi": isi, "diterima": diterima}


def tabel_dokumen(*baris: Baris) -> Tabel:
    """Return the register with the columns of the checklist."""
    kolom = [*KOLOM["Data dukung"].split(), *BUTIR_DOKUMEN]
    return [kolom, *([b.get(k) for k in kolom] for b in baris)]


def tulis_buku(
    folder: Path,
    *penilaian: Sequence[Any],
    register: Sequence[Baris] | None = None,
    kait: Sequence[Baris] | None = None,
    rad: Sequence[Baris] | None = None,
    wilayah: Sequence[Baris] | None = None,
    keterangan: Baris | None = None,
) -> Path:
    """Write a book; a table that is not given is absent."""
    lain: dict[str, Tabel] = {}
    if register is not None:
        lain["Data_dukung"] = tabel_dokumen(*register)
    for nama, isi in (("Dokumen_pertanyaan", kait), ("RAD", rad), ("Wilayah", wilayah)):
        if isi is not None:
            lain[nama] = tabel(nama.replace("_", " "), *isi)
    return write_folder(isi_buku(*map(list, penilaian), keterangan=keterangan, **lain), folder / "buku")


def muat(folder: Path, *penilaian: Sequence[Any], **lain: Any) -> Buku:
    """Return a checked book."""
    return load_buku(PARAMS, tulis_buku(folder, *penilaian, **lain))


def muat_keadaan(folder: Path, *penilaian: Sequence[Any], **lain: Any) -> Keadaan:
    """Return a checked book as views take it."""
    return load_keadaan_buku(PARAMS, tulis_buku(folder, *penilaian, **lain))


def nilai(buku: Buku, tahap: str = "em") -> Hasil:
    """Return the scores of a book."""
    return score_buku(buku, tahap, load_kategori(PARAMS, buku.keterangan.tahun_evaluasi))


def _kode(kode: str) -> Baris:
    indikator, _garis, pertanyaan = kode.partition("/")
    return {"indikator": indikator, "pertanyaan": pertanyaan or None}


NILAI = ["em", "klaster_1", "4", "5", 2]
