"""Show what the data book holds, what is missing, and what is wrong with it."""

from datetime import date

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import KETERANGAN, TABEL, TAHAP
from kla_lib.data.buku import load_buku
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.params import Params
from kla_lib.rules.rapat import load_rapat
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.views.rupa.galat_sel import tabel_kesalahan
from kla_lib.views.rupa.lembar import Lembar, tampilkan
from kla_lib.views.rupa.sebutan import sebut_opd
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, pernyataan, tabel

BELUM_MULAI, BERJALAN, SELESAI = "belum_mulai", "berjalan", "selesai"


def keadaan_tahap(hari: date, mulai: date, selesai: date) -> tuple[str, int]:
    """Return the state of a stage on a day, and the days to its next edge: its start, or its last day.

    0 on the last day itself, which still belongs to the stage; 0 where it is over.
    """
    if hari < mulai:
        return BELUM_MULAI, (mulai - hari).days
    if hari > selesai:
        return SELESAI, 0
    return BERJALAN, (selesai - hari).days


def jadwal_tahap(keadaan: Keadaan) -> Tampilan:
    """Return every stage with its dates, its state on the day of the meeting, and the days left."""
    kolom = [
        Kolom("tahap", _("Tahap")),
        Kolom("mulai", _("Mulai")),
        Kolom("selesai", _("Selesai")),
        Kolom("keadaan", _("Pada hari rapat")),
    ]
    r = keadaan.rapat
    baris = [
        {"tahap": sebut_nama_tahap(t), "mulai": mulai, "selesai": selesai, "keadaan": _sebut(r.tanggal, mulai, selesai)}
        for t in TAHAP
        if t in r.tahapan
        for mulai, selesai in [r.tahapan[t]]
    ]
    kosong = _("Jadwal tahap belum ditetapkan dalam berkas rapat.")
    return tampilkan(Lembar(_("Jadwal tahap"), kolom, baris, kosong), len(baris))


def _sebut(hari: date, mulai: date, selesai: date) -> str:
    keadaan, n = keadaan_tahap(hari, mulai, selesai)
    if keadaan == BELUM_MULAI:
        return _("mulai {n} hari lagi").format(n=n)
    if keadaan == SELESAI:
        return _("sudah selesai")
    return _("berjalan, hari terakhir") if n == 0 else _("berjalan, sisa {n} hari").format(n=n)


def sebut_nama_tahap(tahap: str) -> str:
    """Return a stage as an activity, with its short name."""
    nama = {
        "em": _("evaluasi mandiri"),
        "va": _("verifikasi administrasi"),
        "vl": _("verifikasi lapangan"),
        "vf": _("verifikasi final"),
    }[tahap]
    pendek = sebut_tahap_pendek(tahap)
    return f"{nama} ({pendek})" if pendek.isupper() else nama


def periksa_buku(params: Params, rapat: str) -> Tampilan:
    """Return the faults of a meeting's data book as a table, or say that there are none."""
    try:
        load_buku(params, load_rapat(params, rapat).path_buku)
    except KlaError as e:
        return tabel_kesalahan(_("{n} kesalahan dalam buku data").format(n=len(e.kesalahan)), e)
    pesan = _("Tidak ada kesalahan dalam buku data.")
    return pernyataan(pesan)


def isi_buku(keadaan: Keadaan) -> Tampilan:
    """Return every table of the book with its number of rows; an absent one is not known, not empty."""
    kolom = [Kolom("tabel", _("Tabel")), Kolom("baris", _("Baris"), angka=True), Kolom("arti", _("Keterangan"))]
    baris = []
    for bentuk in TABEL:
        if bentuk is KETERANGAN:
            continue
        isi = getattr(keadaan.buku, bentuk.berkas.removesuffix(".csv"))
        baris.append(
            {
                "tabel": bentuk.lembar,
                "baris": "–" if isi is None else format_angka(len(isi), 0),
                "arti": _("tidak ada: belum diketahui") if isi is None else _("terbaca"),
            }
        )
    return tabel(_("Isi buku data"), kolom, baris, "")


def tabel_kelengkapan(keadaan: Keadaan) -> Tampilan:
    """Return per klaster how many questions have points and how many have a recorded document."""
    kolom = [
        Kolom("klaster", _("Klaster")),
        Kolom("dinilai", _("Pertanyaan dinilai"), angka=True),
        Kolom("berdokumen", _("Dokumennya tercatat"), angka=True),
        Kolom("opd", _("Kantor dengan pertanyaan terbanyak")),
    ]
    baris = []
    if keadaan.hasil is not None and len(keadaan.hasil.pertanyaan):
        dokumen = keadaan.buku.dokumen_pertanyaan
        tercatat = set() if dokumen is None else set(zip(dokumen["indikator"], dokumen["pertanyaan"], strict=True))
        for id_klaster, p in keadaan.hasil.pertanyaan.groupby("klaster", sort=False):
            berdokumen = sum(k in tercatat for k in zip(p["indikator"], p["pertanyaan"], strict=True))
            peran = p["opd"].explode().value_counts()
            baris.append(
                {
                    "klaster": keadaan.instrumen.klaster_of(str(id_klaster)).judul_pendek,
                    "dinilai": f"{int(p['tercatat'].sum())}/{len(p)}",
                    "berdokumen": _("belum dicatat") if dokumen is None else f"{berdokumen}/{len(p)}",
                    "opd": sebut_opd(keadaan, tuple(peran.index), 4),
                }
            )
    return tabel(
        _("Kelengkapan per klaster"), kolom, baris, _("Nilai per pertanyaan tidak tersedia dalam buku data ini.")
    )
