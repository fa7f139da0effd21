"""The example city "kota-contoh": two whole data books of invented figures, five weeks apart.

    python -m kla_lib.contoh.kota_contoh [FOLDER]

writes FOLDER/kota-contoh/*.csv and FOLDER/kota-contoh-2/*.csv, the same bytes
every time; without FOLDER the committed books.  A book is a dict of tables, a
table a list of rows: the second book is the first one with the changes that
`perubahan.py` lists, each with its reason.
"""
