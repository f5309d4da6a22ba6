"""Which words after `said`, `told`, `stressed` or `asked` are what was said."""

from __future__ import annotations

from collections.abc import Sequence

from .addressees import infinitive_near, is_infinitive
from .clauses import Tail, has_verb, is_clause, is_past_clause
from .cues import Cue
from .forms import is_verb
from .found import is_quote
from .lexicon import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH_NOUNS,
    words,
)
from .phrases import is_adverb
from .predicates import has_predicate
from .tenses import is_past
from .tokens import MARK, NUMBER, WORD, Token, low_at
from .weakverbs import may_be_finite

_POSITIONS = SPEECH_NOUNS | {"position", "stance", "call", "commitment", "opposition"}
JOINING = PREPOSITIONS | CONJUNCTIONS
_OBJECTS = frozenset(["him", "her", "them", "me", "us"])
_UPHELD = words("upheld")
_ASSURED = frozenset(["cooperation", "support", "assistance", "help", "aid", "action"])
SOON = 5  # tokens in which a thing noted, asked for or welcomed must be named
FAR = 20  # tokens in which what is told must come to its verb
NEAR = 14  # tokens after a cue in which what decides must come: "to", with a quotation


def after_saying(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    """The index where what is said begins, None where nothing is said."""
    if cue.kind == "ask":
        return _after_asking(tokens, cue, tail, end)
    if tail.opening in ("that", "quote", "whether"):
        return tail.at
    quoted = any(map(is_quote, tokens[tail.at : min(end, tail.at + NEAR)]))
    verb = tokens[cue.first].low
    if quoted and tail.opening == "bare" and verb.startswith(("declar", "pronounc")):
        return tail.at  # declared him “out of the race”
    if cue.weak:
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
        return tail.at if _is_said(tokens, tail.at, end) else None
    if cue.kind == "tell" and is_infinitive(tokens, tail.at, end):
        return tail.at
    if verb.startswith("assur") and _is_assured(tokens, cue.end, end):
        return cue.end
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


def _after_asking(tokens: Sequence[Token], cue: Cue, tail: Tail, end: int) -> int | None:
    named = [token.low for token in tokens[tail.at : tail.at + 5]]
    if tail.opening == "that" and "name" in named:
        return None  # asked that her name not be used
    if tail.opening in ("that", "quote", "whether"):
        return tail.at
    if tail.opening in ("bare", "end") and _asks_for(tokens, cue.end, end):
        return cue.end
    declined = low_at(tokens, cue.end) == "not"  # asked not to be named
    joined = tail.opening == "end" and low_at(tokens, tail.at) == "and"
    if not (joined or tail.opening == "bare") or declined:
        return None
    to = infinitive_near(tokens, cue.end, end)
    if joined and to and (is_past(tokens[to - 1].low) or is_verb(tokens[to - 1].low)):
        return None  # asked the guard and wanted to leave
    asked = to or is_infinitive(tokens, tail.at, end)
    return cue.end if asked else None  # asked regional heads to expedite it


def _is_assured(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`assured full support`; not `assured him`, `assured that support would come`"""
    for index in range(at, min(end, at + SOON)):
        if tokens[index].low in _ASSURED:
            return True
        if tokens[index].kind != WORD or tokens[index].low in PREPOSITIONS | {"that"}:
            return False
    return False


def _is_said(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Is it a clause that stands after "said", and not `little in public`, `it four times`?"""
    asked = [token.low for token in tokens[at : at + 2]]
    little = asked[0] in ("little", "nothing") and asked[1:] and asked[1] in PREPOSITIONS
    same = asked == ["the", "same"] and not has_verb(tokens, at + 2, end)
    if little or same:
        return False
    soon = tokens[at + 1 : at + 3]
    if asked[0] in ("it", "so", "this") and _is_adjunct(soon[0]):
        strongly = is_adverb(soon[0]) and may_be_finite(tokens, at + 2)
        return strongly or any(map(is_quote, soon))  # it possibly “was not tough enough”
    clause = is_clause(tokens, at, end) or has_verb(tokens, at, end)
    clause = clause or _are_doing(tokens, at, end)
    return clause or _is_long(tokens, at, end) or any(map(is_quote, tokens[at:end]))


def _are_doing(tokens: Sequence[Token], at: int, end: int) -> bool:
    """`said | voters care about it`, `said | 1,000 trucks cross each day`"""
    noun = at + (tokens[at].kind == NUMBER)
    if noun + 2 >= end or not tokens[noun].low.endswith("s") or tokens[noun].kind != WORD:
        return False
    verb = tokens[noun + 1]
    return verb.kind == WORD and not (verb.capital or verb.low in JOINING or is_adverb(verb))


def _is_event(verb: str, opening: str) -> bool:
    """`reported new clashes`, `alleged fraud in the count`, `recalling the floods of 2015`"""
    new = verb.startswith("report") and opening not in (DETERMINERS | PRONOUNS) - {"a", "an"}
    small = opening in AUXILIARIES or opening in JOINING  # alleged to have left
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
    if tokens[begin].low in JOINING:
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
