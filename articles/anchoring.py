"""Where words stand in a body, and how statements follow them when the body changes.

`locate` finds words; `follow` finds passages of one text in another; `reanchor` gives an article a
new body and its statements their new places. A passage is followed by its words, with any white
space between them; where the same words stand more than once, its surroundings decide. What
cannot be told is not guessed: the statement goes back to an editor, with the reason.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import cached_property
from itertools import pairwise

from django.db import transaction

from articles import publishing
from articles.models import Article, Statement
from articles.models.statement import Segments, text_of

Span = tuple[int, int]
Words = list[str]

SURROUNDINGS = 40  # words on each side that tell a passage from its like
_REACH = 12 * SURROUNDINGS  # characters in which they are looked for
# Fewer words than this may be said again elsewhere by chance: their surroundings must agree too,
FEW_WORDS = 4
# in at least this share of their words.
AGREEMENT = 0.25

GONE = "Its words are no longer in the article."
UNSURE = "Its words stand in the article more than once, and nothing says which are meant."
ELSEWHERE = "Its words stand only in other surroundings now."
DISORDER = "Its passages stand in another order now."


class NotFound(ValueError):
    """The words are not in the text; the message says so to an editor."""


class Ambiguous(NotFound):
    """The words stand in the text more than once, and nothing tells which are meant."""


# --- words to places -----------------------------------------------------------------------------


def locate(body: str, passages: Sequence[str], near: int | None = None) -> list[list[int]]:
    """The segments of `passages`, which follow one another in `body` in this order.

    White space may differ, words may not. Where there are several places, the one nearest to the
    offset `near`; without it, Ambiguous. NotFound where there is none.
    """
    places = [_occurrences(body, passage) for passage in passages]
    if not places:
        raise NotFound("There are no words to look for.")
    chains = [chain for first in places[0] if (chain := _chain(first, places[1:]))]
    if not chains:
        raise NotFound("These words are not in the article.")
    if len(chains) > 1 and near is None:
        raise Ambiguous(f"These words stand in the article {len(chains)} times.")
    nearest = min(chains, key=lambda chain: abs(chain[0][0] - (near or 0)))
    return [list(span) for span in nearest]


def _chain(first: Span, places: list[list[Span]]) -> list[Span] | None:
    """`first` and, of each of the other passages, the next place after the one before."""
    chain = [first]
    for spans in places:
        index = bisect_left(spans, (chain[-1][1], 0))
        if index == len(spans):
            return None
        chain.append(spans[index])
    return chain


def _occurrences(body: str, passage: str, *, inside_words: bool = False) -> list[Span]:
    """Every place of the words, also overlapping ones; `inside_words` takes parts of words."""
    pattern = r"\s+".join(map(re.escape, passage.split()))
    if not pattern:
        return []
    if not inside_words:
        before = r"(?<!\w)" if re.match(r"\w", passage.lstrip()) else ""
        after = r"(?!\w)" if re.search(r"\w$", passage.rstrip()) else ""
        pattern = f"{before}{pattern}{after}"
    return [match.span(1) for match in re.finditer(f"(?=({pattern}))", body)]


# --- places to places ----------------------------------------------------------------------------


@dataclass
class Change:
    """A text and what became of it."""

    old: str
    new: str
    _found: dict[Span, Span] = field(default_factory=dict, repr=False)

    @cached_property
    def head(self) -> int:
        """How many characters at the beginning are the same."""
        return _common(self.old, self.new)

    @cached_property
    def tail(self) -> int:
        """How many at the end are, not counting those at the beginning again."""
        return _common(self.old[self.head :][::-1], self.new[self.head :][::-1])

    def follow(self, segments: Segments) -> list[list[int]]:
        """Where the passages stand now. NotFound (or Ambiguous) says why they do not."""
        found = [self._follow(start, end) for start, end in segments]
        if any(after[0] < before[1] for before, after in pairwise(found)):
            raise NotFound(DISORDER)
        return [list(span) for span in found]

    def _follow(self, start: int, end: int) -> Span:
        if (start, end) not in self._found:
            self._found[start, end] = self._unmoved(start, end) or self._by_words(start, end)
        return self._found[start, end]

    def _unmoved(self, start: int, end: int) -> Span | None:
        """The place of what lies, with its surroundings, before or behind all that changed."""
        if end + _REACH <= self.head or self.old == self.new:
            return start, end
        if start - _REACH >= len(self.old) - self.tail:
            shift = len(self.new) - len(self.old)
            return start + shift, end + shift
        return None

    def _by_words(self, start: int, end: int) -> Span:
        passage = self.old[start:end]
        start += len(passage) - len(passage.lstrip())
        cut = _cuts_words(self.old, start, end)
        before = _occurrences(self.old, passage, inside_words=cut)
        after = _occurrences(self.new, passage, inside_words=cut)
        if not after:
            raise NotFound(GONE)
        if len(before) == len(after) == 1 and len(passage.split()) >= FEW_WORDS:
            return after[0]
        index = [span[0] for span in before].index(start)
        return self._by_surroundings(index, before, after)

    def _by_surroundings(self, index: int, before: list[Span], after: list[Span]) -> Span:
        """That of the places `after` which the one at `index` of those `before` has become."""
        mine = _surroundings(self.old, before[index])
        agreements = [_agreement(mine, _surroundings(self.new, span)) for span in after]
        best = max(agreements)
        if best < AGREEMENT:
            raise NotFound(ELSEWHERE)
        if agreements.count(best) > 1:
            # Alike all around: the order tells, if none came or went.
            if len(before) != len(after):
                raise Ambiguous(UNSURE)
            return after[index]
        chosen = after[agreements.index(best)]
        theirs = _surroundings(self.new, chosen)
        others = (span for number, span in enumerate(before) if number != index)
        if any(_agreement(_surroundings(self.old, span), theirs) >= best for span in others):
            raise Ambiguous(UNSURE)  # it is at least as much the place of those other words
        return chosen


def _common(one: str, other: str) -> int:
    """The length of the common beginning, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _cuts_words(body: str, start: int, end: int) -> bool:
    """Whether the span begins or ends within a word."""
    edges = (body[max(0, start - 1) : start + 1], body[end - 1 : end + 1])
    return any(re.fullmatch(r"\w\w", edge) for edge in edges)


def _surroundings(body: str, span: Span) -> tuple[Words, Words]:
    start, end = span
    return (
        body[max(0, start - _REACH) : start].split()[-SURROUNDINGS:],
        body[end : end + _REACH].split()[:SURROUNDINGS],
    )


def _agreement(one: tuple[Words, Words], other: tuple[Words, Words]) -> float:
    """From 0, nothing in common, to 1, the same words on both sides, each in its order."""
    total = sum(map(len, (*one, *other)))
    common = sum(
        block.size
        for mine, theirs in zip(one, other, strict=True)
        for block in SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    )
    return 2 * common / total if total else 1.0


# --- statements ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Reanchored:
    """What became of an article's statements. `lost` wait for an editor, with the reason."""

    kept: list[Statement] = field(default_factory=list)
    moved: list[Statement] = field(default_factory=list)
    lost: list[Statement] = field(default_factory=list)


@transaction.atomic
def reanchor(
    article: Article, new_body: str, statements: Iterable[Statement] | None = None
) -> Reanchored:
    """Save the article's new body, and its statements where they stand in it.

    Call it instead of saving the body: the old one is read from the database, whatever `article`
    has in memory. A statement whose words are not found keeps its text, loses its segments and is
    proposed again; one that was waiting for its words gets segments when they are back, and still
    waits. `statements`: those to look after, all by default; the caller sees to the others
    before the transaction ends.
    """
    stored = Article.objects.select_for_update().get(pk=article.pk)
    article.body = new_body
    article.save(update_fields=["body"])
    if statements is None:
        statements = article.statements.select_for_update().order_by("position", "pk")
    change = Change(stored.body, new_body)
    result = Reanchored()
    for statement in statements:
        _reanchor_one(statement, change, result)
    return result


def _reanchor_one(statement: Statement, change: Change, result: Reanchored) -> None:
    before = [list(segment) for segment in statement.segments]
    try:
        found = change.follow(before) if before else locate(change.new, [statement.text])
    except NotFound as error:
        if before:
            _lose(statement, str(error))
            result.lost.append(statement)
        return
    text = text_of(change.new, found)
    if (found, text) == (before, statement.text):
        result.kept.append(statement)
        return
    statement.segments, statement.text = found, text
    statement.save(update_fields=["segments", "text"])
    result.moved.append(statement)


def _lose(statement: Statement, reason: str) -> None:
    """The words stay, as what was once there; a rejection or a withdrawal stays too."""
    statement.segments = []
    if statement.status in (Statement.Status.REJECTED, Statement.Status.WITHDRAWN):
        statement.save(update_fields=["segments"])
    else:
        publishing.propose(statement, reason)


def put_in_order(article: Article) -> None:
    """Number the statements of an article as they follow one another in its text."""
    rows = list(article.statements.only("segments", "position", "article"))
    rows.sort(key=lambda one: (one.segments or [[len(article.body)]], one.position, one.pk))
    for position, row in enumerate(rows):
        if row.position != position:
            Statement.objects.filter(pk=row.pk).update(position=position)
