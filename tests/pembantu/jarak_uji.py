"""Books of the 2024 form in which every question is full but for a few: for what is still missing."""

from pathlib import Path

from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.muat import load_keadaan
from kla_lib.rules.form.instrumen import load_instrumen
from tests.pembantu.buku_uji import Tabel, isi_buku, tabel, write_folder
from tests.pembantu.params_uji import PARAMS

FORM = load_instrumen(PARAMS, "2024")
PENUH = {f"{r.indikator}/{r.pertanyaan}": float(r.nilai_maksimal) for r in FORM.pertanyaan.itertuples(index=False)}
KLASTER = dict(zip(FORM.indikator["indikator"], FORM.indikator["klaster"], strict=True))


def keadaan_jarak(tmp_path: Path, nilai: dict[str, float | None], sasaran: str = "utama", **lain: Tabel) -> Keadaan:
    """Return a meeting in which every question has its maximum, except for `nilai` (None: nobody answered)."""
    semua = {**PENUH, **nilai}
    baris = [
        ["em", KLASTER[i], i, p, f"{n:g}"] for kode, n in semua.items() if n is not None for i, p in [kode.split("/")]
    ]
    tmp_path.mkdir(exist_ok=True)
    write_folder(isi_buku(*baris, keterangan={"instrumen": "2024"}, **lain), tmp_path / "buku")
    (tmp_path / "uji.yaml").write_text(
        "id: uji\ndaerah: kota-contoh\ntanggal: 2025-03-18\ninstrumen: '2024'\ntahap: em\n"
        f"sasaran: {sasaran}\nbuku_data: buku\n",
        encoding="utf-8",
    )
    return load_keadaan(PARAMS, str(tmp_path / "uji.yaml"))


def rad_nanti(*soal: str) -> Tabel:
    """Return actions that leave questions to the next cycle."""
    return tabel("RAD", *(_kegiatan(n, *kode.split("/")) for n, kode in enumerate(soal, start=1)))


def _kegiatan(nomor: int, indikator: str, pertanyaan: str) -> dict[str, object]:
    return {
        **{"id_kegiatan": f"R{nomor}", "klaster": KLASTER[indikator], "kegiatan": "Layanan", "pilar": "pemerintah"},
        **{"indikator": indikator, "pertanyaan": pertanyaan, "opd": "dinas_sosial", "status": "belum"},
        **{"jenis_celah": "siklus_berikutnya"},
    }


def kosong(*klaster: str) -> dict[str, float | None]:
    """Return every question of these klaster as answered with nothing."""
    return {kode: 0.0 for kode in PENUH if KLASTER[kode.split("/")[0]] in klaster}


DASAR = kosong("klaster_5") | {kode: PENUH[kode] for kode in PENUH if kode.startswith("21C/")}
"""Klaster V empty but for 21C: 817 of 1000 points."""
