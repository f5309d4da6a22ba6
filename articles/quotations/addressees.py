"""Whom something is told: `told reporters that`, `warned residents living there to move`."""

from __future__ import annotations

from collections.abc import Sequence

from .forms import is_verb
from .lexicon import (
    AGENCIES,
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    NUMERALS,
    PREPOSITIONS,
    PRONOUNS,
    given_names,
    is_contracted,
    polities,
    words,
)
from .phrases import is_time
from .spans import phrase_end
from .subjects import subject_after
from .tenses import is_past
from .tokens import NUMBER, QUOTE, WORD, Token, low_at

_ADDRESSEES = words("addressees")
_OWNED = frozenset(
    ["own", "party", "supporters", "cabinet", "colleagues", "staff", "husband", "aides"]
)
WHETHER = frozenset(["whether", "if", "why", "how", "what"])
_NO_FURTHER = AUXILIARIES | {"that"}
_ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their", "this"])
_LEADING = PREPOSITIONS | {"and", "all", "both", "who", "as", "aboard"}
_OPENS_DESCRIPTION = frozenset(["who", "with", "without", "from", "near", "of"])
_NUMBERED = frozenset(["channel", "radio"])
FARTHEST = 14  # words of "told parents of children without papers who live there to"
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
    if _is_agency(tokens, at, end):
        return at + 1  # told AFP Oslo would pay
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


def _is_agency(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`AFP` before the name of another; not `TASS First Deputy Director Ada Brook`"""
    if at + 1 >= end or tokens[at].low not in AGENCIES or not tokens[at + 1].capital:
        return False
    return tokens[at + 1].low in polities() or tokens[at + 1].text in given_names()


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
    return at < end and (tokens[at].kind == NUMBER or tokens[at].low in NUMERALS)


def _is_owned(tokens: Sequence[Token], index: int, end: int) -> bool:
    """`told her caucus that`, `told her supporters in Oslo`; not `told her everything would end`"""
    if index >= end or tokens[index].kind != WORD or tokens[index].capital:
        return False
    if tokens[index].low in _OWNED:
        return True
    plain = tokens[index].low not in DETERMINERS | PRONOUNS | PREPOSITIONS
    return plain and index + 1 < end and tokens[index + 1].low == "that"


def after_whom(tokens: Sequence[Token], begin: int, end: int) -> int | None:
    """The place of `that` or `to` after `a crowd of about 800 people at the centre on Thursday`,
    `Oslo, Rome and Bern`, `anyone who would listen`; None where a clause comes before it.
    """
    who = False
    for at in range(begin, min(end - 1, begin + FARTHEST)):
        token, following = tokens[at], tokens[at + 1]
        if at > begin and token.low == "that":
            return at
        if at > begin and token.low == "to" and _may_be_infinitive(following):
            return None if is_past(tokens[at - 1].low) else at  # warned the army planned to go
        who = who or token.low == "who"
        if not (_is_listed(tokens, at, end) or token.kind in (WORD, NUMBER)):
            return None
        verb = token.low in AUXILIARIES or token.low in MODALS or is_verb(token.low)
        if token.low in PRONOUNS - {"who"} or (verb and not who):
            return None
        led = at == begin or tokens[at - 1].low in _LEADING or tokens[at - 1].text == ","
        if token.low in _ARTICLES and not led:
            return None  # told the BBC | the plan to build it had failed
    return None


def _may_be_infinitive(token: Token) -> bool:
    small = token.low in DETERMINERS or token.low in PRONOUNS
    return token.kind == QUOTE or (token.kind == WORD and not token.capital and not small)


def _is_listed(tokens: Sequence[Token], at: int, end: int) -> bool:
    """The comma in `Oslo, Rome and Bern`"""
    if tokens[at].text != ",":
        return False
    near = [token.low for token in tokens[at + 1 : min(end, at + 5)]]
    return "and" in near and "," not in near[: near.index("and")]


def is_only_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is there nothing but somebody's name up to the full stop: `CNN affiliate KABC.`?"""
    near = tokens[at : end - 1]
    plain = 0 < len(near) < 6 and all(token.kind == WORD for token in near)
    return plain and tokens[end - 1].text == "." and near[0].capital and near[-1].capital


def is_infinitive(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`to go`, `not to go`; not `to the victims`"""
    at += at + 1 < end and tokens[at].low == "not"
    return low_at(tokens, at, end) == "to" and low_at(tokens, at + 1, end) not in DETERMINERS


def infinitive_after(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """The place of `to` after `living on the slopes`, `aimag governors`, `who are there`,
    `without papers`: no name opens there.
    """
    token = tokens[at]
    small = token.low in DETERMINERS or token.low in PREPOSITIONS or token.low in PRONOUNS
    if token.kind != WORD or token.capital or (small and token.low not in _OPENS_DESCRIPTION):
        return None
    to = infinitive_near(tokens, at, end)
    if to and token.low in PREPOSITIONS:  # told them in May it wanted to go
        clause = is_verb(tokens[to - 1].low) or tokens[to - 1].low.endswith("ed")
        clause = clause or any(word.low in PRONOUNS for word in tokens[at:to])
        return None if clause else to
    return to


def infinitive_near(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """`living on the slopes to move`, `people who are there to move`: the place of `to`."""
    relative = False
    for index in range(at, min(end - 1, at + FARTHEST)):
        low, following = tokens[index].low, tokens[index + 1]
        if low == "to" and index > at and following.kind == WORD and not following.capital:
            return index if following.low not in DETERMINERS else None
        relative = relative or low == "who"
        further = low not in _NO_FURTHER or (relative and low in AUXILIARIES)
        if tokens[index].kind not in (WORD, NUMBER) or (not further and index > at):
            return None
    return None
