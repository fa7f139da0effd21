"""List the sets of weights to start from: forms, equal ones, those of saved scenarios."""

from kla_lib.bahasa import _
from kla_lib.errors import KlaError
from kla_lib.rules.instrumen import daftar_instrumen, load_instrumen
from kla_lib.scoring.pembobotan import Bobot, indikator_sama, klaster_sama, seperti_form
from kla_lib.views.skenario.meja import Meja

RESMI, KLASTER_SAMA, INDIKATOR_SAMA, FORM, SIMPANAN = "resmi", "klaster_sama", "indikator_sama", "form:", "skenario:"


def pilihan_bobot(meja: Meja) -> list[tuple[str, str]]:
    """Return the presets as (label, id)."""
    form = meja.siap.instrumen
    lain = [f for f in daftar_instrumen() if f != form.id and _sebanding(meja, f)]
    return [
        (_("resmi {form}").format(form=form.id), RESMI),
        *((_("resmi {form}").format(form=f), FORM + f) for f in lain),
        (_("sama per klaster"), KLASTER_SAMA),
        (_("sama per indikator"), INDIKATOR_SAMA),
        *((_("tersimpan: {nama}").format(nama=n), SIMPANAN + n) for n in meja.daftar_tersimpan()),
    ]


def bobot_pilihan(meja: Meja, pilihan: str) -> Bobot:
    """Return the weights of a preset; KlaError where a saved one cannot be used here."""
    form = meja.siap.instrumen
    if pilihan == KLASTER_SAMA:
        return klaster_sama(form)
    if pilihan == INDIKATOR_SAMA:
        return indikator_sama(form)
    if pilihan.startswith(FORM):
        return seperti_form(load_instrumen(pilihan.removeprefix(FORM)))
    if pilihan.startswith(SIMPANAN):
        return meja.bobot_tersimpan(pilihan.removeprefix(SIMPANAN))
    return {}


def _sebanding(meja: Meja, form: str) -> bool:
    """Return whether another form weighs the same klaster; one that cannot be read is no choice."""
    try:
        lain = load_instrumen(form)
    except KlaError:
        return False
    return {k.id for k in lain.klaster} == {k.id for k in meja.siap.instrumen.klaster}
