"""Who is named after `according to`, and where that ends."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue
from .lexicon import AGENCIES, BODY_WORDS, DETERMINERS, PREPOSITIONS, ROLE_HEADS, VERBS, words
from .phrases import Subject, is_time
from .spans import past_bracket
from .subjects import subject_after
from .tokens import NUMBER, WORD, Token, low_at

_NO_SOURCES = words("no_sources")
_BE = words("be")
_COUNTED = frozenset(["some", "about", "around", "over", "more", "most", "at", "no", "all"])
_DONE = frozenset(["seen", "kept", "written", "made", "drawn", "exclusively", "shown", "held"])
_ISSUED = frozenset(["published", "released", "issued"])
NEAR = 10  # words beside a name that may still be an office
LONGEST = 20  # tokens from the name on to the comma that ends the attribution
RELATIVE = frozenset(["who", "whose", "which"])


def after_according(tokens: Sequence[Token], cue: Cue) -> tuple[Subject, int] | None:
    """Who is the source, and where the attribution ends; None where nobody in particular is."""
    if tokens[cue.first].low == "in":  # "in his words", "in the minister's view"
        last = cue.end - 3 if tokens[cue.end - 2].low == "'s" else cue.end - 2
        return Subject(cue.first + 1, last + 1), cue.end
    subject = subject_after(tokens, cue.end, len(tokens))
    alone = cue.end + 1 >= len(tokens) or tokens[cue.end + 1].kind != WORD
    if alone and low_at(tokens, cue.end) in ("him", "her", "them"):
        subject = Subject(cue.end, cue.end + 1)
    if subject is None or tokens[subject.end - 1].low in _NO_SOURCES:
        return None
    if tokens[0].low == "as" and tokens[subject.first].low in AGENCIES:
        return None  # As reported by TASS, Brook said
    within = cue.first > 1 and tokens[cue.first - 2].low in RELATIVE  # in which, according to X,
    if (cue.first == 0 or within) and not _is_office_beside(tokens, subject):
        subject = Subject(subject.first, subject.end)  # what follows is the main clause
    subject = _with_name(tokens, _with_participle(tokens, subject))
    at = past_bracket(tokens, subject.office_end or subject.end)
    while at < len(tokens) and tokens[at].kind == WORD and at < subject.end + LONGEST:
        if tokens[at].low in ("that", "which"):
            break
        at += 1
    return subject, _past_second(tokens, subject, at)


def _past_second(tokens: Sequence[Token], subject: Subject, comma: int) -> int:
    """Past `, a nurse` of `According to Ada Brook, 54, a nurse, the road is closed`."""
    aged = subject.office_end > subject.office_first
    if not aged or tokens[subject.office_first].kind != NUMBER or not comma_at(tokens, comma):
        return comma
    near = range(comma + 1, min(len(tokens), comma + NEAR))
    end = next((at for at in near if tokens[at].text == ","), comma)
    beside = [token.low for token in tokens[comma + 1 : end]]
    office = not ROLE_HEADS.isdisjoint(beside) and beside[0] in ("a", "an", "the")
    office = office and low_at(tokens, end + 1) not in RELATIVE
    return end if office and VERBS.isdisjoint(beside) and _BE.isdisjoint(beside) else comma


def _with_participle(tokens: Sequence[Token], subject: Subject) -> Subject:
    """`records obtained by The Metropolitan`: up to the comma that ends the attribution."""
    end = subject.end
    if subject.office_end or end >= len(tokens):
        return subject
    if not _may_hang(tokens, end):
        return Subject(subject.first, _past_list(tokens, end))
    while end < len(tokens) and end - subject.end < NEAR and tokens[end].kind in (WORD, NUMBER):
        if is_time(tokens, end) and low_at(tokens, end + 1) == "by":
            end += 1  # a report published last week by the club
            continue
        if is_time(tokens, end) and tokens[end - 1].low in ("on", "last", "this"):
            return Subject(subject.first, _before_issued(tokens, end - 1, end + 1))
        before = _before_issued(tokens, end, end + 1)
        if is_time(tokens, end) and before < end:
            return Subject(subject.first, before)
        end += 1
    return Subject(subject.first, _past_list(tokens, end))


def _before_issued(tokens: Sequence[Token], end: int, past: int) -> int:
    """The end without `published`: `a report | published on Monday`; not `by the club`."""
    by = past < len(tokens) and tokens[past].low == "by"
    return end - (tokens[end - 1].low in _ISSUED and not by)


def _may_hang(tokens: Sequence[Token], at: int) -> bool:
    """May `obtained by …`, `by the club`, `with officials`, `and documents` hang on the source?"""
    low, plain = tokens[at].low, not tokens[at - 1].capital
    if low == "and":
        following = low_at(tokens, at + 1)
        return plain and following.endswith("s") and tokens[at - 1].low.endswith("s")
    return (plain and low in ("by", "with", "from")) or low.endswith("ed") or low in _DONE


def _past_list(tokens: Sequence[Token], comma: int) -> int:
    """Past `, lawmakers and advisers`, where a comma or the end follows."""
    for at in range(comma + 1, min(comma + NEAR, len(tokens))):
        if tokens[at].kind != WORD:
            listed = any(t.low == "and" for t in tokens[comma + 1 : at])
            plural = tokens[comma + 1].low.endswith("s") and tokens[at - 1].low.endswith("s")
            return at if listed and plural and comma_at(tokens, comma) else comma
        if tokens[at].low in VERBS or tokens[at].low in _BE:
            break
    return comma


def _with_name(tokens: Sequence[Token], subject: Subject) -> Subject:
    """`the UN refugee agency, UNHCR, …`: the name beside what is no name."""
    begin = subject.end + 1
    stop = begin + 1
    while stop < len(tokens) and tokens[stop].capital and stop < begin + 4:
        stop += 1
    beside = comma_at(tokens, begin - 1) and comma_at(tokens, stop) and tokens[begin].capital
    office = any(token.low in ROLE_HEADS for token in tokens[subject.first : subject.end])
    owned = low_at(tokens, subject.first + 1) == "'s"
    owned = owned or tokens[subject.first].low in DETERMINERS
    office = office and stop - begin > 1 and owned
    plain = office or not tokens[subject.end - 1].capital  # the mayor of Oslo, Ada Brook,
    if beside and tokens[subject.end - 1].low in BODY_WORDS and not office:
        # the agency, UNHCR; not the ministry, Oslo
        beside = any(t.low in BODY_WORDS or t.text.isupper() for t in tokens[begin:stop])
    return Subject(subject.first, subject.end, begin, stop) if beside and plain else subject


def _is_office_beside(tokens: Sequence[Token], subject: Subject) -> bool:
    """After `According to X,` stands the main clause, unless an office and a comma come first."""
    beside = tokens[subject.office_first : subject.office_end]
    office = any(t.low in ROLE_HEADS or t.low in BODY_WORDS for t in beside)
    office = office or (bool(beside) and beside[0].kind == NUMBER)
    if not office and beside and beside[0].low not in ("who", "whose", "which", "a", "an"):
        return False  # According to the aide, the agenda includes water, …
    named = tokens[subject.end - 1].capital
    lows = [token.low for token in beside]
    if not named and lows[:1] == ["the"] and not any(t.capital for t in beside):
        return False  # According to the minister, the choice rests with the group, which …
    if lows[:1] and lows[0] in _COUNTED:
        return False  # According to the club, some 900 lorries cross each day, most of them …
    held = (
        office
        and named
        and beside[0].low in ("a", "an")
        and any(t.low in ROLE_HEADS for t in beside[:5])
    )
    if beside and beside[0].low in PREPOSITIONS:
        return False  # According to investigators, in 2016 Brook and the owner, Ada Pell, lied
    if beside and (held or beside[0].low in RELATIVE or beside[0].low in ROLE_HEADS):
        return comma_at(tokens, subject.office_end)
    verbs = any(token.low in VERBS or token.low.endswith("ed") for token in beside[2:])
    return len(beside) <= NEAR and not verbs and comma_at(tokens, subject.office_end)


def comma_at(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].text == ","
