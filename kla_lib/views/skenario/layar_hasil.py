"""Draw the results as one widget of our own, so that a move of a slider costs one message."""

from pathlib import Path

import anywidget
import ipywidgets as w
import traitlets

FOLDER = Path(__file__).resolve().parent


class LayarHasil(anywidget.AnyWidget):
    """Shows HTML in five places: kalimat, penggaris, klaster, peluang, ubahan; only a part that changed is redrawn."""

    _esm = (FOLDER / "layar_hasil.js").read_text(encoding="utf-8")
    bagian = traitlets.Dict().tag(sync=True)


RINGKAS = "skp-ringkas"


class PanelLayar:
    """The right half of a panel: the results as a widget whose class can change."""

    def __init__(self) -> None:
        self.layar = LayarHasil()
        self.layar.add_class("skp-layar")
        self.akar = w.VBox([self.layar])  # its class can change, the one of a widget of our own cannot
        self.akar.add_class("skp-hasil")

    def ringkas(self, ya: bool) -> None:
        """Show sentence and picture alone, where a form needs the room below them."""
        if ya:
            self.akar.add_class(RINGKAS)
        else:
            self.akar.remove_class(RINGKAS)
