"""Draw the areas inside a city side by side, by name: what children live with there, and no table of who leads."""

from kla_lib.bahasa import _, format_angka
from kla_lib.errors import KlaError
from kla_lib.keadaan.indeks import indeks_wilayah
from kla_lib.scoring.indeks.hitung import HasilIndeks
from kla_lib.views.indeks.meja import MejaIndeks
from kla_lib.views.indeks.petak import KANAN, LEBAR, Garis, Petak, Tulisan, susun_petak
from kla_lib.views.rupa.tampilan import Tampilan, pernyataan, tanpa_isi
from kla_lib.views.rupa.tema import WARNA_KLASTER

KIRI, BARIS = 78.0, 20.0


def chart_wilayah(meja: MejaIndeks) -> Tampilan:
    """Return a panel per area, in the order of names; in its place why there is none."""
    try:
        isi = indeks_wilayah(meja.siap, meja.kota.indeks)
    except KlaError as e:
        return pernyataan(_("Angka per wilayah belum bisa dipakai."), str(e).splitlines())
    if isi is None:
        kalimat = _(
            "Ukuran indeks ini belum dicatat per kecamatan; mintalah angkanya menurut kecamatan kepada kantornya."
        )
        return tanpa_isi(kalimat)
    tahun, hasil = isi
    nama = {str(w): meja.siap.daerah.nama_opd(str(w)) for w in hasil.nilai.index}
    petak = [_petak(meja, hasil, w, nama[w]) for w in sorted(nama, key=lambda w: nama[w])]
    kaki = _("Angka {tahun}, menurut nama. Yang datanya terlalu sedikit atau disamarkan tidak digambar.")
    return susun_petak(petak, [kaki.format(tahun=tahun)])


def _petak(meja: MejaIndeks, hasil: HasilIndeks, wilayah: str, nama: str) -> Petak:
    indeks = hasil.indeks
    petak, kata = Petak(nama, tinggi=BARIS * len(hasil.klaster.columns) + 8), []
    for n, k in enumerate(hasil.klaster):
        y, nilai = BARIS * (n + 0.5) + 2, float(hasil.klaster.loc[wilayah, k])
        sebutan = meja.siap.instrumen.klaster_of(str(k)).nama_pendek
        petak.tulisan.append(Tulisan(KIRI - 6, y + 4, sebutan, "end"))
        petak.garis.append(Garis(KIRI, y, LEBAR - KANAN, y, "#e0e0e0", 8.0))
        teks = "–" if nilai != nilai else format_angka(nilai, indeks.desimal)
        if nilai == nilai:
            panjang = min(max(nilai / indeks.skala, 0.0), 1.0) * (LEBAR - KANAN - KIRI)
            petak.garis.append(Garis(KIRI, y, round(KIRI + panjang, 1), y, WARNA_KLASTER[str(k)], 8.0))
        petak.tulisan.append(Tulisan(LEBAR - KANAN + 6, y + 4, teks, tebal=True))
        kata.append(f"{sebutan} {teks if nilai == nilai else _('tidak ada angka')}")
    petak.uraian = ", ".join(kata)
    semua, cakupan = float(hasil.nilai[wilayah]), format_angka(100 * float(hasil.cakupan[wilayah]), 0)
    if semua == semua:
        kalimat = _("Indeks {nilai}; datanya {cakupan} % dari bobot.")
        petak.catatan.append(kalimat.format(nilai=format_angka(semua, indeks.desimal), cakupan=cakupan))
    else:
        petak.catatan.append(_("Belum ada nilai; datanya {cakupan} % dari bobot.").format(cakupan=cakupan))
    return petak
