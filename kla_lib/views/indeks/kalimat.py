"""Say in sentences what an index is worth: its answer, what it lacks, and what its audit found."""

from collections.abc import Iterator

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.keadaan.indeks import IndeksKota
from kla_lib.rules.form.instrumen import Instrumen
from kla_lib.rules.indeks import ANGGAPAN
from kla_lib.scoring.indeks import audit as a
from kla_lib.scoring.indeks import capaian as c


def jawaban(kota: IndeksKota) -> str:
    """Return the answer in a sentence."""
    if kota.tahun is None:
        return _("{judul}: buku ini belum memuat satu angka pun dari ukurannya.").format(judul=kota.indeks.judul)
    if kota.nilai is None:
        kalimat = _("{judul} {tahun}: belum ada nilai; datanya {cakupan} dari bobot, perlu paling sedikit {minimal}.")
    else:
        kalimat = _("{judul} {tahun}: {nilai} dari {skala}; datanya {cakupan} dari bobot.")
    return kalimat.format(
        judul=kota.indeks.judul,
        tahun=kota.tahun,
        nilai="" if kota.nilai is None else format_angka(kota.nilai, kota.indeks.desimal),
        skala=format_angka(kota.indeks.skala),
        cakupan=_persen(kota.cakupan),
        minimal=_persen(kota.indeks.cakupan_minimal),
    )


def peringatan(kota: IndeksKota, instrumen: Instrumen) -> list[str]:
    """Return what a reader must know before she uses the value, each with what can be done."""
    return [
        _("Hitungan sendiri, bukan IPA, IPHA, atau IPKA dari kementerian."),
        *_banding(kota),
        *_klaster(kota, instrumen),
        *_catatan(kota),
        *_acuan(kota),
    ]


def temuan_audit(audit: a.Audit) -> list[str]:
    """Return every finding of an audit as a sentence, with what to do; measures that are short stand in one."""
    kurang = [f"{t.ukuran[0]} ({_persen(t.nilai)})" for t in audit.temuan if t.jenis == a.KURANG]
    kalimat = _("Jarang ada angkanya: {daftar}. Lengkapi datanya, atau keluarkan dari indeks.")
    awal = [kalimat.format(daftar=gabung(kurang))] if kurang else []
    pola = {
        a.SEDIKIT: _(
            "Kemiripan ukuran dan Cronbach belum dinilai: baris datanya {nilai}, perlu paling sedikit {minimal}."
        ),
        a.SERAGAM: _("'{ukuran}': {persen} angkanya sama persis. Periksa apakah disalin; bila benar, ia tak menambah."),
        a.TAK_BEDA: _(
            "'{ukuran}' hampir sama di semua baris (terjauh {persen} dari titik acuannya): ia tidak membedakan. "
            "Pertimbangkan ukuran lain atau titik acuan yang lebih rapat."
        ),
        a.BERPENCIL: _(
            "'{ukuran}' sangat miring ({nilai}): satu dua baris jauh dari yang lain. Periksa angkanya; bila benar, "
            "pertimbangkan logaritma atau titik acuan tetap."
        ),
        a.MIRIP: _("'{ukuran}' dan '{lain}' hampir searah ({nilai}): yang sama terhitung dua kali. Pilih satu."),
        a.LAWAN: _(
            "'{ukuran}' dan '{lain}' berlawanan ({nilai}): yang satu menghapus yang lain. Periksa arahnya, "
            "atau tampilkan terpisah."
        ),
        a.ALFA: _("Ukuran-ukurannya tidak bergerak bersama (Cronbach {nilai}). Bacalah per klaster, bukan satu angka."),
    }
    return awal + [
        pola[t.jenis].format(
            ukuran=t.ukuran[0] if t.ukuran else "",
            lain=t.ukuran[-1] if t.ukuran else "",
            nilai=format_angka(t.nilai),
            persen=_persen(t.nilai),
            minimal=a.SATUAN_MINIMAL,
        )
        for t in audit.temuan
        if t.jenis != a.KURANG
    ]


def _banding(kota: IndeksKota) -> Iterator[str]:
    if kota.sebanding is None:
        return
    lalu, kini = kota.sebanding
    if lalu is None or kini is None:
        kalimat = _("Ukuran yang ada di {a} dan {b} berbeda, dan yang sama terlalu sedikit untuk dibandingkan.")
    else:
        kalimat = _("Ukuran yang ada di {a} dan {b} berbeda. Dari yang ada di keduanya: {lalu} menjadi {kini}.")
    yield kalimat.format(
        a=kota.sebelumnya,
        b=kota.tahun,
        lalu="" if lalu is None else format_angka(lalu, kota.indeks.desimal),
        kini="" if kini is None else format_angka(kini, kota.indeks.desimal),
    )


def _klaster(kota: IndeksKota, instrumen: Instrumen) -> Iterator[str]:
    kosong = [
        f"{instrumen.klaster_of(k).nama_pendek} ({_persen(cakupan)})"
        for k, (nilai, cakupan) in kota.klaster.items()
        if nilai is None
    ]
    if kosong:
        yield _("Datanya terlalu sedikit untuk sebuah nilai: {daftar}.").format(daftar=gabung(kosong))


def _catatan(kota: IndeksKota) -> Iterator[str]:
    tidak_ada = [k.ukuran for k in kota.bahan.catatan if k.jenis == c.TIDAK_ADA]
    if tidak_ada:
        yield _("Tidak ada di lembar Capaian: {daftar}. Mintalah kepada kantornya.").format(daftar=gabung(tidak_ada))
    if kota.hasil is not None and kota.tahun is not None:
        ada = kota.hasil.mentah
        luput = [str(u) for u in ada if ada[u].isna().loc[kota.tahun] and ada[u].notna().any()]
        if luput:
            kalimat = _("Belum ada angka {tahun}: {daftar}. Bobotnya dibagi kepada yang lain di klasternya.")
            yield kalimat.format(tahun=kota.tahun, daftar=gabung(luput))
    for k in kota.bahan.catatan:
        if k.jenis == c.SATUAN_LAIN:
            kalimat = _("'{ukuran}' ditulis dalam {lain}; indeks ini memakai {satuan}: isi pembilang dan penyebutnya.")
            yield kalimat.format(ukuran=k.ukuran, lain=gabung(list(k.isi[:-1])), satuan=k.isi[-1])
        elif k.jenis == c.SUMBER_LAIN:
            kalimat = _("'{ukuran}' hanya ada dari sumber {lain}; indeks ini memakai {jenis}, dan tidak mencampurnya.")
            yield kalimat.format(ukuran=k.ukuran, lain=gabung(list(k.isi[:-1])), jenis=k.isi[-1])
        elif k.jenis == c.ARAH_LAIN:
            kalimat = _("'{ukuran}' di buku berarah {lain}, di indeks {arah}. Samakan: salah satunya keliru.")
            yield kalimat.format(ukuran=k.ukuran, lain=k.isi[0], arah=k.isi[-1])
        elif k.jenis == c.SAMAR:
            kalimat = _("'{ukuran}': angka {tahun} disamarkan, jadi tidak ikut dihitung.")
            yield kalimat.format(ukuran=k.ukuran, tahun=gabung(list(k.isi)))


def _acuan(kota: IndeksKota) -> Iterator[str]:
    titik = [t for u in kota.indeks.ukuran if u.acuan for t in (u.acuan.bawah, u.acuan.atas)]
    anggapan = sum(t.sumber == ANGGAPAN for t in titik)
    if anggapan:
        yield _("{n} dari {semua} titik acuan adalah anggapan; ubahlah di berkas indeks.").format(
            n=anggapan, semua=len(titik)
        )
    if kota.hasil is not None:
        potong = kota.hasil.normalisasi.rincian["terpotong"]
        daftar = [str(u) for u in potong.index[potong > 0]]
        if daftar:
            kalimat = _("Ada angka yang melampaui titik acuannya dan dihitung sebagai acuan itu: {daftar}.")
            yield kalimat.format(daftar=gabung(daftar))


def _persen(bagian: float) -> str:
    return f"{format_angka(100 * bagian, 0)} %"
