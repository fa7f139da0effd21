"""Say whether other weights of the klaster, within reason, would change the category."""

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.rules.tahap import sebut_tahap_pendek
from kla_lib.scoring.bobot import KotakBobot, kotak_bobot, selang_bobot
from kla_lib.views.konteks import Konteks


def kalimat_bobot(konteks: Konteks) -> list[str]:
    """Return whether reasonable weights keep the category of the recorded points, or which one does not.

    The latter with the interval that keeps it.  Empty without marks.  A klaster without points
    is named: weights of what is not known cannot be tried.
    """
    h = konteks.hasil
    if h is None:
        return []
    kosong = [konteks.instrumen.klaster_of(k).judul_pendek for k in h.klaster.loc[h.klaster["nilai"].isna(), "klaster"]]
    if kosong:
        return [_("Bobot: belum bisa diuji, karena {daftar} belum dinilai.").format(daftar=gabung(kosong))]
    klaster = list(h.klaster["klaster"])
    nilai, maks = (h.klaster[kolom].to_numpy(dtype=float) for kolom in ("nilai", "nilai_maksimal"))
    kotak = kotak_bobot(klaster, nilai, maks, konteks.kategori, konteks.verifikasi.kotak_bobot)
    kalimat = [_jawaban(konteks, kotak)]
    if kotak.sendiri:
        selang = {s.klaster: s for s in selang_bobot(klaster, nilai, maks, konteks.kategori)}
        kalimat += [
            _(
                "{klaster}: kategorinya tetap selama bobotnya antara {bawah} dan {atas} dari 100; di form {bobot}."
            ).format(
                klaster=konteks.instrumen.klaster_of(k).judul_pendek,
                bawah=_dari_seratus(selang[k].terendah),
                atas=_dari_seratus(selang[k].tertinggi),
                bobot=_dari_seratus(selang[k].bobot),
            )
            for k in kotak.sendiri
        ]
    kalimat.append(
        _(
            "Yang dicoba: bobot tiap klaster sampai {lebar} dari 100 bagian lebih ringan atau lebih berat; "
            "nilai {tahap} menjadi antara {terendah} dan {tertinggi}. Ini simulasi, bukan nilai resmi."
        ).format(
            lebar=format_angka(100 * kotak.lebar, 0),
            tahap=sebut_tahap_pendek(h.tahap),
            terendah=format_angka(kotak.terendah),
            tertinggi=format_angka(kotak.tertinggi),
        )
    )
    return kalimat


def _jawaban(konteks: Konteks, kotak: KotakBobot) -> str:
    h = konteks.hasil
    if h is None:
        raise ValueError("no marks, so no weights")
    if not kotak.mengubah:
        return _("Bobot: tidak ada bobot yang wajar mengubah kategori ini ({kategori}).").format(
            kategori=konteks.kategori.nama(h.kategori)
        )
    lain = _(" atau ").join(konteks.kategori.nama(k) for k in kotak.kategori if k != h.kategori)
    if not kotak.sendiri:
        return _(
            "Bobot: tidak ada satu bobot wajar yang sendirian mengubah kategori ini ({kategori}); "
            "beberapa sekaligus bisa menjadikannya {lain}."
        ).format(kategori=konteks.kategori.nama(h.kategori), lain=lain)
    return _("Bobot: {daftar} bisa mengubah kategori ini ({kategori}) menjadi {lain}.").format(
        daftar=gabung([konteks.instrumen.klaster_of(k).judul_pendek for k in kotak.sendiri]),
        kategori=konteks.kategori.nama(h.kategori),
        lain=lain,
    )


def _dari_seratus(bagian: float) -> str:
    return format_angka(100 * bagian, 1)
