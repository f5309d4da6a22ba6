"""What the archive knows of speakers, offices and tenures, read once for a list of holders."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from articles.dates import PartialDate
from articles.models import Office, Polity, Speaker, SpeakerName, Statement, Tenure
from articles.readers.officeholders import Holder

from .attribution import is_single_word


class Unclear(Exception):
    """Several speakers of the archive come into question; the message names them."""


@dataclass
class Held:
    """A tenure of the archive."""

    pk: int
    speaker: int
    starts: PartialDate | None
    ends: PartialDate | None

    @property
    def span(self) -> tuple[PartialDate | None, PartialDate | None]:
        return self.starts, self.ends

    def overlaps(self, starts: PartialDate | None, ends: PartialDate | None) -> bool:
        """By more than a common day: one may follow oneself."""
        begins = self.starts.first if self.starts else datetime.date.min
        stops = self.ends.last if self.ends else datetime.date.max
        first = starts.first if starts else datetime.date.min
        last = ends.last if ends else datetime.date.max
        return first < stops and begins < last


class KnownHolders:
    """Asks the database five times, then follows what is added."""

    def __init__(self) -> None:
        self._speakers: dict[int, Speaker] = {}
        self._named: dict[str, set[int]] = {}
        self._offices: dict[tuple[str, int | None], Office] = {}
        self._held: dict[int, list[Held]] = {}
        self._served: set[tuple[int, int | None]] = set()
        for speaker in Speaker.objects.all():
            self.add_speaker(speaker)
        for name in SpeakerName.objects.all():
            self.add_name(name)
        for office in Office.objects.all():
            self.add_office(office)
        for tenure in Tenure.objects.select_related("office"):
            self.add_tenure(tenure)
        spoke = Statement.objects.filter(speaker__isnull=False, polity__isnull=False)
        self._served |= set(spoke.values_list("speaker_id", "polity_id").distinct())

    def add_speaker(self, speaker: Speaker) -> None:
        self._speakers[speaker.pk] = speaker
        self._named.setdefault(speaker.name, set()).add(speaker.pk)

    def add_name(self, name: SpeakerName) -> None:
        self._named.setdefault(name.name, set()).add(name.speaker_id)

    def add_office(self, office: Office) -> None:
        self._offices[office.title, office.polity_id] = office

    def add_tenure(self, tenure: Tenure) -> None:
        held = Held(tenure.pk, tenure.speaker_id, tenure.starts, tenure.ends)
        self._held.setdefault(tenure.office_id, []).append(held)
        self._served.add((tenure.speaker_id, tenure.office.polity_id))

    def office(self, title: str, polity: Polity | None) -> Office | None:
        return self._offices.get((title, polity.pk if polity else None))

    def tenures(self, speaker: Speaker, office: Office) -> list[Held]:
        return [held for held in self._held.get(office.pk, ()) if held.speaker == speaker.pk]

    def named(self, name: str) -> list[Speaker]:
        """Who bears the name, as the name or as another one."""
        return [self._speakers[pk] for pk in sorted(self._named.get(name, ()))]

    def is_called(self, speaker: Speaker, name: str) -> bool:
        return speaker.pk in self._named.get(name, ())

    def speaker(self, holder: Holder, office: Office) -> Speaker | None:
        """Whom the list means; None where that is nobody of the archive. Unclear where several.

        The name must agree, and the year of birth or the polity with it; or, where an editor has
        changed the name, the surname, with the office held since the same day.
        """
        alive = [one for one in self.named(holder.person) if _may_be(one, holder)]
        found = [one for one in alive if self._is_sure(one, holder, office)]
        found = found or self._renamed(holder, office)
        if len(found) > 1:
            slugs = ", ".join(one.slug for one in found)
            raise Unclear(f"{holder.person} may be several speakers of the archive: {slugs}.")
        return found[0] if found else None

    def _is_sure(self, speaker: Speaker, holder: Holder, office: Office) -> bool:
        if speaker.born and holder.born:
            return True
        served = (speaker.pk, office.polity_id) in self._served
        return served and office.polity_id is not None and not is_single_word(holder.person)

    def _renamed(self, holder: Holder, office: Office) -> list[Speaker]:
        surname = _surname(holder.person)
        since = {
            held.speaker
            for held in self._held.get(office.pk, ())
            if held.starts and held.starts == holder.starts
        }
        held_it = (self._speakers[pk] for pk in sorted(since))
        return [one for one in held_it if _surname(one.name) == surname and _may_be(one, holder)]


def _surname(name: str) -> str:
    """The last word that is no “Jr.”, “III”, in lower case."""
    words = [word.strip(",.").lower() for word in name.split()]
    return next((w for w in reversed(words) if w not in ("jr", "sr", "ii", "iii", "iv")), "")


def _may_be(speaker: Speaker, holder: Holder) -> bool:
    """A person, and not born or dead in another year."""
    if speaker.kind != Speaker.Kind.PERSON:
        return False
    for ours, theirs in ((speaker.born, holder.born), (speaker.died, holder.died)):
        if ours and theirs and ours.first.year != theirs.first.year:
            return False
    return True
