"""Two meetings, one after the other: what is shown as changed is what was changed, and nothing else."""

import csv
import random
import shutil
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from kla_lib.contoh.buat.perubahan import UBAH
from kla_lib.contoh.buat.ubah import TABEL, Ubahan, read_ubahan
from kla_lib.data.terbit.fakta import SEMUA_PAKET
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.letak import FOLDER_CONTOH
from kla_lib.rules.privasi import load_privasi
from kla_lib.scoring.perubahan import Perubahan, gabung_fakta
from kla_lib.scoring.perubahan import banding_fakta as banding
from tests.pembantu.fakta_uji import Fakta, fakta_of
from tests.pembantu.params_uji import PARAMS

banding_fakta = partial(banding, privasi=load_privasi(PARAMS))

Baris = dict[str, str]
Tanam = dict[str, tuple[float | None, float | None]]
"""The facts that have to change, with their numbers before and after."""

DOKUMEN = {"tidak_ada": 0.0, "belum_diperiksa": 1.0, "kurang": 2.0, "lengkap": 3.0}
KEGIATAN = {"belum": 0.0, "terhambat": 1.0, "berjalan": 2.0, "selesai": 3.0, "batal": 4.0}


def semua_fakta(keadaan: Keadaan) -> list[Fakta]:
    isi, bentrok = gabung_fakta(fakta_of(keadaan, p) for p in SEMUA_PAKET)
    assert not bentrok
    return isi


def ubahan(p: Perubahan) -> Tanam:
    return {s.id: (s.sebelum, s.sesudah) for s in p.perubahan}


def hari(teks: str) -> float:
    return float((date.fromisoformat(teks) - date(1970, 1, 1)).days)


def angka(teks: str) -> float | None:
    return float(teks) if teks not in ("", "-") else None


@pytest.fixture(scope="module")
def sebelum() -> list[Fakta]:
    return semua_fakta(load_keadaan(PARAMS, "kota-contoh-1"))


@pytest.fixture(scope="module")
def sesudah() -> list[Fakta]:
    return semua_fakta(load_keadaan(PARAMS, "kota-contoh-2"))


class Buku:
    """A copy of the example book in which cells are changed at random, each in a row of its own."""

    def __init__(self, folder: Path, acak: random.Random) -> None:
        self.folder, self.acak = folder, acak
        self.tanam: Tanam = {}
        self.dipakai: set[int] = set()
        self.tabel = {p.stem: self._baca(p) for p in sorted((FOLDER_CONTOH / "kota-contoh").glob("*.csv"))}

    @staticmethod
    def _baca(path: Path) -> list[Baris]:
        with path.open(encoding="utf-8", newline="") as f:
            return list(csv.DictReader(f))

    def ambil(self, tabel: str, boleh: Callable[[Baris], bool]) -> Baris:
        """Return a row that was not yet taken."""
        baris = self.acak.choice([b for b in self.tabel[tabel] if boleh(b) and id(b) not in self.dipakai])
        self.dipakai.add(id(baris))
        return baris

    def ubah(self, baris: Baris, kolom: str, isi: str, id_fakta: str, baca: Callable[[str], float | None]) -> None:
        assert baris[kolom] != isi
        self.tanam[id_fakta] = (baca(baris[kolom]), baca(isi))
        baris[kolom] = isi

    def tulis(self) -> Path:
        buku = self.folder / "buku"
        buku.mkdir()
        for nama, baris in self.tabel.items():
            with (buku / f"{nama}.csv").open("w", encoding="utf-8", newline="") as f:
                tulis = csv.DictWriter(f, list(baris[0]))
                tulis.writeheader()
                tulis.writerows(baris)
        return buku


def tanam_dua_puluh(b: Buku) -> None:
    """Change twenty cells: marks, documents, actions, decisions, a measurement, an area's answer."""
    for isi, boleh in (
        *[("0", lambda r: r["nilai"] not in ("", "0"))] * 3,
        *[("", lambda r: r["nilai"] != "")] * 2,
        *[("0.25", lambda r: r["nilai"] == "")] * 2,
    ):
        r = b.ambil("penilaian", boleh)
        b.ubah(r, "nilai", isi, f"nilai:em:{r['indikator']}/{r['pertanyaan']}", angka)
    for kini, dulu in (("kurang", "lengkap"), ("tidak_ada", "kurang"), ("kurang", "belum_diperiksa")):
        r = b.ambil("data_dukung", lambda r, dulu=dulu: r["status"] == dulu)
        b.ubah(r, "status", kini, f"dokumen:{r['id_dokumen']}", DOKUMEN.__getitem__)
    r = b.ambil("data_dukung", lambda r: bool(r["tanggal_dokumen"]))
    b.ubah(r, "tanggal_dokumen", "2024-03-21", f"dokumen:{r['id_dokumen']}:tanggal", hari)
    for kini in ("selesai", "terhambat"):
        r = b.ambil("rad", lambda r: r["status"] in ("belum", "berjalan"))
        b.ubah(r, "status", kini, f"kegiatan:{r['id_kegiatan']}", KEGIATAN.__getitem__)
    for kolom, kini, baca in (("realisasi", "17", angka), ("tenggat", "2025-03-30", hari), ("anggaran", "777", angka)):
        r = b.ambil("rad", lambda r, kolom=kolom: bool(r[kolom]))
        b.ubah(r, kolom, kini, f"kegiatan:{r['id_kegiatan']}:{kolom}", baca)
    for kini in ("terhambat", "batal"):
        r = b.ambil("tindak_lanjut", lambda r: r["status"] in ("belum", "berjalan"))
        b.ubah(r, "status", kini, f"keputusan:{r['id_keputusan']}", KEGIATAN.__getitem__)
    r = b.ambil("capaian", lambda r: r["satuan"] == "%" and not r["pembilang"] and r["nilai"] != "")
    b.ubah(r, "nilai", "12.5", f"capaian:{r['ukuran']}:{r['wilayah']}:{r['tahun']}:{r['jenis_sumber']}", angka)
    r = b.ambil("wilayah", lambda r: r["isi"] == "ya")
    sama = ("tingkat", "indikator", "pertanyaan")
    ya = sum(all(w[k] == r[k] for k in sama) and w["isi"] == "ya" for w in b.tabel["wilayah"])
    r["isi"] = "tidak"
    b.tanam[f"jawaban:{r['tingkat']}:{r['indikator']}/{r['pertanyaan']}:ya"] = (float(ya), float(ya - 1))


@pytest.mark.parametrize("benih", [1, 2, 3])
def test_twenty_planted_changes_are_shown_and_no_other(tmp_path: Path, benih: int, sebelum: list[Fakta]) -> None:
    b = Buku(tmp_path, random.Random(benih))
    tanam_dua_puluh(b)
    assert len(b.tanam) == 20
    b.tulis()
    (tmp_path / "uji.yaml").write_text(
        'id: uji\ndaerah: kota-contoh\ntanggal: 2025-03-18\ninstrumen: "2024"\ntahap: em\nsasaran: utama\n'
        "buku_data: buku\nsebelumnya: kota-contoh-1\n",
        encoding="utf-8",
    )
    p = banding_fakta(sebelum, semua_fakta(load_keadaan(PARAMS, str(tmp_path / "uji.yaml"))))
    assert ubahan(p) == b.tanam
    assert p.aturan == ()
    jenis = {s.jenis for s in p.akibat}
    assert {"diklaim", "terdukung", "perkiraan", "risiko"} <= jenis
    assert not jenis & {"dokumen", "kaitan", "kegiatan", "keputusan", "capaian", "wilayah"}


def test_the_same_book_again_shows_nothing(tmp_path: Path, sebelum: list[Fakta]) -> None:
    shutil.copytree(FOLDER_CONTOH / "kota-contoh", tmp_path / "buku")
    (tmp_path / "uji.yaml").write_text(
        'id: uji\ndaerah: kota-contoh\ntanggal: 2025-03-18\ninstrumen: "2024"\ntahap: em\nsasaran: utama\n'
        "buku_data: buku\n",
        encoding="utf-8",
    )
    p = banding_fakta(sebelum, semua_fakta(load_keadaan(PARAMS, str(tmp_path / "uji.yaml"))))
    assert (p.perubahan, p.aturan, p.akibat, p.sebab_perkiraan) == ((), (), (), ())


def diharapkan(u: Ubahan) -> Tanam:
    """Return the facts that one line of the example's list has to change, by its own words."""
    kunci = {k: str(v) for k, v in u.kunci.items()}
    if u.jenis == "nilai":
        kolom = {"nilai": (f"nilai:em:{kunci['indikator']}/{kunci['pertanyaan']}", angka)}
    elif u.jenis == "capaian":
        kolom = {"nilai": (f"capaian:{':'.join(kunci.values())}", angka)}
    elif u.jenis == "kaitan":
        d = kunci["id_dokumen"]
        kode = f"kaitan:{d}:{kunci['indikator']}/{kunci['pertanyaan']}"
        return {} if d == "D161" else {kode: (None, 1.0)}  # D161 is itself new
    else:
        id_baris = f"{u.jenis}:{next(iter(kunci.values()))}"
        status = DOKUMEN if u.jenis == "dokumen" else KEGIATAN
        if u.baru:
            return {id_baris: (None, status[u.sel["status"][1]])}
        butir = ("tahun_ini", "tahun_lalu", "penyebut", "tanda_tangan", "terbaca")
        kolom = {
            "status": (id_baris, status.get),
            "tenggat": (f"{id_baris}:tenggat", hari),
            "realisasi": (f"{id_baris}:realisasi", angka),
            "anggaran": (f"{id_baris}:anggaran", angka),
            "tanggal_dokumen": (f"{id_baris}:tanggal", lambda t: None if t == "-" else hari(t)),
            "tautan": (f"{id_baris}:tautan", lambda t: None if t == "-" else 1.0),
            **{b: (f"{id_baris}:{b}", {"ya": 1.0, "tidak": 0.0, "-": None}.__getitem__) for b in butir},
        }
    return {kolom[k][0]: (kolom[k][1](lama), kolom[k][1](kini)) for k, (lama, kini) in u.sel.items() if k in kolom}


def test_the_two_example_books_differ_by_the_list_of_their_maker(sebelum: list[Fakta], sesudah: list[Fakta]) -> None:
    daftar = read_ubahan(UBAH)
    harap: Tanam = {k: v for u in daftar if u.jenis != "wilayah" for k, v in diharapkan(u).items()}
    harap |= {
        "wilayah:kec-02": (0.0, 9.0),
        "wilayah:kec-10": (0.0, 9.0),
        "wilayah:kel-06-01": (0.0, 13.0),
        "wilayah:kel-09-05": (5.0, 13.0),
    }
    ya = [f["nilai"] for isi in (sebelum, sesudah) for f in isi if f["id"] == "jawaban:kelurahan:26/14:ya"]
    assert ya[1] == ya[0] - 1
    harap["jawaban:kelurahan:26/14:ya"] = (ya[0], ya[1])
    p = banding_fakta(sebelum, sesudah)
    assert ubahan(p) == harap
    assert set(TABEL) == {u.jenis for u in daftar}
    assert p.aturan == ()
    assert p.tak_sebanding == ()
