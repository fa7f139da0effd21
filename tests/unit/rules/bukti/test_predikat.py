"""Published official finals, and which of them a city's forecast may look back to."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.bukti.predikat import PREDIKAT, Predikat, load_predikat
from kla_lib.rules.bukti.rekor import rekor, riwayat_mendatang
from kla_lib.rules.daerah.daerah import Daerah, load_daerah, read_daerah
from kla_lib.rules.daerah.semua_daerah import load_semua_daerah
from tests.pembantu.params_uji import PARAMS, params_dengan

BIASA = {
    "kode": "32.75",
    "daerah": "Kota Bekasi",
    "tahun": "2023",
    "kategori": "madya",
    "sumber": "radarbekasi_2024_10_11",
    "letak": "kategori 2023",
}


def baca(folder: Path, *baris: dict[str, str]) -> tuple[Predikat, ...]:
    """Return the finals of a table with these rows."""
    (folder / "bukti").mkdir(exist_ok=True)
    isi = [",".join(b.get(k, "") for k in PREDIKAT.nama_kolom) for b in baris]
    teks = "\n".join([",".join(PREDIKAT.nama_kolom), *isi]) + "\n"
    (folder / "bukti" / "predikat.csv").write_text(teks, encoding="utf-8")
    return load_predikat(params_dengan(folder))


def kota(folder: Path, *riwayat: str, nama: str = "Kota Bekasi", tambahan: str = "") -> Daerah:
    """Return a city whose file holds these finals."""
    baris = "".join(f"  - {{{r}, sumber: {{dokumen: SK Menteri, letak: lampiran}}}}\n" for r in riwayat)
    isi = f"nama: {nama}\njenis: kota\nprovinsi: Jawa Barat\nopd: {{}}\n{tambahan}"
    (folder / "uji.yaml").write_text(isi + ("riwayat:\n" + baris if baris else ""), encoding="utf-8")
    return read_daerah(PARAMS, folder / "uji.yaml")


def test_no_final_of_the_older_scale_and_no_region_twice_in_a_year() -> None:
    predikat = load_predikat(PARAMS)
    assert min(p.tahun for p in predikat) == 2021
    assert len({(p.kode, p.tahun) for p in predikat}) == len(predikat) == 340
    assert {p.kode for p in predikat} <= {d.kode for d in load_semua_daerah(PARAMS)}


def test_ranks_read_off_an_administrative_check_are_no_finals() -> None:
    dilewati = {
        "Kabupaten Demak",
        "Kabupaten Karanganyar",
        "Kabupaten Wonogiri",
        "Kabupaten Magelang",
        "Kabupaten Batang",
    }
    assert [p for p in load_predikat(PARAMS) if p.daerah in dilewati and p.tahun == 2022] == []


def test_kota_bekasi_was_madya_in_2023_between_the_two_published_scores() -> None:
    bekasi = rekor(PARAMS, load_daerah(PARAMS, "kota-bekasi"), 2026)
    assert bekasi is not None
    assert (bekasi.tahun, bekasi.kategori, bekasi.rendah, bekasi.tinggi, bekasi.sumber) == (
        2023,
        "madya",
        623,
        658,
        "terbitan",
    )
    assert len(bekasi.rujukan) == 3


def test_only_finals_before_the_year_in_question_count() -> None:
    solo = Daerah("kota-surakarta", "Kota Surakarta", "Jawa Tengah", {})
    per_tahun = {t: rekor(PARAMS, solo, t) for t in (2022, 2023, 2025, 2026)}
    assert per_tahun[2022] is None
    assert [(r.tahun, r.rendah, r.tinggi) for r in per_tahun.values() if r] == [
        (2022, 800, 900),
        (2023, 851, 851),
        (2025, 700, 800),
    ]


def test_a_region_is_known_by_its_id_too() -> None:
    daerah = Daerah("kabupaten-bekasi", "kabupaten-bekasi", "", {})
    terakhir = rekor(PARAMS, daerah, 2025)
    assert terakhir is not None and (terakhir.tahun, terakhir.kategori) == (2023, "pratama")


def test_a_city_that_does_not_exist_has_no_record() -> None:
    assert rekor(PARAMS, load_daerah(PARAMS, "kota-contoh"), 2026) is None


def test_a_year_on_which_sources_disagree_is_set_aside() -> None:
    pasuruan = Daerah("kota-pasuruan", "Kota Pasuruan", "Jawa Timur", {})
    terakhir = rekor(PARAMS, pasuruan, 2026)
    assert terakhir is not None and terakhir.tahun == 2022
    assert [p.tahun for p in load_predikat(PARAMS) if p.dikesampingkan] == [2023]


def test_what_the_city_wrote_goes_before_what_was_published(tmp_path: Path) -> None:
    sendiri = rekor(PARAMS, kota(tmp_path, "tahun: 2023, kategori: madya, nilai_akhir: 641.5"), 2026)
    assert sendiri is not None
    assert (sendiri.rendah, sendiri.tinggi, sendiri.sumber) == (641.5, 641.5, "daerah")
    assert sendiri.rujukan[0].dokumen == "SK Menteri"


def test_a_published_final_stands_where_the_city_wrote_none_of_that_year(tmp_path: Path) -> None:
    daerah = kota(tmp_path, "tahun: 2022, kategori: pratama", "tahun: 2025, nilai_akhir: 500")
    tahun = [(r.tahun, r.kategori, r.sumber) for t in (2023, 2024, 2026) if (r := rekor(PARAMS, daerah, t))]
    assert tahun == [(2022, "pratama", "daerah"), (2023, "madya", "terbitan"), (2025, "pratama", "daerah")]


def test_no_award_counts_only_where_it_is_stated(tmp_path: Path) -> None:
    daerah = kota(tmp_path, "tahun: 2025, kategori: di_bawah_pratama")
    terakhir = rekor(PARAMS, daerah, 2026)
    assert terakhir is not None and (terakhir.rendah, terakhir.tinggi) == (0, 500)


@pytest.mark.parametrize(
    ("riwayat", "pesan"),
    [
        (["tahun: 2019, kategori: madya"], "riwayat 2019: tahun 2019 memakai skala lama"),
        (["tahun: 2023, kategori: mdya"], "riwayat 2023: kategori 'mdya' tidak dikenal. Maksud Anda 'madya'?"),
        (["tahun: 2023, kategori: madya, nilai_akhir: 600"], "nilai akhir 600 bukan Madya, melainkan Pratama"),
        (["tahun: 2023, kategori: madya, nilai_akhir: 700.01"], "nilai akhir 700,01 bukan Madya, melainkan Nindya"),
        (["tahun: 2023, nilai_akhir: 1000.5"], "nilai_akhir 1.000,5 di luar 0 sampai 1.000"),
        (["tahun: 2023"], "riwayat 2023: kategori dan nilai_akhir kosong"),
        (["tahun: 2023, kategori: madya", "tahun: 2023, kategori: pratama"], "riwayat: tahun 2023 ditulis 2 kali"),
        (["tahun: 2023, kategori: madya, nilai: 640"], "kunci 'nilai' tidak dikenal"),
    ],
)
def test_a_final_that_cannot_be_is_refused(tmp_path: Path, riwayat: list[str], pesan: str) -> None:
    with pytest.raises(KlaError) as e:
        kota(tmp_path, *riwayat)
    assert pesan in str(e.value)


def test_a_final_of_a_year_to_come_is_named_and_never_used(tmp_path: Path) -> None:
    daerah = kota(tmp_path, "tahun: 2027, kategori: utama")
    salah = [str(k) for k in riwayat_mendatang(daerah, 2026, "daerah/uji.yaml")]
    assert salah[0].startswith(
        "daerah/uji.yaml, riwayat 2027: tahun 2027 belum tiba; hasil resmi paling baru yang mungkin ada dari 2026."
    )
    terakhir = rekor(PARAMS, daerah, 2026)
    assert terakhir is not None and terakhir.tahun == 2023
    assert riwayat_mendatang(daerah, 2027, "daerah/uji.yaml") == []


def test_a_city_file_may_carry_its_code(tmp_path: Path) -> None:
    assert kota(tmp_path, tambahan='kode: "32.75"\n').kode == "32.75"
    with pytest.raises(KlaError, match=r"kode '32\.16' bukan kode Kota Bekasi\. Tulis 32\.75"):
        kota(tmp_path, tambahan='kode: "32.16"\n')


@pytest.mark.parametrize(
    ("ubah", "pesan"),
    [
        ({"kode": "32.16"}, "sel A2: kode '32.16' bukan kode Kota Bekasi"),
        ({"daerah": "Kota Bekasih"}, "sel B2: daerah 'Kota Bekasih' tidak dikenal"),
        ({"tahun": "2019"}, "sel C2: tahun 2019 memakai skala lama"),
        ({"kategori": "mdya"}, "sel D2: kategori 'mdya' tidak dikenal"),
        ({"kategori": ""}, "sel D2: kategori dan nilai_akhir kosong"),
        ({"nilai_akhir": "700.5"}, "sel E2: nilai akhir 700,5 bukan Madya, melainkan Nindya"),
        ({"rendah": "590", "tinggi": "650"}, "sel F2: nilai akhir 590 bukan Madya, melainkan Pratama"),
        ({"rendah": "650"}, "sel F2: rendah dan tinggi bukan dua nilai terbitan yang berbeda"),
        ({"rendah": "650", "tinggi": "640"}, "sel F2: rendah dan tinggi bukan dua nilai"),
        ({"sumber": "radarbekasi"}, "sel H2: dokumen 'radarbekasi' tidak ada di"),
    ],
)
def test_a_published_final_with_a_fault_is_refused_with_its_cell(
    tmp_path: Path, ubah: dict[str, str], pesan: str
) -> None:
    with pytest.raises(KlaError) as e:
        baca(tmp_path, BIASA | ubah)
    assert pesan in str(e.value)


def test_a_region_twice_in_a_year_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KlaError, match=r"kode, tahun = 32\.75, 2023 ada dua kali"):
        baca(tmp_path, BIASA, BIASA | {"kategori": "nindya"})
