"""Check the published observations: what would mislead the fit is refused, with its cell."""

import math
import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import Kesalahan
from kla_lib.rules.bukti.daerah_tahun import Catat, check_daerah, check_tahun
from kla_lib.rules.bukti.skala import load_skala
from kla_lib.rules.params import Params
from kla_lib.rules.tabel_aturan import Baris
from kla_lib.tabel.mentah import TabelMentah
from kla_lib.tabel.sel import kutip

HITUNGAN = ("vf_vf_agg", "nasional")
"""Kinds that count regions instead of naming one."""
PINDAH = ("vf_vf", "vf_vf_agg")
"""Kinds that lead from the final of one year to that of another."""
DIKLAIM = ("em_va", "em_vf")
"""Kinds that begin with what the region claims, above which nothing is awarded."""
ASAL, HASIL = ("dari_rendah", "dari", "dari_tinggi"), ("hasil_rendah", "hasil", "hasil_tinggi")
POLA_ID = re.compile(r"P\d{3,}")


def check_pengamatan(params: Params, mentah: TabelMentah, isi: Mapping[int, Baris]) -> list[Kesalahan]:
    """Return every fault of the rows that their form cannot name."""
    skala = load_skala(params)
    salah: list[Kesalahan] = []
    for nomor, b in isi.items():
        catat = partial(mentah.kesalahan, baris=nomor)
        salah += _bentuk(catat, b)
        salah += check_tahun(catat, skala, {k: b[k] for k in ("tahun_dari", "tahun") if b[k] is not None})
        if b["jenis"] not in HITUNGAN:
            salah += check_daerah(params, catat, b["daerah"], b["kode"])
        for kolom in (ASAL, HASIL) if b["jenis"] != "nasional" else (HASIL,):
            salah += _rentang(catat, b, kolom, skala.nilai_tertinggi)
        if b["jenis"] in DIKLAIM and _ujung(b, HASIL)[0] > _ujung(b, ASAL)[1]:
            salah.append(
                catat(
                    "naik",
                    _("hasil {hasil} melebihi nilai yang diklaim, {dari}").format(
                        hasil=format_angka(_ujung(b, HASIL)[0]), dari=format_angka(_ujung(b, ASAL)[1])
                    ),
                    _("Verifikasi tidak menambah nilai; periksa kedua angkanya dan tahapnya."),
                    "hasil",
                )
            )
    return salah + _ganda(mentah, isi) + _bercelah(mentah, isi, skala.nilai_tertinggi)


def _bentuk(catat: Catat, b: Baris) -> Iterator[Kesalahan]:
    """Yield what the kind of a row needs and does not have, or has and may not."""
    jenis = b["jenis"]
    if not POLA_ID.fullmatch(b["id"]):
        yield catat(
            "id",
            _("id '{id}' tidak berbentuk P dan angka").format(id=kutip(b["id"])),
            _("Tulis id baru sesudah yang terakhir, misalnya P145."),
            "id",
        )
    if b["guna"] != "dipakai" and not b["alasan"]:
        yield catat(
            "alasan",
            _("guna '{guna}' tanpa alasan").format(guna=b["guna"]),
            _("Tulis mengapa pengamatan ini tidak ikut dicocokkan."),
            "alasan",
        )
    harus = {"banyak": jenis in HITUNGAN, "daftar": jenis in PINDAH, "tahun_dari": jenis in PINDAH}
    for kolom, perlu in harus.items():
        if perlu and b[kolom] is None:
            yield catat(
                "kurang",
                _("jenis '{jenis}' memerlukan {kolom}").format(jenis=jenis, kolom=kolom),
                _("Isi sel ini, atau perbaiki jenisnya."),
                kolom,
            )
    kosong = {"kode": jenis in HITUNGAN, "banyak": jenis not in HITUNGAN} | dict.fromkeys(ASAL, jenis == "nasional")
    for kolom, dilarang in kosong.items():
        if dilarang and b[kolom] is not None and b[kolom] == b[kolom]:
            yield catat(
                "lebih",
                _("jenis '{jenis}' tidak memakai {kolom}").format(jenis=jenis, kolom=kolom),
                _("Kosongkan sel ini, atau perbaiki jenisnya."),
                kolom,
            )
    dari, ke = b["tahun_dari"], b["tahun"]
    if dari is not None and (dari >= ke if jenis in PINDAH else dari != ke):
        yield catat(
            "tahun",
            _("tahun_dari {dari} tidak cocok dengan tahun {ke} untuk jenis '{jenis}'").format(
                dari=dari, ke=ke, jenis=jenis
            ),
            _("Perpindahan mulai dari tahun sebelumnya; yang lain dua tahap dari satu tahun: kosongkan tahun_dari."),
            "tahun_dari",
        )


def _rentang(catat: Catat, b: Baris, kolom: tuple[str, str, str], tertinggi: float) -> Iterator[Kesalahan]:
    """Yield what is wrong with a score and its interval: absent, outside the scale, turned round, not in it."""
    rendah, nilai, tinggi = (b[k] for k in kolom)
    if math.isnan(nilai) and (math.isnan(rendah) or math.isnan(tinggi)):
        yield catat(
            "rentang",
            _("{kolom} kosong, dan rentangnya tidak lengkap").format(kolom=kolom[1]),
            _("Tulis nilainya bila pasti; bila tidak, tulis {rendah} dan {tinggi}.").format(
                rendah=kolom[0], tinggi=kolom[2]
            ),
            kolom[1],
        )
    for k in kolom:
        if not math.isnan(b[k]) and not 0 <= b[k] <= tertinggi:
            yield catat(
                "skala",
                _("{kolom} {isi} di luar 0 sampai {tertinggi}").format(
                    kolom=k, isi=format_angka(b[k]), tertinggi=format_angka(tertinggi)
                ),
                _("Periksa angkanya; nilai tertinggi form adalah {tertinggi}.").format(
                    tertinggi=format_angka(tertinggi)
                ),
                k,
            )
    berisi = [k for k in kolom if not math.isnan(b[k])]
    for bawah, atas in pairwise(berisi):
        if b[bawah] > b[atas]:
            yield catat(
                "urutan",
                _("{bawah} {a} melebihi {atas} {b}").format(
                    bawah=bawah, a=format_angka(b[bawah]), atas=atas, b=format_angka(b[atas])
                ),
                _("Nilai terletak di antara batas rendah dan batas tingginya; periksa ketiga selnya."),
                bawah,
            )


def _ujung(b: Baris, kolom: tuple[str, str, str]) -> tuple[float, float]:
    """Return the ends of a score: both the score itself where it is exact."""
    rendah, nilai, tinggi = (b[k] for k in kolom)
    if kolom is HASIL and not math.isnan(nilai):
        return nilai, nilai
    return (nilai if math.isnan(rendah) else rendah), (nilai if math.isnan(tinggi) else tinggi)


def _ganda(mentah: TabelMentah, isi: Mapping[int, Baris]) -> list[Kesalahan]:
    """Return the observations that say the same of the same region and years as an earlier one."""
    pertama: dict[tuple[object, ...], str] = {}
    salah = []
    for nomor, b in isi.items():
        kunci: tuple[object, ...] = (
            b["jenis"],
            b["kode"] or b["daerah"],
            b["tahun_dari"] or b["tahun"],
            b["tahun"],
        )
        if b["jenis"] in HITUNGAN:
            kunci += (str(b["dari_rendah"]), b["hasil_rendah"], b["hasil_tinggi"])
        lama = pertama.setdefault(kunci, b["id"])
        if lama != b["id"]:
            salah.append(
                mentah.kesalahan(
                    "ganda",
                    _("pengamatan {id} mengulang {lama}: {jenis} {daerah} {tahun}").format(
                        id=b["id"], lama=lama, jenis=b["jenis"], daerah=b["daerah"], tahun=b["tahun"]
                    ),
                    _("Tulis sekali, dengan semua sumbernya; berita yang mengulang bukan bukti baru."),
                    "id",
                    nomor,
                )
            )
    return salah


def _bercelah(mentah: TabelMentah, isi: Mapping[int, Baris], tertinggi: float) -> list[Kesalahan]:
    """Return the years whose fitted national counts leave out, or count twice, a part of the scale."""
    salah = []
    hitungan = {n: b for n, b in isi.items() if b["jenis"] == "nasional" and b["guna"] == "dipakai"}
    for tahun in sorted({b["tahun"] for b in hitungan.values()}):
        baris = {n: b for n, b in hitungan.items() if b["tahun"] == tahun}
        bagian = sorted(_ujung(b, HASIL) for b in baris.values())
        tepi = [(0.0, 0.0), *bagian, (tertinggi, tertinggi)]
        if any(a[1] != b[0] for a, b in pairwise(tepi)):
            salah.append(
                mentah.kesalahan(
                    "bercelah",
                    _("hitungan nasional {tahun} yang dipakai bercelah atau bertumpuk").format(tahun=tahun),
                    _("Tulis satu baris untuk setiap kategori, dari 0 sampai {tertinggi}.").format(
                        tertinggi=format_angka(tertinggi)
                    ),
                    "hasil_rendah",
                    min(baris),
                )
            )
    return salah
