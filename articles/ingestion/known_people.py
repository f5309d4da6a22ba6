"""The people of the archive whom an article may mean, as the quotation engine takes them.

Not all of them: those whose surname stands in the text, and those who held an office of a state
named in it on its day. Names are not people: a single word, and a name that two bear, is nobody's.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from functools import cached_property

from articles.dates import PartialDate
from articles.models import Polity, Speaker, SpeakerName, Tenure
from articles.quotations import Person
from articles.quotations import Tenure as Held
from articles.quotations.lexicon import polities, polity_words
from articles.quotations.people import key

from .attribution import is_single_word

MOST = 300  # people given to the engine for one article
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")


class KnownPeople:
    """Asks the database once for all names, then for each text twice."""

    @cached_property
    def _names(self) -> dict[int, list[str]]:
        """Primary key of a speaker -> the name, then the other names, that may be met."""
        found: dict[int, list[str]] = {}
        rows = Speaker.objects.values_list("pk", "name", "kind")
        bodies = {pk for pk, _, kind in rows if kind == Speaker.Kind.BODY}
        others = SpeakerName.objects.values_list("speaker_id", "name")
        for pk, name in [*((pk, name) for pk, name, _ in rows), *others]:
            if _is_telling(name, is_body=pk in bodies):
                found.setdefault(pk, []).append(name)
        return found

    @cached_property
    def _bearers(self) -> Counter[str]:
        return Counter(name for names in self._names.values() for name in {*map(key, names)})

    @cached_property
    def _by_surname(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for pk, names in self._names.items():
            for surname in {key(name.split()[-1]) for name in names}:
                found.setdefault(surname, []).append(pk)
        return found

    @cached_property
    def _polities(self) -> dict[str, list[int]]:
        """What the engine calls a state -> the archive's polities of that name."""
        found: dict[str, list[int]] = {}
        for pk, name in Polity.objects.values_list("pk", "name"):
            found.setdefault(polities().get(name.lower(), name), []).append(pk)
        return found

    def in_text(self, text: str, day: datetime.date | None) -> list[Person]:
        """Whom `text` may mean; `day` is that of the article, if it is known to the day."""
        words = {key(word) for word in _WORD.findall(text)}
        words |= {word.removesuffix("'s") for word in words}
        found = [pk for word in sorted(words) for pk in self._by_surname.get(word, ())]
        if day:
            found += self._in_office(text, words, day)
        chosen = list(dict.fromkeys(found))[:MOST]
        held: dict[int, list[Held]] = {}
        tenures = Tenure.objects.filter(speaker__in=chosen).select_related("office__polity")
        for tenure in tenures:
            held.setdefault(tenure.speaker_id, []).append(_held(tenure))
        people = (self._person(pk, held.get(pk, [])) for pk in chosen)
        return [person for person in people if person]

    def _in_office(self, text: str, words: set[str], day: datetime.date) -> list[int]:
        """Who held an office of a state that the text names; a tenure has to say since when."""
        lower = text.lower()
        named = {
            polity
            for form, polity in polities().items()
            if (form in words if " " not in form else form in lower)
        }
        theirs = [pk for name in named for pk in self._polities.get(name, ())]
        if not theirs:
            return []
        held = Tenure.objects.in_force(day).filter(
            office__polity__in=theirs, starts_on__isnull=False
        )
        keys = held.order_by("-starts_on", "pk").values_list("speaker_id", flat=True)[:MOST]
        return [pk for pk in keys if pk in self._names]

    def _person(self, pk: int, held: list[Held]) -> Person | None:
        own = [name for name in self._names[pk] if self._bearers[key(name)] == 1]
        return Person(own[0], pk, tuple(own[1:]), tuple(held)) if own else None


def _is_telling(name: str, *, is_body: bool) -> bool:
    """Can somebody be told by this name? A body by one that says of which state it is."""
    if is_body:
        return not polity_words().isdisjoint(name.lower().split())
    return not is_single_word(name)


def _held(tenure: Tenure) -> Held:
    starts: PartialDate | None = tenure.starts
    ends: PartialDate | None = tenure.ends
    polity = tenure.office.polity
    return Held(
        title=tenure.office.title,
        polity=polity.name if polity else "",
        starts=starts.first if starts else None,
        ends=ends.last if ends else None,
    )
