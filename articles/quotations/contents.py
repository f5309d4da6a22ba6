"""What is said, in words: its segments and kind, its first and last word, whether it is enough."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue
from .found import inner, is_quote
from .lexicon import ADVERBS, CONJUNCTIONS, PREPOSITIONS, PRONOUNS, words
from .quotation import Kind, Span
from .tokens import MARK, WORD, Token

_CONTESTED = words("contested")  # denounced fraud; but not: rejected reports on Monday
_POINTING = frozenset(["this", "that", "these", "those", "such"])
_TRAILING = frozenset(["however", "though", "which", "who", "whom"])
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
    if cue.kind == "express" and len(tokens) < 3 and tokens[0].low in _POINTING:
        return False  # shares this view
    if len(tokens) != 1:
        return len(tokens) > 1
    only = tokens[0]
    if is_quote(only) or cue.kind == "deny" or cue.end - cue.first > 1:
        return True
    thing = only.kind == WORD and not only.capital and only.low not in _OBJECTS
    judged = only.capital or (thing and not cue.weak and only.low not in _CONTESTED)
    return (cue.kind == "judge" and judged) or (cue.kind in ("urge", "uphold") and thing)


def trimmed(tokens: Sequence[Token], begin: int, end: int) -> tuple[int, int]:
    """Without marks and joining words at the ends, which are not said."""
    while end > begin and tokens[end - 1].kind == MARK and not _holds(tokens, begin, end - 1):
        end -= 1
    while end > begin and tokens[end - 1].low in ("and", "but") and tokens[end - 1].kind == WORD:
        end -= 1
        while end > begin and tokens[end - 1].text in (",", ";"):
            end -= 1
    while end - begin > 2 and tokens[end - 1].low in _TRAILING and tokens[end - 2].text == ",":
        end -= 2
    inserted = end < len(tokens) and tokens[end].text == ","
    dangling = tokens[end - 1].low == "that" and tokens[end - 2].low not in PREPOSITIONS
    if inserted and end - begin > 2 and dangling:
        end -= 1  # sanctions that, in his words, hurt
    while begin < end and tokens[begin].kind == MARK and tokens[begin].text not in "([$€£":
        begin += 1
    return begin, end


def _holds(tokens: Sequence[Token], begin: int, last: int) -> bool:
    """Does the mark tokens[last] belong to the words before it: %, or a bracket opened there?"""
    mark = tokens[last].text
    opening = {")": "(", "]": "["}.get(mark)
    return mark == "%" or any(token.text == opening for token in tokens[begin:last])
