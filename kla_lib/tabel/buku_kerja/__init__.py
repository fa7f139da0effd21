"""Workbooks: an archive of XML parts, read cell by cell in one strict walk."""
