"""Say where the klaster of one session stand, and what the whole meeting stands at."""

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import DATA_DUKUNG, PENILAIAN, RAD
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.rapat import Sesi
from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA
from kla_lib.views.indeks.capaian import lanjutan_tanpa_nilai
from kla_lib.views.isi.permintaan import daftar_pengamanan
from kla_lib.views.nilai.chart_bagian import chart_semua_klaster
from kla_lib.views.nilai.jarak import kalimat_jarak
from kla_lib.views.nilai.kalimat import kalimat_peluang
from kla_lib.views.perkiraan.perkiraan import kalimat_perkiraan, tanpa_perkiraan
from kla_lib.views.rapat.sesi import sebut_klaster
from kla_lib.views.rupa.sebutan import poin, sebut_pertanyaan
from kla_lib.views.rupa.tampilan import Tampilan, daftar_berbutir, paragraf, pernyataan, tanpa_data, tanpa_isi, tumpuk
from kla_lib.views.rupa.tema import Chart

DOKUMEN_PALING_BANYAK, NANTI_PALING_BANYAK = 10, 5


def dokumen_teratas(lingkup: Lingkup) -> Tampilan:
    """Return the ten documents that most recorded points of these klaster wait for; final marks wait for none."""
    hasil = lingkup.keadaan.hasil
    if hasil is not None and hasil.tahap == "vf":
        return tanpa_isi(_("Nilai ini nilai akhir, jadi tidak ada lagi dokumen yang mengubahnya."))
    return daftar_pengamanan(lingkup, DOKUMEN_PALING_BANYAK)


def tak_terhitung(lingkup: Lingkup) -> Tampilan:
    """Return the questions of these klaster whose missing points only the next cycle can bring, most points first."""
    keadaan = lingkup.keadaan
    h = keadaan.hasil
    if h is None:
        return tanpa_data(
            _("Nilai belum dicatat, jadi belum diketahui poin mana yang lepas dari siklus ini."), PENILAIAN
        )
    if h.tahap == "vf":
        return tanpa_isi(_("Nilai ini nilai akhir: poin yang belum didapat baru bisa diraih pada siklus berikutnya."))
    if h.terdukung is None and keadaan.buku.rad is None:
        return tanpa_data(
            _("Dokumen dan RAD belum dicatat, jadi belum diketahui poin mana yang lepas dari siklus ini."),
            DATA_DUKUNG,
            RAD,
        )
    c = keadaan.celah
    c = c[(c["jenis"] == SIKLUS_BERIKUTNYA) & c["klaster"].map(lingkup.memuat_klaster) & (c["celah"].round(2) > 0)]
    if c.empty:
        return tanpa_isi(_("Belum ada poin yang dinyatakan lepas dari siklus ini."))
    c = c.sort_values("celah", ascending=False, kind="stable")
    butir = [
        f"{kode_pertanyaan(r.indikator, r.pertanyaan)} {sebut_pertanyaan(r.label, r.terbalik)} ({poin(r.celah)})"
        for r in c.head(NANTI_PALING_BANYAK).itertuples(index=False)
    ]
    lebih = len(c) - len(butir)
    if lebih > 0:
        butir.append(_("dan {n} pertanyaan lain").format(n=lebih))
    kalimat = _("{n} pertanyaan baru bisa dihitung pada siklus berikutnya; poinnya di siklus ini tidak dikejar.")
    kalimat = kalimat.format(n=len(c))
    return tumpuk(paragraf(kalimat), daftar_berbutir(butir))


def kalimat_posisi(keadaan: Keadaan, sesi: Sesi) -> Tampilan:
    """Return the first lines of a session's page: the meeting's sentence, its own points, the city's range."""
    if keadaan.hasil is None:
        return pernyataan(kalimat_jarak(keadaan), lanjutan_tanpa_nilai(keadaan))
    sendiri = len(sesi.klaster) < len(keadaan.instrumen.klaster)
    akhir = _("Ini bukan nilai resmi.") if keadaan.hasil.tahap != "vf" else tanpa_perkiraan(keadaan)
    peluang = kalimat_peluang(keadaan, keadaan.rapat.sasaran)
    kota = " ".join(filter(None, [kalimat_perkiraan(keadaan), peluang, akhir]))
    return pernyataan(kalimat_jarak(keadaan), [*([utama_sesi(keadaan, sesi)] if sendiri else []), kota])


def utama_sesi(keadaan: Keadaan, sesi: Sesi) -> str:
    """Return how many points these klaster have together, and how many are backed by complete documents."""
    nama = sebut_klaster(keadaan, sesi.klaster)
    if keadaan.hasil is None:
        return _("Nilai {klaster} belum dicatat dalam buku data.").format(klaster=nama)
    k = keadaan.hasil.klaster
    k = k[k["klaster"].isin(sesi.klaster)]
    if k["nilai"].isna().all():
        return _("Nilai {klaster} belum dicatat dalam buku data.").format(klaster=nama)
    isi = {
        "klaster": nama,
        "nilai": format_angka(round(float(k["nilai"].sum()), 2)),
        "maks": format_angka(float(k["nilai_maksimal"].sum())),
    }
    if keadaan.hasil.tahap == "vf":
        kalimat = _("{klaster}: {nilai} dari {maks} poin diberikan.").format(**isi)
    elif keadaan.hasil.terdukung is None:
        kalimat = _("{klaster}: {nilai} dari {maks} poin terisi; dokumen belum dicatat.").format(**isi)
    else:
        lengkap = format_angka(round(float(k["lengkap"].sum()), 2))
        kalimat = _("{klaster}: {nilai} dari {maks} poin terisi; {lengkap} berdokumen lengkap.").format(
            **isi, lengkap=lengkap
        )
    kosong = list(k.loc[k["nilai"].isna(), "klaster"])
    if kosong:
        kalimat += " " + _("Belum dicatat: {klaster}.").format(klaster=sebut_klaster(keadaan, kosong))
    return kalimat


def chart_posisi(keadaan: Keadaan, sesi: Sesi) -> Chart:
    """Draw the points of the session's klaster, all on one scale."""
    return chart_semua_klaster(keadaan, sesi.klaster)


def poin_belum_aman(keadaan: Keadaan, klaster: str) -> float:
    """Return the points of a klaster that are at stake: all that complete documents do not back yet.

    Without documents those not recorded; without marks all of the klaster's.
    """
    maks = float(keadaan.instrumen.klaster_of(klaster).nilai_maksimal)
    h = keadaan.hasil
    if h is None:
        return maks
    baris = h.klaster.loc[h.klaster["klaster"] == klaster].iloc[0]
    aman = baris["nilai"] if h.terdukung is None else baris["lengkap"]
    return maks if pd.isna(aman) else max(0.0, maks - float(aman))
