"""Say what was drawn, how far two readers agree, and how complete the documents are."""

from kla_lib.bahasa import _, format_angka, gabung
from kla_lib.data.catatan_mini import PEMBACA, CatatanBaca
from kla_lib.letak import folder_outputs
from kla_lib.scoring.mini.baca import Kesepakatan, kesepakatan
from kla_lib.scoring.mini.taksiran import Taksiran, bagian_daftar, taksir
from kla_lib.views.mini.mini import Mini, dokumen_baca
from kla_lib.views.rupa.sebutan import daftar_pendek, poin, sebut_status_dokumen
from kla_lib.views.rupa.tampilan import Kolom, Tampilan, pernyataan, tabel


def sebut_jawaban(jawaban: str) -> str:
    """Return an answer, or a status of the register, in a reader's words."""
    return _("tidak bisa dibuka") if jawaban == "tidak_terbuka" else sebut_status_dokumen(jawaban)


def sebut_pembaca(pembaca: str) -> str:
    """Return "Pembaca A"."""
    return _("Pembaca {huruf}").format(huruf=pembaca.upper())


def kalimat_mini(mini: Mini) -> Tampilan:
    """Return how many documents are drawn from how many, how far the readers are, and how to start."""
    if not mini.sampel:
        return pernyataan(_("Belum ada dokumen yang bisa diundi."), [_alasan_kosong(mini)])
    n, semua = len(mini.sampel), len(mini.calon)
    isi = {"n": n, "semua": semua, "poin": poin(sum(c.poin for c in mini.calon))}
    if n >= semua:
        utama = _("Semua {n} dokumen dibaca oleh dua orang, karena tidak lebih dari yang diminta.").format(**isi)
    else:
        utama = _("{n} dari {semua} dokumen diundi untuk dibaca dua orang.").format(**isi)
    lanjutan = [_bukan_verifikator()]
    if n < semua:
        lanjutan.append(
            _(
                "Peluang terundi sebanding dengan poin yang bertumpu pada dokumen itu; {semua} dokumen menopang {poin}."
            ).format(**isi)
        )
    lanjutan.append(kalimat_kemajuan(mini))
    if not mini.siap:
        lanjutan.append(
            _(
                "Cara mulai: buka notebook ini di JupyterLab, jalankan semua sel, lalu pilih Pembaca A atau Pembaca B. "
                "Jawaban disimpan di {tempat}."
            ).format(tempat=_tempat(mini))
        )
    if mini.hash_data != mini.keadaan.buku.hash:
        lanjutan.append(_("Buku data berubah sejak dokumen diundi; dokumen yang sama tetap dibaca sampai selesai."))
    return pernyataan(utama, lanjutan)


def kalimat_kemajuan(mini: Mini) -> str:
    """Return how many documents each reader has answered."""
    return _("Sudah dijawab: {daftar}.").format(daftar=gabung([_kemajuan(mini.milik(p)) for p in PEMBACA]))


def tabel_mini(mini: Mini) -> Tampilan:
    """Return the drawn documents in the order of the form, without what the register says of their state."""
    kolom = [
        Kolom("id", _("Nomor")),
        Kolom("judul", _("Dokumen")),
        Kolom("kode", _("Pertanyaan")),
        Kolom("opd", _("Kantor")),
        Kolom("poin", _("Poin yang bertumpu"), angka=True),
        Kolom("peluang", _("Peluang terundi"), angka=True),
    ]
    baris = []
    for t in mini.sampel:
        d = dokumen_baca(mini.keadaan, t.id_dokumen)
        kode = daftar_pendek([k for k, _label in d.pertanyaan], 4)
        peluang = _("pasti") if t.peluang == 1 else _("{n} dari 100").format(n=format_angka(100 * t.peluang, 0))
        baris.append(
            {
                "id": d.id_dokumen,
                "judul": d.judul,
                "kode": kode,
                "opd": d.opd,
                "poin": format_angka(t.poin),
                "peluang": peluang,
            }
        )
    return tabel(_("Dokumen yang dibaca"), kolom, baris, _("Tidak ada dokumen yang diundi."))


def kalimat_kesepakatan(mini: Mini) -> Tampilan:
    """Return how far the readers agree; before both have finished only how far they are."""
    if not mini.sampel:
        return pernyataan(_("Kesepakatan belum bisa dihitung."), [_alasan_kosong(mini)])
    if not mini.siap:
        kapan = _("Jawaban baru dibandingkan sesudah kedua pembaca menyatakan selesai.")
        return pernyataan(_("Kesepakatan belum bisa dihitung."), [kalimat_kemajuan(mini), kapan])
    k = _kesepakatan(mini)
    utama = _("{sama} dari {n} jawaban kedua pembaca sama.").format(sama=k.sama, n=k.banyak)
    lanjutan = [_sebut_kappa(k)]
    if k.beda:
        n = sum(d in mini.sepakat for d in k.beda)
        lanjutan.append(
            _("{beda} dokumen dijawab berbeda; {n} sudah disepakati bersama.").format(beda=len(k.beda), n=n)
        )
        if n < len(k.beda):
            lanjutan.append(_("Selama belum disepakati, jawaban yang lebih buruk yang dihitung."))
    return pernyataan(utama, lanjutan)


def tabel_beda(mini: Mini) -> Tampilan:
    """Return the documents on which the readers differ, with the register's word; empty before both have finished."""
    kolom = [
        Kolom("dokumen", _("Dokumen")),
        Kolom("a", sebut_pembaca("a")),
        Kolom("b", sebut_pembaca("b")),
        Kolom("daftar", _("Menurut daftar")),
        Kolom("sepakat", _("Disepakati")),
    ]
    baris = []
    register = mini.keadaan.buku.data_dukung
    for d in beda(mini):
        asal = None if register is None else register.loc[register["id_dokumen"] == d, "status"].iloc[0]
        baris.append(
            {
                "dokumen": f"{d} · {dokumen_baca(mini.keadaan, d).judul}",
                **{str(p): _sebut_isi(mini.milik(p), d) for p in PEMBACA},
                "daftar": "–" if asal is None else sebut_jawaban(asal),
                "sepakat": sebut_jawaban(mini.sepakat[d]) if d in mini.sepakat else _("belum"),
            }
        )
    kosong = _("Perbedaan diperlihatkan sesudah kedua pembaca selesai.") if mini.sampel else _alasan_kosong(mini)
    if mini.siap:
        kosong = _("Tidak ada perbedaan.")
    return tabel(_("Yang dijawab berbeda"), kolom, baris, kosong)


def beda(mini: Mini) -> tuple[str, ...]:
    """Return the documents to settle together, in the order of the form; none before both have finished."""
    berbeda = _kesepakatan(mini).beda if mini.siap else ()
    return tuple(t.id_dokumen for t in mini.sampel if t.id_dokumen in berbeda)


def kalimat_taksiran(mini: Mini) -> Tampilan:
    """Return how complete the documents are by points, against what the register claims."""
    if not mini.sampel:
        return pernyataan(_("Kelengkapan belum bisa ditaksir."), [_alasan_kosong(mini)])
    if not mini.siap:
        return pernyataan(_("Taksiran kelengkapan muncul di sini sesudah kedua pembaca selesai."))
    t, status = taksir(mini.sampel, mini.status()), mini.status()
    lanjutan = [
        _("Selebihnya: {kurang} dari 100 dokumennya kurang, {tidak_ada} dari 100 tidak ada.").format(
            kurang=_seratus(t.bagian["kurang"]), tidak_ada=_seratus(t.bagian["tidak_ada"])
        ),
        _sebut_daftar(mini),
    ]
    diklaim = {c.id_dokumen for c in mini.calon if c.status == "lengkap"} & set(status)
    if diklaim:
        lanjutan.append(
            _("Dari {n} dokumen terbaca yang menurut daftar lengkap, {benar} juga lengkap menurut pembaca.").format(
                n=len(diklaim), benar=sum(status[d] == "lengkap" for d in diklaim)
            )
        )
    belum = sum(d not in mini.sepakat for d in beda(mini))
    if belum:
        lanjutan.append(
            _("{n} dokumen belum disepakati; untuk itu jawaban yang lebih buruk yang dihitung.").format(n=belum)
        )
    return pernyataan(_sebut_taksiran(t), [*lanjutan, _sebut_cara(t), _bukan_verifikator()])


def _sebut_taksiran(t: Taksiran) -> str:
    n = _seratus(t.bagian["lengkap"])
    if not t.terundi:
        return _("{n} dari 100 poin yang bertumpu pada dokumen berdokumen lengkap: semua dokumen dibaca.").format(n=n)
    return _("Kira-kira {n} dari 100 poin berdokumen lengkap (bisa {rendah} sampai {tinggi}).").format(
        n=n, rendah=_seratus(t.rendah), tinggi=_seratus(t.tinggi)
    )


def _sebut_daftar(mini: Mini) -> str:
    d = bagian_daftar(mini.calon)
    return _("Daftar dokumen menyebut {n} dari 100 poin lengkap, dan {belum} dari 100 belum diperiksa.").format(
        n=_seratus(d["lengkap"]), belum=_seratus(d["belum_diperiksa"])
    )


def _sebut_cara(t: Taksiran) -> str:
    if not t.terundi:
        return _("Tidak ada galat sampel, karena tidak ada dokumen yang tidak dibaca.")
    return _(
        "Cara: tiap dokumen mewakili poinnya dibagi peluang terundinya (Horvitz-Thompson); rentangnya memuat angka "
        "sebenarnya pada 9 dari 10 sampel (Clopper-Pearson dari {n} dokumen yang terundi, sengaja agak lebar). "
        "Tidak bisa dibuka dihitung tidak ada."
    ).format(n=t.terundi)


def _sebut_kappa(k: Kesepakatan) -> str:
    if k.kappa is None:
        return _("Kappa Cohen tidak bisa dihitung: kedua pembaca memakai satu jawaban saja.")
    isi = {"kappa": format_angka(k.kappa), "n": format_angka(10 * k.kappa, 0)}
    if not k.beda:
        return _("Kappa Cohen {kappa}: tidak ada perbedaan sama sekali.").format(**isi)
    if k.kappa < 0.05:  # rounds to 0 of 10
        return _(
            "Kappa Cohen {kappa}: kesepakatannya tidak lebih baik daripada kebetulan. "
            "Samakan dulu arti lengkap dan kurang."
        ).format(**isi)
    return _(
        "Kappa Cohen {kappa}: sebagian jawaban sama karena kebetulan; dari kesepakatan di luar itu "
        "kira-kira {n} dari 10 tercapai."
    ).format(**isi)


def _kesepakatan(mini: Mini) -> Kesepakatan:
    return kesepakatan(mini.milik("a").status, mini.milik("b").status)


def _sebut_isi(catatan: CatatanBaca, id_dokumen: str) -> str:
    j = catatan.jawaban[id_dokumen]
    return f"{sebut_jawaban(j.status)}: {j.catatan}" if j.catatan else sebut_jawaban(j.status)


def _kemajuan(c: CatatanBaca) -> str:
    kalimat = _("{pembaca} {n} dari {semua}").format(
        pembaca=sebut_pembaca(c.pembaca), n=len(c.jawaban), semua=len(c.sampel)
    )
    return kalimat + (_(" (selesai)") if c.selesai else "")


def _seratus(bagian: float) -> str:
    return format_angka(100 * bagian, 0)


def _tempat(mini: Mini) -> str:
    if mini.folder.is_relative_to(folder_outputs()):
        return _("folder outputs/{folder}, karena buku ini contoh").format(folder=mini.folder.name)
    return _("folder {folder} di samping buku data").format(folder=mini.folder.name)


def _bukan_verifikator() -> str:
    return _("Yang ditaksir keadaan dokumen kita sendiri, bukan keputusan verifikator; verifikator bisa menilai lain.")


def _alasan_kosong(mini: Mini) -> str:
    if mini.susunan is None:
        return _("Buku data ini belum memuat nilai pada tahap rapat ini.")
    if mini.keadaan.buku.data_dukung is None or mini.keadaan.buku.dokumen_pertanyaan is None:
        return _("Isi dulu lembar Data dukung dan Dokumen pertanyaan: dokumen belum dicatat dalam buku data ini.")
    return _("Tidak ada poin tercatat yang bertumpu pada sebuah dokumen.")
