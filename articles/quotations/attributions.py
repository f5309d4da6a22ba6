"""Attributions: a cue with who says and what follows, and whether it closes or opens a frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from . import clauses
from .clauses import Tail
from .cues import Cue
from .found import is_quote, last_quoted
from .lexicon import AUXILIARIES, VERBS, words
from .phrases import Subject, noun_phrase_before
from .subjects import Refused, subject_after, subject_before
from .tokens import WORD, Token

_CLOSING = frozenset(["say", "state", "uphold", "tell", "ask", "according"])
_QUOTED_CLOSING = _CLOSING | {"think", "urge", "deny"}
_NO_SOURCES = words("no_sources")
NEAR = 10  # words beside a name that may still be an office
_COURTS = frozenset(["court", "courts", "tribunal", "judge", "judges", "jury"])
_DASHES = (",", "—", "–", "--", ";")
_BEGINNINGS = frozenset(["asked", "when", "after", "while", "speaking"])


@dataclass(slots=True)
class Attribution:
    """A cue, who says, what follows. `first` is the first of its tokens.

    `inverted`: the subject stands after the verb, `said X`.
    """

    cue: Cue
    subject: Subject | None
    tail: Tail
    first: int
    inverted: bool = False


def attribution(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    """Who stands beside the cue and what follows; None where nothing was said."""
    if cue.kind == "according":
        return _according(tokens, cue)
    if cue.kind == "noun":
        subject = _owner(tokens, cue)
        return Attribution(cue, subject, Tail("that", cue.end + 1), cue.first) if subject else None
    try:
        subject = subject_before(tokens, cue.first, 0, cue.participle)
    except Refused:
        return None
    if subject is None and not cue.participle and cue.kind in _CLOSING and _may_invert(tokens, cue):
        after = subject_after(tokens, cue.end, len(tokens))
        if after:
            past = after.office_end or after.end
            tail = clauses.after_cue(tokens, cue, past, len(tokens))
            return Attribution(cue, after, tail, cue.first, inverted=True)
    if subject and not _may_say(tokens, cue, subject):
        return None
    tail = clauses.after_cue(tokens, cue, cue.end, len(tokens))
    return Attribution(cue, subject, tail, subject.first if subject else cue.first)


def _may_say(tokens: Sequence[Token], cue: Cue, subject: Subject) -> bool:
    """Not "there were credible reports that"; and a court that rejects says nothing."""
    words = tokens[subject.first : subject.end]
    if cue.kind in ("judge", "deny") and words[-1].low in _COURTS:
        return False
    if tokens[cue.first].low == "call" and cue.kind == "urge":
        return words[-1].low.endswith("s") or words[-1].low in ("they", "we", "i")
    if cue.weak and tokens[cue.end - 1].low.endswith("s"):
        one = words[0].low in ("the", "this", "a", "he", "she", "it", "his", "her")
        return one or any(word.capital for word in words)
    return True


def _may_invert(tokens: Sequence[Token], cue: Cue) -> bool:
    """`"…," said X`, `…, said X`, `Said X: …`."""
    if cue.first == 0:
        return True
    before = tokens[cue.first - 1]
    return is_quote(before) or before.text in (",", "—", "–", "--")


def _according(tokens: Sequence[Token], cue: Cue) -> Attribution | None:
    if tokens[cue.end - 1].low == "words":  # "in his words"
        return Attribution(
            cue, Subject(cue.first + 1, cue.first + 2), Tail("end", cue.end), cue.first
        )
    subject = subject_after(tokens, cue.end, len(tokens))
    if cue.end < len(tokens) and tokens[cue.end].low in ("him", "her", "them"):
        subject = Subject(cue.end, cue.end + 1)
    if subject is None or tokens[subject.end - 1].low in _NO_SOURCES:
        return None
    if cue.first == 0 and not _is_office_beside(tokens, subject):
        subject = Subject(subject.first, subject.end)  # what follows is the main clause
    subject = _with_name(tokens, subject)
    at = subject.office_end or subject.end
    while at < len(tokens) and tokens[at].kind == WORD and at < subject.end + 20:
        if tokens[at].low in ("that", "which"):
            break
        at += 1
    return Attribution(cue, subject, Tail("end", at), cue.first)


def _with_name(tokens: Sequence[Token], subject: Subject) -> Subject:
    """`the UN refugee agency, UNHCR, …`: the name beside what is no name."""
    begin = subject.end + 1
    stop = begin + 1
    while stop < len(tokens) and tokens[stop].capital and stop < begin + 4:
        stop += 1
    beside = _comma_at(tokens, begin - 1) and _comma_at(tokens, stop) and tokens[begin].capital
    plain = not tokens[subject.end - 1].capital
    return Subject(subject.first, subject.end, begin, stop) if beside and plain else subject


def _is_office_beside(tokens: Sequence[Token], subject: Subject) -> bool:
    """After `According to X,` stands the main clause, unless an office and a comma come first."""
    beside = tokens[subject.office_first : subject.office_end]
    verbs = any(token.low in VERBS or token.low.endswith("ed") for token in beside[2:])
    return len(beside) <= NEAR and not verbs and _comma_at(tokens, subject.office_end)


def _comma_at(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text == ","


def _owner(tokens: Sequence[Token], cue: Cue) -> Subject | None:
    """Whose warning it is: `his`, or the noun phrase before `'s`."""
    for at in range(cue.first - 1, max(-1, cue.first - 4), -1):
        low = tokens[at].low
        if low == "'s":
            return noun_phrase_before(tokens, at - 1, 0) if at else None
        if low in ("his", "her", "their", "its"):
            return Subject(at, at + 1)
    return None


def closes(tokens: Sequence[Token], frame: Attribution) -> bool:
    """Does the frame stand after what is said? "Q," X said.   Clause, X said."""
    first, tokens = frame.first, tokens
    if frame.subject is None or first == 0 or frame.cue.kind not in _QUOTED_CLOSING:
        return False
    before = tokens[first - 1]
    if before.text == "," and first >= 2 and is_quote(tokens[first - 2]):
        before = tokens[first - 2]
    if is_quote(before):
        return _closes_quotation(tokens, frame, before)
    if frame.cue.kind not in _CLOSING or frame.cue.participle:
        return False
    according = frame.cue.kind == "according"
    if before.text not in _DASHES and not (
        according and before.kind == WORD and _ends(tokens, frame.tail.at)
    ):
        return False
    begin, end = clauses.trimmed(tokens, 0, first)
    if _breaks_a_clause(tokens, frame):
        return True
    if end - begin < 4 or tokens[begin].low in _BEGINNINGS:
        return False
    quoted = frame.tail.opening == "quote" and tokens[frame.tail.at - 1].text == ","
    return (frame.tail.opening == "end" or quoted) and clauses.has_verb(tokens, begin, end)


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) - 1


def reports_a_saying(tokens: Sequence[Token], frame: Attribution, before: Attribution) -> bool:
    """`X said that …, according to Y`: the words are X's, though Y tells so."""
    says = before.subject is not None and before.cue.kind in ("say", "state", "tell")
    opens = before.tail.opening in ("that", "bare", "whether")
    return frame.cue.kind == "according" and says and opens and before.cue.first < frame.first


def _breaks_a_clause(tokens: Sequence[Token], frame: Attribution) -> bool:
    """`The deal, he said, will be signed.`: the verb of what is said comes after."""
    at = frame.tail.at + 1
    if frame.tail.opening != "end" or not _comma_at(tokens, at - 1) or at >= len(tokens):
        return False
    low, left = tokens[at].low, tokens[frame.first - 2].low
    torn = low in AUXILIARIES or low in VERBS or left in AUXILIARIES
    return tokens[frame.first - 1].text == "," and torn


def _closes_quotation(tokens: Sequence[Token], frame: Attribution, before: Token) -> bool:
    opening, at = frame.tail.opening, frame.tail.at
    if opening in ("end", "quote"):
        return True
    if opening in ("that", "whether") or last_quoted(before) not in ",?!—…-":
        return False
    return not clauses.is_clause(tokens, at, len(tokens))
