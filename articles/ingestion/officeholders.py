"""Speakers, polities, offices and tenures from a list of officeholders.

A person of the list is taken for a known speaker only when a name agrees, and the year of birth or
the polity too; else a new one is made, and a namesake is reported. What the archive already says
stays: the list fills what is empty, and where the two differ, that is reported and the archive's
kept. Loading a list again changes nothing. Of a line without any date nothing is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from django.db import transaction

from articles.dates import PartialDate
from articles.models import Office, Polity, Speaker, SpeakerName, Tenure
from articles.readers.officeholders import BadLine, Holder, Names

from .capacity import give_offices
from .known_holders import Held, KnownHolders, Unclear
from .names import Names as KnownNames

Report = Callable[[int, str], None]  # the line of the list, and what there is to say of it


def load_officeholders(
    lines: Iterable[Holder | BadLine],
    people: Mapping[str, Names],
    report: Report,
    *,
    dry_run: bool = False,
) -> Counter[str]:
    """Load the list in one transaction. What became of it, in numbers: see `_Loading`."""
    with transaction.atomic():
        loading = _Loading(people, report)
        for line in lines:
            loading.take(line)
        loading.counts["statements"] = give_offices(loading.new_tenures)
        if dry_run:
            transaction.set_rollback(True)
    return loading.counts


class _Loading:
    """`counts`: speakers, polities, offices, tenures (made); filled; unchanged; undated;
    conflicts; failed; statements (that now have the office of their day).
    """

    def __init__(self, people: Mapping[str, Names], report: Report) -> None:
        self.people, self.report = people, report
        self.counts: Counter[str] = Counter()
        self.known = KnownHolders()
        self.names = KnownNames()
        self.persons: dict[str, Speaker | None] = {}  # what the list calls them -> who that is
        self.new_tenures: list[Tenure] = []
        self.polities: dict[tuple[str, str], Polity | None] = {}

    def take(self, line: Holder | BadLine) -> None:
        if isinstance(line, BadLine):
            self.counts["failed"] += 1
            self.report(line.line, line.reason)
            return
        if not line.dated:
            self.counts["undated"] += 1
            return
        office = self._office(line)
        speaker = self._speaker(line, office)
        if speaker:
            self._hold(line, speaker, office)

    def _conflict(self, line: Holder, words: str) -> None:
        self.counts["conflicts"] += 1
        self.report(line.line, words)

    # --- polity and office -----------------------------------------------------------------------

    def _polity(self, line: Holder) -> Polity | None:
        asked = (line.country_code, line.country)
        if asked not in self.polities:
            before = Polity.objects.count()
            self.polities[asked] = self._find_polity(*asked)
            self.counts["polities"] += Polity.objects.count() - before
        return self.polities[asked]

    def _find_polity(self, code: str, name: str) -> Polity | None:
        known = self.names.polity(code)
        if known is not None:
            return Polity.objects.get(pk=known)
        return Polity.objects.get_or_create(name=name)[0] if name else None

    def _office(self, line: Holder) -> Office:
        polity = self._polity(line)
        office = self.known.office(line.office, polity)
        if office is None:
            office = Office.objects.create(title=line.office, polity=polity)
            self.known.add_office(office)
            self.counts["offices"] += 1
        return office

    # --- the person ------------------------------------------------------------------------------

    def _speaker(self, line: Holder, office: Office) -> Speaker | None:
        """Who that is, made when unknown; None where the archive leaves it open."""
        called = line.person_id or f"{line.person}, born {line.born}"
        if called not in self.persons:
            try:
                found = self.known.speaker(line, office)
            except Unclear as unclear:
                self._conflict(line, str(unclear))
                found = None
            else:
                found = found or self._new_speaker(line)
                self._fill(line, found)
            self.persons[called] = found
        return self.persons[called]

    def _new_speaker(self, line: Holder) -> Speaker:
        for namesake in self.known.named(line.person):
            known = f"{namesake} ({namesake.slug})"
            self.report(line.line, f"{line.person} is a new speaker; the archive has {known}.")
        names = self.people.get(line.person_id, Names())
        speaker = Speaker(name=line.person, sort_name=names.sort_name)
        speaker.save()
        self.known.add_speaker(speaker)
        self.counts["speakers"] += 1
        return speaker

    def _fill(self, line: Holder, speaker: Speaker) -> None:
        """Years of birth and death where the archive has none, and names that it does not know."""
        filled = [self._fill_date(line, speaker, name) for name in ("born", "died")]
        if any(filled):
            speaker.save()
        other = self.people.get(line.person_id, Names()).other_name
        for name in {line.person, other} - {"", speaker.name}:
            if not self.known.is_called(speaker, name):
                made = SpeakerName.objects.create(speaker=speaker, name=name)
                self.known.add_name(made)

    def _fill_date(self, line: Holder, speaker: Speaker, name: str) -> bool:
        """Whether there was something to fill."""
        ours, theirs = getattr(speaker, name), getattr(line, name)
        if theirs is None or _agree(ours, theirs):
            return False
        if ours is not None:
            self._conflict(line, f"{speaker}: {name} {ours} in the archive, {theirs} in the list.")
            return False
        if name == "died" and speaker.born and theirs.last < speaker.born.first:
            self._conflict(line, f"{speaker}: died {theirs}, but was born {speaker.born}.")
            return False
        setattr(speaker, name, theirs)
        return True

    # --- the tenure ------------------------------------------------------------------------------

    def _hold(self, line: Holder, speaker: Speaker, office: Office) -> None:
        held = self.known.tenures(speaker, office)
        same = next((one for one in held if _agree_or_none(one.starts, line.starts)), None)
        if same is None:
            overlapping = next((one for one in held if one.overlaps(line.starts, line.ends)), None)
            if overlapping:
                self._conflict(line, _differ(speaker, office, overlapping, line))
                return
            self._new_tenure(line, speaker, office)
        elif line.ends is None or _agree(same.ends, line.ends):
            self.counts["unchanged"] += 1
        elif same.ends is None:
            self._end(line, speaker, same)
        else:
            self._conflict(line, _differ(speaker, office, same, line))

    def _new_tenure(self, line: Holder, speaker: Speaker, office: Office) -> None:
        tenure = Tenure(speaker=speaker, office=office)
        tenure.starts, tenure.ends = line.starts, line.ends
        tenure.save()
        self.known.add_tenure(tenure)
        self.new_tenures.append(tenure)
        self.counts["tenures"] += 1

    def _end(self, line: Holder, speaker: Speaker, held: Held) -> None:
        """The archive knows no end: the list's."""
        tenure = Tenure.objects.get(pk=held.pk)
        tenure.ends = line.ends
        tenure.save()
        held.ends = line.ends
        self.counts["filled"] += 1


def _agree(ours: PartialDate | None, theirs: PartialDate) -> bool:
    """The same, or one within the other: 2019 and 14 May 2019."""
    if ours is None:
        return False
    within = ours.first <= theirs.first and theirs.last <= ours.last
    return within or (theirs.first <= ours.first and ours.last <= theirs.last)


def _agree_or_none(ours: PartialDate | None, theirs: PartialDate | None) -> bool:
    return ours is None if theirs is None else _agree(ours, theirs)


def _differ(speaker: Speaker, office: Office, held: Held, line: Holder) -> str:
    ours, theirs = (f"{a or '…'} to {b or '…'}" for a, b in (held.span, (line.starts, line.ends)))
    return f"{speaker}, {office.title}: {ours} in the archive, {theirs} in the list."
