"""List what is asked of the offices today: documents that secure points, questions that can add some."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd

from kla_lib.bahasa import _, format_tanggal
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.rules.form.kode import kode_pertanyaan, kolom_kode
from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA, jenis_celah
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.pekerjaan.kebutuhan import PEMERIKSA
from kla_lib.views.rupa.sebutan import daftar_pendek, poin, sebut_opd, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Tampilan, potongan

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


def daftar_pengamanan(
    sumber: Keadaan | Paket, klaster: Sequence[str] | None = None, paling_banyak: int = PALING_BANYAK
) -> Tampilan:
    """Return the five documents that most of the points already counted wait for.

    klaster: ids, only their questions; all without.
    """
    keadaan, pertanyaan = _milik(sumber, klaster)
    ada = keadaan.hasil is not None and keadaan.hasil.terdukung is not None
    permintaan = permintaan_dokumen(keadaan, pertanyaan) if ada and pertanyaan is not None else []
    return _daftar(
        keadaan,
        permintaan,
        _("Satu poin bisa bergantung pada beberapa dokumen, jadi angkanya tidak untuk dijumlahkan."),
        _("Semua dokumen yang tercatat sudah lengkap.")
        if ada
        else _("Dokumen belum dicatat, jadi belum diketahui poin mana yang perlu diamankan."),
        paling_banyak,
    )


def daftar_tambahan(sumber: Keadaan | Paket, klaster: Sequence[str] | None = None) -> Tampilan:
    """Return the five questions with most points still to be gained in this cycle.

    klaster: ids, only their questions; all without.
    """
    keadaan, pertanyaan = _milik(sumber, klaster)
    ada = pertanyaan is not None and not pertanyaan.empty
    permintaan = permintaan_pertanyaan(keadaan, pertanyaan) if ada and pertanyaan is not None else []
    return _daftar(
        keadaan,
        permintaan,
        _("Hanya pekerjaan yang memang dilakukan pada tahun yang dinilai boleh menambah poin."),
        _("Tidak ada poin yang tersisa.") if ada else _("Nilai per pertanyaan tidak tersedia dalam buku data ini."),
    )


def _milik(sumber: Keadaan | Paket, klaster: Sequence[str] | None = None) -> tuple[Keadaan, pd.DataFrame | None]:
    if isinstance(sumber, Paket):
        return sumber.keadaan, sumber.pertanyaan if sumber.nilai is not None else None
    semua = None if sumber.hasil is None else sumber.hasil.pertanyaan
    return sumber, semua if semua is None or klaster is None else semua[semua["klaster"].isin(klaster)]


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


def permintaan_dokumen(keadaan: Keadaan, pertanyaan: pd.DataFrame) -> list[Permintaan]:
    """Return the documents that are not complete, by the recorded points that wait for them."""
    buku = keadaan.buku
    if buku.data_dukung is None or buku.dokumen_pertanyaan is None:
        return []
    tunggu = pertanyaan.loc[pertanyaan["status"] != LENGKAP, ["indikator", "pertanyaan", "nilai"]]
    milik = buku.dokumen_pertanyaan.merge(tunggu, on=["indikator", "pertanyaan"])
    bergantung = milik.groupby("id_dokumen")["nilai"].sum()
    kode = kolom_kode(milik).groupby(milik["id_dokumen"]).agg(list)
    dokumen = buku.data_dukung[buku.data_dukung["status"] != LENGKAP].set_index("id_dokumen")
    hasil = [
        Permintaan(
            *_siapa_dan_apa(keadaan, d),
            float(bergantung[id_dokumen]),
            f"{id_dokumen} · {daftar_pendek(kode[id_dokumen], 3)}",
            tuple(kode[id_dokumen]),
        )
        for id_dokumen, d in dokumen.iterrows()
        if bergantung.get(id_dokumen, 0.0) > 0
    ]
    return sorted(hasil, key=lambda p: (-p.poin, p.isi))


def _siapa_dan_apa(keadaan: Keadaan, d: pd.Series) -> tuple[str, str]:
    """Return who has to act and what to do; a document nobody looked at waits for us, not for its office."""
    kantor = keadaan.daerah.nama_opd(d["opd"]) if d["opd"] else _("Kantor belum dicatat")
    if d["status"] == "belum_diperiksa":
        return keadaan.daerah.nama_opd(PEMERIKSA), _("periksa {judul} dari {kantor}").format(
            judul=d["judul"], kantor=kantor
        )
    kerja = _("lengkapi {judul}") if d["status"] == "kurang" else _("cari atau siapkan {judul}")
    isi = kerja.format(judul=d["judul"])
    return kantor, f"{isi}. {d['catatan']}" if d["catatan"] else isi


def permintaan_pertanyaan(keadaan: Keadaan, pertanyaan: pd.DataFrame) -> list[Permintaan]:
    """Return the questions with most points still available; what only the next cycle can bring is left out."""
    jenis = jenis_celah(keadaan.buku)
    nanti = jenis[jenis["jenis"] == SIKLUS_BERIKUTNYA]
    kode = set(zip(nanti["indikator"], nanti["pertanyaan"], strict=True))
    bisa = [k not in kode for k in zip(pertanyaan["indikator"], pertanyaan["pertanyaan"], strict=True)]
    pertanyaan = pertanyaan[bisa]
    sisa = pertanyaan.assign(sisa=pertanyaan["nilai_maksimal"] - pertanyaan["nilai"].fillna(0))
    kabur = {(t.indikator, t.pertanyaan) for t in keadaan.instrumen.kepala.teks_ganda}
    jelas = [k not in kabur for k in zip(sisa["indikator"], sisa["pertanyaan"], strict=True)]
    sisa = sisa.loc[jelas]
    sisa = sisa[sisa["sisa"].round(2) > 0].sort_values("sisa", ascending=False, kind="stable")
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
    ]
