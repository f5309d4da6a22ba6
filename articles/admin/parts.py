"""What belongs to a record and is no column of it: rows that are edited with it, and its links.

A speaker's other names and offices, the holders of an office, the topics of an article or a
statement, whom a statement was said to. Their events stand in tables of their own; the history of
a record is of all of them, and so is what is put back.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Field, Model, Q, QuerySet

from articles.models import (
    Article,
    ArticleTopic,
    Office,
    Speaker,
    SpeakerName,
    Statement,
    StatementAddressee,
    StatementTopic,
    Tenure,
    Topic,
)
from articles.models.base import MOVED_ALONG

Values = dict[str, Any]  # of a row, by column, without its key
Named = Callable[[type[Model], Any], str]  # a record in words, by its key


@dataclass(frozen=True)
class Part:
    """Rows of `model` belong to the record that their foreign key `owner` names.

    `words` says an unsaved row to somebody who looks at that record.
    """

    noun: str
    model: type[Model]
    owner: str
    words: Callable[[Any, Named], str]

    def values(self, row: Any) -> Values:
        """Of a row or of an event."""
        columns = self.model._meta.concrete_fields
        return {one.attname: getattr(row, one.attname) for one in columns if not one.primary_key}

    def rows(self, record: Model) -> dict[int, Values]:
        """By primary key (one query)."""
        mine = self.model._default_manager.filter(**{self.owner: record.pk})
        return {row.pk: self.values(row) for row in mine.order_by("pk")}

    def events(self, record: Model) -> QuerySet:
        """Of rows that belong or belonged to the record, the newest first."""
        model: Any = apps.get_model("articles", f"{self.model.__name__}Event")
        belonged = Q(**{self.owner: record.pk})
        if hasattr(model, "pgh_obj"):  # a link has none: it never goes from one to another
            mine = self.model._default_manager.filter(**{self.owner: record.pk})
            belonged |= Q(pgh_obj__in=mine.values("pk"))
        return model.objects.filter(belonged).order_by("-pgh_id")

    def before(self, record: Model, moment: datetime.datetime) -> dict[int, Values]:
        """The rows as they were before what was done at the moment and since.

        A row that has come from another record since is among them, as it was there.
        """
        rows = self.rows(record)
        for event in self.events(record).filter(pgh_created_at__gte=moment):
            if event.pgh_label == "insert":
                rows.pop(event.id, None)
            else:
                rows[event.id] = self.values(event)
        return rows

    def belongs(self, values: Values, record: Model) -> bool:
        return bool(values[f"{self.owner}_id"] == record.pk)

    def in_words(self, values: Values, named: Named) -> str:
        return self.words(self.model(**values), named)


def _other_name(row: Any, named: Named) -> str:
    return f"{row.name} ({row.get_kind_display()})"


def _office_held(row: Any, named: Named) -> str:
    return f"{named(Office, row.office_id)}{_when(row)}"


def _holder(row: Any, named: Named) -> str:
    return f"{named(Speaker, row.speaker_id)}{_when(row)}"


def _when(row: Any) -> str:
    return f" ({row.starts or ''}–{row.ends or ''})" if row.starts or row.ends else ""


def _topic(row: Any, named: Named) -> str:
    return named(Topic, row.topic_id)


def _addressee(row: Any, named: Named) -> str:
    return named(Speaker, row.speaker_id)


ROWS: dict[type[Model], tuple[Part, ...]] = {
    Speaker: (
        Part("other name", SpeakerName, "speaker", _other_name),
        Part("office held", Tenure, "speaker", _office_held),
    ),
    Office: (Part("holder", Tenure, "office", _holder),),
}
LINKS: dict[type[Model], tuple[Part, ...]] = {
    Article: (Part("topic", ArticleTopic, "article", _topic),),
    Statement: (
        Part("topic", StatementTopic, "statement", _topic),
        Part("addressee", StatementAddressee, "statement", _addressee),
    ),
}


def of(record: Model) -> tuple[Part, ...]:
    return ROWS.get(type(record), ()) + LINKS.get(type(record), ())


def columns_that_matter(model: type[Model]) -> list[Field]:
    """But what changes with something else: the number in the order of an article, when another is
    put before it, and the moment of the last change.
    """
    moved_along = ("position", MOVED_ALONG)
    return [one for one in model._meta.concrete_fields if one.name not in moved_along]
