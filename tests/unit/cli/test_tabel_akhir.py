"""The table at the end of a run."""

from kla_lib.cli.tabel_akhir import tabel_akhir
from kla_lib.publish.batch.jalankan import LembarGagal
from kla_lib.publish.batch.paket import HasilPaket


def test_each_pack_has_a_line_with_state_seconds_and_the_file_to_look_at() -> None:
    paket = [HasilPaket("klaster_1", 0.44), HasilPaket("kelana_dekela", 12.5, "ValueError: rusak")]
    paket.append(HasilPaket("ringkasan", 0.0, tetap=True))
    assert tabel_akhir(paket) == [
        "Paket          Keadaan        Detik  Di mana",
        "klaster_1      selesai          0,4  klaster_1/ringkas.html",
        "kelana_dekela  GAGAL           12,5  log/kelana_dekela.log",
        "ringkasan      tidak berubah      –  ringkasan/ringkas.html",
    ]


def test_sheets_that_failed_have_a_line_with_their_log() -> None:
    assert tabel_akhir([HasilPaket("ringkasan", 3.4)], [LembarGagal("kantor", 0.26, "KlaError: rusak")]) == [
        "Paket          Keadaan  Detik  Di mana",
        "ringkasan      selesai    3,4  ringkasan/ringkas.html",
        "lembar kantor  GAGAL      0,3  log/lembar-kantor.log",
    ]
