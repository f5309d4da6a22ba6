"""Where what is said ends: before a new cue, an aside, what the reporter adds."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import has_verb
from .cues import Cue
from .forms import form_of, is_verb
from .lexicon import (
    DETERMINERS,
    MODALS,
    PRONOUNS,
    ROLE_HEADS,
    SPANS,
    words,
)
from .mainclauses import sentence_subject
from .phrases import Subject, is_adverb, is_time
from .remarks import (
    ENDS_SOON,
    closes_later,
    follows_comma,
    is_added,
    is_aside,
    is_comment,
    is_happening,
    is_not_told,
    is_out_of_hand,
    is_remark,
    is_required,
)
from .subjects import subject_before, with_before
from .tenses import (
    PRESENT,
    is_narration,
    is_past,
    is_plain_past,
)
from .tokens import QUOTE, WORD, Token, low_at
from .verbgroups import Refused

_ASIDE = frozenset(["while", "as"])
_LISTED = ("describe", "uphold", "judge", "urge", "express", "state", "deny", "vow")
_ADVERBIAL = frozenset(["on", "in", "at", "during", "after", "before", "when"])
_REACTING = words("reacting")
SOON = 4  # tokens after "asked" in which its "to" comes
_ENDING = frozenset(["and", "but", "as", "after", "when", "while", "out"])
_CLAUSES = ("say", "state", "tell", "according")
_OF_THINGS = ("uphold", "express")
_OBJECTS = {"he": "him", "she": "her", "they": "them"}
_ASKED = frozenset(["whether", "if", "why", "how", "what"])
_GOING_ON = PRONOUNS | {"that"}


def content_end(
    tokens: Sequence[Token], begin: int, end: int, cues: Sequence[Cue], kind: str = "say"
) -> int:
    """Where what is said ends that begins at `begin`: before a new cue, an aside, a remark.

    `kind` is that of the cue before it: what somebody is called or blamed for ends sooner.
    """
    if tokens[0].low in _REACTING and (main := sentence_subject(tokens)) and begin < main.first:
        past = main.office_end or main.end  # Asked about those who said it was late, Brook rejected
        if is_past(low_at(tokens, past)) or any(cue.first == past for cue in cues):
            end = min(end, main.first - 1)
    breaks = {cue.first: cue for cue in cues if begin < cue.first < end}
    noun = begin + (begin < end and tokens[begin].low in DETERMINERS)  # their support for it
    for at in range(begin + 1, end):
        cue = breaks.get(at)
        if cue is None and _is_within(tokens, at):
            continue
        begun = kind in _CLAUSES and not has_verb(tokens, begin, at)
        apart = tokens[at].text == "," or follows_comma(tokens, at)
        if begun and apart and closes_later(tokens, at, end):
            continue  # said the corridor, which is new, would open
        if cue is not None:
            stop = _before_new_cue(tokens, cue, begin, kind)
            if stop is not None:
                return stop
        if kind in ENDS_SOON and is_out_of_hand(tokens, at, end):
            return at
        if kind in ENDS_SOON and _ends_naming(tokens, at, kind):
            return at
        if kind in ("urge", "vow") and tokens[at].low == "as" and is_happening(tokens, at, end):
            return at  # called for action as a summit came to a close
        if kind in ENDS_SOON and _is_aftermath(tokens, begin, at, end):
            return at
        thing = kind in ENDS_SOON or (kind in _OF_THINGS and not has_verb(tokens, noun, at))
        if kind in _OF_THINGS and thing and _is_clause_of_time(tokens, at, end):
            return at  # warned of a disaster as rains flooded the camps
        if follows_comma(tokens, at) and is_added(tokens, at, end, kind, thing):
            return at
        if tokens[at].low == "as" and follows_comma(tokens, at) and is_required(tokens, at, end):
            return at
        if tokens[at].low == "when" and low_at(tokens, at + 1, end) == "asked":
            return at
        joined = tokens[at].low in ("and", "but")
        if joined and is_not_told(tokens, at, end):
            return at
        if tokens[at].text == ";" and low_at(tokens, at + 1, end) not in _GOING_ON:
            return at
        quoted = at - begin > 2 and tokens[at - 1].kind == QUOTE
        parallel = quoted and tokens[at - 2].low == "had"  # had “signed it” and left
        if joined and (quoted or thing) and not parallel and _does_more(tokens, at, end, thing):
            return at
        # expressed grief over the deaths | and ordered an inquiry
        # ordered police to stop them | and banned drivers
        # denounced the interference | and left
        done = (kind in ("express", "judge") and thing) or (
            kind == "tell" and tokens[begin].low == "to"
        )
        if joined and done and is_past(low_at(tokens, at + 1, end)):
            return at
        if tokens[at].low in _ASIDE and follows_comma(tokens, at) and is_aside(tokens, at, end):
            return at
        if tokens[at].text in ("—", "–", "--", ",") and is_remark(tokens, at, end):
            return at
        if _quote_comma(tokens, at - 1) and is_comment(tokens, at, end):
            return at
        if joined and follows_comma(tokens, at) and is_narration(tokens, begin, at + 1, end):
            return at
    return end


def _is_within(tokens: Sequence[Token], at: int) -> bool:
    """Words on both sides, at which nothing ends."""
    within = tokens[at - 1].kind == WORD and tokens[at].kind == WORD
    return within and tokens[at].low not in _ENDING


def _is_aftermath(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    """`accused them of lying | after ministers left`; not `of breaking it hours after it began`"""
    if tokens[at].low != "after" or tokens[at - 1].low in SPANS:
        return False
    clause = any(token.low in ("that", "who") for token in tokens[begin:at])
    return not clause and is_plain_past(tokens, at + 1, end)


def _is_clause_of_time(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`as rains flooded the camps`, `after it was informed that …`"""
    if tokens[at].low not in ("as", "after", "while") or low_at(tokens, at + 2) == "as":
        return False  # as long as
    return is_plain_past(tokens, at + 1, end) or low_at(tokens, at + 2, end) in ("was", "were")


def _ends_naming(tokens: Sequence[Token], at: int, kind: str) -> bool:
    """`called it “a farce” | on Monday`; `blamed X; | others …`."""
    if tokens[at].text == ";":
        return True
    before, token = tokens[at - 1], tokens[at]
    if before.kind == QUOTE and kind == "judge":
        return token.low in ("even", "while", "when", "as", "after", "before")
    if kind != "describe" or before.kind != QUOTE:
        return False
    if tokens[at - 2].low == "as" and is_verb(tokens[at - 3].low):
        return False  # described as “a joke” the calls for a vote
    doing = token.low.endswith("ing") and before.quote is not None and before.quote.ends == ","
    return doing or token.low in _ADVERBIAL or token.low in DETERMINERS or is_time(tokens, at)


def _does_more(tokens: Sequence[Token], at: int, end: int, thing: bool) -> bool:
    """`called it “a farce” and left`, `praised him and then left`"""
    following = low_at(tokens, at + 1, end)
    past = is_past(following)
    if thing and tokens[at].low == "but" and (past or following in PRESENT):
        return True  # condemned the attack but gave no figures
    if thing and following in PRESENT:
        return True  # promised to save the mines, and has spent much
    then = following == "then" and thing and is_past(low_at(tokens, at + 2, end))
    return then or (past and tokens[at - 1].kind == QUOTE)


def _before_new_cue(tokens: Sequence[Token], cue: Cue, begin: int, kind: str) -> int | None:
    """Where the words before a further cue end, if it begins a further saying; else None."""
    at = cue.first
    if cue.kind == "according":
        return at if follows_comma(tokens, at) else None
    if low_at(tokens, cue.end) == "by" and tokens[at - 1].low == "and":
        return None  # open and welcomed by all
    quoted = _quote_comma(tokens, at - 1) and not _is_noun(tokens, cue)
    if quoted or (cue.participle and tokens[at - 1].text == ","):
        return at
    if cue.participle and tokens[at - 1].low == "while":
        return at - 1
    if cue.participle and (joint := with_before(tokens, at)) is not None and joint > begin:
        return joint  # …, with a spokesman saying
    apart = tokens[at - 1].low in ("before", "after") and follows_comma(tokens, at - 1)
    if cue.participle and apart:
        return at - 1  # …, before conceding that
    while at > begin and (
        is_adverb(tokens[at - 1]) or tokens[at - 1].low in ("has", "had", "have")
    ):
        at -= 1
    listed = cue.kind == "deny" and tokens[at - 1].text == ","
    if listed and any(token.low == "been" for token in tokens[begin:at]):
        return None  # had been held in cells, denied medicine and beaten
    told = not cue.participle and cue.kind != "describe"
    if tokens[at].low == "then" and told and follows_comma(tokens, at):
        return at  # he would sign it, then added that …
    if tokens[at - 1].low in ("and", "but") and at - 1 > begin:
        if _is_told_within(tokens, cue, begin) or _is_infinitive(tokens, cue, begin):
            return None
        if cue.participle or cue.kind not in ("judge", "describe", "think", "noun", "ask"):
            return at - 1
        if cue.kind == "ask" and _is_in_list(tokens, begin, at - 1):
            return None
        asks = cue.kind == "ask" and (
            low_at(tokens, cue.end) in _ASKED
            or low_at(tokens, cue.end) == "that"
            or any(token.low == "to" for token in tokens[cue.end : cue.end + SOON])
        )
        return at - 1 if cue.kind in ("judge", "describe") or asks else None
    try:
        subject = subject_before(tokens, cue.first, begin, cue.participle)
    except Refused:
        return None
    plain = tokens[at - 1].text == "," and tokens[at].low not in ("had", "has", "have")
    if subject is None and plain and _is_listed(tokens, cue):
        return at
    if subject is None or subject.first <= begin + 1:
        return None
    inserted = tokens[subject.first - 1].text == "," and cue.kind != "think"
    if inserted and cue.end < len(tokens) and tokens[subject.first - 2].low in ("who", "which"):
        return subject.first - 2  # thanked doctors who, she said, …
    opened = tokens[0].low.endswith("ing") or tokens[0].low == "asked"
    opened = opened and tokens[subject.first - 1].text == ","
    thing = kind in _OF_THINGS or kind in ENDS_SOON
    thing = thing and tokens[subject.first - 1].text == ","
    if (opened or (thing and not has_verb(tokens, begin, subject.first))) and cue.kind in (
        "say",
        "state",
        "tell",
    ):
        return subject.first - 1  # Answering reports that it was over, Brook said …
    return _before_joined_clause(tokens, subject, begin)


def _is_in_list(tokens: Sequence[Token], begin: int, joint: int) -> bool:
    """`they boarded two boats, took the catch and asked …`: the last of what they did."""
    did = (tokens[i + 1].low for i in range(begin, joint - 1) if tokens[i].text == ",")
    return any(is_past(low) for low in did)


def _is_noun(tokens: Sequence[Token], cue: Cue) -> bool:
    """`the “no work, no pay” rule`, `a “firm” answer`"""
    form = form_of(tokens[cue.first].low)
    return form is not None and form.base and form.weak


def _is_told_within(tokens: Sequence[Token], cue: Cue, begin: int) -> bool:
    """`recounted that he had walked in and said, "…"`: who walked in said it."""
    if cue.kind in ("ask", "tell") and _OBJECTS.get(tokens[0].low) == low_at(tokens, cue.end):
        return True  # She said police came and asked her to leave
    present = any(token.low in ("is", "are") for token in tokens[begin : begin + SOON])
    if present and cue.kind in ENDS_SOON and tokens[cue.first].low.endswith("s"):
        return tokens[cue.first - 1].low == "and"  # China is ready, and encourages firms to go
    doing = (t for t in range(begin + 1, cue.first) if tokens[t].low.endswith("ing"))
    if cue.participle and any(_is_continued(tokens, at) for at in doing):
        return True  # who were buying on credit and wondering if …
    held = low_at(tokens, begin) == "the" and low_at(tokens, begin + 1) in ROLE_HEADS
    if cue.kind == "vow" and held and low_at(tokens, begin + 2) == "had":
        return True  # the envoy had left and promised to write
    was = any(token.low in ("was", "were") for token in tokens[begin : begin + SOON])
    if was and cue.kind == "tell" and low_at(tokens, cue.end) == "that":
        return True  # said she was called in and warned that
    has = tokens[cue.first - 1].low
    if has in ("has", "have") and any(t.low == has for t in tokens[begin : cue.first - 1]):
        return True  # said Oslo has sent a team and has asked for help
    if tokens[cue.first - 1].low == "had" and tokens[cue.first - 2].low == "and":
        return True  # had met them and had warned that
    had = any(token.low == "had" for token in tokens[begin : cue.first])
    at = cue.end
    if not had or at + 1 >= len(tokens):
        return False
    him = cue.kind == "tell" and tokens[at].low in ("him", "her", "them")
    return him or (tokens[at].text == "," and tokens[at + 1].kind == QUOTE)


def _is_continued(tokens: Sequence[Token], at: int) -> bool:
    """`were already buying`, `of setting`"""
    return any(token.low in ("was", "were", "are", "is", "of") for token in tokens[at - 2 : at])


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
    joint, comma = tokens[at].low, follows_comma(tokens, at)
    if joint in ("and", "but", "yet", "while") and at - 1 > begin:
        return at if comma or tokens[subject.first].low in PRONOUNS else None
    if joint == "which" and tokens[at - 1].low == "to" and follows_comma(tokens, at - 1):
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
