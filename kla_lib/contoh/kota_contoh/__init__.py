"""The example city "kota-contoh": a whole data book of invented figures.

    python -m kla_lib.contoh.kota_contoh [FOLDER]

writes FOLDER/kota-contoh/*.csv, the same bytes every time; without FOLDER the
committed book.  A book is a dict of tables and a table a list of rows, so a
later book of the same city can be this one with some rows changed.
"""
