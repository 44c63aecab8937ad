"""The values of shipped YAML files, worked out when a wheel is built: reading JSON costs a tenth of reading YAML.

A line for each file: its path, a checksum of its bytes, its values as JSON. What somebody changed in an installed
package has another checksum and is read as YAML, as everything is in a checkout, which has no such file.
"""

from __future__ import annotations

from binascii import crc32
from collections.abc import Mapping
from functools import cache
from typing import Any

from reviewkit import resources

FILE = "compiled.jsonl"


def compile_line(path: str, source: bytes, values: Any) -> bytes:
    """The line of a file whose bytes hold these values; `path` begins with its data folder and has slashes."""
    import json

    return b"%s %d %s\n" % (path.encode(), crc32(source), json.dumps(values, ensure_ascii=False).encode())


def compiled_values(path: str, source: bytes) -> tuple[Any] | None:
    """The values of the file at that path, alone in a tuple; None where none are known of these very bytes."""
    checksum, values = _lines().get(path.encode(), (b"", b""))
    if not values or checksum != b"%d" % crc32(source):
        return None
    import json

    return (json.loads(values),)


@cache
def _lines() -> Mapping[bytes, tuple[bytes, bytes]]:
    if not resources.is_there(FILE):
        return {}
    each = (line.split(b" ", 2) for line in resources.read_bytes(FILE).splitlines())
    return {path: (checksum, values) for path, checksum, values in each}
