"""Show the trend of every measurement with target and source; series of different sources are never joined."""

from textwrap import wrap

import altair as alt
import pandas as pd

from kla_lib.bahasa import _, format_angka
from kla_lib.data.bentuk import CAPAIAN
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Paket
from kla_lib.rules.params import Params
from kla_lib.tabel.nama import kunci_nama
from kla_lib.views.indeks.terpilah import sebut_terpilah
from kla_lib.views.nilai.dasar import judul_sumber
from kla_lib.views.rupa.sebutan import sebut_jenis_sumber
from kla_lib.views.rupa.susun import Gambar, lapis, susun_ke_bawah
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, tabel, tanpa_data, tanpa_isi
from kla_lib.views.rupa.tema import GARIS, LEBAR, TINTA, TINTA_LEMAH, WARNA_SERI, Chart

TINGGI = 110
TREN_PEMBUKA = 3  # small charts on a page that opens with them
TEPI_LABEL = 104  # room at the right for the name and last value of each series
HURUF_JUDUL = 42  # letters of a title that fit in a line, whatever font the reader's machine has
LAMBANG = {"survei": "circle", "rutin": "square", "administrasi": "triangle-up"}
PUTUS = {"survei": [1, 0], "rutin": [6, 3], "administrasi": [1, 0]}


def chart_capaian(paket: Paket) -> Chart:
    """Draw small charts of every ukuran with at least two values, in the order of the form."""
    kelompok = [(nama, milik) for nama, milik in per_ukuran(paket) if milik["nilai"].notna().sum() > 1]
    if not per_ukuran(paket):
        return tanpa_data(_("Belum ada capaian yang dicatat."), CAPAIAN)
    if not kelompok:
        return tanpa_isi(_("Tren belum bisa digambar: belum ada ukuran dengan angka dua tahun atau lebih."))
    return _tumpukan(kelompok, WARNA_SERI[paket.klaster.id])


def chart_tren(keadaan: Keadaan) -> Chart:
    """Draw the same of a whole city for a page that opens with it: the measures with a target first, at most three."""
    kelompok = [(nama, milik) for nama, milik in per_ukuran(keadaan) if milik["nilai"].notna().sum() > 1]
    if not kelompok:
        return tanpa_data(_("Belum ada capaian dengan angka dua tahun atau lebih."), CAPAIAN)
    kelompok.sort(key=lambda k: k[1]["target"].isna().all())
    return _tumpukan(kelompok[:TREN_PEMBUKA], TINTA)


def _tumpukan(kelompok: list[tuple[str, pd.DataFrame]], warna: str) -> Chart:
    return (
        susun_ke_bawah(*(_ukuran(nama, milik, warna) for nama, milik in kelompok), spacing=22)
        .resolve_scale(x="independent", y="independent", color="independent", shape="independent")
        .properties(description=" ".join(_uraian(nama, milik) for nama, milik in kelompok))
    )


def tabel_capaian(lingkup: Paket | Keadaan) -> Tampilan:
    """Return the last value of every measurement of a klaster, with target, change and source.

    For a whole meeting: those that have a target, so that one page holds them.
    """
    kolom = [
        Kolom("ukuran", _("Ukuran")),
        Kolom("nilai", _("Angka terakhir")),
        Kolom("perubahan", _("Perubahan")),
        Kolom("target", _("Target")),
        Kolom("terpilah", _("Terpilah")),
        Kolom("sumber", _("Sumber")),
    ]
    terpilah = {kunci_nama(t.ukuran): sebut_terpilah(t) for t in lingkup.keadaan.anak.terpilah}
    baris = [
        _baris_capaian(lingkup.keadaan.params, nama, str(jenis), seri)
        | {"terpilah": terpilah.get(kunci_nama(str(seri["ukuran"].iloc[0])), "–")}
        for nama, milik in per_ukuran(lingkup)
        for jenis, seri in milik.groupby("jenis_sumber", sort=True)
        if isinstance(lingkup, Paket) or seri["target"].notna().any()
    ]
    return tabel(
        _("Capaian {klaster}").format(klaster=lingkup.klaster.nama_pendek)
        if isinstance(lingkup, Paket)
        else _("Capaian yang punya target"),
        kolom,
        baris,
        _("Belum ada capaian yang dicatat.") if isinstance(lingkup, Paket) else _("Belum ada capaian dengan target."),
        "capaian",
    )


def _baris_capaian(params: Params, nama: str, jenis: str, seri: pd.DataFrame) -> dict[str, str]:
    terisi, bertarget = seri.dropna(subset="nilai"), seri.dropna(subset="target")
    satuan = seri["satuan"].iloc[0]
    akhir = terisi.iloc[-1] if len(terisi) else None
    return {
        "ukuran": f"{nama} ({sebut_jenis_sumber(jenis)})",
        "nilai": _sebut_nilai(akhir, satuan) if akhir is not None else _tanpa_nilai(seri),
        "perubahan": _perubahan(terisi, _("poin persen") if satuan == "%" else satuan),
        "target": _sebut_target_baris(akhir, bertarget, satuan),
        "sumber": judul_sumber(params, (akhir if akhir is not None else seri.iloc[-1])["sumber"]),
    }


def _sebut_target_baris(akhir: pd.Series | None, bertarget: pd.DataFrame, satuan: str) -> str:
    """Return the target of the year of the last value; without one, the last target."""
    if bertarget.empty:
        return "–"
    setahun = bertarget[bertarget["tahun"] == akhir["tahun"]] if akhir is not None else bertarget
    target = (setahun if len(setahun) else bertarget).iloc[-1]
    return f"{format_angka(target['target'])} {satuan} ({target['tahun']})"


def _sebut_nilai(baris: pd.Series, satuan: str) -> str:
    """Return a value with unit and year; a percentage with its denominator where the book gives it."""
    nilai = f"{format_angka(baris['nilai'])} {satuan} ({baris['tahun']})"
    if satuan == "%" and pd.notna(baris["penyebut"]):
        pecahan = _("{a} dari {b}").format(a=format_angka(baris["pembilang"], 0), b=format_angka(baris["penyebut"], 0))
        return f"{nilai}, {pecahan}"
    return nilai


def _tanpa_nilai(seri: pd.DataFrame) -> str:
    return _("disamarkan (angka kecil)") if seri["disamarkan"].any() else _("belum dicatat")


def _perubahan(terisi: pd.DataFrame, satuan: str) -> str:
    """Return "naik 2,1 sejak 2021" between the last two values; the verb follows the numbers."""
    if len(terisi) < 2:
        return "–"
    lama, baru = terisi.iloc[-2], terisi.iloc[-1]
    selisih = round(float(baru["nilai"] - lama["nilai"]), 2)
    if selisih == 0:
        return _("tetap sejak {tahun}").format(tahun=lama["tahun"])
    kata = _("naik {n} {satuan} sejak {tahun}") if selisih > 0 else _("turun {n} {satuan} sejak {tahun}")
    return kata.format(n=format_angka(abs(selisih)), satuan=satuan, tahun=lama["tahun"])


def per_ukuran(lingkup: Paket | Keadaan) -> list[tuple[str, pd.DataFrame]]:
    """Return (name, rows by year) of every ukuran; an area other than the city itself is named."""
    if lingkup.capaian is None:
        return []
    kota = lingkup.keadaan.daerah.id
    return [
        (str(ukuran) if wilayah == kota else f"{ukuran}, {wilayah}", milik.sort_values("tahun"))
        for (ukuran, wilayah), milik in lingkup.capaian.groupby(["ukuran", "wilayah"], sort=False)
    ]


def _ukuran(nama: str, milik: pd.DataFrame, warna: str) -> Chart:
    """Draw one measurement: a line per source, each with its own symbol, and its target in dots."""
    satuan = milik["satuan"].iloc[0]
    data = milik[["tahun", "nilai", "target", "jenis_sumber"]].assign(tahun=milik["tahun"].astype(int))
    seri = [(str(jenis), isi) for jenis, isi in data.groupby("jenis_sumber", sort=True)]
    x = alt.X(
        "tahun:O",
        scale=alt.Scale(domain=list(range(data["tahun"].min(), data["tahun"].max() + 1)), padding=0.3),
        axis=alt.Axis(title=None, labelAngle=0, grid=False, labelOverlap=True),
    )
    y = alt.Y("nilai:Q", scale=alt.Scale(zero=True, nice=True), axis=alt.Axis(title=None, tickCount=3, format=",~r"))
    lapisan = [garis for _jenis, isi in seri for garis in _garis_target(isi, x)]
    for jenis, isi in seri:
        lapisan += _garis_nilai(jenis, isi, x, y, warna, sendiri=len(seri) == 1)
    # An invisible mark keeps room for the labels, whatever font the reader's machine has.
    lapisan.append(Gambar(pd.DataFrame([{}])).mark_rule(opacity=0).encode(x=alt.XValue(LEBAR - 36), y=alt.YValue(0)))
    keterangan = [_("Titik-titik: target {isi}.").format(isi=t)] if (t := _sebut_target(seri)) else []
    tulisan = wrap(f"{nama} ({satuan})", HURUF_JUDUL)
    judul = alt.TitleParams(
        tulisan if len(tulisan) > 1 else tulisan[0],
        subtitle=keterangan,
        subtitleFontSize=12,
        subtitleColor=TINTA_LEMAH,
        limit=LEBAR,
    )
    return lapis(*lapisan).properties(width=LEBAR - TEPI_LABEL, height=TINGGI, title=judul)


def _garis_nilai(jenis: str, seri: pd.DataFrame, x: alt.X, y: alt.Y, warna: str, sendiri: bool) -> list[Chart]:
    """Return a line with its last value; a series that stands alone needs no name beside it."""
    terisi = seri[["tahun", "nilai"]].dropna()
    if terisi.empty:
        return []
    terisi = terisi.assign(ruas=terisi["tahun"].diff().gt(1).cumsum())  # a year without a number breaks the line
    angka = format_angka(float(terisi["nilai"].iloc[-1]))
    akhir = terisi.tail(1).assign(teks=angka if sendiri else f"{sebut_jenis_sumber(jenis)} {angka}")
    titik = {"shape": LAMBANG[jenis], "size": 50, "color": warna, "filled": True}
    return [
        Gambar(terisi)
        .mark_line(color=warna, strokeDash=PUTUS[jenis], point=titik)
        .encode(x=x, y=y, detail=alt.Detail("ruas:N")),
        Gambar(akhir.drop(columns="ruas"))
        .mark_text(align="left", dx=9, fontSize=12, fontWeight=600)
        .encode(x=x, y=y, text=alt.Text("teks:N")),
    ]


def _garis_target(seri: pd.DataFrame, x: alt.X) -> list[Chart]:
    target = seri[["tahun", "target"]].dropna()
    if target.empty:
        return []
    titik = {"shape": "stroke", "size": 120, "color": GARIS}
    return [Gambar(target).mark_line(color=GARIS, strokeDash=[2, 3], point=titik).encode(x=x, y=alt.Y("target:Q"))]


def _sebut_target(seri: list[tuple[str, pd.DataFrame]]) -> str:
    """Return the last target of each series in words."""
    isi = []
    for jenis, milik in seri:
        target = milik.dropna(subset="target")
        if len(target):
            nama = f"{sebut_jenis_sumber(jenis)} " if len(seri) > 1 else ""
            isi.append(f"{nama}{format_angka(target['target'].iloc[-1])} ({target['tahun'].iloc[-1]})")
    return ", ".join(isi)


def _uraian(nama: str, milik: pd.DataFrame) -> str:
    """Return one measurement in words: every value with its year, and the target."""
    satuan, isi = milik["satuan"].iloc[0], []
    for jenis, seri in milik.groupby("jenis_sumber", sort=True):
        terisi, sumber = seri.dropna(subset="nilai"), sebut_jenis_sumber(str(jenis))
        nilai = ", ".join(f"{format_angka(r.nilai)} ({r.tahun})" for r in terisi.itertuples(index=False))
        isi.append(f"{sumber} {nilai}" if nilai else _("{sumber} tanpa angka yang ditampilkan").format(sumber=sumber))
        target = seri.dropna(subset="target")
        if len(target):
            isi.append(
                _("target {n} ({tahun})").format(
                    n=format_angka(target["target"].iloc[-1]), tahun=target["tahun"].iloc[-1]
                )
            )
    return f"{nama}, {satuan}: " + "; ".join(isi) + "."
