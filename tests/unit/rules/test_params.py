"""Rules in several folders: which file holds, what is listed, and that each is read once for whoever is given them."""

import pickle
from pathlib import Path

import pytest

from kla_lib.errors import KlaError
from kla_lib.letak import FOLDER_PARAMS
from kla_lib.rules.daerah.daerah import load_daerah, peran_terpetakan
from kla_lib.rules.form.instrumen import daftar_instrumen, load_instrumen
from kla_lib.rules.istilah import load_istilah
from kla_lib.rules.kategori import load_kategori
from kla_lib.rules.params import RAPAT, SKENARIO, Params, params_bawaan, sekali
from kla_lib.rules.peta.peralihan import load_peralihan
from tests.pembantu.params_uji import params_dengan, salin_aturan


def tulis(path: Path, teks: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(teks, encoding="utf-8")
    return path


def ganti(path: Path, lama: str, baru: str) -> None:
    teks = path.read_text(encoding="utf-8")
    assert lama in teks
    path.write_text(teks.replace(lama, baru), encoding="utf-8")


def test_a_file_of_the_first_folder_holds_and_the_others_come_from_the_next(tmp_path: Path) -> None:
    ganti(salin_aturan(tmp_path, "kategori.yaml"), "besaran: 800", "besaran: 810")
    params = params_dengan(tmp_path)
    assert load_kategori(params, 2024)["utama"].besaran == 810
    assert load_istilah(params) == load_istilah(Params(FOLDER_PARAMS))
    assert load_kategori(Params(FOLDER_PARAMS), 2024)["utama"].besaran == 800
    assert load_kategori(Params(FOLDER_PARAMS, tmp_path), 2024)["utama"].besaran == 800, "the first one holds"


def test_lists_hold_what_any_folder_holds_each_name_once_and_sorted(tmp_path: Path) -> None:
    sendiri = [tulis(tmp_path / "daerah" / f"{nama}.yaml") for nama in ("kota-contoh", "aceh-barat", "zona")]
    tulis(tmp_path / "daerah" / "catatan.txt")
    params = params_dengan(tmp_path)
    daftar = params.daftar("daerah")
    assert list(daftar) == sorted({p.stem for p in (FOLDER_PARAMS / "daerah").glob("*.yaml")} | {"aceh-barat", "zona"})
    assert [daftar[p.stem] for p in sendiri] == sendiri
    assert params.daftar("tidak-ada") == {}


def test_files_in_force_are_named_by_their_place_and_sorted_by_folders(tmp_path: Path) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    semua = {n: tulis(b / n) for n in ("instrumen.yaml", "instrumen/2024.csv", "daerah/x.yaml", "kategori.yaml")}
    semua["kategori.yaml"] = tulis(a / "kategori.yaml")
    berkas = Params(a, b).berkas()
    assert berkas == semua
    assert list(berkas) == ["daerah/x.yaml", "instrumen/2024.csv", "instrumen.yaml", "kategori.yaml"]


def test_a_city_a_form_and_a_crosswalk_of_an_own_folder_join_those_of_the_house(tmp_path: Path) -> None:
    ganti(salin_aturan(tmp_path, "daerah/kota-contoh.yaml"), "nama: Kota Contoh", "nama: Kota Percobaan")
    salin_aturan(tmp_path, "instrumen/2024.csv")
    ganti(salin_aturan(tmp_path, "instrumen/2024.yaml"), "2024.csv", "2026.csv")
    kepala, tabel = tmp_path / "instrumen" / "2024.yaml", tmp_path / "instrumen" / "2024.csv"
    ganti(kepala, 'instrumen: "2024"', 'instrumen: "2026"')
    kepala.rename(kepala.with_stem("2026"))
    tabel.rename(tabel.with_stem("2026"))
    params = params_dengan(tmp_path)
    assert load_daerah(params, "kota-contoh").nama == "Kota Percobaan"
    assert load_daerah(params, "sumbawa").nama == load_daerah(Params(FOLDER_PARAMS), "sumbawa").nama
    assert daftar_instrumen(params) == ["2022", "2024", "2026"]
    assert load_instrumen(params, "2026").path.parent == tmp_path / "instrumen"
    assert load_peralihan(params, "2022", "2024").dari == "2022"
    assert peran_terpetakan(params) == peran_terpetakan(Params(FOLDER_PARAMS))


def test_each_rule_is_read_once_per_object_and_anew_by_another(tmp_path: Path) -> None:
    params = params_dengan(tmp_path)
    awal = load_kategori(params, 2024)
    ganti(salin_aturan(tmp_path, "kategori.yaml"), "besaran: 800", "besaran: 810")
    assert load_kategori(params, 2024) is awal
    assert load_kategori(params_dengan(tmp_path), 2024)["utama"].besaran == 810
    assert load_kategori(params, 2025) is not awal


def test_what_was_read_is_kept_in_the_object_alone() -> None:
    dibaca: list[int] = []

    @sekali
    def baca(params: Params, n: int = 0) -> int:
        dibaca.append(n)
        return n

    params = Params(FOLDER_PARAMS)
    assert [baca(params, 1), baca(params, 1), baca(params, 2), baca(params)] == [1, 1, 2, 0]
    baca(Params(FOLDER_PARAMS), 1)
    assert dibaca == [1, 2, 0, 1]


def test_a_fault_is_not_kept(tmp_path: Path) -> None:
    params = params_dengan(tmp_path)
    rusak = tulis(tmp_path / "istilah.yaml", "[")
    with pytest.raises(KlaError, match=r"istilah\.yaml"):
        load_istilah(params)
    rusak.unlink()
    assert load_istilah(params)


def test_rules_are_the_same_where_their_folders_are(tmp_path: Path) -> None:
    a, b = Params(tmp_path, FOLDER_PARAMS), Params(tmp_path, FOLDER_PARAMS)
    load_kategori(a, 2024)
    assert a == b and hash(a) == hash(b) and a != Params(FOLDER_PARAMS)
    assert "kategori" not in repr(a)
    salinan = pickle.loads(pickle.dumps(a))
    assert salinan == a and len(pickle.dumps(a)) == len(pickle.dumps(b)), "another process reads the rules itself"
    assert load_kategori(salinan, 2024) == load_kategori(a, 2024)
    with pytest.raises(AttributeError):
        a.folder = ()  # type: ignore[misc]
    with pytest.raises(TypeError):
        Params()


def test_a_file_that_no_folder_holds_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(KlaError) as e:
        load_daerah(params_dengan(tmp_path), "kota-conto")
    assert str(e.value) == "params/daerah/kota-conto.yaml: berkas tidak ditemukan. Maksud Anda 'kota-contoh'?"
    with pytest.raises(KlaError, match=r"^kategori\.yaml: berkas tidak ditemukan"):
        load_kategori(Params(tmp_path), 2024)


def test_meetings_outside_come_first_and_scenarios_outside_stand_alone(tmp_path: Path) -> None:
    rapat = tulis(tmp_path / "r" / "kota-contoh-1.yaml")
    skenario = tulis(tmp_path / "s" / "coba.yaml")
    params = Params(tmp_path / "p", FOLDER_PARAMS, rapat=rapat.parent, skenario=skenario.parent)
    assert params.tempat(RAPAT) == (rapat.parent, tmp_path / "p" / "rapat", FOLDER_PARAMS / "rapat")
    assert params.path("rapat/kota-contoh-1.yaml") == rapat
    assert params.path("rapat/kota-contoh-2.yaml") == FOLDER_PARAMS / "rapat" / "kota-contoh-2.yaml"
    assert params.daftar(SKENARIO) == {"coba": skenario}
    assert Params(tmp_path, FOLDER_PARAMS).tempat(SKENARIO) == (tmp_path / "skenario", FOLDER_PARAMS / "skenario")


def test_the_rules_of_the_house_follow_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    awal = params_bawaan()
    assert awal is params_bawaan(), "what was read is shared in a process"
    assert awal == Params(FOLDER_PARAMS)
    monkeypatch.setenv("KLA_FOLDER_RAPAT", str(tmp_path))
    assert params_bawaan() == Params(FOLDER_PARAMS, rapat=tmp_path)
    monkeypatch.setenv("KLA_FOLDER_SKENARIO", str(tmp_path / "s"))
    assert params_bawaan() == Params(FOLDER_PARAMS, rapat=tmp_path, skenario=tmp_path / "s")


def test_what_is_hers_stands_before_the_product_and_laws_are_not_hers(tmp_path: Path) -> None:
    kerja = tmp_path / "data-kla"
    rapat, asing = tulis(kerja / "rapat" / "kota-contoh-1.yaml"), tulis(kerja / "kategori.yaml")
    milik, keluaran = tulis(kerja / "daerah" / "kota-contoh.yaml"), tulis(kerja / "outputs" / "x.yaml")
    params = Params(FOLDER_PARAMS, kerja=kerja)
    assert params.path("rapat/kota-contoh-1.yaml") == rapat
    assert params.path("rapat/kota-contoh-2.yaml") == FOLDER_PARAMS / "rapat" / "kota-contoh-2.yaml"
    assert params.daftar("daerah")["kota-contoh"] == params.berkas()["daerah/kota-contoh.yaml"] == milik
    assert params.path("kategori.yaml") == params.berkas()["kategori.yaml"] == FOLDER_PARAMS / "kategori.yaml"
    assert not {asing, keluaran} & set(params.berkas().values())
    assert params.tempat(SKENARIO)[0] == kerja / "skenario", "scenarios are saved there"
