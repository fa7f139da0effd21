from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.form.instrumen import KLASTER, Instrumen, load_instrumen
from kla_lib.rules.form.kode import kode_bagian
from kla_lib.rules.peta.peralihan import (
    Peralihan,
    bagian_terkecil,
    di_bawah,
    load_peralihan,
    read_peralihan,
    semua_kode,
)
from tests.pembantu.form_uji import write_form
from tests.pembantu.params_uji import PARAMS


def form(folder: Path, nama: str, maksimal: dict[str, dict[str, float]], *baris: dict[str, str]) -> Instrumen:
    (folder / nama).mkdir()
    path = write_form(folder / nama, maksimal, *baris, instrumen="uji")
    return load_instrumen(PARAMS, str(path))


@pytest.fixture
def lama(tmp_path: Path) -> Instrumen:
    return form(tmp_path, "lama", {"kelembagaan": {"1": 2, "2": 1}}, {}, {}, {"indikator": "2"})


@pytest.fixture
def baru(tmp_path: Path) -> Instrumen:
    return form(tmp_path, "baru", {"kelembagaan": {"1": 2, "2": 1}}, {}, {"pertanyaan": "2a"}, {"indikator": "2"})


def tulis(folder: Path, *butir: str, tingkat: str = "indikator") -> Path:
    sumber = ", sumber: {dokumen: anggapan_kla_lib, letak: uji}}"
    isi = f"dari: uji\nke: uji\ntingkat: {tingkat}\nbutir:\n" + "".join(f"  - {{{b}{sumber}\n" for b in butir)
    (folder / "uji-uji.yaml").write_text(isi, encoding="utf-8")
    return folder / "uji-uji.yaml"


def pesan(path: Path, lama: Instrumen, baru: Instrumen) -> list[str]:
    with pytest.raises(KlaError) as e:
        read_peralihan(PARAMS, path, lama, baru)
    return [str(k).split(": ", 1)[1] for k in e.value.kesalahan]


def pasangan(p: Peralihan) -> list[tuple[str, list[str], list[str]]]:
    return [(b.jenis, [kode_bagian(k) for k in b.dari], [kode_bagian(k) for k in b.ke]) for b in p.butir]


def test_2022_leads_to_2024_klaster_by_klaster() -> None:
    p = load_peralihan(PARAMS, "2022", "2024")
    assert (p.dari, p.ke, p.tingkat) == ("2022", "2024", "klaster")
    enam = [("sama", [k], [k]) for k in KLASTER if k != "kelana_dekela"]
    assert pasangan(p) == [*enam, ("sama", ["25"], ["25"]), ("sama", ["26"], ["26"])]


def test_the_same_file_leads_back() -> None:
    maju, mundur = load_peralihan(PARAMS, "2022", "2024"), load_peralihan(PARAMS, "2024", "2022")
    assert (mundur.dari, mundur.ke) == ("2024", "2022")
    assert mundur == maju.balik()
    assert mundur.balik() == maju


@pytest.mark.parametrize(("tahun", "banyak"), [("2024", 274), ("2022", 8)])
def test_a_form_leads_to_itself_unit_by_unit(tahun: str, banyak: int) -> None:
    p = load_peralihan(PARAMS, tahun, tahun)
    assert len(p.butir) == banyak
    assert all(b.jenis == "sama" and b.dari == b.ke for b in p.butir)
    assert p.balik() == p


def test_two_forms_without_a_crosswalk_are_told_which_file_to_write() -> None:
    with pytest.raises(KlaError) as e:
        load_peralihan(PARAMS, "2024", "2026")
    assert "peralihan dari form 2024 ke form 2026 belum ada. Tulis 2024-2026.yaml." in str(e.value)


def test_codes_stand_at_three_levels_and_the_smallest_units_have_no_parts() -> None:
    form_2022 = load_instrumen(PARAMS, "2022")
    assert [kode_bagian(k) for k in bagian_terkecil(form_2022)] == [*KLASTER[:-1], "25", "26"]
    semua = list(semua_kode(load_instrumen(PARAMS, "2024")))
    assert len(semua) == 7 + 31 + 274
    assert di_bawah(("klaster_5", "21A", "4a"), ("klaster_5", None, None))
    assert not di_bawah(("klaster_5", "21A", None), ("klaster_5", "21A", None))


def test_split_and_merged_new_and_gone_turn_round(tmp_path: Path, lama: Instrumen, baru: Instrumen) -> None:
    path = tulis(
        tmp_path,
        "jenis: pecah, dari: [1/1], ke: [1/1, 1/2a]",
        "jenis: hilang, dari: [1/2]",
        'jenis: sama, dari: ["2"], ke: ["2"]',
    )
    p = read_peralihan(PARAMS, path, lama, baru)
    assert pasangan(p.balik()) == [
        ("gabung", ["1/1", "1/2a"], ["1/1"]),
        ("baru", [], ["1/2"]),
        ("sama", ["2"], ["2"]),
    ]


def test_a_unit_that_is_missing_doubled_or_unknown_is_refused(tmp_path: Path, lama: Instrumen, baru: Instrumen) -> None:
    path = tulis(
        tmp_path,
        'jenis: ganti_nama, dari: ["1"], ke: [1/1]',
        "jenis: ganti_nama, dari: [1/2], ke: [1/2]",
        'jenis: sama, dari: ["2"], ke: ["2"]',
    )
    salah = pesan(path, lama, baru)
    assert salah[:2] == [
        "dari: '1' disebut lebih dari sekali. Sebut setiap bagian form tepat sekali.",
        "dari: '1/2' disebut lebih dari sekali. Sebut setiap bagian form tepat sekali.",
    ]
    assert salah[2].startswith("ke: '1/2' tidak ada di form uji. Pilihan: 1, 1/1, 1/2a")
    assert salah[3].startswith("ke: '1/2a' dari form uji belum disebut. ")
    assert len(salah) == 4


def test_a_code_above_the_stated_level_is_refused(tmp_path: Path, lama: Instrumen, baru: Instrumen) -> None:
    path = tulis(tmp_path, "jenis: sama, dari: [kelembagaan], ke: [kelembagaan]", tingkat="indikator")
    assert [s.split(". ")[0] for s in pesan(path, lama, baru)] == [
        f"{sisi}: 'kelembagaan' lebih tinggi dari tingkat indikator" for sisi in ("dari", "ke")
    ]


@pytest.mark.parametrize(
    "butir",
    [
        'jenis: sama, dari: ["1"], ke: ["2"]',
        'jenis: ganti_nama, dari: ["1", "2"], ke: ["1"]',
        'jenis: pecah, dari: ["1"], ke: ["1"]',
        'jenis: gabung, dari: ["1"], ke: ["1"]',
        'jenis: baru, dari: ["1"], ke: ["1"]',
        'jenis: hilang, dari: ["1"], ke: ["1"]',
    ],
)
def test_a_kind_that_the_codes_do_not_allow_is_refused(
    tmp_path: Path, lama: Instrumen, baru: Instrumen, butir: str
) -> None:
    jenis = butir.split(",")[0].removeprefix("jenis: ")
    assert any(s.startswith(f"jenis {jenis} tidak sesuai dengan ") for s in pesan(tulis(tmp_path, butir), lama, baru))


def test_a_file_between_other_forms_is_refused(tmp_path: Path, lama: Instrumen) -> None:
    path = tulis(tmp_path, 'jenis: sama, dari: ["1"], ke: ["1"]', 'jenis: sama, dari: ["2"], ke: ["2"]')
    salah = pesan(path, lama, load_instrumen(PARAMS, "2022"))
    assert salah[0].startswith("berkas ini memuat peralihan uji ke uji, bukan uji ke 2022.")
