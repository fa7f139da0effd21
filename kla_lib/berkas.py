"""Write files so that no reader ever sees half of one."""

import os
from pathlib import Path


def write_whole(path: Path, isi: bytes) -> None:
    """Write a file so that it is either the old one or the whole new one, even when power fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{os.getpid()}.baru")
    try:
        with aside.open("wb") as f:
            f.write(isi)
            f.flush()
            os.fsync(f.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
