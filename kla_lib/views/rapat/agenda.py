"""Propose the agenda of a session, with minutes that follow the points at stake."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from kla_lib.bahasa import _, format_jam
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.kerja import load_kerja
from kla_lib.rules.rapat import Sesi
from kla_lib.views.rapat.sesi import daftar_sesi, saat_of
from kla_lib.views.rapat.sesi_posisi import poin_belum_aman
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, tabel, tumpuk

LANGKAH = 5
"""Discussions last whole steps of so many minutes, as people plan them."""


@dataclass(frozen=True)
class Acara:
    """One item of an agenda: what is done, and for how many minutes from which minute of the session on."""

    isi: str
    mulai: int
    menit: int


@dataclass(frozen=True)
class Agenda:
    """The items of one session.

    saat: its begin, None where the meeting file does not tell.  catatan: what
    the length rests on, and what is wrong with it.
    """

    saat: datetime | None
    acara: tuple[Acara, ...]
    catatan: str

    @property
    def menit(self) -> int:
        return sum(a.menit for a in self.acara)

    def jam(self, menit: int) -> str:
        """Return the hour at a minute of the session: "08.30", or "15" where the begin is not known."""
        if self.saat is None:
            return str(menit)
        return format_jam(self.saat + timedelta(minutes=menit))


def agenda_sesi(keadaan: Keadaan, sesi: Sesi) -> Agenda:
    """Return the proposed agenda of a session.

    It lasts until the next session in the same place, less a break; where
    that is not known, as long as params/kerja.yaml assumes.
    """
    menit = {n: int(m) for n, m in load_kerja(keadaan.params, keadaan.buku.keterangan.tahun_evaluasi).menit.items()}
    tetap = sum(menit[n] for n in ("pembukaan", "posisi", "keputusan", "penutup"))
    lama, catatan = _lama(keadaan, sesi, menit, tetap + len(sesi.klaster))
    bahas = [
        (_("Membahas {klaster}").format(klaster=keadaan.instrumen.klaster_of(k).judul_pendek), n)
        for k, n in zip(sesi.klaster, _bagi(keadaan, sesi.klaster, lama - tetap), strict=True)
    ]
    isi = [
        (_("Membuka sesi"), menit["pembukaan"]),
        (_("Posisi kita, janji rapat sebelumnya, yang berubah"), menit["posisi"]),
        *bahas,
        (_("Menyepakati keputusan: kantor, pekerjaan, tanggal"), menit["keputusan"]),
        (_("Membacakan ulang keputusan dan menutup sesi"), menit["penutup"]),
    ]
    acara, mulai = [], 0
    for nama, n in isi:
        acara.append(Acara(nama, mulai, n))
        mulai += n
    return Agenda(saat_of(sesi), tuple(acara), catatan)


def baris_agenda(agenda: Agenda) -> list[dict[str, str]]:
    """Return the items as texts: waktu, acara, menit."""
    return [
        {
            "waktu": f"{agenda.jam(a.mulai)}–{agenda.jam(a.mulai + a.menit)}",
            "acara": a.isi,
            "menit": str(a.menit),
        }
        for a in agenda.acara
    ]


def kolom_agenda(agenda: Agenda) -> list[Kolom]:
    """Return the columns of an agenda; without a begin the time is counted from the opening."""
    waktu = _("Waktu") if agenda.saat else _("Menit ke")
    return [Kolom("waktu", waktu), Kolom("acara", _("Acara")), Kolom("menit", _("Menit"), angka=True)]


def tabel_agenda(keadaan: Keadaan, sesi: Sesi) -> Tampilan:
    """Return the agenda of a session with what its minutes rest on."""
    agenda = agenda_sesi(keadaan, sesi)
    t = tabel(_("Agenda yang diusulkan"), kolom_agenda(agenda), baris_agenda(agenda), "", "agenda tanpa-judul")
    return tumpuk(t, catatan_kaki(agenda.catatan))


def _lama(keadaan: Keadaan, sesi: Sesi, menit: dict[str, int], paling_sedikit: int) -> tuple[int, str]:
    """Return the minutes of a session and what they rest on; too short a slot is told, not squeezed into."""
    dasar = _("Menit tiap acara anggapan kami; waktu bahasan mengikuti poin klaster yang belum aman.")
    biasa = max(menit["tanpa_jadwal"], paling_sedikit)
    sela = _menit_sampai_berikutnya(keadaan, sesi)
    if sela is None:
        pola = _("Sesi berikutnya di tempat yang sama tidak diketahui, jadi lamanya dianggap {n} menit. {dasar}")
        return biasa, pola.format(n=biasa, dasar=dasar)
    if sela - menit["jeda"] < paling_sedikit:
        pola = _(
            "Sesi berikutnya di tempat yang sama mulai {sela} menit kemudian, sedangkan acara ini butuh {n} menit. "
            "Geserlah salah satunya. {dasar}"
        )
        return biasa, pola.format(sela=sela, n=biasa, dasar=dasar)
    lama = max(min(sela - menit["jeda"], menit["paling_lama"]), paling_sedikit)
    pola = _("Sesudah sesi ini ada jeda {n} menit sebelum sesi berikutnya di tempat yang sama. {dasar}")
    return lama, pola.format(n=sela - lama, dasar=dasar)


def _menit_sampai_berikutnya(keadaan: Keadaan, sesi: Sesi) -> int | None:
    """Return the minutes until the next session of that day in the same place; None where there is none."""
    mulai = saat_of(sesi)
    if mulai is None:
        return None
    lain = [
        s
        for lanjut in daftar_sesi(keadaan)
        if _tempat(lanjut) == _tempat(sesi) and (s := saat_of(lanjut)) and s > mulai and s.date() == mulai.date()
    ]
    return int((min(lain) - mulai).total_seconds() // 60) if lain else None


def _tempat(sesi: Sesi) -> str:
    return " ".join((sesi.tempat or "").casefold().split())


def _bagi(keadaan: Keadaan, klaster: tuple[str, ...], menit: int) -> list[int]:
    """Return the minutes of each klaster by its points at stake, in whole steps; every one gets at least one step.

    The largest remainders get what the steps leave over, the first in the order of the session where they tie.
    """
    langkah = LANGKAH if menit >= LANGKAH * len(klaster) else 1
    taruhan = [poin_belum_aman(keadaan, k) for k in klaster]
    if not sum(taruhan):
        taruhan = [1.0] * len(klaster)
    bebas = menit // langkah - len(klaster)
    tepat = [bebas * t / sum(taruhan) for t in taruhan]
    bagian = [int(t) for t in tepat]
    urut = sorted(range(len(klaster)), key=lambda i: (bagian[i] - tepat[i], i))
    for i in urut[: bebas - sum(bagian)]:
        bagian[i] += 1
    hasil = [langkah * (1 + n) for n in bagian]
    hasil[urut[0]] += menit - sum(hasil)
    return hasil
