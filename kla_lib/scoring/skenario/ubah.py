"""Turn what an evaluator does into a scenario: a weight moved, a mark raised, a document arrived, an action done."""

from collections.abc import Collection, Mapping

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.form.kode import kode_bagian, kolom_kode
from kla_lib.rules.skenario import IsiSkenario, StatusDokumen
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.rencana.kegiatan import Kegiatan
from kla_lib.scoring.skenario.pembobotan import Bobot, geser, susun_bobot, ubahan_bobot

TEPAT = 1e-9


def geser_bobot(
    instrumen: Instrumen, isi: IsiSkenario, induk: str, kode: str, ke: float, kunci: Collection[str] = ()
) -> IsiSkenario:
    """Return the scenario with one share moved to `ke` (0 to 1) among the children of `induk`; see pembobotan.geser."""
    semua = susun_bobot(instrumen, isi.bobot)
    return _dengan_bobot(instrumen, isi, semua | {induk: geser(semua[induk], kode, ke, kunci)})


def pakai_bobot(instrumen: Instrumen, isi: IsiSkenario, bobot: Bobot) -> IsiSkenario:
    """Return the scenario with the weights of a preset; what it does not name is as in the form."""
    return _dengan_bobot(instrumen, isi, susun_bobot(instrumen, bobot))


def ubah_nilai(hasil: Hasil, isi: IsiSkenario, kode: str, nilai: float) -> IsiSkenario:
    """Return the scenario with points (poin) at a question, an indikator or a klaster; the recorded ones undo it.

    hasil: the official result.  A change above or below it in the same branch is taken back.
    """
    lain = {k: n for k, n in isi.nilai.items() if k != kode and not _sebranch(k, kode)}
    kini = nilai_resmi(hasil).get(kode)
    if kini is None or pd.isna(kini) or abs(kini - nilai) > TEPAT:
        lain[kode] = float(nilai)
    return isi.model_copy(update={"nilai": lain})


def batalkan_nilai(isi: IsiSkenario, kode: str) -> IsiSkenario:
    """Return the scenario without its change at one code."""
    return isi.model_copy(update={"nilai": {k: n for k, n in isi.nilai.items() if k != kode}})


def ubah_status(buku: Buku, isi: IsiSkenario, id_dokumen: str, status: StatusDokumen) -> IsiSkenario:
    """Return the scenario with another status of a document; the recorded one undoes it."""
    lain: dict[str, StatusDokumen] = {d: s for d, s in isi.status.items() if d != id_dokumen}
    if status_resmi(buku).get(id_dokumen) != status:
        lain[id_dokumen] = status
    return isi.model_copy(update={"status": lain})


def lengkapi_dokumen(buku: Buku, isi: IsiSkenario, id_dokumen: Collection[str]) -> IsiSkenario:
    """Return the scenario in which these documents are complete."""
    tercatat = status_resmi(buku)
    isi = pulihkan_dokumen(isi, id_dokumen)
    baru: dict[str, StatusDokumen] = {d: "lengkap" for d in id_dokumen if tercatat.get(d) != "lengkap"}
    return isi.model_copy(update={"status": isi.status | baru})


def lengkapi_pertanyaan(isi: IsiSkenario, kode: Collection[str], ya: bool = True) -> IsiSkenario:
    """Return the scenario in which questions without a recorded document count as documented, or no longer do."""
    baru = set(isi.berdokumen) | set(kode) if ya else set(isi.berdokumen) - set(kode)
    return isi.model_copy(update={"berdokumen": tuple(sorted(baru))})


def pulihkan_dokumen(isi: IsiSkenario, id_dokumen: Collection[str]) -> IsiSkenario:
    """Return the scenario in which these documents are as recorded."""
    return isi.model_copy(update={"status": {d: s for d, s in isi.status.items() if d not in id_dokumen}})


def kerjakan_kegiatan(buku: Buku, hasil: Hasil, penentu: Penentu, isi: IsiSkenario, k: Kegiatan) -> IsiSkenario:
    """Return the scenario in which an action of the RAD is done.

    penentu: of `dokumen_penentu`.

    Its likely points come on top of the points that are safe already, and the
    documents of its question become complete.  Without recorded documents they
    come on top of the recorded points.  Never above the highest points, never
    below what is recorded.
    """
    nilai, maks = nilai_resmi(hasil), nilai_tertinggi(hasil)
    for klaster, indikator, pertanyaan in k.kode:
        kode = kode_bagian((klaster, indikator, pertanyaan))
        ada = nilai.get(kode)
        ada = 0.0 if ada is None or pd.isna(ada) else ada
        milik = penentu.get((indikator or "", pertanyaan or ""), [])
        aman = ada if not milik or all(d.status == LENGKAP for d in milik) else 0.0
        isi = ubah_nilai(hasil, isi, kode, max(ada, min(maks[kode], aman + k.poin[1])))
        isi = lengkapi_dokumen(buku, isi, [str(d.id_dokumen) for d in milik])
    return isi


def sudah_dikerjakan(buku: Buku, hasil: Hasil, penentu: Penentu, isi: IsiSkenario, k: Kegiatan) -> bool:
    """Return whether all that an action of the RAD brings is in the scenario."""
    return kerjakan_kegiatan(buku, hasil, penentu, isi, k) == isi


def batalkan_kegiatan(
    buku: Buku, hasil: Hasil, penentu: Penentu, isi: IsiSkenario, k: Kegiatan, lain: Collection[Kegiatan] = ()
) -> IsiSkenario:
    """Return the scenario without an action of the RAD: recorded points and documents at its places.

    lain: actions that stay done where they were; what they share with it is theirs.
    """
    tetap = [a for a in lain if a.id != k.id and sudah_dikerjakan(buku, hasil, penentu, isi, a)]
    beda = kerjakan_kegiatan(buku, hasil, penentu, IsiSkenario(), k)
    isi = isi.model_copy(
        update={
            "nilai": {kode: n for kode, n in isi.nilai.items() if kode not in beda.nilai},
            "status": {d: s for d, s in isi.status.items() if d not in beda.status},
        }
    )
    for a in tetap:
        isi = kerjakan_kegiatan(buku, hasil, penentu, isi, a)
    return isi


def nilai_resmi(hasil: Hasil) -> dict[str, float]:
    """Return the recorded points by code ("21A/4a", "21A", "klaster_1"); NaN where nothing is recorded."""
    return _per_kode(hasil, "nilai")


def nilai_tertinggi(hasil: Hasil) -> dict[str, float]:
    """Return the highest points by code."""
    return _per_kode(hasil, "nilai_maksimal")


def status_resmi(buku: Buku) -> Mapping[str, str]:
    """Return the recorded status of every document; empty where the book records none."""
    d = buku.data_dukung
    return {} if d is None else dict(zip(d["id_dokumen"], d["status"], strict=True))


def _per_kode(hasil: Hasil, kolom: str) -> dict[str, float]:
    p, i, k = hasil.pertanyaan, hasil.indikator, hasil.klaster
    return {
        **dict(zip(kolom_kode(p), p[kolom].astype(float), strict=True)),
        **dict(zip(i["indikator"], i[kolom].astype(float), strict=True)),
        **dict(zip(k["klaster"], k[kolom].astype(float), strict=True)),
    }


def _sebranch(satu: str, lain: str) -> bool:
    return satu.startswith(f"{lain}/") or lain.startswith(f"{satu}/")


def _dengan_bobot(instrumen: Instrumen, isi: IsiSkenario, semua: Mapping[str, Bobot]) -> IsiSkenario:
    return isi.model_copy(update={"bobot": ubahan_bobot(instrumen, semua)})
