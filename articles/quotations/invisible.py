"""Characters that a reader does not see, as web pages strew them through copied text."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from .quotation import Mention, Quotation, Span

# Soft hyphen; spaces and joiners of no width; marks of direction; the byte order mark.
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")


def places_of_visible(text: str) -> list[int] | None:
    """The offsets of what a reader sees; None where that is all of the text."""
    if text.isascii() or not _UNSEEN.search(text):
        return None
    ends = [match.span() for match in _UNSEEN.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    return list(chain.from_iterable(map(range, starts, stops)))


def placed(quotation: Quotation, text: str, places: list[int]) -> Quotation:
    """A quotation found in the visible text, with its offsets in the whole `text`."""

    def span(start: int, end: int) -> Span:
        return places[start], places[end - 1] + 1

    def mention(old: Mention | None) -> Mention | None:
        if not old:
            return None
        start, end = span(old.start, old.end)
        return Mention(text[start:end], start, end)

    return replace(
        quotation,
        segments=tuple(span(*segment) for segment in quotation.segments),
        attribution=mention(quotation.attribution),
        cue=mention(quotation.cue),
    )
