"""Published meetings of which only the scores matter."""

from pathlib import Path
from typing import Any

from kla_lib.berkas import write_whole
from kla_lib.keadaan.fakta_bentuk import make_fakta, urut_fakta
from kla_lib.publish.terbitan.simpan import publish_paket, to_json


def tentang(rapat: str, **lain: Any) -> dict[str, Any]:
    """Return what a manifest tells of a meeting."""
    return {
        "id": rapat,
        "hash": "sha256:x",
        "daerah": "kota-uji",
        "nama": "Kota Uji",
        "tanggal": "2025-03-01",
        "form": "2024",
        "tahap": "em",
        "contoh": False,
    } | lain


def terbitkan(
    outputs: Path,
    rapat: str,
    diklaim: float | None = 700.0,
    terdukung: float | None = 600.0,
    kuantil: tuple[float, float, float] | None = None,
    **lain: Any,
) -> None:
    """Put the manifest and the summary's facts of a meeting in place."""
    t = tentang(rapat, **lain)
    nilai = [(f"form:{t['form']}", 1000.0), (f"diklaim:{t['tahap']}", diklaim), (f"terdukung:{t['tahap']}", terdukung)]
    nilai += [(f"perkiraan:vf:{k}", n) for k, n in zip(("p05", "p50", "p95"), kuantil or (), strict=False)]
    fakta = urut_fakta([make_fakta(i, n, "poin", "daerah", t["daerah"], "Penilaian") for i, n in nilai])
    publish_paket(outputs / rapat / "ringkasan", {"fakta.json": to_json(fakta)}, {"id": "ringkasan"})
    write_whole(outputs / rapat / "manifest.json", to_json({"rapat": t}))
