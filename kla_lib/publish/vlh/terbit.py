"""Put the files of the day of field verification beside a meeting's packs, and take in what people have filled in."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kla_lib.bahasa import _, dalam_bahasa
from kla_lib.data.vlh.catatan import CatatanVlh, bertabrakan, gabung_catatan, read_catatan, save_catatan
from kla_lib.data.vlh.lembar import Dikenal, read_lembar_vlh
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.gembok import lock_folder
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.vlh import Vlh
from kla_lib.publish.batch.lampiran import publish_lampiran
from kla_lib.publish.halaman.indeks import ASLI, refresh_sesuai
from kla_lib.publish.vlh.berkas import HALAMAN, LEMBAR, PAPAN
from kla_lib.publish.vlh.halaman import page_papan, page_vlh
from kla_lib.publish.vlh.lembar import vlh_bytes


@dataclass(frozen=True)
class Diterima:
    """What a filled sheet brought: lines of the rehearsal, requests, and whether anything is new."""

    latihan: int
    permintaan: int
    berubah: bool


def berkas_vlh(vlh: Vlh, kini: datetime) -> dict[str, bytes]:
    """Return vlh.html, vlh-papan.html and vlh.xlsx by their places under the meeting's folder."""
    return {HALAMAN: page_vlh(vlh), PAPAN: page_papan(vlh, kini), LEMBAR: vlh_bytes(vlh)}


def publish_vlh(keadaan: Keadaan, folder: Path, berkas: dict[str, bytes]) -> list[str]:
    """Put files in place, each whole; return where the sheets went that lay there and are not the same.

    The index of a publication of the same book names them from now on; that of another one with its next run.
    """
    with lock_folder(folder):
        tersisih = publish_lampiran(folder, berkas, set())
        with dalam_bahasa(ASLI):
            refresh_sesuai(keadaan, folder)
        return tersisih


def take_vlh(vlh: Vlh, berkas: Path) -> Diterima:
    """Take a filled workbook into the notes of the meeting; the same one twice changes nothing.

    Raises KlaError with every fault of it, and for an id under which the notes
    hold another request; then the notes stay as they are.
    """
    k = vlh.keadaan
    dikenal = Dikenal([p.id for p in vlh.hari.lokus], [d.id for d in vlh.hari.ditanya])
    baru = read_lembar_vlh(berkas, k.rapat.id, k.daerah, k.instrumen, dikenal)
    with lock_folder(vlh.path_catatan.parent):
        lama = read_catatan(vlh.path_catatan, k.rapat.id)
        check_tabrakan(berkas, lama, baru)
        hasil = gabung_catatan(lama, baru)
        if hasil != lama:
            save_catatan(vlh.path_catatan, hasil)
    return Diterima(len(baru.latihan), len(baru.permintaan), hasil != lama)


def check_tabrakan(berkas: Path, lama: CatatanVlh, baru: CatatanVlh) -> None:
    """Refuse a sheet in which an id stands for another request than in the notes: one of the two would be lost."""
    salah = [
        Kesalahan(
            "id",
            berkas.name,
            _("{id} sudah dipakai untuk permintaan lain").format(id=i),
            _("Beri baris ini id yang belum dipakai, misalnya {id}b; yang sudah tercatat tetap ada.").format(id=i),
            lembar="Permintaan",
        )
        for i in bertabrakan(lama, baru)
    ]
    if salah:
        raise KlaError(salah)
