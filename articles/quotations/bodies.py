"""Which body speaks: `the Election Commission`, `the ministry`, `the bloc ECOWAS`, `Oslo`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from .found import Source
from .lexicon import (
    AGENCIES,
    BODY_NAMES,
    BODY_WORDS,
    DETERMINERS,
    PARTICLES,
    ROLE_HEADS,
    polities,
    words,
)
from .memory import Answer
from .mentions import is_body, is_polity, without_owner
from .people import Entity, Registry
from .phrases import INNER
from .tokens import Token

MOST = 50  # bodies that "the ministry" may be
_ANONYMOUS = words("anonymous")
_CALLED = words("called")
_DESCRIBING = frozenset(["agency", "company", "utility", "newspaper"])
_FOR = frozenset(["for", "on", "of", "against"])
_SAME = {"bench": "court"}
_PARTIES = words("parties")
_OUTLETS = frozenset(["stations", "channels", "outlets", "newspapers", "papers", "agencies"])
_PAPERS = frozenset(["times", "post", "telegraph", "journal", "herald", "tribune", "guardian"])
_PAPERS |= {"mail", "express", "gazette", "chronicle", "news", "star", "daily", "magazine"}
_WITHOUT_THE = frozenset(["labour", "labor"])
_SIDES = frozenset(["ruling", "opposition"])


def named(
    registry: Registry, text: str, tokens: Sequence[Token], before: dict[Entity, None]
) -> Answer:
    """A body by its name; `the ministry` is the last ministry named.

    `before` are the bodies named so far, the last of them last.
    """
    last = tokens[-1].low
    several = last.endswith("s") and last[:-1] in ROLE_HEADS and not tokens[-1].text.isupper()
    several = several and not is_body(tokens) and tokens[-2:][0].text != "&"
    several = several or (last in _OUTLETS and not tokens[-1].capital)
    if several or last in _ANONYMOUS:
        return Answer()  # House Republicans, university officials
    tokens = without_owner(tokens)
    end = len(tokens)
    while end > 1 and tokens[end - 1].low in _DESCRIBING and not tokens[end - 1].capital:
        end -= 1
    while end > 1 and tokens[0].low in AGENCIES and not tokens[end - 1].capital:
        end -= 1
    if tokens[0].low in AGENCIES or _is_whole(tokens[:end]):
        tokens = tokens[:end]  # the Voda Donbasu utility company
    if len(tokens) == 2 and tokens[0].low == "the" and tokens[1].low in ("paper", "newspaper"):
        paper = next((e for e in reversed(before) if _is_paper(e)), None)
        return Answer(paper, how="body") if paper else Answer()
    if len(tokens) == 2 and tokens[1].text in ("North", "South"):
        half = _half(text, tokens[1].text)
        return Answer(registry.add(half, is_body=True), how="body") if half else Answer()
    first = 1 if tokens[0].low in DETERMINERS and len(tokens) > 1 else 0
    if first and len(tokens) == 2 and (entity := _last(registry, before, tokens[-1].low)):
        return Answer(entity, how="body")
    while first + 1 < len(tokens) and _only_describes(tokens, first):
        first += 1
    side = any(token.low in _SIDES for token in tokens[:first])
    if side and not any(token.capital for token in tokens[first:]):
        return Answer()  # the ruling party, which is not the last party named
    if _ends_with_letters(tokens):
        return Answer(registry.add(tokens[-1].text, is_body=True), how="body")
    first = max(first, _called(tokens))
    name = text[tokens[first].start : tokens[-1].end].partition(" (")[0]
    owned = len(tokens) > 1 and tokens[1].low == "'s" and is_polity([tokens[0].low])
    capital = any(token.capital for token in tokens[first or 1 :]) or tokens[0].text.isupper()
    capital = capital or (tokens[0].capital and tokens[0].low in BODY_NAMES)
    polity = is_polity([token.low for token in tokens]) and tokens[0].capital
    if owned or capital or polity:
        same = _same(registry, before, name)
        return Answer(same or registry.add(" ".join(name.split()), is_body=True), how="body")
    whose = tokens[0].low in DETERMINERS  # not plain "police"
    lows = [token.low for token in tokens[first:] if not token.low.endswith("-member")]
    lows = [low for low in lows if low != "top"]  # the top court
    found = _last(registry, before, *lows) if whose else None
    return Answer(found, how="body") if found else Answer()


def _same(registry: Registry, before: dict[Entity, None], name: str) -> Entity | None:
    """The `Norwegian Foreign Ministry` that `Norway's foreign ministry` is, and the other way; the
    `Ministry of Defence` that `the Defence Ministry` is.
    """
    sought = _state_and_rest(name)
    known = [*list(before)[-MOST:], *registry.bodies]
    same = (e for e in known if _state_and_rest(e.name) == sought)
    told = len(sought[1]) > 1 or (sought[0] and sought[1])
    return next(same, None) if told else None


@lru_cache(maxsize=1024)
def _state_and_rest(name: str) -> tuple[str, frozenset[str]]:
    """`Norway` and the words `foreign` and `ministry` of `Norway's Foreign Ministry`"""
    lows = [word.removesuffix("'s").removesuffix("’s") for word in name.lower().split()]
    for size in (3, 2, 1):
        if state := polities().get(" ".join(lows[:size])):
            return state, frozenset(lows[size:]) - _FOR
    return "", frozenset(lows) - _FOR


@lru_cache(maxsize=4)  # a text may say "the North" often, and is searched once
def _half(text: str, word: str) -> str | None:
    """`North Korea` for `the North`, where the text names one such state."""
    states = {state for state in polities().values() if state.startswith(f"{word} ")}
    named = [state for state in states if state in text]
    return named[0] if len(named) == 1 else None


def _is_paper(entity: Entity) -> bool:
    """`Daily Telegraph`, `New York Times`"""
    words = entity.name.lower().split()
    return words[-1] in _PAPERS or words[0] == "daily"


def party(tokens: Sequence[Token]) -> str | None:
    """`Social Democrats` of `the co-governing Social Democrats`; not `the Democrats`, who are
    several people.
    """
    alone = len(tokens) == 1 and tokens[0].capital
    if alone and (tokens[0].low in _WITHOUT_THE or tokens[0].low in AGENCIES):
        return tokens[0].text  # Labour said, Kyodo said
    if tokens[0].low != "the" or tokens[-1].low not in _PARTIES or not tokens[-1].capital:
        return None
    first = len(tokens) - 1
    while tokens[first - 1].capital and first > 1:
        first -= 1
    before = [token.low for token in tokens[first:-1]]
    american = not before or is_polity(before) or before[-1] in ("house", "senate")
    alone = american and tokens[-1].low == "democrats"
    return None if alone else " ".join(token.text for token in tokens[first:])


def letters(source: Source) -> str | None:
    """`UNHCR` of `the refugee agency, UNHCR, said`"""
    only = source.office[0].text if len(source.office) == 1 else ""
    body = any(token.low in BODY_WORDS for token in source.name)
    return only if only.isupper() and len(only) > 2 and body else None


def _is_whole(tokens: Sequence[Token]) -> bool:
    """`the Voda Donbasu`: two words of a name and no polity's."""
    plain = (t for t in tokens if t.low not in DETERMINERS and not t.low.endswith("-based"))
    name = [token.low for token in plain if token.capital]
    return len(name) > 1 and tokens[-1].capital and not (is_polity(name[-1:]) or is_polity(name))


def _only_describes(tokens: Sequence[Token], at: int) -> bool:
    """`ruling`, `regional`, `Paris-based` before a name in capitals; not `election commission`."""
    token = tokens[at]
    based = any(t.low.endswith("-based") for t in tokens[at : at + 3])
    if based or token.low in _SIDES:
        return True
    for following in tokens[at:]:
        if following.capital:
            return not token.capital
        if (following.low in BODY_WORDS - _SIDES) or following.low in INNER:
            break  # press service of the League
    return False


def _called(tokens: Sequence[Token]) -> int:
    """Where the name begins in `the Italian newspaper Corriere della Sera`; else 0."""
    for at in range(len(tokens) - 1, 0, -1):
        if not tokens[at].capital and tokens[at].low not in PARTICLES:
            named = at + 1 < len(tokens) and tokens[at].low in _CALLED
            return at + 1 if named else 0
    return 0


def _ends_with_letters(tokens: Sequence[Token]) -> bool:
    """`the West African bloc ECOWAS`"""
    last = tokens[-1].text
    return len(tokens) > 2 and last.isupper() and len(last) > 2 and not tokens[-2].capital


def _last(registry: Registry, before: dict[Entity, None], *words: str) -> Entity | None:
    """The body whose name has the words and ends so, "the ministry": the last of those named
    before, else the first of those that follow.
    """
    words = (*words[:-1], _SAME.get(words[-1], words[-1]))
    known = [*islice(reversed(before), MOST), *(e for e in registry.bodies if e not in before)]
    for entity in known:
        name = entity.name.lower().split()
        news = entity.name.lower() in AGENCIES or name[0] in AGENCIES
        of = next((at for at, word in enumerate(name) if word in _FOR and at), len(name))
        if len(name) > 1 and name[of - 1] == words[-1] and set(words) <= set(name) and not news:
            return entity
    return None
