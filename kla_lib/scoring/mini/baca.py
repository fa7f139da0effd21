"""Compare what two readers found, and say what is taken of each document they read."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass

SEBAGAI_STATUS = {"lengkap": "lengkap", "kurang": "kurang", "tidak_ada": "tidak_ada", "tidak_terbuka": "tidak_ada"}
"""What an answer says of a document.  One that cannot be opened proves nothing, like one that is not there."""

URUTAN = ("tidak_ada", "kurang", "lengkap")


@dataclass(frozen=True)
class Kesepakatan:
    """How far two readers agree.

    banyak: documents that both answered.  sama: those answered alike.
    kappa: Cohen's; None where chance alone would make all answers equal,
    because both used one answer only, or where nothing is answered.
    beda: the documents answered differently.
    """

    banyak: int
    sama: int
    kappa: float | None
    beda: tuple[str, ...]


def kesepakatan(a: Mapping[str, str], b: Mapping[str, str]) -> Kesepakatan:
    """Return how far the answers of two readers agree, over the documents that both answered.

    κ = (p_o − p_e)/(1 − p_e): p_o the share answered alike, p_e the share that
    two readers with these frequencies would answer alike by chance.
    """
    berdua = [d for d in a if d in b]
    n = len(berdua)
    beda = tuple(d for d in berdua if a[d] != b[d])
    kali_a, kali_b = Counter(a[d] for d in berdua), Counter(b[d] for d in berdua)
    kebetulan = sum(kali_a[j] * kali_b[j] for j in kali_a)  # out of n², whole numbers
    sama = n - len(beda)
    kappa = None if kebetulan == n * n else (sama * n - kebetulan) / (n * n - kebetulan)
    return Kesepakatan(n, sama, kappa, beda)


def status_terbaca(
    a: Mapping[str, str], b: Mapping[str, str], sepakat: Mapping[str, str], siklus_lain: Collection[str] = ()
) -> dict[str, str]:
    """Return the status of every document that was read: lengkap, kurang or tidak_ada.

    What was settled together goes first.  Where two readers differ, the worse
    answer counts until then; where one has read it so far, that one's.
    siklus_lain: documents that count as absent whatever was found.
    """
    hasil = {}
    for d in [*a, *(d for d in b if d not in a)]:
        jawaban = [sepakat[d]] if d in sepakat else [m[d] for m in (a, b) if d in m]
        status = min((SEBAGAI_STATUS[j] for j in jawaban), key=URUTAN.index)
        hasil[d] = "tidak_ada" if d in siklus_lain else status
    return hasil
