"""`kla vlh` and `kla serah` in a work folder, from the book to the board."""

import json
from pathlib import Path

import openpyxl
import pytest

from kla_lib.cli import main
from kla_lib.letak import FOLDER_LAIN
from tests.pembantu.folder_kerja_uji import salin_buku, tulis_kerja

VA = "indikator,pertanyaan,nilai,catatan_verifikator\n7,1,5,Lampirkan foto kegiatan.\n8,3,6,\n"


@pytest.fixture
def kerja(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a work folder with the second example's book as its own."""
    tulis_kerja(tmp_path, "gladi", "../buku/contoh")
    salin_buku(tmp_path / "buku" / "contoh", "kota-contoh-2")
    monkeypatch.setenv(FOLDER_LAIN, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_rehearsal_runs_from_the_book_to_the_board(kerja: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kerja / "va.csv").write_text(VA, encoding="utf-8")
    assert main(["return", "va.csv", "--tahap", "va"]) == 0
    assert main(["vlh", "--pada", "2025-05-20 20:00"]) == 0
    hasil = kerja / "outputs" / "gladi"
    papan = (hasil / "vlh-papan.html").read_text(encoding="utf-8")
    assert "VA-7/1" in papan
    assert "0 dari 1 permintaan terpenuhi." in papan
    lembar = openpyxl.load_workbook(hasil / "vlh.xlsx")
    permintaan = lembar["Permintaan"]
    (baris,) = [r for r in permintaan.iter_rows() if r[0].value == "VA-7/1"]
    baris[5].value = "terpenuhi"
    lembar.save(hasil / "vlh.xlsx")
    capsys.readouterr()
    assert main(["vlh", "--terima", "--pada", "2025-05-22 16:00", "--json"]) == 0
    kabar = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert [t.split("/")[0] for t in kabar["disisihkan"]] == ["cadangan"]
    papan = (hasil / "vlh-papan.html").read_text(encoding="utf-8")
    assert "Jendela 48 jam sudah ditutup" in papan
    assert "1 dari 1 permintaan terpenuhi sampai jendela ditutup. Yang terpenuhi menyangkut 4 poin" in papan
    assert main(["serah"]) == 0
    assert "Permintaan verifikator: 1 dari 1 terpenuhi." in (hasil / "serah.html").read_text(encoding="utf-8")


def test_the_citys_own_day_in_the_work_folder_stands_before_the_shipped_one(kerja: Path) -> None:
    (kerja / "vlh").mkdir()
    (kerja / "vlh" / "kota-contoh.yaml").write_text("tanggal: 2025-06-02\nzona: WITA\n", encoding="utf-8")
    assert main(["vlh"]) == 0
    html = (kerja / "outputs" / "gladi" / "vlh.html").read_text(encoding="utf-8")
    assert "Verifikasi lapangan pada 2 Juni 2025: 9 tempat, " in html
    assert "Belum ada tempat cadangan." in html


@pytest.mark.parametrize(
    ("isi", "argumen", "kata"),
    [
        ("lokus: [{id: a, nama: A, klaster: [klaster_1], dilihat: [x]}]\n", [], "pengelola"),
        ("jendela: {}\n", [], "jendela.mulai"),
        (
            'zona: WIT\njendela: {mulai: "2025-05-20 16:00 WIB"}\n',
            [],
            "memakai zona WIB, sedangkan kota ini memakai WIT",
        ),
        (
            "lokus: [{id: a, nama: Hubungi 0812-3456-7890, pengelola: bnn, klaster: [klaster_1], dilihat: [x]}]\n",
            [],
            "lokus a",
        ),
        ("zona: WIB\n", ["--pada", "kemarin"], "--pada"),
        ("zona: WIB\n", ["--terima", "tak-ada.xlsx"], "tidak ditemukan"),
    ],
)
def test_what_cannot_be_used_is_a_message_and_nothing_is_written(
    kerja: Path, capsys: pytest.CaptureFixture[str], isi: str, argumen: list[str], kata: str
) -> None:
    (kerja / "vlh").mkdir()
    (kerja / "vlh" / "gladi.yaml").write_text(isi, encoding="utf-8")
    assert main(["vlh", *argumen]) == 2
    keluar = capsys.readouterr().err
    assert kata in keluar
    assert "0812" not in keluar
    assert not (kerja / "outputs" / "gladi").exists()
