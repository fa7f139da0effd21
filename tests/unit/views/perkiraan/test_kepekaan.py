"""What could break the forecast is named in order, and weights come last."""

from pathlib import Path

import pytest

from kla_lib.keadaan.fakta import fakta_paket
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.notebook import load_paket, risiko_klaster, yang_menggagalkan
from kla_lib.views.perkiraan.kepekaan import kalimat_bobot, kepekaan_rapat
from kla_lib.views.perkiraan.perkiraan import sebut_capai
from tests.pembantu.berisi import berisi
from tests.pembantu.keadaan_uji import keadaan_contoh
from tests.pembantu.rapat_2022 import keadaan, nilai


@pytest.fixture(scope="module")
def contoh() -> Keadaan:
    return keadaan_contoh("kota-contoh-1")


def test_documents_then_offices_then_weights(contoh: Keadaan) -> None:
    teks = yang_menggagalkan(contoh).teks
    letak = [teks.index(kata) for kata in ("Diukur pada peluang", "Dokumen: jika", "Kantor: poin", "Bobot:")]
    assert letak == sorted(letak)


def test_the_loss_is_measured_on_what_can_still_be_reached(contoh: Keadaan) -> None:
    assert yang_menggagalkan(contoh).teks.startswith(
        f"Diukur pada peluang mencapai Madya, {sebut_capai(contoh, 'madya')}, "
        "karena Utama belum terjangkau tanpa tambahan nilai EM."
    )


def test_where_nothing_is_in_reach_the_order_is_by_points(tmp_path: Path) -> None:
    teks = yang_menggagalkan(keadaan(tmp_path, *nilai(300))).teks
    assert teks.startswith("Semua kategori belum terjangkau tanpa tambahan nilai EM, jadi yang di bawah ini")


def test_five_documents_and_five_offices_in_the_order_of_the_forecast(contoh: Keadaan) -> None:
    k = kepekaan_rapat(contoh)
    assert k is not None
    teks = yang_menggagalkan(contoh).teks.splitlines()
    dokumen = teks[teks.index("Dokumen: jika ternyata tidak ada") + 1 :][:5]
    assert [b.split(" | ")[4].split(" ")[0] for b in dokumen] == [d.id_dokumen for d in k.dokumen[:5]]
    kantor = teks[teks.index("Kantor: poin yang paling banyak dipertaruhkan") + 1 :][:5]
    assert [b.split(" | ")[0] for b in kantor] == [contoh.daerah.nama_opd(o.peran) for o in k.opd[:5]]


def test_without_documents_no_document_is_accused() -> None:
    teks = yang_menggagalkan(keadaan_contoh("ogan-ilir-2024")).teks
    assert "Dokumen belum dicatat, jadi belum diketahui dokumen mana yang paling menentukan." in teks
    assert "Dinkes" in teks


def test_marks_that_no_office_holds_are_no_office(tmp_path: Path) -> None:
    teks = yang_menggagalkan(keadaan(tmp_path, *nilai(640))).teks
    assert "Nilai tidak dicatat per pertanyaan, jadi poin tiap kantor tidak diketahui." in teks


def test_weights_that_change_nothing(contoh: Keadaan) -> None:
    jawaban, dicoba = kalimat_bobot(contoh)
    assert jawaban == "Bobot: tidak ada bobot yang wajar mengubah kategori ini (Nindya)."
    assert "25 dari 100 bagian" in dicoba
    assert "755,72 dan 771,15" in dicoba


def test_weights_that_only_together_change_the_category() -> None:
    jawaban = kalimat_bobot(keadaan_contoh("sumbawa-2022"))[0]
    assert jawaban == (
        "Bobot: tidak ada satu bobot wajar yang sendirian mengubah kategori ini (Pratama); "
        "beberapa sekaligus bisa menjadikannya di bawah Pratama."
    )


def test_a_weight_that_changes_the_category_alone_is_named_with_its_interval(tmp_path: Path) -> None:
    k = keadaan(tmp_path, *nilai(701))
    jawaban, *selang, _dicoba = kalimat_bobot(k)
    assert jawaban.startswith("Bobot: ")
    assert jawaban.endswith("bisa mengubah kategori ini (Nindya) menjadi Pratama atau Madya.")
    assert selang
    assert all("kategorinya tetap selama bobotnya antara" in s for s in selang)


def test_weights_of_what_is_not_known_are_not_tried(tmp_path: Path) -> None:
    k = keadaan(tmp_path, ["em", "klaster_1", "", "", "115"])
    assert kalimat_bobot(k)[0].startswith("Bobot: belum bisa diuji, karena Kelembagaan")


def test_what_the_klaster_may_lose_adds_up_to_what_the_city_may_lose(contoh: Keadaan) -> None:
    p = contoh.perkiraan
    assert p is not None
    hilang = 0.0
    for k in berisi(contoh.instrumen.klaster):
        r = contoh.klaster(k.id).risiko
        assert r is not None
        assert 0 < r.rentang[0] <= r.hilang <= r.rentang[1] < r.nilai
        hilang += r.hilang
    assert hilang == pytest.approx(p.diklaim - p.total.mean(), abs=1)


def test_a_pack_names_the_documents_that_most_of_its_points_hang_on(contoh: Keadaan) -> None:
    semua, kota = kepekaan_rapat(contoh), {}
    assert semua is not None
    kota = {d.id_dokumen: d for d in semua.dokumen}
    r = contoh.klaster("klaster_5").risiko
    assert r is not None
    assert [d.hilang for d in r.dokumen] == sorted((d.hilang for d in r.dokumen), reverse=True)
    for d in r.dokumen[:5]:
        if set(kota[d.id_dokumen].kode) == set(d.kode):  # it serves this klaster alone
            assert d.hilang == pytest.approx(kota[d.id_dokumen].poin_hilang, rel=0.03)


def test_a_pack_says_it_in_two_lines_and_a_short_list() -> None:
    teks = risiko_klaster(load_paket("kota-contoh-1", "klaster_3")).teks.splitlines()
    assert teks[0] == (
        "Dari 115 poin yang tercatat di sini, kira-kira 29 diperkirakan hilang sampai nilai akhir "
        "(bisa 25 sampai 31, tergantung anggapan)."
    )
    assert "bukan nilai resmi" in teks[1]
    assert len(teks) == 5
    assert teks[2].startswith("Dinas Kesehatan: ")


def test_a_pack_without_documents_points_or_forecast_says_so(tmp_path: Path) -> None:
    assert "dokumen mana yang paling menentukan" in risiko_klaster(load_paket("ogan-ilir-2024", "klaster_3")).teks
    assert "sudah nilai akhir" in risiko_klaster(load_paket("sumbawa-2022", "klaster_3")).teks
    assert "Tanpa nilai yang tercatat" in risiko_klaster(load_paket("kota-bekasi", "klaster_3")).teks
    k = keadaan(tmp_path, ["em", "klaster_1", "", "", "115"])
    assert risiko_klaster(k.klaster("klaster_2")).teks == "Belum ada poin yang tercatat di klaster ini."


def test_the_facts_of_a_pack_hold_its_risk_and_need_no_forecast() -> None:
    paket = load_paket("kota-contoh-1", "klaster_3")
    isi = {f["id"]: f["nilai"] for f in fakta_paket(paket)}
    assert isi["risiko:vf:klaster_3:terendah"] < isi["risiko:vf:klaster_3"] < isi["risiko:vf:klaster_3:tertinggi"]
    assert "perkiraan" not in vars(paket.keadaan), "seven packs would each pay for it"
