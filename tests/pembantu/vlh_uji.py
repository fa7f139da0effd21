"""The day of field verification of the example city, with notes and hours that a test sets."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from kla_lib.data.vlh.catatan import CatatanVlh, Latihan, Permintaan
from kla_lib.keadaan.vlh import Vlh, load_vlh
from tests.pembantu.keadaan_uji import keadaan_contoh

WIB = timezone(timedelta(hours=7), "WIB")
TUTUP = datetime(2025, 5, 22, 16, 0, tzinfo=WIB)
"""When the hours of the example city end."""


def vlh_contoh(latihan: tuple[Latihan, ...] = (), permintaan: tuple[Permintaan, ...] = ()) -> Vlh:
    """Return the day of the example meeting; what somebody noted for it on this machine is left aside."""
    vlh = load_vlh(keadaan_contoh("kota-contoh-2"))
    return replace(vlh, catatan=CatatanVlh(rapat="kota-contoh-2", latihan=latihan, permintaan=permintaan))


def minta(id_permintaan: str, kode: str | None = None, **lain: str) -> Permintaan:
    """Return a typed request about a question "7/1"."""
    indikator, _garis, pertanyaan = (kode or "").partition("/")
    isi = {"diminta": f"Kirim bukti {id_permintaan}.", "indikator": indikator or None, "pertanyaan": pertanyaan or None}
    return Permintaan.model_validate({"id": id_permintaan, **isi, **lain})
