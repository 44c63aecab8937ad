"""The command line: click, printing, writing and exit codes live here and nowhere else."""

from __future__ import annotations

import gc

# A run is short and keeps what it builds: collecting garbage every 700 objects costs a tenth of `check`. It is said here
# because the import of click pays for it too.
gc.set_threshold(100_000)
