"""List the documents that are still needed, office by office in the order of the alphabet."""

from typing import Any

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.pekerjaan.pekerjaan import BERDOKUMEN, DOKUMEN, TAHAP_AKHIR, Pekerjaan
from kla_lib.views.kantor.sebut_kebutuhan import sebut_jenis, sebut_kerja, sebut_kurang
from kla_lib.views.rupa.lembar import Lembar
from kla_lib.views.rupa.sebutan import sebut_status_dokumen
from kla_lib.views.rupa.tampilan import Kolom


def lembar_dokumen_kantor(keadaan: Keadaan) -> Lembar:
    """Return one row per document needed with the points that wait for it; those of no office come last."""
    kolom = [
        Kolom("kantor", _("Kantor")),
        Kolom("isi", _("Yang diminta")),
        Kolom("kurang", _("Yang masih kurang")),
        Kolom("kode", _("Untuk pertanyaan")),
        Kolom("poin", _("Poin yang menunggu"), angka=True),
        Kolom("tenggat", _("Paling lambat")),
        Kolom("jenis", _("Jenis")),
        Kolom("nomor", _("Nomor")),
    ]
    milik = keadaan.pekerjaan
    kantor = sorted(filter(None, milik), key=lambda o: (keadaan.daerah.nama_opd(o).casefold(), o))
    baris = [_baris(keadaan, o, b) for o in kantor for b in milik[o].butuh if b.jenis in BERDOKUMEN]
    baris += _tanpa_kantor(keadaan)
    catatan = _("Satu poin bisa bergantung pada beberapa dokumen, jadi angkanya tidak untuk dijumlahkan.")
    return Lembar(
        _("Dokumen yang diminta per kantor"), kolom, baris, _kosong(keadaan), catatan=catatan if baris else ""
    )


def _baris(keadaan: Keadaan, opd: str, b: Pekerjaan) -> dict[str, Any]:
    return {
        "kantor": keadaan.daerah.nama_opd(opd),
        "isi": sebut_kerja(keadaan, b),
        "kurang": sebut_kurang(b),
        "kode": ", ".join(b.kode) or None,
        "poin": b.poin,
        "tenggat": b.tenggat,
        "jenis": sebut_jenis(b.jenis),
        "nomor": ", ".join((b.id, *b.rad)),
    }


def _tanpa_kantor(keadaan: Keadaan) -> list[dict[str, Any]]:
    """Return the thin and absent documents that no office answers for, so that they are not lost."""
    milik = keadaan.pekerjaan.get("")
    return [
        {
            "kantor": _("(kantor belum dicatat)"),
            "isi": b.teks,
            "kurang": b.catatan or sebut_status_dokumen(b.keadaan),
            "kode": ", ".join(b.kode) or None,
            "poin": b.poin,
            "tenggat": None,
            "jenis": _("Dokumen"),
            "nomor": b.id,
        }
        for b in (milik.butuh if milik else ())
        if b.jenis == DOKUMEN
    ]


def _kosong(keadaan: Keadaan) -> str:
    if keadaan.rapat.tahap == TAHAP_AKHIR:
        return _("Nilainya sudah nilai akhir, jadi tidak ada dokumen yang diminta lagi.")
    if keadaan.buku.data_dukung is None:
        return _("Dokumen belum dicatat dalam buku data, jadi belum diketahui mana yang masih kurang.")
    return _("Tidak ada dokumen yang diminta saat ini.")
