"""Many generated regions: nothing of them looks like a real one's, and their scores spread as the published ones do."""

from pathlib import Path

import numpy as np
import pytest

from kla_lib.cli import main
from kla_lib.contoh.buat.banyak import PENUH, SALINAN, make_daerah_contoh, write_daerah_contoh
from kla_lib.contoh.buat.sebaran import em_terbit, sisa_terbit
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.publish.halaman.kop import atas_halaman
from kla_lib.rules.bukti.pengamatan import load_bukti
from kla_lib.rules.daerah.semua_daerah import calon_daerah
from kla_lib.rules.params import Params
from kla_lib.views.rupa.spanduk import teks_spanduk
from tests.pembantu.params_uji import PARAMS

BANYAK = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tempat = tmp_path_factory.mktemp("contoh") / "kerja"
    write_daerah_contoh(PARAMS, BANYAK, tempat)
    return tempat


@pytest.fixture(scope="module")
def semua(folder: Path) -> list[Keadaan]:
    params = Params(FOLDER_PARAMS, kerja=folder)
    return [load_keadaan(params, nama) for nama in params.daftar("rapat") if nama.startswith("daerah-contoh-")]


def isi(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_every_book_loads_without_a_fault_and_says_on_its_pages_that_it_is_generated(semua: list[Keadaan]) -> None:
    assert len(semua) == BANYAK
    for k in semua:
        assert k.buku.keterangan.contoh
        assert "data buatan" in atas_halaman(k)
        assert any("Data buatan" in teks for teks in teks_spanduk(k))
        assert k.rad and k.register is not None and k.capaian is not None


def test_no_region_bears_the_name_or_the_id_of_a_real_one(semua: list[Keadaan]) -> None:
    assert [calon_daerah(PARAMS, teks) for k in semua for teks in (k.daerah.id, k.daerah.nama)] == [()] * 2 * BANYAK


def test_the_same_number_gives_the_same_files(folder: Path, tmp_path: Path) -> None:
    write_daerah_contoh(PARAMS, BANYAK, tmp_path / "lagi")
    assert isi(tmp_path / "lagi") == isi(folder)


def test_what_they_claim_and_keep_spreads_as_the_published_scores_do() -> None:
    em, sisa = [], []
    for d, buku in make_daerah_contoh(PARAMS, BANYAK):
        nilai = {t: sum(float(b["nilai"] or 0) for b in buku[PENILAIAN] if b["tahap"] == t) for t in ("em", "va")}
        if d.nomor not in (PENUH, SALINAN[1]):
            em.append(nilai["em"])
            sisa += [nilai["va"] / nilai["em"]] if nilai["va"] else []
    bukti = load_bukti(PARAMS)
    terbit, tertinggal = em_terbit(bukti), sisa_terbit(bukti)
    assert terbit[0] - 1 < min(em) < np.quantile(terbit, 0.2)
    assert np.quantile(terbit, 0.8) < max(em) < terbit[-1] + 1
    assert abs(float(np.median(em)) - float(np.median(terbit))) < 40
    assert tertinggal[0] - 0.01 < min(sisa) < max(sisa) < tertinggal[-1] + 0.01
    assert 0.4 < len(sisa) / len(em) < 0.8


def test_one_hands_in_the_book_of_another_and_one_claims_everything(semua: list[Keadaan]) -> None:
    asal, salinan = (semua[n - 1].buku for n in SALINAN)
    assert asal.penilaian is not None and asal.penilaian.equals(salinan.penilaian)
    assert semua[PENUH - 1].hasil_wajib.diklaim == sum(k.nilai_maksimal for k in semua[0].instrumen.klaster)
    dokumen = [dict(b) for _d, b in make_daerah_contoh(PARAMS, BANYAK)][PENUH - 1][DATA_DUKUNG]
    assert {b["status"] for b in dokumen} == {"lengkap"}


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kla.yaml").write_text("milik orang", encoding="utf-8")
    assert main(["contoh", "--daerah", "2", str(tmp_path)]) == 2
    assert "sudah ada isinya" in capsys.readouterr().err
    assert isi(tmp_path) == {"kla.yaml": b"milik orang"}


def test_more_regions_than_three_digits_can_number_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["contoh", "--daerah", "1000", str(tmp_path / "baru")]) == 2
    assert "1 sampai 999" in capsys.readouterr().err
