"""Write the formulas of the meeting's workbook with functions that Excel and LibreOffice both know by name."""

from collections.abc import Sequence

from kla_lib.bahasa import _


def belum_dinilai() -> str:
    """Return what a row says whose cell for points is empty; the summary counts these words."""
    return _("belum dinilai")


def periksa() -> str:
    """Return what a row says whose points are no number from 0 to the maximum."""
    return _("periksa: bukan angka 0 sampai maksimal")


def diubah() -> str:
    """Return what a row says whose points differ from the book's."""
    return _("diubah")


def dibatasi() -> str:
    """Return what an indikator says whose questions add to more than its maximum."""
    return _("dibatasi pada maksimal")


def belum_dicatat() -> str:
    """Return what stands in the place of a result where no points are known."""
    return _("belum dicatat")


def kata(teks: str) -> str:
    """Return a text as a formula quotes it."""
    return '"' + teks.replace('"', '""') + '"'


def sel_di(lembar: str, sel: str) -> str:
    """Return the address of a cell or a range on another sheet."""
    return "'" + lembar.replace("'", "''") + f"'!{sel}"


def rumus_indikator(pertanyaan: str, maksimal: str) -> str:
    """Return an indikator's points: the sum of its questions, at most its maximum; nothing where none has points."""
    return f'=IF(COUNT({pertanyaan})=0,"",MIN(SUM({pertanyaan}),{maksimal}))'


def rumus_batas(pertanyaan: str, maksimal: str) -> str:
    """Return the remark of an indikator whose maximum cuts the sum; the rounding ignores the dust of fractions."""
    return f'=IF(ROUND(SUM({pertanyaan})-{maksimal},6)>0,{kata(dibatasi())},"")'


def rumus_jumlah(bagian: Sequence[str], ada: Sequence[str] | None = None) -> str:
    """Return the sum of some cells; nothing where none of `ada` (the same cells) is a number."""
    return f'=IF(COUNT({",".join(ada or bagian)})=0,"",SUM({",".join(bagian)}))'


def rumus_lengkap(nilai: str, status: str, lengkap: str) -> str:
    """Return a question's points that its documents support; nothing where it has no points."""
    return f'=IF({nilai}="","",IF({status}={kata(lengkap)},{nilai},0))'


def rumus_lengkap_indikator(nilai: str, lengkap: str, maksimal: str) -> str:
    """Return an indikator's supported points from the ranges of its questions' points and supported points."""
    return f'=IF(COUNT({nilai})=0,"",MIN(SUM({lengkap}),{maksimal}))'


def rumus_keterangan(nilai: str, maksimal: str, buku: str) -> str:
    """Return the state of a cell for points: empty, impossible, other than in the book, or nothing to say.

    A text counts as impossible: spreadsheets take every text for more than any number.
    """
    return (
        f'=IF({nilai}="",{kata(belum_dinilai())},IF(OR({nilai}<0,{nilai}>{maksimal}),{kata(periksa())},'
        f'IF(OR({buku}="",{nilai}<>{buku}),{kata(diubah())},"")))'
    )


def rumus_salin(sel: str) -> str:
    """Return the content of another cell; an empty one stays empty and does not become 0."""
    return f'=IF({sel}="","",{sel})'


def rumus_bagian(nilai: str, maksimal: str) -> str:
    """Return points as a share of their maximum."""
    return f'=IF({nilai}="","",{nilai}/{maksimal})'


def rumus_total(jumlah: str) -> str:
    """Return a sum rounded once to two decimals, one that lies just between two to the even digit, as our score is."""
    return (
        f"=IF(COUNT({jumlah})=0,{kata(belum_dicatat())},"
        f"IF({jumlah}*100-INT({jumlah}*100)=0.5,2*ROUND({jumlah}*50,0)/100,ROUND({jumlah},2)))"
    )


def rumus_tercapai(total: str, ambang: str, aturan: str, mulai: str, di_atas: str) -> str:
    """Return 1 where a total reaches an edge by the rule beside it, else 0.

    mulai, di_atas: the words for "from the edge on" and "only above it".
    """
    return (
        f"=IF(COUNT({total})=0,0,IF(OR(AND({aturan}={kata(mulai)},{total}>={ambang}),"
        f"AND({aturan}={kata(di_atas)},{total}>{ambang})),1,0))"
    )


def rumus_kategori(total: str, nama: str, tercapai: str) -> str:
    """Return the name of the category; nama: all of them from the lowest, tercapai: 0 or 1 of each but the lowest."""
    return f"=IF(COUNT({total})=0,{kata(belum_dicatat())},INDEX({nama},1+SUM({tercapai})))"


def rumus_jarak(total: str, ambang: str) -> str:
    """Return edge − total: positive is missing, negative is to spare."""
    return f'=IF(COUNT({total})=0,"",ROUND({ambang}-{total},2))'


def rumus_arti(jarak: str, tercapai: str, kata_arti: tuple[str, str, str]) -> str:
    """Return a distance in words.

    kata_arti: the words for reached, for a total that lies on an edge it has to pass, and for missing.
    """
    sudah, persis, kurang = map(kata, kata_arti)
    return f'=IF({jarak}="","",IF({tercapai}=1,{sudah},IF({jarak}=0,{persis},{kurang})))'


def rumus_dekat(total: str, jarak: Sequence[str], dekat: str, pesan: str) -> str:
    """Return a warning where some distance is so small that the unwritten rule for fractions could decide."""
    syarat = ",".join(f"ABS({j})<={dekat}" for j in jarak)
    return f'=IF(COUNT({total})=0,"",IF(OR({syarat}),{kata(pesan)},""))'


def rumus_selisih(kini: str, dulu: str) -> str:
    """Return how much a total has changed; nothing where one of both is not known."""
    return f'=IF(COUNT({kini},{dulu})<2,"",ROUND({kini}-{dulu},2))'


def rumus_hitung(rentang: str, teks: str) -> str:
    """Return how many cells say exactly this."""
    return f"=COUNTIF({rentang},{kata(teks)})"
