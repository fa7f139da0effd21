"""Write many generated regions as a work folder: their books, their meetings, and a province that looks over them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from kla_lib.bahasa import _, format_angka
from kla_lib.contoh.buat.baris import Buku, write_buku
from kla_lib.contoh.buat.daerah import DaerahBuatan, make_buku_daerah, nama_buatan, penuh, salin
from kla_lib.contoh.buat.sebaran import DIVERIFIKASI, em_terbit, sisa_terbit, undi_daerah
from kla_lib.data.bentuk import KETERANGAN
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import BERKAS_KERJA
from kla_lib.rules.bukti.pengamatan import load_bukti
from kla_lib.rules.form.instrumen import load_instrumen
from kla_lib.rules.params import Params

BENIH, FORM = 2025, "2024"
SALINAN, PENUH = (3, 7), 9
"""By their numbers: the second of the pair hands in the first one's book, and one claims everything at the maximum."""
TERBANYAK = 999
TANGGAL_RAPAT = {"em": "2025-02-11", "va": "2025-05-06"}
"""The day of a meeting by the stage that it is about."""

RAPAT = """# Rapat buatan: daerah ini tidak ada.
id: {id}
daerah: {id}
tanggal: {tanggal}
instrumen: "{form}"
tahap: {tahap}
sasaran: utama
buku_data: ../buku/{id}
tahapan: {{em: [2025-02-03, 2025-03-31], va: [2025-04-01, 2025-04-30], vl: [2025-05-12, 2025-06-13]}}
sesi:
  - {{nama: Sesi 1, klaster: [kelembagaan, kelana_dekela]}}
  - {{nama: Sesi 2, klaster: [klaster_1, klaster_2]}}
  - {{nama: Sesi 3, klaster: [klaster_3, klaster_4]}}
  - {{nama: Sesi 4, klaster: [klaster_5]}}
"""
DAERAH = """# Daerah buatan: tidak ada daerah bernama ini.
nama: {nama}
jenis: {jenis}
provinsi: Provinsi Contoh
opd: {{}}
"""
PROVINSI = """# Provinsi buatan: pandangan atas {banyak} daerah buatan.
id: daerah-contoh
nama: Provinsi Contoh
tahun: {form}
instrumen: "{form}"
sasaran: utama
untuk: [internal, publik]
rapat: [../rapat]
periksa: va
"""


def make_daerah_contoh(params: Params, banyak: int) -> Iterator[tuple[DaerahBuatan, Buku]]:
    """Yield the regions with their books; the same number gives the same ones."""
    form, undi = load_instrumen(params, FORM), undi_daerah(load_bukti(params), banyak, np.random.default_rng(BENIH))
    semua = [DaerahBuatan(n, u) for n, u in enumerate(undi, start=1)]
    for d in semua:
        asal = semua[SALINAN[0] - 1] if d.nomor == SALINAN[1] else d
        buku = salin(make_buku_daerah(form, asal, BENIH), {asal.id: d.id, asal.nama: d.nama})
        yield d, penuh(form, buku) if d.nomor == PENUH else buku


def write_daerah_contoh(
    params: Params, banyak: int, folder: Path, maju: Callable[[int], None] = lambda _n: None
) -> None:
    """Write a work folder with so many generated regions; maju: told after each how many are there.

    Raises KlaError for a folder in which anything lies already: it may be somebody's real one.
    """
    _check_kosong(folder)
    for bagian in ("daerah", "rapat", "provinsi"):
        (folder / bagian).mkdir(parents=True)
    for d, buku in make_daerah_contoh(params, banyak):
        write_buku(buku, folder / "buku" / d.id)
        tahap = next(str(b["isi"]) for b in buku[KETERANGAN] if b["kunci"] == "tahap_berjalan")
        jenis = "kota" if d.nomor % 4 == 0 else "kabupaten"
        _write(folder / "daerah" / f"{d.id}.yaml", DAERAH.format(nama=d.nama, jenis=jenis))
        _write(
            folder / "rapat" / f"{d.id}.yaml",
            RAPAT.format(id=d.id, form=FORM, tahap=tahap, tanggal=TANGGAL_RAPAT[tahap]),
        )
        maju(d.nomor)
    _write(folder / "provinsi" / "daerah-contoh.yaml", PROVINSI.format(banyak=banyak, form=FORM))
    _write(folder / "BACA-SAYA.txt", baca_saya(params, banyak))
    _write(folder / BERKAS_KERJA, f"daerah: daerah-contoh-001\ntahun: {FORM}\nrapat: daerah-contoh-001\n")


def baca_saya(params: Params, banyak: int) -> str:
    """Return what the folder says of itself: that nothing in it is real, and how it was drawn."""
    em, sisa = em_terbit(load_bukti(params)), sisa_terbit(load_bukti(params))
    isi = [
        _("{n} DAERAH BUATAN. Tidak ada daerah bernama ini; tidak satu angka pun hasil daerah sungguhan.").format(
            n=banyak
        ),
        _(
            "Evaluasi mandiri: sebarannya {n} nilai evaluasi mandiri yang terbit ({rendah} sampai {tinggi}, "
            "params/bukti/pengamatan.csv), kuantilnya dibagi rata ke daerah."
        ).format(n=len(em), rendah=format_angka(em[0]), tinggi=format_angka(em[-1])),
        _(
            "Verifikasi administrasi: sudah ada di {bagian} % daerah; bagian yang tersisa menurut {n} pasang nilai "
            "terbit ({rendah} sampai {tinggi} %)."
        ).format(
            bagian=format_angka(100 * DIVERIFIKASI, 0),
            n=len(sisa),
            rendah=format_angka(100 * sisa[0], 0),
            tinggi=format_angka(100 * sisa[-1], 0),
        ),
        _("Yang tidak terbit, jadi anggapan kami: kelengkapan dokumen, kekuatan tiap indikator, capaian, dan RAD."),
        _(
            "Nilai terbit adalah milik daerah yang diberitakan, jadi bukan contoh acak dari semua daerah. "
            "Benih undian {benih}: jumlah daerah yang sama memberi isi yang sama."
        ).format(benih=BENIH),
    ]
    if banyak >= PENUH:
        isi.append(
            _(
                "Sengaja dibuat untuk mencoba pemeriksaan: {salinan} menyalin {asal}; {penuh} mengaku penuh di semua "
                "pertanyaan."
            ).format(asal=nama_buatan(SALINAN[0]), salinan=nama_buatan(SALINAN[1]), penuh=nama_buatan(PENUH))
        )
    isi.append(_("Pandangan provinsinya: kla provinsi provinsi/daerah-contoh.yaml --folder (folder ini)."))
    return "\n\n".join(isi) + "\n"


def _check_kosong(folder: Path) -> None:
    if (folder.is_dir() and not any(folder.iterdir())) or not folder.exists():
        return
    raise KlaError(
        Kesalahan(
            "sudah_ada",
            str(folder),
            _("sudah ada isinya, atau bukan folder"),
            _("Tulis nama folder yang baru; isi folder ini tidak diubah."),
        )
    )


def _write(path: Path, teks: str) -> None:
    path.write_text(teks, encoding="utf-8", newline="\n")
