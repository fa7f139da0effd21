"""Let the evaluator choose in a live notebook; batch runs skip these cells."""

from collections.abc import Callable
from typing import Any

from kla_lib.bahasa import _
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket


def panel_klaster(keadaan: Keadaan, tampilkan: Callable[[Paket], object]) -> Any:
    """Return a list of klaster as a widget; choosing one shows `tampilkan` of its pack below."""
    # Imported here: every kernel of a batch would pay for widgets that it does not show.
    import ipywidgets as w
    from IPython.display import display

    pilihan = w.Dropdown(
        options=[(k.judul_pendek, k.id) for k in keadaan.instrumen.klaster],
        description=_("Klaster"),
        layout=w.Layout(width="28rem"),
    )

    def perbarui(klaster: str) -> None:
        display(tampilkan(keadaan.klaster(klaster)))

    isi = w.interactive_output(perbarui, {"klaster": pilihan})
    return w.VBox([pilihan, isi])
