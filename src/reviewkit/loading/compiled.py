"""The values of shipped YAML files, worked out when a wheel is built: reading them costs a thirtieth of reading YAML.

One table: of each file its path, a checksum of its bytes, and its values as `marshal` writes them, as in the `.pyc` files
beside it: JSON would cost every start its module and five times the reading. What somebody changed in an installed
package has another checksum and is read as YAML, as everything is in a checkout, which has no such file.
"""

from __future__ import annotations

import marshal
from binascii import crc32
from collections.abc import Mapping
from functools import cache
from typing import Any

from reviewkit import resources

FILE = "compiled.marshal"
_FORM = 2
"""Of `marshal`: read by every later Python, and the same bytes for the same values."""
_Compiled = tuple[int, bytes]


def compile_values(source: bytes, values: Any) -> _Compiled:
    """What the table holds of a file whose bytes hold these values."""
    return crc32(source), marshal.dumps(values, _FORM)


def compile_table(compiled: Mapping[str, _Compiled]) -> bytes:
    """The file; each path begins with its data folder and has slashes."""
    return marshal.dumps(dict(compiled), _FORM)


def compiled_values(path: str, source: bytes) -> tuple[Any] | None:
    """The values of the file at that path, alone in a tuple; None where none are known of these very bytes."""
    checksum, values = _table().get(path, (0, b""))
    if not values or checksum != crc32(source):
        return None
    return (marshal.loads(values),)  # noqa: S302  our own, as the code beside it is


@cache
def _table() -> Mapping[str, _Compiled]:
    if not resources.is_there(FILE):
        return {}
    table: Mapping[str, _Compiled] = marshal.loads(resources.read_bytes(FILE))  # noqa: S302  the same
    return table
