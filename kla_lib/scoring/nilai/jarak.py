"""Say how far a stage's points are from the target, how far its open questions reach, and which of them close the gap.

The distance of the points that are claimed, not of those that complete
documents support.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.dokumen.celah import SIKLUS_BERIKUTNYA
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.nilai.kategori import peringkat_kategori
from kla_lib.scoring.nilai.rentang import total_form


@dataclass(frozen=True)
class Jalan:
    """One question that can bring points in this cycle.

    opd: who answers for it, "" where the form names nobody.  poin: the most
    that it can add.  terbuka: nobody has answered it yet.  kabur: the form
    prints its text twice, so that what it asks is in doubt.  merugikan: it
    measures harm, so that it may be answered but is never to be raised.
    """

    kode: str
    indikator: str
    opd: str
    poin: float
    terbuka: bool
    kabur: bool
    merugikan: bool


@dataclass(frozen=True)
class Jarak:
    """How far the target is from the points of one stage; totals in poin, rounded once.

    terbuka: questions that nobody has answered and that can still bring points
    in this cycle; nanti: those whose points only the next one can bring.
    bagian: klaster or indikator without marks of which the form holds no
    questions.  tertinggi: the total with all but those of `nanti` at their most.
    penuh: with every answer that may still grow in this cycle as well.
    kurang: edge of the target − total, as in `Hasil.jarak`.  sisa: what is
    missing at `tertinggi`.  dirinci: whether any mark stands at a question.

    jalan: the fewest questions that close the gap, most points first.  They
    are open ones where those suffice (`terbuka_cukup`); else all the open ones
    are needed and these are answered ones that are not full.  Empty where the
    target is reached, and where nothing in this cycle reaches it.
    menentukan: codes of the questions that decide whether the target is
    reached: those of `jalan`, and all the open ones where they are all needed;
    none that measures harm.
    """

    sekarang: float
    terbuka: int
    nanti: int
    bagian: int
    tertinggi: float
    penuh: float
    kurang: float
    sisa: float
    tercapai: bool
    terbuka_cukup: bool
    dirinci: bool
    jalan: tuple[Jalan, ...]
    menentukan: frozenset[str]

    @property
    def poin_terbuka(self) -> float:
        """What the open questions can add at most."""
        return round(self.tertinggi - self.sekarang, 2)


def jarak_sasaran(
    hasil: Hasil, celah: pd.DataFrame, kategori: DaftarKategori, sasaran: str, kabur: Collection[str] = ()
) -> Jarak:
    """Return the distance to a category.

    celah: of `celah_pertanyaan` for the same scores; what it says that this
    cycle can reach is the most that is counted here.  kabur: codes of the
    questions whose text the form prints twice.  An answered question is
    not open, whatever its points: somebody has judged it, and more points need
    more than an answer.
    """
    ambang = kategori.urutan.index(sasaran)

    def sampai(total: float) -> bool:
        return int(peringkat_kategori(total, kategori)) >= ambang

    semua = list(_jalan(celah, kabur))
    terbuka = [j for j in semua if j.terbuka]
    tertinggi = _total(hasil, celah, terbuka)
    jawaban = [j for j in semua if not j.terbuka and not j.merugikan]
    penuh = _total(hasil, celah, [*terbuka, *jawaban])
    # What measures harm is answered last: its points are not for anybody to seek.
    terbuka.sort(key=lambda j: (j.merugikan, j.kabur, -j.poin))
    jawaban.sort(key=lambda j: (j.kabur, -j.poin))
    ruang = _ruang(hasil)
    tercapai, cukup = sampai(hasil.diklaim), sampai(tertinggi)
    pilihan: list[Jalan] = []
    if cukup and not tercapai:
        pilihan = _tersedikit(terbuka, ruang, lambda tambah: sampai(round(hasil.diklaim + tambah, 2)))
    elif not tercapai and sampai(penuh):
        for j in terbuka:
            ruang[j.indikator] = max(ruang[j.indikator] - j.poin, 0.0)
        pilihan = _tersedikit(jawaban, ruang, lambda tambah: sampai(round(tertinggi + tambah, 2)))
    return Jarak(
        hasil.diklaim,
        len(terbuka),
        int((~celah["tercatat"] & (celah["jenis"] == SIKLUS_BERIKUTNYA)).sum()),
        _bagian_kosong(hasil),
        tertinggi,
        penuh,
        hasil.jarak[sasaran],
        round(kategori[sasaran].besaran - tertinggi, 2),
        tercapai,
        cukup,
        bool(hasil.pertanyaan["nilai"].notna().any()) or bool(terbuka),
        tuple(pilihan),
        frozenset(j.kode for j in (pilihan if cukup else [*pilihan, *terbuka]) if not (tercapai or j.merugikan)),
    )


def _jalan(celah: pd.DataFrame, kabur: Collection[str]) -> Iterator[Jalan]:
    """Yield the questions to which this cycle can still add points, in the order of the form."""
    for r in celah.itertuples(index=False):
        terbuka = not r.tercatat
        if not terbuka and pd.isna(r.nilai):
            continue  # its points were given above it, so that nobody can tell what it lacks
        nilai = 0.0 if terbuka else float(r.nilai)
        poin = min(float(r.aman) + float(r.paling_banyak), float(r.nilai_maksimal)) - nilai
        if round(poin, 2) > 0:
            kode = kode_pertanyaan(r.indikator, r.pertanyaan)
            rugi = merugikan(r) or mungkin_merugikan(r)
            yield Jalan(kode, r.indikator, r.opd[0] if r.opd else "", poin, terbuka, kode in kabur, rugi)


def _total(hasil: Hasil, celah: pd.DataFrame, jalan: Sequence[Jalan]) -> float:
    """Return the total with these questions at their most, and what has no questions and no marks at its maximum."""
    tambah = {j.kode: j.poin for j in jalan}
    kode = [kode_pertanyaan(i, p) for i, p in zip(celah["indikator"], celah["pertanyaan"], strict=True)]
    nilai = celah["nilai"].fillna(0.0).to_numpy(dtype=float)
    return total_form(hasil, nilai + np.array([tambah.get(k, 0.0) for k in kode]), penuh=True)


def _ruang(hasil: Hasil) -> dict[str, float]:
    """Return how many points each indikator has left under its maximum."""
    i = hasil.indikator
    sisa = i["nilai_maksimal"] - i["nilai"].fillna(0.0)
    return {kode: float(n) for kode, n in zip(i["indikator"], sisa, strict=True)}


def _tersedikit(jalan: Sequence[Jalan], ruang: dict[str, float], cukup: Callable[[float], bool]) -> list[Jalan]:
    """Return the first questions that are enough together, each with what its indikator has room for."""
    hasil: list[Jalan] = []
    tambah, ruang = 0.0, dict(ruang)
    for j in jalan:
        if cukup(tambah):
            break
        poin = min(j.poin, ruang[j.indikator])
        if round(poin, 2) > 0:
            ruang[j.indikator] -= poin
            tambah += poin
            hasil.append(replace(j, poin=poin))
    return hasil


def _bagian_kosong(hasil: Hasil) -> int:
    """Return how many klaster or indikator have neither marks nor questions of their own."""
    i, k = hasil.indikator, hasil.klaster
    langsung = k.loc[k["baris"] > 0, "klaster"]
    kosong_i = i["nilai"].isna() & ~i["indikator"].isin(hasil.pertanyaan["indikator"]) & ~i["klaster"].isin(langsung)
    kosong_k = k["nilai"].isna() & ~k["klaster"].isin(i["klaster"])
    return int(kosong_i.sum()) + int(kosong_k.sum())
