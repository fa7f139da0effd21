"""What others have put into the outputs: nothing outside is touched, links are refused, a neighbour harms nobody."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kla_lib.data.terbit.fakta import FAKTA_JSON
from kla_lib.publish.terbitan.jurnal import JURNAL, LEMBAR_MULAI
from kla_lib.publish.terbitan.manifes import MANIFES
from kla_lib.publish.terbitan.simpan import PAKET_JSON, SIAP, hash_isi, to_json
from tests.pembantu.keluaran_uji import kla, kla_run
from tests.pembantu.rapat_kecil import HANYA, RapatKecil, terbitkan_kecil

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the ready process is forked")


@pytest.fixture
def rapat(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> RapatKecil:
    return terbitkan_kecil(tmp_path, tmp_path_factory)


def ubah(path: Path, ganti: Callable[[dict[str, dict[str, object]]], object]) -> None:
    isi = json.loads(path.read_text(encoding="utf-8"))
    ganti(isi)
    path.write_text(json.dumps(isi), encoding="utf-8")


def test_names_that_lead_out_of_the_meeting_s_folder_count_for_nothing(rapat: RapatKecil, tmp_path: Path) -> None:
    milik = tmp_path / "milik"
    milik.write_text("orang lain")
    nama = {"../../../milik": "sha256:0", str(milik): "sha256:0"}
    siap = rapat.hasil / "ringkasan" / SIAP
    siap.mkdir()
    shutil.copy(rapat.hasil / "ringkasan" / PAKET_JSON, siap)
    for paket in (rapat.hasil / "klaster_1" / PAKET_JSON, siap / PAKET_JSON):
        ubah(paket, lambda p: p["berkas"].update(nama))
    di_rapat = {"../../milik": "sha256:0", str(milik): "sha256:0", "opd": "sha256:0"}
    ubah(
        rapat.hasil / MANIFES,
        lambda m: (m["lampiran"].update(di_rapat), m["paket"].update({"../..": {"berkas": nama}})),
    )
    with (rapat.hasil / JURNAL).open("a", encoding="utf-8") as f:
        f.write(json.dumps({"lari": "x", "kejadian": LEMBAR_MULAI, "berkas": di_rapat}) + "\n")
    assert "hilang: ../../milik" in kla("verify", str(rapat.berkas), "--quick", "--outputs", str(rapat.outputs)).keluar
    jalan = kla_run(rapat.berkas, rapat.outputs, *HANYA, "--force")
    assert (jalan.kode, milik.read_text()) == (0, "orang lain"), jalan.pesan
    assert kla("verify", str(rapat.berkas), "--quick", "--outputs", str(rapat.outputs)).kode == 0


def test_links_and_things_of_another_kind_are_refused_before_anything_is_written(
    rapat: RapatKecil, tmp_path: Path
) -> None:
    luar = tmp_path / "luar"
    luar.write_text("orang lain")
    (tmp_path / "simpanan").mkdir()

    def ganti(path: Path, buat: Callable[[Path], object]) -> Callable[[], object]:
        def pasang() -> None:
            path.rename(tmp_path / "simpanan" / "asli")
            buat(path)

        return pasang

    hasil = rapat.hasil
    for path, buat, pesan in (
        (hasil, lambda p: p.symlink_to(tmp_path / "simpanan" / "asli"), "tautan ke tempat lain"),
        (hasil / "klaster_1", lambda p: p.symlink_to(tmp_path / "simpanan" / "asli"), "klaster_1: ini tautan"),
        (hasil / JURNAL, lambda p: p.symlink_to(luar), "jurnal.jsonl: ini tautan"),
        (hasil / JURNAL, lambda p: p.hardlink_to(luar), "'.jurnal.jsonl' ada folder, berkas, atau tautan lain"),
        (hasil / JURNAL, Path.mkdir, "'.jurnal.jsonl' ada folder, berkas, atau tautan lain"),
        (hasil / JURNAL, os.mkfifo, "'.jurnal.jsonl' ada folder, berkas, atau tautan lain"),
    ):
        ganti(path, buat)()  # type: ignore[arg-type]
        jalan = kla_run(rapat.berkas, rapat.outputs, *HANYA)
        assert jalan.kode == 2
        assert pesan in jalan.pesan
        assert "Traceback" not in jalan.pesan
        path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        (tmp_path / "simpanan" / "asli").rename(path)
    assert luar.read_text() == "orang lain"


def test_damaged_neighbours_and_files_of_other_programs_stop_nothing(rapat: RapatKecil) -> None:
    for n, isi in enumerate(
        ("[" * 200_000, "{}", '{"rapat": 5}', '{"rapat": {"id": 1}}', '{"rapat": {"nama": "\\ud800"}}')
    ):
        (rapat.outputs / f"tetangga-{n}").mkdir()
        (rapat.outputs / f"tetangga-{n}" / MANIFES).write_text(isi)
    (rapat.outputs / "tetangga-x" / MANIFES).mkdir(parents=True)
    aneh = shutil.copytree(rapat.hasil, rapat.outputs / "tetangga-y")
    ubah(aneh / MANIFES, lambda m: m["rapat"].update(nama="Kota \ud800", tanggal="0001-01-01"))
    besar = shutil.copytree(rapat.hasil, rapat.outputs / "tetangga-z")
    fakta = to_json([{**f, "nilai": 1e308} for f in json.loads((besar / "ringkasan" / FAKTA_JSON).read_bytes())])
    (besar / "ringkasan" / FAKTA_JSON).write_bytes(fakta)
    ubah(besar / "ringkasan" / PAKET_JSON, lambda p: p["berkas"].update({FAKTA_JSON: hash_isi(fakta)}))
    tanpa_nama = Path(os.fsdecode(os.fsencode(rapat.outputs) + b"/\xff\xfe"))
    tanpa_nama.mkdir()
    (tanpa_nama / MANIFES).write_text("{}")
    for nama in ("Thumbs.db", "desktop.ini", "~$buku.xlsx", ".~lock.buku.xlsx#", "._index.html", "opd/Thumbs.db"):
        (rapat.hasil / nama).write_text("x")
    (rapat.hasil / "klaster_1" / "ringkas (Budi's conflicted copy 2025-03-01).html").write_text("x")
    ubah(rapat.hasil / "klaster_1" / PAKET_JSON, lambda p: p["berkas"].clear())  # so nothing of it could be torn
    jalan = kla_run(rapat.berkas, rapat.outputs, *HANYA)
    assert jalan.kode == 0, jalan.pesan
    periksa = kla("verify", str(rapat.berkas), "--quick", "--outputs", str(rapat.outputs))
    assert periksa.kode == 0, periksa.keluar
