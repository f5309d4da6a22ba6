"""From the names that a file gives to the archive's records.

Names are not people: a speaker is taken for a known one only when name and polity agree. When in
doubt there is a new speaker; where two fit equally, the attribution stays as printed and the
speaker unknown, until an editor resolves it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from articles.dates import PartialDate
from articles.models import Merger, Polity, Source, Speaker, SpeakerName, Statement, Tenure, Topic
from articles.readers.countries import COUNTRIES, ORGANISATIONS

from . import attribution

FEW = 20  # names of a source that are looked up one by one; then all who spoke in it are read


class Names:
    """Remembers, for one load, what it has looked up or made.

    `forget` it when what was made has been rolled back. The methods that may make a record are
    to be called in the transaction that uses it.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self._sources: dict[str, int] = {}
        self._topics: dict[str, int] | None = None
        self._polities: dict[str, int] = {}
        self._speakers: dict[tuple[str, int | None, int], int | None] = {}
        self._asked: dict[int, int] = {}  # source -> how often who spoke in it was asked
        self._spoke: dict[int, set[tuple[int, int | None]]] = {}  # who, for which polity
        self._tenures: dict[tuple[int, int | None, PartialDate], int | None] = {}
        self._officeholders: set[int] | None = None

    def known_source(self, name: str) -> int | None:
        """The source's primary key; None when there is none yet."""
        if name not in self._sources:
            found = Source.objects.filter(name=name).values_list("pk", flat=True).first()
            found = found or _taken_up("source").get(name)
            if found is None:
                return None
            self._sources[name] = found
        return self._sources[name]

    def source(self, name: str) -> int:
        """The source's primary key; one is made when unknown."""
        known = self.known_source(name)
        if known is None:
            known = self._sources[name] = Source.objects.create(name=name).pk
        return known

    def topic(self, name: str) -> int:
        """The topic's primary key, whatever the case of its letters; made when unknown."""
        key = name.casefold()
        if self._topics is None:
            self._topics = {
                known.casefold(): pk
                for known, pk in [
                    *_taken_up("topic").items(),
                    *Topic.objects.values_list("name", "pk"),
                ]
            }
        if key not in self._topics:
            self._topics[key] = Topic.objects.create(name=name).pk
        return self._topics[key]

    def topics(self, names: Iterable[str]) -> set[int]:
        """Each once, though two names may differ in nothing but the case of their letters."""
        return {self.topic(name) for name in names}

    def polity(self, code: str) -> int | None:
        """The primary key of the polity with this code; made when unknown, None without a code."""
        if not code:
            return None
        if code not in self._polities:
            found = Polity.objects.filter(code=code).first() or _polity_by_name(code)
            self._polities[code] = found.pk
        return self._polities[code]

    def speaker(self, name: str, polity: int | None, source: int) -> int | None:
        """The primary key of who a source means by a name; None where nobody can be said.

        A new speaker is made for a name by which nobody is known.
        """
        known = self.known_speaker(name, polity, source)
        if isinstance(known, str):
            made = Speaker.objects.create(name=name, kind=attribution.kind_of(name))
            known = self._speakers[name, polity, source] = made.pk
        if known is not None and source in self._spoke:
            self._spoke[source].add((known, polity))
        return known

    def known_speaker(self, name: str, polity: int | None, source: int) -> int | str | None:
        """The same, but nobody is made: a name by which nobody is known stands for itself."""
        if not name or attribution.names_office(name):
            return None
        key = (name, polity, source)
        if key not in self._speakers:
            found = self._candidates(name, polity, source)
            if not found:
                return name
            self._speakers[key] = found[0] if len(found) == 1 else None
        return self._speakers[key]

    def _candidates(self, name: str, polity: int | None, source: int) -> list[int]:
        """Up to two speakers known by this name who have spoken, or held office, for the polity.

        A single word says nothing outside its source; nor does a name without a polity.
        """
        named = _known_as(name)
        if not named:
            return []
        if polity is not None and not attribution.is_single_word(name):
            return _of_polity(named, polity)
        self._asked[source] = self._asked.get(source, 0) + 1
        if self._asked[source] <= FEW:
            spoke = _spoke(source).filter(polity=polity, speaker__in=named)
            return list(spoke.values_list("speaker", flat=True).order_by().distinct()[:2])
        if source not in self._spoke:
            pairs = _spoke(source).values_list("speaker", "polity").order_by().distinct()
            self._spoke[source] = set(pairs)
        return [pk for pk in named if (pk, polity) in self._spoke[source]][:2]

    def tenure(
        self, speaker: int | str | None, polity: int | None, said: PartialDate | None
    ) -> int | None:
        """The office that a speaker held on a day, where only one comes into question."""
        if not isinstance(speaker, int) or said is None or said.precision != "day":
            return None
        if self._officeholders is None:  # few of all who speak: most are not asked about
            self._officeholders = set(Tenure.objects.values_list("speaker", flat=True))
        if speaker not in self._officeholders:
            return None
        key = (speaker, polity, said)
        if key not in self._tenures:
            held = Tenure.objects.filter(speaker=speaker).in_force(said.first)
            if polity is not None:
                held = held.filter(Q(office__polity=polity) | Q(office__polity=None))
            found = list(held.values_list("pk", flat=True)[:2])
            self._tenures[key] = found[0] if len(found) == 1 else None
        return self._tenures[key]


def _taken_up(kind: str) -> dict[str, int]:
    """The names of records that were merged into another -> the other's primary key."""
    return dict(Merger.objects.filter(kind=kind, undone_at=None).values_list("name", "kept"))


def _polity_by_name(code: str) -> Polity:
    """The polity of the code's name if it has no code of its own, else a new one."""
    name = COUNTRIES[code]
    known = Polity.objects.filter(name=name).first()
    if known and not known.code:
        return known
    kind = Polity.Kind.ORGANISATION if code in ORGANISATIONS else Polity.Kind.STATE
    return Polity.objects.create(name=f"{name} ({code})" if known else name, code=code, kind=kind)


def _spoke(source: int) -> QuerySet[Statement]:
    """What was said in the source by somebody."""
    return Statement.objects.filter(article__source=source, speaker__isnull=False)


def _known_as(name: str) -> list[int]:
    """The speakers of this name, or with it among their other names; in order."""
    named = Speaker.objects.filter(name=name).values_list("pk")
    others = SpeakerName.objects.filter(name=name).values_list("speaker_id")
    return sorted(pk for (pk,) in named.union(others))


def _of_polity(speakers: list[int], polity: int) -> list[int]:
    """Up to two of the speakers, who have spoken or held office for the polity."""
    spoke = Statement.objects.filter(speaker=OuterRef("pk"), polity=polity)
    served = Tenure.objects.filter(speaker=OuterRef("pk"), office__polity=polity)
    people = Speaker.objects.filter(Q(Exists(spoke)) | Q(Exists(served)), pk__in=speakers)
    return list(people.values_list("pk", flat=True)[:2])
