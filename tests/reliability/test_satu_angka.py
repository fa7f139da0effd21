"""One number has one maker: every page, sheet and text of a meeting says the same of a document, and each derived
thing is made once for the whole publication: the children find it done.

Slow, because a meeting is published for real, in one process that notes who was called.
"""

import csv
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import openpyxl
import pytest

from kla_lib.bahasa import format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_CONTOH, FOLDER_PARAMS, FOLDER_PROYEK
from kla_lib.rules.form.kode import kode_bagian
from kla_lib.rules.rapat import load_rapat
from kla_lib.scoring.pekerjaan.pekerjaan import PEMERIKSA
from kla_lib.views.isi.dokumen import lembar_dokumen
from kla_lib.views.isi.permintaan import daftar_pengamanan
from kla_lib.views.kantor.teks_obrolan import teks_obrolan
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.rapat.sesi_posisi import dokumen_teratas
from kla_lib.views.rapat.usulan import usulan_keputusan
from kla_lib.views.rencana.putuskan import putuskan_sesi
from tests.pembantu.berisi import berisi
from tests.pembantu.params_uji import PARAMS

STATUS = {"D143": "kurang", "D039": "kurang", "D086": "kurang", "D126": "kurang", "D040": "kurang", "D119": "tidak_ada"}
"""Documents that are optional at a question, used at several, dated after the year, or absent; each was shown with
two numbers once."""

PEMBUAT = {
    "kla_lib.keadaan.keadaan": (
        "dokumen_penentu",
        "daftar_unggah",
        "jenis_celah",
        "register_dokumen",
        "celah_pertanyaan",
        "poin_tercapai",
        "jarak_sasaran",
        "daftar_rad",
        "daftar_janji",
        "pertanyaan_berstatus",
        "pekerjaan_per_kantor",
        "susunan_skenario",
        "dengan_rencana",
    ),
    "kla_lib.keadaan.ramalan": ("forecast",),
    "kla_lib.keadaan.rencana": ("daftar_kegiatan", "susun_masalah", "ramalan_rencana"),
    "kla_lib.keadaan.muat": ("load_buku", "mask_buku", "score_buku"),
}
"""Who makes each derived thing, in the module that keeps it."""

PROGRAM = """
import functools, importlib, json, os, sys
from pathlib import Path
from kla_lib.publish.batch.hangat import siapkan_impor

siapkan_impor()
from kla_lib.publish.batch.cabang import bisa_bercabang
from kla_lib.publish.batch.rapat import run_rapat
from kla_lib.rules.params import params_bawaan

berkas, keluaran, catatan, pembuat = sys.argv[1:]

def catat(asli, nama):
    @functools.wraps(asli)
    def hitung(*args, **kwargs):
        with open(catatan, "a", encoding="utf-8") as f:
            f.write(json.dumps([os.getpid(), nama]) + chr(10))
        return asli(*args, **kwargs)
    return hitung

for modul, semua in json.loads(pembuat).items():
    m = importlib.import_module(modul)
    for nama in semua:
        setattr(m, nama, catat(getattr(m, nama), nama))
assert bisa_bercabang()
assert run_rapat(params_bawaan(), Path(berkas), Path(keluaran), jobs=2).berhasil
"""
"""Publishes a meeting while every maker notes in a file that it was called, and in which process."""


@dataclass(frozen=True)
class Terbit:
    """A meeting as it was published, and its state."""

    keadaan: Keadaan
    folder: Path
    hitungan: Counter[str]
    """How often each maker was called."""

    def halaman(self, tempat: str) -> str:
        """Return the text of a page, tags as line breaks."""
        return unescape(re.sub(r"<[^>]+>", "\n", (self.folder / tempat).read_text(encoding="utf-8")))

    @property
    def dokumen(self) -> Iterator[tuple[str, str, str, float, bool]]:
        """Yield id, title, status, points (0 for none) and whether only the next cycle can use it."""
        register = self.keadaan.register
        assert register is not None
        for d in register[register["status"] != "lengkap"].itertuples():
            yield d.id_dokumen, d.judul, d.status, 0.0 if d.poin != d.poin else d.poin, d.nanti


@pytest.fixture(scope="module")
def terbit(tmp_path_factory: pytest.TempPathFactory) -> Terbit:
    folder = tmp_path_factory.mktemp("satu")
    (folder / "buku").mkdir()
    for path in (FOLDER_CONTOH / "kota-contoh").glob("*.csv"):
        (folder / "buku" / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    with (folder / "buku" / "data_dukung.csv").open(encoding="utf-8", newline="") as f:
        kepala, *baris = csv.reader(f)
    nomor, status = kepala.index("id_dokumen"), kepala.index("status")
    for b in baris:
        b[status] = STATUS.get(b[nomor], b[status])
    with (folder / "buku" / "data_dukung.csv").open("w", encoding="utf-8", newline="") as f:
        csv.writer(f).writerows([kepala, *baris])
    rapat = (FOLDER_PARAMS / "rapat" / "kota-contoh-1.yaml").read_text(encoding="utf-8")
    rapat = re.sub(
        r"^buku_data: .*$", "buku_data: buku", re.sub(r"^id: .*$", "id: satu", rapat, flags=re.M), flags=re.M
    )
    (folder / "satu.yaml").write_text(rapat, encoding="utf-8")
    argumen = [str(folder / "satu.yaml"), str(folder / "keluar"), str(folder / "hitungan.jsonl"), json.dumps(PEMBUAT)]
    lingkungan = os.environ | {"PYTHONPATH": str(FOLDER_PROYEK)}
    perintah = [sys.executable, "-c", PROGRAM, *argumen]
    selesai = subprocess.run(perintah, env=lingkungan, capture_output=True, text=True, check=False, timeout=300)
    assert selesai.returncode == 0, selesai.stderr
    panggilan = [json.loads(b) for b in (folder / "hitungan.jsonl").read_text(encoding="utf-8").splitlines()]
    keadaan = load_keadaan(PARAMS, load_rapat(PARAMS, folder / "satu.yaml"))
    return Terbit(keadaan, folder / "keluar" / "satu", Counter(nama for _pid, nama in panggilan))


def sebut(poin: float) -> str:
    return f"{format_angka(poin)} poin"


def test_every_page_opens_with_the_one_sentence(terbit: Terbit) -> None:
    kalimat = kalimat_jarak(terbit.keadaan)
    sesi = [f"sesi/{nomor}.html" for nomor in range(1, len(terbit.keadaan.rapat.sesi) + 1)]
    for tempat in ("index.html", "pimpinan.html", "ringkasan/ringkas.html", *sesi):
        atas = terbit.folder.joinpath(tempat).read_text(encoding="utf-8").partition('class="kalimat-utama')[2]
        pertama = re.sub(r"<[^>]+>", "", atas.partition(">")[2].partition("\n")[0])
        assert unescape(pertama) == kalimat, tempat


def test_the_number_of_a_document_is_that_of_the_questions_that_it_decides_in_this_cycle(terbit: Terbit) -> None:
    poin = {i: p for i, _judul, _status, p, _nanti in terbit.dokumen}
    assert {i: poin[i] for i in ("D143", "D039", "D086", "D126")} == {"D143": 5, "D039": 8, "D086": 3.25, "D126": 3}


def test_every_pack_and_session_shows_a_document_with_its_own_number(terbit: Terbit) -> None:
    keadaan = terbit.keadaan
    poin = {i: p for i, _judul, _status, p, _nanti in terbit.dokumen}
    daftar = [
        (f"{k.id}/ringkas.html", daftar_pengamanan(keadaan.klaster(k.id)).html) for k in keadaan.instrumen.klaster
    ]
    for nomor, sesi in enumerate(keadaan.rapat.sesi, start=1):
        bagian = keadaan.kumpulan(sesi.klaster)
        daftar += [(f"sesi/{nomor}.html", d.html) for d in (dokumen_teratas(bagian), putuskan_sesi(bagian))]
    tampil = set()
    for tempat, html in berisi(daftar):
        terbitan = terbit.halaman(tempat)
        for butir in re.findall(r"<li.*?</li>", html, re.S):
            rujukan = re.search(r'class="rujukan">([^<·]*)', butir)
            dokumen = re.findall(r"D\d+", rujukan[1]) if rujukan else []
            if dokumen:
                (nomor_dokumen, *_lain) = dokumen
                assert sebut(poin[nomor_dokumen]) in re.sub(r"<[^>]+>", "", butir), (tempat, butir)
                assert re.sub(r"\s+", " ", rujukan[1]).strip() in terbitan
                tampil.add(nomor_dokumen)
    assert {"D143", "D039", "D119"} <= tampil


def test_an_office_is_asked_for_its_documents_with_the_same_number_and_state(terbit: Terbit) -> None:
    keadaan, tampil = terbit.keadaan, set()
    for nomor, judul, status, poin, nanti in berisi(list(terbit.dokumen)):
        milik = [(o, b) for o, k in keadaan.pekerjaan.items() for b in k.butuh if b.id == nomor]
        if nanti:
            assert not milik, f"{nomor} can only help the next cycle"
            continue
        ((kantor, b),) = milik
        assert (b.keadaan, b.poin or 0.0) == (status, poin)
        assert (kantor == PEMERIKSA) == (status == "belum_diperiksa" or b.asal == PEMERIKSA)
        tabel = terbit.halaman(f"opd/{kantor}.html").partition("Dokumen dan isian yang diminta")[2]
        baris_halaman = tabel.partition("Kegiatan RAD")[0]
        if judul in baris_halaman:  # a long table goes on in the sheet
            assert sebut(poin) in baris_halaman or not poin
            tampil.add(nomor)
        buku = openpyxl.load_workbook(terbit.folder / "opd" / f"{kantor}.xlsx")["Diminta"]
        baris = [b for b in buku.iter_rows(values_only=True) if nomor in str(b[7]).split(", ")]
        assert [float(b[3] or 0) for b in baris] == [poin]
    assert {"D143", "D039", "D119"} <= tampil


def test_what_only_the_next_cycle_can_use_is_asked_for_nowhere(terbit: Terbit) -> None:
    nanti = [(i, judul) for i, judul, _status, _poin, nanti in terbit.dokumen if nanti]
    assert "D040" in {i for i, _judul in nanti}
    for tempat in berisi([*terbit.folder.glob("*/ringkas.html"), *terbit.folder.glob("sesi/[0-9].html")]):
        diminta = re.findall(r'class="rujukan">([^<]*)<', tempat.read_text(encoding="utf-8"))
        assert not [r for r in diminta for i, _judul in nanti if re.search(rf"\b{i}\b", r)], tempat
    for peran, k in berisi(terbit.keadaan.pekerjaan.items()):
        if peran:
            teks = teks_obrolan(terbit.keadaan, k)
            assert not [judul for _i, judul in nanti if judul in teks]


def test_chat_texts_sheets_and_proposals_say_the_same_number(terbit: Terbit) -> None:
    poin = {judul: p for _i, judul, _status, p, nanti in terbit.dokumen if not nanti}
    nomor = {i: p for i, _judul, _status, p, nanti in terbit.dokumen if not nanti}
    for peran, k in berisi(terbit.keadaan.pekerjaan.items()):
        if peran and k.butuh:
            for baris in teks_obrolan(terbit.keadaan, k).splitlines():
                milik = [p for judul, p in poin.items() if judul in baris]
                assert not milik or sebut(milik[0]) in baris or not milik[0], baris
    lembar = openpyxl.load_workbook(terbit.folder / "buku.xlsx")
    diminta = next(ws for ws in lembar.worksheets if ws.title.startswith("Dokumen"))
    baris = [b for b in diminta.iter_rows(values_only=True) if any(str(s).split(", ")[0] in nomor for s in b)]
    assert len(baris) == len(nomor)
    for b in baris:
        i = next(str(s).split(", ")[0] for s in b if str(s).split(", ")[0] in nomor)
        assert nomor[i] in [float(s) for s in b if isinstance(s, int | float)] or not nomor[i]
    for u in berisi(usulan_keputusan(terbit.keadaan, 50)):
        milik = [p for judul, p in poin.items() if judul in u.keputusan]
        assert not milik or not milik[0] or u.poin == milik[0], u
    daftar = {b["id"]: b["poin"] for b in lembar_dokumen(terbit.keadaan).baris}
    assert {i: p for i, p in daftar.items() if i in nomor and p == p} == {i: p for i, p in nomor.items() if p}


def test_the_plan_counts_an_action_that_stands_for_a_document_with_its_number(terbit: Terbit) -> None:
    register, rencana = terbit.keadaan.register, terbit.keadaan.rencana
    assert register is not None and rencana is not None
    dokumen = {d.id_dokumen: d for d in register.itertuples()}
    halaman = " ".join(p.read_text(encoding="utf-8") for p in berisi([*terbit.folder.glob("*/ringkas.html")]))
    tampil = set()
    for t in berisi([t for t in rencana.lengkap.kegiatan if len(t.kegiatan.sama) == 1]):
        d = dokumen[t.kegiatan.sama[0]]
        if {kode_bagian(k) for k in t.kegiatan.kode} >= set(d.penentu):  # no other action stands for a part of it
            assert round(t.poin, 2) == d.poin, t
            tabel = re.findall(rf"{t.kegiatan.id}, {d.id_dokumen} · .*?class=\"angka\">([^<]*)<", halaman)
            assert set(tabel) == {format_angka(d.poin)}, t
            tampil.add(t.kegiatan.id)
    assert {"R03", "R31", "R35", "R36"} <= tampil


def test_facts_and_interactive_pages_know_the_same_state(terbit: Terbit) -> None:
    angka = {"tidak_ada": 0, "belum_diperiksa": 1, "kurang": 2}
    fakta = {
        f["id"]: f["nilai"]
        for path in berisi(sorted(terbit.folder.glob("*/fakta.json")))
        for f in json.loads(path.read_text(encoding="utf-8"))
    }
    halaman = " ".join(
        terbit.halaman(p.relative_to(terbit.folder).as_posix()) for p in terbit.folder.glob("*/interaktif.html")
    )
    for nomor, judul, status, poin, _nanti in berisi(list(terbit.dokumen)):
        assert fakta[f"dokumen:{nomor}"] == angka[status]
        assert judul in halaman or not poin, f"{nomor} decides points and is on no interactive page"


def test_each_derived_thing_is_made_once_for_the_whole_publication(terbit: Terbit) -> None:
    assert set(terbit.hitungan) == {n for semua in PEMBUAT.values() for n in semua}, (
        "a maker that is never called proves nothing"
    )
    assert {nama: n for nama, n in terbit.hitungan.items() if n > 1} == {}
