"""Order the indikator by how much attention they deserve under weights of one's own."""

from collections.abc import Mapping

import pandas as pd

from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.nilai.hasil import Hasil
from kla_lib.scoring.skenario.pembobotan import SEMUA, susun_bobot


def urutan_perhatian(hasil: Hasil, instrumen: Instrumen, bobot: Mapping[str, float]) -> pd.DataFrame:
    """Return one row per indikator (or klaster without indikator), the one that deserves most attention first.

    Columns: klaster, kode, nama, bobot (share of everything, 0 to 1),
    belum_aman (share of its points, 0 to 1, that are not backed by complete
    documents; of the points not reached where no documents are recorded) and
    perhatian, the product of the two.  Where only the klaster has marks its
    indikator share its part.  It orders work; it is no score.
    """
    semua = susun_bobot(instrumen, bobot)
    aman = LENGKAP if hasil.terdukung is not None else "nilai"
    k_langsung = hasil.klaster[hasil.klaster["baris"] > 0]
    di_atas = dict(zip(k_langsung["klaster"], k_langsung[aman] / k_langsung["nilai_maksimal"], strict=True))
    baris = []
    for i in hasil.indikator.itertuples(index=False):
        berat = semua[SEMUA][i.klaster] * semua[i.klaster][i.indikator]
        atas = di_atas.get(i.klaster)
        bagian = getattr(i, aman) / i.nilai_maksimal if atas is None else atas
        baris.append((i.klaster, i.indikator, i.nama, berat, bagian))
    for k in hasil.klaster.itertuples(index=False):
        if k.klaster not in set(hasil.indikator["klaster"]):
            baris.append((k.klaster, k.klaster, k.nama, semua[SEMUA][k.klaster], getattr(k, aman) / k.nilai_maksimal))
    tabel = pd.DataFrame(baris, columns=["klaster", "kode", "nama", "bobot", "aman"])
    tabel["belum_aman"] = 1.0 - tabel.pop("aman").fillna(0.0)
    tabel["perhatian"] = tabel["bobot"] * tabel["belum_aman"]
    return tabel.sort_values("perhatian", ascending=False, kind="stable", ignore_index=True)
