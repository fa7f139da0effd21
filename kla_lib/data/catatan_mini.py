"""Keep what each reader of the drawn documents answered: one file per meeting and reader, beside the data book."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import pandas as pd
from pydantic import Field, ValidationError, model_validator

from kla_lib.bahasa import _
from kla_lib.berkas import kesalahan_tulis, write_whole
from kla_lib.data.pribadi.pribadi import check_pribadi
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import FOLDER_CONTOH, folder_outputs, nama_tampil
from kla_lib.rules.yaml import Aturan
from kla_lib.tabel.mentah import TabelMentah

FOLDER = "mini-verifikasi"

JAWABAN = ("lengkap", "kurang", "tidak_ada", "tidak_terbuka")
StatusJawaban = Literal["lengkap", "kurang", "tidak_ada", "tidak_terbuka"]

Pembaca = Literal["a", "b", "sepakat"]
PEMBACA: tuple[Pembaca, ...] = ("a", "b")
SEPAKAT: Pembaca = "sepakat"
"""The file of what two readers who differed agreed on afterwards."""

PANJANG_CATATAN = 300


class Terundi(Aturan):
    """A drawn document.

    poin: the recorded points that rest on it when it was drawn.  peluang: how
    likely it was to be drawn, 1 where it was certain.
    """

    id_dokumen: str = Field(min_length=1)
    poin: float = Field(gt=0)
    peluang: float = Field(gt=0, le=1)


class Jawaban(Aturan):
    """What a reader found, with a short note or none."""

    status: StatusJawaban
    catatan: str | None = Field(default=None, min_length=1, max_length=PANJANG_CATATAN)


class CatatanBaca(Aturan):
    """The answers of one reader, or what both agreed on, about one sample of documents.

    hash_data: of the data book from which the sample was drawn; it is kept
    when the book changes later, so that both readers go on with one sample.
    selesai: the reader has answered all of them and changes nothing any more.
    """

    rapat: str
    pembaca: Pembaca
    hash_data: str
    sampel: tuple[Terundi, ...] = Field(min_length=1)
    jawaban: dict[str, Jawaban] = Field(default_factory=dict)
    selesai: bool = False

    @model_validator(mode="after")
    def _check_sampel(self) -> "CatatanBaca":
        terundi = [t.id_dokumen for t in self.sampel]
        if len(set(terundi)) < len(terundi) or not set(self.jawaban) <= set(terundi):
            raise ValueError("answers and sample do not fit")
        if self.selesai and len(self.jawaban) < len(terundi):
            raise ValueError("finished before all is answered")
        return self

    @property
    def status(self) -> Mapping[str, str]:
        """The answer to each document that was read."""
        return {d: j.status for d, j in self.jawaban.items()}


def folder_catatan(path_buku: Path, nama: str = FOLDER) -> Path:
    """Return the folder of what people note: beside the book; of a shipped example, left as it is, in outputs."""
    contoh = path_buku.resolve().is_relative_to(FOLDER_CONTOH)
    return (folder_outputs() if contoh else path_buku.resolve().parent) / nama


def path_catatan(folder: Path, rapat: str, pembaca: Pembaca) -> Path:
    """Return where a reader's answers of a meeting are kept."""
    return folder / f"{rapat}-{pembaca}.json"


def read_catatan_baca(folder: Path, rapat: str, pembaca: Pembaca) -> CatatanBaca | None:
    """Return a reader's answers, None where there are none yet.

    Raises KlaError for a file that holds anything else, or personal data.
    """
    path = path_catatan(folder, rapat, pembaca)
    if not path.is_file():
        return None
    try:
        catatan = CatatanBaca.model_validate_json(path.read_bytes())
        if (catatan.rapat, catatan.pembaca) != (rapat, pembaca):
            raise ValueError("of another meeting or reader")
    except (ValidationError, ValueError):
        raise KlaError(
            Kesalahan(
                "mini",
                nama_tampil(path),
                _("berkas ini bukan jawaban pembaca untuk rapat ini"),
                _("Kembalikan berkas ini dari cadangan, atau hapus untuk mengulang dari awal."),
            )
        ) from None  # what stands in the file could be anything, so it is not repeated
    _check_catatan(path, catatan)
    return catatan


def save_jawaban(folder: Path, awal: CatatanBaca, id_dokumen: str, jawaban: Jawaban) -> CatatanBaca:
    """Write one more answer, or another one for the same document, and return all of the reader's.

    awal: whose answers, and on which sample, where no file exists yet; a file
    that exists is read anew first, so nothing that another window saved is
    lost.  Raises KlaError for personal data in the note, for answers that are
    finished, and where the file cannot be written.
    """
    kini = _kini(folder, awal)
    if kini.selesai:
        raise KlaError(_terkunci(path_catatan(folder, awal.rapat, awal.pembaca)))
    return _tulis(folder, kini.model_copy(update={"jawaban": {**kini.jawaban, id_dokumen: jawaban}}))


def finish_catatan(folder: Path, awal: CatatanBaca) -> CatatanBaca:
    """Close a reader's answers; pydantic's ValidationError where some are missing."""
    return _tulis(folder, _kini(folder, awal).model_copy(update={"selesai": True}))


def _kini(folder: Path, awal: CatatanBaca) -> CatatanBaca:
    ada = read_catatan_baca(folder, awal.rapat, awal.pembaca)
    if ada is not None and ada.sampel != awal.sampel:
        raise KlaError(
            Kesalahan(
                "mini",
                nama_tampil(path_catatan(folder, awal.rapat, awal.pembaca)),
                _("berkas ini memuat sampel dokumen yang lain"),
                _("Jalankan ulang notebook ini dari atas."),
            )
        )
    return ada or awal


def _tulis(folder: Path, catatan: CatatanBaca) -> CatatanBaca:
    catatan = CatatanBaca.model_validate(dict(catatan), strict=False)
    path = path_catatan(folder, catatan.rapat, catatan.pembaca)
    _check_catatan(path, catatan)
    try:
        write_whole(path, (catatan.model_dump_json(indent=1) + "\n").encode())
    except OSError as e:
        raise KlaError(kesalahan_tulis(nama_tampil(path), e.strerror or type(e).__name__)) from e
    return catatan


def _check_catatan(path: Path, catatan: CatatanBaca) -> None:
    """Refuse notes with personal data; which document, never what stands there."""
    salah = [d for d, j in catatan.jawaban.items() if j.catatan and _pribadi(j.catatan)]
    if salah:
        raise KlaError(
            Kesalahan(
                "pribadi",
                nama_tampil(path),
                _("catatan dokumen {id} memuat data pribadi: nomor identitas, telepon, surel atau nama anak").format(
                    id=d
                ),
                _("Hapus data pribadi dari catatan itu; sebut jabatan atau kantornya saja."),
            )
            for d in salah
        )


def _pribadi(teks: str) -> bool:
    return bool(check_pribadi(TabelMentah("", "", pd.DataFrame({"catatan": [teks]}, dtype=object), {})))


def _terkunci(path: Path) -> Kesalahan:
    return Kesalahan(
        "mini",
        nama_tampil(path),
        _("pembaca ini sudah menyatakan selesai, jadi jawabannya tidak diubah lagi"),
        _("Yang berbeda diselesaikan bersama di bagian fasilitator."),
    )
