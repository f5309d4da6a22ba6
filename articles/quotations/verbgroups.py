"""The words left of a verb of saying: `has long`, `seemed to`, `did not`, `was quick to`."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import AUXILIARIES, MODALS, NEGATIONS, PREPOSITIONS, is_contracted, words
from .phrases import is_adverb, is_time
from .tokens import QUOTE, WORD, Token

LONGEST_WAY = 14  # words of "emerged from the room late on Monday to say"
LONGEST_PLACE = 6  # words of "took to the Senate floor to say"
_BE = words("be")
_ASIDES = frozenset(["part", "turn", "past", "response", "reply", "weekend", "parliament", "court"])
_GOES_ON = words("goes_on")  # used to say
_CAME = words("came_to_say")
_EAGER = frozenset(["quick", "careful", "eager", "keen", "first", "glad"])  # was quick to say
_TOLD = frozenset(["told", "asked", "informed", "warned", "advised", "reminded", "assured"])
_LATER = frozenset(["later", "eventually", "subsequently"])  # would later say


class Refused(Exception):
    """The verb stands there, but nobody said it: "did not say", "could say", "was told"."""


def before_verb(tokens: Sequence[Token], verb: int, begin: int, participle: bool) -> int | None:
    """The index left of the verb's auxiliaries and adverbs; None before a participle alone.

    Refused where nothing was said: "did not say", "could say", "to say", "was told".
    """
    at, be = verb - 1, False
    while at >= begin and (tokens[at].kind == WORD or _is_day(tokens, at, begin)):
        at -= tokens[at].kind != WORD  # on March 3 asked
        token = tokens[at]
        low = token.low
        if is_contracted(low):  # He’s told them
            be = be or low[-1] in "em" or tokens[verb].low in _TOLD
            break
        if low == "to" and (leading := _leading_to(tokens, at, begin)) is not None:
            at, be = leading, False
            continue
        if low == "would" and tokens[at + 1].low in _LATER:
            at -= 1
            continue
        if low in NEGATIONS or low in MODALS or low in ("to", "if", "let"):
            raise Refused
        if low in _ASIDES and (aside := _aside_size(tokens, at, begin)):
            at -= aside
            continue
        if low in AUXILIARIES and low != "'s":
            be = be or low in _BE
        elif is_time(tokens, at):
            at -= at > begin and tokens[at - 1].low in ("on", "last", "in", "this", "late", "early")
        elif low == "since" and at > begin and tokens[at - 1].low in ("has", "have", "had"):
            pass  # has since said
        elif _is_one(tokens, at, begin) or not _may_stand_between(tokens, at, begin):
            break
        at -= 1
    if be and not participle:
        raise Refused
    return None if participle and not be else at


def _leading_to(tokens: Sequence[Token], to: int, begin: int) -> int | None:
    """The index left of what leads to `to say`: `seemed`, `was quick`, `took to Twitter`."""
    if to <= begin:
        return None
    low = tokens[to - 1].low
    if low in _GOES_ON:
        return to - 2
    if low == "on" and to - 2 >= begin and tokens[to - 2].low in ("go", "goes", "went"):
        return to - 3  # went on to call it a farce
    if low in _EAGER and to - 2 >= begin and tokens[to - 2].low in _BE:
        return to - 3
    if low == "as" and [t.low for t in tokens[max(begin, to - 4) : to - 1]][1:] == ["so", "far"]:
        return to - 5
    for at in range(to - 1, max(begin, to - LONGEST_WAY), -1):
        low = tokens[at].low
        if low in MODALS or low in NEGATIONS or tokens[at].kind == QUOTE:
            break
        if low in _CAME and at > begin:
            return at - 1  # emerged from the room to announce that
    for at in range(to - 3, max(begin, to - LONGEST_PLACE), -1):
        if tokens[at].low in ("took", "takes", "taken", "taking") and tokens[at + 1].low == "to":
            return at - 1
    return None


def _is_day(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """`3` of `on March 3`"""
    dated = at > begin + 1 and is_time(tokens, at - 1) and tokens[at - 1].capital
    return dated and tokens[at].text.isdigit() and tokens[at - 2].low == "on"


def _aside_size(tokens: Sequence[Token], at: int, begin: int) -> int:
    """How many words end at `at`: `Brook for her part said`, `Brook in turn accused`, `which has in
    the past warned`.
    """
    for size, opening in ((3, "for"), (3, "in"), (2, "in"), (3, "over")):
        if at - size + 1 > begin and tokens[at - size + 1].low == opening:
            return size
    return 0


def past_adverbs(tokens: Sequence[Token], at: int, begin: int) -> int:
    """The place left of the words that end at `at`, `has since`, `on Monday`, `in turn`: of a
    second verb that has the subject of the first, `and on Monday said`.
    """
    while at > begin and (is_adverb(tokens[at]) or tokens[at].low in ("has", "had", "have")):
        at -= 1
    if at - 1 > begin and is_time(tokens, at) and tokens[at - 1].low == "on":
        at -= 2
    return at - _aside_size(tokens, at, begin) if tokens[at].low in ("turn", "part") else at


def _is_one(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """`a third said`"""
    return at > begin and tokens[at - 1].low in ("a", "the", "another") and is_adverb(tokens[at])


def _may_stand_between(tokens: Sequence[Token], at: int, begin: int) -> bool:
    """`later said`, `has long argued`, `Brook and Pell both said`; not `of them all said`"""
    low = tokens[at].low
    if is_adverb(tokens[at]) and not tokens[at].capital:
        return True
    if low == "long":
        return at > 0 and tokens[at - 1].low in ("has", "have", "had")
    return low in ("both", "all") and at > begin and tokens[at - 1].low not in PREPOSITIONS
