"""Measure the processor time of publishing a whole meeting, against an earlier commit in the same run.

    .venv/bin/python benchmarks/rapat.py [--json] [--lama COMMIT] [--pasang 3]

cpu_s: user and system seconds of `kla run kota-contoh-2 --force`, all its
processes together, pages and sheets included, the meeting before it published
in the same folder, no picture kept from earlier; the median of the pairs.
rasio_lama: our seconds over those of the earlier commit, each pair one after
the other, the order turned each time; the median.  null where git does not
know the commit (a shallow clone).
bagian: seconds by part as the manifest tells (those of packs and sheets added
up, though they run side by side), of the last run.
The ratio holds better than the seconds.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kla_lib.letak import FOLDER_PROYEK

LAMA = "5c7e339"
"""The commit before the rebuild into folders of subjects."""
RAPAT, SEBELUMNYA = "kota-contoh-2", "kota-contoh-1"


class Pohon:
    """A checkout with what its runs need: its own entry point, and the outputs of the meeting before."""

    def __init__(self, akar: Path, kerja: Path) -> None:
        self.akar, self.awal, self._kerja = akar, kerja / "awal", kerja
        # papermill finds our engine by what is installed; whoever comes first on the path is heard.
        masuk = tomllib.loads((akar / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]
        info = kerja / "jalur" / "kla_lib-0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: kla-lib\nVersion: 0\n", encoding="utf-8")
        mesin = masuk["papermill.engine"]["kla"]
        (info / "entry_points.txt").write_text(f"[papermill.engine]\nkla = {mesin}\n", encoding="utf-8")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled modules stay from run to run, as for everyone
        self._lingkungan = os.environ | {"PYTHONPATH": os.pathsep.join([str(info.parent), str(akar)])}
        self._jalankan(SEBELUMNYA, self.awal)
        shutil.rmtree(self.awal / ".gambar", ignore_errors=True)

    def ukur(self) -> tuple[float, dict[str, float]]:
        """Publish the meeting once; return processor seconds, and seconds by part."""
        keluaran = self._kerja / "keluaran"
        shutil.rmtree(keluaran, ignore_errors=True)
        shutil.copytree(self.awal, keluaran)
        dari = _cpu()
        self._jalankan(RAPAT, keluaran)
        return _cpu() - dari, _bagian(json.loads((keluaran / RAPAT / "manifest.json").read_bytes())["waktu"])

    def _jalankan(self, rapat: str, keluaran: Path) -> None:
        perintah = ["run", str(self.akar / "params" / "rapat" / f"{rapat}.yaml"), "--force", "--outputs", str(keluaran)]
        p = subprocess.run(
            [sys.executable, "-m", "kla_lib.cli", *perintah],
            cwd=self.akar,
            env=self._lingkungan,
            capture_output=True,
            text=True,
            check=False,
        )
        if p.returncode:
            raise SystemExit(f"{self.akar}: {p.stderr}")


def _cpu() -> float:
    """Return user and system seconds of all processes that have ended below this one."""
    r = resource.getrusage(resource.RUSAGE_CHILDREN)
    return r.ru_utime + r.ru_stime


def _bagian(waktu: dict[str, Any]) -> dict[str, float]:
    bagian = dict(waktu["bagian"])
    for rincian in waktu["bagian_paket"].values():
        for nama, detik in rincian.items():
            bagian[f"paket_{nama}"] = bagian.get(f"paket_{nama}", 0.0) + detik
    return {nama: round(detik, 2) for nama, detik in bagian.items()}


@contextmanager
def pohon_kerja(commit: str, folder: Path) -> Iterator[Path | None]:
    """Give a checkout of an earlier commit for a while; None where git has none."""
    git = ["git", "-C", str(FOLDER_PROYEK)]
    buat = subprocess.run(
        [*git, "worktree", "add", "--detach", str(folder), commit], capture_output=True, text=True, check=False
    )
    if buat.returncode:
        print(f"no ratio: git has no commit {commit} ({buat.stderr.strip()})", file=sys.stderr)
        yield None
        return
    try:
        yield folder
    finally:
        subprocess.run([*git, "worktree", "remove", "--force", str(folder)], check=True, capture_output=True)


def ukur(commit: str, pasang: int) -> dict[str, Any]:
    """Return the figures of so many pairs."""
    with tempfile.TemporaryDirectory() as t, pohon_kerja(commit, Path(t) / "lama") as akar:
        baru = Pohon(FOLDER_PROYEK, Path(t) / "kerja-baru")
        lama = None if akar is None else Pohon(akar, Path(t) / "kerja-lama")
        kita, rasio, bagian = list[float](), list[float](), dict[str, float]()
        for nomor in range(pasang):
            detik: dict[Pohon, float] = {}
            for pohon in (baru, lama)[:: -1 if nomor % 2 else 1]:
                if pohon is not None:
                    detik[pohon], isi = pohon.ukur()
                    bagian = isi if pohon is baru else bagian
            kita.append(detik[baru])
            if lama is not None:
                rasio.append(detik[baru] / detik[lama])
    return {
        "cpu_s": round(statistics.median(kita), 1),
        "rasio_lama": round(statistics.median(rasio), 2) if rasio else None,
        "bagian": bagian,
    }


def main() -> None:
    """Run the pairs and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--lama", default=LAMA, metavar="COMMIT")
    parser.add_argument("--pasang", type=int, default=3, metavar="N")
    args = parser.parse_args()
    hasil = ukur(args.lama, args.pasang)
    print(json.dumps(hasil) if args.json else "\n".join(f"{k}: {v}" for k, v in hasil.items()))


if __name__ == "__main__":
    main()
