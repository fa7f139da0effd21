"""Make the index of a meeting: its sessions and packs, the sheets beside them, its scenarios."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kla_lib.bahasa import BAHASA, _, bahasa, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.batch.daftar_paket import RINGKASAN
from kla_lib.publish.batch.paket import GAGAL_HTML
from kla_lib.publish.cetak.cetak import LAMPIRAN_PDF, PAKET_PDF, RAPAT_PDF, pdf_segar
from kla_lib.publish.halaman.halaman import page_index
from kla_lib.publish.halaman.interaktif import INTERAKTIF_HTML
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman, nama_skenario
from kla_lib.publish.halaman.sesi import tempat_sesi
from kla_lib.publish.terbitan.manifes import INDEX, read_lampiran, read_manifes, write_indeks
from kla_lib.publish.terbitan.simpan import check_utuh, read_paket
from kla_lib.publish.vlh.berkas import HALAMAN, LEMBAR, PAPAN, SERAH
from kla_lib.publish.vlh.berkas import SEMUA as VLH
from kla_lib.views.nilai.dasar import baris_dasar
from kla_lib.views.rapat.kabar_rapat import kabar_rapat, perubahan_klaster
from kla_lib.views.rapat.sesi import sebut_jadwal
from kla_lib.views.rupa.spanduk import teks_spanduk
from kla_lib.views.rupa.tema import WARNA_KLASTER

SKENARIO = "skenario"
DAFTAR_KANTOR = "opd/index.html"
ASLI = "id"
"""The language of the packs that stand in the meeting's own folder."""


def make_index(keadaan: Keadaan, folder: Path, lampiran: Sequence[str] = ()) -> bytes:
    """Return the index page from what lies in the meeting's folder, so that older good packs stay listed.

    lampiran: places of the files beside the packs.
    """
    ringkasan = read_paket(folder / RINGKASAN)
    resmi = not nama_skenario(keadaan)
    pdf = pdf_segar(keadaan.params, keadaan.rapat, folder) if resmi else []
    keluaran = folder.parent if bahasa() == ASLI else folder.parent.parent
    berubah = perubahan_klaster(keadaan, keluaran) if resmi else {}

    ada = {*lampiran, *pdf, *(nama for nama in VLH if (folder / nama).is_file())}

    def kartu(klaster: str) -> dict[str, Any]:
        return _kartu(keadaan, folder, klaster, pdf) | {"berubah": berubah.get(klaster, "")}

    sesi = [
        {
            "nama": s.nama,
            "rinci": sebut_jadwal(keadaan, s),
            "tautan": tempat_sesi(nomor) if tempat_sesi(nomor) in lampiran else "",
            "paket": [kartu(k) for k in s.klaster],
        }
        for nomor, s in enumerate(keadaan.rapat.sesi, start=1)
    ]
    tersebut = {k for s in keadaan.rapat.sesi for k in s.klaster}
    sisa = [k.id for k in keadaan.instrumen.klaster if k.id not in tersebut]
    if sisa:
        nama = _("Klaster lain") if sesi else _("Semua klaster")
        sesi.append({"nama": nama, "rinci": "", "tautan": "", "paket": [kartu(k) for k in sisa]})
    return page_index(
        judul=_("Paket rapat {tanggal}").format(tanggal=format_tanggal(keadaan.rapat.tanggal)),
        atas=atas_halaman(keadaan),
        spanduk=teks_spanduk(keadaan),
        ringkasan=ringkasan
        and {
            "tautan": f"{RINGKASAN}/ringkas.html",
            "kalimat": ringkasan["kalimat"]["utama"],
            "lanjutan": ringkasan["kalimat"]["lanjutan"],
        },
        ringkasan_gagal=_gagal(folder, RINGKASAN),
        tautan_gagal=_tautan_gagal(folder, RINGKASAN),
        kabar=kabar_rapat(keadaan, keluaran) if resmi else [],
        kantor=DAFTAR_KANTOR if DAFTAR_KANTOR in lampiran else "",
        sesi=sesi,
        lampiran=[(tempat, judul) for tempat, judul in _judul_lampiran() if tempat in ada],
        lain=_lain(keadaan, folder),
        dasar=baris_dasar(keadaan),
        kaki=kaki_halaman(keadaan),
    )


def refresh_index(keadaan: Keadaan, folder: Path) -> None:
    """Make the index of a meeting anew, where there is one: a scenario, a language or a PDF has come."""
    if (folder / INDEX).is_file():
        write_indeks(folder, make_index(keadaan, folder, list(read_lampiran(folder).berkas)))


def refresh_sesuai(keadaan: Keadaan, folder: Path) -> bool:
    """Make the index anew where the book is still the one that was published; False, with nothing done, elsewhere."""
    if read_manifes(folder).get("hash_data") not in (keadaan.buku.sidik, keadaan.buku.hash):
        return False
    refresh_index(keadaan, folder)
    return True


def _kartu(keadaan: Keadaan, folder: Path, klaster: str, pdf: Sequence[str]) -> dict[str, Any]:
    """Return what the index says of one pack."""
    paket = read_paket(folder / klaster)
    return {
        "judul": keadaan.instrumen.klaster_of(klaster).judul,
        "warna": WARNA_KLASTER[klaster],
        "tautan": f"{klaster}/ringkas.html" if paket else "",
        "interaktif": f"{klaster}/{INTERAKTIF_HTML}" if paket and INTERAKTIF_HTML in paket["berkas"] else "",
        "pdf": f"{klaster}/{PAKET_PDF}" if f"{klaster}/{PAKET_PDF}" in pdf else "",
        "kalimat": paket["kalimat"]["utama"] if paket else _("Belum ada paket."),
        "gagal": _gagal(folder, klaster),
        "tautan_gagal": _tautan_gagal(folder, klaster),
    }


def _gagal(folder: Path, paket: str) -> str:
    """Return what is wrong with a pack, for a reader; empty where nothing is."""
    ada = read_paket(folder / paket) is not None
    if (folder / paket / GAGAL_HTML).is_file():
        return _("Pembuatan terakhir gagal; ini paket sebelumnya.") if ada else _("Pembuatan gagal.")
    return _("Berkas paket ini tidak utuh; jalankan ulang.") if ada and check_utuh(folder / paket) else ""


def _tautan_gagal(folder: Path, paket: str) -> str:
    return f"{paket}/{GAGAL_HTML}" if (folder / paket / GAGAL_HTML).is_file() else ""


def _judul_lampiran() -> list[tuple[str, str]]:
    """Return the files beside the packs that the index names, in its order; an office's page stands in its own list."""
    return [
        (RAPAT_PDF, _("Seluruh rapat dalam satu PDF")),
        (LAMPIRAN_PDF, _("Lampiran rapat (PDF)")),
        (f"{RINGKASAN}/{PAKET_PDF}", _("Ringkasan rapat (PDF)")),
        ("pimpinan.html", _("Halaman pimpinan")),
        ("paparan.pptx", _("Paparan untuk pimpinan dan pembukaan verifikasi (PPTX)")),
        ("bahan.html", _("Bahan rapat semua klaster")),
        (DAFTAR_KANTOR, _("Halaman tiap kantor")),
        ("forum-anak.html", _("Halaman Forum Anak")),
        ("istilah.html", _("Istilah untuk anggota baru")),
        ("undangan.html", _("Daftar undangan")),
        ("sesi/daftar-hadir.html", _("Daftar hadir")),
        ("bahan.xlsx", _("Bahan rapat (lembar kerja)")),
        ("rapat.xlsx", _("Agenda, undangan, daftar hadir (lembar kerja)")),
        ("buku.xlsx", _("Buku nilai dengan rumus hidup (lembar kerja)")),
        ("keputusan.xlsx", _("Lembar keputusan untuk diisi dalam rapat")),
        (HALAMAN, _("Hari verifikasi lapangan")),
        (PAPAN, _("Papan permintaan verifikator")),
        (LEMBAR, _("Lembar latihan dan permintaan (XLSX)")),
        (SERAH, _("Serah terima")),
    ]


def _lain(keadaan: Keadaan, folder: Path) -> list[tuple[str, str]]:
    """Return the way to the scenarios of the meeting, or from a scenario back to the official packs."""
    if nama_skenario(keadaan):
        return [(f"../../{INDEX}", _("Paket tanpa skenario"))]
    ada = sorted(p.parent for p in (folder / SKENARIO).glob(f"*/{INDEX}"))
    skenario = [(f"{SKENARIO}/{p.name}/{INDEX}", _("Skenario {nama}").format(nama=p.name)) for p in ada]
    return skenario + _bahasa_lain(folder)


def _bahasa_lain(folder: Path) -> list[tuple[str, str]]:
    """Return the way to the same packs in the other languages in which they were made."""
    if bahasa() != ASLI:
        return [(f"../{INDEX}", _("Versi Indonesia"))] if (folder.parent / INDEX).is_file() else []
    nama = {"en": _("Versi Inggris")}
    return [(f"{k}/{INDEX}", nama[k]) for k in BAHASA if k != ASLI and (folder / k / INDEX).is_file()]
