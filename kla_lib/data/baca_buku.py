"""Read the tables of a data book as written: a folder of CSV files or one workbook."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.data.bentuk import CAPAIAN, KETERANGAN, PENDAMPING, PENILAIAN, TABEL
from kla_lib.data.ejaan import samakan_nama
from kla_lib.data.pribadi.pribadi import hide_kutipan, hide_nik, hide_pribadi
from kla_lib.errors import Kesalahan, KlaError, maksud
from kla_lib.letak import folder_cuplikan, nama_tampil
from kla_lib.tabel.baca import AKHIRAN_BUKU_KERJA, AKHIRAN_TERBACA, read_kisi, read_kisi_csv, susun_semua
from kla_lib.tabel.bentuk import Bentuk
from kla_lib.tabel.buku_kerja.scan import HURUF_TERBANYAK, terlalu_berhuruf
from kla_lib.tabel.kata import baku_isi
from kla_lib.tabel.mentah import Kisi, TabelMentah
from kla_lib.tabel.nama import kunci_nama
from kla_lib.tabel.teks import tak_terbuka
from kla_lib.tempat import is_milik_lain
from kla_lib.tukar import recover_folder

AKHIRAN_BUKU = AKHIRAN_BUKU_KERJA
"""What is taken for a book in one file; an old XLS among them is named as refused, not passed over."""
AKHIRAN_TABEL = (*AKHIRAN_BUKU, ".xlsb", ".csv", ".tsv")
"""What looks like a table in a folder: beside our CSV files it is most likely somebody's work."""


def read_buku(path: Path) -> tuple[dict[Bentuk, TabelMentah], list[Kesalahan]]:
    """Return the book's tables as written, and the faults of its sheets or files as such.

    Personal data is a fault, and is not in the tables any more.  Raises
    KlaError where there is nothing to read: no such place, no data book, an
    empty, broken or password-protected file.
    """
    if not path.exists() and not recover_folder(path):  # of a link that leads nowhere only the name is known
        raise KlaError(_tidak_ada(path))
    nama = nama_tampil(path)
    if path.is_dir():
        per_nama = {b.berkas: b for b in (*TABEL, *PENDAMPING)}
        try:
            kisi, salah = _read_folder(path, per_nama)
        except OSError as e:
            raise KlaError(tak_terbuka(nama, e)) from None
        ada, kata = [p.name for p in berkas_csv(path)], _("berkas")
    else:
        _check_berkas(path, nama)
        per_nama = {b.lembar: b for b in (*TABEL, *PENDAMPING)}
        kisi = {k.lembar: k for k in read_kisi(path, path.name)}
        salah = _lembar_tersembunyi(kisi.values())
        ada, kata = list(kisi), _("lembar")
    ada = [n for n in ada if n in per_nama or not n.startswith("_")]
    for n, k in kisi.items():
        kisi[n], nik = hide_nik(k)
        salah += nik
    kisi = {_nama_baku(n, ada, per_nama): k for n, k in kisi.items()}
    ada = list({_nama_baku(n, ada, per_nama): None for n in ada})
    hasil, faults = susun_buku(kisi, per_nama)
    salah += faults
    # A table that is missing beside a name we do not know is most likely the misspelt one.
    tersembunyi = {n for n, k in kisi.items() if k.tersembunyi}
    salah += _nama_asing(nama, ada, list(per_nama), kata, tersembunyi) or _tabel_kurang(nama, ada, path.is_dir())
    return hasil, salah


def _tidak_ada(path: Path) -> Kesalahan:
    if path.parent == folder_cuplikan():
        return Kesalahan(
            "berkas",
            nama_tampil(path),
            _("buku ini belum pernah dibaca dari basis datanya"),
            _("Jalankan dulu `kla check sql:{nama}`.").format(nama=path.name),
        )
    nama = path.name if path.is_symlink() else nama_tampil(path)
    return Kesalahan("berkas", nama, _("buku data tidak ditemukan"), _("Periksa nama folder atau berkasnya."))


def _nama_baku(nama: str, ada: list[str], dikenal: Collection[str]) -> str:
    """Return our spelling of a sheet's or file's name; a second one of that name stays unknown."""
    if nama in dikenal:
        return nama
    baku = {_kunci_tabel(d): d for d in dikenal}.get(_kunci_tabel(nama))
    kembar = [n for n in ada if baku is not None and _kunci_tabel(n) == _kunci_tabel(baku)]
    return baku if baku is not None and kembar == [nama] else nama


def _kunci_tabel(nama: str) -> str:
    """Return what the spellings of a table's name have in common: a sheet saved as "Data dukung.csv" is data_dukung."""
    return kunci_nama(nama).replace(" ", "_")


def susun_buku(
    kisi: Mapping[str, Kisi], per_nama: Mapping[str, Bentuk]
) -> tuple[dict[Bentuk, TabelMentah], list[Kesalahan]]:
    """Return the tables of some sheets without personal data, names spelt in one way, and the faults found.

    kisi: without identity numbers already.
    """
    hasil: dict[Bentuk, TabelMentah] = {}
    salah: list[Kesalahan] = []
    for n, k in kisi.items():
        if n in per_nama:
            tabel, faults = susun_semua([k], {k.lembar: per_nama[n].nama_kolom})
            salah += map(hide_kutipan, faults)
            for mentah in tabel.values():
                hasil[per_nama[n]], faults = hide_pribadi(baku_isi(mentah, per_nama[n]), per_nama[n].kolom_bilangan)
                salah += faults
    hasil, faults = samakan_nama(hasil)
    return hasil, salah + faults


def berkas_csv(folder: Path) -> list[Path]:
    """Return the CSV files of a folder by name, without those that other programs have left there."""
    return sorted(p for p in folder.iterdir() if is_csv(p))


def is_csv(p: Path) -> bool:
    """Whether a path is a CSV file that some person wrote."""
    return p.suffix.lower() == ".csv" and not is_milik_lain(p.name) and p.is_file()


def nama_csv(folder: Path, bentuk: Bentuk) -> str:
    """Return the name of a table's file as it is written in a folder; ours where there is none."""
    ada = [p.name for p in berkas_csv(folder) if _kunci_tabel(p.name) == _kunci_tabel(bentuk.berkas)]
    return bentuk.berkas if bentuk.berkas in ada or len(ada) != 1 else ada[0]


def _read_folder(folder: Path, dikenal: Collection[str]) -> tuple[dict[str, Kisi], list[Kesalahan]]:
    """Return the cells of every CSV file that can be read, and the files that cannot."""
    kisi: dict[str, Kisi] = {}
    nama = {_kunci_tabel(d) for d in dikenal}
    salah = _berkas_asing(folder)
    huruf = 0
    for p in berkas_csv(folder):
        try:
            kisi[p.name] = read_kisi_csv(p, p.name)
        except KlaError as e:
            if _kunci_tabel(p.name) in nama:  # of the others nothing is wanted but that they hold no identities
                salah += e.kesalahan
            continue
        huruf += sum(len(s) for baris in kisi[p.name].baris.values() for s in baris)
        if huruf > HURUF_TERBANYAK:
            del kisi[p.name]
            return kisi, [*salah, terlalu_berhuruf(p.name)]
    return kisi, salah


def _berkas_asing(folder: Path) -> list[Kesalahan]:
    """Return what lies in the folder like a table and would be passed over: it would count as absent."""
    return [
        Kesalahan(
            "berkas_asing",
            p.name,
            _("bukan berkas CSV yang dapat dibaca dari folder ini"),
            _("Simpan isinya sebagai CSV dengan akhiran .csv, atau beri awalan _ bila bukan bagian dari buku data."),
        )
        for p in sorted(folder.iterdir())
        if p.suffix.lower() in AKHIRAN_TABEL
        and not p.name.startswith("_")
        and not is_milik_lain(p.name)
        and not is_csv(p)
    ]


def _check_berkas(path: Path, nama: str) -> None:
    if not path.is_file() or path.suffix.lower() not in AKHIRAN_BUKU:
        raise KlaError(
            Kesalahan(
                "berkas",
                nama,
                _("'{akhiran}' bukan buku data").format(akhiran=path.suffix or path.name),
                _("Berikan folder berisi CSV, atau berkas {daftar}.").format(daftar=", ".join(AKHIRAN_TERBACA)),
            )
        )
    if path.stat().st_size == 0:
        raise KlaError(Kesalahan("kosong", nama, _("berkas kosong (0 byte)"), _("Simpan ulang buku kerjanya.")))


def _lembar_tersembunyi(daftar: Iterable[Kisi]) -> list[Kesalahan]:
    """Return the hidden sheets that would be read: nobody sees what they add to the points."""
    return [
        Kesalahan(
            "tersembunyi",
            k.berkas,
            _("lembar ini tersembunyi"),
            _("Tampilkan (klik kanan pada nama lembar), hapus, atau beri awalan _ bila bukan bagian dari buku data."),
            lembar=k.lembar,
        )
        for k in daftar
        if k.tersembunyi and k.lembar in {b.lembar for b in TABEL}
    ]


def hash_buku(path: Path) -> str:
    """Return "sha256:…" of a workbook's bytes, or of names and bytes of a folder's CSV files."""
    h = hashlib.sha256()
    for p in berkas_csv(path) if path.is_dir() else [path]:
        isi = p.read_bytes()
        h.update(f"{p.name}\0{len(isi)}\0".encode() if path.is_dir() else b"")
        h.update(isi)
    return f"sha256:{h.hexdigest()}"


def _nama_asing(berkas: str, ada: list[str], dikenal: list[str], kata: str, tersembunyi: set[str]) -> list[Kesalahan]:
    """Return the sheets or files whose name is none of ours: a misspelt one would count as absent."""
    kata_tersembunyi = _("{kata} tersembunyi").format(kata=kata)
    return [
        Kesalahan(
            "nama_tabel",
            berkas,
            _("{kata} '{nama}' tidak dikenal").format(kata=kata_tersembunyi if n in tersembunyi else kata, nama=n),
            " ".join(
                filter(
                    None,
                    (
                        maksud(n, [d for d in dikenal if d not in ada and not d.startswith("_")]),
                        _("Beri awalan _ bila memang bukan bagian dari buku data."),
                    ),
                )
            ),
        )
        for n in ada
        if n not in dikenal
    ]


def _tabel_kurang(nama: str, ada: list[str], folder: bool) -> list[Kesalahan]:
    def sebut(b: Bentuk) -> str:
        return b.berkas if folder else b.lembar

    salah = []
    if sebut(KETERANGAN) not in ada:
        salah.append(
            Kesalahan(
                "tabel_kurang",
                nama,
                _("tabel '{nama}' tidak ada").format(nama=sebut(KETERANGAN)),
                _("Tambahkan: tanpa itu daerah, tahun dan form tidak diketahui."),
            )
        )
    if sebut(PENILAIAN) not in ada and sebut(CAPAIAN) not in ada:
        salah.append(
            Kesalahan(
                "tabel_kurang",
                nama,
                _("tabel '{a}' maupun '{b}' tidak ada").format(a=sebut(PENILAIAN), b=sebut(CAPAIAN)),
                _("Tambahkan paling sedikit salah satu."),
            )
        )
    return salah
