"""Excerpts with the matches marked: escaped first, then marked.

The marks come from the same tokens that are indexed and searched, not from the engine's own
snippets, which count bytes and mark the words of a phrase wherever they stand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from . import text
from .language import (
    Among,
    Dated,
    Either,
    Every,
    Field,
    Near,
    Node,
    Phrase,
    Prefix,
    Without,
    Word,
)

LENGTH = 420  # characters of an excerpt
BEFORE = 90  # characters shown before the first match
MOST_TEXT = 200_000  # characters of a record looked through

Span = tuple[int, int]


@dataclass(frozen=True)
class Wanted:
    """What to mark: tokens side by side, or `apart` from each other at most, in any order.

    `stemmer` None compares as written; of a `prefix` the last token is the beginning.
    """

    tokens: tuple[str, ...]
    stemmer: str | None = None
    prefix: bool = False
    apart: int | None = None


def wanted(node: Node | None, stemmer: str | None) -> list[Wanted]:
    """What of a query to mark in a text of one language; what is refused is not marked."""
    match node:
        case Word(word):
            found = [Wanted(tuple(text.tokens(word)))]
            if stemmer:
                found.append(Wanted(tuple(text.tokens(word, stemmer)), stemmer))
            return [one for one in found if one.tokens]
        case Phrase(words):
            return [Wanted(tuple(text.tokens(words)))]
        case Prefix(beginning):
            return [Wanted(tuple(text.tokens(beginning)), prefix=True)]
        case Every(parts) | Either(parts):
            return [one for part in parts for one in wanted(part, stemmer)]
        case Near(words, apart):
            return [Wanted(tuple(text.tokens(words)), apart=apart)]
        case Without() | Field() | Among() | Dated() | None:
            return []
    raise AssertionError(node)


def spans(words: str, sought: Sequence[Wanted]) -> list[Span]:
    """Where `words` match, [start, end), merged and ascending."""
    if not sought:
        return []
    places = list(text.places(words[:MOST_TEXT]))
    found: list[Span] = []
    for stemmer in {one.stemmer for one in sought}:
        forms = [text.form(word, stemmer) for _, _, word in places]
        alike = [one for one in sought if one.stemmer == stemmer]
        found.extend((places[first][0], places[last][1]) for first, last in _met(forms, alike))
    return _merged(found)


def _met(forms: Sequence[str], sought: Sequence[Wanted]) -> Iterator[tuple[int, int]]:
    """The (first, last) places that match. A query may want many words of a long text."""
    by_first: dict[str, list[Wanted]] = defaultdict(list)
    beginnings = tuple(one.tokens[0] for one in sought if one.prefix and len(one.tokens) == 1)
    for one in sought:
        if one.apart is not None:
            yield from _near(forms, one.tokens, one.apart)
        elif not one.prefix or len(one.tokens) > 1:
            by_first[one.tokens[0]].append(one)
    if beginnings:
        yield from ((at, at) for at, form in enumerate(forms) if form.startswith(beginnings))
    for at in [at for at, form in enumerate(forms) if form in by_first]:
        for one in by_first[forms[at]]:
            if _stands(forms, at, one):
                yield at, at + len(one.tokens) - 1


def _stands(forms: Sequence[str], at: int, one: Wanted) -> bool:
    *whole, last = forms[at : at + len(one.tokens)]
    ends = last.startswith(one.tokens[-1]) if one.prefix else last == one.tokens[-1]
    return ends and (*whole, one.tokens[-1]) == one.tokens


def _near(forms: Sequence[str], tokens: Sequence[str], apart: int) -> Iterator[tuple[int, int]]:
    """Each of the tokens where all of them stand within so many places."""
    met = [at for at, form in enumerate(forms) if form in tokens]
    for i, first in enumerate(met):
        inside = [at for at in met[i : i + 30] if at - first < len(tokens) + apart]
        if not Counter(tokens) - Counter(forms[at] for at in inside):
            yield from ((at, at) for at in inside)


def _merged(found: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def marked(words: str, found: Sequence[Span]) -> SafeString:
    """The whole text as HTML with the spans in <mark>."""
    pieces, reached = [], 0
    for start, end in found:
        pieces.append((words[reached:start], words[start:end]))
        reached = end
    before = format_html_join("", "{}<mark>{}</mark>", pieces)
    return format_html("{}{}", before, words[reached:])


def excerpt(words: str, node: Node | None, stemmer: str | None) -> SafeString:
    """The part of `words` with the most different matches, at most about LENGTH characters."""
    found = spans(words, wanted(node, stemmer))
    start, end = _window(words, found)
    inside = [(a - start, b - start) for a, b in found if start <= a and b <= end]
    before, after = "…" if start else "", "…" if end < len(words) else ""
    return format_html("{}{}{}", before, marked(words[start:end], inside), after)


def _window(words: str, found: Sequence[Span]) -> Span:
    if len(words) <= LENGTH:
        return 0, len(words)
    start = max(0, _densest(words, found) - BEFORE)
    end = min(len(words), start + LENGTH)
    # To the borders of words; a script without spaces is cut where it is.
    if start:
        space = words.find(" ", start, start + 30)
        start = space + 1 if space >= 0 else start
    if end < len(words):
        space = words.rfind(" ", end - 30, end)
        end = space if space >= 0 else end
    return start, end


def _densest(words: str, found: Sequence[Span]) -> int:
    """The match from which on the most different words lie within an excerpt."""
    best, best_count = 0, 0
    for i, (start, _) in enumerate(found[:500]):
        near = {words[a:b].lower() for a, b in found[i : i + 20] if b < start + LENGTH - BEFORE}
        if len(near) > best_count:
            best, best_count = start, len(near)
    return best
