"""Test articles with the quotations that an engine should find in them.

A file is a head of `name value` lines, a blank line, the article with each passage as
`[1: its words]` (one number twice: two segments of one quotation), a line `---`, and a row for
each number: `1 | kind | cue | attribution as printed | speaker`, with - for nothing.
All people and reports are invented.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).parent.parent / "data" / "quotations"

_PASSAGE = re.compile(r"\[(\d+): (.*?)\]", re.DOTALL)

Span = tuple[int, int]


@dataclass
class Expected:
    """A quotation that stands in an article."""

    number: int
    segments: list[Span] = field(default_factory=list)
    kind: str = "direct"
    cue: str | None = None
    attribution: str | None = None
    speaker: str | None = None

    @property
    def characters(self) -> set[int]:
        return {at for start, end in self.segments for at in range(start, end)}


@dataclass
class Article:
    name: str
    text: str
    published_on: datetime.date | None
    expected: list[Expected]


def load(folder: Path) -> list[Article]:
    """The articles of a folder, by name."""
    return [parse(path.stem, path.read_text("utf-8")) for path in sorted(folder.glob("*.txt"))]


def parse(name: str, source: str) -> Article:
    source, _, rows = source.rpartition("---\n")
    published = None
    if source.startswith("published "):
        first, _, source = source.partition("\n")
        published = datetime.date.fromisoformat(first.split()[1])
    text, segments = _without_brackets(source.strip("\n"))
    expected = [_row(line, segments) for line in rows.splitlines() if line.strip()]
    missing = set(segments) - {one.number for one in expected}
    if missing:
        raise ValueError(f"{name}: passages without a row: {sorted(missing)}")
    return Article(name, text, published, sorted(expected, key=lambda one: one.segments))


def _without_brackets(source: str) -> tuple[str, dict[int, list[Span]]]:
    text, segments, at = "", {}, 0
    for match in _PASSAGE.finditer(source):
        text += source[at : match.start()]
        start = len(text)
        text += match[2]
        segments.setdefault(int(match[1]), []).append((start, len(text)))
        at = match.end()
    return text + source[at:], segments


def _row(line: str, segments: dict[int, list[Span]]) -> Expected:
    cells = [cell.strip() for cell in line.split("|")]
    number, kind, *rest = cells
    cue, attribution, speaker = (None if cell == "-" else cell for cell in rest)
    return Expected(int(number), segments[int(number)], kind, cue, attribution, speaker)
