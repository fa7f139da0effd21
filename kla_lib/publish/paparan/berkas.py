"""Write the slides of a meeting: what they say, the speaker's notes with the published facts, the properties."""

from kla_lib.bahasa import _, tulis_angka
from kla_lib.keadaan.fakta import fakta_paket, fakta_rapat
from kla_lib.keadaan.fakta_bentuk import Fakta
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.publish.halaman.kop import atas_halaman, kaki_halaman
from kla_lib.publish.paparan.gambar import Paparan
from kla_lib.views.paparan.bentuk import Slaid
from kla_lib.views.paparan.isi import daftar_slaid
from kla_lib.views.rupa.spanduk import teks_spanduk

BERKAS = "paparan.pptx"


def berkas_paparan(keadaan: Keadaan) -> dict[str, bytes]:
    """Return paparan.pptx by its place under the meeting's folder."""
    judul = _("Paparan rapat {daerah}").format(daerah=keadaan.daerah.nama)
    paparan = Paparan(judul, atas_halaman(keadaan), kaki_halaman(keadaan), keadaan.rapat.tanggal)
    fakta = {f["id"]: f for f in semua_fakta(keadaan)}
    for slaid in daftar_slaid(keadaan):
        paparan.tambah(slaid, catatan_pembicara(keadaan, slaid, fakta))
    return {BERKAS: paparan.simpan()}


def semua_fakta(keadaan: Keadaan) -> list[Fakta]:
    """Return the facts of the summary and of every pack, as they are published beside the slides."""
    return [
        *fakta_rapat(keadaan),
        *(f for k in keadaan.instrumen.klaster for f in fakta_paket(keadaan.klaster(k.id))),
    ]


def catatan_pembicara(keadaan: Keadaan, slaid: Slaid, fakta: dict[str, Fakta]) -> str:
    """Return what the speaker sees: the warnings of every page, each number's fact with its sheet, further sources.

    KeyError for a number that is no published fact.
    """
    baris = [*teks_spanduk(keadaan), *slaid.catatan]
    if slaid.fakta:
        baris.append(_("Sumber angka (fakta.json):"))
        baris += [_sebut(fakta[i]) for i in dict.fromkeys(slaid.fakta)]
    return "\n".join(baris)


def _sebut(f: Fakta) -> str:
    nilai = "–" if f["nilai"] is None else f"{tulis_angka(f['nilai'])} {f['satuan']}"
    return f"{f['id']} = {nilai} ({f['asal']['lembar']})"
