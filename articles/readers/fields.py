"""Values of a parsed document, checked: each function takes one field or says what is wrong.

Text keeps its words; what changes is said here. A NUL or half a surrogate pair is refused, since
no database or page can hold it. Other control characters become spaces, one for one, so that
offsets stay true. In text of one line white space is collapsed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from articles.dates import PartialDate

from .countries import COUNTRIES
from .drafts import DraftError, Segments

Fields = Mapping[str, Any]

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*\Z")
_NAMES = {str: "text", int: "a number", float: "a number", bool: "true or false", list: "a list"}
_SHOWN = 60  # characters of a wrong value in a message


def of_type(value: Any, wanted: type, field: str) -> Any:
    """`value`, if it is of the type: true is no number, and 1.0 no offset."""
    if type(value) is not wanted:
        found = "nothing" if value is None else _NAMES.get(type(value), "an object")
        raise DraftError(field, f"must be {_NAMES.get(wanted, 'an object')}, not {found}.")
    return value


def lines(fields: Fields, name: str, *, required: bool = False, where: str = "") -> str:
    """Text of many lines as it is; "" where it is absent or null."""
    field = where + name
    value = fields.get(name)
    if value is None:
        if required:
            raise DraftError(field, "is missing." if name not in fields else "is null.")
        return ""
    text = of_type(value, str, field)
    if "\0" in text:
        raise DraftError(field, f"has a NUL character, at offset {text.index(chr(0))}.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise DraftError(field, f"has half a surrogate pair, at offset {error.start}.") from None
    if required and not text.strip():
        raise DraftError(field, "is empty.")
    return _CONTROL.sub(" ", text)


def words(fields: Fields, name: str, limit: int, *, required: bool = False, where: str = "") -> str:
    """Text of one line, white space collapsed, of at most `limit` characters."""
    text = " ".join(lines(fields, name, required=required, where=where).split())
    if len(text) > limit:
        raise DraftError(where + name, f"has {len(text):,} characters; {limit:,} is the most.")
    return text


def names(fields: Fields, name: str, limit: int, *, where: str = "") -> tuple[str, ...]:
    """A list of names, each once, in the order given; () where it is absent or null."""
    if fields.get(name) is None:
        return ()
    values = of_type(fields[name], list, where + name)
    found = [
        words({"": value}, "", limit, required=True, where=f"{where}{name}[{index}]")
        for index, value in enumerate(values)
    ]
    return tuple(dict.fromkeys(found))


def address(fields: Fields, name: str, limit: int) -> str:
    """A web address. It is printed as a link, so nothing but http and https will do."""
    text = words(fields, name, limit)
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname)
    except ValueError:
        good = False
    if not good or " " in text:
        raise DraftError(name, f"“{shortened(text)}” is no address that begins with https://.")
    return text


def date(fields: Fields, name: str, *, where: str = "") -> PartialDate | None:
    """A date known to the day, the month or the year; None where it is absent or null."""
    text = words(fields, name, 100, where=where)
    try:
        return PartialDate.parse(text) if text else None
    except ValueError as error:
        raise DraftError(where + name, str(error)) from None


def language(fields: Fields, name: str, limit: int) -> str:
    """A BCP 47 tag in its usual dress (zh-Hant-TW), so that EN and en are one language."""
    text = words(fields, name, limit) or "en"
    if not _LANGUAGE.match(text):
        raise DraftError(name, f"“{text}” is no language tag such as en or zh-Hant.")
    primary, *rest = text.split("-")
    dressed = {2: str.upper, 4: str.title}
    return "-".join([primary.lower(), *(dressed.get(len(part), str.lower)(part) for part in rest)])


def country(fields: Fields, name: str, *, where: str = "") -> str:
    """An alpha-3 code that stands in our table; "" where it is absent or null."""
    code = words(fields, name, 100, where=where).upper()
    if code and code not in COUNTRIES:
        raise DraftError(where + name, f"“{code}” is no country code of ISO 3166-1 alpha-3.")
    return code


def one_of(fields: Fields, name: str, allowed: Sequence[str], *, where: str = "") -> str:
    """One of the words allowed; the first where it is absent or null."""
    text = words(fields, name, 100, where=where) or allowed[0]
    if text not in allowed:
        raise DraftError(where + name, f"“{text}” is none of {', '.join(allowed)}.")
    return text


def segments(fields: Fields, name: str, body: str, *, where: str = "") -> Segments:
    """Passages of `body`: at least one, ascending, apart, inside it, each with words."""
    field = where + name
    if name not in fields:
        raise DraftError(field, "is missing.")
    found: list[tuple[int, int]] = []
    reached = 0
    for pair in of_type(fields[name], list, field):
        if len(of_type(pair, list, field)) != 2:
            raise DraftError(field, "must be pairs of offsets, [start, end].")
        start, end = (of_type(offset, int, field) for offset in pair)
        if start < 0 or end > len(body):
            raise DraftError(
                field, f"{_shown(pair)} lies outside the body of {len(body):,} characters."
            )
        if end <= start:
            raise DraftError(field, f"{_shown(pair)} is empty or runs backwards.")
        if start < reached:
            raise DraftError(field, f"{_shown(pair)} does not follow the passage before it.")
        if body[start:end].isspace():
            raise DraftError(field, f"{_shown(pair)} selects only white space.")
        found.append((start, end))
        reached = end
    if not found:
        raise DraftError(field, "is empty.")
    return tuple(found)


def _shown(pair: list[int]) -> str:
    """The pair in a message; str() refuses integers of thousands of digits."""
    offsets = (str(n) if abs(n) < 10**18 else "a huge number" for n in pair)
    return f"[{', '.join(offsets)}]"


def shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
