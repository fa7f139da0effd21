"""Put saved weights of an index beside those of its file: what each gives, and who gave them why."""

from collections.abc import Sequence

from kla_lib.bahasa import _, format_angka, format_tanggal
from kla_lib.data.skenario import data_lain
from kla_lib.keadaan.indeks import IndeksKota
from kla_lib.rules.skenario import Skenario
from kla_lib.scoring.indeks.bobot import bagian_bobot
from kla_lib.scoring.skenario.pembobotan import SEMUA
from kla_lib.views.indeks.meja import MejaIndeks, skenario_indeks
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, paragraf, tabel, tanpa_isi, tumpuk
from kla_lib.views.skenario.banding import PALING_BANYAK, sebut_data_lain


def banding_indeks(meja: MejaIndeks, nama: Sequence[str] = ()) -> Tampilan:
    """Return the saved scenarios of this index side by side, with the one at work where it is not saved."""
    cocok, catatan = skenario_indeks(meja, nama)
    lebih = [s.nama for s in cocok[:-PALING_BANYAK]]
    if lebih:
        catatan.append(_("Tidak ditampilkan karena lebih lama: {daftar}.").format(daftar=", ".join(lebih)))
    daftar: list[tuple[str, Skenario | None, IndeksKota]] = [
        (s.nama, s, meja.kota_resmi.dengan_bobot(s.indeks[meja.nama_indeks])) for s in cocok[-PALING_BANYAK:]
    ]
    if meja.diubah and meja.belum_disimpan:
        daftar.append((_("belum disimpan"), None, meja.kota))
    if not daftar:
        kosong = tanpa_isi(_("Belum ada skenario indeks yang bisa dibandingkan. Simpan dulu satu."))
        return tumpuk(kosong, paragraf(*catatan))
    semua = [(_("Menurut berkas indeks"), None, meja.kota_resmi), *daftar]
    return tumpuk(_nilai(meja, semua), _bobot(meja, semua), paragraf(*catatan))


def _nilai(meja: MejaIndeks, daftar: Sequence[tuple[str, Skenario | None, IndeksKota]]) -> Tampilan:
    kolom = [
        Kolom("nama", _("Skenario")),
        Kolom("nilai", _("Nilai"), angka=True),
        Kolom("rentang", _("Rentang (9 dari 10 undian)")),
        Kolom("cakupan", _("Datanya"), angka=True),
        Kolom("sejak", _("Sejak nilai sebelumnya")),
        Kolom("alasan", _("Penulis dan alasan")),
    ]
    baris = [
        {
            "nama": nama,
            "nilai": _angka(k.nilai, k),
            "rentang": "–" if k.rentang is None else "–".join(_angka(n, k) for n in k.rentang),
            "cakupan": f"{format_angka(100 * k.cakupan, 0)} %",
            "sejak": _sejak(k),
            "alasan": _alasan(meja, s),
        }
        for nama, s, k in daftar
    ]
    judul = _("Skenario indeks berdampingan, {tahun}").format(tahun=meja.kota_resmi.tahun)
    return tabel(judul, kolom, baris, "", "sk-tabel sk-lebar")


def _bobot(meja: MejaIndeks, daftar: Sequence[tuple[str, Skenario | None, IndeksKota]]) -> Tampilan:
    tiap = [bagian_bobot(k.indeks) for _n, _s, k in daftar]
    kolom = [Kolom("apa", _("Bobot")), *(Kolom(f"s{n}", nama, angka=True) for n, (nama, _s, _k) in enumerate(daftar))]
    baris = []
    for induk, resmi in tiap[0].items():
        for anak in resmi:
            isi = [t[induk][anak] for t in tiap]
            if max(isi) - min(isi) > 1e-6:
                sebutan = meja.siap.instrumen.klaster_of(anak).judul_pendek if induk == SEMUA else f"– {anak}"
                baris.append({"apa": sebutan} | {f"s{n}": f"{format_angka(100 * b, 1)} %" for n, b in enumerate(isi)})
    return tabel(_("Bobot yang berbeda"), kolom, baris, _("Tidak ada bobot yang berbeda."), "sk-tabel sk-lebar")


def _angka(nilai: float | None, kota: IndeksKota) -> str:
    return "–" if nilai is None else format_angka(nilai, kota.indeks.desimal)


def _sejak(kota: IndeksKota) -> str:
    dua = kota.hasil_sebanding
    if dua is None:
        return "–"
    lalu, kini = (float(dua.dibulatkan[t]) for t in (kota.sebelumnya, kota.tahun))
    kata = _("tetap") if lalu == kini else _("naik") if kini > lalu else _("turun")
    return f"{kata}, {_angka(lalu, kota)} → {_angka(kini, kota)}"


def _alasan(meja: MejaIndeks, s: Skenario | None) -> str:
    if s is None:
        return "–"
    teks = _("{penulis}, {tanggal}: “{alasan}”").format(
        penulis=s.penulis, tanggal=format_tanggal(s.dibuat), alasan=s.alasan
    )
    return f"{teks} {sebut_data_lain()}" if data_lain(s, meja.siap.buku) else teks
