"""Tenses: in speech reported in the past a plain past or a present is the reporter's own."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import AUXILIARIES, MODALS, PREPOSITIONS, PRONOUNS, words
from .tokens import MARK, QUOTE, Token, low_at

PAST = words("past")
PRESENT = frozenset(["is", "are", "has", "have", "does", "do"])
_THOUGHTS = frozenset(["think", "believe", "expect", "want", "know", "fear", "see", "rule"])
_THOUGHT = frozenset(["expected", "wanted", "believed", "needed", "intended", "feared"])
_THOUGHT |= {"knew", "thought", "planned", "wished"}
SHIFTED = frozenset(["would", "had", "was", "were", "could", "might"])
PARTS = frozenset(["none", "most", "some", "many", "all", "both", "one", "two", "half"])


def is_backshifted(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Is the speech reported in the past: `would`, `had`, `was`?"""
    return any(token.low in SHIFTED for token in tokens[begin:end])


def _is_present(tokens: Sequence[Token], begin: int, end: int) -> bool:
    return not is_backshifted(tokens, begin, end) and any(
        token.low in PRESENT for token in tokens[begin:end]
    )


def is_past(low: str) -> bool:
    """`went`, `banned`: a verb's past, in lower case."""
    return low in PAST or (low.endswith("ed") and len(low) > 4)


def is_plain_past(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`though he promised it often`: a plain past, or a present that would have been shifted."""
    for at in range(begin, min(end, begin + 8)):
        low = tokens[at].low
        if low in PRESENT or is_past(low):
            return at > begin
        if low in AUXILIARIES or low in MODALS or tokens[at].kind in (MARK, QUOTE):
            return False
    return False


def past_relative(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Past the words that open a relative clause of a thing: `which`, `where`, `all of which`."""
    low, following = tokens[at].low, low_at(tokens, at + 1, end)
    if low in ("which", "where", "whose"):
        return at + 1
    if low in PREPOSITIONS and following in ("which", "whom"):
        return at + 2
    parts = low in PARTS and following == "of"
    return at + 3 if parts and low_at(tokens, at + 2, end) in ("whom", "which") else None


def is_unshifted(tokens: Sequence[Token], at: int, verb: int, end: int) -> bool:
    """Is speech reported in the past up to `at`, and not from `verb` on: `which expires in 2030`?

    `…, one of which was lost` was said as well.
    """
    if not is_backshifted(tokens, max(0, at - 40), at):
        return False
    past = verb
    for index in range(verb, min(end, verb + 20)):
        low = tokens[index].low
        if tokens[index].text in "()" or index < past:
            continue
        if low == "," and index > verb and (comma := _second_comma(tokens, index, end)):
            past = comma + 1  # whose road, through the pass, is shut
            continue
        if low in AUXILIARIES or tokens[index].kind in (MARK, QUOTE):
            dated = low in ("was", "were") and _is_dated(tokens, index, end)
            return dated or low in PRESENT or low in ("can", "will", "must", "did")
        if is_past(low):
            return True
        if index == verb and low.endswith("s") and tokens[index - 1].low == "which":
            return True
    return False


def _is_dated(tokens: Sequence[Token], verb: int, end: int) -> bool:
    """`were suspended | in 2014`: right after the participle."""
    return low_at(tokens, verb + 2, end) == "in" and low_at(tokens, verb + 3, end).isdigit()


def is_narration(tokens: Sequence[Token], content: int, begin: int, end: int) -> bool:
    """`, but they gave no date`: a plain past tense, which speech reported in the past has not."""
    if begin < end and tokens[begin].low == "that":
        return False
    acts = begin < end and tokens[begin - 1].low == "and" and is_past(tokens[begin].low)
    if acts and _is_present(tokens, content, begin - 1):
        return True  # said they have met, and referred reporters to the ministry
    if begin < end and is_backshifted(tokens, content, begin - 1):
        low = tokens[begin].low  # had signed on, and challenged others
        if low in PRONOUNS and begin + 1 < end:
            low = tokens[begin + 1].low  # and she ordered it to pay
        if low in _THOUGHT:
            return False  # would not leave, but expected Oslo to go
        thought = tokens[min(begin + 3, end - 1)].low in _THOUGHTS  # but he did not think
        if is_past(low) or (low[:3] == "did" and not thought):
            return True
    at = begin
    while at < min(end, begin + 20):
        low = tokens[at].low
        if low in PRESENT and at > begin and is_backshifted(tokens, content, begin - 1):
            return True  # he would go, and the road is closed
        if low in PAST:
            return at > begin
        if tokens[at].text == "," and (comma := _second_comma(tokens, at, end)):
            at = comma  # and the minister, who is ill, is at home
        elif low in AUXILIARIES or low in MODALS or tokens[at].kind in (MARK, QUOTE):
            return False
        at += 1
    return False


def _second_comma(tokens: Sequence[Token], first: int, end: int) -> int | None:
    near = range(first + 1, min(end, first + 12))
    return next((at for at in near if tokens[at].text == ","), None)
