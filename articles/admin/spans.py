"""The ends of a statement, moved word by word or to where an editor points. Pure functions.

A place is a list of [start, end) code points of the body. Ends stand at words: before one or the
marks it begins with, behind one or the marks it ends with.
"""

from __future__ import annotations

import re
from typing import Literal

Place = list[list[int]]
End = Literal["start", "end"]

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_TOKEN = re.compile(r"\S+")
_REACH = 400  # characters in which the next word is looked for
_OPENING, _CLOSING = "\"“„«‘'", "\"”“»’'"


class Impossible(ValueError):
    """Why an end cannot be there, in words for an editor."""


def move(body: str, place: Place, end: End, step: Literal[-1, 1]) -> Place:
    """The place with one end a word further to the left (-1) or to the right (1)."""
    if not place:
        raise Impossible("These words have no place in the text; type them anew.")
    at = place[0][0] if end == "start" else place[-1][1]
    stops = _stops(body, end, max(0, at - _REACH), at + _REACH)
    beyond = [stop for stop in stops if (stop - at) * step > 0]
    if not beyond:
        raise Impossible("The text ends here.")
    return set_end(body, place, end, min(beyond) if step > 0 else max(beyond))


def set_end(body: str, place: Place, end: End, at: int) -> Place:
    """The place with its start or its end at `at`; passages left outside go."""
    if end == "start":
        kept = [list(span) for span in place if span[1] > at]
        if kept:
            kept[0][0] = at if kept[0] == list(place[0]) else max(at, kept[0][0])
    else:
        kept = [list(span) for span in place if span[0] < at]
        if kept:
            kept[-1][1] = at if kept[-1] == list(place[-1]) else min(at, kept[-1][1])
    if not kept or any(not body[start:stop].strip() for start, stop in kept):
        raise Impossible("Then no words would be left.")
    return kept


def snapped(body: str, start: int, end: int) -> Place:
    """What was selected, to whole words, without the white space and the pair of marks around."""
    start, end = max(0, min(start, end)), min(len(body), max(start, end))
    while start < end and body[start].isspace():
        start += 1
    while end > start and body[end - 1].isspace():
        end -= 1
    if start >= end:
        raise Impossible("No words were selected.")
    for word in _WORD.finditer(body, max(0, start - _REACH), end + _REACH):
        if word.start() < start < word.end():
            start = word.start()
        if word.start() < end < word.end():
            end = word.end()
    if end - start > 2 and body[start] in _OPENING and body[end - 1] in _CLOSING:
        start, end = start + 1, end - 1
    return [[start, end]]


def _stops(body: str, end: End, first: int, last: int) -> list[int]:
    found = [*_WORD.finditer(body, first, last), *_TOKEN.finditer(body, first, last)]
    return sorted({match.start() if end == "start" else match.end() for match in found})
