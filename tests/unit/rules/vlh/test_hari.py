"""The day of field verification as a city plans it."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.daerah.daerah import load_daerah
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.rapat import load_rapat
from kla_lib.rules.vlh.hari import HariVlh, load_hari
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS, params_dengan

TEMPAT = "{id: pisa, nama: Perpustakaan, pengelola: dinas_perpustakaan, klaster: [klaster_1], dilihat: [Buku]"


def hari(folder: Path, isi: str | None = None, rapat: str = "kota-contoh-2", instrumen: str = "2024") -> HariVlh:
    """Return the day of an example meeting, with a file of the city where one is given."""
    r = load_rapat(PARAMS, rapat)
    if isi is not None:
        (folder / "vlh").mkdir()
        (folder / "vlh" / f"{r.id}.yaml").write_text(isi, encoding="utf-8")
    return load_hari(params_dengan(folder), r, load_daerah(PARAMS, r.daerah), load_instrumen(PARAMS, instrumen), 2024)


def pesan(folder: Path, isi: str, rapat: str = "kota-contoh-2") -> str:
    with pytest.raises(KlaError) as e:
        hari(folder, isi, rapat)
    return str(e.value)


def test_a_city_without_a_file_starts_with_the_usual_nine_places_and_three_sessions(tmp_path: Path) -> None:
    h = hari(tmp_path, rapat="ogan-ilir-2024")
    assert (h.lazim, len(h.lokus), len(h.sesi), h.zona, h.mulai) == (True, 9, 3, "WIB", None)
    assert h.sumber is not None
    assert all(p.indikator for p in berisi(h.lokus))


def test_the_usual_places_know_only_their_klaster_under_another_form(tmp_path: Path) -> None:
    h = hari(tmp_path, rapat="sumbawa-2022", instrumen="2022")
    assert [p.indikator for p in berisi(h.lokus)] == [()] * 9
    assert h.zona == "WITA"


def test_the_file_of_the_meeting_stands_before_that_of_the_city_and_keeps_the_rest_of_the_usual_day(
    tmp_path: Path,
) -> None:
    h = hari(tmp_path, f"zona: WIT\nlokus: [{TEMPAT}, ruang: V1}}]\n")
    assert [p.id for p in h.lokus] == ["pisa"]
    assert not h.lazim
    assert (len(h.sesi), h.zona, h.zona_sendiri) == (3, "WIT", True)
    assert "musrenbang" in {d.id for d in h.ditanya}


def test_an_office_by_its_name_in_the_city_is_a_manager(tmp_path: Path) -> None:
    isi = TEMPAT.replace("dinas_perpustakaan", "Bappelitbangda")
    assert hari(tmp_path, f"lokus: [{isi}}}]\n").lokus[0].pengelola == "bappeda"


@pytest.mark.parametrize(
    ("lokus", "kata"),
    [
        (TEMPAT.replace(" pengelola: dinas_perpustakaan,", "") + "}", ["lokus.0.pengelola"]),
        (TEMPAT.replace("dinas_perpustakaan", "dinas_kesehatn") + "}", ["lokus pisa, pengelola", "Dinas Kesehatan"]),
        (TEMPAT + ', indikator: ["99"]}', ["lokus pisa, indikator", "'99'"]),
        (TEMPAT + ', indikator: ["19"]}', ["lokus pisa, indikator", "'19'"]),
        (f"{TEMPAT}}}, {TEMPAT}}}", ["lokus.id", "'pisa' dipakai dua kali"]),
        (f"{TEMPAT}, ruang: V}}, {TEMPAT.replace('pisa', 'b')}, ruang: V}}", ["lokus.ruang", "'V' dipakai dua kali"]),
        (TEMPAT.replace("klaster_1", "klaster_9") + "}", ["klaster"]),
        (TEMPAT + ", cadangn: true}", ["cadangn", "cadangan"]),
    ],
)
def test_a_place_that_nobody_can_answer_for_is_named_with_its_key(tmp_path: Path, lokus: str, kata: list[str]) -> None:
    teks = pesan(tmp_path, f"lokus: [{lokus}]\n")
    assert [k for k in kata if k not in teks] == []


def test_a_persons_name_as_manager_is_refused_and_not_repeated(tmp_path: Path) -> None:
    teks = pesan(tmp_path, f"lokus: [{TEMPAT.replace('dinas_perpustakaan', 'Ibu Sari Rahmawati')}}}]\n")
    assert "nama orang tidak ditulis" in teks
    assert "Rahmawati" not in teks


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("jendela: {}\n", "jendela.mulai"),
        ('zona: WIB\njendela: {mulai: "2025-05-20 16:00 WITA"}\n', "memakai zona WITA, sedangkan kota ini memakai WIB"),
        ('jendela: {mulai: "2025-05-20 16:00"}\n', "zona waktu Provinsi Contoh tidak diketahui"),
        ('zona: WIB\njendela: {mulai: "20 Mei sore"}\n', "tidak terbaca"),
        ("zona: WIS\n", "zona"),
    ],
)
def test_hours_without_a_start_or_on_two_clocks_are_refused(tmp_path: Path, isi: str, kata: str) -> None:
    assert kata in pesan(tmp_path, isi)


def test_a_usual_day_of_the_citys_own_needs_its_assumptions(tmp_path: Path) -> None:
    (tmp_path / "vlh").mkdir()
    (tmp_path / "vlh" / "umum.yaml").write_text(f"lokus: [{TEMPAT}}}]\n", encoding="utf-8")
    with pytest.raises(KlaError, match="anggapan"):
        hari(tmp_path, rapat="ogan-ilir-2024")


def test_a_reported_question_for_an_unknown_place_is_refused(tmp_path: Path) -> None:
    sumber = "{dokumen: berita_vlh_2018_2026, letak: x}"
    ditanya = f"ditanya: [{{id: baru, tanya: Apa?, peran: dinas_pppa, lokus: [pisaa], sumber: {sumber}}}]"
    assert "Maksud Anda 'pisa'?" in pesan(tmp_path, f"lokus: [{TEMPAT}}}]\n{ditanya}\n")


def test_a_reported_question_names_a_source_that_is_known(tmp_path: Path) -> None:
    ditanya = "ditanya: [{id: baru, tanya: Apa?, peran: dinas_pppa, sumber: {dokumen: kabar_angin, letak: x}}]"
    assert "kabar_angin" in pesan(tmp_path, f"{ditanya}\n")
