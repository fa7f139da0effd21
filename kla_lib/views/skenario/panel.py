"""Open the scenario panel in a live notebook or in the app."""

from typing import Any

from kla_lib.views.skenario.meja import Meja


def panel_skenario(meja: Meja) -> Any:
    """Return the panel as one widget; where book or meeting are broken, it says what is wrong with them."""
    # Imported here: every kernel of a batch would pay for widgets that it does not show.
    from kla_lib.views.skenario.papan import Papan

    return Papan(meja).akar
