"""Which words after a cue are what was said: it depends on the class of the cue."""

from __future__ import annotations

from collections.abc import Sequence

from .addressees import infinitive_near, is_infinitive
from .clauses import Tail, has_verb, is_clause, is_past_clause
from .cues import Cue
from .descriptions import CALLED, after_describing
from .forms import is_verb
from .found import is_quote
from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    EXPRESS_NOUNS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    SPEECH_NOUNS,
    SPEECHES,
    TIMES,
    words,
)
from .phrases import is_adverb
from .predicates import has_predicate
from .spans import skip_phrase
from .tenses import is_past
from .tokens import MARK, NUMBER, WORD, Token, low_at
from .weakverbs import may_be_finite

_POSITIONS = SPEECH_NOUNS | {"position", "stance", "call", "commitment", "opposition"}
_AFTER_NOUN = words("after_noun")
CONTESTED = words("contested")
_JOINING = PREPOSITIONS | CONJUNCTIONS
_ARGUED = words("argued") | CONTESTED
_OBJECTS = frozenset(["him", "her", "them", "me", "us"])
_ASKED = frozenset(["what", "why", "how", "whether", "who", "when", "where", "if"])
_UPHELD = words("upheld")
SOON = 5  # tokens in which a thing noted, asked for or welcomed must be named
FAR = 20  # tokens in which what is told must come to its verb
NEAR = 14  # tokens after a cue in which what decides must come: "to", "with", a quotation


def content_begin(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    """The index where what is said begins, None where nothing is said."""
    if tail.opening == "by":
        return tail.at
    warned = cue.kind == "tell" or tokens[cue.first].low.startswith("caution")
    if warned and _is_warned_against(tokens, cue, end):
        return cue.end
    if cue.kind in ("say", "state", "uphold", "tell", "ask"):
        return _after_saying(tokens, cue, tail, end)
    if cue.kind == "noun":
        return tail.at
    if cue.kind == "express":
        return _after_expressing(tokens, cue, tail, end)
    return _OTHERS[cue.kind](tokens, cue, tail, end)


def _after_saying(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    named = [token.low for token in tokens[tail.at : tail.at + 5]]
    if cue.kind == "ask" and tail.opening == "that" and "name" in named:
        return None  # asked that her name not be used
    if tail.opening in ("that", "quote", "whether"):
        return tail.at
    infinitive = tail.opening == "bare" and is_infinitive(tokens, tail.at, end)
    if cue.kind == "ask" and tail.opening in ("bare", "end") and _asks_for(tokens, cue.end, end):
        return cue.end
    led = cue.kind == "ask" and tail.opening == "bare" and not infinitive
    if led and tokens[cue.end].low != "not" and infinitive_near(tokens, cue.end, end):
        return cue.end  # asked regional heads to expedite it
    if cue.kind == "ask" and infinitive:
        return None if tokens[cue.end].low == "not" else cue.end  # asked not to be named
    quoted = any(map(is_quote, tokens[tail.at : min(end, tail.at + NEAR)]))
    verb = tokens[cue.first].low
    if quoted and tail.opening == "bare" and verb.startswith(("declar", "pronounc")):
        return tail.at  # declared him “out of the race”
    if cue.weak or cue.kind == "ask":
        return None
    if tail.opening == "colon":
        return tail.at if has_verb(tokens, tail.at, end) else None
    whole = cue.kind == "uphold" and cue.end - cue.first > 1  # pleaded for patience
    whole = whole or (cue.kind == "uphold" and verb.startswith("claim"))  # claimed victory
    short = quoted or (cue.kind == "say" and has_verb(tokens, tail.at, end))  # said he lied
    if tail.opening != "bare" or end - tail.at < (2 if short else 1 if whole else 3):
        return None
    if verb.startswith(("suggest", "recall")) and tokens[tail.at].low.endswith("ing"):
        return tail.at
    # After "told" an infinitive stands as often as a clause; after "said" hardly anything else.
    if cue.kind in ("say", "state") and _is_verb_of_relative(tokens, cue, tail.at):
        return tail.at  # which, he said, made it worse
    if cue.kind == "say":
        asked = [token.low for token in tokens[tail.at : tail.at + 2]]
        little = asked[0] in ("little", "nothing") and asked[1:] and asked[1] in PREPOSITIONS
        if little or asked == ["the", "same"]:
            return None  # has said little in public
        soon = tokens[tail.at + 1 : tail.at + 3]  # said it possibly “was not tough enough”
        if tokens[tail.at].low in ("it", "so", "this") and _is_adjunct(tokens[tail.at + 1]):
            strongly = is_adverb(soon[0]) and may_be_finite(tokens, tail.at + 2)
            return tail.at if strongly or any(map(is_quote, soon)) else None  # said it four times
        clause = is_clause(tokens, tail.at, end) or has_verb(tokens, tail.at, end)
        enough = clause or _is_long(tokens, tail.at, end)
        return tail.at if enough or any(map(is_quote, tokens[tail.at : end])) else None
    if cue.kind == "tell" and infinitive:
        return tail.at
    noted = verb.startswith(("note", "noting", "point")) and tokens[tail.at].low in DETERMINERS
    noted = noted and any(token.low in _UPHELD for token in tokens[tail.at : tail.at + SOON])
    if verb.startswith("confirm") and tokens[tail.at].kind == NUMBER:
        return None  # has confirmed 13 cases
    if cue.kind == "uphold" or noted:  # stressed the importance of
        return _thing_upheld(tokens, tail.at, end)
    clause = is_clause(tokens, tail.at, end) or is_past_clause(tokens, tail.at, end)
    clause = clause or has_predicate(tokens, tail.at, end)
    if tokens[tail.at].low.endswith("ing"):  # claims cutting the limit to half would help
        clause = clause or any(token.low in MODALS for token in tokens[tail.at : tail.at + FAR])
    if cue.kind == "tell" and tokens[tail.at].low in DETERMINERS:  # the mechanism that … would be
        clause = clause or any(token.low in MODALS for token in tokens[tail.at : tail.at + FAR])
    return tail.at if clause or _is_event(verb, tokens[tail.at].low) else None


def _is_event(verb: str, opening: str) -> bool:
    """`reported new clashes`, `alleged fraud in the count`, `recalling the floods of 2015`"""
    new = verb.startswith("report") and opening not in (DETERMINERS | PRONOUNS) - {"a", "an"}
    small = opening in AUXILIARIES or opening in _JOINING  # alleged to have left
    return not small and (new or verb.startswith(("alleg", "recall")))


def _is_verb_of_relative(tokens: Sequence[Token], cue: Cue, at: int) -> bool:
    """`which he said | made a mockery of it`"""
    relative = cue.first > 1 and tokens[cue.first - 2].low in ("which", "that", "who")
    low = tokens[at].low
    return relative and (low in AUXILIARIES or is_past(low) or is_verb(low))


def _asks_for(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`asked farmers for patience`"""
    for at in range(begin + 1, min(end - 1, begin + SOON)):
        if tokens[at].low == "for":
            return True
        if tokens[at].kind != WORD or tokens[at].low in PREPOSITIONS or tokens[at].low == "to":
            return False
    return False


def _thing_upheld(tokens: Sequence[Token], begin: int, end: int) -> int | None:
    """`stressed the need for …`; of `reiterated its position that …` what that is."""
    if tokens[begin].low in _JOINING:
        return None
    if tokens[begin].low in _OBJECTS and not has_verb(tokens, begin, end):
        return None  # the Senate confirmed her
    for at in range(begin + 1, min(end, begin + 6)):
        if tokens[at].low == "that" and tokens[at - 1].low in _POSITIONS:
            return at + 1
    return begin


def _is_adjunct(token: Token) -> bool:
    """Does `four times`, `on Monday`, `again` begin here, and no verb?"""
    low = token.low
    return token.kind == MARK or low in DETERMINERS or low in PREPOSITIONS or is_adverb(token)


def _is_warned_against(tokens: Sequence[Token], cue: Cue, end: int) -> bool:
    """`warned London against a deal that …`, `warned them about it`"""
    if not tokens[cue.first].low.startswith(
        ("warn", "caution", "assur", "inform", "remind", "notif")
    ):
        return False
    if cue.end < end and tokens[cue.end].low == "that":
        return False
    for at in range(cue.end + 1, min(end, cue.end + 8)):
        if tokens[at].low in ("against", "about", "of", "off"):
            return tokens[at - 1].low not in SPEECHES
        if tokens[at].kind != WORD or tokens[at].low in ("that", "on", "at"):
            return False
    return False


def _is_long(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """`said Laos adheres to it`: a name or pronoun first, and too much for a mere object; `said
    federal law bars towns from …`.
    """
    low, counted = tokens[begin].low, tokens[begin + 2 : begin + 3]
    rough = low in ("up", "at", "more") and bool(counted) and counted[0].kind == NUMBER
    named = tokens[begin].capital or low in PRONOUNS or low in DETERMINERS or low.endswith("ing")
    small = low in PREPOSITIONS or low in CONJUNCTIONS or is_adverb(tokens[begin])
    plain = tokens[begin].kind == WORD and not small and end - begin > 7
    return end - begin >= 5 and (named or rough or plain)


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
            return at + 1
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
        small = low in _JOINING or low in PRONOUNS or low in TIMES or is_adverb(tokens[tail.at])
        return None if small else tail.at  # threatened retaliation
    return tail.at if is_clause(tokens, tail.at, end) else None


def _is_thing_for(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`promised compensation at market prices`, `promised full cooperation with them`"""
    adjective = at + 2 < end and low_at(tokens, at + 2) in ("with", "for", "to", "of")
    adjective = adjective and low_at(tokens, at + 1) not in _JOINING
    token, following = tokens[at + adjective], low_at(tokens, at + 1 + adjective, end)
    noun = token.kind == WORD and not token.capital and not is_adverb(token)
    small = token.low in _JOINING or token.low in PRONOUNS or token.low in TIMES
    return noun and not small and following in _JOINING and following != "and"


def _after_judging(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    """`accused Iran of …`, `condemned the attack`; not `criticised in the press`."""
    if tail.opening in ("quote", "that"):
        return tail.at
    if tail.opening == "bare" and tokens[tail.at].low == "as":
        after = tokens[tail.at + 1 : tail.at + 4]
        named = any(is_quote(token) or token.low in ("the", "any", "a") for token in after)
        return tail.at if named else None  # dismissed as groundless the notion that …
    following = tokens[tail.at + 1 : tail.at + 2]
    outside = low_at(tokens, tail.at) == "outside" and following and not following[0].capital
    outside = outside and following[0].low not in DETERMINERS  # denounced outside interference
    if tail.opening != "bare" or (tokens[tail.at].low in PREPOSITIONS and not outside):
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
