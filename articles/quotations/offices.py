"""Offices as printed: "the Russian foreign minister", "US Secretary of State", "top diplomat"."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from .lexicon import BODY_WORDS, lines, parts, polities, words
from .quotation import Person, Tenure

_IGNORED = words("ignored")
_LESSER, _SUBORDINATE = words("lesser"), words("subordinate")
_OF_UNIONS = frozenset(["commission", "council", "parliament"])
_SENT = frozenset(["representative", "delegate", "ambassador", "envoy"])
_RANKS = words("ranks")
_OFFICIAL = frozenset(["official"])
COUNTERPART = frozenset(["counterpart"])
MOST_WORDS = 12


@dataclass(frozen=True, slots=True)
class Title:
    """`words` are the office's, its usual name where it has several; `polity` whom it serves.

    `printed` are its words as they stand there.
    """

    words: frozenset[str]
    polity: str = ""
    former: bool = False
    printed: frozenset[str] = field(default=frozenset(), compare=False)


@cache
def _table() -> tuple[
    dict[frozenset[str], frozenset[str]], dict[frozenset[str], list[frozenset[str]]]
]:
    """Any name of an office -> the usual one; and what a general word may stand for."""
    same: dict[frozenset[str], frozenset[str]] = {}
    kinds: dict[frozenset[str], list[frozenset[str]]] = {}
    section = ""
    for line in lines("offices.txt"):
        if line.startswith("["):
            section = line.strip("[]")
            continue
        name, _, rest = line.partition("=")
        names = [_content(part.split()) for part in rest.split(",")]
        if section == "same":
            same.update(dict.fromkeys(names, _content(name.split())))
        else:
            kinds[_content(name.split())] = [same.get(name, name) for name in names]
    return same, kinds


def _content(words: Sequence[str]) -> frozenset[str]:
    return frozenset(part for word in words for part in parts(word) if part not in _IGNORED)


def title(words: Sequence[str]) -> Title:
    """The title in these words, in lower case: their polity is found and taken out."""
    return _title(tuple(words[:MOST_WORDS]))


@lru_cache(maxsize=4096)
def _title(words: tuple[str, ...]) -> Title:
    rest, polity, at = [], "", 0
    while at < len(words):
        for size in (3, 2, 1):
            name = polities().get(" ".join(words[at : at + size]))
            if name and at + size <= len(words):
                if polity and polity != name:
                    rest.append(name.lower())  # the US ambassador to Russia
                polity = polity or name
                at += size
                if size > 1 and words[at - 1] in _OF_UNIONS:
                    rest.append(words[at - 1])  # European Commission president
                break
        else:
            rest.append(words[at])
            at += 1
    content = _content(rest)
    former = any(part in ("former", "ex") for word in rest for part in parts(word))
    return Title(_usual(content), polity, former, content)


def _usual(content: frozenset[str]) -> frozenset[str]:
    """The usual name of an office, also where words are added: "presidential press secretary"."""
    same = _table()[0]
    if content in same:
        return same[content]
    within = [name for name in same if len(name) > 1 and name < content]
    longest = max(within, key=len, default=frozenset[str]())
    usual = set(same.get(longest, longest))
    for word in content - longest:
        usual |= same.get(frozenset([word]), {word})  # Pell's spokeswoman
    return frozenset(usual)


@lru_cache(maxsize=4096)
def title_of(tenure: Tenure) -> Title:
    """A tenure's office as a title: "Minister of Foreign Affairs", "Russia"."""
    serves = polities().get(tenure.polity.lower(), tenure.polity)
    words = f"{tenure.polity} {tenure.title}".lower().replace(",", " ").split()
    known = tenure.polity.lower() in polities()
    found = title(words if known else words[len(tenure.polity.split()) :])
    return Title(found.words, serves or found.polity)


def is_of_body(asked: Title, held: Title) -> bool:
    """Is the office held one of a body's that was not asked for, as a bank's president is?"""
    agree = bool(asked.polity) and asked.polity == held.polity
    return not agree and bool((held.words - asked.words) & BODY_WORDS)


def fit(asked: Title, held: Title) -> int:
    """How well a mention fits an office held: 0 not, 1 as a general word, 2 in part, 3 exactly.

    One more where the polities agree; where they differ, 0.
    """
    if not asked.words or (asked.polity and held.polity and asked.polity != held.polity):
        return 0
    agrees = int(bool(asked.polity) and asked.polity == held.polity)
    if agrees and held.words == COUNTERPART:  # whatever the other one is
        return 2
    if asked.words == held.words:
        return 3 + agrees
    if asked.polity and is_of_body(asked, held):
        return 0  # the US president is not the European Council's
    rank = asked.words <= _RANKS  # ministry spokesman Col. Ole Vik is the colonel
    if asked.words < held.words and (held.words - asked.words) & _SUBORDINATE and not rank:
        return 0  # the president's spokeswoman is not the president
    if asked.polity and not held.polity and asked.words & _SENT:
        return 0  # the representative of China is no special representative
    wider = held.words and held.words < asked.words and not (asked.words - held.words) & _LESSER
    part = asked.words < held.words or asked.printed < held.printed  # the defence | secretary
    if part or (asked.polity and wider):
        return 2 + agrees
    if wider:
        return 1 + agrees  # the bureau's director
    agreeable = agrees or not asked.polity or (asked.words == _OFFICIAL and not held.polity)
    return 1 + agrees if agreeable and _is_kind(asked.words, held.words) else 0


def _is_kind(asked: frozenset[str], held: frozenset[str]) -> bool:
    """May the office held be called so: a director `the chief`, an agency's `the agency chief`?"""
    for word in asked:
        kinds = _table()[1].get(frozenset([word]), ())
        if asked - {word} <= held and any(kind <= held for kind in kinds):
            return True
    return any(kind <= held for kind in _table()[1].get(asked, ()))


def is_loose(asked: Title, held: Title, lows: Sequence[str]) -> bool:
    """Does the title fit only somebody who was named before? A bank's president for `the
    president`, a secretary for `the environment secretary`; but the director for `the bureau's`.
    """
    wider = held.words < asked.words and not asked.polity and "'s" not in lows
    # Germany's spokesman, where China's is named later; but an envoy for somewhere is one's own.
    kind = not (asked.words <= held.words or held.words < asked.words)
    elsewhere = bool(asked.polity) and not held.polity and not asked.words & _SENT
    return wider or kind or elsewhere or is_of_body(asked, held)


def in_office(
    known: Iterable[Person], on: datetime.date | None, asked: Title
) -> list[tuple[Person, int]]:
    """Who of those known held such an office on the day, and how well it fits."""
    if on is None or not asked.words:
        return []
    found = []
    for person in known:
        fits = (fit(asked, title_of(held)) for held in person.tenures if held.in_force(on))
        best = max(fits, default=0)
        if best:
            found.append((person, best))
    return found
