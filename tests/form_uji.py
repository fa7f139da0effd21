"""Copies of the shipped forms with one thing changed."""

from pathlib import Path

from kla_lib.letak import FOLDER_PARAMS


def salin_form(
    folder: Path,
    tahun: str = "2024",
    kepala: tuple[tuple[str, str], ...] = (),
    pertanyaan: tuple[tuple[str, str], ...] = (),
) -> str:
    """Copy a form into `folder`, replacing texts that must occur exactly once; return the path of its head."""
    asal = FOLDER_PARAMS / "instrumen"
    for nama, ganti in ((f"{tahun}.yaml", kepala), (f"{tahun}.csv", pertanyaan)):
        if not (asal / nama).is_file():
            continue
        teks = (asal / nama).read_text(encoding="utf-8")
        for lama, baru in ganti:
            assert teks.count(lama) == 1, f"{nama} holds {teks.count(lama)} times: {lama}"
            teks = teks.replace(lama, baru)
        (folder / nama).write_text(teks, encoding="utf-8")
    return str(folder / f"{tahun}.yaml")
