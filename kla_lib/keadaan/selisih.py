"""Name what gets lost between the parts of a meeting; the notebooks assert that nothing does."""

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.scoring.dokumen.status import LENGKAP
from kla_lib.scoring.pekerjaan.pekerjaan import DOKUMEN, PERIKSA, TAHAP_AKHIR
from kla_lib.scoring.pekerjaan.rad import SELESAI
from kla_lib.scoring.rencana.daftar import AWALAN_DOKUMEN


def dokumen_terlewat(keadaan: Keadaan) -> list[str]:
    """Return the documents that are neither complete nor anybody's work, now or for the next cycle.

    Nothing is asked for any more once the points are final.
    """
    r = keadaan.register
    if r is None or keadaan.rapat.tahap == TAHAP_AKHIR:
        return []
    pekerjaan = [b for k in keadaan.pekerjaan.values() for b in (*k.butuh, *k.nanti)]
    dikerjakan = {b.id for b in pekerjaan if b.jenis in (DOKUMEN, PERIKSA)}
    return sorted(set(r.loc[r["status"] != LENGKAP, "id_dokumen"]) - dikerjakan)


def rencana_tanpa_asal(keadaan: Keadaan) -> list[str]:
    """Return the actions of the plan that are no open action of the RAD, no incomplete document and no question."""
    if keadaan.rencana is None:
        return []
    r = keadaan.register
    rad = {k.id for k in keadaan.rad or () if k.keadaan != SELESAI and k.id not in keadaan.dibatalkan}
    dokumen = set() if r is None else set(r.loc[r["status"] != LENGKAP, "id_dokumen"])
    asal = rad | dokumen | set(keadaan.pertanyaan["kode"]) | {k.id for k in keadaan.instrumen.kepala.klaster}
    asal |= set(keadaan.instrumen.indikator["indikator"])
    dipilih = [t.kegiatan.id.removeprefix(AWALAN_DOKUMEN) for t in keadaan.rencana.lengkap.kegiatan]
    return sorted(set(dipilih) - asal)
