"""Name the office responsible for a row and the others in columns of their own, so that a list can be filtered."""

from collections.abc import Sequence
from typing import Any

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.views.rupa.tampilan import Kolom

UTAMA, IKUT = "utama", "ikut"


def kolom_kantor() -> list[Kolom]:
    """Return the two columns; a page that has room for one shows the first."""
    return [Kolom(UTAMA, _("Penanggung jawab")), Kolom(IKUT, _("Ikut"))]


def sel_kantor(keadaan: Keadaan, peran: Sequence[str]) -> dict[str, Any]:
    """Return the cells of both columns for the roles of a question, the responsible one first; none is left out."""
    utama, *lain = dict.fromkeys(map(keadaan.daerah.nama_opd, peran)) or [None]
    return {UTAMA: utama, IKUT: ", ".join(map(str, lain)) or None}
