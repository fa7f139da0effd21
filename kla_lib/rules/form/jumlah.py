"""Check that a form adds up: codes that stand once, sums that meet their maximum."""

from collections import Counter

from kla_lib.bahasa import _, tulis_angka
from kla_lib.errors import Kesalahan, maksud
from kla_lib.rules.form.bacaan import BacaanForm
from kla_lib.rules.form.temuan import Temuan
from kla_lib.rules.yaml import Letak


def check_kode(form: BacaanForm) -> list[Kesalahan]:
    """Return klaster and indikator that are doubled, or that the questions name and the head does not."""
    if form.kepala is None:
        return []
    salah = []
    letak: dict[str, list[Letak]] = {}
    for n, k in enumerate(form.kepala.klaster):
        letak.setdefault(k.id, []).append(("klaster", n))
        for m, i in enumerate(k.indikator):
            letak.setdefault(i.kode, []).append(("klaster", n, "indikator", m))
    for kode, daftar in letak.items():
        if len(daftar) > 1:
            salah.append(
                form.kesalahan_kepala(
                    "kode_ganda",
                    _("'{kode}' ditulis {n} kali").format(kode=kode, n=len(daftar)),
                    _("Hapus salah satunya."),
                    *daftar[1],
                )
            )
    return salah + _indikator_asing(form)


def _indikator_asing(form: BacaanForm) -> list[Kesalahan]:
    """Return the questions' indikator that the head does not hold in that klaster, at their first row."""
    if form.mentah is None:
        return []
    rumah = dict(zip(form.indikator["indikator"], form.indikator["klaster"], strict=True))
    salah, p = [], form.pertanyaan.dropna(subset=["klaster", "indikator"])
    for baris, r in p.drop_duplicates(["klaster", "indikator"]).iterrows():
        klaster, indikator = r["klaster"], r["indikator"]
        if rumah.get(indikator) == klaster:
            continue
        salah.append(
            form.mentah.kesalahan(
                "indikator_asing",
                _("indikator '{indikator}' di {klaster} ada di tabel pertanyaan, tidak di kepala form").format(
                    indikator=indikator, klaster=klaster
                ),
                _("Indikator {i} milik {klaster}.").format(i=indikator, klaster=rumah[indikator])
                if indikator in rumah
                else maksud(indikator, rumah),
                "indikator",
                int(str(baris)),
            )
        )
    return salah


def check_jumlah(form: BacaanForm) -> list[Temuan]:
    """Return the sums that differ from the stated maximum of their indikator, klaster or form.

    What the questions themselves add to at the levels above follows from this;
    `jumlah_pertanyaan` tells it.
    """
    kepala = form.kepala
    if kepala is None:
        return []
    hasil: list[Temuan] = []

    def bandingkan(tempat: str, jumlah: float, nilai_maksimal: float, *letak: str | int) -> bool:
        sama = round(jumlah, 2) == round(nilai_maksimal, 2)
        if not sama:
            perbaikan = _("Perbaiki angkanya, atau nyatakan di jumlah_berbeda bila form resminya memang begitu.")
            salah = _sebut_beda(tempat, jumlah, nilai_maksimal)
            hasil.append(Temuan(form.kesalahan_kepala("jumlah", salah, perbaikan, *letak)))
        return sama

    dinyatakan = {b.indikator: (n, b) for n, b in enumerate(kepala.jumlah_berbeda)}
    for n, klaster in enumerate(kepala.klaster):
        for m, indikator in enumerate(klaster.indikator):
            milik = form.pertanyaan.loc[form.pertanyaan["indikator"] == indikator.kode, "nilai_maksimal"]
            jumlah = float(milik.sum())
            letak: Letak = ("klaster", n, "indikator", m)
            tempat = _("indikator {kode}").format(kode=indikator.kode)
            if indikator.kode in dinyatakan:
                nomor, beda = dinyatakan.pop(indikator.kode)
                letak = ("jumlah_berbeda", nomor)
                sesuai = bandingkan(tempat + " (jumlah_berbeda)", jumlah, beda.jumlah_pertanyaan, *letak)
                sesuai &= bandingkan(
                    tempat + " (jumlah_berbeda)", beda.nilai_maksimal, indikator.nilai_maksimal, *letak
                )
                if sesuai:
                    salah = _sebut_beda(tempat, jumlah, indikator.nilai_maksimal)
                    perbaikan = _("Nilainya {perlakuan}; lihat {keputusan}.").format(
                        perlakuan=beda.perlakuan, keputusan=beda.keputusan
                    )
                    hasil.append(Temuan(form.kesalahan_kepala("jumlah", salah, perbaikan, *letak), dinyatakan=True))
            elif len(milik):
                bandingkan(tempat, jumlah, indikator.nilai_maksimal, *letak)
        if klaster.indikator:
            jumlah = sum(i.nilai_maksimal for i in klaster.indikator)
            bandingkan(klaster.id, jumlah, klaster.nilai_maksimal, "klaster", n, "nilai_maksimal")
    jumlah = sum(k.nilai_maksimal for k in kepala.klaster)
    bandingkan(_("seluruh form"), jumlah, kepala.nilai_maksimal, "nilai_maksimal")
    for kode, (nomor, _beda) in dinyatakan.items():
        salah = _("jumlah_berbeda menyebut indikator '{kode}' yang tidak ada").format(kode=kode)
        perbaikan = maksud(kode, form.indikator["indikator"])
        hasil.append(Temuan(form.kesalahan_kepala("jumlah", salah, perbaikan, "jumlah_berbeda", nomor)))
    return hasil


def jumlah_pertanyaan(form: BacaanForm) -> list[Temuan]:
    """Return the klaster, and the form, whose questions add to another sum than its stated maximum.

    A city's total then depends on the level that is summed.  Such a sum counts
    as declared when every difference below it is.  A klaster without a list of
    questions cannot be judged.
    """
    kepala = form.kepala
    if kepala is None or form.pertanyaan.empty:
        return []
    hasil: list[Temuan] = []
    lengkap, sah_semua = True, True
    beda = {b.indikator: b for b in kepala.jumlah_berbeda}
    per_indikator = form.pertanyaan.groupby("indikator")["nilai_maksimal"].sum()
    ada = Counter(form.pertanyaan["indikator"])
    for n, klaster in enumerate(kepala.klaster):
        if not klaster.indikator or any(not ada[i.kode] for i in klaster.indikator):
            lengkap = False
            continue
        sah = round(sum(i.nilai_maksimal for i in klaster.indikator), 2) == round(klaster.nilai_maksimal, 2) and all(
            round(per_indikator[i.kode], 2)
            == round(beda[i.kode].jumlah_pertanyaan if i.kode in beda else i.nilai_maksimal, 2)
            for i in klaster.indikator
        )
        sah_semua &= sah
        jumlah = float(sum(per_indikator[i.kode] for i in klaster.indikator))
        if round(jumlah, 2) != round(klaster.nilai_maksimal, 2):
            letak: Letak = ("klaster", n, "nilai_maksimal")
            hasil.append(_temuan_pertanyaan(form, klaster.id, jumlah, klaster.nilai_maksimal, sah, letak))
    sah_semua &= round(sum(k.nilai_maksimal for k in kepala.klaster), 2) == round(kepala.nilai_maksimal, 2)
    jumlah = float(form.pertanyaan["nilai_maksimal"].sum())
    if lengkap and round(jumlah, 2) != round(kepala.nilai_maksimal, 2):
        tempat = _("seluruh form")
        hasil.append(_temuan_pertanyaan(form, tempat, jumlah, kepala.nilai_maksimal, sah_semua, ("nilai_maksimal",)))
    return hasil


def _temuan_pertanyaan(
    form: BacaanForm, tempat: str, jumlah: float, nilai_maksimal: float, dinyatakan: bool, letak: Letak
) -> Temuan:
    salah = _("{tempat}: pertanyaannya berjumlah {jumlah}, nilai_maksimal {maks}").format(
        tempat=tempat, jumlah=tulis_angka(jumlah), maks=tulis_angka(nilai_maksimal)
    )
    perbaikan = (
        _("Akibat selisih yang dinyatakan di jumlah_berbeda; jumlahkan per indikator, bukan per pertanyaan.")
        if dinyatakan
        else _("Perbaiki angkanya di indikator, lalu periksa lagi.")
    )
    return Temuan(form.kesalahan_kepala("jumlah_pertanyaan", salah, perbaikan, *letak), dinyatakan)


def _sebut_beda(tempat: str, jumlah: float, nilai_maksimal: float) -> str:
    return _("{tempat}: isinya berjumlah {jumlah}, nilai_maksimal {maks}").format(
        tempat=tempat, jumlah=tulis_angka(jumlah), maks=tulis_angka(nilai_maksimal)
    )
