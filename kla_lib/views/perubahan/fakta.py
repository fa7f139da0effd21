"""Give a notebook's page its facts, which the batch stores beside it."""

from kla_lib.keadaan.fakta import fakta_paket, fakta_rapat
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.views.rupa.tampilan import Tampilan
from kla_lib.views.rupa.tema import MIME_FAKTA


def fakta(lingkup: Keadaan | Paket) -> Tampilan:
    """Return the facts of a pack or of the whole meeting; the batch stores them as fakta.json."""
    isi = fakta_paket(lingkup) if isinstance(lingkup, Paket) else fakta_rapat(lingkup)
    return Tampilan("", f"{len(isi)} fakta", {MIME_FAKTA: isi})
