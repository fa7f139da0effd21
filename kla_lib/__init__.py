"""Evaluation workbook for child-friendly cities (Kabupaten/Kota Layak Anak, KLA).

Data flows one way: rules → data → scoring → views → publish → cli.
"""

import sys

# jsonschema, which altair and nbformat import, builds a grammar of international
# web addresses at import: 1.5 s in every process that runs a notebook.  Without
# this module it skips that one format, which nothing here uses.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
