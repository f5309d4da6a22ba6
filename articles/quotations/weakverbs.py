"""Verbs that are often something else, `suggest`, `note`, `claim`: whether they say something."""

from __future__ import annotations

from collections.abc import Sequence

from .forms import form_of, is_verb
from .lexicon import (
    BODY_WORDS,
    DETERMINERS,
    DOCUMENTS,
    FINDINGS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    TIMES,
    VERBS,
)
from .phrases import PLURALS
from .tenses import is_past
from .tokens import QUOTE, WORD, Token, low_at

LONGEST_SCENE = 8  # tokens of "in a post on Monday"
NEAR = 16  # tokens within which "that", a quotation or a share makes a weak form a cue
LONGEST_SOURCE = 10  # tokens of ", the bloc's highest court"
FAR = 24  # tokens of a name with an office beside it
PHRASE_WITHIN = 6  # tokens of a short phrase beside a verb: "in the minister's words"
_ASKED = frozenset(["whether", "if", "why", "how", "what", "when", "who", "where", "which", "whom"])
FINITE = MODALS | {"is", "are", "was", "were", "has", "had", "have"}
_SUBJECTS = frozenset(["he", "she", "it", "they", "we"])
_WHEN = frozenset(["last", "this", "next", "again", "and", "or", "but", "as", "when", "to", "more"])
_WHEN |= {"out", "off", "up", "down", "over", "back", "away", "all", "both", "too"}
_ONE = frozenset(["he", "she", "it", "which", "who"])
_SAYING = _ONE | {"and", "but"} | FINDINGS | DOCUMENTS | ROLE_HEADS | BODY_WORDS
_SUBORDINATING = frozenset(["as", "while", "when", "after", "before", "because", "if", "since"])
_OBJECTS = frozenset(["the", "a", "an", "it", "them", "him", "its", "their", "his", "her"])
_GESTURES = ("smil", "laugh", "nod", "shrug", "grin", "sigh", "beam", "chuckl", "sob", "gasp")


def is_speech(tokens: Sequence[Token], index: int) -> bool:
    """Does a quotation, or `that` after a verb, follow a weak form; or a full stop a quotation?"""
    gesture = tokens[index].low.startswith(_GESTURES)  # he smiled
    if not gesture and _ends_apart(tokens, index + 1) and _stands_apart(tokens, index):
        return True
    form = form_of(tokens[index].low)
    if form and form.kind == "ask" and _asks_whether(tokens, index):
        return True
    comma = False
    for at in range(index + 1, min(index + NEAR, len(tokens))):
        token = tokens[at]
        that = token.low == "that" and (not comma or tokens[at - 1].text == ",")
        if token.kind == QUOTE or that or token.text == ":":
            return True
        comma = comma or token.text == ","
        if token.low in (".", ";") or (at == index + 1 and token.low in ("of", "by")):
            return any(token.kind == QUOTE for token in tokens[max(0, index - FAR) : index])
    return any(token.kind == QUOTE for token in tokens[max(0, index - 6) : index])


def _ends_apart(tokens: Sequence[Token], index: int) -> bool:
    """`…, Brook wrote.`, `…, Brook wrote in a post on Monday.`"""
    if low_at(tokens, index) in PREPOSITIONS or low_at(tokens, index) in TIMES:
        near = range(index + 1, min(index + LONGEST_SCENE, len(tokens)))
        index = next((at for at in near if tokens[at].kind != WORD), near.stop)
    return index == len(tokens) or low_at(tokens, index) in (",", ".")


def clause_follows(tokens: Sequence[Token], index: int) -> bool:
    """`estimated the tariffs would …`: a noun phrase with a finite auxiliary."""
    if index >= len(tokens) or tokens[index].kind != WORD:
        return False
    opening = tokens[index]
    if any(token.low in MODALS for token in tokens[index + 1 : index + 6]):
        return True  # estimates demand will fall
    if not opening.capital and opening.low not in DETERMINERS and opening.low not in PRONOUNS:
        return False
    if opening.low in _SUBJECTS and may_be_finite(tokens, index + 1):
        return True
    for token in tokens[index + 1 : index + 8]:
        if token.low in FINITE or token.low in VERBS:
            return True
        if token.low.endswith("ed") and len(token.low) > 4 and not token.capital:
            return True
        if token.kind != WORD or token.low in ("who", "which", "that"):
            return False
    return False


def may_be_finite(tokens: Sequence[Token], at: int) -> bool:
    """`came`, `perpetuates`; not `in`, `last week`"""
    if at >= len(tokens) or tokens[at].kind != WORD:
        return False
    low = tokens[at].low
    small = low in PREPOSITIONS or low in DETERMINERS or low in TIMES or low in _WHEN
    return not (small or low.endswith(("ly", "ing")))


def is_verb_of_relative(tokens: Sequence[Token], at: int) -> bool:
    """Does a finite verb stand at `at`, right after `that`? Not `that work was slow`."""
    low, following = low_at(tokens, at), low_at(tokens, at + 1)
    finite = low in VERBS or low in FINITE or low in MODALS or is_verb(low) or is_past(low)
    finite = finite or (low.endswith("s") and following in _OBJECTS)  # that oversees the army
    return finite and not (following in FINITE or following in MODALS)


def _asks_whether(tokens: Sequence[Token], index: int) -> bool:
    """`questioned why`, `pressed the nominee on whether`"""
    for at in range(index + 1, min(index + NEAR, len(tokens))):
        if tokens[at].low in _ASKED:
            return at == index + 1 or tokens[at].low in ("whether", "why", "how")
        if tokens[at].kind != WORD:
            return False
    return False


def says_plainly(tokens: Sequence[Token], index: int) -> bool:
    """`estimated`, or `Brook claims`, `the suit claims`; not `the claims he made`."""
    if tokens[index].low.endswith("ed"):
        return True
    before = tokens[index - 1] if index else None
    if before is None:
        return False
    low = before.low
    if not tokens[index].low.endswith("s"):
        if low == "and":  # they say it is late and claim it would fail
            return any(token.low == "say" for token in tokens[:index])
        people = low.endswith("s") and (low in FINDINGS or low in PLURALS or low[:-1] in ROLE_HEADS)
        opens = tokens[0].low.endswith("s") and tokens[0].low[:-1] in ROLE_HEADS
        named = before.capital and opens  # Economists at Gulf Research estimate
        return low in ("they", "we", "authorities") or people or named
    return low in _SAYING or (before.capital and low not in DETERMINERS)


def _stands_apart(tokens: Sequence[Token], index: int) -> bool:
    """`Diplomacy, he suggests, is …`, `…, Brook suggested.`"""
    for at in range(index - 1, max(-1, index - LONGEST_SOURCE), -1):
        if tokens[at].text == ",":
            first = tokens[at + 1]
            if first.low in _SUBORDINATING:
                return False  # …, as a meeting in Oslo concluded
            named = first.low in PRONOUNS or first.low in DETERMINERS or first.capital
            last = tokens[index - 1].low
            several = last.endswith("s") or last in PRONOUNS or last == "police"
            form = form_of(tokens[index].low)  # not `, a note,`
            past = tokens[index].low in ("forecast", "read")
            finite = several or past or (form is not None and not form.base)
            return at + 1 < index and finite and (named or several)
        if tokens[at].kind != WORD or tokens[at].low in FINITE:
            return False
    return False
