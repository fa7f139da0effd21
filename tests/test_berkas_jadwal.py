"""The files for schedulers in docs/jadwal, each held against its own checker where one is installed."""

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree
from ruamel.yaml import YAML

from kla_lib.cli import build_parser
from kla_lib.letak import FOLDER_PROYEK
from tests.pembantu.berisi import berisi
from tests.pembantu.program import need_program

JADWAL = FOLDER_PROYEK / "docs" / "jadwal"
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def baca(nama: str) -> str:
    return (JADWAL / nama).read_text(encoding="utf-8")


def baris_unit(nama: str, kunci: str) -> str:
    cocok = re.findall(rf"^{kunci}=(.*)$", baca(nama), flags=re.M)
    assert len(cocok) == 1, kunci
    return str(cocok[0])


def perintah_kla(teks: str) -> list[str]:
    """Return the words after the program's name of the one kla command in a text."""
    cocok = re.findall(r"kla(?:\.exe)? (due[^\n>&|<]*)", teks)
    assert len(cocok) == 1, cocok
    return shlex.split(cocok[0])


@pytest.mark.parametrize("nama", ["kla-due.service", "kla-due.cron", "kla-due.yml"])
def test_the_command_in_each_file_is_one_that_exists(nama: str) -> None:
    tanpa_komentar = "\n".join(b for b in baca(nama).splitlines() if not b.lstrip().startswith("#"))
    args = build_parser().parse_args(perintah_kla(tanpa_komentar))
    assert args.within == 7
    assert args.hook is None  # nothing is sent by itself


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    periksa = need_program("systemd-analyze")
    program = need_program("true")
    for nama in ("kla-due.service", "kla-due.timer"):
        (tmp_path / nama).write_text(baca(nama).replace("/opt/kla/.venv/bin/kla", program), encoding="utf-8")
    unit = [str(tmp_path / n) for n in ("kla-due.service", "kla-due.timer")]
    p = subprocess.run([periksa, "verify", *unit], capture_output=True, text=True, timeout=60, check=False)
    assert [b for b in p.stderr.splitlines() if "kla-due" in b] == []
    assert p.returncode == 0, p.stderr


def test_systemd_reads_the_hour_as_that_of_jakarta() -> None:
    periksa = need_program("systemd-analyze")
    jam = baris_unit("kla-due.timer", "OnCalendar")
    p = subprocess.run([periksa, "calendar", jam], capture_output=True, text=True, timeout=60, check=False)
    assert p.returncode == 0, p.stderr
    assert "Normalized form: *-*-* 05:30:00 Asia/Jakarta" in p.stdout
    assert "22:30:00 UTC" in p.stdout


def test_the_service_may_write_to_the_outputs_and_nowhere_else() -> None:
    assert baris_unit("kla-due.service", "ProtectSystem") == "strict"
    assert baris_unit("kla-due.service", "ReadWritePaths") == "/opt/kla/outputs"
    assert baris_unit("kla-due.service", "Type") == "oneshot"
    assert baris_unit("kla-due.timer", "Persistent") == "true"


def test_the_crontab_has_one_line_that_cron_can_read() -> None:
    """There is no checker of cron on Debian, so its rules are checked here: five fields in range, no bare percent."""
    teks = baca("kla-due.cron")
    assert teks.endswith("\n"), "cron ignores a last line without an end"
    isi = [b for b in teks.splitlines() if b.strip() and not b.startswith("#")]
    assert [b for b in isi if re.match(r"\w+=", b)] == ["SHELL=/bin/sh"]
    (baris,) = [b for b in isi if not re.match(r"\w+=", b)]
    *waktu, perintah = baris.split(None, 5)
    for bagian, (awal, akhir) in zip(waktu, [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)], strict=True):
        assert bagian == "*" or awal <= int(bagian) <= akhir
    assert not re.search(r"(?<!\\)%", perintah), "cron takes a percent sign for the end of the command"
    shell = need_program("sh")
    assert subprocess.run([shell, "-n", "-c", perintah], check=False).returncode == 0


def test_the_windows_task_is_in_its_namespace_and_in_the_order_of_its_schema() -> None:
    akar = etree.parse(JADWAL / "kla-due.xml").getroot()
    assert akar.tag == f"{TASK}Task"
    assert akar.get("version") == "1.2"
    assert all(e.tag.startswith(TASK) for e in berisi(akar.iter(etree.Element)))
    urutan = [e.tag.removeprefix(TASK) for e in akar]
    assert urutan == ["RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"]
    jadwal = akar.find(f"{TASK}Triggers/{TASK}CalendarTrigger")
    assert [e.tag.removeprefix(TASK) for e in jadwal] == ["StartBoundary", "Enabled", "ScheduleByDay"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT05:30:00", jadwal.findtext(f"{TASK}StartBoundary"))
    principal = akar.find(f"{TASK}Principals/{TASK}Principal")
    assert akar.find(f"{TASK}Actions").get("Context") == principal.get("id")
    assert re.fullmatch(r"PT\d+M", akar.findtext(f"{TASK}Settings/{TASK}ExecutionTimeLimit"))


def test_the_windows_task_starts_a_command_that_exists() -> None:
    kerja = etree.parse(JADWAL / "kla-due.xml").getroot().find(f"{TASK}Actions/{TASK}Exec")
    assert [e.tag.removeprefix(TASK) for e in kerja] == ["Command", "Arguments", "WorkingDirectory"]
    assert kerja.findtext(f"{TASK}Command").endswith(r"\.venv\Scripts\kla.exe")
    args = build_parser().parse_args(kerja.findtext(f"{TASK}Arguments").split())
    assert (args.within, args.hook) == (7, None)


def test_the_workflow_has_what_github_needs() -> None:
    isi = YAML(typ="safe").load(baca("kla-due.yml"))
    assert isi["on"]["schedule"] == [{"cron": "30 22 * * *"}]
    assert "workflow_dispatch" in isi["on"]
    assert isi["permissions"] == {"contents": "read"}
    (pekerjaan,) = isi["jobs"].values()
    assert {"runs-on", "timeout-minutes", "steps"} <= set(pekerjaan)
    for langkah in berisi(pekerjaan["steps"]):
        assert ("uses" in langkah) != ("run" in langkah)
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", langkah.get("uses", "a/b@v1"))
    unggah = next(x for x in pekerjaan["steps"] if "upload-artifact" in x.get("uses", ""))
    assert unggah["if"] == "always()"


def test_the_workflow_stands_before_its_own_checker(tmp_path: Path) -> None:
    periksa = need_program("actionlint")
    salinan = tmp_path / ".github" / "workflows" / "kla-due.yml"
    salinan.parent.mkdir(parents=True)
    shutil.copy(JADWAL / "kla-due.yml", salinan)
    p = subprocess.run([periksa, str(salinan)], capture_output=True, text=True, timeout=60, check=False)
    assert p.returncode == 0, p.stdout


def test_the_guide_names_every_file() -> None:
    nama = {p.name for p in JADWAL.iterdir()} - {"README.md"}
    assert set(re.findall(r"\]\((kla-due\.\w+)\)", baca("README.md"))) == nama
