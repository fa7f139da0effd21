"""Work out, without any widget, what an evaluator's entries would change in the book."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from kla_lib.bahasa import _, bahasa, format_angka
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.data.dokumen import STATUS_TERCATAT
from kla_lib.data.sunting.simpan import Ubahan
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.scoring.dokumen.status import LENGKAP, status_per_pertanyaan
from kla_lib.scoring.nilai.hasil import score
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.views.rupa.sebutan import sebut_opd, sebut_pertanyaan

Sel = tuple[Bentuk, tuple[Any, ...], str]
"""A cell of the book: its table, the key of its row, its column."""

ANGKA = re.compile(r"\d+(?:[.,]\d+)?")
SEMUA, BELUM_DINILAI, BELUM_DIKONFIRMASI, BELUM_LENGKAP = (
    "semua",
    "belum_dinilai",
    "belum_dikonfirmasi",
    "belum_lengkap",
)
SARINGAN = (SEMUA, BELUM_DINILAI, BELUM_DIKONFIRMASI, BELUM_LENGKAP)


@dataclass(frozen=True)
class Dokumen:
    """A document of a question, with its status as recorded."""

    id_dokumen: str
    judul: str
    status: str

    @property
    def sel(self) -> Sel:
        return (DATA_DUKUNG, (self.id_dokumen,), "status")


@dataclass(frozen=True)
class BarisIsian:
    """One question with what the book says of it; None where nothing is recorded, never zero."""

    kunci: tuple[str, str, str, str]
    label: str
    nilai_maksimal: float
    opd: str
    nilai: float | None
    dikonfirmasi: bool | None
    catatan: str | None
    status: str
    dokumen: tuple[Dokumen, ...]

    @property
    def kode(self) -> str:
        return kode_pertanyaan(self.kunci[2], self.kunci[3])

    @property
    def indikator(self) -> str:
        return self.kunci[2]

    def sel(self, kolom: str) -> Sel:
        """Return the cell of Penilaian that holds a column of this question."""
        return (PENILAIAN, self.kunci, kolom)

    def lolos(self, saringan: str) -> bool:
        """Return whether the question is one that the filter asks for, as the book has it now."""
        return {
            SEMUA: True,
            BELUM_DINILAI: self.nilai is None,
            BELUM_DIKONFIRMASI: not self.dikonfirmasi,
            BELUM_LENGKAP: self.status != LENGKAP,
        }[saringan]


@dataclass(frozen=True)
class Draf:
    """Entries that are not saved yet: only cells that would hold something else than they do."""

    isi: Mapping[Sel, Any] = field(default_factory=dict)

    def dengan(self, sel: Sel, nilai: Any, tercatat: Any) -> "Draf":
        """Return the draft with one more entry; an entry that says what is recorded is none."""
        isi = {k: v for k, v in self.isi.items() if k != sel}
        return Draf(isi if nilai == tercatat else isi | {sel: nilai})

    def kini(self, sel: Sel, tercatat: Any) -> Any:
        """Return what the cell would hold."""
        return self.isi.get(sel, tercatat)

    def ubahan(self) -> list[Ubahan]:
        """Return the changes of the book that follow."""
        return [Ubahan(*sel, nilai) for sel, nilai in self.isi.items()]


def daftar_butir(keadaan: Keadaan, klaster: str) -> list[BarisIsian]:
    """Return the questions of a klaster in the form's order, at the meeting's stage."""
    buku, form = keadaan.buku, keadaan.instrumen.pertanyaan
    milik = form[form["klaster"] == klaster]
    status = status_per_pertanyaan(milik, buku.dokumen_pertanyaan, buku.data_dukung)
    tercatat = isi_penilaian(keadaan)
    dokumen = _dokumen(keadaan)
    hasil = []
    for r, s in zip(milik.itertuples(index=False), status, strict=True):
        kunci = (keadaan.rapat.tahap, klaster, r.indikator, r.pertanyaan)
        isi = tercatat.get(kunci, {})
        hasil.append(
            BarisIsian(
                kunci,
                sebut_pertanyaan(r.label, r.terbalik),
                r.nilai_maksimal,
                sebut_opd(keadaan, r.opd),
                isi.get("nilai"),
                isi.get("dikonfirmasi"),
                isi.get("catatan"),
                s,
                tuple(dokumen.get((r.indikator, r.pertanyaan), ())),
            )
        )
    return hasil


def read_nilai(teks: str, nilai_maksimal: float) -> tuple[float | None, str]:
    """Return the points that were typed and what is wrong with them; an empty box is None: not recorded.

    The decimal sign may be a comma or a dot.
    """
    teks = teks.strip()
    if not teks:
        return None, ""
    if not ANGKA.fullmatch(teks):
        return None, _("'{isi}' bukan angka. Tulis misalnya 2,5; kosongkan bila belum dicatat.").format(isi=teks[:40])
    nilai = float(teks.replace(",", "."))
    if nilai > nilai_maksimal:
        maks = format_angka(nilai_maksimal)
        return None, _("{nilai} melebihi {maks}. Tulis angka 0 sampai {maks}.").format(nilai=teks[:40], maks=maks)
    return nilai, ""


def tulis_nilai(nilai: float | None) -> str:
    """Return points as they stand in the box, empty where nothing is recorded."""
    if nilai is None:
        return ""
    teks = f"{nilai:.12g}"
    return teks.replace(".", ",") if bahasa() == "id" else teks


def nilai_dengan(keadaan: Keadaan, draf: Draf, klaster: str) -> tuple[float | None, float | None]:
    """Return a klaster's points and those with complete documents, as the draft would have them.

    None where nothing is recorded, or where the book has no documents.
    """
    nilai = {kunci: isi.get("nilai") for kunci, isi in isi_penilaian(keadaan).items()}
    data_dukung = None if keadaan.buku.data_dukung is None else keadaan.buku.data_dukung.copy()
    for (bentuk, kunci, kolom), isi in draf.isi.items():
        if bentuk is PENILAIAN and kolom == "nilai":
            nilai[kunci] = isi
        elif bentuk is DATA_DUKUNG and data_dukung is not None:
            data_dukung.loc[data_dukung["id_dokumen"] == kunci[0], kolom] = isi
    tabel = pd.DataFrame([[*kunci, v] for kunci, v in nilai.items()], columns=[*PENILAIAN.kunci, "nilai"], dtype=object)
    tabel = tabel.astype({"nilai": float}).set_index(pd.RangeIndex(1, len(tabel) + 1))
    hasil = score(
        tabel,
        keadaan.rapat.tahap,
        keadaan.instrumen,
        keadaan.kategori,
        keadaan.buku.dokumen_pertanyaan,
        data_dukung,
    )
    baris = hasil.klaster.set_index("klaster").loc[klaster]
    if pd.isna(baris["nilai"]):
        return None, None
    return float(baris["nilai"]), float(baris[LENGKAP]) if hasil.terdukung is not None else None


def dinilai_di_atas(keadaan: Keadaan, klaster: str, indikator: str) -> bool:
    """Return whether points were given to the whole klaster or indikator, which leaves none to its questions."""
    tercatat = isi_penilaian(keadaan)
    tahap = keadaan.rapat.tahap
    return any(
        tercatat.get(kunci, {}).get("nilai") is not None
        for kunci in ((tahap, klaster, None, None), (tahap, klaster, indikator, None))
    )


def isi_penilaian(keadaan: Keadaan) -> dict[tuple[Any, ...], dict[str, Any]]:
    """Return the recorded rows of marks by their key, without the empty cells."""
    if keadaan.buku.penilaian is None:
        return {}
    return {
        tuple(r[k] for k in PENILAIAN.kunci): {str(k): v for k, v in r.items() if v is not None and v == v}
        for r in keadaan.buku.penilaian.to_dict("records")
    }


def _dokumen(keadaan: Keadaan) -> dict[tuple[str, str], list[Dokumen]]:
    """Return the documents of each question."""
    buku = keadaan.buku
    hasil: dict[tuple[str, str], list[Dokumen]] = {}
    if buku.dokumen_pertanyaan is not None and buku.data_dukung is not None:
        register = {
            r.id_dokumen: Dokumen(r.id_dokumen, r.judul, getattr(r, STATUS_TERCATAT, r.status))
            for r in buku.data_dukung.itertuples()
        }
        for r in buku.dokumen_pertanyaan.itertuples():
            hasil.setdefault((r.indikator, r.pertanyaan), []).append(register[r.id_dokumen])
    return hasil
