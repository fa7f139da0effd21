"""Read a form without judging it, so that a form that is refused can still be looked at."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.daerah.peran import load_peran
from kla_lib.rules.form.kepala import Kepala, tabel_indikator
from kla_lib.rules.form.pertanyaan import AKHIRAN_TABEL, PERTANYAAN, read_pertanyaan
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import check_rujukan
from kla_lib.rules.yaml import Letak, read_yaml, validate
from kla_lib.tabel.mentah import TabelMentah

INSTRUMEN = "instrumen"


@dataclass(frozen=True)
class BacaanForm:
    """A form as written.

    `kepala` is None where a table of questions stands alone, `mentah` where
    the head names no table.  `pertanyaan` is typed and keeps the row numbers
    of its file as index.  `baris_kepala`: the line of every key of the head.
    `salah`: what was found while reading.
    """

    path: Path
    kepala: Kepala | None
    baris_kepala: dict[Letak, int]
    mentah: TabelMentah | None
    pertanyaan: pd.DataFrame
    salah: tuple[Kesalahan, ...]

    @cached_property
    def indikator(self) -> pd.DataFrame:
        """The indikator of the head, columns of `tabel_indikator`."""
        return tabel_indikator(self.kepala.klaster if self.kepala else ())

    def kesalahan_kepala(self, jenis: str, salah: str, perbaikan: str, *letak: str | int) -> Kesalahan:
        """Return a fault of the head, with the line of a key path where one is given."""
        baris = self.baris_kepala.get(letak)
        tempat = _("baris {nomor}").format(nomor=baris) if baris else ""
        return Kesalahan(jenis, nama_tampil(self.path), salah, perbaikan, sel=tempat)


def daftar_instrumen(params: Params) -> list[str]:
    """Return the ids of the forms that the workbook holds, oldest first."""
    return list(params.daftar(INSTRUMEN))


def path_form(params: Params, instrumen: str) -> Path:
    """Return the head of a year ("2024"), or the named file: a head (.yaml) or a table of questions."""
    path = Path(instrumen)
    if path.suffix.lower() in (".yaml", *AKHIRAN_TABEL):
        return path
    path = params.path(f"{INSTRUMEN}/{instrumen}.yaml")
    if not path.is_file():
        raise KlaError(
            Kesalahan(
                "instrumen",
                nama_tampil(path.parent),
                _("form tahun '{instrumen}' tidak ada").format(instrumen=instrumen),
                _("Form yang ada: {daftar}.").format(daftar=", ".join(daftar_instrumen(params))),
            )
        )
    return path


def read_form(params: Params, path: Path) -> BacaanForm:
    """Return the form of a head, or of a table of questions with the head that lies beside it (same name, .yaml).

    Raises KlaError where the file cannot be read as a form at all.
    """
    tabel: Path | None = None
    if path.suffix.lower() != ".yaml":
        tabel, path = path, path.with_suffix(".yaml")
        if not path.is_file():
            mentah, pertanyaan, salah_tabel = read_pertanyaan(tabel, load_peran(params), {})
            return BacaanForm(tabel, None, {}, mentah, pertanyaan, tuple(salah_tabel))
    isi, baris = read_yaml(path)
    kepala_form = validate(path, Kepala, isi, baris)
    salah = _salah_kepala(params, path, kepala_form)
    if tabel is None and kepala_form.tabel_pertanyaan is not None:
        tabel = path.parent / kepala_form.tabel_pertanyaan
    if tabel is None:
        kosong = pd.DataFrame(columns=list(PERTANYAAN.nama_kolom))
        return BacaanForm(path, kepala_form, baris, None, kosong, tuple(salah))
    tanpa = {(t.indikator, t.pertanyaan): t.dijawab_oleh for t in kepala_form.tanpa_opd}
    mentah, pertanyaan, salah_tabel = read_pertanyaan(tabel, load_peran(params), tanpa)
    return BacaanForm(path, kepala_form, baris, mentah, pertanyaan, (*salah, *salah_tabel))


def _salah_kepala(params: Params, path: Path, kepala: Kepala) -> list[Kesalahan]:
    salah: list[Kesalahan] = []
    try:
        check_rujukan(params, nama_tampil(path), [kepala.sumber, *(t.sumber for t in kepala.tahun_data)])
    except KlaError as e:
        salah += e.kesalahan
    if kepala.instrumen != path.stem:
        salah.append(
            Kesalahan(
                "instrumen",
                nama_tampil(path),
                _("instrumen '{id}' berbeda dari nama berkas '{nama}'").format(id=kepala.instrumen, nama=path.stem),
                _("Samakan keduanya: form dicari menurut nama berkasnya."),
            )
        )
    return salah
