"""Turn incomplete documents and unanswered questions into actions."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from kla_lib.data.buku import Buku
from kla_lib.data.dokumen import milik_siklus_lain
from kla_lib.rules.form.kode import kode_pertanyaan
from kla_lib.rules.form.merugikan import merugikan, mungkin_merugikan
from kla_lib.scoring.dokumen.celah import DARI_DOKUMEN, URUTAN_KERJA
from kla_lib.scoring.dokumen.register import Penentu
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.pekerjaan.pekerjaan import PEMERIKSA
from kla_lib.scoring.rencana.kegiatan import MERUGIKAN, Anggapan, Dikecualikan, Kegiatan, Poin, Tempat

BISA_DILENGKAPI = ("kurang", "belum_diperiksa")
"""Whether an absent document may still be made, only the RAD can say."""


def kegiatan_dokumen(
    buku: Buku,
    celah: pd.DataFrame,
    penentu: Penentu,
    keadaan: Mapping[str, str],
    anggapan: Anggapan,
    diminta: set[str],
) -> tuple[list[Kegiatan], list[Tempat], list[Dikecualikan]]:
    """Return the actions outside the RAD with the places at which their points land.

    celah: of `celah_pertanyaan`.  penentu: of `dokumen_penentu`.  keadaan: state of the documents by code
    ("21A/4a").  diminta: ids that the RAD needs.  Only
    questions whose kind of gap the register of documents tells; where the RAD
    has an action for a question, that action is the way, and its documents
    bring nothing here.  A document that only waits to be looked at is the
    work of PEMERIKSA.  A document secures the points already given to a
    question once all deciding documents of that question are complete.
    Answering adds what is left, by the assumed share; never at a question that
    measures harm, where points could be won by counting fewer cases.
    """
    if buku.data_dukung is None:
        return [], [], []
    tahun = buku.keterangan.tahun_evaluasi
    jenis: dict[str, str] = {}
    kode: dict[str, list[Any]] = {}
    poin: dict[str, float] = {}
    jawab, tempat, luar = [], [], []
    pilih = (celah["dasar"] == DARI_DOKUMEN) & celah["jenis"].isin(URUTAN_KERJA)
    for p in celah[pilih].itertuples(index=False):
        nilai = 0.0 if pd.isna(p.nilai) else float(p.nilai)
        kurang = [d for d in penentu[p.indikator, p.pertanyaan] if d.status != LENGKAP]
        for d in kurang:
            jenis[d.id_dokumen] = max(p.jenis, jenis.get(d.id_dokumen, URUTAN_KERJA[0]), key=URUTAN_KERJA.index)
            kode.setdefault(d.id_dokumen, []).append((p.klaster, p.indikator, p.pertanyaan))
            poin[d.id_dokumen] = poin.get(d.id_dokumen, 0.0) + (nilai - p.aman) / len(kurang)
        if kurang and nilai > p.aman:
            tempat.append(_tempat_dokumen(p, kurang, nilai - float(p.aman), keadaan[_id(p)]))
        if p.nilai_maksimal > nilai:
            if merugikan(p) or mungkin_merugikan(p):
                luar.append(Dikecualikan(_id(p), p.label, p.opd[0] if p.opd else "", MERUGIKAN, float("nan")))
            else:
                k = _jawab(p, nilai, kurang, anggapan)
                jawab.append(k)
                tempat.append(Tempat(k.kode[0], k.poin[2], ((k.id, k.poin),), False, "", 0.0, k.opd))
    dokumen = {d.id_dokumen: d for d in buku.data_dukung.itertuples()}
    for i in sorted(diminta & set(dokumen)):
        d = dokumen[i]
        if i not in jenis and d.status in BISA_DILENGKAPI and not milik_siklus_lain(d, tahun):
            jenis[i], kode[i], poin[i] = URUTAN_KERJA[1], [], 0.0
    hasil = [_lengkapi(dokumen[i], tuple(kode[i]), jenis[i], poin[i], anggapan, buku) for i in jenis]
    return [*hasil, *jawab], tempat, luar


def dokumen_lengkap(buku: Buku) -> set[str]:
    """Return the ids of the documents that are complete."""
    d = buku.data_dukung
    return set() if d is None else set(d.loc[d["status"] == LENGKAP, "id_dokumen"])


def _tempat_dokumen(p: Any, kurang: list[Any], klaim: float, keadaan: str) -> Tempat:
    bagian = klaim / len(kurang)
    return Tempat(
        (p.klaster, p.indikator, p.pertanyaan),
        klaim,
        tuple((d.id_dokumen, (bagian, bagian, bagian)) for d in kurang),
        bersama=True,
        keadaan=keadaan,
        tercatat=klaim,
        opd=p.opd[0] if p.opd else "",
    )


def _lengkapi(d: Any, kode: tuple[Any, ...], jenis: str, poin: float, anggapan: Anggapan, buku: Buku) -> Kegiatan:
    periksa = d.status == "belum_diperiksa"
    return Kegiatan(
        d.id_dokumen,
        "dokumen",
        "periksa" if periksa else "lengkapi",
        d.judul,
        PEMERIKSA if periksa else d.opd or _pemegang(kode, buku),
        kode,
        jenis,
        (poin, poin, poin),
        0.0,
        anggapan.kerja.jam[jenis],
    )


def _pemegang(kode: tuple[Any, ...], buku: Buku) -> str:
    """Return the office named first by the first question that a document without an office serves."""
    p = buku.instrumen.pertanyaan
    for _klaster, indikator, pertanyaan in kode:
        opd = p.loc[(p["indikator"] == indikator) & (p["pertanyaan"] == pertanyaan), "opd"].iloc[0]
        if opd:
            return str(opd[0])
    return ""


def _jawab(p: Any, nilai: float, kurang: list[Any], anggapan: Anggapan) -> Kegiatan:
    a, sisa = anggapan.jalur, float(p.nilai_maksimal) - nilai
    bagian = a.bagian_belum_dinilai if pd.isna(p.nilai) else a.bagian_dinilai_sebagian
    poin: Poin = (0.0, bagian * sisa, sisa)
    return Kegiatan(
        _id(p),
        "pertanyaan",
        "jawab" if pd.isna(p.nilai) else "tambah",
        p.label,
        p.opd[0] if p.opd else "",
        ((p.klaster, p.indikator, p.pertanyaan),),
        p.jenis,
        poin,
        0.0,
        a.jam_menjawab if pd.isna(p.nilai) else a.jam_menambah,
        butuh=tuple(d.id_dokumen for d in kurang),
        em=poin,
    )


def _id(p: Any) -> str:
    return kode_pertanyaan(p.indikator, p.pertanyaan)
