"""Say what others have published of a city: totals of a doubtful stage, the ministry's indices beside ours."""

from itertools import groupby

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.rules.daerah.terbitan import NilaiTerbit
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import Rujukan, sebut_keyakinan, semua_sumber
from kla_lib.rules.tahap import sebut_tahap


def kalimat_nilai_terbit(keadaan: Keadaan) -> list[str]:
    """Return in one sentence the totals that others have published, newest first; [] without any.

    Totals of one year that disagree stand side by side.
    """
    semua = sorted(keadaan.daerah.nilai_terbit, key=lambda n: -n.tahun)
    tahunan = [
        _("{tahun}: {isi}").format(tahun=tahun, isi=_(" atau ").join(_satu(keadaan.params, n) for n in milik))
        for tahun, milik in groupby(semua, key=lambda n: n.tahun)
    ]
    return [_("Nilai KLA yang terbit. {daftar}.").format(daftar="; ".join(tahunan))] if tahunan else []


def ragu_nilai_terbit(keadaan: Keadaan) -> list[str]:
    """Return how sure those totals are: that of two only one can hold, and what the city's file says of each."""
    semua = sorted(keadaan.daerah.nilai_terbit, key=lambda n: -n.tahun)
    kalimat = []
    for tahun, milik in groupby(semua, key=lambda n: n.tahun):
        daftar = list(milik)
        if len({(n.tahap, n.nilai) for n in daftar}) > len({n.tahap for n in daftar}):
            kalimat.append(_("Dua sumber menyebut nilai {tahun} yang berbeda.").format(tahun=tahun))
        kalimat += [n.ragu for n in daftar if n.ragu]
    if any(n.tahap is None for n in semua):
        kalimat.append(_("Nilai yang tahapnya tidak disebut tidak kami bandingkan dengan nilai mana pun."))
    return kalimat


def _satu(params: Params, n: NilaiTerbit) -> str:
    tahap = _("tahap tidak disebut") if n.tahap is None else sebut_tahap(n.tahap)
    return f"{format_angka(n.nilai)} ({tahap}; {sebut_rujukan(params, n.sumber)})"


def kalimat_indeks_resmi(keadaan: Keadaan) -> list[str]:
    """Return the indices that the ministry gave the city, newest first; [] where the city's file has none."""
    semua = sorted(keadaan.daerah.indeks_resmi, key=lambda i: (-i.tahun, i.indeks))
    if not semua:
        return []
    isi = [f"{i.indeks} {i.tahun} {format_angka(i.nilai)} ({sebut_rujukan(keadaan.params, i.sumber)})" for i in semua]
    return [
        _("Indeks resmi dari kementerian: {daftar}. Caranya tidak terbit, jadi tidak dibandingkan dengan indeks kita.")
        .format(daftar=gabung(isi))
    ]  # fmt: skip


def sebut_rujukan(params: Params, r: Rujukan) -> str:
    """Return a source in few words with how sure it is; one that no list holds as it is written, with the place."""
    s = semua_sumber(params).get(r.dokumen)
    if s is None:
        return f"{r.dokumen}, {r.letak}"
    tahun = s.tanggal if isinstance(s.tanggal, int) else s.tanggal.year
    return f"{s.penerbit} {tahun}, {sebut_keyakinan(s.keyakinan)}"
