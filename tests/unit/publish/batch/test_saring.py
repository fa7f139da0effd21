"""What must not leave the machine is taken out of logs and tracebacks."""

import sysconfig
from pathlib import Path

import pytest

from kla_lib.letak import FOLDER_PROYEK
from kla_lib.publish.batch.saring import redact_teks


@pytest.mark.parametrize(
    ("teks", "harap"),
    [
        ("File /srv/rahasia/alat/x.py:12, in f(a)", "File …/x.py:12, in f(a)"),
        ("File ~/rahasia/alat/x.py:12", "File …/x.py:12"),
        ("open('/srv/milik dinas/buku kami/penilaian.csv')", "open('…/penilaian.csv')"),
        (r"open('C:\Users\Budi Santoso\buku\a.xlsx')", "open('…/a.xlsx')"),
        (r"File C:\kla\kla_lib\x.py:3", "File …/x.py:3"),
        ("folder " + "/home" + "/budi", "folder …"),
        ("folder '" + "/home" + "/budi'", "folder '…'"),
    ],
)
def test_folders_of_the_machine_are_taken_out(teks: str, harap: str) -> None:
    assert redact_teks(teks) == harap


@pytest.mark.parametrize(
    "teks",
    [
        "21A/4a: 3/4 dan 12 / 15",
        "lihat https://contoh.id/a/b.html",
        "kla_lib/keadaan/lingkup.py:12",
        "<td>a</td> </tr>",
        "",
    ],
)
def test_what_only_looks_like_a_path_stays(teks: str) -> None:
    assert redact_teks(teks) == teks


def test_files_of_the_project_and_of_libraries_keep_their_place() -> None:
    assert redact_teks(f"File {FOLDER_PROYEK}/kla_lib/errors.py:3") == "File kla_lib/errors.py:3"
    assert redact_teks(f"File {sysconfig.get_path('purelib')}/pandas/a.py:3") == "File pandas/a.py:3"


def test_the_folder_of_the_meeting_is_taken_out_even_with_spaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    luar = tmp_path / "milik evaluator"
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(luar))
    assert redact_teks(f"tidak ada: {luar}/rapat.yaml") == "tidak ada: …/rapat.yaml"


@pytest.mark.parametrize(
    "baris",
    [
        "NIK " + "3275" + "014507100003",
        "KeyError: 'korban an. Siti, 12 tahun'",
        "hubungi 0812-3456-7890",
        "surel ibu@contoh.id",
    ],
)
def test_a_line_that_looks_like_personal_data_is_hidden_whole(baris: str) -> None:
    hasil = redact_teks(f"sebelum\n{baris}\nsesudah")
    assert hasil == "sebelum\n(baris ini disembunyikan: tampak memuat data pribadi)\nsesudah"
