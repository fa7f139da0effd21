"""What we read in a cell is what LibreOffice reads there; where the two could differ the cell is refused."""

import csv
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils.datetime import to_excel

from kla_lib.errors import KlaError
from kla_lib.tabel.baca import read_kisi
from kla_lib.tabel.sel import tampil
from tests.pembantu.berkas_lain import write_ods
from tests.pembantu.program import need_program
from tests.pembantu.sel_xlsx import tulis_sel

TEKS = (
    "<si><t>satu</t></si><si><r><t>du</t></r><r><rPr><b/></rPr><t>a</t></r></si>"
    '<si><t>tiga</t><rPh sb="0" eb="1"><t>yomi</t></rPh><phoneticPr fontId="1"/></si>'
    '<si><t xml:space="preserve">empat &amp;<![CDATA[ li]]>ma</t></si><si/>'
)
GAYA = (
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/>'
    '<numFmt numFmtId="165" formatCode="[$-421]&quot;h&quot;0.00;[Red]0.00"/></numFmts><fonts count="1"><font/></fonts>'
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/>'
    '<xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="0"/></cellXfs>'
)
XLSX = {
    "cdata": '<c r="A1"><v><![CDATA[0.25]]></v></c>',
    "cdata_sebagian": '<c r="A1"><v>0.<![CDATA[25]]></v></c>',
    "rujukan_huruf": '<c r="A1"><v>&#48;.5</v></c>',
    "komentar": '<c r="A1"><v>1<!-- x -->5</v></c>',
    "pangkat": '<c r="A1"><v>1.5E-3</v></c>',
    "negatif": '<c r="A1" s="3"><v>-2.5</v></c>',
    "tanpa_alamat": "<c><v>1</v></c><c><v>2</v></c>",
    "bersama": '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>',
    "bersama_cdata": '<c r="A1" t="s"><v>3</v></c><c r="B1" t="s"><v>4</v></c>',
    "sebaris": '<c r="A1" t="inlineStr"><is><t>a</t></is></c>',
    "sebaris_kaya": '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>',
    "teks_rumus": '<c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
    "dua_v": '<c r="A1"><v>1</v><v>2</v></c>',
    "v_sebelum_f": '<c r="A1"><v>3</v><f>1+2</f></c>',
    "v_dan_is": '<c r="A1"><v>7</v><is><t>a</t></is></c>',
    "is_tanpa_jenis": '<c r="A1"><is><t>a</t></is></c>',
    "sebaris_dengan_v": '<c r="A1" t="inlineStr"><v>1</v></c>',
    "unsur_di_v": '<c r="A1"><v>1<x>2</x></v></c>',
    "ruang_lain": '<c r="A1"><y:v xmlns:y="urn:y">3</y:v></c>',
    "indeks_plus": '<c r="A1" t="s"><v>+0</v></c>',
    "indeks_lebih": '<c r="A1" t="s"><v>99</v></c>',
    "bukan_angka": '<c r="A1"><v>0x10</v></c>',
    "tak_terhingga": '<c r="A1"><v>1e999</v></c>',
    "alamat_ganda": '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>',
    "alamat_mundur": '<c r="B1"><v>1</v></c><c r="A1"><v>2</v></c>',
    "alamat_baris_lain": '<c r="A2"><v>1</v></c>',
}


def _ods(isi: str, atribut: str = 'office:value-type="string"') -> str:
    return f"<table:table-cell {atribut}>{isi}</table:table-cell>"


ODS = {
    "teks": _ods("<text:p>a <text:span>b</text:span><text:s text:c='3'/>c  d</text:p><text:p>e</text:p>"),
    "cdata": _ods("<text:p><![CDATA[a]]>&#98;</text:p>"),
    "angka": _ods("<text:p>3,3</text:p>", 'office:value-type="float" office:value="3.25"'),
    "ulang": _ods("<text:p>x</text:p>", 'table:number-columns-repeated="3" office:value-type="string"'),
    "catatan": _ods("<office:annotation><text:p>tanya</text:p></office:annotation><text:p>x</text:p>"),
    "nilai_teks": _ods("", 'office:value-type="string" office:string-value="abc"'),
    "hari": _ods("", 'office:value-type="date" office:date-value="2023-03-15"'),
    "tabel_di_sel": _ods('<text:p>ya</text:p><table:table table:name="t"><table:table-row/></table:table>'),
    "tanpa_jenis": _ods("<text:p>9</text:p>", ""),
    "rumus_teks_saja": _ods("<text:p>9</text:p>", 'table:formula="of:=4+5"'),
    "dua_teks": _ods("<text:p>a</text:p>", 'office:value-type="string" office:string-value="b"'),
    "tanpa_nilai": _ods("<text:p>9</text:p>", 'office:value-type="float"'),
    "daftar": _ods("<text:list><text:list-item><text:p>9</text:p></text:list-item></text:list>"),
    "bingkai": _ods("<draw:frame xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'/><text:p>x</text:p>"),
}
DITOLAK = {
    "xlsx": "dua_v v_sebelum_f v_dan_is is_tanpa_jenis sebaris_dengan_v unsur_di_v ruang_lain indeks_plus "
    "indeks_lebih bukan_angka tak_terhingga alamat_ganda alamat_mundur alamat_baris_lain",
    "ods": "tabel_di_sel tanpa_jenis rumus_teks_saja dua_teks tanpa_nilai daftar",
}


def _tulis_ods(path: Path, isi: str) -> Path:
    return write_ods({"Satu": [["kepala"], [isi]]}, path)


def _tulis_xlsx(path: Path, isi: str) -> Path:
    return tulis_sel(path, f'<row r="1">{isi}</row>', teks=TEKS, gaya=GAYA)


SEMUA: list[tuple[str, Callable[[Path, str], Path], str, str]] = [
    *(("xlsx", _tulis_xlsx, nama, isi) for nama, isi in XLSX.items()),
    *(("ods", _tulis_ods, nama, isi) for nama, isi in ODS.items()),
]


def _bacaan(path: Path) -> list[list[str]] | None:
    """Return the cells as text, None where one of them is refused."""
    try:
        (kisi,) = read_kisi(path, path.name)
    except KlaError:
        return None
    if kisi.gagal or kisi.aneh:
        return None
    return [[_teks(s) for s in baris] for baris in kisi.baris.values()]


def _teks(isi: Any) -> str:
    if isinstance(isi, date):
        return f"{to_excel(isi):.0f}"
    return "" if isi is None else tampil(isi)


@pytest.mark.parametrize("jenis", ["xlsx", "ods"])
def test_a_cell_that_programs_read_differently_is_refused_and_no_other(tmp_path: Path, jenis: str) -> None:
    milik = [(tulis(tmp_path / f"{n}.{j}", isi), n) for j, tulis, n, isi in SEMUA if j == jenis]
    assert {n for path, n in milik if _bacaan(path) is None} == set(DITOLAK[jenis].split())


def test_what_is_read_is_what_libreoffice_reads(tmp_path: Path) -> None:
    program = need_program("soffice", "libreoffice")
    milik = [tulis(tmp_path / f"{j}-{n}.{j}", isi) for j, tulis, n, isi in SEMUA if n not in DITOLAK[j].split()]
    saring = "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true,false"
    profil = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    perintah = [program, profil, "--headless", "--convert-to", saring, "--outdir", str(tmp_path / "csv")]
    subprocess.run([*perintah, *map(str, milik)], check=True, capture_output=True, timeout=180)
    beda = {}
    for path in milik:
        with (tmp_path / "csv" / f"{path.stem}.csv").open(encoding="utf-8", newline="") as f:
            lain = [b[: max(n for n, s in enumerate(b, start=1) if s)] for b in csv.reader(f) if any(b)]
        kita = _bacaan(path)
        if kita != lain:
            beda[path.name] = (kita, lain)
    assert beda == {}
