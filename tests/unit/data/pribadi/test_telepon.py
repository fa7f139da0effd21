"""Telephone numbers and addresses are recognised, plain numbers of the form are not taken for them."""

import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kla_lib.data.bentuk import RAD
from kla_lib.data.pribadi.pribadi import check_pribadi
from kla_lib.data.pribadi.telepon import has_telepon
from kla_lib.tabel.mentah import TabelMentah
from tests.pembantu.buku_uji import Penulis, isi_buku, pesan_buku, tabel

NILAI = ["em", "klaster_1", "4", "1", 1]


@pytest.mark.parametrize(
    "teks",
    [
        "081234567890",
        "0812-3456-7890",
        "0812 34 56 78 90",
        "0812.3456.7890",
        "+62 812 3456 7890",
        "+62-812-3456-7890",
        "+62 (812) 3456-7890",
        "+62 0 812 3456 7890",
        "(+62) 812 3456 7890",
        "6281234567890",
        "62 812 3456 7890",
        "WA:081234567890.",
        "WA 0812 3456 7890 2024",
        "kantor (0711) 512345",
        "telp. 021-5551234",
        "HP: 0711 512 345",
        "0812/3456/7890",
        "0812_3456_7890",
        "0812 / 3456 / 7890",
        "0812 - 3456 - 7890",
        "08 12 34 56 78 90",
        "0 8 1 2 3 4 5 6 7 8 9 0",
        "+62/812/3456/7890",
        "+62_812_3456_7890",
        "62_812_3456_7890",
        "0812,3456,7890",
        "telp 021/5551234",
        "telp_0215551234",
    ],
)
def test_a_telephone_number_is_seen_however_it_was_typed(teks: str) -> None:
    assert has_telepon(teks)


@pytest.mark.parametrize(
    "teks",
    [
        "62.812.345.678",
        "Rp62.812.345.678",
        "Rp 62.812.345.678,00",
        "Rp. 628123456789",
        "62.8123456789",
        "0.8123456789",
        "0,8123456789",
        "08-12-2024 08-12-2025",
        "2021 2022 2023 2024",
        "SK 463/Kep.0812-DP3A/2024",
        "Perda Nomor 0813 Tahun 2024",
        "1.08.02 dan 1.08.03",
        "1.08.08.2.01.0812",
        "telp kantor belum dicatat",
        "(0) 12 kasus",
        "(2024) 512345",
        "050/1234/2024",
        "0812/3456/2024",
        "085/123/2024",
        "Nomor 050/12345",
        "08 12 2024 08 12 2025",
        "08/12/2024 - 08/12/2025",
        "SK 0851/1234/DP3A/2024",
        "kasus per bulan 0 8 12 5 3 9 10 11",
        "0812,345",
        "1/2/3/4/5/6/7/8/9/10",
        "Rp 8.123.456.789",
    ],
)
def test_other_numbers_are_no_telephone_numbers(teks: str) -> None:
    assert not has_telepon(teks)


@given(
    awal=st.sampled_from(["0", "62", "+62", "+62 ", "+62-", "62 "]),
    nomor=st.text("0123456789", min_size=9, max_size=11),
    sela=st.sampled_from(["", " ", "-", "."]),
    lebar=st.sampled_from([3, 4]),
)
def test_every_mobile_number_is_seen(awal: str, nomor: str, sela: str, lebar: int) -> None:
    potong = [f"8{nomor}"[i : i + lebar] for i in range(0, len(nomor) + 1, lebar)]
    if len(potong[-1]) == 1:  # nobody writes the last digit apart
        potong[-2:] = ["".join(potong[-2:])]
    assert has_telepon(f"hubungi {awal}{sela.join(potong)} ya")


@given(rupiah=st.integers(0, 9_999_999_999_999), tahun=st.integers(1945, 2099), nomor=st.integers(1, 9999))
def test_money_years_and_numbers_of_letters_are_never_personal(rupiah: int, tahun: int, nomor: int) -> None:
    titik = f"{rupiah:,}".replace(",", ".")
    for teks in (
        f"anggaran Rp{titik},00",
        f"anggaran {titik} untuk {tahun}",
        f"@ Rp{titik}",
        f"SK Nomor {nomor} Tahun {tahun}",
        f"{nomor:04}/Kep-DP3A/{tahun}",
        f"{tahun}-{tahun + 1}",
    ):
        assert not has_telepon(teks), teks


PRIBADI = [
    ("０８１２３４５６７８９０", "nomor telepon"),
    ("0812\u200b3456\u200b7890", "nomor telepon"),
    ("nama＠contoh.go.id", "alamat surel"),
    ("nama @ contoh.go.id", "alamat surel"),
    ("32.75.01.120310.0001", "nomor 16 angka"),
]


@pytest.mark.parametrize(("isi", "apa"), PRIBADI)
def test_a_text_of_a_book_is_looked_at_for_everything_personal(penulis: Penulis, isi: str, apa: str) -> None:
    check_terlihat(penulis, "Keterangan", "sumber", isi, apa)


@pytest.mark.parametrize(("isi", "apa"), [PRIBADI[0], *(pytest.param(*p, marks=pytest.mark.soak) for p in PRIBADI[1:])])
@pytest.mark.parametrize(
    ("lembar", "kolom"),
    [
        ("Keterangan", "sumber"),
        ("Penilaian", "catatan"),
        ("Penilaian", "catatan_verifikator"),
        *(("Data dukung", k) for k in ("judul", "jenis", "tautan", "hash", "diperiksa_oleh", "catatan")),
        *(("Capaian", k) for k in ("ukuran", "wilayah", "satuan", "sumber", "letak")),
        *(("Wilayah", k) for k in ("nama", "isi")),
        *(("RAD", k) for k in ("program", "kegiatan", "opd", "satuan", "sumber_dana", "kendala", "butuh", "bentrok")),
        *(("Tindak lanjut", k) for k in ("rapat", "keputusan", "opd", "hasil")),
    ],
)
def test_every_text_of_every_table_is_looked_at(penulis: Penulis, lembar: str, kolom: str, isi: str, apa: str) -> None:
    check_terlihat(penulis, lembar, kolom, isi, apa)


def check_terlihat(penulis: Penulis, lembar: str, kolom: str, isi: str, apa: str) -> None:
    pesan = pesan_buku(penulis.tulis(buku_dengan(lembar, kolom, isi)))
    assert any(f"sel memuat {apa}" in p for p in pesan), pesan
    assert not any(isi in p for p in pesan)


def buku_dengan(lembar: str, kolom: str, isi: str) -> dict[str, list[list[object]]]:
    """Return a small book of which one text cell holds `isi`."""
    if lembar == "Keterangan":
        return isi_buku(NILAI, keterangan={kolom: isi})
    if lembar == "Penilaian":
        return isi_buku([*NILAI, "ya", *((isi, None) if kolom == "catatan" else (None, isi))])
    baris: dict[str, dict[str, object]] = {
        "Data dukung": {"id_dokumen": "D1", "judul": "SK", "status": "lengkap"},
        "Capaian": {
            "ukuran": "Akta",
            "tahun": 2024,
            "wilayah": "kota",
            "nilai": 10,
            "satuan": "%",
            "jenis_sumber": "rutin",
            "arah": "naik_baik",
            "sumber": "x",
        },
        "Wilayah": {"kode_wilayah": "1", "nama": "A", "tingkat": "kelurahan", "indikator": "4", "pertanyaan": "1"},
        "RAD": {
            "id_kegiatan": "R1",
            "klaster": "klaster_1",
            "kegiatan": "Akta",
            "opd": "disdukcapil",
            "pilar": "pemerintah",
            "status": "belum",
        },
        "Tindak lanjut": {"id_keputusan": "T1", "rapat": "r", "keputusan": "k"},
    }
    return isi_buku(NILAI, **{lembar.replace(" ", "_"): tabel(lembar, baris[lembar] | {kolom: isi})})


@given(anggaran=st.integers(0, 9_999_999_999_999), poin=st.floats(0, 1e11, allow_nan=False))
def test_no_number_of_the_book_is_taken_for_personal_data(anggaran: int, poin: float) -> None:
    assume(not 1e5 <= poin < 1e6)  # six digits and ten decimals can be a card's number
    isi = pd.DataFrame({k: [repr(anggaran), repr(poin), f"{poin:.6f}"] for k in ("anggaran", "poin")}, dtype=object)
    assert check_pribadi(TabelMentah("rad.csv", "", isi, {}), RAD.kolom_bilangan) == []
