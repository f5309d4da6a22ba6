"""What is said, in words: its segments and its kind, and when a word alone is something said."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue
from .found import inner, is_quote
from .lexicon import ADVERBS, CONJUNCTIONS, PRONOUNS, words
from .quotation import Kind, Span
from .tokens import MARK, WORD, Token

_CONTESTED = words("contested")  # denounced fraud; but not: rejected reports on Monday
_OBJECTS = PRONOUNS | {"him", "her", "them", "us", "me"}


def content(tokens: Sequence[Token]) -> tuple[list[Span], Kind]:
    """Segments and kind of what is said: quotation alone is direct, in a clause mixed."""
    if not tokens:
        return [], "direct"
    quotes = [token for token in tokens if is_quote(token)]
    others = [token for token in tokens if token.kind != MARK and not is_quote(token)]
    joined = all(token.low in CONJUNCTIONS or token.low in ADVERBS for token in others)
    thing = tokens[0].low == "that"  # called that “a joke”
    if quotes and not thing and (joined and len(others) <= 2):
        return [inner(token) for token in quotes], "direct"
    if quotes and is_quote(tokens[-1]) and len(tokens) > 1 and tokens[-2].text == ":":
        return [inner(tokens[-1])], "direct"
    return [(tokens[0].start, tokens[-1].end)], "mixed" if quotes else "indirect"


def is_enough(tokens: Sequence[Token], cue: Cue) -> bool:
    """Is it enough for something said? `blamed Russia`, `called for calm`, `denied wrongdoing`."""
    if len(tokens) != 1:
        return len(tokens) > 1
    only = tokens[0]
    if is_quote(only) or cue.kind == "deny" or cue.end - cue.first > 1:
        return True
    thing = only.kind == WORD and not only.capital and only.low not in _OBJECTS
    judged = only.capital or (thing and not cue.weak and only.low not in _CONTESTED)
    return (cue.kind == "judge" and judged) or (cue.kind in ("urge", "uphold") and thing)
