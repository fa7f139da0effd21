"""Keep the weights of an index that somebody works on, in the scenario of a meeting: tried, saved, taken up again."""

from collections.abc import Collection
from pathlib import Path

from kla_lib.bahasa import _
from kla_lib.errors import KlaError
from kla_lib.keadaan.indeks import IndeksKota, indeks_kota
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.letak import nama_tampil
from kla_lib.rules.params import Params
from kla_lib.rules.skenario import IsiSkenario, Skenario, load_skenario
from kla_lib.scoring.indeks.bobot import bagian_bobot, check_bobot_indeks, ubahan_bobot_indeks
from kla_lib.scoring.skenario.pembobotan import geser
from kla_lib.views.skenario.meja import Meja


class MejaIndeks(Meja):
    """A table on which the weights of one index lie.

    kota_resmi: the index as its file weighs; kota: under the present scenario.
    Points and documents of a scenario stay as they are: they move no outcome.
    """

    kota_resmi: IndeksKota
    kota: IndeksKota

    def __init__(self, params: Params, rapat: str, indeks: str) -> None:
        self.nama_indeks = indeks
        super().__init__(params, rapat)

    def _periksa(self, keadaan: Keadaan) -> str:
        try:
            self.kota = self.kota_resmi = indeks_kota(keadaan, self.nama_indeks)
        except KlaError as e:
            return str(e)
        return ""

    def _terapkan(self) -> None:
        bobot = self.isi.indeks.get(self.nama_indeks)
        self.kota = self.kota_resmi.dengan_bobot(bobot) if bobot else self.kota_resmi

    @property
    def pokok(self) -> "MejaIndeks":
        return self

    @property
    def berkode(self) -> bool:
        return False

    @property
    def diubah(self) -> bool:
        """Whether the weights are others than the file's."""
        return bool(self.isi.indeks.get(self.nama_indeks))

    def geser(self, induk: str, anak: str, ke: float) -> str:
        """Move one weight to a share (0 to 1) of its siblings; return why it was refused, or nothing."""
        with self.kunci:
            semua = bagian_bobot(self.kota.indeks)
            baru = semua | {induk: geser(semua[induk], anak, ke, self.dikunci)}
            bobot = ubahan_bobot_indeks(self.kota_resmi.indeks, baru)
            return self.lakukan(lambda _k, isi: dengan_bobot(isi, self.nama_indeks, bobot), f"indeks {anak}")

    def sebut_tersimpan(self, path: Path) -> str:
        return _("Disimpan: {berkas}").format(berkas=nama_tampil(path))

    def daftar_muat(self) -> list[str]:
        return [s.nama for s in skenario_indeks(self)[0]]

    def _baca(self, nama: str) -> Skenario:
        skenario = super()._baca(nama)
        bobot = skenario.indeks.get(self.nama_indeks, {})
        salah = list(check_bobot_indeks(self.kota_resmi.indeks, bobot, f"{nama}.yaml"))
        if salah:
            raise KlaError(salah)
        return skenario


def dengan_bobot(isi: IsiSkenario, indeks: str, bobot: dict[str, float]) -> IsiSkenario:
    """Return a scenario with other weights of one index; none leave it out."""
    lain = {k: b for k, b in isi.indeks.items() if k != indeks}
    return isi.model_copy(update={"indeks": lain | ({indeks: bobot} if bobot else {})})


def skenario_indeks(meja: MejaIndeks, nama: Collection[str] = ()) -> tuple[list[Skenario], list[str]]:
    """Return the saved scenarios that weigh this index otherwise, and which of them cannot be used, with the reason.

    nama: only these; by default all that are saved.
    """
    cocok, catatan = [], []
    for n in nama or meja.daftar_tersimpan():
        try:
            s = load_skenario(meja.params, n)
        except KlaError as e:
            catatan.append(_("{nama} tidak terbaca: {salah}").format(nama=n, salah=e.kesalahan[0]))
            continue
        bobot = s.indeks.get(meja.nama_indeks)
        salah = list(check_bobot_indeks(meja.kota_resmi.indeks, bobot, f"{n}.yaml")) if bobot else []
        if salah:
            catatan.append(_("{nama} tidak bisa dibandingkan: {salah}").format(nama=n, salah=salah[0]))
        elif bobot:
            cocok.append(s)
    return sorted(cocok, key=lambda s: (s.dibuat, s.nama)), catatan


def open_meja_indeks(params: Params, rapat: str, indeks: str) -> MejaIndeks:
    """Return the table for an index of a meeting's city; what is wrong with book or index stands in `salah`."""
    return MejaIndeks(params, rapat, indeks)
