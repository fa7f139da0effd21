"""Show what the verifiers accepted of our points, by the state of the documents, beside what the forecast assumes."""

from kla_lib.bahasa import _, format_angka
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.penerimaan import penerimaan_rapat
from kla_lib.rules.verifikasi import UTAMA
from kla_lib.scoring.perkiraan.model import Model
from kla_lib.scoring.perkiraan.penerimaan import Penerimaan
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, catatan_kaki, tabel, tumpuk


def tabel_penerimaan(keadaan: Keadaan) -> Tampilan:
    """Return the accepted shares; nothing where marks of both stages, or the documents of that time, are not known."""
    rapat, daftar = penerimaan_rapat(keadaan)
    if not daftar:
        return Tampilan("", "")
    kolom = [
        Kolom("keadaan", _("Dokumen waktu diverifikasi")),
        Kolom("pertanyaan", _("Pertanyaan"), angka=True),
        Kolom("poin", _("Poin EM menjadi VA"), angka=True),
        Kolom("bagian", _("Diterima dari 100 poin"), angka=True),
        Kolom("anggapan", _("Menurut perkiraan"), angka=True),
    ]
    model = keadaan.ramalan.model.setelan[UTAMA]
    t = tabel(_("Yang diterima verifikator, menurut keadaan dokumennya"), kolom, [_baris(p, model) for p in daftar], "")
    kaki = _(
        "Status dokumen menurut rapat {rapat}, yang terakhir terbit sebelum verifikasi administrasi. Satu daerah dalam "
        "satu tahun: tabel ini belum menggeser perkiraan."
    ).format(rapat=rapat)
    return tumpuk(t, catatan_kaki(kaki))


def _baris(p: Penerimaan, model: Model) -> dict[str, str]:
    sebut = {
        "lengkap": _("lengkap semua"),
        "tanpa": _("ada yang kurang atau tidak ada"),
        "belum": _("belum diperiksa"),
    }
    diterima = {
        "lengkap": model.kappa,
        "tanpa": model.kappa * model.lam,
        "belum": model.kappa * (model.lam + (1 - model.lam) * model.delta),
    }[p.keadaan]
    return {
        "keadaan": sebut[p.keadaan],
        "pertanyaan": format_angka(p.pertanyaan, 0),
        "poin": _("{diklaim} menjadi {diterima}").format(
            diklaim=format_angka(p.diklaim), diterima=format_angka(p.diterima)
        ),
        "bagian": format_angka(100 * p.bagian, 0),
        "anggapan": format_angka(100 * float(diterima.mean()), 0),
    }
