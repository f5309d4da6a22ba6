"""What hangs on a noun phrase: `a customer in the chair`, `a guard who asked not to be named`."""

from __future__ import annotations

from collections.abc import Sequence

from .forms import is_verb
from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    TIMES,
    VERBS,
)
from .phrases import INNER, Subject, is_adverb, is_time, noun_phrase_before
from .tokens import MARK, NUMBER, QUOTE, WORD, Token

FINITE = (AUXILIARIES - {"'s", "being", "been", "having"}) | VERBS
LONGEST_PHRASE = 18  # tokens of "two people who were on the call"
_HANGING = frozenset(["who", "to", "familiar", "close", "loyal", "opposed"])
_PARTING = frozenset(["while", "but", "because", "although", "though", "as", "when", "if", "after"])
_PARTING |= {"before", "until", "unless", "once", "whereas"}
_PERSONS = PRONOUNS - {"who"}


def with_hangers(tokens: Sequence[Token], subject: Subject | None, begin: int) -> Subject | None:
    """`a customer in the chair`, `aides to Pell`, `the watchdog policing the accord`: the phrase
    from the last comma or beginning on, where it opens like one and has no verb of its own.
    """
    if subject is None or tokens[subject.first].low in PRONOUNS:
        return subject
    first = subject.first
    while first > begin and subject.end - first < LONGEST_PHRASE and not _parts(tokens[first - 1]):
        first -= 1
    if first == begin and begin == 0 and tokens[0].low in ("but", "and", "yet", "still"):
        first += 1
    if first >= subject.first or not _opens_phrase(tokens, first, subject.first):
        return subject
    if tokens[first].low in PRONOUNS:  # It emerged that Brook had said
        return subject
    relative = False
    for at in range(first + 1, subject.first):
        low = tokens[at].low
        relative = relative or low in ("who", "that")
        finite = low in FINITE or (is_verb(low) and not low.endswith("ed"))
        finite = finite and tokens[at + 1].low != "by"  # letters seen by
        finite = finite and not (low == "plan" and tokens[first].low in DETERMINERS)
        time = is_time(tokens, at) and not tokens[at - 1].low.endswith("ed")  # released Monday
        if low in _PERSONS or (not relative and finite) or time:
            return subject
        if low[:3] == "who" and tokens[at - 1].low not in ("those", "people"):
            return Subject(first, at)  # a voter | who saw it
    return Subject(first, subject.end, subject.office_first, subject.office_end)


def _parts(token: Token) -> bool:
    return (token.kind in (MARK, QUOTE) and token.text not in "-/&$%") or token.low in _PARTING


def _opens_phrase(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Does a noun phrase open at `first`, with a preposition or a participle before `stop`?"""
    opening = tokens[first]
    low = opening.low
    if opening.kind not in (WORD, NUMBER) or low in PREPOSITIONS or low in CONJUNCTIONS:
        return False
    if low in AUXILIARIES:
        return False  # has expressed concern about a man who confessed
    hanger = next((at for at in range(first + 1, stop) if _hangs(tokens[at])), None)
    if hanger is None:
        return False
    if low not in DETERMINERS and opening.kind != NUMBER:
        head = tokens[hanger - 1]  # aid workers in Chad, scientific director of the project
        plural = low.endswith("s") or opening.capital or head.low.endswith("s")
        plural = plural or head.low in ROLE_HEADS or head.low == "people"
        time = low in TIMES or low in ("hours", "minutes", "days", "moments")
        if not plural or is_adverb(opening) or time or low.endswith(("ing", "ed")):
            return False
    return True


def _hangs(token: Token) -> bool:
    """`in`, `familiar`, `policing`: what follows hangs on the noun before."""
    return token.low in INNER or token.low in _HANGING or token.low.endswith(("ing", "ed"))


def skip_bracket(tokens: Sequence[Token], at: int, begin: int) -> int:
    for index in range(at, max(begin, at - 12) - 1, -1):
        if tokens[index].text == "(":
            return index - 1
    return at


def before_relative(tokens: Sequence[Token], last: int, begin: int) -> Subject | None:
    """`A guard who requested anonymity said`: who is described by a clause without commas."""
    for at in range(last - 1, max(begin, last - LONGEST_PHRASE), -1):
        if tokens[at].kind != WORD:
            return None
        if tokens[at].low == "whose":
            return noun_phrase_before(tokens, at - 1, begin)
        if tokens[at].low == "who":
            verb = tokens[at + 1].low
            finite = verb in FINITE or is_verb(verb) or verb.endswith("ed")
            return noun_phrase_before(tokens, at - 1, begin) if finite else None
    return None
