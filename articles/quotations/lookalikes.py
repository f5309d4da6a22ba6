"""Forms that only look like verbs of saying: `her answer`, `the states that share it`."""

from __future__ import annotations

from collections.abc import Sequence

from .forms import Form
from .lexicon import (
    BODY_WORDS,
    CONJUNCTIONS,
    DOCUMENTS,
    NUMERALS,
    PREPOSITIONS,
    PRONOUNS,
    ROLE_HEADS,
    demonyms,
)
from .phrases import is_adverb
from .tokens import NUMBER, QUOTE, WORD, Token, low_at
from .weakverbs import FINITE, is_verb_of_relative

_POSSESSIVES = frozenset(["'s", "his", "her", "their", "its"])
_BEFORE_ADJECTIVES = frozenset(["a", "an", "the", "its", "his", "her", "their", "our", "my", "'s"])
_BEFORE_SAY = frozenset(["no", "a", "any", "final", "their", "his", "her", "its", "our"])
_SIDES = frozenset(["western", "eastern", "northern", "southern"])
_NOUNS = frozenset(["state", "order", "report", "claim", "note", "answer", "demand", "request"])
_NOUNS |= {"forecast"}
_MANY = NUMERALS | {"the", "member", "all", "many", "several", "other", "those", "these"}
_RELATIVES = frozenset(["which", "that", "what", "who", "whom"])
_PEOPLE = frozenset(["people", "police", "many", "others", "men", "women"])


def is_no_verb(tokens: Sequence[Token], index: int, form: Form) -> bool:
    """Is the form at `index`, which may be a verb of saying, a noun or an adjective?"""
    word, following = tokens[index].low, low_at(tokens, index + 1)
    if form.weak and _is_weak_noun(tokens, index, form):
        return True
    people = low_at(tokens, index - 1) in PRONOUNS  # they think tanks are old
    if word == "think" and following in ("tank", "tanks") and not people:
        return True
    if word == "say" and low_at(tokens, index - 1) in _BEFORE_SAY:
        return True  # leaving it with no say
    if word.endswith("s") and following in ("say", "said", "says"):
        return True  # immigrant advocates said
    if word in _NOUNS and following in (",", ".") and not _are_several(tokens, index):
        return True  # a rules-based order,
    if form.base and following in ROLE_HEADS and index and not _are_several(tokens, index):
        return True  # the Sudanese state minister
    if index and word == "invited" and tokens[index - 1].text == "," and following == "as":
        return True  # Ada Brook, invited as an observer,
    after_quote = index > 1 and tokens[index - 1].kind == QUOTE
    before = low_at(tokens, index - 1 - after_quote)
    if word.endswith("ing") and after_quote and before in _POSSESSIVES:
        return True  # his “fire and fury” warning
    # an informed source, the disputed vote
    return word.endswith("ed") and index > 0 and before in _BEFORE_ADJECTIVES


def _is_weak_noun(tokens: Sequence[Token], index: int, form: Form) -> bool:
    """`her answer`, `Western claims`, `a victim of cyber attacks`"""
    if (form.base and _is_noun(tokens, index)) or (index and _is_thing(tokens, index, form)):
        return True
    quote = tokens[index - 1].quote if index else None
    if form.base and quote and quote.ends not in ",?!—…" and tokens[index].low != "read":
        return True  # staffing “meets or exceeds” state guidelines
    if low_at(tokens, index + 1) in ("accuse", "accused", "said", "say", "claimed", "claim"):
        return True  # victims of the blast accuse
    quoted = index > 1 and tokens[index - 1].kind == QUOTE
    before = low_at(tokens, index - 1 - quoted)
    several = tokens[index].low.endswith("s")
    if several and (before == "'s" or before in demonyms() or before in _SIDES):
        return True
    return several and form.kind == "judge" and _is_plain(tokens, index - 1)


def _is_noun(tokens: Sequence[Token], index: int) -> bool:
    """`her answer`, `on an absent state if that …`: with a determiner and no verb."""
    quoted = index > 1 and tokens[index - 1].kind == QUOTE
    if low_at(tokens, index - 1 - quoted) in _POSSESSIVES:
        return True  # her answer, her “harsh” answer
    if low_at(tokens, index - 1) == "the" and low_at(tokens, index + 1) in PREPOSITIONS:
        return True  # the protest in Oslo
    if low_at(tokens, index - 1) in ("general", "legal", "special"):
        return True  # the general counsel
    near = range(max(0, index - 3), index)
    if not any(tokens[at].low in ("a", "an", "this", "its") for at in near):
        return False
    plural = (tokens[at] for at in near if tokens[at].low.endswith("s"))
    plain = all(token.low == "news" for token in plural)  # a news report that
    return plain and all(tokens[at].kind == WORD for at in near)


def _is_thing(tokens: Sequence[Token], index: int, form: Form) -> bool:
    """`the order that has ended it`, `the seven states that share it`, `the claims are old`"""
    word, following, before = tokens[index].low, low_at(tokens, index + 1), tokens[index - 1]
    noun = form.base or word.endswith("s")
    several = before.kind == NUMBER or before.low in _MANY
    if noun and following == "that" and (several or form.base):
        return several or is_verb_of_relative(tokens, index + 2)
    asked = any(token.low in _RELATIVES for token in tokens[max(0, index - 5) : index])
    return noun and following in FINITE and not asked and word.endswith("s")


def _is_plain(tokens: Sequence[Token], at: int) -> bool:
    """Is it a word in small letters that names nobody who may speak?"""
    token = tokens[at] if at > 0 else None
    if token is None or token.kind != WORD or token.capital or is_adverb(token):
        return False
    speaks = token.low in ROLE_HEADS or token.low in BODY_WORDS or token.low in DOCUMENTS
    small = token.low in PRONOUNS or token.low in PREPOSITIONS or token.low in CONJUNCTIONS
    return not (speaks or small)


def _are_several(tokens: Sequence[Token], index: int) -> bool:
    """`…, analysts note.`, `…, they claim.`; not `…, from the reclusive state.`"""
    while index > 1 and is_adverb(tokens[index - 1]):
        index -= 1
    before = low_at(tokens, index - 1)
    if index and tokens[index - 1].capital and tokens[index].low == "forecast":
        return True  # …, Mr Brook forecast.
    return not before or before.endswith("s") or before in PRONOUNS or before in _PEOPLE
