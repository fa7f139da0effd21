"""Set points against outcomes: where points rise and children feel nothing, and where they do without points."""

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.scoring.indeks.perubahan import TANPA_PERUBAHAN, TANPA_POIN, PoinCapaian
from kla_lib.views.indeks.capaian import sebut_arah_capaian
from kla_lib.views.rupa.sebutan import sebut_jenis_sumber
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, daftar_berbutir, paragraf, tabel, tumpuk


def poin_dan_capaian(lingkup: Lingkup) -> Tampilan:
    """Return the two lists, and by which rule; nothing without marks or without measurements."""
    anak = lingkup.keadaan.anak
    milik = anak.poin_milik(lingkup)
    if not any(p.gerak for p in milik):
        return Tampilan("", "")
    bagian = []
    for daftar, judul, tanpa in (
        (TANPA_PERUBAHAN, _("Poin tanpa perubahan bagi anak"), _("Poin tanpa perubahan bagi anak: tidak ada.")),
        (TANPA_POIN, _("Perubahan tanpa poin"), _("Perubahan tanpa poin: tidak ada.")),
    ):
        butir = [_butir(lingkup, p) for p in milik if p.daftar == daftar]
        bagian.append(daftar_berbutir(butir, judul) if butir else paragraf(tanpa))
    batas = anak.aturan.bagian_poin
    catatan = _(
        "Masuk daftar pertama bila poinnya mulai {tinggi} dan capaiannya tetap atau memburuk; daftar kedua bila di "
        "bawah {rendah} dan capaiannya membaik. Batas ini anggapan (params/capaian.yaml)."
    ).format(tinggi=_persen(batas.tinggi), rendah=_persen(batas.rendah))
    return tumpuk(*bagian, catatan_kaki(catatan))


def tabel_poin_capaian(lingkup: Lingkup) -> Tampilan:
    """Return every indikator that has measurements, with its points and where its outcomes go."""
    kolom = [
        Kolom("indikator", _("Indikator")),
        Kolom("poin", _("Poin"), angka=True),
        Kolom("lengkap", _("Berdokumen lengkap"), angka=True),
        Kolom("arah", _("Capaian bagi anak")),
    ]
    baris = [
        {
            "indikator": _nama(lingkup, p),
            "poin": _("belum dinilai") if p.bagian is None else _persen(p.bagian),
            "lengkap": _("belum dicatat") if p.terdukung is None else _persen(p.terdukung),
            "arah": _arah(p),
        }
        for p in lingkup.keadaan.anak.poin_milik(lingkup)
        if p.gerak
    ]
    if not baris:
        return Tampilan("", "")
    return tabel(_("Poin dan capaian per indikator"), kolom, baris, "", "poin-capaian")


def _butir(lingkup: Lingkup, p: PoinCapaian) -> str:
    poin = _("{bagian} poinnya terisi").format(bagian=_persen(p.bagian or 0.0))
    return f"{_nama(lingkup, p)}: {poin}; {_arah(p)}"


def _arah(p: PoinCapaian) -> str:
    """Return where the outcomes go, each measure that has a good end with its own word."""
    ukuran = [
        f"{g.ukuran} ({sebut_jenis_sumber(g.jenis_sumber)}) {sebut_arah_capaian(g.arah)}"
        for g in p.gerak
        if g.naik_baik is not None
    ]
    return ", ".join(ukuran) or sebut_arah_capaian(p.arah)


def _nama(lingkup: Lingkup, p: PoinCapaian) -> str:
    i = lingkup.keadaan.instrumen.indikator
    nama = i.loc[i["indikator"] == p.indikator, "nama_pendek"].iloc[0]
    return f"{p.indikator} {_(nama)}"


def _persen(bagian: float) -> str:
    return f"{format_angka(100 * bagian, 0)} %"
