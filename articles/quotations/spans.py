"""Where a noun phrase ends that begins at a word, and what follows a preposition's."""

from __future__ import annotations

from collections.abc import Sequence

from .forms import is_verb
from .lexicon import (
    AUXILIARIES,
    BODY_WORDS,
    CONJUNCTIONS,
    DETERMINERS,
    DOCUMENTS,
    MODALS,
    NUMERALS,
    PARTICLES,
    PORTFOLIOS,
    PREPOSITIONS,
    ROLE_HEADS,
    ROLE_WORDS,
    SPEECHES,
    polities,
    words,
)
from .phrases import (
    BEFORE_DETERMINERS,
    INNER,
    LONGEST,
    NAME_MARKS,
    describes,
    holds_phrase,
    is_time,
    may_be_noun,
)
from .tokens import MARK, NUMBER, QUOTE, WORD, Token, low_at

_REGIONS = frozenset(["europe", "asia", "africa", "america", "pacific"])
_REGIONAL = words("regional")
_ROLE_PARTS = ROLE_WORDS - ROLE_HEADS
_AREAS = words("areas")
_HOLDING_FIELDS = frozenset(["minister", "secretary", "commissioner", "ministry"])
_MEDIA = words("media") | words("works")
_CLAUSES = CONJUNCTIONS - {"and", "or"}
LONGEST_BRACKET = 10  # tokens


def past_bracket(tokens: Sequence[Token], at: int) -> int:
    """Past `(UNIDIR)`, `(lower house)`, if that stands at `at`."""
    if low_at(tokens, at) != "(":
        return at
    near = range(at, min(len(tokens), at + LONGEST_BRACKET))
    return next((index + 1 for index in near if tokens[index].text == ")"), at)


def phrase_end(tokens: Sequence[Token], index: int, end: int) -> int:
    """Where the noun phrase ends that begins at `index`."""
    at = index
    while at < min(end, index + LONGEST) and _goes_on_right(tokens, index, at, end):
        at += 1
    return at


def _goes_on_right(tokens: Sequence[Token], index: int, at: int, end: int) -> bool:
    """Does tokens[at] belong to the phrase that begins at `index`?"""
    token = tokens[at]
    low, before, following = token.low, tokens[max(at - 1, index)], at + 1 < end
    if low in INNER and at > index:
        held = following and holds_phrase(tokens, at - 1, low)
        if low_at(tokens, at + 2) in ("time", "end", "start") and not before.capital:
            return False  # told newspapers at the time of her arrest
        return held and not is_time(tokens, at + 1) and may_be_noun(tokens, at + 1)
    if low in ("and", "&") and at > index and following:
        named = before.capital and tokens[at + 1].capital
        named = named or _is_second_office(tokens, index, at) or _is_second_field(tokens, index, at)
        return named and not is_verb(tokens[at + 1].low)
    if token.kind == MARK:
        return token.text in NAME_MARKS
    if not may_be_noun(tokens, at):
        return False
    opened = at == index + 1 and before.low in DETERMINERS  # the proposed deal
    past = _is_past(token) and low not in _ROLE_PARTS  # the chairman, retired Lt Gen Ada Brook
    if at > index and past and not opened and not _is_part_only(before):
        return False
    inside = at > index and following
    if inside and before.capital and low in PARTICLES and _is_particle(tokens, at):
        return True  # Marijke ten Hove
    if inside and token.capital and tokens[at + 1].capital and low in DETERMINERS:
        return True  # the ruling All Progressives Congress
    if low in DETERMINERS and at > index and not (low in NUMERALS and before.low == "the"):
        return before.low in BEFORE_DETERMINERS  # HE the minister; the seven officials
    return at == index or not _leaves_name(tokens, at)


def _is_second_office(tokens: Sequence[Token], index: int, joint: int) -> bool:
    """`BJP leader | and | state minister Ada Brook`; not `the mayor and police chief Ada Brook`"""
    if tokens[index].low in DETERMINERS or tokens[joint - 1].low not in ROLE_HEADS:
        return False
    near = range(joint + 1, min(len(tokens) - 1, joint + 4))
    return any(tokens[at].low in ROLE_HEADS and tokens[at + 1].capital for at in near)


def _is_second_field(tokens: Sequence[Token], index: int, joint: int) -> bool:
    """`the minister of mineral resources | and | energy`, up to a mark or the end"""
    after = joint + 2
    held = any(
        tokens[at].low in _HOLDING_FIELDS and tokens[at + 1].low in ("of", "for")
        for at in range(index, joint - 1)
    )
    ends = after >= len(tokens) or tokens[after].kind == MARK
    return held and ends and tokens[joint + 1].low in PORTFOLIOS


def _is_part_only(token: Token) -> bool:
    """`acting`, `first`, which a participle may follow in a title; not `campaign`, a body."""
    return token.low in _ROLE_PARTS and token.low not in BODY_WORDS


def _leaves_name(tokens: Sequence[Token], at: int) -> bool:
    """`Lavrov yesterday`: a small word after a name that is no part of a title."""
    token, before = tokens[at], tokens[at - 1]
    if token.kind != WORD or token.capital or not before.capital or token.low == "'s":
        return False
    rest = tokens[at + 1 : at + 4]
    if token.low in PARTICLES and _is_particle(tokens, at):
        return False  # Pieter van Houwelingen
    if len(rest) > 1 and describes(tokens, at) and rest[0].capital and rest[1].capital:
        return False  # Pell surrogate Al Horn
    if len(rest) > 2 and describes(tokens, at) and _is_plain_role(rest[0]) and rest[1].capital:
        return not rest[2].capital  # Gulf site coordinator Al Horn
    if describes(tokens, at) and _is_of_body(rest):
        return False  # the United Nations refugee agency
    closed = not rest or rest[0].kind == MARK or rest[0].low in PREPOSITIONS
    several = token.low.endswith(("s", "men")) or (
        at > 1 and tokens[at - 2].low in ("the", "a", "an")
    )
    if closed and describes(tokens, at) and several:
        return False  # the Belagro expo, Okinawan fishermen
    single = token.low.removesuffix("s")  # West African leaders
    inside = token.low in ROLE_WORDS or token.low in DETERMINERS or token.low in BODY_WORDS
    inside = inside or single in ROLE_HEADS or before.low in _REGIONS or before.low in _REGIONAL
    inside = inside or token.low in _MEDIA  # the BBC's Newsday programme
    inside = inside or token.low in _AREAS  # Governor of Zavkhan aimag D.Oyunbat
    inside = inside or token.low.rstrip("s") in DOCUMENTS  # Election Commission filings
    return not inside and before.low not in polities() and before.low not in DETERMINERS


def _is_of_body(rest: Sequence[Token]) -> bool:
    """`agency`, `friendship group`: do these words come to a body's noun in small letters?"""
    for token in rest:
        if token.capital or token.kind != WORD or token.low in PREPOSITIONS:
            return False
        if token.low in BODY_WORDS:
            return True
    return False


def _is_plain_role(token: Token) -> bool:
    return token.low in ROLE_HEADS and not token.capital


def _is_particle(tokens: Sequence[Token], at: int) -> bool:
    """`van`, `van der` before the rest of a name"""
    near = tokens[at + 1 : at + 3]
    return next((t.capital for t in near if t.low not in PARTICLES), False)


def _is_past(token: Token) -> bool:
    return token.low.endswith("ed") and len(token.low) > 4 and not token.capital


def _takes_object(token: Token) -> bool:
    """`after meeting | the chairman`, `for all | the talks`: no clause opens there."""
    return token.low in ("and", "or", "all") or token.low.endswith("ing")


def skip_phrase(tokens: Sequence[Token], index: int, end: int) -> int:
    """After the preposition at `index` and its noun phrase: where something new begins.

    A determiner, a pronoun or a name right after the noun opens a clause: "in a statement he".
    """
    at = index + 1
    filled = False
    while at < end:
        token = tokens[at]
        low, before = token.low, tokens[at - 1]
        if token.kind in (MARK, QUOTE) and token.text not in NAME_MARKS:
            break
        if (
            low == "that"
            or (low in AUXILIARIES and low != "'s")
            or low in MODALS
            or low in _CLAUSES
        ):
            break
        if filled:
            if low in PREPOSITIONS or low == "shows" or is_verb(low):
                break
            if low in ("he", "she", "they", "we", "it", "i", "there") or (
                low in DETERMINERS and not _takes_object(before) and not token.capital
            ):  # not in his book The Soft Republic
                break
            closed = before.low in SPEECHES or is_time(tokens, at - 1) or before.kind == NUMBER
            if (
                closed
                and low != "'s"  # after today's Cabinet meeting
                and (token.capital or low.endswith("s") or low in ROLE_WORDS)
                and not is_time(tokens, at)
            ):
                break
        filled = filled or (low not in DETERMINERS and low not in PREPOSITIONS)
        at += 1
    return at
