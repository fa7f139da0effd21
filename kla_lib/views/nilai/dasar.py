"""Say what a page rests on: form, rules, data, assumptions."""

from kla_lib.bahasa import _, format_angka, format_tanggal, gabung
from kla_lib.keadaan.keadaan import Keadaan
from kla_lib.keadaan.lingkup import Lingkup
from kla_lib.rules.params import Params
from kla_lib.rules.sumber import load_sumber, sebut_keyakinan
from kla_lib.views.perkiraan.anggapan import sebut_bukti
from kla_lib.views.rupa.tampilan import Tampilan, potongan


def tabel_dasar(lingkup: Lingkup) -> Tampilan:
    """Return the foundations of a page as terms and explanations."""
    keadaan = lingkup.keadaan
    baris = baris_dasar(keadaan)
    return potongan("dasar", "\n".join(f"{a}: {b}" for a, b in baris), baris=baris)


def baris_dasar(keadaan: Keadaan) -> list[tuple[str, str]]:
    """Return (term, explanation) pairs, in the order of the page."""
    k, kepala = keadaan.buku.keterangan, keadaan.instrumen.kepala
    tanggal = format_tanggal(k.tanggal_data) if k.tanggal_data else _("tanggalnya tidak dicatat")
    return [
        (_("Bukan nilai resmi"), _("Nilai resmi hanya ditetapkan Kementerian PPPA setelah verifikasi.")),
        (
            _("Form"),
            _("{judul}, berlaku {tanggal}. Sumber: {sumber}").format(
                judul=kepala.judul,
                tanggal=format_tanggal(kepala.berlaku),
                sumber=sebut_sumber(keadaan.params, kepala.sumber.dokumen),
            ),
        ),
        (_("Kategori"), _sebut_kategori(keadaan)),
        (
            _("Data"),
            _("{sumber} Data: {tanggal}. Sidik berkas {hash}.").format(
                sumber=sebut_sumber(keadaan.params, k.sumber),
                tanggal=tanggal,
                hash=keadaan.buku.sidik_bagi(keadaan.untuk).rpartition(":")[2][:12],
            ),
        ),
        (_("Anggapan"), " ".join(_anggapan(keadaan))),
        *([(_("Perkiraan"), _sebut_perkiraan(keadaan))] if keadaan.susunan is not None else []),
    ]


def sebut_sumber(params: Params, sumber: str) -> str:
    """Return a source as a sentence: its title, publisher, date and how sure it is."""
    dikenal = load_sumber(params)
    if sumber not in dikenal:
        return sumber if sumber.endswith(".") else f"{sumber}."
    s = dikenal[sumber]
    tanggal = str(s.tanggal) if isinstance(s.tanggal, int) else format_tanggal(s.tanggal)
    return f"{s.judul} ({s.penerbit}, {tanggal}; {sebut_keyakinan(s.keyakinan)})."


def judul_sumber(params: Params, sumber: str) -> str:
    """Return a source in few words, for a cell of a table: publisher and year."""
    dikenal = load_sumber(params)
    if sumber not in dikenal:
        return sumber
    s = dikenal[sumber]
    return f"{s.penerbit}, {s.tanggal if isinstance(s.tanggal, int) else s.tanggal.year}"


def _sebut_kategori(keadaan: Keadaan) -> str:
    daftar = keadaan.kategori
    ambang = ", ".join(
        _("{nama} di atas {n}").format(nama=k.nama, n=format_angka(k.besaran))
        if k.di_atas
        else _("{nama} mulai {n}").format(nama=k.nama, n=format_angka(k.besaran))
        for k in daftar.kategori
    )
    bukti = min(k.dibuktikan_sampai for k in daftar.kategori).year
    kalimat = _("{ambang}. Sumber: {sumber}").format(
        ambang=ambang, sumber=sebut_sumber(keadaan.params, daftar.kategori[0].sumber.dokumen)
    )
    if daftar.tahun > bukti:
        kalimat += " " + _("Ambang ini terakhir terbukti untuk {tahun}.").format(tahun=bukti)
    return kalimat


def _anggapan(keadaan: Keadaan) -> list[str]:
    anggapan = [_(keadaan.kategori.anggapan_pecahan)]
    dibatasi = [b.indikator for b in keadaan.instrumen.kepala.jumlah_berbeda]
    if dibatasi:
        anggapan.append(
            _("Jumlah poin pertanyaan dibatasi pada nilai maksimal indikatornya (indikator {daftar}).").format(
                daftar=", ".join(dibatasi)
            )
        )
    anggapan.append(
        _(
            "Poin disebut berdokumen lengkap bila semua dokumen wajibnya berstatus lengkap; "
            "yang tidak dicatat tidak dihitung."
        )
    )
    return anggapan


def _sebut_perkiraan(keadaan: Keadaan) -> str:
    """Say what the forecast is made of; it is not made here."""
    v = keadaan.verifikasi
    return _(
        "Dicocokkan dengan {bukti}; daftarnya, dengan sumber tiap angka, ada di docs/bukti.md. Dugaan awal dan "
        "pengaruh dokumen adalah anggapan kami. {draws} undian, benih {seed}."
    ).format(
        bukti=gabung(sebut_bukti(keadaan)),
        draws=format_angka(v.draws, 0),
        seed=v.seed,
    )
