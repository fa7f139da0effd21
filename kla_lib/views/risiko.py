"""Show in a pack what of its points may be lost on the way to the final score, and which documents they hang on."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from kla_lib.bahasa import _, format_angka
from kla_lib.scoring.nilai import Induk, Larik
from kla_lib.scoring.susunan import Susunan, keadaan_of
from kla_lib.scoring.undian import bagian_per_keadaan
from kla_lib.scoring.verifikasi import ACUAN, langkah_tersisa, undi_kota
from kla_lib.views.konteks import Konteks
from kla_lib.views.paket import Paket
from kla_lib.views.peluang import sebut_antara
from kla_lib.views.perkiraan import tanpa_perkiraan
from kla_lib.views.sebutan import daftar_pendek, poin
from kla_lib.views.tampilan import Tampilan, potongan

PALING_BANYAK = 3


@dataclass(frozen=True)
class RisikoDokumen:
    """What of the klaster's final points (poin) is lost if one document, on which `kode` hangs, is not there."""

    id_dokumen: str
    kode: tuple[str, ...]
    hilang: float


@dataclass(frozen=True)
class Risiko:
    """The points of one klaster that may be lost (poin).

    nilai: recorded.  hilang: mean loss under the main mix; rentang: lowest and
    highest over the assumed mixes.  dokumen: most points first.
    """

    nilai: float
    hilang: float
    rentang: tuple[float, float]
    dokumen: tuple[RisikoDokumen, ...]


def risiko_of(paket: Paket) -> Risiko | None:
    """Return the risk of a klaster; None without points in it, and where nothing is left to forecast.

    Offices and questions scatter around the drawn share of the city without
    moving its mean, so means need no draws of them: a pack has its answer at
    once, the same as the summary's to a fraction of a point.
    """
    s = paket.konteks.susunan
    if s is None or not paket.nilai:
        return None
    rata = _rata_rata(paket.konteks)
    milik = np.flatnonzero([k == paket.klaster.id for k in s.klaster])
    hilang = {nama: _hilang(s, milik, r) for nama, r in rata.items()}
    return Risiko(
        paket.nilai,
        hilang[ACUAN],
        (min(hilang.values()), max(hilang.values())),
        _dokumen(s, milik, rata[ACUAN]),
    )


def risiko_klaster(paket: Paket) -> Tampilan:
    """Return in two lines what is at risk in this klaster, and the documents that most of it hangs on."""
    r = risiko_of(paket)
    if r is None:
        pesan = _("Belum ada poin yang tercatat di klaster ini.")
        if paket.konteks.susunan is None:
            pesan = tanpa_perkiraan(paket.konteks)
        return potongan("kosong", pesan, pesan=pesan)
    kalimat = kalimat_risiko(r)
    baris = [_baris(paket.konteks, d) for d in r.dokumen[:PALING_BANYAK]]
    catatan = _("Poin di ujung baris: yang hilang bila dokumen itu ternyata tidak ada.")
    kosong = _("Dokumen klaster ini belum dicatat, jadi belum diketahui dokumen mana yang paling menentukan.")
    atas = potongan("paragraf", "\n".join(kalimat), paragraf=kalimat)
    teks = "\n".join(f"{b['opd']}: {b['isi']} ({b['poin']})" for b in baris) or kosong
    daftar = potongan("permintaan", teks, baris=baris, catatan=catatan, kosong=kosong)
    return Tampilan(atas.html + daftar.html, f"{atas.teks}\n{daftar.teks}")


def kalimat_risiko(risiko: Risiko) -> list[str]:
    """Return how many points may be lost, with the span over the assumptions, and what that is."""
    r = risiko
    hilang = format_angka(r.hilang, 0)
    pola = _("Dari {nilai} poin yang tercatat di sini, kira-kira {hilang} diperkirakan hilang sampai nilai akhir")
    utama = pola.format(nilai=format_angka(r.nilai), hilang=hilang)
    bawah, atas = (format_angka(x, 0) for x in r.rentang)
    if bawah != atas:
        utama += " " + _("(bisa {antara}, tergantung anggapan)").format(antara=sebut_antara(*r.rentang))
    return [
        f"{utama}.",
        _(
            "Ini rata-rata menurut perkiraan kami dari nilai daerah lain, bukan nilai resmi; "
            "hasilnya bisa jauh lebih baik atau lebih buruk."
        ),
    ]


def _rata_rata(konteks: Konteks) -> Mapping[str, Larik]:
    """Return for each assumed mix the mean share that is left at the end, by state of the documents (n_keadaan)."""
    v = konteks.verifikasi
    langkah = langkah_tersisa(v, konteks.rapat.tahap)
    pertama, *lanjut = undi_kota(v, langkah, v.draws, v.seed, konteks.riwayat)
    sisa = np.prod([np.ones(v.draws), *lanjut], axis=0)
    bagian = bagian_per_keadaan(pertama, list(v.campuran.values()), v.beta)
    rata = [np.broadcast_to(b * sisa, (len(v.campuran), v.draws)).mean(axis=1) for b in bagian]
    return {nama: np.array([r[n] for r in rata]) for n, nama in enumerate(v.campuran)}


def _hilang(susunan: Susunan, milik: Induk, rata: Larik) -> float:
    """Return the recorded points of some units less what is left of them, both with the caps."""
    nilai, induk = susunan.nilai[milik], susunan.induk[milik]
    tercatat, sisa = (
        np.minimum(np.bincount(induk, n, len(susunan.atap)), susunan.atap).sum()
        for n in (nilai, nilai * rata[susunan.keadaan[milik]])
    )
    return float(tercatat - sisa)


def _dokumen(susunan: Susunan, milik: Induk, rata: Larik) -> tuple[RisikoDokumen, ...]:
    unit: dict[str, list[int]] = {}
    for u in map(int, milik):
        for id_dokumen, status in susunan.penentu[u]:
            if susunan.nilai[u] > 0 and status != "tidak_ada":
                unit.setdefault(id_dokumen, []).append(u)
    hasil = []
    for id_dokumen, daftar in unit.items():
        hilang = 0.0
        for u in daftar:
            tanpa = keadaan_of("tidak_ada" if d == id_dokumen else s for d, s in susunan.penentu[u])
            hilang += float(susunan.nilai[u] * (rata[susunan.keadaan[u]] - rata[tanpa]))
        hasil.append(RisikoDokumen(id_dokumen, tuple(susunan.kode[u] for u in daftar), hilang))
    return tuple(sorted(hasil, key=lambda d: (-d.hilang, d.id_dokumen)))


def _baris(konteks: Konteks, d: RisikoDokumen) -> dict[str, str]:
    if konteks.buku.data_dukung is None:
        raise ValueError("documents without a register")
    dokumen = konteks.buku.data_dukung.set_index("id_dokumen").loc[d.id_dokumen]
    return {
        "opd": konteks.daerah.nama_opd(dokumen["opd"]) if dokumen["opd"] else _("Kantor belum dicatat"),
        "isi": dokumen["judul"],
        "poin": poin(round(d.hilang)),
        "tenggat": "",
        "rujukan": f"{d.id_dokumen} · {daftar_pendek(list(d.kode), 3)}",
    }
