"""`kla indeks`: the answer, the cover, and what must be known before the number is used."""

import json

import pytest

from kla_lib.cli import main


def keluaran(capsys: pytest.CaptureFixture[str], *argumen: str) -> str:
    assert main(["indeks", *argumen]) == 0
    return capsys.readouterr().out.strip()


def hasil(capsys: pytest.CaptureFixture[str], *argumen: str) -> dict:
    return json.loads(keluaran(capsys, *argumen, "--json").splitlines()[-1])


def test_the_index_of_the_example_city_has_a_value_and_says_which_klaster_has_none(
    capsys: pytest.CaptureFixture[str],
) -> None:
    r = hasil(capsys, "contoh:kota-contoh")
    assert (r["indeks"], r["satuan"], r["tahun"], r["nilai"]) == ("hak-anak", "kota-contoh", 2024, 82.4)
    assert r["cakupan"] == pytest.approx(0.76)
    assert r["klaster"]["klaster_5"] == {"nilai": None, "cakupan": 0}
    ada = [k["nilai"] for k in r["klaster"].values() if k["nilai"] is not None]
    assert r["nilai"] == pytest.approx(sum(ada) / len(ada), abs=0.1)


def test_the_value_stands_in_an_interval_with_its_draws_seed_and_error(capsys: pytest.CaptureFixture[str]) -> None:
    r = hasil(capsys, "contoh:kota-contoh")
    bawah, atas = r["rentang"]
    assert bawah < r["nilai"] < atas
    dasar = r["rentang_dasar"]
    assert (dasar["bagian"], dasar["undian"], dasar["benih"]) == (0.9, 2000, 1)
    assert 0 < dasar["galat"] < 1
    teks = keluaran(capsys, "contoh:kota-contoh")
    ujung = [f"{n}".replace(".", ",") for n in (bawah, atas)]
    assert f"{ujung[0]} sampai {ujung[1]} dalam 9 dari 10 undian" in teks
    assert "2.000 undian (benih 1)" in teks
    assert "2024 lebih tinggi daripada 2023 dalam 100 dari 100 undian (kurang lebih 0,1)" in teks
    assert "Yang paling menggesernya: bobot klaster" in teks


def test_a_rise_that_comes_of_a_missing_figure_is_told_like_for_like(capsys: pytest.CaptureFixture[str]) -> None:
    """Stunting of 2024 is not published: 77,8 to 82,4 is in truth 79,5 to 82,4."""
    r = hasil(capsys, "contoh:kota-contoh")
    assert [t["nilai"] for t in r["tahunan"]][-2:] == [77.8, 82.4]
    assert any("Dari yang ada di keduanya: 79,5 menjadi 82,4" in p for p in r["peringatan"])


def test_a_city_with_two_measures_gets_no_number_but_what_to_ask_for(capsys: pytest.CaptureFixture[str]) -> None:
    r = hasil(capsys, "contoh:kota-bekasi")
    assert (r["nilai"], r["tahun"], r["cakupan"]) == (None, 2025, pytest.approx(0.0667, abs=1e-4))
    assert (r["rentang"], r["rentang_dasar"]) == (None, None)
    teks = keluaran(capsys, "contoh:kota-bekasi")
    assert teks.startswith("Indeks hak anak 2025: belum ada nilai; datanya 7 % dari bobot")
    assert "Tidak ada di lembar Capaian: Anak berakta kelahiran" in teks
    assert "bukan IPA, IPHA, atau IPKA dari kementerian" in teks


def test_a_year_can_be_asked_for_and_one_without_figures_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert hasil(capsys, "contoh:kota-contoh", "--tahun", "2023")["nilai"] == 77.8
    assert main(["indeks", "contoh:kota-contoh", "--tahun", "2019"]) == 2
    assert "Tahun yang ada: 2020, 2021, 2022, 2023, 2024." in capsys.readouterr().err


def test_a_book_without_measurements_and_an_unknown_index_end_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    r = hasil(capsys, "contoh:ogan-ilir-2024")
    assert (r["nilai"], r["tahun"], r["cakupan"], r["tahunan"]) == (None, None, 0, [])
    assert main(["indeks", "contoh:kota-contoh", "--indeks", "../hak-anak"]) == 2
    assert "indeks '../hak-anak' tidak ada" in capsys.readouterr().err
