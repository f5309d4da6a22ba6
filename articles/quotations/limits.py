"""Where relative and subordinate clauses end, and what was praised, without when and where."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import has_verb, is_clause, is_past_clause
from .forms import is_verb
from .found import last_quoted
from .lexicon import AUXILIARIES, DETERMINERS, PRONOUNS, SPEECHES, VERBS
from .phrases import is_adverb, is_time
from .tokens import WORD, Token

_WHERE = frozenset(["in", "at", "during", "on", "via"])
_SINCE = frozenset(["starting", "beginning", "from", "since", "until", "by", "for", "of", "last"])
_SINCE |= {"through", "till", "before", "after"}
_OF_MORE = frozenset(["for", "of", "to", "that", "which", "because", "as", "with"])


def relative_before(tokens: Sequence[Token], verb: int) -> bool:
    """Does the verb stand in `, who has often said …`?"""
    at = verb - 1
    if [token.low for token in tokens[max(0, verb - 3) : verb]] == ["in", "the", "past"]:
        at -= 3
    while at > 1 and (is_adverb(tokens[at]) or tokens[at].low in ("has", "have", "had")):
        at -= 1
    return at > 1 and tokens[at].low in ("who", "which") and tokens[at - 1].text == ","


def relative_end(tokens: Sequence[Token], begin: int, end: int) -> int:
    """The comma after which the main clause goes on: `…, who said he would go, | met …`."""
    apposed = False
    for at in range(begin + 1, end - 1):
        quoted = last_quoted(tokens[at]) == ","
        if tokens[at].text != "," and not quoted:
            continue
        if apposed:  # said that Brook, a veteran, was popular
            apposed = False
            continue
        opens = (tokens[at + 1].low in DETERMINERS or tokens[at + 1].low == "not") and not has_verb(
            tokens, begin, at
        )
        if opens and any(token.text == "," for token in tokens[at + 1 : end - 1]):
            apposed = True
            continue
        following = at + 1
        while following < end - 1 and is_adverb(tokens[following]):
            following += 1
        low = tokens[following].low
        finite = low in AUXILIARIES or low in VERBS or is_verb(low)
        if finite or (low.endswith("ed") and not tokens[following].capital):
            return at + quoted
    return end


def subordinate_end(tokens: Sequence[Token], begin: int, end: int) -> int:
    """The comma after which the main clause begins: `When X said it was over, | Y left.`"""
    for at in range(begin + 1, end - 2):
        opening = tokens[at + 1]
        named = opening.capital or opening.low in DETERMINERS or opening.low in PRONOUNS
        if tokens[at].text == "," and named and has_verb(tokens, at + 1, end):
            return at
    return end


def without_circumstance(tokens: Sequence[Token], begin: int, end: int) -> int:
    """The end without when and where something was praised: `the remark | in a tweet on Friday`.

    Only of a thing, and not of a clause, whose own time and place may stand there.
    """
    if is_clause(tokens, begin, end) or is_past_clause(tokens, begin, end):
        return end
    for at in range(begin + 1, end):
        if [token.low for token in tokens[at:end]] == ["at", "the", "time"]:
            return at
        if tokens[at].low in _WHERE and _is_circumstance(tokens, at, end):
            return at - (tokens[at - 1].low in ("early", "late", "earlier") and at - 1 > begin)
        whole = tokens[at - 1].low in _SINCE
        if is_time(tokens, at) and at == end - 1 and tokens[at].low.endswith("day") and not whole:
            return at
    return end


def _is_circumstance(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`on Friday`, `in a televised address on Monday`: nothing else follows."""
    near = tokens[begin + 1 : begin + 6]
    spoken = any(_is_speech(tokens, begin + 1 + i) for i in range(len(near)))
    day = begin + 1 < end and tokens[begin + 1].low.endswith("day")
    rest = tokens[begin + 1 : end]
    return (spoken or day) and not any(token.low in _OF_MORE for token in rest)


def _is_speech(tokens: Sequence[Token], at: int) -> bool:
    """`in an email`; not `on email servers`"""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    thing = following is not None and following.kind == WORD and following.low.endswith("s")
    return tokens[at].low in SPEECHES and not thing
