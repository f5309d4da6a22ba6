"""Where what is said begins after a cue, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from .cues import Cue
from .lexicon import AUXILIARIES, MODALS, PREPOSITIONS, PRONOUNS, VERBS, words
from .phrases import Subject, is_adverb, is_time, noun_phrase_before, skip_phrase
from .subjects import subject_after
from .tokens import MARK, QUOTE, WORD, Token

Opening = Literal["end", "quote", "that", "whether", "bare", "colon"]

_ADDRESSEES = words("addressees")
_SOFT_AS = words("soft_as")
_PAST, _COMMENTS = words("past"), words("comments")
_ASIDE = frozenset(["while", "as"])
_CLAUSE_BREAKS = frozenset(["that", "which", "who", "whose", "to"])


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows a cue: `at` is where the content begins, or where the attribution ends."""

    opening: Opening
    at: int


def after_cue(tokens: Sequence[Token], cue: Cue, begin: int, end: int) -> Tail:
    """Past whom is told, when and where, to what is said. `begin` is where the cue's words end."""
    at = begin
    if cue.kind in ("tell", "ask"):
        at = _past_addressee(tokens, begin, end)
        if at < end and tokens[at].low == "to" and at > begin:
            return Tail("bare", at)
    while at < end:
        token = tokens[at]
        low = token.low
        if token.kind == QUOTE:
            return Tail("quote", at)
        if low == ":":
            return Tail("quote" if _is_quote(tokens, at + 1, end) else "colon", at + 1)
        if low == ",":
            past = _past_aside(tokens, at, end)
            return (
                Tail("quote", at + 1) if _is_quote(tokens, at + 1, end) else past or Tail("end", at)
            )
        if token.kind == MARK:
            return Tail("end", at)
        if low == "that" and cue.kind not in ("judge", "describe"):
            return Tail(
                "that", at + 1 + (_is_comma(tokens, at + 1, end) and _is_quote(tokens, at + 2, end))
            )
        if low in ("whether", "if", "why", "how", "what") and cue.kind in ("ask", "state", "tell"):
            return Tail("whether", at)
        if is_time(tokens, at) or (is_adverb(token) and not token.capital):
            at += 1
        elif (
            low in ("last", "this", "next", "late", "early")
            and at + 1 < end
            and is_time(tokens, at + 1)
        ):
            at += 2
        elif low in PREPOSITIONS and cue.kind not in ("judge", "urge", "vow", "deny"):
            at = skip_phrase(tokens, at, end)
        elif low in ("and", "but"):
            return Tail("end", at)
        else:
            return Tail("bare", at)
    return Tail("end", end)


def _is_quote(tokens: Sequence[Token], index: int, end: int) -> bool:
    return index < end and tokens[index].kind == QUOTE


def _is_comma(tokens: Sequence[Token], index: int, end: int) -> bool:
    return index < end and tokens[index].text == ","


def _past_aside(tokens: Sequence[Token], comma: int, end: int) -> Tail | None:
    """`said, speaking in Sochi, that …`: a quotation or `that` after a second comma or later."""
    for at in range(comma + 1, min(end, comma + 20)):
        if tokens[at].low == "that" and tokens[at - 1].text == ",":
            return Tail("that", at + 1)
        if tokens[at].kind == QUOTE:
            return Tail("quote", at) if tokens[at - 1].text in (",", ":") else None
        if tokens[at].text == ":":
            return Tail("quote", at + 1) if _is_quote(tokens, at + 1, end) else None
    return None


def _past_addressee(tokens: Sequence[Token], at: int, end: int) -> int:
    if at < end and tokens[at].low in _ADDRESSEES:
        return at + 1
    told = subject_after(tokens, at, end)
    if told is None:
        return at
    if told.office_end and told.office_end < end and tokens[told.office_end].text == ",":
        return told.office_end + 1
    return told.end


def has_verb(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Is there a sign of a finite verb? A clause, then, and no mere noun phrase."""
    for index in range(begin, min(end, begin + 40)):
        token = tokens[index]
        low = token.low
        if (
            token.kind == WORD
            and index > begin
            and (
                (low in AUXILIARIES and low != "'s")
                or low in VERBS
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
    if tokens[begin].low in ("he", "she", "they", "we", "i", "there"):
        return end - begin >= 2
    for index in range(begin, min(end, begin + 14)):
        low = tokens[index].low
        if low in MODALS or (low in AUXILIARIES and low not in ("'s", "having", "being", "been")):
            return index > begin
        if low in _CLAUSE_BREAKS or (
            tokens[index].kind == MARK and low not in ("-", "/", "$", "%")
        ):
            return False
    return False


def content_end(tokens: Sequence[Token], begin: int, end: int, cues: Sequence[Cue]) -> int:
    """Where what is said ends that begins at `begin`: before a new cue, an aside, a remark."""
    breaks = {cue.first: cue for cue in cues if begin < cue.first < end}
    for at in range(begin + 1, end):
        cue = breaks.get(at)
        if cue is not None:
            stop = _before_new_cue(tokens, cue, begin)
            if stop is not None:
                return stop
        if tokens[at].low in _ASIDE and _follows_comma(tokens, at) and _is_aside(tokens, at, end):
            return at
        if tokens[at].text in ("—", "–", "--", ",") and _is_remark(tokens, at, end):
            return at
        joined = tokens[at].low in ("and", "but") and _follows_comma(tokens, at)
        if joined and _is_narration(tokens, at + 1, end):
            return at
    return end


def _follows_comma(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    return before.text == "," or (before.quote is not None and before.quote.ends == ",")


def _is_aside(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, as tensions rose`, `, while Tehran denied it`: the reporter speaks again."""
    if at + 1 >= end or tokens[at + 1].low in _SOFT_AS:
        return False
    rest = range(at + 1, min(end, at + 25))
    future = any(tokens[i].low in ("will", "would", "must", "should", "can") for i in rest)
    return not future and has_verb(tokens, at + 1, end)


def _is_remark(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, a move that …`, or a single dash before `a claim that …`: what the reporter adds."""
    if at + 2 >= end or tokens[at + 1].low not in ("a", "an", "something", "one"):
        return False
    if tokens[at].text == ",":
        return any(tokens[i].low in _COMMENTS for i in range(at + 2, min(end, at + 5)))
    return not any(tokens[i].text == tokens[at].text for i in range(at + 1, end))


def _is_narration(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`, but they gave no date`: a plain past tense, which speech reported in the past has not."""
    for at in range(begin, min(end, begin + 8)):
        low = tokens[at].low
        if low in AUXILIARIES or low in MODALS or tokens[at].kind in (MARK, QUOTE):
            return False
        if low in _PAST:
            return at > begin
    return False


def _before_new_cue(tokens: Sequence[Token], cue: Cue, begin: int) -> int | None:
    """Where the words before a further cue end, if it begins a further saying; else None."""
    at = cue.first
    if cue.kind == "according":
        return at if _follows_comma(tokens, at) else None
    if (cue.participle and tokens[at - 1].text in (",",)) or _quote_comma(tokens, at - 1):
        return at
    while at > begin and (
        is_adverb(tokens[at - 1]) or tokens[at - 1].low in ("has", "had", "have")
    ):
        at -= 1
    if tokens[at - 1].low in ("and", "but") and at - 1 > begin:
        if cue.participle or cue.kind not in ("judge", "describe", "think", "noun", "ask"):
            return at - 1
        return at - 1 if cue.kind in ("judge", "describe") else None
    subject = noun_phrase_before(tokens, at - 1, begin)
    if subject is None or subject.first <= begin + 1:
        return None
    return _before_joined_clause(tokens, subject, begin)


def _before_joined_clause(tokens: Sequence[Token], subject: Subject, begin: int) -> int | None:
    """`…, and last month she said`: where the words before end; None if it is no new clause."""
    at = subject.first - 1
    while at > begin and at > subject.first - 5 and _is_when(tokens, at):
        at -= 1
    joint, comma = tokens[at].low, _follows_comma(tokens, at)
    if joint in ("and", "but", "while") and at - 1 > begin:
        return at if comma or tokens[subject.first].low in PRONOUNS else None
    return subject.first if joint in (";", "—") else None


def _is_when(tokens: Sequence[Token], at: int) -> bool:
    return (
        is_time(tokens, at)
        or is_adverb(tokens[at])
        or tokens[at].low in ("last", "this", "next", "on", "in", "earlier")
    )


def _quote_comma(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].kind == QUOTE


def trimmed(tokens: Sequence[Token], begin: int, end: int) -> tuple[int, int]:
    """Without marks and joining words at the ends, which are not said."""
    while end > begin and tokens[end - 1].kind == MARK and tokens[end - 1].text not in ")]%":
        end -= 1
    while end > begin and tokens[end - 1].low in ("and", "but") and tokens[end - 1].kind == WORD:
        end -= 1
        while end > begin and tokens[end - 1].text in (",", ";"):
            end -= 1
    while begin < end and tokens[begin].kind == MARK and tokens[begin].text not in "([$€£":
        begin += 1
    return begin, end
