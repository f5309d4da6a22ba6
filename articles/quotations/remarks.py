"""What the reporter adds to what is said: asides, comments, doubts, when and after what it was."""

from __future__ import annotations

from collections.abc import Sequence

from .clauses import has_verb
from .doubts import is_unconfirmed
from .forms import is_verb
from .hangers import FINITE
from .lexicon import AUXILIARIES, PREPOSITIONS, PRONOUNS, ROLE_HEADS, SPEECHES, VERBS, words
from .phrases import is_time
from .tenses import (
    PARTS,
    PAST,
    PRESENT,
    is_backshifted,
    is_past,
    is_plain_past,
    is_unshifted,
    past_relative,
)
from .tokens import NUMBER, QUOTE, WORD, Token, low_at

_ADDING = words("adding")
_ADDING_TO_THINGS = frozenset(["leaving", "breaking", "earning", "setting"])
_BEFOREHAND = frozenset(["earlier", "previously", "recently"])
_COMMENTS = words("comments")
_DEFINITE = frozenset(["the", "its", "their", "his", "her"])
_OPENING_REMARKS = frozenset(["despite", "contrary", "amid", "without", "apparently"])
_REQUIRED = frozenset(
    ["requires", "require", "required", "dictates", "demands", "allows", "expected"]
)
_ONE_MORE = frozenset(["on", "for", "of", "to"])
LONGEST_ASIDE = 25  # tokens between the commas of "the railway, a line that …, would"
LONGEST_CLAUSE = 14  # tokens up to the verb of "while the route through the canal takes 40 days"
_PASTS = frozenset(["was", "does"])
_RANKED = frozenset(["first", "second", "third", "latest", "last", "most"])
_RANKED |= {"fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
_GROUNDS = words("grounds")
_REMARKING = words("remarking")
ENDS_SOON = ("describe", "judge", "urge", "vow", "deny")  # kinds: what is called or asked for
_SOFT_AS = words("soft_as")
_ABOUT_THINGS = ("judge", "deny", "express")
_PEOPLE = frozenset(["him", "her", "it", "them", "people"])
_SILENT = frozenset(
    ["giving", "naming", "elaborating", "mentioning", "specifying", "providing", "identifying"]
)


def is_added(tokens: Sequence[Token], at: int, end: int, kind: str, thing: bool) -> bool:
    """What begins after a comma is the reporter's: `citing …`, `a day after …`, `who is …`.

    `thing`: what is said so far is no clause, which may have such clauses of its own.
    """
    low, following = tokens[at].low, low_at(tokens, at + 1, end)
    if _is_known_as(tokens, at, end):
        return True
    if low in _ADDING or (thing and _adds_to_thing(tokens, at, end)):
        return True
    if low in _OPENING_REMARKS and (thing or low != "despite" or following.endswith("ing")):
        return True
    if low == "in" and any(token.low in _REMARKING for token in tokens[at + 1 : min(end, at + 5)]):
        return True
    if following == "to" and low in ("only", "declining", "refusing"):
        return True
    if low == "ahead" and following == "of":
        return True
    if kind == "describe" and (low in VERBS or is_verb(low)):
        return True  # who has called it a farce, met them
    if kind in ENDS_SOON and low in AUXILIARIES:
        return True  # who has condemned it, was there
    if low == "which" and tokens[at - 1].kind == QUOTE:  # "…," which reached …
        return True
    if _is_dated_participle(tokens, at, end) or _is_work_for_which(tokens, at, end):
        return True
    if (relative := past_relative(tokens, at, end)) is not None:
        if (thing or low == "which") and _goes_on_after(tokens, at, end):
            return False  # stressed that the pact, which takes effect today, will open doors
        if following in _BEFOREHAND:
            return True  # which earlier signalled that …
        if _is_of_name(tokens, at, relative, end):
            return True
        named = thing and _is_named_after(tokens, at, end)
        return not named and (thing or is_unshifted(tokens, at, relative, end))
    if low == "even" and following in ("as", "while"):
        return True
    other = following not in PRONOUNS  # not when he was young
    if low == "when" and other and is_backshifted(tokens, max(0, at - 30), at):
        return not _closes_aside(tokens, at, end) and not _has_shifted(tokens, at, end)
    if low in ("though", "although") and is_unconfirmed(tokens, at, end):
        return True
    if low in ("though", "although") or (low == "even" and following != "if"):
        return is_plain_past(tokens, at + 1, end)
    if low in ("who", "whose"):
        return _is_known_of(tokens, at, end, thing)
    return is_moment(tokens, at, end)


def _adds_to_thing(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`condemned the arrests, | as have others`, `…, to be held in Oslo`, `…, a party of two`"""
    low, following = tokens[at].low, low_at(tokens, at + 1, end)
    if low == "as" and following in ("has", "have", "had", "did"):
        return True
    if low == "the" and "which" in {t.low for t in tokens[at + 1 : at + 5]}:
        return True  # until 2038, the year in which …
    parts = low in PARTS and following == "of" and low_at(tokens, at + 2, end) == "them"
    last = parts or low in ("a", "an") or (low == "to" and following == "be")
    return low in _ADDING_TO_THINGS or (last and not _closes_aside(tokens, at, end))


def _is_known_of(tokens: Sequence[Token], at: int, end: int, thing: bool) -> bool:
    """`said he had met Brook, | who is ill`: what the reporter knows of somebody."""
    if _goes_on_after(tokens, at, end):
        return False  # urged the bloc, whose seat is in Oslo, to speak out
    following = low_at(tokens, at + 1, end)
    present = following in PRESENT or (following.endswith("s") and following not in _PASTS)
    present = present and is_backshifted(tokens, max(0, at - 30), at)
    present = present or (is_verb(following) and following.endswith("s"))  # who denies it
    return present or (thing and not _is_named_after(tokens, at, end))


def _is_of_name(tokens: Sequence[Token], at: int, verb: int, end: int) -> bool:
    """`in Greece, | whose neighbours have closed the road`: what the reporter knows of a place."""
    named = tokens[at - 2].capital and not _goes_on_after(tokens, at, end)
    near = range(verb, min(end, verb + 6))
    finite = next((tokens[i].low for i in near if tokens[i].low in AUXILIARIES), "")
    return named and finite in PRESENT and not _has_shifted(tokens, at, end)


def _has_shifted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`when it had ended`, `when it would end`: is the clause reported, too?"""
    return any(token.low in ("had", "would", "could", "might") for token in tokens[at:end])


def _is_dated_participle(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, signed in July 2022 in Oslo`"""
    past = tokens[at].low.endswith("ed") and len(tokens[at].low) > 4
    near = range(at + 2, min(end, at + 4))
    dated = any(is_time(tokens, i) or tokens[i].kind == NUMBER for i in near)
    return (
        past
        and dated
        and low_at(tokens, at + 1, end) in ("in", "on")
        and not _closes_aside(tokens, at, end)
    )


def _is_work_for_which(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, work for which they relied on others`, `, details of which are unknown`"""
    plain = tokens[at].kind == WORD and not tokens[at].capital
    following, third = low_at(tokens, at + 1, end), low_at(tokens, at + 2, end)
    return plain and following in PREPOSITIONS and third == "which" and tokens[at].low not in PARTS


def _is_known_as(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`the shoal, locally known as Panatag`"""
    near = [token.low for token in tokens[at : min(end, at + 4)]]
    return "known" in near and "as" in near


def is_ranked(tokens: Sequence[Token], at: int) -> bool:
    """`the latest`, `its first`"""
    owned = tokens[at].low in _DEFINITE
    following = low_at(tokens, at + 1)
    return owned and (following in _RANKED or following.endswith("est"))


def closes_later(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Does an auxiliary follow a comma after `at`, as in `…, which is new, | would open`?"""
    if tokens[at].low in _ADDING:
        return False
    for index in range(at + 1, min(end - 1, at + LONGEST_ASIDE)):
        if tokens[index].text == "," and tokens[index + 1].low in AUXILIARIES:
            return tokens[index + 1].low != "'s"
    return False


def _is_inserted(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Does a quotation follow the comma that closes what opens at `at`?"""
    comma = next((i for i in range(at + 1, end - 1) if tokens[i].text == ","), end)
    return comma < end and tokens[comma + 1].kind == QUOTE


def _goes_on_after(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Does a verb, or "to", follow the comma that closes what opens at `at`?"""
    comma = next((i for i in range(at + 1, end - 1) if tokens[i].text == ","), end)
    low, third = low_at(tokens, comma + 1, end), low_at(tokens, comma + 2, end)
    if low == "to":
        return True
    joined = low == "and" and (third in _ONE_MORE or third in ("had", "has", "have"))
    return (low in AUXILIARIES and low != "'s") or joined


def _is_named_after(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`denounced the plan, which …, as “cruel”`, `called it, after …, “a farce”`"""
    commas = (i for i in range(at + 1, end) if tokens[i - 1].text == ",")
    return any(tokens[i].low in ("as", "of", "for") or tokens[i].kind == QUOTE for i in commas)


def is_out_of_hand(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`rejected the idea | out of hand`"""
    return [token.low for token in tokens[at : min(end, at + 3)]] == ["out", "of", "hand"]


def is_required(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, as the law requires`, `, as tradition dictates`: nothing else follows."""
    rest = [token for token in tokens[at + 1 : end] if token.kind == WORD]
    return 1 < len(rest) < 6 and rest[-1].low in _REQUIRED


def is_scene(tokens: Sequence[Token], at: int, end: int, kind: str) -> bool:
    """`in a move that …`, `without naming names`; after what is judged `in a letter to …`, too."""
    following, third = low_at(tokens, at + 1, end), low_at(tokens, at + 2, end)
    if tokens[at].low == "without":
        return kind not in ENDS_SOON and following in _SILENT and third not in _PEOPLE
    if tokens[at].low == "in" and following == "what":
        return kind in ENDS_SOON and third in PRONOUNS  # in what he called a farce
    if tokens[at].low != "in" or following not in ("a", "an"):
        return False
    near = [token.low for token in tokens[at + 2 : min(end, at + 5)]]
    if kind in _ABOUT_THINGS and any(low in SPEECHES for low in near):
        return True
    return "that" in near and is_comment(tokens, at + 1, end)


def is_moment(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`a day after …`, `just hours before …`, `two weeks ahead of …`"""
    for index in range(at, min(end, at + 4)):
        if tokens[index].low in ("after", "before", "ahead"):
            return index > at and is_time(tokens, index - 1)
        if tokens[index].low in ("hours", "minutes", "moments", "days", "day"):
            following = low_at(tokens, index + 1, end)
            return following in ("after", "before", "ahead", "earlier")
    return False


def is_aside(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, as tensions rose`, `, while Tehran denied it`: the reporter speaks again."""
    if at + 1 >= end or (tokens[at + 1].low in _SOFT_AS and not is_happening(tokens, at, end)):
        return False
    if tokens[at].low == "while" and tokens[at + 1].capital and low_at(tokens, at + 2, end) == ",":
        return True  # while Lin, according to …
    rest = range(at + 1, min(end, at + 25))
    if tokens[at].low == "while" and _is_now(tokens, at, end):
        return True
    if tokens[at].low in ("as", "while") and _is_told_too(tokens, at, end):
        return False
    future = any(tokens[i].low in ("will", "would", "must", "should", "can") for i in rest)
    long = tokens[at].low == "as" and end - at > 6 and tokens[at + 1].low not in PREPOSITIONS
    return not future and (long or has_verb(tokens, at + 1, end))


def _is_now(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`said it had begun, | while activists have released photos`"""
    near = (t.low for t in tokens[at + 1 : min(end, at + 6)] if t.low in AUXILIARIES)
    return next(near, "") in ("has", "have") and is_backshifted(tokens, max(0, at - 20), at)


def _is_told_too(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`as its allies are unlikely to help`, `while the rest might leave`, `as agreed in Oslo`.

    The reporter tells what happened meanwhile in a plain past, or what others said.
    """
    opening, following = tokens[at + 1], low_at(tokens, at + 2, end)
    done = opening.low.endswith("ed") or opening.low == "shown"
    if done and following in ("by", "in", "on", "with", "for", "under", ",", ""):
        return True
    if opening.low.endswith("ing"):
        return False
    if opening.low in ("he", "she"):
        return following == "had"  # as he had nothing to hide
    for index in range(at + 1, min(end, at + LONGEST_CLAUSE)):
        token = tokens[index]
        if (token.low in AUXILIARIES and token.low != "'s") or token.low in _GROUNDS:
            return True
        # the parties concerned needed
        concerned = index + 1 < end and tokens[index + 1].low in _GROUNDS
        if not concerned and (is_verb(token.low) or is_past(token.low)):
            return False
        if token.text == "," and opening.capital:
            return False
    return tokens[at].low == "while"


def is_happening(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`as a meeting of ministers concluded in Oslo`; not `as a sign of trust`"""
    if low_at(tokens, at + 1) not in ("a", "an"):
        return False
    near = tokens[at + 3 : min(end, at + 12)]
    return any(
        token.low in PAST or (token.low.endswith("ed") and len(token.low) > 5) for token in near
    )


def is_remark(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`, a move that …`, or a single dash before `a claim that …`: what the reporter adds."""
    if at + 2 >= end:
        return False
    if tokens[at + 1].low == "the" and _is_gloss(tokens, at, end):
        return True
    if is_ranked(tokens, at + 1):
        return not tokens[at - 1].capital and not _closes_aside(tokens, at + 1, end)
    if tokens[at + 1].low not in ("a", "an", "something", "one"):
        return False
    if tokens[at].text == ",":
        among = [token.low for token in tokens[at + 1 : at + 4]]
        one = among[:2] == ["one", "of"] and among[-1] in _DEFINITE
        one = one and not _closes_aside(tokens, at + 1, end)
        return one or (is_comment(tokens, at + 1, end) and not _is_inserted(tokens, at + 1, end))
    return not any(tokens[i].text == tokens[at].text for i in range(at + 1, end))


def _is_gloss(tokens: Sequence[Token], comma: int, end: int) -> bool:
    """`the FETO, | the group behind the coup`: what a name that ends there is, up to the end."""
    named = tokens[comma].text == "," and (
        tokens[comma - 1].capital or tokens[comma - 1].text == ")"
    )
    rest = tokens[comma + 2 : end]
    plain = len(rest) > 1 and not rest[0].capital and rest[0].low not in ROLE_HEADS
    return named and plain and not any(t.low in (",", "and") or t.low in FINITE for t in rest)


def is_comment(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`a claim that …`, `something that …`"""
    if tokens[at].low == "something":
        return True
    near = range(at + 1, min(end, at + 4))
    return tokens[at].low in ("a", "an") and any(tokens[i].low in _COMMENTS for i in near)


def _closes_aside(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is there a comma after what a comma opened?"""
    return any(token.text == "," for token in tokens[at + 1 : end])


def follows_comma(tokens: Sequence[Token], at: int) -> bool:
    before = tokens[at - 1]
    return before.text == "," or (before.quote is not None and before.quote.ends == ",")
