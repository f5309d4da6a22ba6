"""Noun phrases beside a cue, found by capitals and small closed classes of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .fields import with_fields, with_portfolios
from .forms import is_verb
from .lexicon import (
    ADVERBS,
    AUXILIARIES,
    BODY_WORDS,
    CONJUNCTIONS,
    DETERMINERS,
    NUMERALS,
    PARTICLES,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    ROLE_WORDS,
    TIMES,
    VERBS,
    is_contracted,
    polity_words,
    words,
)
from .marks import Quoted
from .tokens import MARK, NUMBER, QUOTE, WORD, Token, low_at

LONGEST_DESCRIPTION = 5  # words between a mark and the name
LONGEST_OFFICE = 10  # words of "head of the city's regional hospital"
LETTERS_OF_YEAR = 4
LONGEST = 16  # tokens of a noun phrase
INNER = words("inner")
PLURALS = words("plurals")
_ON = frozenset(["committee", "subcommittee", "commission", "council", "panel", "rapporteur"])
_TEXTS = frozenset(["bill", "act", "rule", "section", "resolution", "title", "measure", "flight"])
_TEXTS |= {"amendment", "proposition", "chapter", "directive", "law"}
_NAMES_TOO = frozenset(["weeks", "day"])
_ARTICLES = DETERMINERS - NUMERALS
_HOLDING = words("holding")
BEFORE_DETERMINERS = INNER | words("styles")
_OPENING_ADVERBS = words("opening_adverbs")
_NO_ADVERBS = words("no_adverbs")
_ROUGHLY = frozenset(["nearly", "about", "almost", "just", "roughly", "some", "only"])
_STATES = frozenset(["retired", "unemployed", "jailed", "exiled", "ousted", "disgraced"])
_RELATIONS = words("relations")
_NO_NOUNS = frozenset(["what", "how", "why", "not"])
_BEFORE_NAMES = words("before_names")
_MEDIA = words("media")
_CALLED = words("called")
NAME_MARKS = frozenset("-/&‑‐")


@dataclass(frozen=True, slots=True)
class Subject:
    """tokens[first:end] name who says; [office_first:office_end) is what is put beside the name."""

    first: int
    end: int
    office_first: int = 0
    office_end: int = 0


def is_time(tokens: Sequence[Token], index: int) -> bool:
    """A weekday, a month, a week; not `may`."""
    token = tokens[index]
    if token.low in _NAMES_TOO and token.capital:
        after = tokens[index + 1].low if index + 1 < len(tokens) else ""
        if after in ("said", "says") or (index and tokens[index - 1].capital):
            return False  # Tamara Weeks; Weeks said
    return token.low in TIMES and (token.capital or token.low not in ("may", "march"))


def is_adverb(token: Token) -> bool:
    low = token.low
    if token.capital and low not in ADVERBS and low not in _OPENING_ADVERBS:
        return False  # Vasily, Gergely
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in _NO_ADVERBS)


def noun_phrase_before(tokens: Sequence[Token], last: int, begin: int) -> Subject | None:
    """The noun phrase that ends with tokens[last]; None where there is none."""
    token = tokens[last]
    if token.low in PRONOUNS or is_contracted(token.low):
        return Subject(last, last + 1)
    aged = token.low.endswith("-year-old") or _is_numbered(tokens, last, begin)
    if not (token.kind == WORD or aged) or not may_be_noun(tokens, last):
        return None
    first = last
    while first > begin and last - first < LONGEST and _goes_on_left(tokens, first, begin):
        first -= 1
    if tokens[last].capital:
        first = _with_description(tokens, with_portfolios(tokens, first, last, begin), begin)
        first = with_fields(tokens, first, last, begin)
    first = _with_more_than(tokens, _without_opening(tokens, first, last), begin)
    if first - 2 >= begin and tokens[first].low == "former" and tokens[first - 1].low == "and":
        first -= 2 * (tokens[first - 2].low in ("current", "serving"))  # Current and former envoys
    return Subject(first, last + 1) if is_named(tokens, first, last) else None


def _is_numbered(tokens: Sequence[Token], last: int, begin: int) -> bool:
    """`Union No. 1`, `Channel 4`; not `in May 2019`"""
    if last <= begin or is_time(tokens, last - 1):
        return False
    before = tokens[last - 1]
    named = before.capital and before.low not in _TEXTS and not before.text.isupper()
    return named and tokens[last].kind == NUMBER and len(tokens[last].text) < LETTERS_OF_YEAR


def _with_more_than(tokens: Sequence[Token], first: int, begin: int) -> int:
    """`More than | 20 mayors`, `At least | seven mayors`"""
    before = [token.low for token in tokens[max(begin, first - 2) : first]]
    if low_at(tokens, first) == "least" and low_at(tokens, first - 1) == "at" and first > begin:
        return first - 1
    counted = tokens[first].kind == NUMBER
    if counted and before[1:] == ["than"] and before[0] in ("more", "fewer", "less"):
        return first - 2
    portion = counted or tokens[first].low in ("half", "all", "everyone")
    return first - 1 if portion and before and before[-1] in _ROUGHLY else first


def _with_description(tokens: Sequence[Token], first: int, begin: int) -> int:
    """`“…,” billionaire investor Al Horn`: from the mark on, if all between are plain nouns."""
    at = first
    if tokens[first].low in DETERMINERS:
        return first  # Hours later the leader of the Union
    while at > begin and first - at < LONGEST_DESCRIPTION and describes(tokens, at - 1):
        at -= 1
    opened = at == begin or tokens[at - 1].kind in (MARK, QUOTE)
    plain = any(not token.capital for token in tokens[at:first])
    if opened and plain and not is_adverb(tokens[at]):
        return at
    while at > begin and first - at < LONGEST_OFFICE and _may_describe(tokens, at - 1):
        at -= 1
    opened = at == begin or tokens[at - 1].kind in (MARK, QUOTE)
    return at if opened and tokens[at].low in ROLE_HEADS else first


def _may_describe(tokens: Sequence[Token], at: int) -> bool:
    """A word of `head of the regional hospital`"""
    return tokens[at].low in ("of", "the", "'s", "and") or describes(tokens, at)


def describes(tokens: Sequence[Token], index: int) -> bool:
    """A noun or an adjective: no verb, no small word, no time."""
    token = tokens[index]
    low = token.low
    small = low in AUXILIARIES or low in PREPOSITIONS or low in PRONOUNS or low in CONJUNCTIONS
    small = small or low in _NO_NOUNS
    verb = (low in VERBS and low != "lead") or is_verb(low)
    verb = verb or (low.endswith(("ing", "ed")) and low not in _STATES)
    return token.kind == WORD and not (small or verb or is_time(tokens, index) or low == "to")


def may_be_noun(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind == QUOTE:
        return token.quote is not None and _is_nickname(token.quote)
    if token.kind == NUMBER or token.low == "'s":
        return True
    low = token.low
    if token.kind != WORD or is_time(tokens, index):
        return False
    if low == "will" and token.capital and index:
        return True  # Representative Will Hurdley
    if low == "think" and low_at(tokens, index + 1) in ("tank", "tanks"):
        return True
    if low in CONJUNCTIONS or low in AUXILIARIES or low in PRONOUNS or low in PREPOSITIONS:
        return False
    if low in _NO_NOUNS:
        return False
    if low in ("him", "them", "her") and index and tokens[index - 1].low in INNER:
        return True  # people close to him
    if low in ("last", "this", "next") and index + 1 < len(tokens) and is_time(tokens, index + 1):
        return False
    if token.capital and index and low not in DETERMINERS:
        return True
    if low in ("first", "second", "third"):
        return True  # first lady
    if index + 1 < len(tokens) and tokens[index + 1].low in ROLE_HEADS and low in VERBS:
        return True  # lead counsel
    determined = index > 0 and (
        tokens[index - 1].low in DETERMINERS or tokens[index - 1].low == "'s"
    )
    if determined and low == "informed":
        return True
    return (determined or (low not in VERBS and not is_adverb(token))) and not is_verb(low)


def _is_nickname(quote: Quoted) -> bool:
    return quote.ends.isalnum() and quote.inner_end - quote.inner_start < 30


def _goes_on_left(tokens: Sequence[Token], first: int, begin: int) -> bool:
    """Does tokens[first - 1] belong to the phrase that so far begins at `first`?"""
    here, before = tokens[first], tokens[first - 1]
    low = before.low
    if (
        here.low in _ARTICLES
        and not (here.low in ("few", "dozen", "many", "other") and low in ("a", "the"))
        and here.kind == WORD
        and low not in BEFORE_DETERMINERS
        and low not in ("all", "both", "most")
    ):
        return False
    if low in ("and", "&"):
        return first - 1 > begin and _joins(tokens, first)
    if low in INNER:
        return first - 1 > begin and not before.capital and holds_phrase(tokens, first - 2, low)
    if before.kind == NUMBER and here.capital and len(low) == 4:
        return False  # in April 2023 Radio Free Asia
    if before.kind == MARK:
        return before.text in NAME_MARKS and first - 1 > begin
    if low == "that" and first == 1:
        return True  # That official said
    if not may_be_noun(tokens, first - 1):
        return False
    if here.capital and not before.capital and before.kind == WORD:
        if _is_main(tokens, first - 1, begin):
            return True
        if low in PARTICLES and first - 1 > begin and tokens[first - 2].capital:
            return True  # Corriere della Sera
        if _is_lower_title(tokens, first - 1, begin) or _is_described(tokens, first - 1, begin):
            return True
        return _may_precede_name(low)
    return True


def _may_precede_name(low: str) -> bool:
    """A small word that stands in or right before a name: `former`, `von`, `Oslo-based`."""
    small = low in DETERMINERS or low in ROLE_WORDS or low in _BEFORE_NAMES or "-" in low
    return small or low in _MEDIA or low in _CALLED


def _is_lower_title(tokens: Sequence[Token], index: int, begin: int) -> bool:
    """`the barber Vernon Tackett`, `, hotel magnate Dirk Lassiter`: a noun before a full name."""
    named = index + 2 < len(tokens) and tokens[index + 2].capital
    low = tokens[index].low
    if not named or index < begin or low.endswith(("ing", "ed")) or is_time(tokens, index):
        return False
    if low in ("than", "de", "of") or len(low) < 4:
        return False
    at = index - 1
    if at < begin:
        return True
    opens = tokens[at].low in DETERMINERS or tokens[at].kind in (MARK, QUOTE)
    return opens and (at - 1 < begin or tokens[at - 1].low not in PREPOSITIONS - {"as"})


def _is_main(tokens: Sequence[Token], index: int, begin: int) -> bool:
    """`the main Fulani association`: an adjective between `the` and a name with its noun."""
    named = index + 2 < len(tokens) and not tokens[index + 2].capital
    opened = index > begin and tokens[index - 1].low in ("the", "a", "an")
    return named and opened and describes(tokens, index) and not is_adverb(tokens[index])


def _is_described(tokens: Sequence[Token], index: int, begin: int) -> bool:
    """`“…,” a visibly angry Brook said`: adjectives between `a` and the name."""
    at = index
    while at > begin and at > index - 3 and tokens[at].kind == WORD and tokens[at].low != "a":
        at -= 1
    opens = tokens[at].low == "a" and (at == begin or tokens[at - 1].kind in (MARK, QUOTE))
    return opens and not any(token.capital for token in tokens[at + 1 : index + 1])


def _joins(tokens: Sequence[Token], first: int) -> bool:
    """`Lavrov and Pompeo`, `analysts and officials`; but not `… and Lavrov said`."""
    left, right = tokens[first - 2], tokens[first]
    if left.kind != WORD or left.low in VERBS:
        return False
    if left.capital != right.capital:  # party spokesman and Oslo MP Ada Brook
        if left.capital and left.low in BODY_WORDS:
            return True  # the Markets Board and police
        undetermined = first < 3 or tokens[first - 3].low not in DETERMINERS
        return left.low in ROLE_HEADS and undetermined and _is_titled(tokens, first)
    return left.capital or left.low in ROLE_WORDS or left.low.endswith("s")


def _is_titled(tokens: Sequence[Token], first: int) -> bool:
    """`MP Ada Brook`, `founder Ada Brook`: an office and a name, or an office in lower case."""
    near = range(first, min(first + 4, len(tokens) - 1))
    office = next((at for at in near if tokens[at].low in ROLE_HEADS), None)
    return office is not None and tokens[office + 1].capital


def holds_phrase(tokens: Sequence[Token], index: int, preposition: str) -> bool:
    """May the noun before a preposition carry it? `spokesman for`, `head of`, `officials in`."""
    token = tokens[index]
    if token.kind == NUMBER:
        return preposition == "of"
    if token.kind != WORD or token.low in PREPOSITIONS or token.low in AUXILIARIES:
        return token.low == "close"
    if preposition == "of":
        return not is_adverb(token)
    if token.capital and token.low not in PLURALS:
        return token.low in ROLE_WORDS or token.low in BODY_WORDS
    low = token.low
    if preposition == "on" and low in _ON:
        return True  # the subcommittee on sanctions policy
    if preposition == "with" and low in _RELATIONS:
        return False  # at odds with Pell
    if preposition == "to":  # aides to Pell; not questions to Pell
        return low in ROLE_WORDS or low.removesuffix("s") in ROLE_WORDS or low in _HOLDING
    return low in ROLE_WORDS or low.endswith("s") or low in _HOLDING


def _without_opening(tokens: Sequence[Token], first: int, last: int) -> int:
    """Without what precedes the phrase in the clause: `In Moscow Lavrov` -> `Lavrov`."""
    while first < last and (
        tokens[first].kind == QUOTE
        or (tokens[first].low in CONJUNCTIONS and (first or tokens[first].low != "that"))
        or tokens[first].low == "'s"
        or tokens[first].kind == MARK
        or (tokens[first].low in PREPOSITIONS and tokens[first].low != "of")
        or (is_adverb(tokens[first]) and tokens[first + 1].low not in ROLE_WORDS)
    ):
        place = tokens[first].low in ("in", "at", "from") and first + 1 < last
        first += 2 if place and tokens[first + 1].low in polity_words() else 1
    return first


def is_named(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Is it a phrase that can say something? A name, `the …`, `officials`; not a bare word."""
    head, opening = tokens[last], tokens[first]
    several = head.low in NUMERALS and (first < last or not first)  # the other two
    if head.low in DETERMINERS and head.low not in PLURALS and not several:
        return False
    if any(token.capital for token in tokens[first : last + 1] if token.low not in TIMES):
        return True
    if opening.low in DETERMINERS or opening.kind == NUMBER:
        return True
    near = range(first + 1, min(last, first + 4))
    hanging = next((at for at in near if tokens[at].low in INNER), first)
    plain = (opening.low, tokens[hanging - 1].low)  # people in the room, local officials in Oslo
    if hanging > first and any(low in PLURALS or low.endswith("s") for low in plain):
        return True
    several = head.low.endswith(("s", "men", "people", "children"))
    return head.low in PLURALS or head.low in ROLE_HEADS or several
