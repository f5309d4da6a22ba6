"""When, where and how something was said: `on Monday`, `in a statement`, `in strong terms`."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue
from .lexicon import (
    AUXILIARIES,
    DETERMINERS,
    NUMERALS,
    PREPOSITIONS,
    PRONOUNS,
    SPANS,
    SPEECHES,
    TIMES,
)
from .phrases import is_adverb, is_time
from .spans import past_bracket, skip_phrase
from .tokens import NUMBER, WORD, Token, low_at

_SEASONS = frozenset(["spring", "summer", "fall", "autumn", "winter"])
_EARLIER = frozenset(["earlier", "ago", "later", "before"])
_SAME = frozenset(["same", "previous", "following", "next", "other"])
WITH_THINGS = frozenset(["judge", "urge", "vow", "deny"])  # rejected any suggestion that …
_BEFORE_TIMES = frozenset(["on", "last", "this", "next", "late", "early"])
_ABOUT = frozenset(["around", "about", "over", "under", "nearly", "almost", "roughly"])
_DEGREES = frozenset(["nearly", "almost", "roughly", "approximately", "exactly", "only", "just"])
_FOCUSING = frozenset(["only", "even", "barely", "hardly", "scarcely", "merely"])
_FRACTIONS = frozenset(["third", "quarter", "fifth", "tenth", "half", "dozen", "hundred"])
_FRACTIONS |= {"thousand", "million", "billion", "fourth", "sixth"}
_COUNTED = frozenset(["one", "half", "$", "€", "£"])
_PORTIONS = (DETERMINERS - {"that"}) | {"half", "everyone"}
_ROUGH = frozenset(["up", "at", "more", "fewer", "less"])
_MARKS = AUXILIARIES | {"marks", "sees", "brings"}
_CLOCK = frozenset(["p.m", "a.m", "pm", "am", "gmt", "o'clock", "o’clock", "local"])


def past_circumstance(tokens: Sequence[Token], cue: Cue, at: int, end: int) -> int:
    """Past when, where and how it was said, `on Monday`, `in a statement`; `at` if nothing is."""
    token = tokens[at]
    if _is_number(tokens, at, end) or _is_degree(tokens, at, end):
        return at
    if at == cue.end and _is_of_it(tokens, at, end):
        return at
    if token.low == "even" and low_at(tokens, at + 1) in ("if", "though", "when"):
        return at
    if token.low in ("further", "too"):
        return at  # said further action would come, said too many died
    if is_time(tokens, at) and low_at(tokens, at + 1) == "'s":
        return at  # said Thursday's report, said today's action
    if cue.kind == "deny" and low_at(tokens, at + 1).endswith("ing"):
        return at  # denies knowingly aiding them
    if token.low == "once" and low_at(tokens, at + 1).endswith("ed"):
        return at  # said once completed, it would last
    if is_time(tokens, at) or (is_adverb(token) and not token.capital):
        return _past_day_of_month(tokens, at + 1, end)
    timed = at + 2 < end and is_time(tokens, at + 1)
    if timed and token.low in _BEFORE_TIMES and tokens[at + 2].low == "'s":
        return at  # welcomed last week's release
    if timed and token.low == "in" and tokens[at + 2].low == "that":
        return at + 2  # recommended in January that
    if timed and token.low == "this" and tokens[at + 2].low in _MARKS:
        return at  # said this year marks the anniversary
    if token.low in _BEFORE_TIMES and at + 1 < end and is_time(tokens, at + 1):
        return _past_day_of_month(tokens, at + 2, end)
    if token.low in ("early", "late") and low_at(tokens, at + 1) == "on" and at + 2 < end:
        return _past_day_of_month(tokens, at + 3, end) if is_time(tokens, at + 2) else at
    if _is_day_earlier(tokens, at, end) or _is_same_day(tokens, at, end):
        return at + 3
    if token.low in SPANS and at + 1 < end and tokens[at + 1].low in _EARLIER:
        return at + 2
    if token.low in ("last", "this", "next") and at + 1 < end and tokens[at + 1].low in _SEASONS:
        return at + 2
    if token.low == "(":
        return past_bracket(tokens, at)  # said in the Sejm (lower house) that
    if token.low == "as" and cue.kind == "describe":
        return at
    if token.low == "in" and (terms := _terms(tokens, at, end)):
        return terms
    if token.low in PREPOSITIONS and low_at(tokens, at + 1) == "that" and _is_time_of(tokens, at):
        return at + 3  # said during that time
    if token.low in PREPOSITIONS and (cue.kind not in WITH_THINGS or _is_speech(tokens, at, end)):
        return skip_phrase(tokens, at, end)
    return at


def _is_time_of(tokens: Sequence[Token], at: int) -> bool:
    past = at + 3 < len(tokens)
    return past and (is_time(tokens, at + 2) or tokens[at + 2].low in ("time", "point", "day"))


def _past_day_of_month(tokens: Sequence[Token], at: int, end: int) -> int:
    """`April 17`"""
    dated = at < end and tokens[at].text.isdigit() and len(tokens[at].text) < 3
    return at + 1 if dated and tokens[at - 1].capital and is_time(tokens, at - 1) else at


def _is_number(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`around 200 homes`, `at least 40 people`, `up to a dozen`; not `around 3 p.m.`"""
    if [token.low for token in tokens[at : at + 3]] == ["as", "many", "as"]:
        return True
    number = at + 1
    if tokens[at].low in _ROUGH and number < end:
        number += tokens[number].low in ("to", "least", "most", "than")
    elif tokens[at].low not in _ABOUT:
        return False
    if tokens[at].low == "at" and number == at + 1:
        return False
    if low_at(tokens, number, end) in ("a", "an") and low_at(tokens, number + 1, end) in _FRACTIONS:
        return True  # about a third of it
    counted = number < end and (tokens[number].kind == NUMBER or tokens[number].low in NUMERALS)
    counted = counted or low_at(tokens, number, end) in _COUNTED
    if number + 1 >= end or not counted or ":" in tokens[number].text:
        return False
    return tokens[number + 1].low.rstrip(".") not in _CLOCK


def _is_degree(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`nearly half of them`, `almost all`"""
    if tokens[at].low not in _DEGREES or at + 1 >= end:
        return False
    following = tokens[at + 1]
    figure = following.kind == NUMBER or any(c.isdigit() for c in following.text)
    return figure or following.low in _PORTIONS


def _is_of_it(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Does what is said open so: `said only Oslo could`, `said strategically important roads were`,
    `said without rain it would`, `said of the 31 women two were`?
    """
    low = tokens[at].low
    if at + 1 >= end:
        return False
    following = tokens[at + 1]
    if low == "of":
        return any(token.kind == NUMBER for token in tokens[at + 1 : at + 3])
    if following.kind != WORD or following.low == "that" or is_time(tokens, at + 1):
        return False
    if low == "without":
        return not following.low.endswith(("ing", "tion", "evidence", "details", "reserve"))
    if following.low in PREPOSITIONS or following.low in _BEFORE_TIMES:
        return False
    if low in _FOCUSING:
        return following.low not in ("if", "though", "when", "as", "after", "before")
    small = following.low in DETERMINERS or following.low in PRONOUNS or following.capital
    return low.endswith("ly") and low not in TIMES and not (small or is_adverb(following))


def _is_speech(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`in a statement`, `during a televised speech`"""
    near = tokens[at + 1 : min(end, at + 5)]
    spoken = next((i for i, token in enumerate(near) if token.low in SPEECHES), None)
    plain = spoken is not None and all(token.kind == WORD for token in near[:spoken])
    return plain and tokens[at].low in ("in", "on", "during", "through")


def _is_day_earlier(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`a day earlier`, `two weeks ago`"""
    if at + 2 >= end or (not is_time(tokens, at + 1) and tokens[at + 1].low not in ("day", "days")):
        return False
    return tokens[at + 2].low in _EARLIER


def _is_same_day(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`the same day`, `the previous week`"""
    the = at + 2 < end and tokens[at].low in ("the", "that") and tokens[at + 1].low in _SAME
    return the and (tokens[at + 2].low == "day" or is_time(tokens, at + 2))


def _terms(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """Past `in the strongest terms`."""
    near = range(at + 1, min(end, at + 6))
    return next((i + 1 for i in near if tokens[i].low == "terms"), None)
