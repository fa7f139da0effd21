"""Print the results of commands."""

import json
from typing import Any


def print_json(isi: Any) -> None:
    """Print a result as one line of JSON, for `--json`."""
    print(json.dumps(isi, ensure_ascii=False))
