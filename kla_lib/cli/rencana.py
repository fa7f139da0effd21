"""Commands about the way to a target: which actions, whose, at what cost."""

import argparse
from datetime import date
from typing import TYPE_CHECKING, Any

from kla_lib.bahasa import _
from kla_lib.cli.keluaran import print_json
from kla_lib.cli.pengurai import add_dari_kerja

if TYPE_CHECKING:
    from collections.abc import Callable

    from kla_lib.rules.jalur import AnggapanJalur
    from kla_lib.scoring.rencana.rencana import Rencana, Terpilih


DAFTAR_TERPANJANG = 60


def add_commands(perintah: Any) -> None:
    """Add `kla plan`."""
    p = perintah.add_parser("plan", help=_("cari kegiatan termurah menuju sebuah kategori"))
    add_dari_kerja(p, "buku", metavar="BUKU", help=_("folder CSV, berkas XLSX, contoh:NAMA, atau sql:NAMA"))
    add_dari_kerja(
        p,
        "--sasaran",
        choices=["pratama", "madya", "nindya", "utama", "kla"],
        help=_("kategori yang dituju"),
    )
    p.add_argument("--peluang", type=bagian, metavar="BAGIAN", help=_("peluang yang diminta, misalnya .8"))
    p.add_argument("--anggaran", type=rupiah, metavar="RUPIAH", help=_("paling banyak sekian rupiah"))
    p.add_argument("--tanggal", type=tanggal, metavar="TTTT-BB-HH", help=_("hari terakhir tahap ini"))
    p.add_argument("--tahap", choices=["em", "va", "vl", "vf"], help=_("tahap yang dihitung; bawaannya tahap berjalan"))
    p.add_argument("--json", action="store_true", help=_("hasil sebagai JSON di baris terakhir"))
    p.set_defaults(jalankan=_plan)


def bagian(teks: str) -> float:
    """Return a chance above 0 and below 1, as the value of an option; a decimal comma is understood."""
    try:
        nilai = float(teks.replace(",", "."))
    except ValueError:
        nilai = float("nan")
    if not 0 < nilai < 1:
        raise argparse.ArgumentTypeError(_("'{teks}' bukan peluang antara 0 dan 1, misalnya 0.8").format(teks=teks))
    return nilai


def rupiah(teks: str) -> float:
    """Return an amount of whole rupiah from 0, as the value of an option; dots between thousands are understood."""
    angka = teks.replace(".", "").replace("_", "")
    if not angka.isdecimal():
        raise argparse.ArgumentTypeError(_("'{teks}' bukan jumlah rupiah, misalnya 25000000").format(teks=teks))
    return float(angka)


def tanggal(teks: str) -> date:
    """Return a day, as the value of an option."""
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise argparse.ArgumentTypeError(_("'{teks}' bukan tanggal, misalnya 2025-03-31").format(teks=teks)) from None


def _plan(args: argparse.Namespace) -> int:
    from kla_lib.cli.kini import load_rapat_kini, path_buku_disebut
    from kla_lib.keadaan.muat import load_keadaan_buku
    from kla_lib.rules.params import params_bawaan
    from kla_lib.scoring.rencana.rencana import TujuanRencana

    params = params_bawaan()
    rapat = load_rapat_kini(params) if args.buku is None or args.sasaran is None else None
    tenggat = args.tanggal or (rapat.tenggat if rapat and args.buku is None else None)
    keadaan = load_keadaan_buku(params, path_buku_disebut(params, args.buku), args.tahap, tenggat)
    rencana = keadaan.rencana_wajib
    minta = TujuanRencana(args.sasaran or (rapat.sasaran if rapat else ""), args.peluang, args.anggaran)
    r = rencana.rencana_lain(minta)
    nama_opd = keadaan.daerah.nama_opd
    if args.json:
        print_json(report_rencana(r, nama_opd))
    else:
        print_rencana(r, nama_opd, rencana.anggapan.jalur)
    return 0


def report_rencana(r: "Rencana", nama_opd: "Callable[[str], str]") -> dict[str, Any]:
    """Return what `kla plan --json` prints; amounts in rupiah and poin, null where not known."""
    from kla_lib.views.rencana.kalimat_em import kalimat_terbuka
    from kla_lib.views.rencana.kalimat_rencana import (
        kalimat_dampak,
        kalimat_halangan,
        kalimat_rencana,
        kalimat_tidak_disarankan,
        sebut_kegiatan,
    )

    k, inti = r.kemungkinan, set(r.kelompok.inti) if r.kelompok else set()
    berdokumen = r.dasar == "berdokumen"
    return {
        "sasaran": r.sasaran.id,
        "tercapai": r.tercapai,
        "kegiatan": [
            {
                "id": t.kegiatan.id,
                "uraian": sebut_kegiatan(t.kegiatan),
                "opd": t.kegiatan.opd,
                "poin": round(t.poin, 6),
                "poin_em": [round(n, 6) for n in t.em],
                "poin_dokumen": round(t.poin, 6) if berdokumen else 0.0,
                "tahap": "em" if t.menutup_em else "dokumen",
                "biaya": t.kegiatan.biaya,
                "jam": t.kegiatan.jam,
                "sumber": t.kegiatan.sumber,
                "jenis_celah": t.kegiatan.jenis_celah,
                "tenggat": t.kegiatan.tenggat.isoformat() if t.kegiatan.tenggat else None,
                "inti": t.kegiatan.id in inti,
            }
            for t in r.kegiatan
        ],
        "biaya": r.biaya,
        "tanpa_anggaran": r.tanpa_anggaran,
        "jam": r.jam,
        "dasar": r.dasar,
        "nilai_awal": r.nilai_awal if berdokumen else None,
        "nilai_di_atas_kertas": r.nilai if berdokumen else None,
        "nilai_em": list(r.nilai_em),
        "em": None
        if r.em is None
        else {
            "jangkauan": r.em.jangkauan,
            "sekarang": r.em.awal,
            "kurang": r.em.kurang,
            "tanpa_jawaban_baru": r.em.tercatat,
            "semua_terbuka": r.em.tertinggi,
            "cadangan": {"pertanyaan": r.em.cadangan[0], "poin": r.em.cadangan[1]},
        },
        "kategori": r.kategori,
        "peluang": None if k is None else k.peluang.besaran,
        "rentang_peluang": None if k is None else list(k.rentang),
        "galat_peluang": None if k is None else k.peluang.galat,
        "undian": None if k is None else k.undian,
        "skenario": None if k is None else k.skenario,
        "peluang_contoh": None if k is None else k.contoh.besaran,
        "peluang_tanpa_kegiatan": None if k is None else k.tanpa_kegiatan.besaran,
        "kurva": None if k is None else [list(titik) for titik in k.kurva],
        "terbukti_optimal": r.terbukti,
        "inti": sorted(inti),
        "bisa_ditukar": list(r.kelompok.bisa_ditukar) if r.kelompok else [],
        "tidak_dipilih": list(r.kelompok.tidak_dipilih) if r.kelompok else [],
        "dikecualikan": [{"id": d.id, "alasan": d.alasan} for d in r.dikecualikan],
        "dampak": [
            {"indikator": d.indikator, "ukuran": d.ukuran, "tahun": d.tahun, "mengubah": list(d.mengubah)}
            for d in r.dampak
        ],
        "alasan": " ".join(
            [
                kalimat_rencana(r),
                *kalimat_terbuka(r, nama_opd),
                *(kalimat_halangan(h, nama_opd) for h in r.halangan),
                *kalimat_dampak(r),
                *kalimat_tidak_disarankan(r),
            ]
        ),
    }


def print_rencana(r: "Rencana", nama_opd: "Callable[[str], str]", anggapan: "AnggapanJalur") -> None:
    """Print the answer, the actions per office, what is core, what stands in the way, what it rests on."""
    from kla_lib.bahasa import gabung
    from kla_lib.views.rencana.kalimat_dasar import kalimat_dasar
    from kla_lib.views.rencana.kalimat_em import kalimat_terbuka
    from kla_lib.views.rencana.kalimat_rencana import (
        kalimat_biaya,
        kalimat_dampak,
        kalimat_halangan,
        kalimat_rencana,
        kalimat_tidak_disarankan,
        sebut_alasan,
    )

    print(" ".join([kalimat_rencana(r), *kalimat_terbuka(r, nama_opd)]))
    if r.kegiatan:
        print(kalimat_biaya(r))
    lalu = [t for t in r.kegiatan if not t.menutup_em]
    for judul, isi in (
        (_("Pertama: menutup jarak EM"), r.menutup_em),
        (_("Kemudian: mengamankan dengan dokumen"), lalu),
    ):
        if r.menutup_em and isi:
            print(f"\n{judul}")
        for opd in sorted({t.kegiatan.opd for t in isi}, key=nama_opd):
            print(f"\n{nama_opd(opd) or _('Tanpa kantor')}")
            for t in isi:
                if t.kegiatan.opd == opd:
                    print(_baris(t, r))
    if r.kelompok:
        bagian_rencana = (
            (_("Inti, ada di setiap rencana yang hampir semurah ini"), r.kelompok.inti),
            (_("Bisa ditukar"), r.kelompok.bisa_ditukar),
            (_("Tidak dipilih"), r.kelompok.tidak_dipilih),
        )
        print()
        for judul, daftar in bagian_rencana:
            if daftar:
                print(f"{judul}: {gabung(_ringkas(daftar))}.")
    _print_bagian(_("Yang menghalangi"), [kalimat_halangan(h, nama_opd) for h in r.halangan])
    _print_bagian(_("Arti bagi anak"), [*kalimat_dampak(r), *kalimat_tidak_disarankan(r)])
    _print_bagian(_("Tidak masuk rencana"), [f"{d.id}: {sebut_alasan(d)}." for d in r.dikecualikan])
    _print_bagian(_("Dasar dan anggapan"), kalimat_dasar(r, anggapan))


def _ringkas(daftar: tuple[str, ...]) -> list[str]:
    """Return the ids, or the first of a long list with the number of the others."""
    if len(daftar) <= DAFTAR_TERPANJANG:
        return list(daftar)
    lain = _("{n} lainnya").format(n=len(daftar) - DAFTAR_TERPANJANG)
    return [*daftar[:DAFTAR_TERPANJANG], lain]


def _baris(t: "Terpilih", r: "Rencana") -> str:
    from kla_lib.bahasa import format_angka, format_tanggal
    from kla_lib.views.rencana.kalimat_em import sebut_poin
    from kla_lib.views.rencana.kalimat_rencana import sebut_kegiatan, sebut_rupiah

    k, hari_data = t.kegiatan, r.tanggal_data
    biaya = _("biaya belum tercatat") if k.biaya is None else sebut_rupiah(k.biaya) if k.biaya else ""
    lewat = k.tenggat and hari_data and k.tenggat < hari_data
    tenggat = _("tenggat {tanggal}, sudah lewat") if lewat else _("tenggat {tanggal}")
    isi = [
        sebut_poin(t, r),
        biaya,
        _("{jam} jam").format(jam=format_angka(k.jam)),
        tenggat.format(tanggal=format_tanggal(k.tenggat)) if k.tenggat else "",
    ]
    return f"  {k.id}  {sebut_kegiatan(k)} ({', '.join(i for i in isi if i)})"


def _print_bagian(judul: str, kalimat: list[str]) -> None:
    if kalimat:
        print(f"\n{judul}")
        for k in kalimat:
            print(f"  {k}")
