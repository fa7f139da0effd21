"""Hold the day of field verification of one meeting: what is planned, likely to be asked, rehearsed, requested."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kla_lib.data.pribadi.pribadi import check_teks
from kla_lib.data.vlh.catatan import CatatanVlh, Latihan, path_catatan, read_catatan
from kla_lib.errors import KlaError
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.pemulihan import anggapan_kerja, pemulihan_tahap
from kla_lib.letak import nama_tampil
from kla_lib.rules.vlh.berkas import Ditanya, Lokus
from kla_lib.rules.vlh.hari import HariVlh, load_hari
from kla_lib.scoring.vlh.bank import Batas, Tanya, bank_tanya
from kla_lib.scoring.vlh.jendela import JendelaVlh, buka_jendela
from kla_lib.scoring.vlh.kartu import Kartu, daftar_kartu, tahap_bercatatan

Kunci = tuple[str, str]
"""Place (or klaster) and question, by their ids."""


@dataclass(frozen=True)
class Vlh:
    """The day, with what came back of its rehearsal and of the hours after it; path_catatan: where that is kept."""

    keadaan: Keadaan
    hari: HariVlh
    catatan: CatatanVlh
    path_catatan: Path

    @cached_property
    def bank(self) -> tuple[Tanya, ...]:
        """All questions of the form that are likely to be asked; none where the book has no marks to judge by."""
        h, k = self.hari, self.keadaan
        if k.hasil is None:
            return ()
        return bank_tanya(k.pertanyaan, k.register, Batas(h.lemah, h.dokumen_tua, k.buku.keterangan.tahun_evaluasi))

    def tanya_lokus(self, lokus: Lokus) -> tuple[Tanya, ...]:
        """Return those that are likely to be asked at a place."""
        return tuple(t for t in self.bank if t.indikator in lokus.indikator)

    def tanya_klaster(self, klaster: str) -> tuple[Tanya, ...]:
        """Return those of a klaster that no place shows."""
        tampak = {i for p in self.hari.lokus for i in p.indikator}
        return tuple(t for t in self.bank if t.klaster == klaster and t.indikator not in tampak)

    def ditanya_lokus(self, lokus: Lokus) -> tuple[Ditanya, ...]:
        """Return the reported questions of a place."""
        return tuple(d for d in self.hari.ditanya if lokus.id in d.lokus or (not d.lokus and d.klaster is None))

    def ditanya_klaster(self, klaster: str) -> tuple[Ditanya, ...]:
        """Return the reported questions of a klaster."""
        return tuple(d for d in self.hari.ditanya if d.klaster == klaster and not d.lokus)

    def kunci_lokus(self, lokus: Lokus) -> list[Kunci]:
        """Return the keys of all that can be asked at a place."""
        daftar = [d.id for d in self.ditanya_lokus(lokus)] + [t.kode for t in self.tanya_lokus(lokus)]
        return [(lokus.id, tanya) for tanya in daftar]

    @cached_property
    def kunci(self) -> tuple[Kunci, ...]:
        """The keys of all that can be asked, at the places and in the main room."""
        ruang = [
            (k.id, tanya)
            for k in self.keadaan.instrumen.klaster
            for tanya in [d.id for d in self.ditanya_klaster(k.id)] + [t.kode for t in self.tanya_klaster(k.id)]
        ]
        return (*(k for p in self.hari.lokus for k in self.kunci_lokus(p)), *ruang)

    @cached_property
    def latihan(self) -> Mapping[Kunci, Latihan]:
        """What the rehearsal has shown, by place and question."""
        return {b.kunci: b for b in self.catatan.latihan}

    @property
    def jam(self) -> float:
        """How many hours there are for mending."""
        return anggapan_kerja(self.keadaan).waktu_perbaikan

    @cached_property
    def jendela(self) -> JendelaVlh | None:
        """The hours for mending; None where nobody wrote when they began."""
        return buka_jendela(self.hari.mulai, self.jam)

    @cached_property
    def kartu(self) -> tuple[Kartu, ...]:
        """The verifiers' requests."""
        p = self.keadaan.buku.penilaian
        pulih = [pemulihan_tahap(self.keadaan, t) for t in tahap_bercatatan(p)]
        return daftar_kartu(p, pulih, self.catatan.permintaan, self.keadaan.pertanyaan)


def load_vlh(keadaan: Keadaan) -> Vlh:
    """Return the day of field verification of a meeting.

    Raises KlaError for a faulty file of the day or of the notes, and for personal data in the former.
    """
    k = keadaan
    hari = load_hari(k.params, k.rapat, k.daerah, k.instrumen, k.buku.keterangan.tahun_evaluasi)
    pribadi = check_teks(nama_tampil(hari.path), dict(_teks(hari)))
    if pribadi:
        raise KlaError(pribadi)
    path = path_catatan(k.rapat.path_buku, k.rapat.id)
    return Vlh(k, hari, read_catatan(path, k.rapat.id), path)


def _teks(hari: HariVlh) -> list[tuple[str, str | None]]:
    """Return what people wrote freely in the file, by its key."""
    teks: list[tuple[str, str | None]] = []
    for p in hari.lokus:
        kontak = (p.kontak.nama, p.kontak.saluran) if p.kontak else ()
        isi = {"nama": p.nama, "ruang": p.ruang, "kontak": " ".join(kontak), "dilihat": "; ".join(p.dilihat)}
        teks += [(f"lokus {p.id} {kunci}", t) for kunci, t in isi.items()]
    teks += [(f"ditanya {d.id}", d.tanya) for d in hari.ditanya]
    for nomor, s in enumerate(hari.sesi, start=1):
        teks += [(f"sesi {nomor} {kunci}", t) for kunci, t in {"nama": s.nama, "isi": s.isi, "ruang": s.ruang}.items()]
    return teks
