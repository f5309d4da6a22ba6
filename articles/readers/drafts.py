"""What a reader gives: an article as a file states it, and what was wrong where it states none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from articles.dates import PartialDate

Segments = tuple[tuple[int, int], ...]

JSON = "application/json"
TEXT = "text/plain"


class DraftError(ValueError):
    """A field that cannot be taken, and why, in words for the person who made the file."""

    def __init__(self, field: str, reason: str) -> None:
        self.field = field
        self.reason = reason
        super().__init__(f"{field}: {reason}")


@dataclass(frozen=True)
class StatementDraft:
    """Words of the body, [start, end) code points, and what the file says about them."""

    segments: Segments
    kind: str = "direct"
    speaker: str = ""
    office: str = ""
    country: str = ""
    cue: str = ""
    said_on: PartialDate | None = None
    topics: tuple[str, ...] = ()

    def text_in(self, body: str) -> str:
        return " ".join(body[start:end] for start, end in self.segments)


@dataclass(frozen=True)
class ArticleDraft:
    """One article. `statements` is None when the file says nothing of them, () when it has none.

    `original` is what was received, byte for byte; `line` is where it stood in the file;
    `ignored` are the fields of the file that mean nothing here.
    """

    source: str
    title: str
    body: str
    id: str = ""
    url: str = ""
    summary: str = ""
    language: str = "en"
    published_on: PartialDate | None = None
    place: str = ""
    dateline_on: datetime.date | None = None
    topics: tuple[str, ...] = ()
    statements: tuple[StatementDraft, ...] | None = None
    original: bytes = field(default=b"", repr=False)
    media_type: str = JSON
    line: int = field(default=0, compare=False)
    ignored: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def identity(self) -> tuple[str, str, str]:
        """What tells it from other articles: the source with its identifier, else its address."""
        return (self.source, self.id, "" if self.id else self.url)


@dataclass(frozen=True)
class Failure:
    """What could not be read: the line where it stands, and the reason in words."""

    line: int
    reason: str
