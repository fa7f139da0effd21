"""Say what the plan does to the chance, and what a chance of eight or nine out of ten would cost."""

from kla_lib.bahasa import _, format_angka
from kla_lib.scoring.jalur_hasil import Rencana
from kla_lib.scoring.jalur_kalimat import sebut_rupiah
from kla_lib.scoring.sebut_peluang import sebut_peluang
from kla_lib.views.jalur import Kurva, Tingkat, rencana_of
from kla_lib.views.konteks import Konteks
from kla_lib.views.peluang import sebut_dari_seratus
from kla_lib.views.tampilan import Tampilan, potongan

KECIL = 0.005
"""A rise of a chance below it is called none."""


def kalimat_biaya_peluang(konteks: Konteks) -> Tampilan:
    """Return what `chart_biaya_peluang` shows in sentences; nothing where it has nothing to draw."""
    rencana = rencana_of(konteks)
    if rencana is None or rencana.kurva is None or rencana.kurva.mendatar:
        return Tampilan("", "")
    kalimat = kalimat_kurva(rencana.lengkap, rencana.kurva)
    return potongan("paragraf", "\n".join(kalimat), paragraf=kalimat)


def kalimat_kurva(r: Rencana, kurva: Kurva) -> list[str]:
    """Return what the plan does to the chance, and what eight and nine out of ten would cost."""
    nama = kurva.kategori.nama
    kalimat = []
    if kurva.kategori.id != r.sasaran.id:
        pola = (
            _("Karena peluang {sasaran} kurang dari 1 dari 10, biaya dan peluang diukur pada {kategori}.")
            if r.nilai_em > r.sasaran.besaran
            else _("Karena {sasaran} belum terjangkau, biaya dan peluang diukur pada {kategori}.")
        )
        kalimat.append(pola.format(sasaran=r.sasaran.nama, kategori=nama))
    if r.kegiatan:
        kalimat.append(_sebut_naik(r, kurva))
    return [*kalimat, *(_sebut_tingkat(kurva, t) for t in _tingkat_penting(r, kurva))]


def _sebut_naik(r: Rencana, kurva: Kurva) -> str:
    """Return what the plan adds to the chance; the chance itself where the plan's sentence does not say it."""
    naik = kurva.peluang.besaran - kurva.tanpa_kegiatan
    sama = kurva.kategori.id == r.sasaran.id
    if naik < KECIL:
        pola = (
            _("Rencana ini hampir tidak mengubah peluang {kategori}.")
            if sama
            else _("Rencana ini hampir tidak mengubah peluang {kategori}: {peluang}.")
        )
    else:
        pola = (
            _("Rencana ini menaikkan peluang {kategori} kira-kira {naik}.")
            if sama
            else _("Rencana ini menaikkan peluang {kategori} kira-kira {naik}, menjadi {peluang}.")
        )
    return pola.format(
        kategori=kurva.kategori.nama,
        naik=sebut_dari_seratus(naik),
        peluang=sebut_peluang(kurva.peluang.besaran, kurva.rentang),
    )


def _tingkat_penting(r: Rencana, kurva: Kurva) -> list[Tingkat]:
    """Return the levels to speak of: not the plan's own, and none above one that is out of reach."""
    terjangkau = [t for t in kurva.tingkat if t.banyak is not None]
    penting = [*terjangkau, *kurva.tingkat[len(terjangkau) : len(terjangkau) + 1]]
    sendiri = r.diminta if kurva.kategori.id == r.sasaran.id else None
    return [t for t in penting if t.diminta != sendiri]


def _sebut_tingkat(kurva: Kurva, t: Tingkat) -> str:
    isi = {
        "kategori": kurva.kategori.nama,
        "diminta": format_angka(10 * t.diminta, 0),
        "tertinggi": _sebut_tertinggi(kurva.kemungkinan.tertinggi, t.diminta),
    }
    if t.banyak is None:
        return _(
            "Tidak ada pilihan kegiatan tercatat yang membuat peluang {kategori} {diminta} dari 10; "
            "yang tertinggi {tertinggi}."
        ).format(**isi)
    if not t.banyak:
        return _("Peluang {kategori} {diminta} dari 10 sudah ada tanpa kegiatan.").format(**isi)
    isi |= {"biaya": sebut_rupiah(t.biaya), "n": str(t.banyak), "peluang": sebut_peluang(t.peluang)}
    if kurva.tanpa_biaya:
        return _(
            "Pilihan termurah untuk peluang {kategori} {diminta} dari 10: {n} kegiatan (pada undian baru {peluang})."
        ).format(**isi)
    return _(
        "Pilihan termurah untuk peluang {kategori} {diminta} dari 10: {n} kegiatan, {biaya} "
        "(pada undian baru {peluang})."
    ).format(**isi)


def _sebut_tertinggi(tertinggi: float, diminta: float) -> str:
    """Return the largest chance there is; one that would be said with the words of the chance asked for is near it."""
    kata = sebut_peluang(tertinggi)
    return _("sedikit di bawah itu") if kata == sebut_peluang(diminta) else kata
