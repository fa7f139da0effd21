"""Where offices send what is asked of them."""

from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.rules.daerah.daerah import Kontak, load_daerah, read_daerah
from tests.pembantu.params_uji import PARAMS


def kota(folder: Path, kontak: str) -> Path:
    (folder / "uji.yaml").write_text(f"nama: Uji\njenis: kota\nprovinsi: Uji\nopd: {{}}\n{kontak}\n", encoding="utf-8")
    return folder / "uji.yaml"


def test_a_city_says_where_to_send(tmp_path: Path) -> None:
    path = kota(tmp_path, "kontak: {nama: Sekretariat KLA, saluran: loket 3}")
    assert read_daerah(PARAMS, path).kontak == Kontak(nama="Sekretariat KLA", saluran="loket 3")


def test_a_city_need_not_say_it() -> None:
    assert load_daerah(PARAMS, "kota-bekasi").kontak is None


def test_the_channel_of_the_example_city_is_obviously_invented() -> None:
    kontak = load_daerah(PARAMS, "kota-contoh").kontak
    assert kontak is not None
    assert "karangan" in kontak.saluran
    assert "@" not in kontak.saluran


@pytest.mark.parametrize(
    ("kontak", "pesan"),
    [
        ("kontak: {nama: Sekretariat}", "kunci 'saluran' belum ada"),
        ("kontak: {nama: A, saluran: B, telepon: C}", "kunci 'telepon' tidak dikenal"),
        ('kontak: {nama: "  ", saluran: B}', "kosong, lebih dari satu baris, atau lebih dari 60 huruf"),
        ('kontak: {nama: A, saluran: "B\\nC"}', "kosong, lebih dari satu baris, atau lebih dari 80 huruf"),
        (f"kontak: {{nama: A, saluran: {'b' * 81}}}", "lebih dari 80 huruf"),
        ('kontak: {nama: A, saluran: "loket\u200b3"}', "kontak.saluran: isi memuat tanda yang tidak tampak: U+200B"),
        ('kontak: {nama: "DP3A\u00a0KLA", saluran: B}', "kontak.nama: isi memuat tanda yang tidak tampak: U+00A0"),
        ('kontak: {nama: A, saluran: "loket\\x073"}', "teks memuat tanda kendali"),
        ("kontak: {nama: A, saluran: 0812}", "baris 5, kunci kontak.saluran"),
        ("kontak: loket", "uji.yaml, baris 5"),
    ],
)
def test_a_contact_that_cannot_stand_in_a_text_is_refused(tmp_path: Path, kontak: str, pesan: str) -> None:
    with pytest.raises(KlaError) as e:
        read_daerah(PARAMS, kota(tmp_path, kontak))
    assert pesan in str(e.value)
