"""Name statuses, stages, points and offices as readers know them."""

from collections.abc import Iterable

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.pekerjaan.rad import BELUM, BERJALAN, SELESAI, TERHAMBAT, TERLAMBAT


def sebut_bagian(bagian: str, tahap: str = "em") -> str:
    """Return the name of a part of the points; final points no longer wait for documents."""
    if tahap == "vf" and bagian != "sisa":
        return _("nilai akhir")
    return {
        "lengkap": _("berdokumen lengkap"),
        "kurang": _("dokumen kurang"),
        "belum_dicatat": _("dokumen belum dicatat"),
        "sisa": _("masih tersedia"),
    }[bagian]


def sebut_status_dokumen(status: str) -> str:
    """Return the status of a document in a reader's words."""
    return {
        "lengkap": _("lengkap"),
        "kurang": _("kurang"),
        "tidak_ada": _("tidak ada"),
        "belum_diperiksa": _("belum diperiksa"),
    }[status]


def sebut_tahun(tahun: Iterable[int]) -> str:
    """Return data years as a list: "2024 dan 2025"."""
    return gabung(list(map(str, tahun)))


def sebut_tahun_kurang(lengkap: tuple[int, ...], kurang: tuple[int, ...]) -> str:
    """Return for which data years a document is complete, and which are still missing."""
    if not lengkap:
        return _("masih kurang data {tahun}").format(tahun=sebut_tahun(kurang))
    return _("lengkap untuk {lengkap}, masih kurang {kurang}").format(
        lengkap=sebut_tahun(lengkap), kurang=sebut_tahun(kurang)
    )


def sebut_status_kerja(status: str) -> str:
    """Return how far an action of the RAD or a decision has come, in a reader's words."""
    return {
        SELESAI: _("selesai"),
        TERLAMBAT: _("terlambat"),
        TERHAMBAT: _("terhambat"),
        BERJALAN: _("berjalan"),
        BELUM: _("belum dimulai"),
        "batal": _("dibatalkan"),
    }[status]


def poin(nilai: float) -> str:
    """Return "12,5 poin"."""
    return _("{nilai} poin").format(nilai=format_angka(nilai))


def dari(nilai: float, maksimal: float) -> str:
    """Return points against their maximum: "12,5/20"."""
    return f"{format_angka(nilai)}/{format_angka(maksimal)}"


def sebut_opd(keadaan: Keadaan, peran: tuple[str, ...], paling_banyak: int = 3) -> str:
    """Return the offices of several roles, the rest counted: "Dinkes, Dinsos, dan 4 lainnya"."""
    nama = list(dict.fromkeys(keadaan.daerah.nama_opd(p) for p in peran))
    if len(nama) <= paling_banyak:
        return ", ".join(nama)
    return _("{nama}, dan {n} lainnya").format(
        nama=", ".join(nama[: paling_banyak - 1]), n=len(nama) - paling_banyak + 1
    )


def sebut_bentrok(keadaan: Keadaan, suara: Iterable[tuple[str, float]]) -> str:
    """Return which office answered what: "bentrok: Disparbud 3,5, DP3A 2,5"."""
    jawaban = ", ".join(f"{keadaan.daerah.nama_opd(opd)} {format_angka(nilai)}" for opd, nilai in suara)
    return _("bentrok: {jawaban}").format(jawaban=jawaban)


def sebut_nilai_bentrok(keadaan: Keadaan) -> dict[str, str]:
    """Return what stands for the points of each question in conflict, by code: their range, and who said what."""
    p = keadaan.pertanyaan
    return {
        kode: _("{rendah} sampai {tinggi} dari {maks}; {bentrok}").format(
            rendah=format_angka(min(n for _opd, n in suara)),
            tinggi=format_angka(max(n for _opd, n in suara)),
            maks=format_angka(maks),
            bentrok=sebut_bentrok(keadaan, suara),
        )
        for kode, suara, maks in zip(p["kode"], p["bentrok"], p["nilai_maksimal"], strict=True)
        if suara
    }


def sebut_jenis_sumber(jenis: str) -> str:
    """Return what kind of source a measured outcome has; the word of the book where it is another."""
    return {"survei": _("survei"), "rutin": _("rutin"), "administrasi": _("administrasi")}.get(jenis, jenis)


def sebut_pertanyaan(label: str, terbalik: bool) -> str:
    """Return a question's text; a reversed one says which answer is the good one."""
    if terbalik and label.rstrip().endswith("?"):
        return _("{label} (yang baik: tidak)").format(label=label)
    return _("bebas dari: {label}").format(label=label) if terbalik else label


def daftar_pendek(isi: list[str], paling_banyak: int) -> str:
    """Return a few items and the count of the rest, for one cell of a table."""
    if not isi:
        return "–"
    lebih = len(isi) - paling_banyak
    return "; ".join(isi[:paling_banyak]) + (_("; dan {n} lainnya").format(n=lebih) if lebih > 0 else "")
