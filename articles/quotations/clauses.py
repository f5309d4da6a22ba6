"""Where what is said begins after a cue, and whether words are a clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .addressees import (
    LATEST,
    WHETHER,
    after_whom,
    infinitive_after,
    is_infinitive,
    is_only_name,
    past_addressee,
)
from .circumstances import WITH_THINGS, past_circumstance
from .cues import Cue
from .forms import form_of
from .lexicon import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SPEECHES,
    VERBS,
    is_contracted,
)
from .phrases import is_time
from .predicates import is_finite
from .subjects import WRITINGS
from .tokens import MARK, NUMBER, QUOTE, WORD, Token, low_at
from .weakverbs import is_verb_of_relative, may_be_finite

Opening = Literal["end", "quote", "that", "whether", "bare", "colon", "by"]

_ADVERBIAL = frozenset(["all", "more", "time", "any", "many", "several", "as", "both"])
_ASKED = WHETHER | {"which", "who", "whom", "whose", "where", "when"}
_WHY = frozenset(["whether", "why", "how"])
_OWNING = frozenset(["the", "a", "an", "his", "her", "its", "their", "our", "my", "'s"])
_SUBORDINATE = frozenset(["as", "while", "when", "because", "although", "though", "where"])
_WHEN = frozenset(["when", "after", "before", "as", "if", "because", "while", "once"])
_CURRENCIES = frozenset("$€£¥₹")
_PLACING = PREPOSITIONS - {"to"}
_NAMING = DETERMINERS | PRONOUNS
_VERBS_AFTER_THIS = frozenset(["is", "was", "made", "makes", "would", "will", "could", "meant"])
_CLAUSE_BREAKS = frozenset(["that", "which", "who", "whose", "to"])


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a cue: `at` is where the content begins, or where the attribution ends."""

    opening: Opening
    at: int


def after_cue(tokens: Sequence[Token], cue: Cue, begin: int, end: int) -> Tail:
    """Past whom is told, when and where, to what is said. `begin` is where the cue's words end."""
    tail = _after_cue(tokens, cue, begin, end)
    if cue.kind != "tell" or tail.opening not in ("end", "bare"):
        return tail
    told = after_whom(tokens, begin, end)
    if told is not None and tokens[told].low == "that":
        return _after_that(tokens, told, end)
    if told is None or (tail.opening == "bare" and tail.at > begin):
        return tail
    return Tail("bare", told - (tokens[told - 1].low == "not"))


def _after_cue(tokens: Sequence[Token], cue: Cue, begin: int, end: int) -> Tail:
    at = begin
    if cue.kind in ("tell", "ask"):
        at = past_addressee(tokens, begin, end)
        if begin < at < end and (_is_finite(tokens[at].low) or is_finite(tokens, at, end)):
            at = begin  # warn the glacier could vanish, warned the army planned to go
        timed = begin < at < end and (tokens[at].low == "on" or is_time(tokens, at))
        past = past_circumstance(tokens, cue, at, end) if timed else at
        if at > begin and is_infinitive(tokens, past, end):
            return Tail("bare", past)  # told Oslo on Monday to go
    if cue.kind == "tell" and is_only_name(tokens, at, end):
        return Tail("end", end - 1)  # told the affiliate KABC.
    while at < end:
        tail = _opening_at(tokens, cue, at, end)
        if tail is not None:
            return tail
        past = past_circumstance(tokens, cue, at, end)
        if past == at:
            return Tail("bare", at)
        at = past
    return Tail("end", end)


def _opening_at(tokens: Sequence[Token], cue: Cue, at: int, end: int) -> Tail | None:
    """What opens with tokens[at], if that tells."""
    token = tokens[at]
    low = token.low
    if token.kind == QUOTE:
        return Tail("quote", at)
    if low == ":":
        return Tail("quote" if _is_quote(tokens, at + 1, end) else "colon", at + 1)
    if low == ",":
        if _is_quote(tokens, at + 1, end):
            return Tail("quote", at + 1)
        return _past_aside(tokens, at, end) or Tail("end", at)
    if token.text in "—–" and (that := _past_dashes(tokens, at, end)):
        return _after_that(tokens, that, end)
    if low == "(" and past_circumstance(tokens, cue, at, end) > at:
        return None  # said in the Sejm (lower house) that
    if (token.kind == MARK and token.text not in _CURRENCIES) or low in ("and", "but"):
        return Tail("end", at)
    if low == "that" and (tail := _opening_that(tokens, cue, at, end)):
        return tail
    if tail := _opening_asked(tokens, cue, at, end):
        return tail
    if low == "as" and at + 2 < end and tokens[at + 2].low == "as":
        return Tail("bare", at)  # said as many as ten
    if low in _SUBORDINATE and cue.kind in ("say", "state", "tell"):
        return _after_clause(tokens, at, end) or Tail("end", at)  # said when asked, “No.”
    if low == "the" and cue.kind != "say" and _is_fact_that(tokens, at, end):
        return _after_that(tokens, at + 2, end)
    if _is_there_is(tokens, at, end):
        return Tail("bare", at)
    late = _may_come_late(cue, token) and not (low == "all" and low_at(tokens, at + 1) != "along")
    if late and (that := _that_near(tokens, at, end)):
        return _after_that(tokens, that, end)
    if low == "citing":
        return Tail("end", at)  # the article said citing Brook
    if cue.kind == "tell" and (to := infinitive_after(tokens, at, end)):
        return Tail("bare", to)  # warned residents living there to move
    return None


def _opening_that(tokens: Sequence[Token], cue: Cue, at: int, end: int) -> Tail | None:
    """What opens with the `that` at tokens[at]: a clause, or a thing that is pointed at."""
    thing = cue.kind in ("deny", "judge") and not has_verb(tokens, at + 1, end)
    if _is_comma(tokens, at + 1, end) and cue.kind in ("deny", "judge"):
        return Tail("end", at)  # denied that, saying
    thing = thing and low_at(tokens, at + 1) not in DETERMINERS  # denied that the deal allows it
    if thing or tokens[cue.first].low in ("put", "puts"):
        return Tail("bare", at)  # disputed that version of events, put that number at 6,000
    if cue.kind == "urge" and cue.end - cue.first > 1:
        return Tail("bare", at)  # called for that figure to be raised
    if cue.kind == "judge" and is_clause(tokens, at + 1, end):
        return Tail("that", at + 1)  # criticised that nobody was heard
    if cue.kind not in ("judge", "describe"):
        relative = at > cue.end and _is_relative(tokens, at, end)
        return Tail("end", at) if relative else _after_that(tokens, at, end)
    return None


def _opening_asked(tokens: Sequence[Token], cue: Cue, at: int, end: int) -> Tail | None:
    """What opens with `whether`, `at what stage`, `who`: a question, if it is one."""
    low = tokens[at].low
    which = low_at(tokens, at + 1) in ("what", "which", "whom")
    asked = low in _ASKED or (low in PREPOSITIONS and which)
    asked = asked and cue.kind == "ask"  # asked at what stage it was
    who = low == "who" and at > cue.end  # asked people who were there to leave
    if who and cue.kind == "ask" and (to := infinitive_after(tokens, at, end)):
        return Tail("bare", to)
    if cue.kind == "ask" and low in ("on", "about", "over") and low_at(tokens, at + 1) in _WHY:
        return Tail("whether", at + 1)  # pressed him on why he left
    asked = asked or (low in _ASKED and tokens[at - 1].low == "know")  # wanted to know when
    if low in WHETHER and cue.kind == "say" and at > cue.end:
        return Tail("end", at)  # he said in response to a question about whether
    if asked or (low in WHETHER and cue.kind in ("state", "tell", "describe")):
        return Tail("whether", at)
    return None


def _after_that(tokens: Sequence[Token], that: int, end: int) -> Tail:
    """Past `that`, and past the comma in `that, "…"`."""
    comma = _is_comma(tokens, that + 1, end) and _is_quote(tokens, that + 2, end)
    if not comma and _is_comma(tokens, that + 1, end) and tokens[0].low in _WHEN:
        return Tail("end", that + 1)  # When he said that, they laughed.
    following = tokens[that + 1].low if that + 2 < end else ""
    if following in _VERBS_AFTER_THIS or (_is_finite(following) and following[-2:] in ("'t", "’t")):
        return Tail("bare", that)  # said that was wrong
    if _is_that_thing(tokens, that, end):
        return Tail("bare", that)  # disputed that account
    return Tail("that", that + 1 + (comma or _is_comma(tokens, that + 1, end)))


def _is_relative(tokens: Sequence[Token], that: int, end: int) -> bool:
    """`said in a letter that called for calm`, `in a hall that was full`: a verb follows `that`."""
    before = tokens[that - 1]
    if that + 1 >= end or is_time(tokens, that - 1) or before.kind != WORD:
        return False
    if before.low in WRITINGS:
        return is_verb_of_relative(tokens, that + 1)
    placed = any(token.low in _PLACING for token in tokens[max(0, that - 5) : that])
    return placed and is_verb_of_relative(tokens, that + 1)


def _is_that_thing(tokens: Sequence[Token], that: int, end: int) -> bool:
    """Is `that` of one word only, up to the end: `disputed that account`, or to `, saying …`?"""
    if that + 1 >= end or tokens[that + 1].kind != WORD:
        return False
    if low_at(tokens, that + 3, end) in ("saying", "insisting", "arguing"):
        return tokens[that + 2].text == ","
    return that + 2 >= end or tokens[that + 2].text in ".;"


def _is_finite(low: str) -> bool:
    if is_contracted(low):
        return False  # told donors he'd win
    return low in MODALS or (low in AUXILIARIES and low not in ("'s", "having", "being", "been"))


def _may_come_late(cue: Cue, token: Token) -> bool:
    """`argued all along that`, `told the crowd gathered outside that`, `denied through X that`"""
    if token.low in ("through", "citing"):
        return True
    if cue.kind == "tell":
        return token.low.endswith(("ed", "ing"))
    return token.low in _ADVERBIAL and cue.kind not in WITH_THINGS


def _is_fact_that(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at + 2 < end and tokens[at + 1].low in ("fact", "view") and tokens[at + 2].low == "that"


def _is_there_is(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`said there was`: no place, but the beginning of what is said."""
    return tokens[at].low == "there" and at + 1 < end and tokens[at + 1].low in AUXILIARIES


def _that_near(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """`argued all along that`, `said more than once that`: the place of `that`."""
    for index in range(at + 1, min(end, at + LATEST)):
        if tokens[index].low == "that":
            return index
        if tokens[index].kind != WORD or tokens[index].low in AUXILIARIES:
            return None
    return None


def _past_dashes(tokens: Sequence[Token], at: int, end: int) -> int | None:
    """`said — wrongly — that`: the place of `that`."""
    near = range(at + 1, min(end - 1, at + LATEST))
    second = next((i for i in near if tokens[i].text == tokens[at].text), end)
    return second + 1 if second + 1 < end and tokens[second + 1].low == "that" else None


def _is_quote(tokens: Sequence[Token], index: int, end: int) -> bool:
    return index < end and tokens[index].kind == QUOTE


def _is_comma(tokens: Sequence[Token], index: int, end: int) -> bool:
    return index < end and tokens[index].text == ","


def _after_clause(tokens: Sequence[Token], at: int, end: int) -> Tail | None:
    """`said as he left that it …`, `said when asked, “…”`"""
    near = range(at, min(end, at + 20))
    that = next((i for i in near if tokens[i].low == "that" or tokens[i].kind == MARK), end)
    if that < end and tokens[that].low == "that" and low_at(tokens, that + 1) in PRONOUNS:
        return Tail("that", that + 1)
    comma = next((i for i in near if tokens[i].kind == MARK), end)
    quoted = _is_comma(tokens, comma, end) and _is_quote(tokens, comma + 1, end)
    return Tail("quote", comma + 1) if quoted else None


def _past_aside(tokens: Sequence[Token], comma: int, end: int) -> Tail | None:
    """`said, speaking in Sochi, that …`: a quotation or `that` after a second comma or later."""
    verb = comma + 1 < end and tokens[comma + 1].low in AUXILIARIES | VERBS
    if verb and (comma + 2 == end or tokens[comma + 2].low != "by"):  # a report, seen by us,
        return None  # The bill, he said, is dead, “…”
    for at in range(comma + 1, min(end, comma + 20)):
        form = form_of(tokens[at].low)
        further = tokens[at - 1].low in ("before", "and", "then") or tokens[at].low == "adding"
        if form and form.participle and further:
            return None  # said, before adding, "…"   said, adding: "…"
        if tokens[at].low == "that" and tokens[at - 1].text == ",":
            return Tail("that", at + 1)
        if tokens[at].kind == QUOTE:
            return Tail("quote", at) if tokens[at - 1].text in (",", ":") else None
        if tokens[at].text == ":":
            return Tail("quote", at + 1) if _is_quote(tokens, at + 1, end) else None
    return None


def has_verb(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Is there a sign of a finite verb? A clause, then, and no mere noun phrase."""
    for index in range(begin, min(end, begin + 40)):
        token = tokens[index]
        low = token.low
        if token.capital and index > begin and low in ("may", "will"):
            continue  # in May
        if (
            token.kind == WORD
            and index > begin
            and low not in SPEECHES
            and (
                (low in AUXILIARIES and low != "'s")
                or (low in VERBS and tokens[index - 1].low not in _OWNING)  # the plan
                or (low.endswith("ed") and len(low) > 4 and not token.capital)
            )
        ):
            return True
        if low in AUXILIARIES and low not in ("'s", "having", "being", "been"):
            return True
    return False


def is_clause(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Does a noun phrase with its own verb begin here? Stricter than `has_verb`."""
    if begin >= end:
        return False
    if tokens[begin].low in ("he", "she", "they", "we", "i", "there") or is_contracted(
        tokens[begin].low
    ):
        return end - begin >= 2
    if tokens[begin].low == "it" and may_be_finite(tokens, begin + 1):
        return end - begin >= 2
    for index in range(begin + (tokens[begin].low == "that"), min(end, begin + 14)):
        low = tokens[index].low
        if low in MODALS or (low in AUXILIARIES and low not in ("'s", "having", "being", "been")):
            return index > begin
        if low == "by" and low_at(tokens, index + 1) == "saying":
            return False  # explained his vote by saying it was right
        if low in _CLAUSE_BREAKS or (
            tokens[index].kind == MARK and low not in ("-", "/", "$", "%")
        ):
            return False
    return False


def is_past_clause(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Does a noun phrase with a plain past tense begin here, `the city ignored warnings`?

    Not `the deal reached on Monday`, where a preposition follows: that is a participle.
    """
    opening = tokens[begin] if begin < end else None
    if opening is None or not (opening.capital or opening.low in _NAMING):
        return False
    for index in range(begin + 1, min(end - 1, begin + 9)):
        token, following = tokens[index], tokens[index + 1]
        if token.kind != WORD or token.low in _CLAUSE_BREAKS or token.low in PREPOSITIONS:
            return False
        past = token.low in VERBS or (token.low.endswith("ed") and len(token.low) > 4)
        if past and not token.capital:
            plain = following.kind in (WORD, NUMBER, QUOTE)
            return plain and following.low not in _PLACING
    return False
