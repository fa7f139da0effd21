"""What is to be printed of a meeting: which pages, in which order, and what cannot be printed."""

import shutil
from pathlib import Path

import nbformat
import pytest

from kla_lib.berkas import write_whole
from kla_lib.cli import main
from kla_lib.errors import KlaError
from kla_lib.gembok import lock_folder
from kla_lib.letak import FOLDER_NOTEBOOKS
from kla_lib.publish.batch.templat import tag
from kla_lib.publish.cetak.bahan import read_bahan
from kla_lib.publish.cetak.cetak import daftar_dokumen, kata_css, make_pdf
from kla_lib.publish.cetak.lembaran import gabung_lembaran, read_lembaran
from kla_lib.publish.terbitan.manifes import MANIFES
from kla_lib.publish.terbitan.simpan import to_json
from kla_lib.rules.rapat import load_rapat
from tests.pembantu.params_uji import PARAMS
from tests.pembantu.terbit_uji import ATAS, KAKI, RAPAT, isi_paket, page_uji, terbitkan_paket, terbitkan_rapat

LIPATAN = "<details><summary>Lihat tabel</summary><table><tr><td>isi lipatan</td></tr></table></details>"


def test_the_document_has_the_summary_first_then_packs_then_sessions(tmp_path: Path) -> None:
    bahan = read_bahan(PARAMS, terbitkan_rapat(tmp_path), load_rapat(PARAMS, RAPAT))
    klaster = ["kelembagaan", *(f"klaster_{n}" for n in range(1, 6)), "kelana_dekela"]
    assert [s.id for s in bahan.lembaran] == ["ringkasan", *klaster, "sesi_1"]
    dokumen = daftar_dokumen(load_rapat(PARAMS, RAPAT), bahan)
    assert [d.tempat for d in dokumen] == [f"{p}/paket.pdf" for p in ("ringkasan", *klaster)] + ["rapat.pdf"]
    assert [d.tempat for d in daftar_dokumen(load_rapat(PARAMS, RAPAT), bahan, ["klaster_3"])] == [
        "klaster_3/paket.pdf"
    ]


def test_a_page_is_read_back_with_its_lines_and_without_its_folded_tables() -> None:
    s = read_lembaran("x", "x/ringkas.html", page_uji("Judul & lain", isi_paket("satu")).decode())
    assert s is not None
    assert (s.judul, s.atas, s.kaki, s.utama, s.lipat) == ("Judul & lain", ATAS, KAKI, "Kalimat satu.", 1)
    assert s.warna == "#0072B2"
    assert "isi lipatan" not in s.isi
    assert read_lembaran("x", "x.html", "<html><body><p>lain</p></body></html>") is None


def test_a_folded_section_is_printed_open_as_if_it_had_never_been_folded() -> None:
    isi = '<h2 id="Rincian">Rincian satu</h2>', "<p>Isinya.</p>"
    terlipat = f'<details class="ruas"><summary>{isi[0]}</summary>{isi[1]}{LIPATAN}</details>'
    satu, lain = (
        read_lembaran("x", "x/ringkas.html", page_uji("Judul", h).decode()) for h in ("".join(isi) + LIPATAN, terlipat)
    )
    assert satu == lain
    assert satu is not None
    assert satu.lipat == 1


RUJUKAN = '<section class="lampiran"><h2 id="Bahan">Bahan rapat</h2><p>isi rujukan</p></section>'


def test_the_paper_of_a_meeting_leaves_out_what_is_for_reference_and_says_so_first(tmp_path: Path) -> None:
    folder = terbitkan_rapat(tmp_path)
    for paket in ("klaster_1", "klaster_2"):
        terbitkan_paket(folder, paket, isi_paket(paket, RUJUKAN))
    rapat = load_rapat(PARAMS, RAPAT)
    per_tempat = {d.tempat: d for d in daftar_dokumen(rapat, read_bahan(PARAMS, folder, rapat))}
    isi = per_tempat["rapat.pdf"].html().decode()
    assert "isi rujukan" not in isi and "Alinea 59 dari klaster_2." in isi
    assert isi.index("Tidak ikut dicetak di sini: Bahan rapat. ") < isi.index('<section class="lembaran')
    assert "isi rujukan" in per_tempat["klaster_1/paket.pdf"].html().decode(), "a pack alone is whole"
    lampiran = per_tempat["lampiran.pdf"]
    assert [b["judul"] for b in lampiran.daftar_isi] == [s.judul for s in lampiran.lembaran]
    assert [s.id for s in lampiran.lembaran] == ["klaster_1", "klaster_2"]
    assert lampiran.html().decode().count("isi rujukan") == 2 and "Alinea" not in lampiran.html().decode()


def test_sections_that_a_meeting_decides_by_are_no_reference() -> None:
    nb = nbformat.read(FOLDER_NOTEBOOKS / "30_paket_klaster.ipynb", as_version=4)
    judul = [(s.source.splitlines()[0], "lampiran" in tag(s)) for s in nb.cells if s.source.startswith("## ")]
    assert [j for j, rujukan in judul if rujukan] == [
        "## Nilai per indikator",
        "## Bahan rapat",
        "## Capaian bagi anak",
        "## Dasar angka di halaman ini",
    ]
    assert [j for j, rujukan in judul if not rujukan][:2] == [
        "## Yang diminta hari ini: amankan",
        "## Yang diminta hari ini: tambah",
    ]


def test_pages_in_one_document_keep_their_ids_apart_and_their_links_inside() -> None:
    html = page_uji("Judul", isi_paket("satu")).decode()
    bagian = [read_lembaran(i, f"{i}/ringkas.html", html) for i in ("klaster_1", "klaster_2")]
    satu, dua = gabung_lembaran([b for b in bagian if b is not None])
    assert 'id="klaster_1-Rincian"' in satu.isi
    assert 'href="#klaster_1-Rincian"' in satu.isi
    assert "url(#klaster_2-g1-potong)" in dua.isi
    assert '<a href="#klaster_2">dua</a>' in satu.isi
    assert "<a>lembar</a>" in satu.isi


def test_a_foot_with_marks_of_css_or_html_stays_text() -> None:
    assert kata_css('a";}</style>\\') == '"a\\22 \\3b \\7d \\3c \\2f style\\3e \\5c "'


def test_every_torn_page_is_named_at_once_and_nothing_is_printed(tmp_path: Path) -> None:
    folder = terbitkan_rapat(tmp_path)
    (folder / "klaster_1/ringkas.html").write_text("sobek", encoding="utf-8")
    (folder / "sesi/1.html").unlink()
    with pytest.raises(KlaError) as e:
        make_pdf(PARAMS, RAPAT, tmp_path)
    assert [k.berkas for k in e.value.kesalahan] == ["ringkas.html", "1.html"]
    assert "kla run lagi" in str(e.value)
    assert list(tmp_path.rglob("*.pdf")) == []


def test_a_page_that_its_pack_does_not_name_any_more_is_torn(tmp_path: Path) -> None:
    folder = terbitkan_rapat(tmp_path)
    (folder / "klaster_3" / "paket.json").write_bytes(to_json({"berkas": {}}))
    (folder / "klaster_3" / "ringkas.html").unlink()
    with pytest.raises(KlaError, match=r"tidak utuh.*Jalankan kla run lagi"):
        read_bahan(PARAMS, folder, load_rapat(PARAMS, RAPAT))


def test_a_meeting_behind_a_link_is_not_printed(tmp_path: Path) -> None:
    asli = terbitkan_rapat(tmp_path / "luar")
    (tmp_path / "keluaran").mkdir()
    (tmp_path / "keluaran" / asli.name).symlink_to(asli)
    with pytest.raises(KlaError, match="ini tautan"):
        make_pdf(PARAMS, RAPAT, tmp_path / "keluaran")


def test_a_pack_whose_last_run_failed_says_so_in_the_contents(tmp_path: Path) -> None:
    folder = terbitkan_rapat(tmp_path, tanpa=("klaster_5",))
    (folder / "klaster_2/gagal.html").write_text("x", encoding="utf-8")
    dokumen = daftar_dokumen(load_rapat(PARAMS, RAPAT), read_bahan(PARAMS, folder, load_rapat(PARAMS, RAPAT)))[-1]
    assert "Pembuatan terakhir gagal; ini paket sebelumnya." in dokumen.html().decode()
    assert dokumen.daftar_isi[-1]["judul"] == "Klaster V · Perlindungan khusus"


def test_a_meeting_that_is_not_published_is_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", str(RAPAT), "--outputs", str(tmp_path)]) == 2
    assert "Jalankan dulu: kla run params/rapat/kota-contoh-2.yaml." in capsys.readouterr().err


def test_an_unknown_pack_is_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    terbitkan_rapat(tmp_path)
    assert main(["pdf", str(RAPAT), "--outputs", str(tmp_path), "--only", "klaster_33"]) == 2
    assert "paket 'klaster_33' belum terbit atau tidak dikenal. Pilihan: " in capsys.readouterr().err


def test_no_browser_is_a_message(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terbitkan_rapat(tmp_path)
    monkeypatch.setenv("KLA_PERAMBAN", "peramban-tak-ada")
    assert main(["pdf", str(RAPAT), "--outputs", str(tmp_path)]) == 2
    assert "KLA_PERAMBAN: program 'peramban-tak-ada' tidak ditemukan" in capsys.readouterr().err


def test_a_pack_of_the_manifest_that_is_gone_is_named_and_nothing_is_printed(tmp_path: Path) -> None:
    folder = terbitkan_rapat(tmp_path)
    write_whole(folder / MANIFES, to_json({"paket": {"klaster_3": {"berkas": {"ringkas.html": "sha256:x"}}}}))
    shutil.rmtree(folder / "klaster_3")
    with pytest.raises(KlaError, match=r"kota-contoh-2/klaster_3: paket ini tercatat di manifest\.json"):
        make_pdf(PARAMS, RAPAT, tmp_path)
    assert not list(tmp_path.rglob("*.pdf"))


def test_while_a_run_is_at_work_nothing_is_printed(tmp_path: Path) -> None:
    folder = terbitkan_rapat(tmp_path)
    with lock_folder(folder), pytest.raises(KlaError, match="sedang dikerjakan oleh proses"):
        make_pdf(PARAMS, RAPAT, tmp_path)
