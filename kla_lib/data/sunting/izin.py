"""Say whether a data book may be changed now: its kind, its place, who has it open, what happened since."""

import os
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.baca_buku import berkas_csv
from kla_lib.data.buku import hash_buku
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import FOLDER_CONTOH, folder_cuplikan, nama_tampil, tempat_asli

TULIS = 0o222


def check_izin(path: Path, hash_awal: str) -> None:
    """Raise KlaError with every reason why this book must not be changed now.

    hash_awal: the book's hash when it was read; another one means that somebody saved in between.
    """
    salah = [*_salah_bentuk(path), *_salah_contoh(path), *_salah_cuplikan(path)]
    if not salah and path.exists():
        salah = [*_salah_terbuka(path), *_salah_baca_saja(path), *_salah_berubah(path, hash_awal)]
    if salah:
        raise KlaError(salah)


def berkas_buku(path: Path) -> list[Path]:
    """Return the files that hold the book: the workbook, or the folder's CSV files."""
    return berkas_csv(path) if path.is_dir() else [path]


def _salah_bentuk(path: Path) -> list[Kesalahan]:
    if path.suffix.lower() not in (".xls", ".ods") or path.is_dir():
        return []
    return [
        Kesalahan(
            "bentuk",
            nama_tampil(path),
            _("berkas {akhiran} hanya dapat dibaca").format(akhiran=path.suffix),
            _("Simpan dulu sebagai XLSX, lalu tulis nama barunya di berkas rapat."),
        )
    ]


def _salah_contoh(path: Path) -> list[Kesalahan]:
    if not tempat_asli(path).is_relative_to(FOLDER_CONTOH):
        return []
    return [
        Kesalahan(
            "contoh",
            nama_tampil(path),
            _("buku contoh tidak diubah"),
            _("Salin folder ini ke tempat lain, lalu tulis tempat salinannya di buku_data pada berkas rapat."),
        )
    ]


def _salah_cuplikan(path: Path) -> list[Kesalahan]:
    if not tempat_asli(path).is_relative_to(tempat_asli(folder_cuplikan())):
        return []
    return [
        Kesalahan(
            "cuplikan",
            nama_tampil(path),
            _("buku ini cuplikan dari basis data, jadi tidak diubah di sini"),
            _("Ubah isinya di basis datanya, lalu jalankan lagi `kla check sql:{nama}`.").format(nama=path.name),
        )
    ]


def _salah_terbuka(path: Path) -> list[Kesalahan]:
    salah = []
    for p in berkas_buku(path):
        for program, kunci in (("Excel", f"~${p.name}"), ("LibreOffice", f".~lock.{p.name}#")):
            if p.with_name(kunci).exists():
                salah.append(
                    Kesalahan(
                        "terbuka",
                        nama_tampil(p),
                        _("berkas sedang terbuka di {program}").format(program=program),
                        _(
                            "Simpan dan tutup dulu di sana. Bila tidak ada yang membukanya, hapus berkas {kunci}."
                        ).format(kunci=kunci),
                    )
                )
    return salah


def _salah_baca_saja(path: Path) -> list[Kesalahan]:
    return [
        Kesalahan(
            "baca_saja",
            nama_tampil(p),
            _("berkas hanya boleh dibaca"),
            _("Hapus tanda baca-saja pada sifat berkas ini, atau bekerjalah pada salinannya."),
        )
        for p in berkas_buku(path)
        if not p.stat().st_mode & TULIS or not os.access(p, os.W_OK)
    ]


def _salah_berubah(path: Path, hash_awal: str) -> list[Kesalahan]:
    if hash_buku(path) == hash_awal:
        return []
    return [
        Kesalahan(
            "berubah",
            nama_tampil(path),
            _("buku data sudah berubah sejak dibaca"),
            _("Muat ulang bukunya, periksa isinya, lalu masukkan perubahan Anda sekali lagi."),
        )
    ]
