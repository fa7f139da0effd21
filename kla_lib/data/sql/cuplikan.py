"""Read a book from its database and keep it as CSV: what workers, pages and `kla verify` read, without the database."""

from dataclasses import replace

from kla_lib.bahasa import _
from kla_lib.berkas import kesalahan_tulis, sebut_tak_tertulis
from kla_lib.data.baca_buku import berkas_csv, susun_buku
from kla_lib.data.bentuk import TABEL
from kla_lib.data.buku import Pemeriksaan, inspect_tabel
from kla_lib.data.pribadi.pribadi import hide_nik
from kla_lib.data.sql.tempat import nama_kueri, sebut_kueri
from kla_lib.data.tulis import csv_bytes, rows_of
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import SQL, path_buku
from kla_lib.rules.sumber_data import SumberData, load_sumber
from kla_lib.tabel.mentah import Kisi
from kla_lib.tukar import write_folder


def refresh_cuplikan(params: Params, buku_data: str) -> None:
    """Read the book again where it lies in a database; nothing happens for any other.

    Only a book without faults takes the place of the one read before.  Raises
    KlaError with every fault, each with query, key and column.
    """
    if not buku_data.startswith(SQL):
        return
    path = path_buku(buku_data)
    periksa = inspect_sumber(params, buku_data.removeprefix(SQL))
    if periksa.salah:
        raise KlaError(periksa.salah)
    isi = {b.berkas: csv_bytes(b, rows_of(periksa.tabel[b])) for b in TABEL if b in periksa.tabel}
    try:
        ada = {p.name: p.read_bytes() for p in berkas_csv(path)} if path.is_dir() else {}
        if ada != isi:
            write_folder(path, isi, buang=set(ada) - set(isi))
    except OSError as e:
        raise KlaError(kesalahan_tulis(nama_tampil(path), sebut_tak_tertulis(e))) from None


def inspect_sumber(params: Params, nama: str) -> Pemeriksaan:
    """Return the book in a database as it is now, with its faults beside it; see `inspect_buku`."""
    sumber = load_sumber(params, nama)
    kisi = _read_semua(sumber)
    salah: list[Kesalahan] = []
    for lembar, k in kisi.items():
        kisi[lembar], nik = hide_nik(k)
        salah += nik
    mentah, faults = susun_buku(kisi, {b.lembar: b for b in TABEL})
    periksa = inspect_tabel(params, sumber.path, mentah, salah + faults)
    return replace(periksa, salah=tuple(sebut_kueri(periksa.salah, mentah.values())))


def _read_semua(sumber: SumberData) -> dict[str, Kisi]:
    """Return the result of each query by the sheet that it stands for; raises KlaError naming each that fails."""
    berkas = nama_tampil(sumber.path)
    kisi: dict[str, Kisi] = {}
    salah: list[Kesalahan] = []
    try:
        from kla_lib.data.sql.kueri import TerputusError, read_kueri
        from kla_lib.data.sql.sambungan import open_sumber

        with open_sumber(sumber) as sambungan:
            for bentuk in TABEL:
                nama = nama_kueri(bentuk)
                if nama not in sumber.tabel:
                    continue
                try:
                    kosong = nama in sumber.boleh_kosong
                    kisi[bentuk.lembar] = read_kueri(sambungan, sumber.tabel[nama], bentuk, berkas, kosong)
                except KlaError as e:
                    salah += e.kesalahan
                    if isinstance(e, TerputusError):
                        break
    except ImportError:  # the extra `sql` is not installed
        salah = [_tanpa_paket(berkas)]
    if salah:
        raise KlaError(sebut_kueri(salah, ()))
    return kisi


def _tanpa_paket(berkas: str) -> Kesalahan:
    return Kesalahan(
        "penggerak",
        berkas,
        _("paket untuk membaca basis data belum terpasang"),
        _('Pasang dengan: python -m pip install ".[sql]" di folder buku kerja ini.'),
    )
