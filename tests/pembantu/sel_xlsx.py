"""A workbook of one sheet whose rows are given as XML, for what no library writes."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

UTAMA = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
HUBUNGAN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PAKET = "http://schemas.openxmlformats.org/package/2006"
JENIS = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def bagian_xlsx(*baris: str, calc: str = "", teks: str = "", gaya: str = "", lembar: str = "Satu") -> dict[str, str]:
    """Return the parts of the workbook; baris: XML of its rows, teks: of shared texts, gaya: of the styles."""
    isi_gaya = gaya or '<cellXfs count="1"><xf numFmtId="0"/></cellXfs>'
    return {
        "[Content_Types].xml": f'<Types xmlns="{PAKET}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{JENIS}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{JENIS}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{JENIS}.sharedStrings+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{JENIS}.styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PAKET}/relationships">'
        f'<Relationship Id="r1" Type="{HUBUNGAN}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{UTAMA}" xmlns:r="{HUBUNGAN}"><sheets>'
        f'<sheet name="{lembar}" sheetId="1" r:id="r1"/></sheets><calcPr {calc}/></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PAKET}/relationships">'
        f'<Relationship Id="r1" Type="{HUBUNGAN}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{HUBUNGAN}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{HUBUNGAN}/styles" Target="styles.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{UTAMA}">{teks}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{UTAMA}">{isi_gaya}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{UTAMA}"><sheetData>{"".join(baris)}</sheetData></worksheet>',
    }


def tulis_sel(path: Path, *baris: str, **lain: str) -> Path:
    """Write the workbook of these rows (see `bagian_xlsx`)."""
    with ZipFile(path, "w", ZIP_DEFLATED) as arsip:
        for nama, isi in bagian_xlsx(*baris, **lain).items():
            arsip.writestr(nama, isi)
    return path
