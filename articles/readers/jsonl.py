"""JSON Lines, one article a line, plain or gzip; read as a stream, whatever its size.

Each line gives a draft or a failure; a failure leaves the lines around it readable. Where bytes
end too soon (a truncated gzip) what came before is given, then a failure that says so.
"""

from __future__ import annotations

import gzip
import io
import json
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, NoReturn, TypeAlias, cast

from . import fields, interchange
from .drafts import ArticleDraft, DraftError, Failure

LONGEST_LINE = 32 * 2**20  # bytes; the longest report of a year's human rights has 0.3 million
GIVE_UP_AFTER = 1000  # lines, when none of them could be read

_GZIP = b"\x1f\x8b"
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")

_NOT_THIS = "No line up to here could be read; the rest was not tried. Is this JSON Lines?"

Stream: TypeAlias = "io.BufferedReader[Any] | gzip.GzipFile"


class _TooLong:
    """In place of a line that is longer than what is kept of one."""


def read(stream: BinaryIO | Stream, *, source: str = "") -> Iterator[ArticleDraft | Failure]:
    """The articles of a binary stream, one at a time. `source` serves lines that name none."""
    number = given = failed = 0
    try:
        for number, line in enumerate(_lines(uncompressed(stream)), start=1):
            found = read_line(line, number, source=source)
            if found is None:
                continue
            yield found
            given, failed = given + 1, failed + isinstance(found, Failure)
            if failed == given == GIVE_UP_AFTER:
                yield Failure(number, _NOT_THIS)
                return
    except (EOFError, OSError, zlib.error) as error:
        yield Failure(number + 1, _broken_off(error))


def looks_like(stream: Stream) -> bool:
    """Whether a line near the beginning starts an object, or there is none. Reads nothing away."""
    try:
        head = stream.peek(2**16).removeprefix(_UTF8_MARK)
    except (EOFError, OSError, zlib.error):
        return True  # something compressed that broke off: `read` says what is wrong
    return not head or any(line.lstrip().startswith(b"{") for line in head.splitlines())


def uncompressed(stream: BinaryIO | Stream) -> Stream:
    """The stream, unpacked if its first bytes say that it is gzip."""
    if isinstance(stream, gzip.GzipFile):
        return stream
    if not isinstance(stream, io.BufferedReader):
        stream = io.BufferedReader(cast(io.RawIOBase, stream))
    return gzip.GzipFile(fileobj=stream) if stream.peek(2)[:2] == _GZIP else stream


def _lines(stream: Stream) -> Iterator[bytes | type[_TooLong]]:
    """Lines without their ends. Of one that is too long no more than a part is ever held."""
    while line := stream.readline(LONGEST_LINE + 1):
        if len(line) <= LONGEST_LINE or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(2**20)
        yield _TooLong


def read_line(
    line: bytes | type[_TooLong], number: int = 0, *, source: str = ""
) -> ArticleDraft | Failure | None:
    """What a line, without its end, gives; None for an empty one."""
    if isinstance(line, type):
        return Failure(number, f"is longer than {LONGEST_LINE // 2**20} MiB.")
    if number == 1:
        line = line.removeprefix(_UTF8_MARK)
    if not line.strip():
        return None
    try:
        value = json.loads(_text(line, number), object_pairs_hook=_object, parse_constant=_refuse)
        return interchange.article(value, source=source, original=line, line=number)
    except DraftError as error:
        return Failure(number, str(error))
    except json.JSONDecodeError as error:
        return Failure(number, f"is not JSON: {error.msg}, at character {error.pos + 1}.")
    except RecursionError:
        return Failure(number, "is nested too deeply.")
    except ValueError:
        # What json leaves to int(): a number of thousands of digits.
        return Failure(number, "has a number that is too long.")


def _text(line: bytes, number: int) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError as error:
        if number == 1 and line.startswith(_UTF16_MARKS):
            raise DraftError("encoding", "this is UTF-16; the format is UTF-8.") from None
        byte = line[error.start]
        raise DraftError(
            "encoding", f"is not UTF-8: byte 0x{byte:02x} at position {error.start + 1}."
        ) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; a field given twice has no one meaning."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise DraftError(fields.shortened(twice), "is given twice.")
    return found


def _refuse(name: str) -> NoReturn:
    raise DraftError("line", f"{name} is no number of JSON.")


def _broken_off(error: Exception) -> str:
    if isinstance(error, EOFError):
        return "The gzip file ends here, in the middle: it was cut off."
    if isinstance(error, (gzip.BadGzipFile, zlib.error)):
        return f"The gzip file is damaged from here on: {error}."
    return f"Reading failed here: {getattr(error, 'strerror', None) or error}."
