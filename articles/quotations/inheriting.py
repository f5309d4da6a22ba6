"""Who says it where the verb has no subject of its own: `…, adding that`, `and said`."""

from __future__ import annotations

from collections.abc import Sequence

from .attributions import Attribution
from .clauses import has_verb
from .found import Found, Source, is_quote
from .lexicon import DETERMINERS, DOCUMENTS, SPEECHES, words
from .mainclauses import sentence_subject
from .phrases import PLURALS, Subject, is_adverb, is_time, noun_phrase_before
from .subjects import subject_after, with_before
from .tokens import WORD, Token
from .verbgroups import past_adverbs

_BEFORE_PARTICIPLES = frozenset([",", "and", "before", "after", "while", "when", "by", "for"])
_ADS = words("ads")
_PARTING = frozenset(["while", "but", "whereas"])


def may_inherit(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`…, adding that`, `and said`: has the verb the subject of what stands before?"""
    if frame.cue.first == 0:
        return False
    at = frame.cue.first - 1
    if frame.cue.participle:
        while at > 0 and is_adverb(tokens[at]):
            at -= 1  # with farmers now threatening to go
        before = tokens[at]
        apart = is_quote(before) or before.low in _BEFORE_PARTICIPLES or before.low in SPEECHES
        apart = apart or before.low in _ADS
        apart = apart or is_time(tokens, at) or _is_with(tokens, at) or _is_addressed(tokens, at)
        return apart or frame.cue.kind in ("say", "state", "express")
    at = past_adverbs(tokens, at, 0)
    return tokens[at].low in ("and", "but", "then", ",") or is_quote(tokens[at])


def _is_with(tokens: Sequence[Token], at: int) -> bool:
    """`with Western officials calling on both sides to …`: is tokens[at] the officials?"""
    if with_before(tokens, at + 1) is not None:
        return True
    several = tokens[at].low.endswith("s") or tokens[at].capital
    return several and any(token.low == "with" for token in tokens[max(0, at - 5) : at + 1])


def _is_addressed(tokens: Sequence[Token], at: int) -> bool:
    """`wrote a letter to Brook urging her to go`: does a letter's addressee end at tokens[at]?"""
    to = next((i for i in range(at, max(0, at - 5), -1) if tokens[i].low == "to"), 0)
    return to > 0 and tokens[to - 1].low in SPEECHES


def inherited(
    tokens: Sequence[Token], frame: Attribution, found: Sequence[Found], since: int
) -> Source | None:
    """Whoever is nearest: before the participle, in its clause, in what was `found` before.

    tokens[:since] are accounted for.
    """
    nearer = _before_participle(tokens, frame, since) or _in_clause(tokens, frame, since)
    if nearer:
        return nearer
    for one in reversed(found):
        if one.source:
            return one.source
    subject = sentence_subject(tokens)
    if subject and subject.first < frame.cue.first:
        return Source.of(tokens, subject)
    return None


def _before_participle(tokens: Sequence[Token], frame: Attribution, since: int) -> Source | None:
    """`video shows protesters chanting “…”`: several people right before the verb."""
    joint = with_before(tokens, frame.cue.first) if frame.cue.participle else None
    if joint is not None and joint >= since:  # …, with a spokesman saying
        stop = frame.cue.first
        while stop > joint + 2 and is_adverb(tokens[stop - 1]):
            stop -= 1
        named = Subject(joint + 1, stop)
        if tokens[frame.cue.first - 1].text == ",":
            named = subject_after(tokens, joint + 1, frame.cue.first) or named
        return Source.of(tokens, named)
    at = frame.cue.first - 1
    while at > 0 and frame.cue.participle and is_adverb(tokens[at]):
        at -= 1
    if at < 0 or not frame.cue.participle or tokens[at].kind != WORD:
        return None
    low = tokens[at].low
    if low in _ADS or (low == "for" and at > 1 and tokens[at - 1].capital):
        at -= low == "for"  # criticised Brook for saying, an ad calling
        subject = noun_phrase_before(tokens, at, since)
        return Source.of(tokens, subject) if subject else None
    subject = noun_phrase_before(tokens, at, since) if tokens[at].capital else None
    led = subject is not None and tokens[subject.first].low in DETERMINERS
    if subject and subject.first and tokens[subject.first - 1].low == "with" and not led:
        return Source.of(tokens, subject)  # with Senator Ada Brook saying
    several = low in PLURALS or (low.endswith("s") and not is_time(tokens, at))
    if not several or low in SPEECHES or low.rstrip("s") in DOCUMENTS | SPEECHES:
        return None
    subject = noun_phrase_before(tokens, at, since)
    return Source.of(tokens, _after_with(tokens, subject)) if subject else None


def _after_with(tokens: Sequence[Token], subject: Subject) -> Subject:
    """`to answer the charges with | his lawyers arguing`"""
    inside = range(subject.first + 1, subject.end - 1)
    joint = next((at for at in inside if tokens[at].low == "with"), subject.first - 1)
    return Subject(joint + 1, subject.end)


def _in_clause(tokens: Sequence[Token], frame: Attribution, since: int) -> Source | None:
    """`…, while Antti Laakso was guarded, telling …`, `after Laakso came and urged them to …`:
    who opens the clause since `since`.
    """
    written = tokens[frame.cue.first - 1].low in SPEECHES  # after troops aired a message saying
    for at in range(frame.cue.first - 2, since - 1, -1):
        after = tokens[at].low == "after" and (written or not frame.cue.participle)
        apart = tokens[frame.cue.first - 1].text == ","
        after = after or (tokens[at].low == "when" and frame.cue.participle and not apart)
        if (after or tokens[at].low in _PARTING) and at > 0:
            subject = sentence_subject(tokens, at + 1)
            past = subject.office_end or subject.end if subject else len(tokens)
            if subject is None or past >= frame.cue.first:
                return None
            if after and not has_verb(tokens, past - 1, frame.cue.first - 1):
                return None  # appealed after the strikes and accused Oslo
            return Source.of(tokens, subject)
    return None
