"""Offices and bodies of several fields: `Minister of Ecology, Geology and Tourism Ada Brook`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from .lexicon import BODY_WORDS, PORTFOLIOS, ROLE_HEADS
from .titles import first_listed, is_field
from .tokens import Token, low_at

LONGEST_NAME = 5  # words of "Minister Eng. Ada Van Brook"
LONGEST_FIELD = 3  # words of "Civil Service Affairs"
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


def past_fields(tokens: Sequence[Token], first: int, last: int, end: int) -> int:
    """`the Ministry of Health | , Labour and Welfare`, `Minister of Energy | , Science and Tourism
    Ada Brook`: where a body's fields end, or its minister's name, in tokens[:end]; `last` where
    tokens[first:last] is no body of several.
    """
    inner = [at for at in range(first, last - 1) if tokens[at + 1].low in ("of", "for")]
    body = any(tokens[at].low in BODY_WORDS for at in inner)
    office = any(tokens[at].low in ROLE_HEADS for at in inner)
    listed = last == first + 1 and tokens[first].low in PORTFOLIOS  # Trade and Industry Minister
    at = last
    while (
        (body or office or listed)
        and at + 1 < end
        and tokens[at].text == ","
        and is_field(tokens[at + 1])
    ):
        at += 2
    joint = at + (low_at(tokens, at, end) == ",")
    if at == last or low_at(tokens, joint, end) != "and":
        return last
    near = range(joint + 1, min(end, joint + 1 + LONGEST_FIELD))
    capital = list(takewhile(lambda at: tokens[at].capital, near))
    past = max((at + 1 for at in capital if is_field(tokens[at])), default=last)
    if past == last or body:
        return past
    named = past
    while named < end and tokens[named].capital and named - past < LONGEST_NAME:
        named += 1
    held = any(token.low in ROLE_HEADS for token in tokens[past:named])
    return named if (held if listed else named > past) else last
