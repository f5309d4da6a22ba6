"""The archive's own interchange format: a JSON object, already parsed, as an article draft."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from typing import Any

from . import fields
from .drafts import ArticleDraft, DraftError, Segments, StatementDraft

KINDS = ("direct", "indirect", "mixed")

# The most characters of each; the database's columns are as wide (a test compares them).
SOURCE, IDENTIFIER, ADDRESS, TITLE, LANGUAGE, PLACE = 200, 255, 1000, 1000, 35, 200
SPEAKER, OFFICE, CUE, TOPIC = 200, 300, 200, 200

ARTICLE_FIELDS = {field.name for field in dataclasses.fields(ArticleDraft)} - {
    "dateline_on",
    "original",
    "media_type",
    "line",
    "ignored",
}
STATEMENT_FIELDS = {field.name for field in dataclasses.fields(StatementDraft)}


def article(value: Any, *, source: str = "", original: bytes = b"", line: int = 0) -> ArticleDraft:
    """The draft of one article; DraftError names the first field that cannot be taken.

    `source` serves where the object names none; null means the same as an absent field.
    """
    if not isinstance(value, dict):
        raise DraftError("line", "must be an object, {…}, with the fields of one article.")
    identifier = fields.words(value, "id", IDENTIFIER)
    url, url_ignored = _address(value, identifier)
    received = fields.lines(value, "body", required=True)
    return ArticleDraft(
        source=fields.words(value, "source", SOURCE) or source or _no_source(),
        id=identifier,
        url=url,
        title=fields.words(value, "title", TITLE, required=True),
        summary=_with_line_feeds(fields.lines(value, "summary")).strip(),
        language=fields.language(value, "language", LANGUAGE),
        published_on=fields.date(value, "published_on"),
        place=fields.words(value, "place", PLACE),
        body=_with_line_feeds(received),
        topics=fields.names(value, "topics", TOPIC),
        statements=_statements(value, received),
        original=original,
        line=line,
        ignored=_unknown(value) | url_ignored,
    )


def _address(value: dict[str, Any], identifier: str) -> tuple[str, frozenset[str]]:
    """The address, and what to say of one that is none.

    A broken link does not cost an article that its identifier tells from others.
    """
    try:
        url = fields.address(value, "url", ADDRESS)
    except DraftError:
        if not identifier:
            raise
        return "", frozenset({"url (no address that begins with https://)"})
    if not identifier and not url:
        raise DraftError("id", "is missing, and there is no url either: one of them is needed.")
    return url, frozenset()


def _no_source() -> str:
    raise DraftError("source", "is missing; --source gives one to lines that have none.")


def _statements(value: dict[str, Any], body: str) -> tuple[StatementDraft, ...] | None:
    if value.get("statements") is None:
        return None
    stated = fields.of_type(value["statements"], list, "statements")
    crlf = _positions_of_crlf(body)
    first: dict[StatementDraft, int] = {}
    for index, one in enumerate(stated):
        where = f"statements[{index}]"
        draft = _statement(fields.of_type(one, dict, where), body, crlf, f"{where}.")
        if draft in first:
            raise DraftError(where, f"says the same as statements[{first[draft]}].")
        first[draft] = index
    return tuple(first)


def _statement(value: dict[str, Any], body: str, crlf: list[int], where: str) -> StatementDraft:
    return StatementDraft(
        segments=_shifted(fields.segments(value, "segments", body, where=where), crlf),
        kind=fields.one_of(value, "kind", KINDS, where=where),
        speaker=fields.words(value, "speaker", SPEAKER, where=where),
        office=fields.words(value, "office", OFFICE, where=where),
        country=fields.country(value, "country", where=where),
        cue=fields.words(value, "cue", CUE, where=where),
        said_on=fields.date(value, "said_on", where=where),
        topics=fields.names(value, "topics", TOPIC, where=where),
    )


def _unknown(value: dict[str, Any]) -> frozenset[str]:
    """Fields that the format does not know: a misprint should not go unnoticed."""
    unknown = value.keys() - ARTICLE_FIELDS
    for one in value.get("statements") or ():
        unknown |= {f"statements.{name}" for name in one.keys() - STATEMENT_FIELDS}
    return frozenset(unknown)


def _with_line_feeds(text: str) -> str:
    """Lines end with a line feed here, as paragraphs are told by two of them."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _positions_of_crlf(body: str) -> list[int]:
    return [match.start() for match in re.finditer("\r\n", body)] if "\r" in body else []


def _shifted(segments: Segments, crlf: list[int]) -> Segments:
    """The offsets as they are once each CR LF before them is one character."""
    if not crlf:
        return segments
    return tuple(
        (start - bisect_left(crlf, start), end - bisect_left(crlf, end)) for start, end in segments
    )
