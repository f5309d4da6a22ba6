"""Whom something is told: `told reporters that`, `warned residents living there to move`."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import AUXILIARIES, DETERMINERS, PREPOSITIONS, PRONOUNS, is_contracted, words
from .phrases import is_time
from .spans import phrase_end
from .subjects import subject_after
from .tokens import NUMBER, WORD, Token, low_at

_ADDRESSEES = words("addressees")
_NUMERALS = words("numerals")
_OWNED = frozenset(
    ["own", "party", "supporters", "cabinet", "colleagues", "staff", "husband", "aides"]
)
WHETHER = frozenset(["whether", "if", "why", "how", "what"])
_NO_FURTHER = AUXILIARIES | {"that"}
_NUMBERED = frozenset(["channel", "radio"])
LATEST = 10  # words of "told reporters gathered in the dark among the bushes that"


def past_addressee(tokens: Sequence[Token], at: int, end: int) -> int:
    """Past whom something is told, from `at` on; `at` where nobody is."""
    if at < end and (tokens[at].low == "that" or tokens[at].low in WHETHER):
        return at
    if low_at(tokens, at + 2, end) in ("edition", "issue") and low_at(tokens, at + 3, end) == "of":
        return phrase_end(tokens, at + 4, end)  # told the Monday edition of the paper
    owned = tokens[at].low == "her" and _is_owned(tokens, at + 1, end) if at < end else False
    if at < end and tokens[at].low in _ADDRESSEES and not owned:
        return at + 1
    told = subject_after(tokens, at, end)
    if told is None:
        return _past_plain_addressee(tokens, at, end)
    for index in range(at + 1, told.end):
        if tokens[index].low == "to":  # asked both governments to sit down
            return index
    if tokens[told.end - 1].low in _NUMBERED and _is_number(tokens, told.end, end):
        return told.end + 1
    if told.office_end and told.office_end < end and tokens[told.office_end].text == ",":
        return told.office_end + 1
    return told.end


def _past_plain_addressee(tokens: Sequence[Token], at: int, end: int) -> int:
    """`told parliament on Monday`, `told state television the deal`; else `at`."""
    past = phrase_end(tokens, at, end)
    if not at < past < end:
        return at
    following = tokens[past]
    if following.text in ",." and past == at + 1 and tokens[at - 1].low == "told":
        return past  # he told dpa
    if following.low == "that" or not tokens[at - 1].low.startswith(("told", "tell")):
        return past if following.low == "that" else at  # warned staff that
    opens = following.low in PRONOUNS or following.low in DETERMINERS or following.capital
    when = is_time(tokens, past) or following.low in ("on", "in", "at", "during", "that", "last")
    return past if opens or when or is_contracted(following.low) else at


def _is_number(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`Channel 9`, `Channel Seven`"""
    return at < end and (tokens[at].kind == NUMBER or tokens[at].low in _NUMERALS)


def _is_owned(tokens: Sequence[Token], index: int, end: int) -> bool:
    """`told her caucus that`, `told her supporters in Oslo`; not `told her everything would end`"""
    if index >= end or tokens[index].kind != WORD or tokens[index].capital:
        return False
    if tokens[index].low in _OWNED:
        return True
    plain = tokens[index].low not in DETERMINERS | PRONOUNS | PREPOSITIONS
    return plain and index + 1 < end and tokens[index + 1].low == "that"


def is_infinitive(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`to go`, `not to go`"""
    at += at + 1 < end and tokens[at].low == "not"
    return at < end and tokens[at].low == "to"


def infinitive_after(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The place of `to` after `living on the slopes`, `aimag governors`: no name opens there."""
    token = tokens[at]
    small = token.low in DETERMINERS or token.low in PREPOSITIONS or token.low in PRONOUNS
    plain = token.kind == WORD and not token.capital and not small
    return infinitive_near(tokens, at, end) if plain else None


def infinitive_near(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """`living on the slopes to move`: the place of `to`."""
    for index in range(at + 1, min(end - 1, at + LATEST)):
        following = tokens[index + 1]
        if tokens[index].low == "to" and following.kind == WORD and not following.capital:
            return index if following.low not in DETERMINERS else None
        if tokens[index].kind != WORD or tokens[index].low in _NO_FURTHER:
            return None
    return None
