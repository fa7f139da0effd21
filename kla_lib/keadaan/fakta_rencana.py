"""State the numbers of the meeting's own sentence and of its plan as facts, beside those of the book."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kla_lib.data.bentuk import PENILAIAN, TINDAK_LANJUT
from kla_lib.data.bentuk import RAD as LEMBAR_RAD
from kla_lib.keadaan.fakta_bentuk import Fakta, make_fakta
from kla_lib.scoring.pekerjaan.janji import TERLAMBAT
from kla_lib.scoring.pekerjaan.rad import yang_macet

if TYPE_CHECKING:
    from kla_lib.keadaan.keadaan import Keadaan


def fakta_sasaran(keadaan: "Keadaan") -> list[Fakta]:
    """Return how far the open questions reach and what then still lacks to the target; nothing without marks."""
    j, tahap = keadaan.jarak, keadaan.rapat.tahap
    if j is None:
        return []
    sasaran = keadaan.rapat.sasaran
    isi = {"tertinggi": j.tertinggi, "penuh": j.penuh, "poin_terbuka": j.poin_terbuka, "sisa": j.sisa}
    poin = [
        make_fakta(f"sasaran:{tahap}:{nama}", nilai, "poin", "kategori", sasaran, PENILAIAN.lembar)
        for nama, nilai in isi.items()
    ]
    terbuka = j.terbuka or j.bagian
    return [
        *poin,
        make_fakta(f"sasaran:{tahap}:terbuka", terbuka, "pertanyaan", "kategori", sasaran, PENILAIAN.lembar),
    ]


def fakta_macet(keadaan: "Keadaan") -> list[Fakta]:
    """Return how many actions of the RAD are late or stuck, and how many promises are late; nothing not recorded."""
    isi = []
    if keadaan.rad is not None:
        macet = yang_macet(keadaan.rad)
        nanti = sum(k.siklus_berikutnya for k in macet)
        for nama, n in (("macet", len(macet)), ("macet:siklus_berikutnya", nanti)):
            isi.append(make_fakta(f"rad:{nama}", n, "kegiatan", "daerah", keadaan.daerah.id, LEMBAR_RAD.lembar))
    if keadaan.janji is not None:
        lewat = int((keadaan.janji["keadaan"] == TERLAMBAT).sum())
        isi.append(make_fakta("janji:lewat", lewat, "janji", "daerah", keadaan.daerah.id, TINDAK_LANJUT.lembar))
    return isi


def fakta_rencana(keadaan: "Keadaan") -> list[Fakta]:
    """Return what the meeting's plan does, costs and makes of the chances; nothing where there is no plan.

    The chances are those of the target and of the category that the page
    watches, on fresh futures with the whole plan done.
    """
    if keadaan.rencana is None or keadaan.rapat.tahap == "vf":
        return []
    r = keadaan.rencana.kegiatan
    biaya = [t.kegiatan.biaya for t in r.kegiatan]
    isi: list[tuple[str, float, str]] = [
        ("kegiatan", len(r.kegiatan), "kegiatan"),
        ("berbiaya", sum(bool(b) for b in biaya), "kegiatan"),
        ("tanpa_biaya", sum(b is None for b in biaya), "kegiatan"),
        ("tanpa_anggaran", r.tanpa_anggaran, "kegiatan"),
        ("biaya", r.biaya, "rupiah"),
        ("jam", r.jam, "jam"),
        ("awal", r.nilai_awal, "poin"),
        ("nilai", r.nilai, "poin"),
        *((f"{r.tahap}:{ujung}", n, "poin") for ujung, n in zip(("terendah", "tertinggi"), r.nilai_em, strict=True)),
        *((f"mencapai:{k}", n, "bagian") for k, n in _peluang(keadaan)),
    ]
    asal = LEMBAR_RAD.lembar
    return [make_fakta(f"rencana:{nama}", n, satuan, "rencana", r.sasaran.id, asal) for nama, n, satuan in isi]


def _peluang(keadaan: "Keadaan") -> Iterator[tuple[str, float]]:
    """Yield the chance of each category that the pages speak of, with the whole plan."""
    if keadaan.perkiraan is None or keadaan.rencana is None:
        return
    for k in dict.fromkeys((keadaan.rapat.sasaran, keadaan.kategori_dipegang)):
        peluang = keadaan.rencana.akan_sampai(keadaan.kategori[k])
        if peluang is not None:
            yield k, peluang[1]
