"""Show where RAD and form do not meet: actions without a question, questions without an action."""

import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.scoring.rad import KegiatanRad
from kla_lib.scoring.rad_celah import pertanyaan_tanpa_kegiatan
from kla_lib.views.celah import sebut_jenis_celah
from kla_lib.views.konteks import Konteks
from kla_lib.views.paket import Paket
from kla_lib.views.rad_pilih import Klaster, klaster_of, konteks_of, kosong_rad, pilih_rad
from kla_lib.views.rad_sebutan import sebut_keadaan, sebut_pilar, sebut_uraian
from kla_lib.views.sebutan import dari, poin, sebut_opd, sebut_pertanyaan
from kla_lib.views.tampilan import Kolom, Tampilan, potongan, tabel


def tabel_tanpa_pertanyaan(sumber: Konteks | Paket, klaster: Klaster = None) -> Tampilan:
    """Return the actions that serve no question of the form, so that no points can be told of them."""
    daftar = pilih_rad(sumber, klaster)
    return _tabel_kegiatan(
        _("Kegiatan RAD yang tidak menyebut pertanyaan"),
        konteks_of(sumber),
        [k for k in daftar or [] if k.tanpa_pertanyaan],
        _("Setiap kegiatan RAD menyebut pertanyaan yang dilayaninya.") if daftar else kosong_rad(sumber, klaster),
    )


def tabel_rad_berikutnya(sumber: Konteks | Paket, klaster: Klaster = None) -> Tampilan:
    """Return the actions that can add nothing to the evaluated year: they count from the next cycle on."""
    daftar = pilih_rad(sumber, klaster)
    return _tabel_kegiatan(
        _("Kegiatan RAD yang baru berarti bagi siklus berikutnya"),
        konteks_of(sumber),
        [k for k in daftar or [] if k.siklus_berikutnya],
        _("Tidak ada kegiatan RAD yang dinyatakan milik siklus berikutnya.") if daftar else kosong_rad(sumber, klaster),
    )


def _tabel_kegiatan(judul: str, konteks: Konteks, daftar: list[KegiatanRad], kosong: str) -> Tampilan:
    kolom = [
        Kolom("kegiatan", _("Kegiatan")),
        Kolom("opd", _("Kantor")),
        Kolom("pilar", _("Pilar")),
        Kolom("keadaan", _("Keadaan")),
    ]
    baris = [
        {
            "kegiatan": sebut_uraian(k),
            "opd": konteks.daerah.nama_opd(k.opd),
            "pilar": sebut_pilar(k.pilar),
            "keadaan": sebut_keadaan(k),
        }
        for k in daftar
    ]
    return tabel(judul, kolom, baris, kosong)


def tabel_tanpa_kegiatan(sumber: Konteks | Paket, klaster: Klaster = None, banyak: int = 10) -> Tampilan:
    """Return the questions with points missing that no action of the RAD works on, those of this cycle first.

    banyak: how many to list; the rest are counted with their points below.
    """
    konteks, klaster = konteks_of(sumber), klaster_of(sumber, klaster)
    p = _pertanyaan(konteks, klaster)
    kolom = [
        Kolom("kode", _("Kode")),
        Kolom("label", _("Pertanyaan")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("sisa", _("Poin tersisa"), angka=True),
        Kolom("jenis", _("Jenis celah")),
        Kolom("opd", _("Kantor")),
    ]
    baris = [
        {
            "kode": f"{r.indikator}/{r.pertanyaan}",
            "label": sebut_pertanyaan(r.label, r.terbalik),
            "nilai": dari(r.nilai, r.nilai_maksimal) if pd.notna(r.nilai) else _("belum dinilai"),
            "sisa": format_angka(r.sisa),
            "jenis": sebut_jenis_celah(r.jenis),
            "opd": sebut_opd(konteks, r.opd),
        }
        for r in ([] if p is None else p.head(banyak).itertuples(index=False))
    ]
    t = tabel(_("Pertanyaan yang belum punya kegiatan RAD"), kolom, baris, _kosong(konteks, klaster), "rad")
    if p is None or len(p) <= banyak:
        return t
    pesan = _("{n} pertanyaan lagi ({poin}) belum punya kegiatan RAD; tidak ditampilkan di sini.").format(
        n=len(p) - banyak, poin=poin(p["sisa"].iloc[banyak:].sum())
    )
    return Tampilan(t.html + potongan("catatan", pesan, pesan=pesan).html, f"{t.teks}\n{pesan}")


def _pertanyaan(konteks: Konteks, klaster: Klaster) -> pd.DataFrame | None:
    """Return the questions of some klaster; None where they are not known, or no longer open."""
    if konteks.hasil is None or konteks.hasil.tahap == "vf":
        return None
    p = pertanyaan_tanpa_kegiatan(konteks.buku, konteks.hasil)
    return p if p is None or klaster is None else p[p["klaster"].isin(klaster)]


def _kosong(konteks: Konteks, klaster: Klaster) -> str:
    """Return why no question is listed; "none is left" is said only where every question is known."""
    h = konteks.hasil
    if h is None:
        return _("Nilai belum dicatat dalam buku data, jadi belum diketahui pertanyaan mana yang masih kurang.")
    if h.tahap == "vf":
        return _("Nilai ini nilai akhir: tidak ada yang bisa ditambahkan dalam siklus ini.")
    if konteks.buku.rad is None:
        return kosong_rad(konteks)
    p = h.pertanyaan if klaster is None else h.pertanyaan[h.pertanyaan["klaster"].isin(klaster)]
    if p.empty or (p["nilai"].isna() & p["tercatat"]).any():
        return _("Nilai per pertanyaan tidak tersedia dalam buku data ini.")
    return _("Setiap pertanyaan yang poinnya kurang sudah punya kegiatan RAD.")
