"""State every number of a page as a fact that can be traced to a row of the data book."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING

from kla_lib.data.bentuk import PENILAIAN
from kla_lib.keadaan.fakta_bentuk import Fakta, make_fakta, urut_fakta
from kla_lib.keadaan.fakta_capaian import fakta_anak
from kla_lib.keadaan.fakta_catatan import fakta_catatan
from kla_lib.keadaan.fakta_rencana import fakta_macet, fakta_rencana, fakta_sasaran
from kla_lib.letak import nama_tampil
from kla_lib.rules.bukti.pengamatan import BERKAS as BERKAS_BUKTI
from kla_lib.rules.bukti.pengamatan import DIPAKAI, load_bukti
from kla_lib.rules.kategori import BERKAS as BERKAS_KATEGORI
from kla_lib.rules.verifikasi import BERKAS as BERKAS_VERIFIKASI
from kla_lib.scoring.dokumen.celah import BELUM_DITENTUKAN, SIKLUS_BERIKUTNYA, URUTAN_KERJA
from kla_lib.scoring.dokumen.status import BAGIAN
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.kategori import kategori_of
from kla_lib.scoring.perkiraan.perkiraan import LETAK, TAHAP_AKHIR, Perkiraan

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan
    from kla_lib.keadaan.lingkup import Paket


def fakta_form(keadaan: "Keadaan") -> Fakta:
    """Return which form a pack follows, with its highest total (poin); every pack says so."""
    form = keadaan.instrumen
    total = sum(k.nilai_maksimal for k in form.klaster)
    return make_fakta(f"form:{form.id}", total, "poin", "form", form.id, nama_tampil(form.path))


def fakta_aturan(keadaan: "Keadaan") -> list[Fakta]:
    """Return the rules of a meeting; the assumptions only where something is forecast."""
    isi = [fakta_form(keadaan), *_bobot(keadaan)]
    lembar = nama_tampil(keadaan.params.path(BERKAS_KATEGORI))
    for k in keadaan.kategori.kategori:
        isi.append(make_fakta(f"ambang:{k.id}", k.besaran, "poin", "kategori", k.id, lembar))
        isi.append(make_fakta(f"ambang:{k.id}:di_atas", int(k.di_atas), "ya_tidak", "kategori", k.id, lembar))
    return isi + (list(_anggapan(keadaan)) if keadaan.susunan is not None else [])


def _bobot(keadaan: "Keadaan") -> Iterator[Fakta]:
    """Yield the highest points of every klaster and indikator."""
    lembar = nama_tampil(keadaan.instrumen.path)
    for k in keadaan.instrumen.klaster:
        yield make_fakta(f"bobot:{k.id}", k.nilai_maksimal, "poin", "klaster", k.id, lembar)
    for r in keadaan.instrumen.indikator.itertuples(index=False):
        yield make_fakta(f"bobot:{r.indikator}", r.nilai_maksimal, "poin", "indikator", r.indikator, lembar)


def _anggapan(keadaan: "Keadaan") -> Iterator[Fakta]:
    """Yield what the forecast assumes, and each observation that it was fitted to."""
    v, bukti = keadaan.verifikasi, [p for p in load_bukti(keadaan.params) if p.guna == DIPAKAI]
    angka: dict[str, float] = {
        **{f"setelan:{nama}:{k}": n for nama, s in v.setelan.items() for k, n in _angka(s.model_dump(by_alias=True))},
        **{f"dugaan:{k}": n for k, n in _angka(asdict(v.dugaan))},
        **{f"batas_hasil:{k}": n for k, n in zip(("terendah", "tertinggi"), v.batas_hasil, strict=True)},
        "bobot_sensus": v.bobot_sensus,
        "simpangan_akhir": v.pindah.simpangan,
        **{f"rata_akhir:{tahun}": n for tahun, n in v.pindah.rata.items()},
        "draws": v.draws,
        "seed": v.seed,
    }
    r = keadaan.ramalan.rekor
    if r is not None:
        angka |= {f"rekor:{r.tahun}:terendah": r.rendah, f"rekor:{r.tahun}:tertinggi": r.tinggi}
    for nama, nilai in angka.items():
        yield make_fakta(
            f"anggapan:{nama}", nilai, "anggapan", "anggapan", nama, nama_tampil(keadaan.params.path(BERKAS_VERIFIKASI))
        )
    for jenis, banyak in sorted(Counter(p.jenis for p in bukti).items()):
        yield make_fakta(
            f"bukti:{jenis}", banyak, "pengamatan", "bukti", jenis, nama_tampil(keadaan.params.path(BERKAS_BUKTI))
        )


def _angka(isi: Mapping[str, float | tuple[float, float]]) -> Iterator[tuple[str, float]]:
    """Yield every number by name; of a pair the middle and the spread."""
    for nama, n in isi.items():
        if isinstance(n, tuple):
            yield f"{nama}:tengah", n[0]
            yield f"{nama}:simpangan", n[1]
        else:
            yield nama, n


UJUNG = ("", ":terendah", ":tertinggi")
"""Under the main assumption, and the lowest and highest over all of them."""


def fakta_paket(paket: "Paket") -> list[Fakta]:
    """Return the facts of one klaster, sorted by id."""
    isi = [*paket.keadaan.fakta[paket.klaster.id]]
    r = paket.risiko
    if r is not None:
        for akhiran, nilai in zip(UJUNG, (r.hilang, *r.rentang), strict=True):
            id_fakta = f"risiko:{TAHAP_AKHIR}:{paket.klaster.id}{akhiran}"
            isi.append(make_fakta(id_fakta, nilai, "poin", "klaster", paket.klaster.id, PENILAIAN.lembar))
    return urut_fakta(isi)


def fakta_rapat(keadaan: "Keadaan") -> list[Fakta]:
    """Return the facts of the meeting's summary, sorted by id: totals, rules, rows that belong to no klaster."""
    isi = [*keadaan.fakta[None], *fakta_rencana(keadaan)]
    if keadaan.perkiraan is not None:
        isi += _perkiraan(keadaan.perkiraan, keadaan.daerah.id)
    return urut_fakta(isi)


def fakta_ringan(keadaan: "Keadaan", klaster: str | None) -> list[Fakta]:
    """Return the facts of a pack, or of the summary, for which nothing has to be forecast; in no order."""
    isi = fakta_catatan(keadaan, klaster)
    if klaster is None:
        posisi = [] if keadaan.hasil is None else _daerah(keadaan, keadaan.hasil)
        return [*isi, *fakta_aturan(keadaan), *posisi, *fakta_sasaran(keadaan), *fakta_macet(keadaan)]
    isi += [fakta_form(keadaan), *fakta_anak(keadaan, klaster)]
    return isi + ([] if keadaan.hasil is None else [*_klaster(keadaan.hasil, klaster), *_celah(keadaan, klaster)])


def _daerah(keadaan: "Keadaan", h: Hasil) -> list[Fakta]:
    """Return the totals of the city, its category, and how far the others are."""
    isi = [f for k in h.klaster["klaster"] for f in _klaster(h, k)]
    urutan, lembar = keadaan.kategori.urutan, PENILAIAN.lembar
    for nama, akhiran, nilai in (("diklaim", "", h.diklaim), ("terdukung", ":terdukung", h.terdukung)):
        isi.append(make_fakta(f"{nama}:{h.tahap}", nilai, "poin", "daerah", keadaan.daerah.id, lembar))
        kategori = None if nilai is None else kategori_of(nilai, keadaan.kategori)
        posisi = None if kategori is None else urutan.index(kategori)
        id_fakta = f"kategori:{h.tahap}{akhiran}"
        isi.append(make_fakta(id_fakta, posisi, "urutan_kategori", "kategori", kategori or "", lembar))
    for k, jarak in h.jarak.items():
        isi.append(make_fakta(f"jarak:{h.tahap}:{k}", jarak, "poin", "kategori", k, lembar))
    return isi


def _perkiraan(p: Perkiraan, daerah: str) -> list[Fakta]:
    """Return the quantiles (poin), and every chance as a share with its ends over the assumptions."""
    isi = []
    for nama in LETAK:
        for akhiran, nilai in zip(UJUNG, (getattr(p, nama), *p.rentang_kuantil[nama]), strict=True):
            id_fakta = f"perkiraan:{p.tahap}:{nama}{akhiran}"
            isi.append(make_fakta(id_fakta, nilai, "poin", "daerah", daerah, PENILAIAN.lembar))
    for jenis, peluang, rentang in (
        ("peluang", p.peluang, p.rentang_anggapan),
        ("mencapai", p.mencapai, p.rentang_mencapai),
    ):
        for k, n in peluang.items():
            for akhiran, nilai in zip(UJUNG, (n, *rentang[k]), strict=True):
                id_fakta = f"{jenis}:{p.tahap}:{k}{akhiran}"
                isi.append(make_fakta(id_fakta, nilai, "bagian", "kategori", k, PENILAIAN.lembar))
    return isi


def _klaster(hasil: Hasil, klaster: str) -> list[Fakta]:
    """Return the points of a klaster; its parts where documents are recorded."""
    r = hasil.klaster.set_index("klaster").loc[klaster]
    isi = [
        make_fakta(
            f"nilai:{hasil.tahap}:{klaster}", r["nilai"], "poin", "klaster", klaster, PENILAIAN.lembar, r["baris"]
        )
    ]
    if hasil.terdukung is not None:
        isi += [
            make_fakta(f"{b}:{hasil.tahap}:{klaster}", r[b], "poin", "klaster", klaster, PENILAIAN.lembar)
            for b in BAGIAN
        ]
    return isi


def _celah(keadaan: "Keadaan", klaster: str) -> list[Fakta]:
    """Return how many questions of a klaster are not secured, by the kind of gap; none where nothing tells the kind."""
    h = keadaan.hasil
    if h is None or h.tahap == TAHAP_AKHIR or (h.terdukung is None and keadaan.buku.rad is None):
        return []
    c = keadaan.celah
    jenis = c.loc[(c["klaster"] == klaster) & (c["celah"].round(2) > 0), "jenis"]
    return [
        make_fakta(f"celah:{klaster}:{j}", int((jenis == j).sum()), "pertanyaan", "klaster", klaster, PENILAIAN.lembar)
        for j in (*URUTAN_KERJA, BELUM_DITENTUKAN, SIKLUS_BERIKUTNYA)
    ]
