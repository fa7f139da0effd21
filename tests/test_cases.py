"""The cases an evaluator can read and write: tests/cases/*.yaml."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import numpy as np
import pandas as pd
import pytest
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from ruamel.yaml import YAML

from kla_lib.data.buku import load_buku
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.jalur import load_jalur
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.rapat import path_buku
from kla_lib.rules.sumber import load_sumber
from kla_lib.scoring.nilai.hasil import Hasil, score
from kla_lib.scoring.nilai.kategori import dekat_ambang, kategori_of
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.undian import Undian
from kla_lib.scoring.rencana.kegiatan import Anggapan
from kla_lib.scoring.rencana.rencana import TujuanRencana
from tests.pembantu.buku_uji import isi_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.perkiraan_uji import kota
from tests.pembantu.turunan_uji import rencana_of

FOLDER = Path(__file__).parent / "cases"


class Ketat(BaseModel):
    """Nothing unknown, nothing converted."""

    model_config = ConfigDict(strict=True, extra="forbid")


class Nilai(Ketat):
    """A total at a date."""

    nilai: float
    tanggal: date

    def hitung(self) -> dict[str, Any]:
        daftar = load_kategori(PARAMS, self.tanggal.year)
        return {
            "kategori": kategori_of(self.nilai, daftar),
            "dekat_ambang": ya_tidak(bool(dekat_ambang(self.nilai, daftar))),
        }


class NilaiKlaster(Ketat):
    """Points given per klaster."""

    instrumen: str
    tanggal: date
    nilai_klaster: dict[str, float]

    def hitung(self) -> dict[str, Any]:
        baris = [("em", klaster, None, None, nilai) for klaster, nilai in self.nilai_klaster.items()]
        return sebut_hasil(
            score(
                penilaian(baris),
                "em",
                load_instrumen(PARAMS, self.instrumen),
                load_kategori(PARAMS, self.tanggal.year),
            )
        )


class NilaiPertanyaan(Ketat):
    """Points given per pertanyaan of one indikator."""

    instrumen: str
    indikator: str
    nilai_pertanyaan: dict[str, float]

    def hitung(self) -> dict[str, Any]:
        form = load_instrumen(PARAMS, self.instrumen)
        klaster = dict(zip(form.indikator["indikator"], form.indikator["klaster"], strict=True))[self.indikator]
        baris = [("em", klaster, self.indikator, p, nilai) for p, nilai in self.nilai_pertanyaan.items()]
        hasil = score(penilaian(baris), "em", form, load_kategori(PARAMS, 2024))
        milik = hasil.indikator.set_index("indikator").loc[self.indikator]
        return {
            "jumlah_pertanyaan": round(float(hasil.pertanyaan["nilai"].sum()), 2),
            "nilai_indikator": float(milik["nilai"]),
        }


class Contoh(Ketat):
    """A shipped example book."""

    contoh: str
    tahap: Literal["em", "va", "vl", "vf"]

    def hitung(self) -> dict[str, Any]:
        buku = load_buku(PARAMS, path_buku(f"contoh:{self.contoh}"))
        assert buku.penilaian is not None
        daftar = load_kategori(PARAMS, buku.keterangan.tahun_evaluasi)
        return sebut_hasil(score(buku.penilaian, self.tahap, buku.instrumen, daftar))


class Kegiatan(Ketat):
    """An action of the RAD at one question."""

    id: str
    pertanyaan: str
    poin: float | None = None
    anggaran: float | None = None
    jenis_celah: str = "dokumen_ada"
    butuh: str | None = None
    bentrok: str | None = None


class Jalur(Ketat):
    """A target, marks without documents, and the actions to choose from."""

    instrumen: str
    sasaran: str
    nilai_klaster: dict[str, float]
    nilai_pertanyaan: dict[str, float]
    kegiatan: list[Kegiatan]
    anggaran: float | None = None

    def hitung(self) -> dict[str, Any]:
        klaster = dict(
            load_instrumen(PARAMS, self.instrumen).indikator[["indikator", "klaster"]].itertuples(index=False)
        )
        kode = {k: k.split("/") for k in [*self.nilai_pertanyaan, *(k.pertanyaan for k in self.kegiatan)]}
        rad = [
            k.model_dump(exclude={"id", "pertanyaan"})
            | {"id_kegiatan": k.id, "kegiatan": f"Kerja {k.id}", "opd": "disdukcapil", "pilar": "pemerintah"}
            | {"indikator": kode[k.pertanyaan][0], "pertanyaan": kode[k.pertanyaan][1], "status": "belum"}
            | {"klaster": klaster[kode[k.pertanyaan][0]]}
            for k in self.kegiatan
        ]
        isi = isi_buku(
            *(["em", k, None, None, n] for k, n in self.nilai_klaster.items()),
            *(["em", klaster[kode[p][0]], *kode[p], n] for p, n in self.nilai_pertanyaan.items()),
            keterangan={"instrumen": self.instrumen},
            RAD=tabel("RAD", *rad),
        )
        with tempfile.TemporaryDirectory() as folder:
            buku = load_buku(PARAMS, write_folder(isi, Path(folder)))
        tahun = buku.keterangan.tahun_evaluasi
        r = rencana_of(
            buku,
            score_buku(buku, "em", load_kategori(PARAMS, tahun)),
            load_kategori(PARAMS, tahun),
            Anggapan(load_kerja(PARAMS, tahun), load_jalur(PARAMS, tahun)),
            TujuanRencana(self.sasaran, anggaran=self.anggaran),
        )
        return {
            "kegiatan": ", ".join(t.kegiatan.id for t in r.kegiatan),
            "biaya": r.biaya,
            "nilai": r.nilai,
            "kategori": r.kategori,
            "tercapai": ya_tidak(r.tercapai),
        }


class SatuUndian(Ketat):
    """Points by state of their documents, and one draw of what is not known."""

    poin_lengkap: float
    poin_tanpa: float
    poin_belum: float
    q: float
    lambda_: float = Field(alias="lambda")
    d: float
    r: float

    def hitung(self) -> dict[str, Any]:
        s = kota([self.poin_lengkap, self.poin_tanpa, self.poin_belum], [["lengkap"], ["kurang"], ["belum_diperiksa"]])
        satu = (np.array([x]) for x in (self.q, self.lambda_, self.d, self.r))
        u = Undian(*satu, terverifikasi=False, em=None)
        return {
            "nilai_verifikasi": round(float(u.verifikasi(s)[0]), 2),
            "nilai_akhir": float(u.total(s)[0]),
        }


class Kasus(Ketat):
    """One case: what goes in, what must come out, and the source that says so."""

    kasus: Annotated[str, StringConstraints(min_length=10)]
    sumber: str
    masukan: Nilai | NilaiKlaster | NilaiPertanyaan | Contoh | Jalur | SatuUndian
    hasil: str | dict[str, str | float]

    def harapan(self) -> dict[str, str | float]:
        return {"kategori": self.hasil} if isinstance(self.hasil, str) else self.hasil


def penilaian(baris: list[tuple[str, str, str | None, str | None, float]]) -> pd.DataFrame:
    kolom = ["tahap", "klaster", "indikator", "pertanyaan", "nilai"]
    tabel = pd.DataFrame(baris, columns=kolom, index=range(2, len(baris) + 2), dtype=object)
    return tabel.astype({"nilai": float})


def sebut_hasil(hasil: Hasil) -> dict[str, Any]:
    return {
        "nilai_total": hasil.diklaim,
        "kategori": hasil.kategori,
        "dekat_ambang": ya_tidak(hasil.dekat_ambang),
    }


def ya_tidak(benar: bool) -> str:
    return "ya" if benar else "tidak"


def load_kasus(path: Path) -> list[Kasus]:
    return [Kasus.model_validate(isi) for isi in YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))]


def check_kasus(kasus: Kasus) -> None:
    """Fail when an expected quantity is not computed, or has another value."""
    hitungan = kasus.masukan.hitung()
    assert {nama: hitungan.get(nama, "tidak dihitung") for nama in kasus.harapan()} == kasus.harapan()


SEMUA = [
    pytest.param(kasus, id=f"{path.stem}: {kasus.kasus}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for kasus in load_kasus(path)
]


@pytest.mark.parametrize("kasus", SEMUA)
def test_case_holds(kasus: Kasus) -> None:
    check_kasus(kasus)


@pytest.mark.parametrize("kasus", SEMUA)
def test_case_cites_a_known_source(kasus: Kasus) -> None:
    assert kasus.sumber in load_sumber(PARAMS)


def test_both_files_hold_cases_and_no_sentence_is_used_twice() -> None:
    assert {p.stem for p in FOLDER.glob("*.yaml")} >= {"kategori", "nilai"}
    kalimat = [p.id for p in SEMUA]
    assert len(kalimat) == len(set(kalimat)) > 30


@pytest.mark.parametrize(
    "teks",
    [
        "- {kasus: Kunci yang asing, sumber: x, masukan: {nilai: 1, tanggal: 2024-01-01}, hasil: madya, lain: 1}",
        "- {kasus: Jenis masukan yang asing, sumber: x, masukan: {bobot: 1}, hasil: madya}",
        "- {kasus: Masukan berkunci lebih, sumber: x, masukan: {nilai: 1, tanggal: 2024-01-01, z: 1}, hasil: madya}",
        "- {kasus: Tanpa hasil yang diharapkan, sumber: x, masukan: {nilai: 1, tanggal: 2024-01-01}}",
    ],
)
def test_a_case_with_an_unknown_kind_or_key_is_refused(tmp_path: Path, teks: str) -> None:
    (tmp_path / "kasus.yaml").write_text(teks, encoding="utf-8")
    with pytest.raises(ValidationError):
        load_kasus(tmp_path / "kasus.yaml")


@pytest.mark.parametrize("hasil", ["utama", {"kategori": "utama"}, {"peringkat": "madya"}])
def test_a_case_with_a_wrong_or_unknown_result_fails(hasil: Any) -> None:
    kasus = Kasus.model_validate(
        {
            "kasus": "Nilai 650 dan hasil yang salah",
            "sumber": "x",
            "masukan": {"nilai": 650.0, "tanggal": date(2024, 1, 1)},
            "hasil": hasil,
        }
    )
    with pytest.raises(AssertionError):
        check_kasus(kasus)
