"""Say what to decide in the meeting today: the few largest actions of the plan, with office and date."""

from collections.abc import Sequence

from kla_lib.bahasa import _, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.scoring.pekerjaan.pekerjaan import DOKUMEN, PERIKSA, Pekerjaan, poin_bersama
from kla_lib.scoring.rencana.daftar import AWALAN_DOKUMEN
from kla_lib.scoring.rencana.kegiatan import Kegiatan
from kla_lib.scoring.rencana.rencana import Rencana, Terpilih
from kla_lib.views.indeks.rapat import putuskan_capaian
from kla_lib.views.isi.permintaan import daftar_tambahan
from kla_lib.views.rencana.kalimat_em import sebut_poin_em
from kla_lib.views.rencana.kalimat_rencana import sebut_kegiatan
from kla_lib.views.rencana.tabel_kegiatan import sebut_kantor
from kla_lib.views.rupa.sebutan import poin
from kla_lib.views.rupa.tampilan import Tampilan, catatan_kaki, potongan, tanpa_isi, tumpuk

PALING_BANYAK, PALING_BANYAK_SESI = 3, 5


def putuskan_hari_ini(keadaan: Keadaan) -> Tampilan:
    """Return three actions of the plan, first those that decide the category; without a plan what can be gained."""
    if keadaan.hasil is None:
        return putuskan_capaian(keadaan)
    rencana = keadaan.rencana
    pilih = [] if rencana is None else kegiatan_berpoin(keadaan, rencana.lengkap)
    if rencana is None or not pilih:
        return daftar_tambahan(keadaan)
    pola = (
        _("Tiga kegiatan yang paling menutup jarak EM ke {sasaran}, dari rencana di bawah; seluruhnya {n} kegiatan.")
        if pilih[0].menutup_em
        else _("Tiga kegiatan dengan poin terbanyak dari rencana di bawah; seluruhnya {n} kegiatan.")
    )
    catatan = pola.format(sasaran=rencana.lengkap.sasaran.nama, n=len(rencana.lengkap.kegiatan))
    return _daftar(keadaan, pilih[:PALING_BANYAK], catatan)


def putuskan_sesi(lingkup: Lingkup) -> Tampilan:
    """Return the five decisions wanted of one session: the actions of the plan that bring its klaster most points.

    Without a plan what can still be gained; without marks who should record them.
    """
    keadaan = lingkup.keadaan
    if keadaan.hasil is None:
        return putuskan_capaian(lingkup)
    if keadaan.hasil.tahap == "vf":
        return tanpa_isi(_("Nilai ini nilai akhir: tidak ada keputusan yang masih mengubahnya dalam siklus ini."))
    pilih = kegiatan_putusan(lingkup)
    if not pilih:
        return _dengan_tanggal(keadaan, daftar_tambahan(lingkup))
    tampak = pilih[:PALING_BANYAK_SESI]
    if len(tampak) == len(pilih):
        catatan = _("Ini semua kegiatan rencana di klaster sesi ini.")
    elif pilih[0].menutup_em:
        catatan = _("{n} kegiatan yang paling menambah nilai EM, dari {semua} kegiatan rencana di klaster sesi ini.")
    else:
        catatan = _("{n} kegiatan dengan poin terbanyak dari {semua} kegiatan rencana di klaster sesi ini.")
    return _daftar(keadaan, tampak, catatan.format(n=len(tampak), semua=len(pilih)))


def kegiatan_putusan(lingkup: Lingkup) -> list[Terpilih]:
    """Return the actions of the plan that bring points: those that close the distance of the EM, then by points.

    Of some klaster only the actions that serve one of them.
    """
    rencana, klaster = lingkup.keadaan.rencana, lingkup.daftar_klaster
    pilih = [] if rencana is None else kegiatan_berpoin(lingkup.keadaan, rencana.kegiatan)
    return [t for t in pilih if klaster is None or any(k in klaster for k, _i, _p in t.kegiatan.kode)]


def sebut_tenggat(keadaan: Keadaan, t: Terpilih) -> str:
    """Return until when an action is due; a date that has passed asks for a new one."""
    hari = t.kegiatan.tenggat or keadaan.rapat.tenggat
    if hari is None:
        return _("tenggat belum ditentukan")
    if hari < keadaan.rapat.tanggal:
        return _("tenggat lama {tanggal}: minta yang baru").format(tanggal=format_tanggal(hari))
    return _("s.d. {tanggal}").format(tanggal=format_tanggal(hari))


def poin_putusan(keadaan: Keadaan, t: Terpilih) -> float:
    """Return the points that a decision is about.

    Of a document all that depend on it, the number of its office's page: the
    plan shares them out where several documents are missing.  Of what closes
    the distance of the EM the most that it can add.  Of other actions what the
    plan expects of them.
    """
    if t.menutup_em and t.em[1] > t.poin:
        return t.em[1]
    return poin_bersama(dokumen_putusan(keadaan, t.kegiatan)) or t.poin


def dokumen_putusan(keadaan: Keadaan, k: Kegiatan) -> list[Pekerjaan]:
    """Return the documents that an action of the plan completes or looks at, as they are asked for."""
    nomor = {k.id.removeprefix(AWALAN_DOKUMEN), *k.sama}
    return [b for b in keadaan.semua_pekerjaan if b.jenis in (DOKUMEN, PERIKSA) and b.id in nomor]


def sebut_nomor(t: Terpilih) -> str:
    """Return the number of an action with those of the documents that are the same work."""
    return ", ".join((t.kegiatan.id, *t.kegiatan.sama))


def kegiatan_berpoin(keadaan: Keadaan, rencana: Rencana) -> list[Terpilih]:
    """Return the actions with points, those that decide the category first: the EM has to reach it before documents."""
    pilih = [t for t in rencana.kegiatan if round(max(t.poin, t.em[1] if t.menutup_em else 0.0), 2) > 0]
    return sorted(pilih, key=lambda t: (not _menutup(t), -_bobot(keadaan, t), t.kegiatan.id))


def _menutup(t: Terpilih) -> bool:
    return t.menutup_em and t.em[1] > 0


def _bobot(keadaan: Keadaan, t: Terpilih) -> float:
    return t.em[1] if _menutup(t) else poin_putusan(keadaan, t)


def _daftar(keadaan: Keadaan, kegiatan: Sequence[Terpilih], catatan: str) -> Tampilan:
    baris = [
        {
            "opd": sebut_kantor(keadaan, t.kegiatan.opd),
            "isi": sebut_kegiatan(t.kegiatan),
            "poin": sebut_poin_em(t.em) if _menutup(t) else poin(poin_putusan(keadaan, t)),
            "tenggat": sebut_tenggat(keadaan, t),
            "rujukan": sebut_nomor(t),
        }
        for t in kegiatan
    ]
    teks = "\n".join(f"{b['opd']}: {b['isi']} ({b['poin']}, {b['tenggat']})" for b in baris)
    return potongan("permintaan", teks, baris=baris, catatan=catatan, kosong="")


def _dengan_tanggal(keadaan: Keadaan, daftar: Tampilan) -> Tampilan:
    """Return requests followed by who sets their date where the meeting file tells none that is still to come."""
    hari = keadaan.rapat.tenggat
    if hari is not None and hari >= keadaan.rapat.tanggal:
        return daftar
    pesan = _("Tanggalnya disepakati hari ini: hari terakhir tahap ini tidak ada dalam berkas rapat, atau sudah lewat.")
    return tumpuk(daftar, catatan_kaki(pesan))
