import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS
from kla_lib.rules.params import params_bawaan
from kla_lib.rules.rapat import Rapat, Sesi, load_rapat, path_buku
from kla_lib.rules.yaml import load_yaml
from tests.pembantu.params_uji import PARAMS

SEMUA = sorted(p.stem for p in (FOLDER_PARAMS / "rapat").glob("*.yaml"))
BERKAS = """id: rapat-uji
daerah: kota-contoh
tanggal: 2025-02-11
instrumen: "2024"
tahap: em
sasaran: utama
buku_data: ../buku
sebelumnya: null
tahapan: {em: [2025-02-03, 2025-03-31], va: [2025-04-01, 2025-04-30]}
sesi:
  - nama: Sesi 1
    waktu: "2025-02-11 08:30"
    klaster: [kelembagaan, kelana_dekela]
    anggota:
      - {nama: DP3A, pilar: pemerintah}
"""


def tulis(folder: Path, teks: str = BERKAS, nama: str = "rapat-uji.yaml") -> Path:
    (folder / nama).write_text(teks, encoding="utf-8")
    return folder / nama


def pesan(rapat: str | Path) -> list[str]:
    with pytest.raises(KlaError) as e:
        load_rapat(PARAMS, rapat)
    return [str(k) for k in e.value.kesalahan]


def test_a_meeting_file_gives_its_sessions_and_members(tmp_path: Path) -> None:
    rapat = load_rapat(PARAMS, tulis(tmp_path))
    assert (rapat.id, rapat.tanggal, rapat.sasaran) == ("rapat-uji", date(2025, 2, 11), "utama")
    assert rapat.sesi[0].klaster == ("kelembagaan", "kelana_dekela")
    assert rapat.sesi[0].anggota[0].nama == "DP3A"
    assert rapat.sesi[0].tempat is None


def test_the_deadline_is_the_last_day_of_the_stage(tmp_path: Path) -> None:
    assert load_rapat(PARAMS, tulis(tmp_path)).tenggat == date(2025, 3, 31)


def test_a_stage_without_dates_has_no_deadline(tmp_path: Path) -> None:
    assert load_rapat(PARAMS, tulis(tmp_path, BERKAS.replace("tahap: em", "tahap: vl"))).tenggat is None


def test_the_book_is_found_from_the_folder_of_the_meeting_file(tmp_path: Path) -> None:
    folder = tmp_path / "rapat"
    folder.mkdir()
    assert load_rapat(PARAMS, tulis(folder)).path_buku == tmp_path / "buku"


@pytest.mark.parametrize("id_rapat", SEMUA)
def test_every_shipped_meeting_loads_by_its_id(id_rapat: str) -> None:
    rapat = load_rapat(PARAMS, id_rapat)
    assert rapat.id == id_rapat
    assert rapat.path == FOLDER_PARAMS / "rapat" / f"{id_rapat}.yaml"
    assert (FOLDER_PARAMS / "instrumen" / f"{rapat.instrumen}.yaml").is_file()


def test_a_meeting_of_another_folder_is_found_by_its_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tulis(tmp_path)
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(tmp_path))
    assert load_rapat(params_bawaan(), "rapat-uji").path == tmp_path / "rapat-uji.yaml"
    assert load_rapat(params_bawaan(), "sumbawa-2022").id == "sumbawa-2022"


def test_an_unknown_meeting_gets_the_nearest_one() -> None:
    assert pesan("sumbwa-2022") == [
        "params/rapat/sumbwa-2022.yaml: berkas tidak ditemukan. Maksud Anda 'sumbawa-2022'?"
    ]


def test_an_id_that_differs_from_the_file_name_is_refused(tmp_path: Path) -> None:
    assert pesan(tulis(tmp_path, nama="lain.yaml")) == [
        "lain.yaml: id 'rapat-uji' berbeda dari nama berkas 'lain'. Samakan keduanya: keluaran disimpan menurut id."
    ]


@pytest.mark.parametrize(
    ("lama", "baru", "salah"),
    [
        ("tahap: em", "tahap: emm", "baris 5, kunci tahap: isi 'emm' tidak sesuai. Pilihan: em, va, vf, vl."),
        ("sasaran: utama", "sasaran: uatma", "baris 6, kunci sasaran: isi 'uatma' tidak sesuai. Maksud Anda 'utama'?"),
        ("daerah: kota-contoh\n", "", "baris 1, kunci daerah: kunci 'daerah' belum ada. Tambahkan baris `daerah: …`."),
        ("[kelembagaan,", "[klaster_7,", "baris 13, kunci sesi.0.klaster.0: isi 'klaster_7' tidak sesuai."),
        ("pilar: pem", "pilr: pem", "baris 15, kunci sesi.0.anggota.0.pilr: kunci 'pilr' tidak dikenal."),
        ('instrumen: "2024"', "instrumen: 2024", 'Tulis sebagai teks di antara tanda kutip: "2024".'),
        ("em: [2025-02-03, ", "em: [2025-2-3, ", "baris 9, kunci tahapan.em.0: isi '2025-2-3' tidak sesuai."),
    ],
)
def test_a_fault_in_a_meeting_file_is_told_with_its_line(tmp_path: Path, lama: str, baru: str, salah: str) -> None:
    assert BERKAS.count(lama) == 1
    assert any(salah in p for p in pesan(tulis(tmp_path, BERKAS.replace(lama, baru))))


def test_an_example_book_is_named_without_a_path() -> None:
    assert path_buku("contoh:sumbawa-2022") == FOLDER_CONTOH / "sumbawa-2022"


def test_an_unknown_example_book_gets_the_nearest_one() -> None:
    with pytest.raises(KlaError) as e:
        path_buku("contoh:sumbwa-2022")
    assert str(e.value) == "kla_lib/contoh: buku contoh 'sumbwa-2022' tidak ada. Maksud Anda 'sumbawa-2022'?"


def check_rapat_or_error(folder: Path, teks: str) -> None:
    path = folder / "rapat-uji.yaml"
    path.write_text(teks, encoding="utf-8")
    try:
        hasil = load_yaml(path, Rapat, path=path)
    except KlaError as e:
        assert str(e).startswith("rapat-uji.yaml")
    else:
        assert isinstance(hasil, Rapat)


@given(teks=st.text())
@settings(max_examples=200)
def test_any_text_gives_a_meeting_or_faults(tmp_path_factory: pytest.TempPathFactory, teks: str) -> None:
    check_rapat_or_error(tmp_path_factory.getbasetemp(), teks)


@given(
    letak=st.integers(0, len(BERKAS)),
    hapus=st.integers(0, 12),
    sisip=st.text(alphabet="-_:,.[]{}\"'#&*!|>%@`?~=<+/\\ \n\t\r0123456789abeInox\u00e9\x00\ufeff", max_size=12),
)
@settings(max_examples=200)
def test_any_change_to_a_meeting_file_gives_a_meeting_or_faults(
    tmp_path_factory: pytest.TempPathFactory, letak: int, hapus: int, sisip: str
) -> None:
    check_rapat_or_error(tmp_path_factory.getbasetemp(), BERKAS[:letak] + sisip + BERKAS[letak + hapus :])


@given(
    isi=st.recursive(
        st.sampled_from(
            [
                "",
                "~",
                "no",
                "-",
                "0x_",
                "._",
                "2025-02-30",
                "!!int x",
                "!!set {a}",
                "!foo a",
                "&a b",
                "1e5",
                '"a"',
                "|\n a",
            ]
        ),
        lambda dalam: (
            st.lists(dalam, max_size=3).map(lambda d: f"[{', '.join(d)}]")
            | st.lists(dalam, max_size=2).map(lambda d: "{" + ", ".join(f"k{n}: {v}" for n, v in enumerate(d)) + "}")
        ),
        max_leaves=6,
    ),
    kunci=st.sampled_from(["id", "tanggal", "tahapan", "sesi", "lain", "buku_data"]),
)
@settings(max_examples=200)
def test_any_value_of_a_key_gives_a_meeting_or_faults(
    tmp_path_factory: pytest.TempPathFactory, kunci: str, isi: str
) -> None:
    baris = [b for b in BERKAS.split("sesi:")[0].splitlines() if not b.startswith(f"{kunci}:")]
    check_rapat_or_error(tmp_path_factory.getbasetemp(), "\n".join([*baris, f"{kunci}: {isi}", ""]))


@pytest.mark.parametrize("nama", ["perkiraan", ".gambar", "a/b", "..", "A B", ""])
def test_an_id_that_cannot_be_a_folder_of_its_own_is_refused(tmp_path: Path, nama: str) -> None:
    path = tulis(tmp_path)
    teks = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^id: .*$", f'id: "{nama}"', teks, flags=re.M), encoding="utf-8")
    with pytest.raises(KlaError, match="tidak bisa menjadi nama folder"):
        load_rapat(PARAMS, path)


def test_a_city_that_leads_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    path = tulis(tmp_path)
    teks = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^daerah: .*$", "daerah: ../../x", teks, flags=re.M), encoding="utf-8")
    with pytest.raises(KlaError, match=r"daerah '\.\./\.\./x' tidak dikenal"):
        load_rapat(PARAMS, path)


@pytest.mark.parametrize("kunci", ["sebelumnya", "instrumen"])
@pytest.mark.parametrize("isi", ["kota-contoh-1/internal", "a\\internal", "../kota-contoh-1", "/tmp/x", ".."])
def test_what_names_another_meeting_or_form_is_an_id_and_no_path(tmp_path: Path, kunci: str, isi: str) -> None:
    path = tulis(tmp_path)
    baris = [b for b in path.read_text(encoding="utf-8").splitlines() if not b.startswith(f"{kunci}:")]
    path.write_text("\n".join([f"{kunci}: '{isi}'", *baris]), encoding="utf-8")
    with pytest.raises(KlaError, match=f"kunci {kunci}: .* tidak bisa menjadi nama folder"):
        load_rapat(PARAMS, path)


@pytest.mark.parametrize("waktu", ["2025-02-11 99:99", "2025-02-30 08:30"])
def test_a_time_that_no_clock_or_calendar_has_is_refused(tmp_path: Path, waktu: str) -> None:
    (salah,) = pesan(tulis(tmp_path, BERKAS.replace("2025-02-11 08:30", waktu)))
    assert salah.startswith("rapat-uji.yaml, baris ")
    assert f"kunci sesi.0.waktu: waktu '{waktu}' tidak ada di kalender atau jam. Perbaiki isi kunci ini." in salah


def test_a_time_in_words_is_kept(tmp_path: Path) -> None:
    rapat = load_rapat(PARAMS, tulis(tmp_path, BERKAS.replace("2025-02-11 08:30", "sesudah makan siang")))
    assert rapat.sesi[0].waktu == "sesudah makan siang"


@pytest.mark.parametrize(
    "waktu",
    [
        *("99:99", "24:00", "08:60", "2025-02-11 99:99", "2025-02-11T25:00", "2025-02-11 08:30:99", "08:30-99:99"),
        *("pukul 25:10", "jam 25.10", "2025-02-30", "2025-13-01 08:30", "2025-02-11 08:30 sampai 2025-02-31 09:00"),
    ],
)
def test_a_time_that_no_clock_or_calendar_has_is_refused_however_it_is_written(waktu: str) -> None:
    with pytest.raises(ValidationError, match="tidak ada di kalender atau jam"):
        Sesi(nama="Sesi 1", klaster=("klaster_1",), waktu=waktu)


@pytest.mark.parametrize(
    "waktu", ["08:30", "2025-02-11 08:30", "2025-02-11 08:30-10:15", "pukul 23.59", "sesudah makan siang", "ruang 3.75"]
)
def test_other_times_stay_as_they_are_written(waktu: str) -> None:
    assert Sesi(nama="Sesi 1", klaster=("klaster_1",), waktu=waktu).waktu == waktu


@pytest.mark.parametrize("nama", ["a" * 5000, "a/" * 3000, "a\x00b"])
def test_what_no_file_can_be_called_is_refused_as_the_place_of_a_book(nama: str) -> None:
    with pytest.raises(KlaError, match="tidak bisa menjadi tempat buku data"):
        path_buku(nama)
