"""Where what is said ends: before a new cue, an aside, what the reporter adds."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import has_verb
from .cues import Cue
from .forms import form_of, is_verb
from .lexicon import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    words,
)
from .phrases import Subject, is_adverb, is_time
from .subjects import subject_before
from .tenses import (
    PARTS,
    PAST,
    PRESENT,
    is_backshifted,
    is_narration,
    is_plain_past,
    is_unshifted,
    past_relative,
)
from .tokens import QUOTE, Token
from .verbgroups import Refused

_SOFT_AS = words("soft_as")
_COMMENTS = words("comments")
_RANKED = frozenset(["first", "second", "third", "latest", "last", "most"])
_CHECKED = frozenset(["confirmed", "verified", "corroborated"])
_ASIDE = frozenset(["while", "as"])
_ADDING, _NARRATING = words("adding"), words("narrating")
_SHORT = ("describe", "judge", "urge", "vow", "deny")
_LISTED = ("describe", "uphold", "judge", "urge", "express", "state", "deny", "vow")
_ADVERBIAL = frozenset(["on", "in", "at", "during", "after", "before", "when"])
_DECLINING = frozenset(
    ["would", "did", "could", "declined", "refused", "offered", "gave", "provided"]
)
_OPENING_REMARKS = frozenset(["despite", "contrary", "amid", "without", "apparently"])
SOON = 4  # tokens after "asked" in which its "to" comes
_ASKED = frozenset(["whether", "if", "why", "how", "what"])
_TELLING = words("telling")
_GOING_ON = PRONOUNS | {"that"}
_REMARKING = words("remarking")


def content_end(
    tokens: Sequence[Token], begin: int, end: int, cues: Sequence[Cue], kind: str = "say"
) -> int:
    """Where what is said ends that begins at `begin`: before a new cue, an aside, a remark.

    `kind` is that of the cue before it: what somebody is called or blamed for ends sooner.
    """
    breaks = {cue.first: cue for cue in cues if begin < cue.first < end}
    for at in range(begin + 1, end):
        if kind in _SHORT and _ends_naming(tokens, at, kind):
            return at
        if _follows_comma(tokens, at) and _is_added(tokens, at, end, kind):
            return at
        joined = tokens[at].low in ("and", "but")
        if joined and _is_not_told(tokens, at, end):
            return at
        if tokens[at].text == ";" and _next_low(tokens, at, end) not in _GOING_ON:
            return at
        quoted = at - begin > 2 and tokens[at - 1].kind == QUOTE
        if joined and (quoted or kind in _SHORT) and _does_more(tokens, at, end, kind):
            return at
        cue = breaks.get(at)
        if cue is not None:
            stop = _before_new_cue(tokens, cue, begin)
            if stop is not None:
                return stop
        if tokens[at].low in _ASIDE and _follows_comma(tokens, at) and _is_aside(tokens, at, end):
            return at
        if tokens[at].text in ("—", "–", "--", ",") and _is_remark(tokens, at, end):
            return at
        if _quote_comma(tokens, at - 1) and _is_comment(tokens, at, end):
            return at
        if joined and _follows_comma(tokens, at) and is_narration(tokens, begin, at + 1, end):
            return at
    return end


def _next_low(tokens: Sequence[Token], at: int, end: int) -> str:
    return tokens[at + 1].low if at + 1 < end else ""


def _closes_aside(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is there a comma after what a comma opened?"""
    return any(token.text == "," for token in tokens[at + 1 : end])


def _is_not_told(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`but declined to …`, `but did not say when`, `but asked not to be named`"""
    if tokens[at].low == "but" and _is_doubted(tokens, at, end):
        return True
    at += _next_low(tokens, at, end) in PRONOUNS  # but he did not say when
    following, third = _next_low(tokens, at, end), _third(tokens, at, end)
    if following in _NARRATING or (following == "asked" and third == "not"):
        return True
    verb = tokens[at + 3].low if at + 3 < end else ""
    return following in ("did", "would", "could") and third == "not" and verb in _TELLING


def _is_unconfirmed(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`though he did not say when`, `though the figure could not be confirmed`"""
    return _is_doubted(tokens, at, end) or _third(tokens, at, end) in _DECLINING


def _is_doubted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`but the claim could not be independently verified`"""
    near = {token.low for token in tokens[at + 1 : min(end, at + 12)]}
    return bool(near & _CHECKED) and "not" in near


def _third(tokens: Sequence[Token], at: int, end: int) -> str:
    return tokens[at + 2].low if at + 2 < end else ""


def _ends_naming(tokens: Sequence[Token], at: int, kind: str) -> bool:
    """`called it “a farce” | on Monday`; `blamed X; | others …`."""
    if tokens[at].text == ";":
        return True
    before, token = tokens[at - 1], tokens[at]
    if before.kind == QUOTE and kind == "judge":
        return token.low in ("even", "while", "when", "as", "after", "before")
    if kind != "describe" or before.kind != QUOTE:
        return False
    return token.low in _ADVERBIAL or token.low in DETERMINERS or is_time(tokens, at)


def _is_added(tokens: Sequence[Token], at: int, end: int, kind: str) -> bool:
    """What begins after a comma is the reporter's: `citing …`, `a day after …`, `who is …`."""
    low, following = tokens[at].low, _next_low(tokens, at, end)
    if low in _ADDING or low in _OPENING_REMARKS:
        return True
    if low == "in" and any(token.low in _REMARKING for token in tokens[at + 1 : min(end, at + 5)]):
        return True
    if (low == "ahead" and following == "of") or (low == "only" and following == "to"):
        return True
    if kind in _SHORT and low == "to" and following == "be":
        return True
    if kind == "describe" and (low in VERBS or is_verb(low)):
        return True  # who has called it a farce, met them
    if kind in _SHORT and low in AUXILIARIES:
        return True  # who has condemned it, was there
    if kind in _SHORT and low in ("a", "an") and not _closes_aside(tokens, at, end):
        return True
    if low == "which" and tokens[at - 1].kind == QUOTE:  # "…," which reached …
        return True
    if low in PARTS and following == "of" and _third(tokens, at, end) == "them":
        return True
    if (relative := past_relative(tokens, at, end)) is not None:
        return is_unshifted(tokens, at, relative, end) or (
            kind in _SHORT and not _is_named_after(tokens, at, end)
        )
    if low == "even" and following in ("as", "while"):
        return True
    if low in ("though", "although") and _is_unconfirmed(tokens, at, end):
        return True
    if low in ("though", "although", "even"):
        return is_plain_past(tokens, at + 1, end)
    if low in ("who", "whose"):
        present = following in PRESENT and is_backshifted(tokens, max(0, at - 30), at)
        return present or (kind in _SHORT and not _is_named_after(tokens, at, end))
    return is_moment(tokens, at, end)


def _does_more(tokens: Sequence[Token], at: int, end: int, kind: str) -> bool:
    """`called it “a farce” and left`, `praised him and then left`"""
    following = _next_low(tokens, at, end)
    past = following in PAST or (following.endswith("ed") and len(following) > 4)
    return (following == "then" and kind in _SHORT) or (past and tokens[at - 1].kind == QUOTE)


def _is_named_after(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`denounced the plan, which …, as “cruel”`, `called it, after …, “a farce”`"""
    commas = (i for i in range(at + 1, end) if tokens[i - 1].text == ",")
    return any(tokens[i].low in ("as", "of", "for") or tokens[i].kind == QUOTE for i in commas)


def is_moment(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`a day after …`, `just hours before …`, `two weeks ahead of …`"""
    for index in range(at, min(end, at + 4)):
        if tokens[index].low in ("after", "before", "ahead"):
            return index > at and is_time(tokens, index - 1)
        if tokens[index].low in ("hours", "minutes", "moments", "days", "day"):
            following = _next_low(tokens, index, end)
            return following in ("after", "before", "ahead", "earlier")
    return False


def _follows_comma(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    return before.text == "," or (before.quote is not None and before.quote.ends == ",")


def _is_aside(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, as tensions rose`, `, while Tehran denied it`: the reporter speaks again."""
    if at + 1 >= end or tokens[at + 1].low in _SOFT_AS:
        return False
    if (
        tokens[at].low == "while"
        and tokens[at + 1].capital
        and _next_low(tokens, at + 1, end) == ","
    ):
        return True  # while Lin, according to …
    rest = range(at + 1, min(end, at + 25))
    future = any(tokens[i].low in ("will", "would", "must", "should", "can") for i in rest)
    long = tokens[at].low == "as" and end - at > 6 and tokens[at + 1].low not in PREPOSITIONS
    return not future and (long or has_verb(tokens, at + 1, end))


def _is_remark(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, a move that …`, or a single dash before `a claim that …`: what the reporter adds."""
    if at + 2 >= end:
        return False
    if tokens[at + 1].low in ("the", "its", "their", "his", "her"):
        ranked = tokens[at + 2].low in _RANKED or tokens[at + 2].low.endswith("est")
        return ranked and not tokens[at - 1].capital and not _closes_aside(tokens, at + 1, end)
    if tokens[at + 1].low not in ("a", "an", "something", "one"):
        return False
    if tokens[at].text == ",":
        return _is_comment(tokens, at + 1, end)
    return not any(tokens[i].text == tokens[at].text for i in range(at + 1, end))


def _is_comment(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`a claim that …`, `something that …`"""
    if tokens[at].low == "something":
        return True
    near = range(at + 1, min(end, at + 4))
    return tokens[at].low in ("a", "an") and any(tokens[i].low in _COMMENTS for i in near)


def _before_new_cue(tokens: Sequence[Token], cue: Cue, begin: int) -> int | None:
    """Where the words before a further cue end, if it begins a further saying; else None."""
    at = cue.first
    if cue.kind == "according":
        return at if _follows_comma(tokens, at) else None
    if (cue.participle and tokens[at - 1].text in (",",)) or _quote_comma(tokens, at - 1):
        return at
    if cue.participle and tokens[at - 1].low == "while":
        return at - 1
    while at > begin and (
        is_adverb(tokens[at - 1]) or tokens[at - 1].low in ("has", "had", "have")
    ):
        at -= 1
    if tokens[at].low == "then" and not cue.participle and _follows_comma(tokens, at):
        return at  # he would sign it, then added that …
    if tokens[at - 1].low in ("and", "but") and at - 1 > begin:
        if _is_told_within(tokens, cue, begin) or _is_infinitive(tokens, cue, begin):
            return None
        if cue.participle or cue.kind not in ("judge", "describe", "think", "noun", "ask"):
            return at - 1
        asks = cue.kind == "ask" and (
            _next_low(tokens, cue.end - 1, len(tokens)) in _ASKED
            or any(token.low == "to" for token in tokens[cue.end : cue.end + SOON])
        )
        return at - 1 if cue.kind in ("judge", "describe") or asks else None
    try:
        subject = subject_before(tokens, cue.first, begin, cue.participle)
    except Refused:
        return None
    if subject is None and tokens[at - 1].text == "," and _is_listed(tokens, cue):
        return at
    if subject is None or subject.first <= begin + 1:
        return None
    return _before_joined_clause(tokens, subject, begin)


def _is_told_within(tokens: Sequence[Token], cue: Cue, begin: int) -> bool:
    """`recounted that he had walked in and said, "…"`: who walked in said it."""
    had = any(token.low == "had" for token in tokens[begin : cue.first])
    at = cue.end
    if not had or at + 1 >= len(tokens):
        return False
    him = cue.kind == "tell" and tokens[at].low in ("him", "her", "them")
    return him or (tokens[at].text == "," and tokens[at + 1].kind == QUOTE)


def _is_infinitive(tokens: Sequence[Token], cue: Cue, begin: int) -> bool:
    """`said he should return and explain why`: what he should do, and no further saying."""
    form = form_of(tokens[cue.first].low)
    led = any(token.low in MODALS or token.low == "to" for token in tokens[begin : cue.first])
    return form is not None and form.base and led and tokens[cue.first - 1].low in ("and", "or")


def _is_listed(tokens: Sequence[Token], cue: Cue) -> bool:
    """`condemned …, stressed …, and reiterated …`: one more verb of the same subject."""
    finite = (not cue.weak or cue.kind == "describe") and not cue.participle
    return finite and tokens[cue.first].low.endswith(("ed", "s")) and cue.kind in _LISTED


def _before_joined_clause(tokens: Sequence[Token], subject: Subject, begin: int) -> int | None:
    """`…, and last month she said`: where the words before end; None if it is no new clause."""
    at = subject.first - 1
    while at > begin and at > subject.first - 5 and _is_when(tokens, at):
        at -= 1
    joint, comma = tokens[at].low, _follows_comma(tokens, at)
    if joint in ("and", "but", "while") and at - 1 > begin:
        return at if comma or tokens[subject.first].low in PRONOUNS else None
    if joint == "which" and tokens[at - 1].low == "to" and _follows_comma(tokens, at - 1):
        return at - 1  # …, to which he replied …
    if joint in ("whom", "which") and comma:  # …, whom he called …
        return at
    return subject.first if joint in (";", "—") else None


def _is_when(tokens: Sequence[Token], at: int) -> bool:
    return (
        is_time(tokens, at)
        or is_adverb(tokens[at])
        or tokens[at].low in ("last", "this", "next", "on", "in", "earlier")
    )


def _quote_comma(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].kind == QUOTE
