"""Name what a code of the form stands for: a klaster, an indikator, a question."""

from kla_lib.rules.instrumen import Instrumen
from kla_lib.views.sebutan import sebut_pertanyaan


def nama_bagian(form: Instrumen) -> dict[str, str]:
    """Return the short words for every klaster and indikator by its code."""
    return {
        **{k.id: k.judul_pendek for k in form.klaster},
        **{i.kode: f"{i.kode} {i.nama_pendek}" for k in form.klaster for i in k.indikator},
    }


def nama_kode(form: Instrumen) -> dict[str, str]:
    """Return the words for every code of the form: "klaster_1", "21A", "21A/4a"."""
    p = form.pertanyaan
    return nama_bagian(form) | {
        f"{i}/{s}": f"{i}/{s} {sebut_pertanyaan(str(label), terbalik is True)}"
        for i, s, label, terbalik in zip(p["indikator"], p["pertanyaan"], p["label"], p["terbalik"], strict=True)
    }
