"""Who says: the noun phrase before a verb or after it, with the office put beside the name."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    ROLE_WORDS,
    polities,
    polity_words,
    words,
)
from .phrases import (
    INNER,
    Subject,
    is_adverb,
    is_named,
    is_time,
    noun_phrase_before,
    phrase_end,
)
from .tokens import MARK, NUMBER, QUOTE, WORD, Token

APPOSITION = 30  # tokens between "Lavrov," and ", said"
_BE = words("be")


class Refused(Exception):
    """The verb stands there, but nobody said it: "did not say", "could say", "was told"."""


def _before_verb(tokens: Sequence[Token], verb: int, begin: int, participle: bool) -> int | None:
    """The index left of the verb's auxiliaries and adverbs; None before a participle alone.

    Refused where nothing was said: "did not say", "could say", "to say", "was told".
    """
    at, be = verb - 1, False
    while at >= begin and tokens[at].kind == WORD:
        token = tokens[at]
        low = token.low
        if low == "to" and at > begin and tokens[at - 1].low in ("continued", "continues"):
            at -= 2
            continue
        if low in NEGATIONS or low in MODALS or low in ("to", "if", "let"):
            raise Refused
        if low in AUXILIARIES and low != "'s":
            be = be or low in _BE
        elif is_time(tokens, at):
            at -= at > begin and tokens[at - 1].low in ("on", "last", "in", "this", "late", "early")
        elif not is_adverb(token) or token.capital:
            break
        at -= 1
    if be and not participle:
        raise Refused
    return None if participle and not be else at


def subject_before(
    tokens: Sequence[Token], verb: int, begin: int, participle: bool = False
) -> Subject | None:
    """Who stands before the verb, within tokens[begin:verb]; None: nobody does."""
    at = _before_verb(tokens, verb, begin, participle)
    if at is None or at < begin:
        return None
    if tokens[at].text == ")":
        at = _skip_bracket(tokens, at, begin)
    if at > begin and tokens[at].low in ("who", "which"):
        at -= 1 + (tokens[at - 1].text == ",")
        return noun_phrase_before(tokens, at, begin) if at >= begin else None
    if at > begin and tokens[at].text == ",":
        return _with_apposition(tokens, at, begin)
    if at > begin and tokens[at].text in ("—", "–", "--"):
        return _with_apposition(tokens, at, begin)
    return noun_phrase_before(tokens, at, begin) if at >= begin else None


def _skip_bracket(tokens: Sequence[Token], at: int, begin: int) -> int:
    for index in range(at, max(begin, at - 12) - 1, -1):
        if tokens[index].text == "(":
            return index - 1
    return at


def _with_apposition(tokens: Sequence[Token], comma: int, begin: int) -> Subject | None:
    """`Sergey Lavrov, the Russian foreign minister, said`: the name, with the office beside it."""
    mark = tokens[comma].text
    tried = 0
    for at in range(comma - 1, max(begin, comma - APPOSITION), -1):
        if tokens[at].kind == QUOTE and at < comma - 1:
            return None
        if tokens[at].text != mark:
            continue
        tried += 1
        if _begins_apposition(tokens, at + 1) or _is_bare_name(tokens, at + 1, comma):
            subject = noun_phrase_before(tokens, at - 1, begin)
            if subject and tokens[at + 1].capital and not _is_role(tokens, subject):
                continue
            return Subject(subject.first, subject.end, at + 1, comma) if subject else None
        if tried == 3:
            break
    return None


def _is_bare_name(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`its head, Taras Bondar, said`: nothing but capitals, six words at most."""
    words = tokens[begin:end]
    return (
        0 < len(words) <= 6
        and words[0].capital
        and words[-1].capital
        and all(word.capital or (len(word.low) <= 3 and word.kind == WORD) for word in words)
    )


def _has_verb(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`…, many prisons had no water, …` is a clause and no apposition; `, who is 60,` is one."""
    if tokens[begin].low in ("who", "whose", "which"):
        return False
    return any(token.low in AUXILIARIES and token.low != "'s" for token in tokens[begin:end])


def _is_role(tokens: Sequence[Token], subject: Subject) -> bool:
    """Does the phrase say an office and no name?"""
    words = tokens[subject.first : subject.end]
    plain = [
        w for w in words if w.capital and w.low not in ROLE_WORDS | DETERMINERS | polity_words()
    ]
    heads = [w for w in words if w.low in ROLE_HEADS or not (w.capital or w.low in DETERMINERS)]
    hanging = any(word.low in INNER or word.low == "'s" for word in words)
    return bool(heads) and (len(plain) < 2 or hanging)


def _begins_apposition(tokens: Sequence[Token], index: int) -> bool:
    token = tokens[index]
    if token.kind == NUMBER:
        return True
    if token.kind != WORD:
        return False
    low = token.low
    if (
        low in DETERMINERS
        or low in ROLE_WORDS
        or low in polities()
        or low in ("who", "whose", "which")
    ):
        return True
    return not token.capital and (low in PREPOSITIONS or low.endswith(("ing", "ed")))


def subject_after(tokens: Sequence[Token], index: int, end: int) -> Subject | None:
    """Who follows the verb, as in `said Lavrov, the minister`; within tokens[index:end]."""
    if index >= end or tokens[index].kind not in (WORD, NUMBER):
        return None
    if tokens[index].low in ("he", "she", "they", "it"):
        return Subject(index, index + 1)
    at = phrase_end(tokens, index, end)
    if at == index or not is_named(tokens, index, at - 1):
        return None
    subject = Subject(index, at)
    if at + 1 < end and tokens[at].text == ",":
        stop = _apposition_end(tokens, at + 1, end)
        titled = any(token.low in ROLE_HEADS for token in tokens[index:at])
        named = titled and _is_bare_name(tokens, at + 1, stop) and _is_role(tokens, subject)
        if stop > at + 1 and _has_verb(tokens, at + 1, stop):
            return subject
        if stop > at + 1 and (named or _begins_apposition(tokens, at + 1)):
            return Subject(index, at, at + 1, stop)
    return subject


def _apposition_end(tokens: Sequence[Token], index: int, end: int) -> int:
    """Where the apposition ends: the next comma or the end; nothing if a quotation comes first."""
    for at in range(index, min(end, index + APPOSITION)):
        if tokens[at].kind == QUOTE:
            return index if tokens[at - 1].text != "," else at - 1
        if tokens[at].kind == MARK and tokens[at].text in ",.;:—":
            return at
    return min(end, index + APPOSITION)


def _opens_with_adjunct(tokens: Sequence[Token], index: int) -> bool:
    """`On Monday, …`, `Speaking in Oslo, …`, `However, …`; not `Beijing …`, `United …`."""
    opening = tokens[index]
    if opening.kind != WORD or opening.low in polity_words():
        return False
    if opening.low in PREPOSITIONS or opening.low in CONJUNCTIONS or is_adverb(opening):
        return True
    named = index + 1 < len(tokens) and tokens[index + 1].capital
    return opening.low.endswith(("ing", "ed")) and not named


def sentence_subject(tokens: Sequence[Token], begin: int = 0) -> Subject | None:
    """The first noun phrase of the main clause: after `On Monday,` and the like."""
    end = len(tokens)
    if begin >= end:
        return None
    if tokens[begin].low in ("but", "and", "so", "yet", "or"):
        begin += 1
    if begin < end and _opens_with_adjunct(tokens, begin):
        comma = (i for i in range(begin, min(end, begin + 25)) if tokens[i].text == ",")
        begin = next(comma, begin - 1) + 1
    if begin >= end:
        return None
    if tokens[begin].low in PRONOUNS:
        return Subject(begin, begin + 1)
    return subject_after(tokens, begin, end)
