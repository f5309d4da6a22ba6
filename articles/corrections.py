"""What was corrected on a record while everybody could see it, and when.

Triggers keep what a row was before each change. From these rows follows what the public saw, and
from two of them that followed each other what was corrected. What was changed while the record
was not public, who changed it, and notes between editors are nobody's business here.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from django.db.models import Model
from django.utils import timezone

from articles.dates import PartialDate
from articles.differences import cut_to_the_change
from articles.models import Article, Occasion, Polity, Source, Speaker, Statement, Tenure

SHOWN = 50  # changes looked at, the newest

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
    """The corrections of a public article, newest first. One query, and one for each name."""
    states = _states(article)
    return _corrections([state for state in states if _is_published(state.row)], ARTICLE)


def of_statement(statement: Statement) -> list[Correction]:
    """The corrections of a public statement, newest first. Two queries, and one for each name."""
    open_to_all = [
        (state.since, state.until)
        for state in _states(statement.article)
        if _is_published(state.row)
    ]
    public = [
        _State(state.row, *seen)
        for state in _states(statement)
        if state.row.status == Statement.Status.CONFIRMED and (seen := _seen(state, open_to_all))
    ]
    return _corrections(public, STATEMENT)


def _is_published(row: Any) -> bool:
    return row.status == Article.Status.PUBLISHED


# --- what a record was, and when -----------------------------------------------------------------


@dataclass(frozen=True)
class _State:
    """A row as it was from `since` to `until`; `row` is an event or the record itself."""

    row: Any
    since: Moment
    until: Moment


def _states(record: Any) -> list[_State]:
    """The last states of a record, oldest first. What lasted no time, nobody saw."""
    newest = record.events.filter(pgh_label="update").order_by("-pgh_id")[:SHOWN]
    events = list(reversed(newest))
    changes = [event.pgh_created_at for event in events]
    moments = [min(record.created_at, *changes, timezone.now()), *changes, timezone.now()]
    states = [
        _State(row, since, until)
        for row, (since, until) in zip([*events, record], pairwise(moments), strict=True)
    ]
    return [state for state in states if state.since < state.until]


def _seen(state: _State, intervals: Iterable[Interval]) -> Interval | None:
    """The first time for which the state lay open in any of the intervals."""
    for since, until in intervals:
        start, end = max(since, state.since), min(until, state.until)
        if start < end:
            return start, end
    return None


def _corrections(states: Sequence[_State], shown: Sequence[_Shown]) -> list[Correction]:
    found = []
    for before, after in pairwise(states):
        differences = [one for field in shown if (one := field.difference(before.row, after.row))]
        if differences:
            found.append(Correction(after.since, differences))
    return found[::-1]


# --- what is shown of it -------------------------------------------------------------------------


@dataclass(frozen=True)
class _Shown:
    """A fact of a record in words; `key` is what has to differ. `is_long`: only what changed."""

    name: str
    key: Callable[[Any], Any]
    words: Callable[[Any], str] = str
    is_long: bool = False

    def difference(self, before: Any, after: Any) -> Difference | None:
        old, new = self.key(before), self.key(after)
        if old == new:
            return None
        said = ["" if value in (None, "") else self.words(value) for value in (old, new)]
        return Difference(self.name, *(cut_to_the_change(*said) if self.is_long else said))


def _text(name: str, attribute: str, *, is_long: bool = False) -> _Shown:
    return _Shown(name, lambda row: getattr(row, attribute), is_long=is_long)


def _date(name: str, column: str) -> _Shown:
    def key(row: Any) -> PartialDate | None:
        return PartialDate.from_columns(getattr(row, column), getattr(row, f"{column}_precision"))

    return _Shown(name, key, lambda date: date.in_words)


def _record(name: str, attribute: str, model: type[Model]) -> _Shown:
    def words(key: int) -> str:
        found = model._default_manager.filter(pk=key).first()
        return str(found) if found else "a record that has since been merged or removed"

    return _Shown(name, lambda row: getattr(row, attribute), words)


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
)
STATEMENT = (
    _text("Words", "text", is_long=True),
    _Shown("Kind", lambda row: row.kind, lambda kind: str(Statement.Kind(kind).label)),
    _record("Speaker", "speaker_id", Speaker),
    _Shown("Office on that day", lambda row: row.tenure_id, _office),
    _text("Office as printed", "office_as_printed"),
    _record("Spoken for", "polity_id", Polity),
    _text("Attribution as printed", "attribution"),
    _text("Verb of saying as printed", "cue"),
    _date("Said on", "said_on"),
    _text("Place", "place"),
    _record("Occasion", "occasion_id", Occasion),
)
