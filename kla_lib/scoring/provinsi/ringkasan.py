"""Keep of one region what a view over many needs: small, whole, and cut off from its book."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kla_lib.scoring.nilai.nilai import Larik
from kla_lib.scoring.perkiraan.perkiraan import Perkiraan
from kla_lib.scoring.provinsi.bantuan import Bantuan
from kla_lib.scoring.provinsi.periksa import DaftarPeriksa


@dataclass(frozen=True)
class RingkasDaerah:
    """One region as its meeting has it; every number is made there.

    tahap, diklaim, terdukung: of the meeting's stage, as `Hasil` has them.
    klaim (n_pertanyaan): points of the self-evaluation, NaN where not recorded.
    klaim_klaster, periksa_klaster (n_klaster): the same by klaster, and of the
    last stage that a verifier has marked, None without one.
    status (n_pertanyaan): of the documents, "lengkap", "kurang" or "belum_dicatat"; None without any document.
    jenis: of each kind of document how many there are, and how many of them are not complete.
    judul: titles of the documents, one spelling each; berkas: hashes of their files, where the book holds them.
    perkiraan: of the final score; None where nothing is forecast.  dipegang: the category that its pages watch.
    total (draws,): final scores for comparing regions, drawn apart from other regions'; None without a forecast.
    bantuan: what a day of help brings; periksa: what a verifier looks at first; None where they cannot be told.
    """

    id: str
    nama: str
    contoh: bool
    tahap: str
    diklaim: float
    terdukung: float | None
    klaim: Larik
    klaim_klaster: Larik
    periksa_klaster: Larik | None
    status: tuple[str, ...] | None
    jenis: Mapping[str, tuple[int, int]]
    judul: frozenset[str]
    berkas: frozenset[str]
    perkiraan: Perkiraan | None
    dipegang: str
    bantuan: Bantuan | None
    periksa: DaftarPeriksa | None
    total: Larik | None = field(repr=False)
