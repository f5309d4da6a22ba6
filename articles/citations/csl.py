"""CSL-JSON 1.0.2: what Zotero, pandoc and citation processors take."""

from __future__ import annotations

from typing import Any

from articles.dates import PartialDate

from .cited import ARCHIVE, Cited, Name

_TYPES = {"news": "article-newspaper", "document": "webpage", "transcript": "webpage"}


def item(cited: Cited) -> dict[str, Any]:
    """One item, without what is not known."""
    fields = {
        "id": cited.key,
        "type": "speech" if _is_speech(cited) else _TYPES[cited.genre],
        "title": cited.title,
        "author": [_name(cited.author)] if cited.author else None,
        "container-title": cited.container,
        "publisher": cited.source if cited.is_statement else None,
        "issued": _date(cited.date),
        "accessed": _date(PartialDate(cited.accessed)),
        "URL": cited.address,
        "abstract": cited.words or cited.summary,
        "language": cited.language,
        "event-title": cited.occasion,
        "event-place": cited.place if cited.is_statement else None,
        "publisher-place": None if cited.is_statement else cited.place,
        "genre": _genre(cited),
        "keyword": ", ".join(cited.topics),
        "source": ARCHIVE,
        "note": note(cited),
    }
    return {name: value for name, value in fields.items() if value}


def note(cited: Cited) -> str:
    """What no field of its own is there for: the capacity, and the article with its address."""
    attributed = f"Attributed to “{cited.attribution}”." if _is_unknown(cited) else ""
    capacity = f"{cited.capacity}." if cited.capacity else ""
    stands = f"In: {cited.where_it_stands}" if cited.is_statement else ""
    original = "" if cited.is_statement else cited.source_address
    return " ".join(filter(None, [capacity, attributed, stands, original]))


def _is_unknown(cited: Cited) -> bool:
    return cited.author is None and bool(cited.attribution)


def _is_speech(cited: Cited) -> bool:
    return cited.is_statement and cited.genre == "transcript"


def _genre(cited: Cited) -> str:
    kinds = {"direct": "Statement", "indirect": "Indirect speech", "mixed": "Partly quoted"}
    return kinds.get(cited.kind, "")


def _name(name: Name) -> dict[str, str]:
    if name.family:
        return {"family": name.family, "given": name.given}
    return {"literal": name.literal}


def _date(date: PartialDate | None) -> dict[str, list[list[int]]] | None:
    if date is None:
        return None
    return {"date-parts": [[int(part) for part in str(date).split("-")]]}
