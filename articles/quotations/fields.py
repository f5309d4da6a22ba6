"""Offices and bodies of several fields: `Minister of Ecology, Geology and Tourism Ada Brook`."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import BODY_WORDS, PORTFOLIOS, ROLE_HEADS
from .titles import first_listed, is_field
from .tokens import Token

_WITHIN_OFFICES = frozenset(["of", "in", "at", "the", "'s"])


def with_portfolios(tokens: Sequence[Token], first: int, last: int, begin: int) -> int:
    """`Minister of Ecology, | Geology and Tourism Ada Brook`, `Economy, | Trade and Industry
    Minister`: from the first portfolio or its minister on.
    """
    at = first_listed(tokens, first, begin)
    named = range(first + 1, last)
    joint = next((i for i in named if tokens[i].low == "and" and tokens[i + 1].capital), None)
    if at == first or joint is None or not all(t.capital for t in tokens[first:joint]):
        return first
    held = tokens[at - 2].low if at > begin + 1 and tokens[at - 1].low in ("of", "for") else ""
    if held in ROLE_HEADS or held in BODY_WORDS:
        at -= 2
        while at > begin and (tokens[at - 1].capital or tokens[at - 1].low in _WITHIN_OFFICES):
            at -= 1  # Deputy Minister of, State Secretary in the Ministry of
        if any(token.low in ROLE_HEADS for token in tokens[at : first - 1]):
            return at + (tokens[at].low in _WITHIN_OFFICES)
        return first
    minister = any(token.low in ROLE_HEADS for token in tokens[joint + 2 : last])
    return at if minister and tokens[at].low in PORTFOLIOS else first


def with_fields(tokens: Sequence[Token], first: int, last: int, begin: int) -> int:
    """`the Meteorology, Climatology, and | Geophysics Agency`, `the Department for Environment, |
    Food and Rural Affairs`: from what a body is for on.
    """
    joint = first - (first > begin and tokens[first - 1].low == "and")
    at = first_listed(tokens, joint, begin)
    if at in (joint, begin) or not all(is_field(t) for t in tokens[at:joint] if t.text != ","):
        return first
    opening, body = tokens[at - 1].low, tokens[last].low in BODY_WORDS
    if body and opening in ("the", "a"):
        return at - 1
    held = at - 2 > begin and opening in ("of", "for") and tokens[at - 2].low in BODY_WORDS
    return at - 2 - (tokens[at - 3].low == "the") if held else first
