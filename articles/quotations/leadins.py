"""What leads into what is said: `says while it may help, …`, `says despite their lead, …`."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import Tail, has_verb
from .cues import Cue
from .lexicon import ADVERBS, CONJUNCTIONS, PREPOSITIONS, SPEECHES
from .phrases import is_time
from .tokens import MARK, QUOTE, Token, low_at

LONGEST = 24  # tokens of what leads in
_SUBORDINATING = frozenset(
    ["while", "when", "if", "although", "though", "because", "where", "once"]
)
_PLACING = frozenset(["in", "at", "on", "during", "from", "to", "through"])
_REPORTERS_OWN = frozenset(["who", "whom", "whose", "which", "and", "but", "or"])


def lead_in(tokens: Sequence[Token], cue: Cue, tail: Tail, first: int) -> Tail:
    """The tail of `X says while A, B` begins with `while`; that of `X said in Oslo, B` with B. That
    of `There is a risk, X said, that B` ends with the verb, since all is said.

    `first` is where the attribution begins. Any other tail is given back as it is.
    """
    if tail.opening == "that" and _stands_before_that(tokens, cue, first):
        return Tail("end", cue.end)
    at = tail.at if cue.kind == "tell" else cue.end
    small = low_at(tokens, at)
    subordinating = small in _SUBORDINATING
    stray = small == "," and cue.kind == "say" and tail.opening == "end" and first == 0
    stray = stray and tokens[0].low != "as"  # As Brook said, it is late
    if stray and _opens_clause(tokens, at + 1):
        return Tail("bare", at + 1)  # Brook says, troops took him
    told = cue.kind == "tell" and at > cue.end and subordinating  # told AFP when it rains, …
    if not (told or cue.kind == "say") or tail.opening != "end" or not _opens(tokens, first):
        return tail
    if not subordinating and small not in PREPOSITIONS:
        return tail
    near = range(at + 1, min(len(tokens), at + LONGEST))
    comma = next((at for at in near if tokens[at].text == "," or tokens[at].kind == QUOTE), None)
    if comma is None or tokens[comma].kind == QUOTE or not _goes_on(tokens, comma + 1):
        return tail
    if subordinating:
        own = has_verb(tokens, at + 1, comma) and not tokens[at + 1].low.endswith("ing")
        return Tail("bare", at) if own else tail
    return Tail("bare", comma + 1 if _is_scene(tokens, at, comma) else at)


def _stands_before_that(tokens: Sequence[Token], cue: Cue, first: int) -> bool:
    """`There is a risk, he said, that it will fail`; not `It is gone – proof, he said, that`"""
    apart = first > 1 and tokens[first - 1].text == "," and low_at(tokens, cue.end) == ","
    whole = all(token.kind != MARK for token in tokens[: first - 1])
    that = low_at(tokens, cue.end + 1) == "that"
    return apart and that and whole and has_verb(tokens, 0, first - 1)


def _opens(tokens: Sequence[Token], first: int) -> bool:
    """Does the attribution open the sentence, or a clause after `but`?"""
    before = tokens[:first]
    if before and before[-1].low in CONJUNCTIONS:
        return True
    if before and before[-1].text == "," and before[0].low in PREPOSITIONS:
        return not has_verb(before, 0, len(before))  # In a statement, the ministry said
    return all(t.kind == MARK or t.low in CONJUNCTIONS or t.low in ADVERBS for t in before)


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """A clause of its own, with no further comma that would make the verb an aside."""
    plain = _goes_on(tokens, at) and not tokens[at].low.endswith("ly")
    return plain and at < len(tokens) and tokens[at].low not in PREPOSITIONS


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Is it a clause that goes on, and no aside of the reporter's?"""
    low = low_at(tokens, at)
    return (
        low not in _REPORTERS_OWN
        and low[-2:] not in ("ng", "ed")
        and has_verb(tokens, at, len(tokens))
    )


def _is_scene(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`in a statement`, `at the end of May`, `in Oslo`: where and when it was said."""
    inside = range(begin, end)
    return tokens[begin].low in _PLACING and any(
        tokens[i].low in SPEECHES or is_time(tokens, i) or tokens[i].capital for i in inside
    )
