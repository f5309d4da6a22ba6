"""What goes into the engine and what comes out. Offsets are code points of the text given."""

from __future__ import annotations

import datetime
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Kind = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words as printed, and where: `text` is what [start, end) selects."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Something that the text says was said.

    `segments` ascend and do not overlap; `"A," he said. "B."` is one quotation of two segments.
    `speaker` is the name of the person or body, None when the text does not tell; `person` is the
    key of the `Person` given to `find` whom that is, where it is one of them. `candidates` are the
    next best names, at most three. `confidence` is the measured share of right answers of `rule`
    (see confidence.py), None where nothing was measured.
    """

    segments: tuple[Span, ...]
    kind: Kind
    attribution: Mention | None = None
    cue: Mention | None = None
    speaker: str | None = None
    person: Hashable | None = None
    office: str = ""
    candidates: tuple[str, ...] = ()
    rule: str = ""
    confidence: float | None = None

    @property
    def start(self) -> int:
        return self.segments[0][0]

    @property
    def end(self) -> int:
        return self.segments[-1][1]

    def text_in(self, text: str) -> str:
        """The words; a space joins the passages, as in a statement of the archive."""
        return " ".join(text[start:end] for start, end in self.segments)


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held; an end that is not known is open."""

    title: str
    polity: str = ""
    starts: datetime.date | None = None
    ends: datetime.date | None = None

    def in_force(self, day: datetime.date) -> bool:
        return (not self.starts or self.starts <= day) and (not self.ends or day <= self.ends)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody whom the archive knows; `key` is whatever the caller knows them by."""

    name: str
    key: Hashable = None
    other_names: tuple[str, ...] = ()
    tenures: tuple[Tenure, ...] = ()
