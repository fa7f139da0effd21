"""Lay out the workbook of the day: the places, the rehearsal to fill in, the verifiers' requests to fill in."""

from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from kla_lib.bahasa import _
from kla_lib.data.bingkai import beri_sifat
from kla_lib.data.tulis import add_lembar, save_bytes
from kla_lib.data.vlh.catatan import STATUS
from kla_lib.data.vlh.lembar import LATIHAN, PERMINTAAN, SEMULA, baris_semula
from kla_lib.keadaan.vlh import Vlh
from kla_lib.publish.lembar.daftar_kerja import add_lembar_kerja
from kla_lib.scoring.vlh.kartu import Kartu
from kla_lib.views.rupa.lembar import Lembar
from kla_lib.views.rupa.tampilan import Kolom
from kla_lib.views.vlh.bank import BarisTanya, sebut_nilai, semua_baris
from kla_lib.views.vlh.hari import lembar_lokus

BARIS_KOSONG = 15
"""Lines with an id and nothing else, for requests that are typed."""

ID_KETIK = "P-{nomor:02}"
YA_TIDAK = ("ya", "tidak")


def vlh_bytes(vlh: Vlh) -> bytes:
    """Return the workbook as the bytes of an XLSX file; `kla vlh --terima` takes it in again."""
    buku = Workbook()
    buku.remove(buku.active)
    add_lembar_kerja(buku.create_sheet(_("Tempat")), vlh.keadaan, lembar_lokus(vlh))
    semula = []
    for bentuk, lembar, kolom, kata in (
        (LATIHAN, _latihan(vlh), "siap", YA_TIDAK),
        (PERMINTAAN, _permintaan(vlh), "status", STATUS),
    ):
        halaman = buku.create_sheet(bentuk.lembar)
        add_lembar_kerja(halaman, vlh.keadaan, lembar)
        _add_pilihan(halaman, lembar, kolom, kata)
        semula += baris_semula(bentuk, lembar.baris)
    add_lembar(buku, SEMULA, semula).sheet_state = "hidden"
    beri_sifat(buku, _("Lembar latihan dan permintaan · {daerah}").format(daerah=vlh.keadaan.daerah.nama))
    return save_bytes(buku)


def _latihan(vlh: Vlh) -> Lembar:
    kolom = [
        *(Kolom(k, k) for k in ("tempat", "tanya")),
        Kolom("_pertanyaan", "_pertanyaan"),
        Kolom("_nilai", "_nilai"),
        Kolom("_mungkin", "_mungkin_ditanyakan"),
        Kolom("_dokumen", "_dokumen"),
        Kolom("_penjawab", "_penjawab"),
        *(Kolom(k, k) for k in ("siap", "catatan")),
    ]
    catatan = _("Isi kolom siap dengan ya atau tidak, dan catatan seperlunya tanpa nama orang; lalu kla vlh --terima.")
    baris = [_baris_latihan(vlh, b) for b in semua_baris(vlh)]
    return Lembar(_("Latihan verifikasi lapangan"), kolom, baris, _("Tidak ada pertanyaan."), catatan=catatan)


def _baris_latihan(vlh: Vlh, b: BarisTanya) -> dict[str, Any]:
    dicatat = vlh.latihan.get((b.tempat, b.tanya))
    siap = None if dicatat is None or dicatat.siap is None else ("ya" if dicatat.siap else "tidak")
    return {
        "tempat": b.tempat,
        "tanya": b.tanya,
        "_pertanyaan": b.pertanyaan,
        "_nilai": sebut_nilai(b),
        "_mungkin": b.mungkin,
        "_dokumen": b.dokumen,
        "_penjawab": b.penjawab,
        "siap": siap,
        "catatan": None if dicatat is None else dicatat.catatan,
    }


def _permintaan(vlh: Vlh) -> Lembar:
    kolom = [Kolom(k, k) for k in PERMINTAAN.nama_kolom]
    catatan = _(
        "Satu baris satu permintaan verifikator; indikator dan pertanyaan boleh kosong. Catatan provinsi dari kla "
        "return sudah tertulis. Status: {status}."
    ).format(status=", ".join(STATUS))
    terpakai = {k.id for k in vlh.kartu}
    nomor = [i for n in range(1, BARIS_KOSONG + len(terpakai) + 1) if (i := ID_KETIK.format(nomor=n)) not in terpakai]
    kosong = [{**dict.fromkeys(PERMINTAAN.nama_kolom), "id_permintaan": i} for i in nomor[:BARIS_KOSONG]]
    baris = [*(_baris_permintaan(vlh, k) for k in vlh.kartu), *kosong]
    return Lembar(_("Permintaan verifikator"), kolom, baris, "", catatan=catatan)


def _baris_permintaan(vlh: Vlh, k: Kartu) -> dict[str, Any]:
    indikator, _garis, pertanyaan = (k.kode or "").partition("/")
    rumah = vlh.keadaan.rumah_indikator
    return {
        "id_permintaan": k.id,
        "diminta": k.diminta,
        "indikator": indikator if indikator in rumah else None,
        "pertanyaan": pertanyaan or None,
        "opd": None if k.opd is None else vlh.keadaan.daerah.nama_opd(k.opd),
        "status": k.status,
        "catatan": k.catatan,
    }


def _add_pilihan(halaman: Worksheet, lembar: Lembar, kolom: str, kata: Sequence[str]) -> None:
    """Offer the words that a column takes."""
    if not lembar.baris:
        return
    aturan = DataValidation(type="list", formula1=f'"{",".join(kata)}"', allow_blank=True)
    aturan.error, aturan.errorTitle = _("Pilih salah satu: {daftar}.").format(daftar=", ".join(kata)), kolom
    aturan.showErrorMessage = True
    huruf = get_column_letter([k.kunci for k in lembar.kolom].index(kolom) + 1)
    aturan.add(f"{huruf}{halaman.max_row - len(lembar.baris) + 1}:{huruf}{halaman.max_row}")
    halaman.add_data_validation(aturan)
