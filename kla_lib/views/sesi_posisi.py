"""Say where the klaster of one session stand, and what the whole meeting stands at."""

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.rules.rapat import Sesi
from kla_lib.views.chart_bagian import chart_semua_klaster
from kla_lib.views.kalimat import kalimat_jarak, utama_rapat
from kla_lib.views.konteks import Konteks
from kla_lib.views.perkiraan import kalimat_perkiraan, tanpa_perkiraan
from kla_lib.views.sesi import sebut_klaster
from kla_lib.views.tampilan import Tampilan, potongan
from kla_lib.views.tema import Chart


def kalimat_posisi(konteks: Konteks, sesi: Sesi) -> Tampilan:
    """Return the first lines of a session's page: its own points, then the city's total with the range."""
    sendiri = len(sesi.klaster) < len(konteks.instrumen.klaster)
    utama = utama_sesi(konteks, sesi) if sendiri else utama_rapat(konteks)
    lanjutan = [utama_rapat(konteks)] if sendiri else []
    if konteks.hasil is None:
        lanjutan.append(tanpa_perkiraan(konteks))
    else:
        akhir = _("Ini bukan nilai resmi.") if konteks.hasil.tahap != "vf" else tanpa_perkiraan(konteks)
        lanjutan += [" ".join(filter(None, [kalimat_perkiraan(konteks), kalimat_jarak(konteks), akhir]))]
    return potongan("kalimat", "\n".join([utama, *lanjutan]), utama=utama, lanjutan=lanjutan)


def utama_sesi(konteks: Konteks, sesi: Sesi) -> str:
    """Return how many points these klaster have together, and how many are backed by complete documents."""
    nama = sebut_klaster(konteks, sesi.klaster)
    if konteks.hasil is None:
        return _("Nilai {klaster} belum dicatat dalam buku data.").format(klaster=nama)
    k = konteks.hasil.klaster
    k = k[k["klaster"].isin(sesi.klaster)]
    if k["nilai"].isna().all():
        return _("Nilai {klaster} belum dicatat dalam buku data.").format(klaster=nama)
    isi = {
        "klaster": nama,
        "nilai": format_angka(round(float(k["nilai"].sum()), 2)),
        "maks": format_angka(float(k["nilai_maksimal"].sum())),
    }
    if konteks.hasil.tahap == "vf":
        kalimat = _("{klaster}: {nilai} dari {maks} poin diberikan.").format(**isi)
    elif konteks.hasil.terdukung is None:
        kalimat = _("{klaster}: {nilai} dari {maks} poin terisi; dokumen belum dicatat.").format(**isi)
    else:
        lengkap = format_angka(round(float(k["lengkap"].sum()), 2))
        kalimat = _("{klaster}: {nilai} dari {maks} poin terisi; {lengkap} berdokumen lengkap.").format(
            **isi, lengkap=lengkap
        )
    kosong = list(k.loc[k["nilai"].isna(), "klaster"])
    if kosong:
        kalimat += " " + _("Belum dicatat: {klaster}.").format(klaster=sebut_klaster(konteks, kosong))
    return kalimat


def chart_posisi(konteks: Konteks, sesi: Sesi) -> Chart:
    """Draw the points of the session's klaster, all on one scale."""
    return chart_semua_klaster(konteks, sesi.klaster)


def poin_belum_aman(konteks: Konteks, klaster: str) -> float:
    """Return the points of a klaster that are at stake: all that complete documents do not back yet.

    Without documents those not recorded; without marks all of the klaster's.
    """
    maks = float(konteks.instrumen.klaster_of(klaster).nilai_maksimal)
    h = konteks.hasil
    if h is None:
        return maks
    baris = h.klaster.loc[h.klaster["klaster"] == klaster].iloc[0]
    aman = baris["nilai"] if h.terdukung is None else baris["lengkap"]
    return maks if pd.isna(aman) else max(0.0, maks - float(aman))
