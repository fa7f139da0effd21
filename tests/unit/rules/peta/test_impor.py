"""A form taken in from a table as real ones are: titles, two header rows, merged cells, other names."""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.form.lint import lint
from kla_lib.rules.peta.impor import PetaForm, import_form
from kla_lib.rules.peta.peta import load_peta
from tests.pembantu.params_uji import PARAMS

ASAL = FOLDER_PARAMS / "instrumen" / "2024.csv"
KLASTER = {
    "kelembagaan": "KELEMBAGAAN",
    **{f"klaster_{n}": f"Klaster {r}" for n, r in enumerate(("I", "II", "III", "IV", "V"), start=1)},
    "kelana_dekela": "Kelana & Dekela",
}
TANDA = {"ya": "√", "tidak": None}
KEPALA = """judul: Instrumen evaluasi KLA 2026 (uji)
berlaku: 2026-01-01
sumber: {dokumen: anggapan_kla_lib, letak: uji}
dasar: "2024"
daerah: ogan-ilir
"""
PETA = (
    KEPALA
    + """lembar: Instrumen
baris_kepala: [4, 5]
kolom:
  klaster: Klaster
  indikator: Indikator / No
  maksimal_indikator: Indikator / Maks
  pertanyaan: Pertanyaan / No
  label: Pertanyaan / Uraian
  nilai_maksimal: Nilai
  opd: Pemegang data
  lampiran: Bukti / Lampiran
  matriks: Bukti / Matriks
  foto: Bukti / Foto
  diisi_kecamatan: Kec.
  diisi_desa: Desa
  terbalik: Terbalik?
pemisah_kantor: [",", "\\n"]
isi_ke_bawah: [klaster, indikator, maksimal_indikator]
lewati: {kosong: [pertanyaan], diawali: [Jumlah]}
nilai:
  klaster: {KELEMBAGAAN: kelembagaan, Klaster I: klaster_1, Klaster II: klaster_2, Klaster III: klaster_3,
            Klaster IV: klaster_4, Klaster V: klaster_5, Kelana & Dekela: kelana_dekela}
"""
    + "".join(
        f'  {k}: {{"√": ya, "": tidak}}\n'
        for k in ("lampiran", "matriks", "foto", "diisi_kecamatan", "diisi_desa", "terbalik")
    )
)


def asal() -> list[dict[str, str]]:
    with ASAL.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def write_jelek(path: Path) -> Path:
    """Write the form of 2024 as an office would: everything but the codes is in other words and places."""
    kantor = load_daerah(PARAMS, "ogan-ilir")
    buku = openpyxl.Workbook()
    lembar = buku.active
    lembar.title = "Instrumen"
    buku.create_sheet("Petunjuk").append(["Isi dengan jujur"])
    lembar.append(["INSTRUMEN EVALUASI KABUPATEN/KOTA LAYAK ANAK"])
    lembar.append(["Tahun 2026"])
    lembar.append([])
    lembar.append(["Klaster", "Indikator", None, "Pertanyaan", None, "Nilai", "Pemegang data", "Bukti", None, None])
    for n, judul in enumerate(("Kec.", "Desa", "Terbalik?"), start=11):
        lembar.cell(4, n, judul)
    lembar.append([None, "No", "Maks", "No", "Uraian", None, None, "Lampiran", "Matriks", "Foto"])
    maks = dict(load_instrumen(PARAMS, "2024").indikator[["indikator", "nilai_maksimal"]].itertuples(index=False))
    sebelum: dict[str, str] = {}
    awal: dict[str, int] = {}
    for r in [*asal(), {"klaster": "", "indikator": ""}]:
        if sebelum and r["indikator"] != sebelum["indikator"]:
            lembar.append([None, None, None, None, f"Jumlah indikator {sebelum['indikator']}", 99])
            lembar.merge_cells(start_row=awal["indikator"], end_row=lembar.max_row - 1, start_column=2, end_column=2)
        if sebelum and r["klaster"] != sebelum["klaster"]:
            lembar.merge_cells(start_row=awal["klaster"], end_row=lembar.max_row, start_column=1, end_column=1)
        if not r["klaster"]:
            break
        kode = r["pertanyaan"]
        baru_k, baru_i = (not sebelum or r[k] != sebelum[k] for k in ("klaster", "indikator"))
        lembar.append(
            [
                KLASTER[r["klaster"]] if baru_k else None,
                r["indikator"] if baru_i else None,
                maks[r["indikator"]] if baru_i else None,
                int(kode) if kode.isdecimal() else kode,
                f"  {r['label']} ",
                float(r["nilai_maksimal"]),
                ",\n".join(kantor.nama_opd(p) for p in r["opd"].split("|")) if r["opd"] else None,
                *(TANDA[r[k]] for k in ("lampiran", "matriks", "foto", "diisi_kecamatan", "diisi_desa", "terbalik")),
            ]
        )
        awal |= {k: lembar.max_row for k, baru in (("klaster", baru_k), ("indikator", baru_i)) if baru}
        sebelum = r
    lembar.append(["Jumlah seluruhnya", None, None, None, None, 1004])
    buku.save(path)
    return path


def ambil(folder: Path, peta: str = PETA, berkas: Path | None = None, timpa: bool = False) -> Any:
    (folder / "peta.yaml").write_text(peta, encoding="utf-8")
    berkas = berkas or write_jelek(folder / "jelek.xlsx")
    return import_form(PARAMS, berkas, folder / "peta.yaml", folder / "2026.csv", timpa)


def pesan(folder: Path, *args: Any, **kwargs: Any) -> list[str]:
    with pytest.raises(KlaError) as e:
        ambil(folder, *args, **kwargs)
    return [str(k) for k in e.value.kesalahan]


def kecil(folder: Path, *baris: str) -> Path:
    isi = "Klaster;No;Butir;Uraian;Nilai;Kantor\n" + "".join(f"{b}\n" for b in baris)
    (folder / "kecil.csv").write_text(isi, encoding="utf-8")
    return folder / "kecil.csv"


PETA_KECIL = (
    KEPALA.replace('dasar: "2024"\n', "")
    + """kolom: {klaster: Klaster, indikator: No, pertanyaan: Butir, label: Uraian, nilai_maksimal: Nilai, opd: Kantor}
tetap: {lampiran: tidak, matriks: tidak, foto: tidak, diisi_kecamatan: tidak, diisi_desa: tidak, terbalik: tidak}
nilai: {klaster: {I: klaster_1}, opd: {Semua PD: dinas_pppa|bappeda}}
pemisah_kantor: ["/"]
"""
)


def test_the_same_274_questions_come_back_byte_for_byte(tmp_path: Path) -> None:
    hasil = ambil(tmp_path)
    assert (hasil.pertanyaan, round(hasil.poin, 6)) == (274, 1004)
    assert hasil.tabel == tmp_path / "2026.csv"
    kolom = (tmp_path / "2026.csv").read_text(encoding="utf-8").split("\n")[0].split(",")
    harap = (tmp_path / "harap.csv").open("w+", encoding="utf-8", newline="")
    with harap:
        penulis = csv.DictWriter(harap, kolom, extrasaction="ignore", lineterminator="\n")
        penulis.writeheader()
        penulis.writerows(asal())
    assert len(kolom) == 12
    assert (tmp_path / "2026.csv").read_bytes() == (tmp_path / "harap.csv").read_bytes()


def test_the_head_takes_names_from_the_known_form_and_maxima_from_the_table(tmp_path: Path) -> None:
    assert ambil(tmp_path).kepala == tmp_path / "2026.yaml"
    beda = {t.kesalahan.salah for t in lint(PARAMS, tmp_path / "2026.yaml") if not t.dinyatakan}
    assert {s for s in beda if s.startswith("indikator")} == {
        "indikator 19: isinya berjumlah 54, nilai_maksimal 51",
        "indikator 21B: isinya berjumlah 18, nilai_maksimal 17",
    }
    with pytest.raises(KlaError):
        load_instrumen(PARAMS, str(tmp_path / "2026.yaml"))  # the two differences are not declared yet


def test_without_stated_maxima_the_sums_are_taken_and_the_form_loads(tmp_path: Path) -> None:
    ambil(tmp_path, PETA.replace("  maksimal_indikator: Indikator / Maks\n", "").replace(", maksimal_indikator]", "]"))
    form, lama = load_instrumen(PARAMS, str(tmp_path / "2026.yaml")), load_instrumen(PARAMS, "2024")
    assert form.kepala.nilai_maksimal == 1004
    kolom = ["klaster", "indikator", "nama", "nama_pendek"]
    assert form.indikator[kolom].equals(lama.indikator[kolom])
    assert [k.judul for k in form.klaster] == [k.judul for k in lama.klaster]
    assert list(form.pertanyaan["opd"]) == list(lama.pertanyaan["opd"])  # also the nine that an area answers
    assert form.pertanyaan["arah"].isna().all()  # the table does not tell it


def test_a_form_with_decimal_commas_and_no_known_form_gets_plain_names(tmp_path: Path) -> None:
    ambil(tmp_path, PETA_KECIL, kecil(tmp_path, "I;4;1;Akta;1,5;Disdukcapil / Dinkes", "I;4;2;KIA;2;Semua PD"))
    form = load_instrumen(PARAMS, str(tmp_path / "2026.yaml"))
    assert list(form.pertanyaan["opd"]) == [("disdukcapil", "dinas_kesehatan"), ("dinas_pppa", "bappeda")]
    assert list(form.indikator.itertuples(index=False, name=None)) == [
        ("klaster_1", "4", "Indikator 4", "Indikator 4", 3.5)
    ]
    assert [k.nama for k in form.klaster] == ["Klaster I"]


def test_all_faults_are_told_at_once_with_their_cells(tmp_path: Path) -> None:
    berkas = kecil(tmp_path, "I;4;1;Akta;dua;Dinas Kesehatn", "II;4;2;KIA;1;Dinkes", "I;4;2;;1;Dinkes / Dinsso")
    salah = pesan(tmp_path, PETA_KECIL, berkas)
    tempat = [s.split(":")[0].removeprefix("kecil.csv, ") for s in salah]
    assert sorted(tempat) == ["sel A3", "sel C3", "sel C4", "sel D4", "sel E2", "sel F2", "sel F4"]
    assert any("kantor 'Dinas Kesehatn' tidak dikenal. Maksud Anda 'Dinas Kesehatan'?" in s for s in salah)
    assert any("klaster 'II' tidak dikenal. " in s for s in salah)
    assert not (tmp_path / "2026.csv").exists()
    assert not (tmp_path / "2026.yaml").exists()


def test_a_table_without_questions_is_refused(tmp_path: Path) -> None:
    (salah,) = pesan(tmp_path, PETA_KECIL, kecil(tmp_path))
    assert "tidak ada pertanyaan di bawah baris kepala" in salah


def test_an_existing_table_is_replaced_only_on_demand_and_an_existing_head_never(tmp_path: Path) -> None:
    berkas = kecil(tmp_path, "I;4;1;Akta;1;Dinkes")
    ambil(tmp_path, PETA_KECIL, berkas)
    (tmp_path / "2026.yaml").write_text("milik: orang\n", encoding="utf-8")
    kecil(tmp_path, "I;4;1;Akta lahir;1;Dinkes")
    assert pesan(tmp_path, PETA_KECIL, berkas) == [
        "2026.csv: berkas ini sudah ada. Pilih nama lain, atau tambahkan --force untuk menggantinya."
    ]
    assert "Akta lahir" not in (tmp_path / "2026.csv").read_text(encoding="utf-8")
    hasil = ambil(tmp_path, PETA_KECIL, berkas, timpa=True)
    assert hasil.kepala is None
    assert "Akta lahir" in (tmp_path / "2026.csv").read_text(encoding="utf-8")
    assert (tmp_path / "2026.yaml").read_text(encoding="utf-8") == "milik: orang\n"


def test_a_source_that_is_not_listed_is_refused(tmp_path: Path) -> None:
    peta = PETA_KECIL.replace("dokumen: anggapan_kla_lib", "dokumen: angapan_kla_lib")
    assert pesan(tmp_path, peta, kecil(tmp_path, "I;4;1;Akta;1;Dinkes")) == [
        "peta.yaml: dokumen 'angapan_kla_lib' tidak ada di params/sumber.yaml. Maksud Anda 'anggapan_kla_lib'?"
    ]


def test_a_stated_maximum_that_changes_within_an_indikator_and_one_without_points_are_refused(tmp_path: Path) -> None:
    peta = PETA_KECIL.replace("kolom: {", "kolom: {maksimal_indikator: Maks, ")
    (tmp_path / "kecil.csv").write_text(
        "Klaster;No;Maks;Butir;Uraian;Nilai;Kantor\nI;4;3;1;Akta;1;Dinkes\nI;4;4;2;KIA;2;Dinkes\nI;5;0;1;X;0;Dinkes\n",
        encoding="utf-8",
    )
    assert pesan(tmp_path, peta, tmp_path / "kecil.csv") == [
        "kecil.csv, sel C3: indikator 4 punya nilai maksimal 3, 4. Tulis satu angka yang sama untuk seluruh indikator.",
        "kecil.csv, sel C4: indikator 5 tidak punya poin. Isi nilai maksimal pertanyaannya.",
    ]


def test_the_mapping_that_is_shipped_as_an_example_is_a_mapping() -> None:
    contoh = load_peta(FOLDER_PARAMS / "instrumen" / "peta" / "contoh.yaml", PetaForm)
    assert contoh.kolom["klaster"] == "Klaster"
