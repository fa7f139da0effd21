"""buku.xlsx: the meeting as a workbook that calculates."""
