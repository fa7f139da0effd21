"""Draw the results as one widget of our own, so that a move of a slider costs one message."""

from pathlib import Path

import anywidget
import traitlets

FOLDER = Path(__file__).resolve().parent


class LayarHasil(anywidget.AnyWidget):
    """Shows HTML in five places: kalimat, penggaris, klaster, peluang, ubahan; only a part that changed is redrawn."""

    _esm = (FOLDER / "layar_hasil.js").read_text(encoding="utf-8")
    bagian = traitlets.Dict().tag(sync=True)
