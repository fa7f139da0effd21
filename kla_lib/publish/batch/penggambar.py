"""Give a run what draws its charts, and keep the pictures from one run to the next."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from kla_lib.publish.batch.cabang import bisa_bercabang
from kla_lib.publish.batch.perender import Perender, rapikan_simpanan
from kla_lib.publish.terbitan.manifes import MANIFES
from kla_lib.views.rupa.svg import dengan_perender

SIMPANAN = ".gambar"
"""Folder under the outputs that keeps pictures of charts from one run to the next."""


@contextmanager
def perender_run(simpanan: Path, dipinjam: Perender | None) -> Iterator[Perender | None]:
    """Give what draws for this process and for those forked from it; None where nothing can be forked.

    This process itself never draws: it would have threads afterwards, and could not be forked any more.
    """
    if not bisa_bercabang():
        yield None
        return
    milik = Perender(simpanan) if dipinjam is None else nullcontext(dipinjam)
    with milik as perender, dengan_perender(perender.render):
        yield perender
    if dipinjam is None:
        rapikan_simpanan(simpanan, len(list(simpanan.parent.glob(f"*/{MANIFES}"))))
