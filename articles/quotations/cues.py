"""Cues: the words that tell that something was said, in their classes.

| class | may be followed by |
| say, state, tell | a quotation, `that …`, a bare clause (tell: after whom is told) |
| ask | a quotation, `that …`, `whether …`, `for …`, `to …` |
| uphold | the same, or a thing: `stressed the need for …` |
| urge, vow | somebody `to …`, `to …`, `that …`, a thing |
| deny, judge | a thing, somebody `of …`, `-ing`, `that …` |
| describe | a quotation, `… as …`, what something is called: `called it rigor` |
| think | only what is at least partly quoted |
| express | the noun is part of the cue: `expressed hope` `that …`, or of what is said |
| noun | `his warning` `that …` |
| find | of a document, a study, a poll: `that …`, a clause, `him at 43 percent` |
| according | `according to X`, `in X's words`, `TASS learned from X`; before, after or within |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .complements import is_share, says_nothing, sure_kind
from .forms import Form, correct, express_verbs, form_of, lexicon
from .lexicon import (
    AGENCIES,
    DETERMINERS,
    EXPRESS_NOUNS,
    PREPOSITIONS,
    ROLE_HEADS,
    SPEECH_NOUNS,
    TIMES,
    given_names,
    words,
)
from .lookalikes import is_no_verb
from .naming import names
from .predicates import has_predicate
from .tokens import QUOTE, WORD, Token, low_at
from .weakverbs import (
    FINITE,
    NEAR,
    PHRASE_WITHIN,
    clause_follows,
    is_speech,
    says_plainly,
)

FARTHEST = 40  # tokens of whom somebody calls on
LONGEST_NAME = 8  # tokens of "Foreign Minister Ada Brook,"
QUOTED_WITHIN = 10  # tokens between "quoted" and "as saying"
_POSSESSIVES = frozenset(["'s", "his", "her", "their", "its"])
_OPINIONS = words("opinions")
_HAS = frozenset(["has", "had", "have"])
_POLLS = frozenset(["poll", "polls", "survey", "surveys"])
_QUOTING = frozenset(["quote", "quotes", "quoted", "quoting", "cites", "cited", "citing"])
_QUOTING |= {"reported"}
_SPOKEN_ALONE = frozenset(["describe", "think", "judge", "find", "deny"])
_HEARINGS = frozenset(["inquest", "inquiry", "court", "tribunal", "jury", "hearing", "trial"])
_AS_SAYING = frozenset(["saying", "telling", "claiming", "stating"])


@dataclass(frozen=True, slots=True)
class Cue:
    """tokens[first:end] are the cue; `verb` is the index of its verb, or of its noun."""

    first: int
    end: int
    kind: str
    weak: bool = False
    participle: bool = False
    quoting: bool = False  # "quoted Lavrov as saying": who says it stands within


def find(tokens: Sequence[Token]) -> list[Cue]:
    """The cues among the tokens of a sentence, in order, not overlapping."""
    found: list[Cue] = []
    index = 0
    first_words = _first_words()
    while index < len(tokens):
        word = tokens[index].low
        may = word in first_words or (len(word) > 4 and word.endswith(("ed", "ing", "es")))
        cue = _at(tokens, index) if may and tokens[index].kind == WORD else None
        if cue:
            found.append(cue)
            index = cue.end
        else:
            index += 1
    return found


@cache
def _first_words() -> frozenset[str]:
    """The words with which a cue may begin; misprints are not among them."""
    forms, phrases = lexicon()
    few = _QUOTING | SPEECH_NOUNS | _HAS | AGENCIES | {"according", "for", "in", "heard", "per"}
    return frozenset([*forms, *phrases, *express_verbs(), *few])


def _at(tokens: Sequence[Token], index: int) -> Cue | None:
    word = tokens[index].low
    if word in _HAS and _is_polled(tokens, index):
        return Cue(index, index + 1, "find")
    if word == "according" and low_at(tokens, index + 1) == "to":
        return Cue(index, index + 2, "according")
    if word == "per" and low_at(tokens, index - 1) == ",":
        return Cue(index, index + 1, "according")  # …, per two people familiar with it
    if word == "heard" and _is_hearing(tokens, index):
        return Cue(index, index + 1, "say")
    if word in AGENCIES and low_at(tokens, index + 1) in ("learned", "learnt"):
        heard = low_at(tokens, index + 2) == "from"  # …, BelTA learned from the minister
        return Cue(index, index + 3, "according") if heard else None
    if word == "for" and index == 0 and _is_for_somebody(tokens):
        return Cue(0, 1, "according")
    if word == "in" and (owned := _owned_words(tokens, index)):
        return owned
    if word in _QUOTING and (quoted := _quoted_as(tokens, index)):
        return quoted
    special = _phrase(tokens, index) or _expression(tokens, index) or _noun(tokens, index)
    if special:
        return special
    form = form_of(word)
    if form is None or (index and tokens[index].capital):  # Rakhine State
        return None
    if is_no_verb(tokens, index, form):
        return None
    return _verb(tokens, index, form)


def _is_hearing(tokens: Sequence[Token], index: int) -> bool:
    """`…, a public inquiry has heard.`, `The court heard that …`"""
    before = tokens[max(0, index - 4) : index]
    goes_on = low_at(tokens, index + 1) in ("", ".", "that")
    return goes_on and any(token.low in _HEARINGS for token in before)


def _is_for_somebody(tokens: Sequence[Token]) -> bool:
    """`For Ada Brook, the vote was late`: a person's full name, or one with a title."""
    named = names(tokens[1 : 1 + LONGEST_NAME])
    name = named[0] if named and named[0].title_first == 0 and not named[0].is_body else None
    who = name is not None and low_at(tokens, 2 + name.end) == "who"
    if name is None or who or low_at(tokens, 1 + name.end) != ",":
        return False
    titled = any(token.low in ROLE_HEADS for token in tokens[1 : 1 + name.first])
    described = low_at(tokens, 2 + name.end) in ("a", "an")
    full = described or tokens[1 + name.first].text in given_names()
    return titled or (full and name.end - name.first > 1)


def _is_polled(tokens: Sequence[Token], index: int) -> bool:
    """`The poll, taken in May, had Brook at 44 percent`"""
    before = tokens[max(0, index - NEAR) : index]
    return any(token.low in _POLLS for token in before) and is_share(tokens, index + 1)


def _verb(tokens: Sequence[Token], index: int, form: Form) -> Cue | None:
    """A verb of saying, unless what stands around it makes it something else."""
    word, following = tokens[index].low, low_at(tokens, index + 1)
    if says_nothing(tokens, index, form.kind):
        return None
    calls = word.startswith("call") and following in ("on", "upon", "for")
    if calls and following == "on" and not _is_called_on(tokens, index + 2):
        return None  # called on the embassy
    dated = _past_day(tokens, index + 1)  # appealed on Thursday for
    if [low_at(tokens, at) for at in range(dated, dated + 3)] == [",", "however", ","]:
        dated += 3
    if calls or (word.startswith("appeal") and low_at(tokens, dated) in ("for", "to")):
        end = index + 2 if calls else dated + 1
        return Cue(index, end, "urge", False, form.participle)
    if kind := sure_kind(tokens, index, form.kind):
        return Cue(index, index + 1, kind, False, form.participle)
    weak = form.weak
    progressive = form.participle and low_at(tokens, index - 1) in ("is", "are", "was", "were")
    if form.kind == "urge" and progressive:
        weak = False  # are demanding
    if form.misprint and following in (".", "that"):
        weak = False
    elif weak and form.kind == "state" and says_plainly(tokens, index):
        begin = _past_day(tokens, index + 1)
        weak = not (clause_follows(tokens, begin) or has_predicate(tokens, begin, len(tokens)))
    inserted = low_at(tokens, index - 2) in ("which", "who")
    if weak and inserted and (following in FINITE or following == "would"):
        weak = False  # which they claimed would fail
    if weak and form.kind not in _SPOKEN_ALONE and not is_speech(tokens, index):
        return None
    return Cue(index, index + 1, form.kind, weak, form.participle)


def _is_called_on(tokens: Sequence[Token], begin: int) -> bool:
    """`called on | Oslo to act`, `called on | them for help`"""
    near = tokens[begin : begin + FARTHEST]
    return any(t.low in ("to", "for", "that", "not") or t.kind == QUOTE for t in near)


def _phrase(tokens: Sequence[Token], index: int) -> Cue | None:
    for rest, kind in lexicon()[1].get(tokens[index].low, ()):
        begin = _past_day(tokens, index + 1) if rest[0] in PREPOSITIONS else index + 1
        begin += rest[0] in PREPOSITIONS and low_at(tokens, begin).endswith("ly")
        if low_at(tokens, begin) != rest[0]:
            continue
        end = begin + len(rest)
        if rest == ("it",) and is_share(tokens, index + 1):
            continue  # put it at 43 percent
        if low_at(tokens, end) in ("anonymity", "confidentiality"):
            return None  # asked for anonymity
        if tokens[index].low == "points" and low_at(tokens, index - 1) == "basis":
            return None  # by 25 basis points to 3.75%
        pointing = tokens[index].low == "pointing" and rest == ("to",)
        if pointing and low_at(tokens, index + 1) == "to" and low_at(tokens, end) in ("a", "an"):
            return None  # pointing to a jerrycan
        if tuple(token.low for token in tokens[begin:end]) == rest:
            near = tokens[max(0, index - 6) : index]
            if rest == ("out",) and kind == "judge" and any(t.kind == QUOTE for t in near):
                kind = "state"  # "Amen!" somebody called out
            participle = rest != ("as", "saying") and tokens[index].low.endswith("ing")
            return Cue(index, end, kind, False, participle)
    return None


def _past_day(tokens: Sequence[Token], index: int) -> int:
    """`warned on Tuesday against`, `warned Tuesday of`: past the day."""
    at = index + (low_at(tokens, index) == "on")
    return at + 1 if low_at(tokens, at).endswith("day") and low_at(tokens, at) in TIMES else index


def _owned_words(tokens: Sequence[Token], index: int) -> Cue | None:
    """`in his words`, `in the minister's view`; not `in its opinion`, which a court writes."""
    if low_at(tokens, index + 1) == "its":
        return None
    for at in range(index + 2, index + 2 + PHRASE_WITHIN):
        if low_at(tokens, at) in _OPINIONS and low_at(tokens, at - 1) in _POSSESSIVES:
            return Cue(index, at + 1, "according")
    return None


def _quoted_as(tokens: Sequence[Token], index: int) -> Cue | None:
    """`quoted Lavrov as saying`, `was quoted by TASS as telling`."""
    for at in range(index + 1, min(index + QUOTED_WITHIN, len(tokens) - 1)):
        if tokens[at].low == "as" and tokens[at + 1].low in _AS_SAYING:
            kind = "tell" if tokens[at + 1].low == "telling" else "state"
            return Cue(index, at + 2, kind, quoting=True)
        if tokens[at].kind != WORD:
            return None
    return None


def _expression(tokens: Sequence[Token], index: int) -> Cue | None:
    word = tokens[index].low
    if word not in express_verbs() and correct(word) not in express_verbs():
        return None
    quoted = index + 1 + (low_at(tokens, index + 1) in DETERMINERS)
    near = tokens[quoted : quoted + 2]
    alone = quoted > index + 1 or len(near) < 2 or near[1].low in PREPOSITIONS | {"and", ".", ","}
    if near and near[0].kind == QUOTE and alone:
        return Cue(index, index + 1, "express", True, word.endswith("ing"))  # “deep concern” over
    for end in range(index + 1, min(index + 6, len(tokens))):
        if tokens[end].low in EXPRESS_NOUNS:
            return Cue(index, end + 1, "express", False, word.endswith("ing"))
        if tokens[end].kind != WORD or tokens[end].low in ("of", "by", "in"):
            break
    return None


def _that_after(tokens: Sequence[Token], index: int) -> int | None:
    """The place of `that` after a name of a few words."""
    for at in range(index + 1, min(index + PHRASE_WITHIN, len(tokens))):
        if tokens[at].low == "that":
            return at
        if tokens[at].kind != WORD or tokens[at].low in FINITE:
            return None
    return None


def _noun(tokens: Sequence[Token], index: int) -> Cue | None:
    if tokens[index].low not in SPEECH_NOUNS:
        return None
    if low_at(tokens, index + 1) in ("by", "from") and _that_after(tokens, index + 2):
        return Cue(index, index + 1, "noun")  # a warning from its ally that
    that = index + 1 + (low_at(tokens, index + 1) in ("is", "was"))  # his view is that
    if low_at(tokens, that) != "that":
        return None
    if low_at(tokens, index - 1) in ROLE_HEADS:
        return None  # with its top official warning that
    owned = any(low_at(tokens, at) in _POSSESSIVES for at in range(max(0, index - 3), index))
    return Cue(index, that, "noun") if owned else None
