"""Report the scores of a data book as plain numbers, in the form that docs and other programs rely on."""

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

import pandas as pd

from kla_lib.bahasa import _
from kla_lib.data.buku import Buku
from kla_lib.errors import Kesalahan, KlaError
from kla_lib.rules.bukti.rekor import Rekor
from kla_lib.rules.kategori import DaftarKategori
from kla_lib.scoring.nilai.hasil import Hasil, score
from kla_lib.scoring.perkiraan.bukti import BanyakBukti
from kla_lib.scoring.perkiraan.perkiraan import LETAK, Perkiraan


def score_buku(buku: Buku, tahap: str | None, kategori: DaftarKategori, berdokumen: Collection[str] = ()) -> Hasil:
    """Return the scores of a book at a stage (default: the stage it says it is in).

    berdokumen: questions that a scenario takes for documented.
    Raises KlaError where the book has no marks, or none at that stage.
    """
    tahap = tahap or buku.keterangan.tahap_berjalan
    tersedia = buku.tahap_tersedia()
    if buku.penilaian is None or tahap not in tersedia:
        raise KlaError(
            Kesalahan(
                "tahap",
                buku.nama,
                _("tidak ada nilai untuk tahap '{tahap}'").format(tahap=tahap),
                _("Tahap yang ada: {daftar}.").format(daftar=", ".join(tersedia))
                if tersedia
                else _("Buku ini belum memuat lembar Penilaian; yang ada hanya capaian.")
                if buku.penilaian is None
                else _("Isi kolom nilai di lembar Penilaian."),
            )
        )
    return score(buku.penilaian, tahap, buku.instrumen, kategori, buku.dokumen_pertanyaan, buku.data_dukung, berdokumen)


def report(
    buku: Buku, hasil: Hasil, perkiraan: Perkiraan | None, rekor: Rekor | None, bukti: BanyakBukti
) -> dict[str, Any]:
    """Return what `kla score --json` prints.

    `jarak` is in poin: what is missing to each category's edge, negative where
    it is passed.  `terdukung` and `perkiraan` are null where not known.
    """
    return {
        "daerah": buku.keterangan.daerah,
        "tahun_evaluasi": buku.keterangan.tahun_evaluasi,
        "instrumen": buku.instrumen.id,
        "tahap": hasil.tahap,
        "diklaim": hasil.diklaim,
        "terdukung": hasil.terdukung,
        "kategori": hasil.kategori,
        "jarak": hasil.jarak,
        "dekat_ambang": hasil.dekat_ambang,
        "belum_dinilai": hasil.belum_dinilai,
        "klaster": {
            k.klaster: {
                "nilai": round(k.nilai, 6) if pd.notna(k.nilai) else None,
                "nilai_maksimal": k.nilai_maksimal,
            }
            for k in hasil.klaster.itertuples(index=False)
        },
        "perkiraan": None if perkiraan is None else _report_perkiraan(perkiraan, rekor, bukti),
    }


def _report_perkiraan(p: Perkiraan, rekor: Rekor | None, bukti: BanyakBukti) -> dict[str, Any]:
    return {
        "tahap": p.tahap,
        "metode": p.metode,
        **{k: getattr(p, k) for k in LETAK},
        "peluang": p.peluang,
        "rentang_anggapan": {k: list(r) for k, r in p.rentang_anggapan.items()},
        "riwayat": None if rekor is None else {"tahun": rekor.tahun, "kategori": rekor.kategori},
        "bukti": asdict(bukti),
        "draws": p.draws,
        "seed": p.seed,
    }
