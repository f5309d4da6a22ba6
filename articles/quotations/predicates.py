"""Whether words are a clause: a noun phrase, however long, and then its own finite verb."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    is_contracted,
)
from .phrases import is_adverb
from .tenses import is_past
from .tokens import MARK, NUMBER, QUOTE, WORD, Token

LONGEST_SUBJECT = 30  # tokens before the verb
LONGEST_ASIDE = 22  # tokens between two commas
_UNFINISHED = frozenset(["'s", "having", "being", "been", "be"])
_SUBORDINATING = frozenset(["because", "since", "while", "whether", "what", "how", "why", "where"])
_SUBORDINATING |= {"when", "if", "as", "after", "before", "until", "unless", "although", "though"}
_RELATIVE = frozenset(["that", "which", "who", "whom", "whose"])
_OBJECTS = DETERMINERS | PRONOUNS | {"that", "him", "them", "us", "me", "more"}
_LEADING = frozenset(["aims", "wants", "hopes", "plans", "needs", "seeks", "continues", "fails"])
_LEADING |= {"wanted", "hoped", "planned", "needed", "continued", "failed", "refused", "intends"}


def has_predicate(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`the ministry, which is new, | would pay`, `Oslo | aims to`, `the deal reached in May | was`;
    not `the need to …`, `the help that they gave`.
    """
    if begin >= end or not _opens_phrase(tokens[begin]):
        return False
    at = begin
    while at < min(end, begin + LONGEST_SUBJECT):
        token = tokens[at]
        if token.text == ",":
            past = _past_aside(tokens, at, end)
            if past is None:
                return False
            at = past
            continue
        if token.kind == MARK and token.text not in "-/&$%()€£":
            return False
        if at > begin and _breaks(tokens, at):
            return False
        if at > begin and is_finite(tokens, at, end):
            return True
        at += 1
    return False


def _opens_phrase(token: Token) -> bool:
    low = token.low
    if token.kind == NUMBER or token.capital or low in DETERMINERS or token.text in "$€£":
        return True
    small = low in PREPOSITIONS or low in CONJUNCTIONS or low in AUXILIARIES or low in MODALS
    small = small or low in _RELATIVE or low in _SUBORDINATING or is_past(low)
    return token.kind == WORD and not small and low not in ("guilty", "innocent", "to", "not")


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """Does the noun phrase hold a clause of its own from here on, in which verbs tell nothing?"""
    low, before = tokens[at].low, tokens[at - 1].low
    if tokens[at].kind != WORD:
        return False
    joined = before in ("and", "or", "but") and (low in AUXILIARIES or is_past(low))
    doing = before == "by" and low.endswith("ing")
    leads = low == "to" and at + 1 < len(tokens) and tokens[at + 1].kind != NUMBER
    return joined or doing or low in _SUBORDINATING or low in _RELATIVE or leads


def _past_aside(tokens: Sequence[Token], comma: int, end: int) -> int | None:
    """Past the second comma of `the pact, which is new, would`; None where there is none."""
    near = range(comma + 1, min(end, comma + LONGEST_ASIDE))
    return next((at + 1 for at in near if tokens[at].text == ","), None)


def is_finite(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is it the verb of a clause whose subject ends before it?"""
    token, low, before = tokens[at], tokens[at].low, tokens[at - 1]
    if token.kind == QUOTE:
        return _begins_with_verb(token)
    if token.kind != WORD or (token.capital and before.capital) or is_contracted(low):
        return False
    if low in MODALS or (low in AUXILIARIES and low not in _UNFINISHED):
        return before.low not in PREPOSITIONS
    noun = before.kind == WORD and before.low not in DETERMINERS and before.low != "'s"
    if token.capital or not noun or before.low in PREPOSITIONS or at + 1 >= end:
        return False
    return (is_past(low) or _is_third_person(low, before.low)) and _is_object(tokens[at + 1], low)


def _is_third_person(low: str, before: str) -> bool:
    """`aims`, `retains`: after a singular noun."""
    verb = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is"))
    return verb and not before.endswith("s") and before not in CONJUNCTIONS


def _is_object(token: Token, verb: str) -> bool:
    """What a verb may have after it: `the deal`, `“full trust”`, `ten men`; `aims | to`."""
    if token.low == "to":
        return verb in _LEADING
    return token.kind in (QUOTE, NUMBER) or token.low in _OBJECTS or is_adverb(token)


def _begins_with_verb(token: Token) -> bool:
    """`“writes to old friends”`, `“would go”`"""
    low = token.quote.opening if token.quote else ""
    verb = low in MODALS or low in AUXILIARIES or is_past(low) or low.endswith(("n’t", "n't"))
    return verb or (low.endswith("s") and low not in DETERMINERS | PRONOUNS)
