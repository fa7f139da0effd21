"""List what is asked of the offices today: documents that secure points, questions that can add some."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from kla_lib.bahasa import _, format_tanggal
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup, Paket
from kla_lib.rules.form.kode import kode_pertanyaan, kolom_kode
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.scoring.pekerjaan.pekerjaan import DOKUMEN, PERIKSA, Pekerjaan
from kla_lib.views.rupa.sebutan import daftar_pendek, poin, sebut_opd, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Tampilan, potongan, tanpa_data

PALING_BANYAK = 5


@dataclass(frozen=True)
class Permintaan:
    """One thing asked of an office; `poin` is what depends on it, `rujukan` where it stands in the book.

    kode: the questions that it serves, "21A/8".
    """

    opd: str
    isi: str
    poin: float
    rujukan: str
    kode: tuple[str, ...]


def daftar_pengamanan(lingkup: Lingkup, paling_banyak: int = PALING_BANYAK) -> Tampilan:
    """Return the five documents that most of the points already counted wait for."""
    keadaan = lingkup.keadaan
    ada = keadaan.hasil is not None and keadaan.hasil.terdukung is not None
    if not ada:
        kurang = (DATA_DUKUNG,) if keadaan.hasil is not None else (PENILAIAN, DATA_DUKUNG)
        return tanpa_data(_("Dokumen belum dicatat, jadi belum diketahui poin mana yang perlu diamankan."), *kurang)
    return _daftar(
        keadaan,
        permintaan_dokumen(lingkup),
        _("Satu poin bisa bergantung pada beberapa dokumen, jadi angkanya tidak untuk dijumlahkan."),
        _("Semua dokumen yang tercatat sudah lengkap."),
        paling_banyak,
    )


def daftar_tambahan(lingkup: Lingkup) -> Tampilan:
    """Return five questions with points still to be gained in this cycle, those that decide the category first."""
    keadaan, pertanyaan = lingkup.keadaan, _soal(lingkup)
    if pertanyaan is None or pertanyaan.empty:
        return tanpa_data(_("Nilai per pertanyaan tidak tersedia dalam buku data ini."), PENILAIAN)
    return _daftar(
        keadaan,
        permintaan_pertanyaan(keadaan, pertanyaan),
        _("Hanya pekerjaan yang memang dilakukan pada tahun yang dinilai boleh menambah poin."),
        _("Tidak ada poin yang tersisa."),
    )


def _soal(lingkup: Lingkup) -> pd.DataFrame | None:
    """Return the questions of a view; None where nothing of it was recorded."""
    return None if isinstance(lingkup, Paket) and lingkup.nilai is None else lingkup.soal


def _daftar(
    keadaan: Keadaan, permintaan: list[Permintaan], catatan: str, kosong: str, paling_banyak: int = PALING_BANYAK
) -> Tampilan:
    janji = _tenggat_rad(keadaan)
    baris = [
        {
            "opd": p.opd,
            "isi": p.isi,
            "poin": poin(p.poin),
            "tenggat": _sebut_tenggat(keadaan, [janji[k] for k in p.kode if k in janji]),
            "rujukan": p.rujukan,
        }
        for p in permintaan[:paling_banyak]
    ]
    teks = "\n".join(f"{b['opd']}: {b['isi']} ({b['poin']})" for b in baris) or kosong
    return potongan("permintaan", teks, baris=baris, catatan=catatan, kosong=kosong)


def _tenggat_rad(keadaan: Keadaan) -> dict[str, date]:
    """Return until when the RAD promises work on a question, where that day is still to come."""
    rad = keadaan.buku.rad
    if rad is None:
        return {}
    hasil: dict[str, date] = {}
    for r in rad[rad["status"] != "selesai"].itertuples(index=False):
        if r.pertanyaan is not None and r.tenggat is not None and r.tenggat >= keadaan.rapat.tanggal:
            kode = kode_pertanyaan(r.indikator, r.pertanyaan)
            hasil[kode] = min(r.tenggat, hasil.get(kode, r.tenggat))
    return hasil


def _sebut_tenggat(keadaan: Keadaan, janji: list[date]) -> str:
    """Return until when: what the RAD promises, at the latest the last day of the stage; nothing once that is over."""
    akhir = keadaan.rapat.tenggat
    if akhir is None or akhir < keadaan.rapat.tanggal:
        return ""
    return _("s.d. {tanggal}").format(tanggal=format_tanggal(min([akhir, *janji])))


def permintaan_dokumen(lingkup: Lingkup) -> list[Permintaan]:
    """Return the documents that are not complete and serve a question of the view, most points that wait first.

    A document's points are all that depend on it, in other klaster too: the same number as on its office's page.
    """
    keadaan, soal = lingkup.keadaan, _soal(lingkup)
    if soal is None:
        return []
    kode = set(kolom_kode(soal))
    hasil = [
        Permintaan(*_siapa_dan_apa(keadaan, b), b.poin, f"{_nomor(b)} · {daftar_pendek(list(b.kode), 3)}", b.kode)
        for b in keadaan.semua_pekerjaan
        if b.jenis in (DOKUMEN, PERIKSA) and b.poin and kode & {k for k, _poin in b.menunggu}
    ]
    return sorted(hasil, key=lambda p: (-p.poin, p.isi))


def _nomor(b: Pekerjaan) -> str:
    """Return the number of a piece of work with those of the actions that are the same work."""
    return ", ".join((b.id, *b.rad))


def _siapa_dan_apa(keadaan: Keadaan, b: Pekerjaan) -> tuple[str, str]:
    """Return who has to act and what to do; a document nobody looked at waits for us, not for its office."""
    kantor = keadaan.daerah.nama_opd(b.asal) if b.asal else _("Kantor belum dicatat")
    if b.jenis == PERIKSA:
        isi = _("periksa {judul} dari {kantor}").format(judul=b.teks, kantor=kantor)
        return keadaan.daerah.nama_opd(b.opd), isi
    kerja = _("lengkapi {judul}") if b.keadaan == "kurang" else _("cari atau siapkan {judul}")
    isi = kerja.format(judul=b.teks)
    return kantor, f"{isi}. {b.catatan}" if b.catatan else isi


def permintaan_pertanyaan(keadaan: Keadaan, pertanyaan: pd.DataFrame) -> list[Permintaan]:
    """Return the questions with points still available: those that decide the category, then by points.

    What only the next cycle can bring is left out, and so is what measures
    harm: there points could be won by counting fewer cases.
    """
    pertanyaan = pertanyaan[~kolom_kode(pertanyaan).isin(keadaan.nanti)]
    sisa = pertanyaan.assign(sisa=pertanyaan["nilai_maksimal"] - pertanyaan["nilai"].fillna(0))
    kabur = {(t.indikator, t.pertanyaan) for t in keadaan.instrumen.kepala.teks_ganda}
    jelas = [k not in kabur for k in zip(sisa["indikator"], sisa["pertanyaan"], strict=True)]
    sisa = sisa.loc[jelas]
    menentukan = kolom_kode(sisa).isin(keadaan.jarak.menentukan if keadaan.jarak else ())
    sisa = sisa.assign(menentukan=menentukan)[sisa["sisa"].round(2) > 0]
    sisa = sisa.sort_values(["menentukan", "sisa"], ascending=False, kind="stable")
    return [
        Permintaan(
            sebut_opd(keadaan, r.opd),
            (_("naikkan nilai: {label}") if r.nilai > 0 else _("mulai atau nilai: {label}")).format(
                label=sebut_pertanyaan(r.label, r.terbalik)
            ),
            float(r.sisa),
            kode_pertanyaan(r.indikator, r.pertanyaan),
            (kode_pertanyaan(r.indikator, r.pertanyaan),),
        )
        for r in sisa.itertuples(index=False)
        if not (merugikan(r) or mungkin_merugikan(r))
    ]
