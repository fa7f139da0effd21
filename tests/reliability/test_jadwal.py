"""An unattended morning: `kla due` makes what comes up and tells a hook, then `kla verify` proves it.

Slow, because a whole meeting is run for real.
"""

import json
import shlex
import sys
from pathlib import Path

import pytest

from kla_lib.publish.terbitan.simpan import check_utuh, hash_isi, publish_paket, read_paket, to_json
from tests.pembantu.keluaran_uji import Jalan, kla
from tests.pembantu.terbitan_uji import ID, salin_rapat

SIMPAN = "import sys; open(sys.argv[1], 'wb').write(sys.stdin.buffer.read())"


def due(folder: Path) -> Jalan:
    kait = shlex.join([sys.executable, "-c", SIMPAN, str(folder / "kabar.json")])
    tempat = ("--rapat", str(folder), "--outputs", str(folder / "keluaran"))
    return kla("due", "--today", "2023-02-08", "--within", "3d", *tempat, "--hook", kait, "--json")


def verify(folder: Path, *argumen: str) -> Jalan:
    return kla("verify", str(folder / f"{ID}.yaml"), "--outputs", str(folder / "keluaran"), "--json", *argumen)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Hold a meeting that comes up, one that comes up too but whose book is faulty, and one that is far away."""
    folder = tmp_path_factory.mktemp("pagi")
    salin_rapat(folder)
    salin_rapat(folder, "aaa-rusak")
    (folder / "buku-aaa-rusak" / "penilaian.csv").write_text("bukan,tabel\n1,2\n", encoding="utf-8")
    salin_rapat(folder, "jauh", "2023-05-01")
    return folder


@pytest.fixture(scope="module")
def pagi(folder: Path) -> Jalan:
    return due(folder)


def test_a_faulty_book_does_not_stop_the_other_meeting(pagi: Jalan, folder: Path) -> None:
    assert pagi.kode == 1
    isi = json.loads(pagi.keluar.splitlines()[-1])
    assert [(d["rapat"], d["sebab"], d["berhasil"]) for d in isi["dibuat"]] == [(ID, ["belum pernah dibuat"], True)]
    assert len(isi["dibuat"][0]["paket"]) == 8
    assert [t["rapat"] for t in isi["terhalang"]] == ["aaa-rusak"]
    assert [(x["rapat"], x["sebab"]) for x in isi["dilewati"]] == [("jauh", "jauh")]
    assert check_utuh(folder / "keluaran" / ID / "ringkasan") == []
    assert not (folder / "keluaran" / "aaa-rusak").exists()


def test_the_hook_gets_the_summary(pagi: Jalan, folder: Path) -> None:
    assert json.loads((folder / "kabar.json").read_text(encoding="utf-8")) == json.loads(pagi.keluar.splitlines()[-1])


def test_the_next_morning_nothing_is_made_again(pagi: Jalan, folder: Path) -> None:
    manifes = (folder / "keluaran" / ID / "manifest.json").read_bytes()
    isi = json.loads(due(folder).keluar.splitlines()[-1])
    assert isi["dibuat"] == []
    assert (ID, "tetap") in [(x["rapat"], x["sebab"]) for x in isi["dilewati"]]
    assert (folder / "keluaran" / ID / "manifest.json").read_bytes() == manifes


def test_what_was_made_is_proven_and_nothing_is_written(pagi: Jalan, folder: Path) -> None:
    def semua() -> dict[str, bytes]:
        keluaran = folder / "keluaran"
        return {p.relative_to(keluaran).as_posix(): p.read_bytes() for p in keluaran.rglob("*") if p.is_file()}

    sebelum = semua()
    hasil = verify(folder)
    assert hasil.kode == 0, hasil.pesan
    isi = json.loads(hasil.keluar.splitlines()[-1])
    assert isi["terbukti"]
    assert isi["masukan_berubah"] == []
    assert len(isi["fakta"]) == 8
    assert {f["keadaan"] for f in isi["fakta"].values()} == {"sama"}
    assert semua() == sebelum


def test_facts_that_were_changed_with_all_their_hashes_are_found_by_running_again(pagi: Jalan, folder: Path) -> None:
    """Whoever rewrites page, paket.json and manifest alike passes the first half, and fails the second."""
    keluaran = folder / "keluaran" / ID
    paket = read_paket(keluaran / "klaster_1") or {}
    berkas = {nama: (keluaran / "klaster_1" / nama).read_bytes() for nama in paket["berkas"]}
    fakta = json.loads(berkas["fakta.json"])
    fakta[0]["nilai"] = 123.0
    lain = {k: v for k, v in paket.items() if k != "berkas"}
    sidik = publish_paket(keluaran / "klaster_1", {**berkas, "fakta.json": to_json(fakta)}, lain)
    manifes = json.loads((keluaran / "manifest.json").read_text(encoding="utf-8"))
    manifes["paket"]["klaster_1"]["berkas"] = sidik
    (keluaran / "manifest.json").write_bytes(to_json(manifes))
    assert sidik["fakta.json"] == hash_isi(to_json(fakta))
    assert verify(folder, "--quick").kode == 0
    hasil = verify(folder)
    assert hasil.kode == 1
    isi = json.loads(hasil.keluar.splitlines()[-1])
    assert {p for p, f in isi["fakta"].items() if f["keadaan"] != "sama"} == {"klaster_1"}
    assert "faktanya berbeda: klaster_1" in hasil.pesan
