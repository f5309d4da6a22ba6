"""Who holds an office: `the Russian minister`, by the text, else by the archive on the day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence, Set

from .lexicon import MAN, WOMAN, words
from .memory import Answer, Memory
from .naming import Named
from .offices import COUNTERPART, Title, fit, in_office, is_loose, title
from .people import Entity, Registry
from .quotation import Person
from .tokens import Token

REMEMBERED = 8  # sentences back that a pronoun or an office may reach
CANDIDATES = 3
SOON = 4  # sentences back
LONGEST_OFFICE = 3  # words of "the shadow chancellor"
_SPEAKER = frozenset(["speaker"])
_GENERAL = words("general")


def in_text(
    registry: Registry, memories: Sequence[Memory], named: Set[Entity], lows: Sequence[str]
) -> Answer | None:
    """Who of those in the text holds the office in these words; `named` were named so far."""
    asked = title(lows)
    scored = sorted(
        (
            (*_suits(asked, held, e, e in named, memories), i, e)
            for i, e in enumerate(registry.titled())
            for held in e.titles
            if _distance(e, memories) <= REMEMBERED or not is_loose(asked, held, lows)
        ),
        key=lambda s: s[:-1],
        reverse=True,
    )
    sex = "man" if lows[-1] in MAN else "woman" if lows[-1] in WOMAN else ""
    may = [e for _, score, *_, e in scored if score and (not sex or e.sex in ("", sex))]
    here = [entity for _, entity in memories[-1].named] if memories else []
    other = {e for e in here if any(held.words == COUNTERPART for held in e.titles)}
    fits = sorted(dict.fromkeys(may), key=lambda e: e in other)  # in talks with his counterpart, …
    if asked.words <= _GENERAL and not asked.polity:  # the diplomat: who spoke last
        spoke = [memory.speaker for memory in reversed(memories) if memory.speaker in fits]
        fits = list(dict.fromkeys([*(entity for entity in spoke if entity), *fits]))
    if asked.printed == _SPEAKER and not fits:
        fits = [memory.speaker for memory in reversed(memories) if memory.speaker][:1]
        fits = [entity for entity in fits if not entity.is_body]  # at a briefing
    if not fits:
        return None
    return Answer(fits[0], how="office", candidates=[entity.shown for entity in fits[1:]])


def in_archive(
    registry: Registry, on: datetime.date | None, lows: Sequence[str], whole: Sequence[str]
) -> Answer:
    """Who held it on the day. `whole` has what hangs on it too: the US ambassador to Russia."""
    holders = in_office(registry.known, on, title(whole))
    known = [(held, person) for person, held in holders if held >= 3]
    exact = [person for held, person in known if held == 4]
    if len(exact) == 1 and title(lows).polity:
        entity = registry.add(exact[0].name)
        entity.person = exact[0]
        return Answer(entity, exact[0], how="office")
    return Answer(candidates=[person.name for _, person in known][:CANDIDATES])


def nobody_else(
    memories: Sequence[Memory], named: Set[Entity], lows: Sequence[str]
) -> Answer | None:
    """`The chancellor` of `Ada Brook has spoken. The chancellor said …`: the only person named so
    far, of whose offices the text tells nothing, where the sentences before are about them.
    """
    if lows[0] != "the" or len(lows) > LONGEST_OFFICE or lows[-1].startswith("spokes"):
        return None
    only = next(iter(named)) if len(named) == 1 else None
    about = (who for memory in memories[-SOON:] for who in (memory.speaker, memory.subject))
    if only is None or only.titles or only not in about:
        return None
    return Answer(only, how="nobody else")


def by_surname(
    registry: Registry,
    on: datetime.date | None,
    answer: Answer,
    tokens: Sequence[Token],
    named: Named,
) -> None:
    """A surname is somebody of the archive only with the office held on that day.

    So is a name that the archive knows otherwise: Mike Pompeo as Michael R. Pompeo.
    """
    asked = [title([t.low for t in tokens[named.title_first : named.first]])]
    asked += answer.entity.titles if answer.entity else []
    named_so = tokens[named.first].low, tokens[named.end - 1].low
    same = [person for person in registry.known if _may_be_called(person, *named_so)]
    held = {
        person: fits
        for one in asked
        for person, fits in in_office(registry.known, on, one)
        if fits >= 2 and person in same
    }
    if len(held) == 1:
        answer.person = next(iter(held))
        if answer.entity:
            answer.entity.person = answer.person
    else:
        answer.candidates += [person.name for person in same[:CANDIDATES]]


def _suits(
    asked: Title, held: Title, entity: Entity, named: bool, memories: Sequence[Memory]
) -> tuple[bool, int, bool, int]:
    """How well somebody suits an office: whoever was named goes before who is named later."""
    fits, same = fit(asked, held), asked.printed == held.printed
    return named and fits > 1, fits, same, -_distance(entity, memories)


def _distance(entity: Entity, memories: Sequence[Memory]) -> int:
    """How many sentences back the entity was named last; much if it was not yet."""
    for back, memory in enumerate(reversed(memories)):
        if entity is memory.speaker or entity is memory.subject:
            return back
        if any(entity is named for _, named in memory.named):
            return back
    return REMEMBERED + 1


def _may_be_called(person: Person, first: str, last: str) -> bool:
    """Is the surname the same, and the first name, if there is one, not of another initial?"""
    for name in (person.name, *person.other_names):
        words = name.lower().split()
        if words[-1] == last and (first == last or words[0][0] == first[0]):
            return True
    return False
