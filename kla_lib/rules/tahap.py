"""Name the stages of the evaluation in a reader's words."""

from kla_lib.bahasa import _


def sebut_tahap(tahap: str) -> str:
    """Return the score's name at a stage: "nilai evaluasi mandiri (EM)"."""
    return {
        "em": _("nilai evaluasi mandiri (EM)"),
        "va": _("nilai verifikasi administrasi (VA)"),
        "vl": _("nilai verifikasi lapangan (VL)"),
        "vf": _("nilai akhir"),
    }[tahap]


def sebut_tahap_pendek(tahap: str) -> str:
    """Return the stage's short name, for marks in a chart."""
    return {"em": "EM", "va": "VA", "vl": "VL", "vf": _("akhir")}[tahap]
