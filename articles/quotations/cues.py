"""Cues: the words that tell that something was said, in their classes.

| class | may be followed by |
| say, state, tell, ask | a quotation, `that …`, a bare clause (tell: after whom is told) |
| uphold | the same, or a thing: `stressed the need for …` |
| urge, vow | somebody `to …`, `to …`, `that …`, a thing |
| deny, judge | a thing, somebody `of …`, `-ing`, `that …` |
| describe, think | only what is at least partly quoted (describe: also `… as …`) |
| express | the noun is part of the cue: `expressed hope` `that …`, or of what is said |
| noun | `his warning` `that …` |
| find | of a document or a study: `that …`, a clause |
| according | `according to X`, before, after or within what is said |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .forms import Form, correct, express_verbs, form_of, lexicon
from .lexicon import (
    DETERMINERS,
    DOCUMENTS,
    EXPRESS_NOUNS,
    FINDINGS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    SPEECH_NOUNS,
    TIMES,
    VERBS,
    words,
)
from .tokens import NUMBER, QUOTE, WORD, Token

QUOTED_WITHIN = 10  # tokens between "quoted" and "as saying"
OWNER_WITHIN = 6  # tokens between "in" and "words"
LONGEST_SCENE = 8  # tokens of "in a post on Monday"
NEAR = 16  # tokens within which "that" or a quotation makes a weak form a cue
_FINITE = MODALS | {"is", "are", "was", "were", "has", "had", "have"}
_POSSESSIVES = frozenset(["'s", "his", "her", "their", "its"])
_OPINIONS = frozenset(["words", "opinion", "view", "estimation", "telling", "assessment"])
_GESTURES = ("smil", "laugh", "nod", "shrug", "grin", "sigh", "beam", "chuckl", "sob", "gasp")
_BEFORE_ADJECTIVES = frozenset(["a", "an", "the", "its", "his", "her", "their", "our", "my", "'s"])
_HAS = frozenset(["has", "had", "have"])
_POLLS = frozenset(["poll", "polls", "survey", "surveys"])
_QUESTIONABLE = words("questionable")
_QUOTING = frozenset(["quote", "quotes", "quoted", "quoting", "cites", "cited", "citing"])
_QUOTING |= {"reported"}
_AS_SAYING = frozenset(["saying", "telling", "claiming", "stating"])
_ASKED = frozenset(["whether", "if", "why", "how", "what", "when", "who", "where", "which", "whom"])


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
    while index < len(tokens):
        cue = _at(tokens, index) if tokens[index].kind == WORD else None
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
    few = _QUOTING | SPEECH_NOUNS | _HAS | {"according", "in"}
    return frozenset([*forms, *phrases, *express_verbs(), *few])


def _at(tokens: Sequence[Token], index: int) -> Cue | None:
    word = tokens[index].low
    if word not in _first_words() and not word.endswith(("ed", "ing", "es")):
        return None
    if word in _HAS and _is_polled(tokens, index):
        return Cue(index, index + 1, "find")
    if word == "according" and _low(tokens, index + 1) == "to":
        return Cue(index, index + 2, "according")
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
    if form.weak and form.base and _is_noun(tokens, index):
        return None
    if word.endswith("ed") and index and tokens[index - 1].low in _BEFORE_ADJECTIVES:
        return None  # an informed source, the disputed vote
    return _verb(tokens, index, form)


def _is_polled(tokens: Sequence[Token], index: int) -> bool:
    """`The poll, taken in May, had Brook at 44 percent`"""
    before = tokens[max(0, index - NEAR) : index]
    return any(token.low in _POLLS for token in before) and is_share(tokens, index + 1)


def is_share(tokens: Sequence[Token], begin: int) -> bool:
    """`him at 43 percent`, `the toll at over 60`, `it at somewhere between $1 million and …`"""
    for at in range(begin, min(len(tokens) - 1, begin + NEAR)):
        if tokens[at].low == "at":
            near = tokens[at + 1 : at + 5]
            return any(token.kind == NUMBER or token.text in "$€£¥₹" for token in near)
    return False


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """`her answer`, `on an absent state if that …`: with a determiner and no verb."""
    if _low(tokens, index - 1) in _POSSESSIVES:
        return True  # her answer
    near = range(max(0, index - 3), index)
    if not any(tokens[at].low in ("a", "an", "this", "its") for at in near):
        return False
    return not any(tokens[at].kind != WORD or tokens[at].low.endswith("s") for at in near)


def _verb(tokens: Sequence[Token], index: int, form: Form) -> Cue | None:
    """A verb of saying, unless what stands around it makes it something else."""
    word = tokens[index].low
    end, kind, weak = index + 1, form.kind, form.weak
    following = _low(tokens, end)
    calls = word.startswith("call") and following in ("on", "upon", "for")
    if calls or (word.startswith("appeal") and following in ("for", "to")):
        end, kind, weak = end + 1, "urge", False
    elif word.startswith("questioned") and _is_questionable(tokens, end):
        kind, weak = "judge", False
    elif kind == "vow" and following == "to" and not word.startswith(("commit", "offer")):
        weak = False  # promised to debate him
    elif word.startswith(("propos", "recommend", "suggest")) and following.endswith("ing"):
        weak = False
    elif word.startswith(("continu", "begs", "begged")) and following == "to":
        return None
    elif kind == "find" and word.startswith("put") and not is_share(tokens, end):
        return None  # received and put on record
    elif (form.misprint and following in (".", "that")) or (
        weak
        and kind == "state"
        and _clause_follows(tokens, _past_day(tokens, end))
        and _says_plainly(tokens, index)
    ):
        weak = False
    elif (
        weak
        and kind not in ("describe", "think", "judge", "find", "deny")
        and not _is_speech(tokens, index)
    ):
        return None
    return Cue(index, end, kind, weak, form.participle)


def _is_questionable(tokens: Sequence[Token], index: int) -> bool:
    """`questioned the timing of the report`; not `questioned a suspect`"""
    near = tokens[index : index + 4]
    return any(token.low in _QUESTIONABLE for token in near)


def _is_speech(tokens: Sequence[Token], index: int) -> bool:
    """Does a quotation, or `that` after a verb, follow a weak form; or a full stop a quotation?"""
    gesture = tokens[index].low.startswith(_GESTURES)  # he smiled
    if not gesture and _ends_apart(tokens, index + 1) and _stands_apart(tokens, index):
        return True
    form = form_of(tokens[index].low)
    if form and form.kind == "ask" and _asks_whether(tokens, index):
        return True
    comma = False
    for at in range(index + 1, min(index + NEAR, len(tokens))):
        token = tokens[at]
        that = token.low == "that" and (not comma or tokens[at - 1].text == ",")
        if token.kind == QUOTE or that or token.text == ":":
            return True
        comma = comma or token.text == ","
        if token.low in (".", ";") or (at == index + 1 and token.low in ("of", "by")):
            return any(token.kind == QUOTE for token in tokens[max(0, index - 14) : index])
    return any(token.kind == QUOTE for token in tokens[max(0, index - 6) : index])


def _ends_apart(tokens: Sequence[Token], index: int) -> bool:
    """`…, Brook wrote.`, `…, Brook wrote in a post on Monday.`"""
    if _low(tokens, index) in PREPOSITIONS or _low(tokens, index) in TIMES:
        near = range(index + 1, min(index + LONGEST_SCENE, len(tokens)))
        index = next((at for at in near if tokens[at].kind != WORD), near.stop)
    return index == len(tokens) or _low(tokens, index) in (",", ".")


def _clause_follows(tokens: Sequence[Token], index: int) -> bool:
    """`estimated the tariffs would …`: a noun phrase with a finite auxiliary."""
    if index >= len(tokens) or tokens[index].kind != WORD:
        return False
    opening = tokens[index]
    if not opening.capital and opening.low not in DETERMINERS and opening.low not in PRONOUNS:
        return False
    for token in tokens[index + 1 : index + 8]:
        if token.low in _FINITE or token.low in VERBS:
            return True
        if token.low.endswith("ed") and len(token.low) > 4 and not token.capital:
            return True
        if token.kind != WORD or token.low in ("who", "which", "that"):
            return False
    return False


def _asks_whether(tokens: Sequence[Token], index: int) -> bool:
    """`questioned why`, `pressed the nominee on whether`"""
    for at in range(index + 1, min(index + NEAR, len(tokens))):
        if tokens[at].low in _ASKED:
            return at == index + 1 or tokens[at].low in ("whether", "why", "how")
        if tokens[at].kind != WORD:
            return False
    return False


def _says_plainly(tokens: Sequence[Token], index: int) -> bool:
    """`estimated`, or `Brook claims`, `the suit claims`; not `the claims he made`."""
    if tokens[index].low.endswith("ed"):
        return True
    before = tokens[index - 1] if index else None
    if before is None:
        return False
    if not tokens[index].low.endswith("s"):
        return before.low in ("they", "we") or (before.low in FINDINGS and before.low.endswith("s"))
    one = before.low in ("he", "she", "it") or before.low in DOCUMENTS or before.low in ROLE_HEADS
    return one or (before.capital and before.low not in DETERMINERS)


def _stands_apart(tokens: Sequence[Token], index: int) -> bool:
    """`Diplomacy, he suggests, is …`, `…, Brook suggested.`"""
    for at in range(index - 1, max(-1, index - OWNER_WITHIN), -1):
        if tokens[at].text == ",":
            first = tokens[at + 1]
            named = first.low in PRONOUNS or first.low in DETERMINERS or first.capital
            several = tokens[index - 1].low.endswith("s") or tokens[index - 1].low in PRONOUNS
            form = form_of(tokens[index].low)  # not `, a note,`
            finite = several or (form is not None and not form.base)
            return at + 1 < index and finite and (named or several)
        if tokens[at].kind != WORD or tokens[at].low in _FINITE:
            return False
    return False


def _low(tokens: Sequence[Token], index: int) -> str:
    return tokens[index].low if 0 <= index < len(tokens) else ""


def _phrase(tokens: Sequence[Token], index: int) -> Cue | None:
    for rest, kind in lexicon()[1].get(tokens[index].low, ()):
        begin = _past_day(tokens, index + 1) if rest[0] in PREPOSITIONS else index + 1
        begin += rest[0] in PREPOSITIONS and _low(tokens, begin).endswith("ly")
        end = begin + len(rest)
        if rest == ("it",) and is_share(tokens, index + 1):
            continue  # put it at 43 percent
        if tuple(token.low for token in tokens[begin:end]) == rest:
            if rest == ("out",) and any(t.kind == QUOTE for t in tokens[max(0, index - 6) : index]):
                kind = "state"  # "Amen!" somebody called out
            participle = rest != ("as", "saying") and tokens[index].low.endswith("ing")
            return Cue(index, end, kind, False, participle)
    return None


def _past_day(tokens: Sequence[Token], index: int) -> int:
    """`warned on Tuesday against`, `warned Tuesday of`: past the day."""
    at = index + (_low(tokens, index) == "on")
    return at + 1 if _low(tokens, at).endswith("day") and _low(tokens, at) in TIMES else index


def _owned_words(tokens: Sequence[Token], index: int) -> Cue | None:
    """`in his words`, `in the minister's view`; not `in its opinion`, which a court writes."""
    if _low(tokens, index + 1) == "its":
        return None
    for at in range(index + 2, index + 2 + OWNER_WITHIN):
        if _low(tokens, at) in _OPINIONS and _low(tokens, at - 1) in _POSSESSIVES:
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
    for end in range(index + 1, min(index + 6, len(tokens))):
        if tokens[end].low in EXPRESS_NOUNS:
            return Cue(index, end + 1, "express", False, word.endswith("ing"))
        if tokens[end].kind != WORD or tokens[end].low in ("of", "by", "in"):
            break
    return None


def _that_after(tokens: Sequence[Token], index: int) -> int | None:
    """The place of `that` after a name of a few words."""
    for at in range(index + 1, min(index + OWNER_WITHIN, len(tokens))):
        if tokens[at].low == "that":
            return at
        if tokens[at].kind != WORD or tokens[at].low in _FINITE:
            return None
    return None


def _noun(tokens: Sequence[Token], index: int) -> Cue | None:
    if tokens[index].low not in SPEECH_NOUNS:
        return None
    if _low(tokens, index + 1) in ("by", "from") and _that_after(tokens, index + 2):
        return Cue(index, index + 1, "noun")  # a warning from its ally that
    that = index + 1 + (_low(tokens, index + 1) in ("is", "was"))  # his view is that
    if _low(tokens, that) != "that":
        return None
    owned = any(_low(tokens, at) in _POSSESSIVES for at in range(max(0, index - 3), index))
    return Cue(index, that, "noun") if owned else None
