"""A text as paragraphs of HTML in which the words of statements are marked.

Escape first, then mark. Statements may overlap or hold one another, and links may not: the text is
cut wherever a statement begins or ends, and each piece is marked by itself and links to the
narrowest statement that covers it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

Span = tuple[int, int]


@dataclass(frozen=True)
class Mark:
    """`segments` are [start, end) code points of the text; `url` empty: marked without a link.

    `anchor` becomes the id of the place where it begins, which carries `label` as data; `css` are
    classes of the words marked.
    """

    segments: Sequence[Sequence[int]]
    url: str = ""
    anchor: str = ""
    label: str = ""
    css: str = ""

    @property
    def starts(self) -> int:
        return self.segments[0][0]

    @property
    def length(self) -> int:
        return sum(end - start for start, end in self.segments)


def paragraphs(text: str, marks: Iterable[Mark] = ()) -> list[SafeString]:
    """What stands inside each <p>; what lies between paragraphs, blank lines, is dropped."""
    pieces = list(_pieces(text, [mark for mark in marks if mark.segments]))
    found: list[SafeString] = []
    first, unseen = 0, 0
    for start, end in paragraph_spans(text):
        while first < len(pieces) and pieces[first].end <= start:
            first += 1
        inside, at = [], first
        while at < len(pieces) and pieces[at].start < end:
            piece = pieces[at]
            words = text[max(start, piece.start) : min(end, piece.end)]
            inside.append((_html(piece, words, begins=at >= unseen),))
            at += 1
        unseen = at
        found.append(format_html_join("", "{}", inside))
    return found


def paragraph_spans(text: str) -> list[Span]:
    """Where the paragraphs stand; white space around the text belongs to none."""
    spans, reached = [], 0
    for gap in BLANK_LINE.finditer(text):
        spans.append((reached, gap.start()))
        reached = gap.end()
    spans.append((reached, len(text)))
    return [(start, end) for start, end in spans if text[start:end].strip()]


@dataclass(frozen=True)
class _Piece:
    """A stretch that the same marks cover, narrowest first; `beginning` are those that start it."""

    start: int
    end: int
    covering: tuple[Mark, ...]
    beginning: tuple[Mark, ...]


def _pieces(text: str, marks: list[Mark]) -> Iterator[_Piece]:
    """The whole text, cut where a mark begins or ends."""
    events: list[tuple[int, bool, Mark]] = [
        (min(place, len(text)), opens, mark)
        for mark in marks
        for start, end in mark.segments
        for place, opens in ((start, True), (end, False))
    ]
    events.sort(key=lambda event: event[0])
    reached = 0
    covering: list[Mark] = []
    beginning: list[Mark] = []
    for place, opens, mark in events:
        if place > reached:
            yield _Piece(reached, place, _narrowest_first(covering), tuple(beginning))
            reached, beginning = place, []
        if opens:
            covering.append(mark)
            if place == mark.starts:
                beginning.append(mark)
        elif mark in covering:
            covering.remove(mark)
    if reached < len(text):
        yield _Piece(reached, len(text), _narrowest_first(covering), tuple(beginning))


def _narrowest_first(marks: list[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: mark.length))


def _html(piece: _Piece, words: str, *, begins: bool) -> SafeString:
    """The words escaped, marked when a statement covers them, with the anchors that begin here."""
    if not piece.covering:
        return conditional_escape(words)
    anchored = [mark for mark in piece.beginning if begins and mark.anchor]
    places = format_html_join("", "{}", ((_place(mark),) for mark in anchored))
    narrowest = piece.covering[0]
    url, css = narrowest.url, narrowest.css
    inner = format_html('<a href="{}">{}</a>', url, words) if url else conditional_escape(words)
    if css:
        return format_html('{}<mark class="{}">{}</mark>', places, css, inner)
    return format_html("{}<mark>{}</mark>", places, inner)


def _place(mark: Mark) -> SafeString:
    if mark.label:
        return format_html('<span id="{}" data-label="{}"></span>', mark.anchor, mark.label)
    return format_html('<span id="{}"></span>', mark.anchor)


# --- surroundings --------------------------------------------------------------------------------

REACH = 700  # characters shown before and after, at most


@dataclass(frozen=True)
class Surroundings:
    """The paragraphs around a statement, with its words marked."""

    paragraphs: list[SafeString]
    cut_before: bool
    cut_after: bool
    only_the_words: bool


def surroundings(body: str, segments: Sequence[Sequence[int]]) -> Surroundings:
    """From the paragraph in which the words begin to the one in which they end, and no further
    than REACH characters either way."""
    first, last = segments[0][0], segments[-1][1]
    spans = paragraph_spans(body)
    start = max((begins for begins, _ in spans if begins <= first), default=0)
    end = min((ends for _, ends in spans if ends >= last), default=len(body))
    cut_before, cut_after = first - start > REACH, end - last > REACH
    if cut_before:
        start = _after_space(body, first - REACH, first)
    if cut_after:
        end = _before_space(body, last, last + REACH)
    moved = [[a - start, b - start] for a, b in segments]
    around = body[start:first] + body[last:end]
    return Surroundings(
        paragraphs=paragraphs(body[start:end], [Mark(moved)]),
        cut_before=cut_before,
        cut_after=cut_after,
        only_the_words=len(segments) == 1 and not re.search(r"\w", around),
    )


def _after_space(text: str, start: int, end: int) -> int:
    """A place in between where a word begins; a script without spaces is cut where it is."""
    space = text.find(" ", start, min(end, start + 40))
    return space + 1 if space >= 0 else start


def _before_space(text: str, start: int, end: int) -> int:
    space = text.rfind(" ", max(start, end - 40), end)
    return space if space >= 0 else end
