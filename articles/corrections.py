"""What was corrected on a record while everybody could see it, and when.

Triggers keep what a row was before each change. From these rows follows what the public saw, and
from two of them that followed each other what was corrected. What was changed while the record
was not public, who changed it, and notes between editors are nobody's business here.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils import timezone
from django.utils.formats import date_format

from articles.dates import PartialDate
from articles.differences import cut_to_the_change
from articles.models import Article, Occasion, Polity, Source, Speaker, Statement, Tenure, Topic

SHOWN = 50  # changes looked at, the newest
BACK = "public again"  # what was withdrawn

# A relation to what its history is called, and whose keys it keeps.
RELATIONS = {"topics": ("topic", "topic"), "addressees": ("addressee", "speaker")}

Moment = datetime.datetime
Interval = tuple[Moment, Moment]  # from, to


@dataclass(frozen=True)
class Difference:
    """What it is called, before and after; empty where there was or is nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Correction:
    at: Moment
    differences: list[Difference]


def of_article(article: Article) -> list[Correction]:
    """The corrections of a public article, newest first. Three queries, and one for each name."""
    states = _states(article, "topics")
    return _corrections([one for one in states if _is_published(one.row)], ARTICLE, _taken(states))


def of_statement(statement: Statement) -> list[Correction]:
    """The corrections of a public statement, newest first. Six queries, and one for each name."""
    of_its_article = _states(statement.article)
    states = _states(statement, "topics", "addressees")
    open_to_all = [(one.since, one.until) for one in of_its_article if _is_published(one.row)]
    public = [
        seen
        for state in states
        if state.row.status == Statement.Status.CONFIRMED
        for seen in _seen(state, open_to_all)
    ]
    return _corrections(public, STATEMENT, [*_taken(of_its_article), *_taken(states)])


def _is_published(row: Any) -> bool:
    return row.status == Article.Status.PUBLISHED


# --- what a record was, and when -----------------------------------------------------------------


@dataclass(frozen=True)
class _State:
    """What a record was from `since` to `until`: `row` is an event or the record itself.

    `links` are the keys of what it is linked to, by the name of the relation.
    """

    row: Any
    links: Mapping[str, frozenset[int]]
    since: Moment
    until: Moment


def _states(record: Any, *relations: str) -> list[_State]:
    """The last states of a record with these relations, oldest first.

    What lasted no time, nobody saw.
    """
    changes = _rows(record) + [one for name in relations for one in _links(record, name)]
    changes.sort(key=lambda change: change.at, reverse=True)
    row, until = record, timezone.now()
    links = {name: frozenset(one.pk for one in getattr(record, name).all()) for name in relations}
    states = []
    for change in changes[:SHOWN]:
        states.append(_State(row, dict(links), change.at, until))
        row, until = change.before or row, change.at
        links = {**links, **change.undone(links)}
    states.append(_State(row, links, min(record.created_at, until), until))
    return [state for state in reversed(states) if state.since < state.until]


@dataclass(frozen=True)
class _Change:
    """`before` is the row that was changed, or a link of `relation` was `added` or taken away."""

    at: Moment
    before: Any = None
    relation: str = ""
    key: int = 0
    added: bool = False

    def undone(self, links: Mapping[str, frozenset[int]]) -> dict[str, frozenset[int]]:
        if not self.relation:
            return {}
        now, one = links[self.relation], {self.key}
        return {self.relation: now - one if self.added else now | one}


def _rows(record: Any) -> list[_Change]:
    newest = record.events.filter(pgh_label="update").order_by("-pgh_id")[:SHOWN]
    return [_Change(event.pgh_created_at, before=event) for event in newest]


def _links(record: Any, relation: str) -> list[_Change]:
    owner, (kept, target) = record._meta.model_name, RELATIONS[relation]
    model: Any = apps.get_model("articles", f"{owner}{kept}event")
    events = list(model.objects.filter(**{owner: record.pk}).order_by("-pgh_id")[:SHOWN])
    return [
        _Change(
            event.pgh_created_at,
            relation=relation,
            key=getattr(event, f"{target}_id"),
            added=event.pgh_label == "insert",
        )
        for event in events
        if not _came_with(record, event, first=events[-1])
    ]


def _came_with(record: Any, event: Any, first: Any) -> bool:
    """Whether a link was made together with its record.

    Those that a fixture brings come after the moment at which the record says it was made; they are
    the first that is known of it, and nobody's.
    """
    at = event.pgh_created_at
    by_a_fixture = at == first.pgh_created_at and event.pgh_context_id is None
    return event.pgh_label == "insert" and (at <= record.created_at or by_a_fixture)


def _seen(state: _State, intervals: Iterable[Interval]) -> Iterator[_State]:
    """The state for each time for which it lay open, in any of the intervals."""
    for since, until in intervals:
        start, end = max(since, state.since), min(until, state.until)
        if start < end:
            yield replace(state, since=start, until=end)


def _taken(states: Sequence[_State]) -> list[_State]:
    """The states with which an address began to say that, and why, the record was withdrawn."""
    return [
        after
        for before, after in pairwise([None, *states])
        if after and after.row.status == "withdrawn" != (before and before.row.status)
    ]


def _corrections(
    public: Sequence[_State], shown: Sequence[_Shown], withdrawn: Sequence[_State]
) -> list[Correction]:
    found = []
    for before, after in pairwise(public):
        differences = [one for field in shown if (one := field.difference(before, after))]
        differences += [
            Difference(f"Withdrawn on {date_format(one.since, 'j F Y')}", _reason(one.row), BACK)
            for one in withdrawn
            if before.until <= one.since < after.since
        ]
        if differences:
            found.append(Correction(after.since, differences))
    return found[::-1]


def _reason(row: Any) -> str:
    return str(getattr(row, "withdrawn_reason", "") or getattr(row, "status_reason", ""))


# --- what is shown of it -------------------------------------------------------------------------


@dataclass(frozen=True)
class _Shown:
    """A fact of a record in words; `key` is what has to differ. `is_long`: only what changed."""

    name: str
    key: Callable[[_State], Any]
    words: Callable[[Any], str] = str
    is_long: bool = False

    def difference(self, before: _State, after: _State) -> Difference | None:
        old, new = self.key(before), self.key(after)
        if old == new:
            return None
        said = [self.words(value) if value else "" for value in (old, new)]
        return Difference(self.name, *(cut_to_the_change(*said) if self.is_long else said))


def _text(name: str, attribute: str, *, is_long: bool = False) -> _Shown:
    return _Shown(name, lambda state: getattr(state.row, attribute), is_long=is_long)


def _date(name: str, column: str) -> _Shown:
    def key(state: _State) -> PartialDate | None:
        columns = (getattr(state.row, one) for one in (column, f"{column}_precision"))
        return PartialDate.from_columns(*columns)

    return _Shown(name, key, lambda date: date.in_words)


def _record(name: str, attribute: str, model: type[Model]) -> _Shown:
    def words(key: int) -> str:
        found = model._default_manager.filter(pk=key).first()
        return str(found) if found else "a record that has since been merged or removed"

    return _Shown(name, lambda state: getattr(state.row, attribute), words)


def _records(name: str, relation: str, model: type[Model]) -> _Shown:
    def words(keys: frozenset[int]) -> str:
        found = model._default_manager.filter(pk__in=keys)
        return ", ".join(sorted(map(str, found), key=str.lower))

    return _Shown(name, lambda state: state.links[relation], words)


def _office(key: int) -> str:
    found = Tenure.objects.select_related("office__polity").filter(pk=key).first()
    return str(found.office) if found else "an office that has since been removed"


ARTICLE = (
    _text("Headline", "title"),
    _text("Standfirst", "summary", is_long=True),
    _text("Text", "body", is_long=True),
    _record("Source", "source_id", Source),
    _date("Published", "published_on"),
    _text("Place", "place"),
    _text("Address of the original", "url"),
    _text("Archived copy", "archived_url"),
    _text("Language", "language"),
    _records("Topics", "topics", Topic),
)
STATEMENT = (
    _text("Words", "text", is_long=True),
    _Shown("Kind", lambda state: state.row.kind, lambda kind: str(Statement.Kind(kind).label)),
    _record("Speaker", "speaker_id", Speaker),
    _Shown("Office on that day", lambda state: state.row.tenure_id, _office),
    _text("Office as printed", "office_as_printed"),
    _record("Spoken for", "polity_id", Polity),
    _text("Attribution as printed", "attribution"),
    _text("Verb of saying as printed", "cue"),
    _date("Said on", "said_on"),
    _text("Place", "place"),
    _record("Occasion", "occasion_id", Occasion),
    _text("Language", "language"),
    _records("Said to", "addressees", Speaker),
    _records("Topics", "topics", Topic),
)
