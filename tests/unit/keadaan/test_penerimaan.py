"""What the verifiers accepted of a city's points, by the state of its documents when they looked at them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.penerimaan import penerimaan_rapat
from kla_lib.scoring.nilai.laporan import score_buku
from kla_lib.scoring.perkiraan.penerimaan import penerimaan
from kla_lib.views.perkiraan.penerimaan import tabel_penerimaan
from tests.pembantu.fakta_uji import publish_fakta
from tests.pembantu.keadaan_uji import keadaan_contoh

BAGIAN = {"lengkap": 0.9, "kurang": 0.3, "tidak_ada": 0.3, "belum_diperiksa": 0.6}


@pytest.fixture(scope="module")
def keluaran(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outputs in which the meeting of March was published, before the administrative check of April."""
    folder = tmp_path_factory.mktemp("keluaran")
    publish_fakta(keadaan_contoh("kota-contoh-2"), folder, ("klaster_3", "klaster_4"))
    return folder


def sesudah_va(sebelumnya: str | None = "kota-contoh-2") -> Keadaan:
    """Return a meeting of May whose book holds the marks of the check: nine of ten points where documents are whole."""
    k = keadaan_contoh("kota-contoh-2")
    penilaian, penentu = k.buku.penilaian, k.penentu
    assert penilaian is not None
    baris = penilaian[(penilaian["tahap"] == "em") & penilaian["pertanyaan"].notna()].copy()
    status = [[d.status for d in penentu.get((r.indikator, r.pertanyaan), [])] for r in baris.itertuples()]
    baris["nilai"] = [n * min((BAGIAN[x] for x in s), default=0.6) for n, s in zip(baris["nilai"], status, strict=True)]
    buku = replace(k.buku, penilaian=pd.concat([penilaian, baris.assign(tahap="va")]))
    rapat = k.rapat.model_copy(
        update={"id": "kota-contoh-3", "tanggal": date(2025, 5, 6), "tahap": "va", "sebelumnya": sebelumnya}
    )
    return replace(k, buku=buku, rapat=rapat, hasil=score_buku(buku, "va", k.kategori))


def test_the_accepted_share_is_that_of_the_questions_in_each_state_at_that_time(keluaran: Path) -> None:
    rapat, daftar = penerimaan_rapat(sesudah_va(), keluaran)
    assert rapat == "kota-contoh-2"
    bagian = {p.keadaan: p.bagian for p in daftar}
    assert bagian["lengkap"] == pytest.approx(0.9)
    assert bagian["tanpa"] == pytest.approx(0.3)
    assert bagian["belum"] == pytest.approx(0.6)
    assert all(p.pertanyaan > 0 for p in daftar)


def test_it_stands_beside_what_the_forecast_assumes_and_says_that_it_does_not_move_it(
    keluaran: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KLA_FOLDER_KELUARAN", str(keluaran))
    teks = tabel_penerimaan(sesudah_va()).teks
    assert "lengkap semua" in teks
    assert "| 90 |" in teks
    assert "belum menggeser perkiraan" in teks


def test_nothing_is_said_without_a_meeting_published_before_the_check_or_without_its_marks(
    keluaran: Path, tmp_path: Path
) -> None:
    assert penerimaan_rapat(sesudah_va(), tmp_path) == ("", ())
    assert penerimaan_rapat(sesudah_va(None), keluaran) == ("", ())
    assert penerimaan_rapat(keadaan_contoh("kota-contoh-2"), keluaran) == ("", ())
    sekarang = sesudah_va()
    terlambat = sekarang.rapat.model_copy(update={"tahapan": {"va": (date(2025, 3, 1), date(2025, 3, 31))}})
    assert penerimaan_rapat(replace(sekarang, rapat=terlambat), keluaran) == ("", ())


def test_questions_without_points_or_without_a_state_say_nothing() -> None:
    em, va = {"1/1": 4.0, "1/2": 0.0, "1/3": 5.0, "1/4": 2.0}, {"1/1": 3.0, "1/2": 1.0, "1/3": 5.0}
    (p,) = penerimaan(em, va, {"1/1": 0, "1/2": 0, "1/4": 0})
    assert (p.pertanyaan, p.diklaim, p.diterima, p.bagian) == (1, 4.0, 3.0, 0.75)
