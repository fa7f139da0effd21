from collections import Counter
from pathlib import Path

import pytest

from kla_lib.contoh.buat.wilayah import make_daftar_wilayah
from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.daerah.daerah import load_daerah, peran_terpetakan, read_daerah
from kla_lib.rules.daerah.peran import load_peran
from tests.pembantu.params_uji import PARAMS

SEMUA = sorted(p.stem for p in (FOLDER_PARAMS / "daerah").glob("*.yaml"))


def test_a_city_gives_its_own_names_to_the_roles() -> None:
    bekasi = load_daerah(PARAMS, "kota-bekasi")
    assert (bekasi.id, bekasi.nama, bekasi.provinsi) == ("kota-bekasi", "Kota Bekasi", "Jawa Barat")
    assert bekasi.nama_opd("bappeda") == "Bappelitbangda"
    assert "Bappeda" in bekasi.opd["bappeda"].alias


def test_a_role_that_the_city_does_not_name_gets_the_common_name() -> None:
    assert load_daerah(PARAMS, "kota-bekasi").nama_opd("pengadilan_agama") == "Pengadilan Agama"


def test_a_text_that_is_no_role_comes_back_as_it_is() -> None:
    assert load_daerah(PARAMS, "kota-bekasi").nama_opd("Karang Taruna") == "Karang Taruna"


@pytest.mark.parametrize("id_daerah", SEMUA)
def test_every_shipped_city_loads_and_names_every_role(id_daerah: str) -> None:
    assert set(load_daerah(PARAMS, id_daerah).opd) == set(load_peran(PARAMS))


def test_an_unknown_city_gets_the_nearest_one() -> None:
    with pytest.raises(KlaError) as e:
        load_daerah(PARAMS, "kota-bekas")
    assert str(e.value) == "params/daerah/kota-bekas.yaml: berkas tidak ditemukan. Maksud Anda 'kota-bekasi'?"


EJAAN_SUMBER = """JDIH, Bagian Hukum, DPPPAPPKB, Disdukcapil, Perpustakaan, Kominfo, Kemenag, Dinsos, Disdikbud,
Dinas Pariwisata,
DLH, Dinas PU, Dishub, Dinkes, Satpol PP, Dispora, Disnaker, BNN, BPBD, Kesbangpol, BAPPEDA, UPPA Polres, Kejaksaan,
Polres, UPTD PPA, Forum Anak Daerah (FAD), PAN, Dunia Usaha, Disparpor, Dinas PUPR, Dinas PU Perkim, Bapenda"""


def test_every_spelling_of_the_source_form_is_a_role_in_the_regency_that_wrote_it() -> None:
    ogan_ilir = load_daerah(PARAMS, "ogan-ilir")
    ejaan = [e.strip() for e in EJAAN_SUMBER.replace("\n", " ").split(",")]
    assert len(ejaan) == len(set(ejaan)) == 32
    assert [e for e in ejaan if ogan_ilir.peran_of(e) is None] == []
    assert ogan_ilir.peran_of("Dinas PU Perkim") == ogan_ilir.peran_of("Dinas PUPR") == "dinas_pekerjaan_umum"
    assert ogan_ilir.peran_of("JDIH") == "bagian_hukum"
    assert ogan_ilir.peran_of("PAN") == "pengadilan_agama"


def test_every_role_of_the_form_has_an_office_in_the_regency_that_wrote_it() -> None:
    assert set(load_peran(PARAMS)) <= peran_terpetakan(PARAMS)


@pytest.mark.parametrize("teks", ["Dinkes", "dinkes", " DINAS  KESEHATAN ", "dinas_kesehatan", "Dinas-Kesehatan."])
def test_an_office_is_known_whatever_its_case_signs_and_spaces(teks: str) -> None:
    assert load_daerah(PARAMS, "kota-bekasi").peran_of(teks) == "dinas_kesehatan"


@pytest.mark.parametrize(
    ("kota", "teks"),
    [
        ("kota-bekasi", "Dinas Kesehatan Kota Bekasi"),
        ("kota-bekasi", "DINKES KOTA BEKASI"),
        ("ogan-ilir", "Dinas Kesehatan Kabupaten Ogan Ilir"),
        ("ogan-ilir", "Dinas Kesehatan Kab. Ogan Ilir"),
    ],
)
def test_the_citys_own_name_may_follow_that_of_an_office(kota: str, teks: str) -> None:
    assert load_daerah(PARAMS, kota).peran_of(teks) == "dinas_kesehatan"


@pytest.mark.parametrize("teks", ["Kota Bekasi", "Dinas Kesehatan Kota Depok", "Dinas Kesehatan Kabupaten Bekasi"])
def test_an_office_of_another_city_is_none_of_ours(teks: str) -> None:
    assert load_daerah(PARAMS, "kota-bekasi").peran_of(teks) is None


@pytest.mark.parametrize("teks", ["DPPKB", "Karang Taruna", "", "-"])
def test_an_office_outside_the_form_is_no_role(teks: str) -> None:
    assert load_daerah(PARAMS, "kota-bekasi").peran_of(teks) is None


@pytest.mark.parametrize(
    ("teks", "mirip"),
    [("Dinkse", "Dinkes"), ("Dinas Kesehatn", "Dinas Kesehatan"), ("Diskominfostand", "Diskominfostandi")],
)
def test_a_slip_of_the_pen_is_known_for_what_it_means(teks: str, mirip: str) -> None:
    assert load_daerah(PARAMS, "kota-bekasi").opd_mirip(teks) == mirip


@pytest.mark.parametrize("teks", ["Dinas Perikanan", "Dinas Pertanian", "Inspektorat", "KPAD", "DPPKB", "TP PKK"])
def test_another_office_is_not_taken_for_a_slip(teks: str) -> None:
    assert load_daerah(PARAMS, "kota-bekasi").opd_mirip(teks) is None


def kota(folder: Path, *opd: str) -> Path:
    isi = "nama: Uji\njenis: kota\nprovinsi: Uji\nopd:\n" + "".join(f"  {o}\n" for o in opd)
    (folder / "uji.yaml").write_text(isi, encoding="utf-8")
    return folder / "uji.yaml"


@pytest.mark.parametrize(
    ("lain", "nama"),
    [("uptd_ppa: {nama: UPTD PPA, alias: [u.p.t.]}", "u.p.t."), ("uptd_ppa: {nama: Dinas Sosial}", "Dinas Sosial")],
)
def test_two_offices_that_share_a_spelling_are_refused(tmp_path: Path, lain: str, nama: str) -> None:
    path = kota(tmp_path, "dinas_sosial: {nama: Dinsos, alias: [UPT]}", lain)
    with pytest.raises(KlaError) as e:
        read_daerah(PARAMS, path)
    assert str(e.value) == (
        f"uji.yaml: '{nama}' dipakai untuk dinas_sosial dan uptd_ppa. "
        "Sisakan di satu kantor saja; yang lain perlu nama yang membedakannya."
    )


def wilayah(folder: Path, *baris: str) -> Path:
    isi = "nama: Uji\njenis: kota\nprovinsi: Uji\nopd: {}\nwilayah:\n" + "".join(f"  {b}\n" for b in baris)
    (folder / "uji.yaml").write_text(isi, encoding="utf-8")
    return folder / "uji.yaml"


def test_a_city_lists_every_kecamatan_followed_by_its_kelurahan(tmp_path: Path) -> None:
    path = wilayah(
        tmp_path,
        "kelurahan: [{kode: d2, nama: Dua, kecamatan: k2}, {kode: d1, nama: Satu, kecamatan: k1}]",
        "kecamatan: [{kode: k1, nama: Timur}, {kode: k2, nama: Barat}]",
    )
    uji = read_daerah(PARAMS, path)
    assert [(w.kode, w.tingkat) for w in uji.wilayah] == [
        ("k1", "kecamatan"),
        ("d1", "kelurahan"),
        ("k2", "kecamatan"),
        ("d2", "kelurahan"),
    ]
    assert (uji.nama_opd("d1"), uji.nama_opd("dinas_sosial")) == (
        "Satu",
        load_peran(PARAMS)["dinas_sosial"].nama,
    )


def test_a_city_need_not_list_its_areas() -> None:
    assert load_daerah(PARAMS, "ogan-ilir").wilayah == ()


def test_the_example_city_lists_the_areas_of_its_own_book() -> None:
    assert [tuple(w) for w in load_daerah(PARAMS, "kota-contoh").wilayah] == [tuple(w) for w in make_daftar_wilayah()]
    assert Counter(w.tingkat for w in load_daerah(PARAMS, "kota-contoh").wilayah) == {
        "kecamatan": 12,
        "kelurahan": 56,
    }


@pytest.mark.parametrize(
    ("baris", "pesan"),
    [
        (["kecamatan: [{kode: k1, nama: A}, {kode: k1, nama: B}]"], "kode wilayah 'k1' dipakai 2 kali"),
        (
            ["kecamatan: [{kode: k1, nama: A}]", "kelurahan: [{kode: k1, nama: B, kecamatan: k1}]"],
            "kode wilayah 'k1' dipakai 2 kali",
        ),
        (
            ["kecamatan: [{kode: kec-01, nama: A}]", "kelurahan: [{kode: d, nama: B, kecamatan: kec-1}]"],
            "kecamatan 'kec-1' dari kelurahan 'd' tidak ada dalam daftar. Maksud Anda 'kec-01'?",
        ),
        (["kelurahan: [{kode: d, nama: B, kecamatan: k1}]"], "Tulis dahulu kecamatannya"),
        (["kecamatan: [{kode: 1, nama: A}]"], "baris 6, kunci wilayah.kecamatan.0.kode"),
        (["desa: []"], "kunci 'desa' tidak dikenal"),
        (['kecamatan: [{kode: "", nama: A}]'], "wilayah.kecamatan.0.kode"),
    ],
)
def test_areas_that_cannot_be_told_apart_or_placed_are_refused(tmp_path: Path, baris: list[str], pesan: str) -> None:
    with pytest.raises(KlaError) as e:
        read_daerah(PARAMS, wilayah(tmp_path, *baris))
    assert pesan in str(e.value)


def test_the_name_of_a_citys_own_office_wins_over_the_common_name_of_another_role(tmp_path: Path) -> None:
    uji = read_daerah(PARAMS, kota(tmp_path, "dinas_sosial: {nama: DP3A}"))  # elsewhere the name of dinas_pppa
    assert uji.peran_of("DP3A") == "dinas_sosial"
    assert uji.peran_of("dinas_pppa") == "dinas_pppa"
