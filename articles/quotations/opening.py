"""Which words after a cue are what was said: it depends on the class of the cue."""

from __future__ import annotations

from collections.abc import Sequence

from .addressees import after_whom
from .aftersaying import JOINING, NEAR, SOON, after_saying
from .clauses import Tail, is_clause, is_past_clause
from .cues import Cue
from .descriptions import CALLED, after_describing
from .found import is_quote
from .lexicon import (
    AUXILIARIES,
    DETERMINERS,
    EXPRESS_NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    SPEECHES,
    TIMES,
    words,
)
from .phrases import is_adverb
from .spans import skip_phrase
from .tokens import MARK, NUMBER, WORD, Token, low_at

_AFTER_NOUN = words("after_noun")
CONTESTED = words("contested")
_ARGUED = words("argued") | CONTESTED
_OF_PEOPLE = frozenset(["head", "heads", "members", "families", "residents", "owners", "parents"])
_DISMISSED = CONTESTED | {"the", "any", "a", "some", "all"}
_ASKED = frozenset(["what", "why", "how", "whether", "who", "when", "where", "if"])


def content_begin(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    """The index where what is said begins, None where nothing is said."""
    if tail.opening == "by":
        return tail.at
    warned = cue.kind == "tell" or tokens[cue.first].low.startswith("caution")
    if warned and _is_warned_against(tokens, cue, end):
        return cue.end
    if cue.kind in ("say", "state", "uphold", "tell", "ask"):
        return after_saying(tokens, cue, tail, end)
    if cue.kind == "noun":
        return tail.at
    if cue.kind == "express":
        return _after_expressing(tokens, cue, tail, end)
    return _OTHERS[cue.kind](tokens, cue, tail, end)


def _is_warned_against(tokens: Sequence[Token], cue: Cue, end: int) -> bool:
    """`warned London against a deal that …`, `warned them about it`"""
    if not tokens[cue.first].low.startswith(
        ("warn", "caution", "assur", "inform", "remind", "notif")
    ):
        return False
    if cue.end < end and tokens[cue.end].low == "that":
        return False
    for at in range(cue.end + 1, min(end, cue.end + 8)):
        if tokens[at].low == "of" and tokens[at - 1].low in _OF_PEOPLE:
            continue  # assured the head of state that
        if tokens[at].low in ("against", "about", "of", "off"):
            told = after_whom(tokens, cue.end, end)  # warned owners of houses there to leave
            ordered = told is not None and tokens[told].low == "to"
            return tokens[at - 1].low not in SPEECHES and not ordered
        if tokens[at].kind != WORD or tokens[at].low in ("that", "on", "at", "to"):
            return False
    return False


def _after_expressing(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    hanging = cue.end < end and tokens[cue.end].low in ("at", "over", "about", "for")
    if tail.opening == "that" and hanging:
        return cue.first + 1  # expressed concern at the erosion of treaties that …
    if tail.opening in ("that", "quote"):
        return tail.at
    if tail.opening == "bare" and cue.weak:
        return tail.at  # expressed its “deepest sorrow”
    several = cue.end + 1 < end and tokens[cue.end].low == "and"
    several = several and tokens[cue.end + 1].low in EXPRESS_NOUNS  # thanks and appreciation for
    alone = cue.end >= end or tokens[cue.end].low in _AFTER_NOUN or tokens[cue.end].text == "."
    if alone or several:
        return cue.first + 1
    return tail.at if tail.opening == "bare" and is_clause(tokens, tail.at, end) else None


def _after_urging(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    if tail.opening in ("that", "quote"):
        return tail.at
    asked = [token.low for token in tokens[tail.at : tail.at + 3]]
    if asked[:2] == ["to", "know"] and asked[2:] and asked[2] in _ASKED:
        return tail.at + 2  # demanded to know why
    return tail.at if end - tail.at >= 2 and tail.opening == "bare" else None


def _after_promising(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    if tail.opening in ("that", "quote"):
        return tail.at
    aside = low_at(tokens, cue.end) == "," and low_at(tokens, cue.end + 1) == "however"
    first = cue.end + 3 * aside
    placed = low_at(tokens, first) in ("at", "during", "in", "on", "for")  # vowed at a meeting to
    placed = placed and low_at(tokens, skip_phrase(tokens, first, end)) == "to"
    for at in range(first, min(end, first + NEAR)):
        if tokens[at].low == "to" and (at < first + 4 or placed):
            return at - (tokens[at - 1].low == "not")
        if tokens[at].low == "that":
            thing = at > first and tokens[cue.first].low.startswith("threat")
            return None if thing else at + 1  # threatening a mine that produces copper
        if tokens[at].kind == MARK or tokens[at].low in AUXILIARIES:
            break
    if tail.opening != "bare":
        return None
    threat = tokens[cue.first].low.startswith("threat")
    if threat and any(token.low == "with" for token in tokens[tail.at : tail.at + NEAR]):
        return tail.at  # threatened the banks with sanctions
    thing = tokens[cue.first].low.startswith(("pledg", "promis", "vow", "threat"))
    low = tokens[tail.at].low
    counted = tokens[tail.at].kind == NUMBER or tokens[tail.at].text in "$€£"
    owned = counted or low in DETERMINERS or (tail.at + 1 < end and tokens[tail.at + 1].low == "'s")
    if thing and owned and end - tail.at >= 3:  # promised a fair price
        return tail.at
    if thing and _is_thing_for(tokens, tail.at, end):
        return tail.at
    if threat and tokens[tail.at].kind == WORD and end - tail.at > 1:
        small = low in JOINING or low in PRONOUNS or low in TIMES or is_adverb(tokens[tail.at])
        return None if small else tail.at  # threatened retaliation
    return tail.at if is_clause(tokens, tail.at, end) else None


def _is_thing_for(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`promised compensation at market prices`, `promised full cooperation with them`"""
    adjective = at + 2 < end and low_at(tokens, at + 2) in ("with", "for", "to", "of")
    adjective = adjective and low_at(tokens, at + 1) not in JOINING
    token, following = tokens[at + adjective], low_at(tokens, at + 1 + adjective, end)
    noun = token.kind == WORD and not token.capital and not is_adverb(token)
    small = token.low in JOINING or token.low in PRONOUNS or token.low in TIMES
    return noun and not small and following in JOINING and following != "and"


def _after_judging(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    """`accused Iran of …`, `condemned the attack`; not `criticised in the press`."""
    if tail.opening in ("quote", "that"):
        return tail.at
    if tail.opening == "bare" and tokens[tail.at].low == "as":
        after = tokens[tail.at + 1 : tail.at + 4]
        named = any(is_quote(token) or token.low in _DISMISSED for token in after)
        return tail.at if named else None  # dismissed as groundless the notion that …
    following = tokens[tail.at + 1 : tail.at + 2]
    outside = low_at(tokens, tail.at) == "outside" and following and not following[0].capital
    outside = outside and following[0].low not in DETERMINERS  # denounced outside interference
    counted = low_at(tokens, tail.at) in ("around", "about", "over")
    counted = counted and bool(following) and following[0].kind == NUMBER
    led = tokens[tail.at].low in PREPOSITIONS if tail.at < end else False
    if tail.opening != "bare" or (led and not (outside or counted)):
        return None
    if cue.weak and not _is_argued(tokens, tail.at, min(end, tail.at + NEAR)):
        return None
    if tokens[cue.first].low.startswith("welcom") and _is_guest(tokens, tail.at, end):
        return None
    quoted = any(map(is_quote, tokens[tail.at : min(end, tail.at + 3)]))
    short = tokens[tail.at + 1 : end] and tokens[tail.at + 1].low in _ARGUED
    if end - tail.at < 3 and not tokens[tail.at].capital and not quoted and not short:
        return None
    if tokens[cue.first].low.startswith("dismiss"):
        # A court dismisses a case; a speaker dismisses what others said, or something as something.
        near = {token.low for token in tokens[tail.at : min(end, tail.at + NEAR)]}
        return tail.at if near & CONTESTED or "as" in near else None
    return tail.at


def _is_guest(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`welcomed the Dutch envoy in Oslo`: somebody was received."""
    for at in range(begin, min(end, begin + SOON)):
        if tokens[at].low in ROLE_HEADS or tokens[at].low in ("guest", "guests", "delegation"):
            return at + 1 >= end or tokens[at + 1].low not in ("'s", "of")
        if tokens[at].kind != WORD or tokens[at].low in PREPOSITIONS:
            return False
    return False


def _is_argued(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Is it words that attack: a person, a plan, somebody `for` something? Not `hailed a cab`."""
    if tokens[begin].capital or tokens[begin].low in CALLED:
        return True
    near = tokens[begin:end]
    return any(t.low in _ARGUED or t.low in ("for", "as", "over") or is_quote(t) for t in near)


def _after_denying(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    """`denied that …`, `denied the accusation`, `denied doing it`; not `denied him a visa`."""
    if tail.opening in ("quote", "that"):
        return tail.at
    if tail.opening != "bare" or tokens[tail.at].low in PREPOSITIONS:
        return None
    near = [token.low for token in tokens[tail.at : min(end, tail.at + NEAR)]]
    if near[:1] == ["that"] and (len(near) == 1 or near[1] in (".", ",")):
        return tail.at  # denied that.
    first = near[is_adverb(tokens[tail.at]) :]  # denied knowingly aiding them
    that = len(first) > 2 and first[0] == "that"  # disputes that timeline
    doing = that or (bool(first) and first[0].endswith("ing"))
    doing = doing or is_clause(tokens, tail.at, end) or is_past_clause(tokens, tail.at, end)
    return tail.at if doing or CONTESTED.intersection(near) else None


def _after_finding(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    if tail.opening in ("that", "quote"):
        return None if tokens[tail.at - 1].low == "as" else tail.at  # identified as “A”
    if tokens[cue.first].low.startswith(("put", "ha", "estimat")):  # a poll put him at 43 percent
        return cue.end
    return tail.at if tail.opening == "bare" and end - tail.at >= 3 else None


def _after_thinking(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    """Thinking is not saying, unless the words are quoted."""
    begin = tail.at
    if tail.opening not in ("that", "bare", "quote"):
        return None
    comma = next((at for at in range(begin + 1, end) if tokens[at].text == ","), end)
    quotes = [token for token in tokens[begin : comma + 2] if is_quote(token)]
    long = any(t.quote and t.quote.inner_end - t.quote.inner_start > 15 for t in quotes)
    return begin if long else None


_OTHERS = {
    "urge": _after_urging,
    "vow": _after_promising,
    "deny": _after_denying,
    "judge": _after_judging,
    "describe": after_describing,
    "think": _after_thinking,
    "find": _after_finding,
}
