"""Say why a question is asked, how its rehearsal went, how far a request is, and what a clock shows."""

from datetime import datetime, timedelta

from kla_lib.bahasa import _, format_angka, format_jam, format_tanggal
from kla_lib.data.vlh.catatan import BELUM, DIKERJAKAN, TERPENUHI, TIDAK_TERPENUHI, Latihan
from kla_lib.keadaan.vlh import Vlh
from kla_lib.rules.sumber import semua_sumber
from kla_lib.rules.vlh.berkas import Ditanya
from kla_lib.rules.vlh.hari import UMUM, VLH
from kla_lib.scoring.vlh.bank import BELUM_DIJAWAB, FOTO, LEMAH, TANDA_TANGAN, TANGGAL, TANPA_DOKUMEN, Tanya


def sebut_alasan(t: Tanya) -> str:
    """Return what is likely to be asked, one sentence for each reason."""
    pola = {
        TANPA_DOKUMEN: _("Mana dokumen yang lengkap?"),
        FOTO: _("Mana foto kegiatannya?"),
        TANDA_TANGAN: _("Siapa yang menandatangani, dan kapan?"),
        TANGGAL: _("Apakah dokumen ini berlaku untuk tahun yang dinilai?"),
        LEMAH: _("Mengapa jawabannya rendah, dan apa rencananya?"),
        BELUM_DIJAWAB: _("Apa yang sudah dikerjakan? Nilainya belum diisi."),
    }
    return " ".join(pola[a] for a in t.alasan)


def sebut_dokumen(vlh: Vlh, t: Tanya) -> str:
    """Return the documents to have in hand, those that are the reason of the question first and marked."""
    register = vlh.keadaan.register
    if register is None:
        return _("dokumen belum dicatat")
    judul = dict(zip(register["id_dokumen"], register["judul"], strict=True))
    urut = [*t.bermasalah, *(d for d in t.dokumen if d not in t.bermasalah)]
    if not urut:
        return _("belum ada yang dicatat")
    return "; ".join(f"{d} {judul[d]}" + (_(" (periksa)") if d in t.bermasalah else "") for d in urut)


def sebut_sumber(vlh: Vlh, d: Ditanya) -> str:
    """Return who reported a question, and when."""
    s = semua_sumber(vlh.keadaan.params)[d.sumber.dokumen]
    tahun = s.tanggal if isinstance(s.tanggal, int) else s.tanggal.year
    return _("Pernah ditanyakan di daerah lain ({penerbit}, {tahun}).").format(penerbit=s.penerbit, tahun=tahun)


def sebut_berkas(vlh: Vlh) -> str:
    """Return the file of the day that the city writes: the one in force, or where there is none yet the city's."""
    path = vlh.hari.path
    return f"{VLH}/{vlh.keadaan.daerah.id}.yaml" if path.stem == UMUM else f"{VLH}/{path.name}"


def sebut_latihan(b: Latihan | None) -> str:
    """Return how the rehearsal of a question went, with the note."""
    if b is None or (b.siap is None and not b.catatan):
        return _("belum dilatih")
    keadaan = {True: _("siap"), False: _("belum siap"), None: _("dicatat")}[b.siap]
    return f"{keadaan}: {b.catatan}" if b.catatan else keadaan


def sebut_status(status: str) -> str:
    """Return how far a request is."""
    return {
        BELUM: _("belum dikerjakan"),
        DIKERJAKAN: _("sedang dikerjakan"),
        TERPENUHI: _("terpenuhi"),
        TIDAK_TERPENUHI: _("tidak terpenuhi"),
    }[status]


def sebut_saat(saat: datetime) -> str:
    """Return a moment on the clock of the city: "22 Mei 2025 pukul 16.00 WIB"."""
    return _("{tanggal} pukul {jam} {zona}").format(
        tanggal=format_tanggal(saat.date()), jam=format_jam(saat), zona=saat.tzname()
    )


def sebut_lama(lama: timedelta) -> str:
    """Return a length of time in hours and minutes, what is less than a minute left out."""
    jam, menit = divmod(int(lama.total_seconds()) // 60, 60)
    return _("{jam} jam {menit} menit").format(jam=format_angka(jam, 0), menit=menit)
