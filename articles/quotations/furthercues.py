"""Where what is said ends before a further cue: `said he would go | and urged them to stay`."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import has_verb
from .cues import Cue
from .forms import form_of
from .lexicon import BODY_WORDS, MODALS, PREPOSITIONS, PRONOUNS, ROLE_HEADS, polities
from .phrases import Subject, is_adverb, is_time
from .remarks import ENDS_SOON, follows_comma
from .subjects import subject_before, with_before
from .tenses import is_past
from .tokens import QUOTE, Token, low_at
from .verbgroups import Refused, past_adverbs

_LISTED = ("describe", "uphold", "judge", "urge", "express", "state", "deny", "vow")
FAR = 8  # tokens of "with a spokeswoman of the ministry saying"
SOON = 4  # tokens after "asked" in which its "to" comes
_OBJECTS = {"he": "him", "she": "her", "they": "them"}
_ASKED = frozenset(["whether", "if", "why", "how", "what", "where", "when", "who"])
OF_THINGS = ("uphold", "express")
_NOT_INNER = frozenset(["of", "had"])  # the silence of the council; Oslo had urged
_OF_BODIES = ("uphold", "judge", "urge", "express", "deny")


def before_new_cue(tokens: Sequence[Token], cue: Cue, begin: int, kind: str) -> int | None:
    """Where the words before a further cue end, if it begins a further saying; else None."""
    at = cue.first
    if cue.kind == "according":
        return at if follows_comma(tokens, at) else None
    if low_at(tokens, cue.end) == "by" and tokens[at - 1].low == "and":
        return None  # open and welcomed by all
    quoted = quote_comma(tokens, at - 1) and not _is_noun(tokens, cue)
    if cue.participle and (joint := with_before(tokens, at)) is not None and joint > begin:
        return joint  # …, with a spokesman saying
    if quoted or (cue.participle and tokens[at - 1].text == ","):
        return at
    held = cue.participle and cue.kind == "say" and kind == "judge"
    led = any(token.low == "with" for token in tokens[max(begin, at - FAR) : at])
    if held and tokens[at - 1].low not in PREPOSITIONS and not led:
        return at  # defended the move saying it would help
    if cue.participle and tokens[at - 1].low == "while":
        return at - 1
    apart = tokens[at - 1].low in ("before", "after") and follows_comma(tokens, at - 1)
    if cue.participle and apart:
        return at - 1  # …, before conceding that
    at = past_adverbs(tokens, at - 1, begin - 1) + 1
    listed = cue.kind == "deny" and tokens[at - 1].text == ","
    if listed and any(token.low == "been" for token in tokens[begin:at]):
        return None  # had been held in cells, denied medicine and beaten
    told = not cue.participle and cue.kind != "describe"
    if tokens[at].low == "then" and told and follows_comma(tokens, at):
        return at  # he would sign it, then added that …
    if tokens[at - 1].low in ("and", "but") and at - 1 > begin:
        if _is_told_within(tokens, cue, begin, kind) or _is_infinitive(tokens, cue, begin):
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
    return _before_new_subject(tokens, cue, begin, at, kind)


def _before_new_subject(
    tokens: Sequence[Token], cue: Cue, begin: int, at: int, kind: str
) -> int | None:
    """`would go, | and Oslo said …`: the cue, which begins at `at` with its adverbs, has whoever
    says it before it.
    """
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
    thing = kind in OF_THINGS or kind in ENDS_SOON
    thing = thing and tokens[subject.first - 1].text == ","
    if (opened or (thing and not has_verb(tokens, begin, subject.first))) and cue.kind in (
        "say",
        "state",
        "tell",
    ):
        return subject.first - 1  # Answering reports that it was over, Brook said …
    told = cue.kind in ("say", "state", "uphold", "tell")
    return _before_joined_clause(tokens, subject, begin, told)


def _is_in_list(tokens: Sequence[Token], begin: int, joint: int) -> bool:
    """`they boarded two boats, took the catch and asked …`: the last of what they did."""
    did = (tokens[i + 1].low for i in range(begin, joint - 1) if tokens[i].text == ",")
    return any(is_past(low) for low in did)


def _is_noun(tokens: Sequence[Token], cue: Cue) -> bool:
    """`the “no work, no pay” rule`, `a “firm” answer`"""
    form = form_of(tokens[cue.first].low)
    return form is not None and form.base and form.weak


def _is_told_within(tokens: Sequence[Token], cue: Cue, begin: int, kind: str) -> bool:
    """`recounted that he had walked in and said, "…"`: who walked in said it."""
    if cue.kind in ("ask", "tell") and _OBJECTS.get(tokens[0].low) == low_at(tokens, cue.end):
        return True  # She said police came and asked her to leave
    present = any(token.low in ("is", "are") for token in tokens[begin : begin + SOON])
    if present and cue.kind == "urge" and tokens[cue.first].low.endswith("s"):
        return tokens[cue.first - 1].low == "and"  # China is ready, and encourages firms to go
    doing = (t for t in range(begin + 1, cue.first) if tokens[t].low.endswith("ing"))
    quoted = tokens[cue.first - 2].kind == QUOTE
    told = kind == "judge" and low_at(tokens, cue.end) == "that"  # accused it of lying, and warned
    if cue.participle and not (quoted or told) and any(_is_continued(tokens, at) for at in doing):
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


def _before_joined_clause(
    tokens: Sequence[Token], subject: Subject, begin: int, told: bool
) -> int | None:
    """`…, and last month she said`: where the words before end; None if it is no new clause."""
    at = subject.first - 1
    while at > begin and at > subject.first - 5 and _is_when(tokens, at):
        at -= 1
    joint, comma = tokens[at].low, follows_comma(tokens, at)
    comma = comma or tokens[at - 1].text in "–—"
    if joint in ("though", "although", "whereas") and comma and at - 1 > begin and told:
        return at  # he closed early, though police said
    if joint in ("and", "but", "yet", "while") and at - 1 > begin:
        return at if comma or told or tokens[subject.first].low in PRONOUNS else None
    if joint == "after" and comma and at - 1 > begin and told:
        return at  # …, after Brook said that
    if joint == "as" and tokens[subject.first].low in PRONOUNS and at - 1 > begin and told:
        return at  # said it was at war as it announced that …
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


def quote_comma(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].kind == QUOTE


def without_inner(tokens: Sequence[Token], cues: list[Cue], begin: int, end: int) -> list[Cue]:
    """The cues without those of a body inside what is said in tokens[begin:end]: after `the Cabinet
    welcomed` of `the minister said the Cabinet welcomed the deal, voicing hope`.
    """
    first = next((cue for cue in cues if begin < cue.first < end), None)
    if first is None or first.kind not in _OF_BODIES or first.participle:
        return cues
    try:
        subject = subject_before(tokens, first.first, begin, False)
    except Refused:
        return cues
    if subject is None or subject.first - begin > 1:
        return cues
    lows = [token.low for token in tokens[subject.first : first.first]]
    body = not BODY_WORDS.isdisjoint(lows) or " ".join(lows) in polities()
    if not body or not _NOT_INNER.isdisjoint(lows):
        return cues
    return [c for c in cues if c.first <= first.first or tokens[c.first].low == "adding"]
