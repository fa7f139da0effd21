"""Run a command as `python -m kla_lib.cli`."""

import sys

from kla_lib.cli import main

sys.exit(main())
