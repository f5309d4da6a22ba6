"""Records for tests, by plain keyword-only functions: each gives one saved record.

What a test does not name gets a value that is valid and plain.
"""

from __future__ import annotations

import datetime
import itertools
from typing import Any

import pgtrigger
from django.utils import timezone

from articles.dates import PartialDate
from articles.models import (
    Article,
    Occasion,
    Office,
    Polity,
    Source,
    Speaker,
    Statement,
    Tenure,
    Topic,
)
from articles.models.statement import text_of

_numbers = itertools.count(1)


def source(*, name: str | None = None, **fields: Any) -> Source:
    return Source.objects.create(name=name or f"Source {next(_numbers)}", **fields)


def polity(*, name: str | None = None, **fields: Any) -> Polity:
    return Polity.objects.create(name=name or f"Polity {next(_numbers)}", **fields)


def topic(*, name: str | None = None, **fields: Any) -> Topic:
    return Topic.objects.create(name=name or f"Topic {next(_numbers)}", **fields)


def occasion(*, name: str | None = None, **fields: Any) -> Occasion:
    return Occasion.objects.create(name=name or f"Talks {next(_numbers)}", **fields)


def speaker(*, name: str | None = None, **fields: Any) -> Speaker:
    return Speaker.objects.create(name=name or f"Speaker {next(_numbers)}", **fields)


def office(*, title: str | None = None, **fields: Any) -> Office:
    return Office.objects.create(title=title or f"Office {next(_numbers)}", **fields)


def tenure(*, starts: str = "", ends: str = "", **fields: Any) -> Tenure:
    held = Tenure(
        speaker=fields.pop("speaker", None) or speaker(),
        office=fields.pop("office", None) or office(),
        **fields,
    )
    held.starts = PartialDate.parse(starts) if starts else None
    held.ends = PartialDate.parse(ends) if ends else None
    held.save()
    return held


def article(
    *,
    body: str = "The minister spoke of peace.",
    published: str = "2019-05-14",
    status: str = Article.Status.PUBLISHED,
    topics: list[Topic] | None = None,
    **fields: Any,
) -> Article:
    """A published article unless `status` says otherwise."""
    made = Article(
        source=fields.pop("source", None) or source(),
        title=fields.pop("title", None) or f"Article {next(_numbers)}",
        body=body,
        status=status,
        **fields,
    )
    made.published = PartialDate.parse(published) if published else None
    if status != Article.Status.DRAFT:
        made.first_public_at = made.first_public_at or timezone.now()
    if status == Article.Status.WITHDRAWN:
        made.withdrawn_at = made.withdrawn_at or timezone.now()
        made.withdrawn_reason = made.withdrawn_reason or "Published by mistake."
    made.save()
    made.topics.set(topics or [])
    return made


def statement(
    words: str | list[str] | None = None,
    *,
    article: Article | None = None,
    status: str = Statement.Status.CONFIRMED,
    said: str = "",
    topics: list[Topic] | None = None,
    **fields: Any,
) -> Statement:
    """A confirmed statement whose words (all of the body by default) stand in its article.

    Without an article one is made whose body is the words; a list of words is a statement in
    several passages.
    """
    passages = [words] if isinstance(words, str) else words
    if article is None:
        article = globals()["article"](body="\n\n".join(passages or ["Peace is possible."]))
    segments, reached = [], 0
    for passage in passages or [article.body]:
        start = article.body.index(passage, reached)
        reached = start + len(passage)
        segments.append([start, reached])
    made = Statement(
        article=article,
        segments=segments,
        text=text_of(article.body, segments),
        status=status,
        position=fields.pop("position", article.statements.count()),
        **fields,
    )
    made.said = PartialDate.parse(said) if said else article.published
    if status == Statement.Status.CONFIRMED:
        made.confirmed_at = made.confirmed_at or timezone.now()
    made.save()
    made.topics.set(topics or [])
    return made


def set_back(record: Article | Statement, moment: datetime.datetime | str) -> Any:
    """As if it had last been made public or corrected then."""
    model = type(record)
    with pgtrigger.ignore(f"articles.{model.__name__}:changed_for_everybody"):
        model.objects.filter(pk=record.pk).update(changed_at=moment)
    record.refresh_from_db()
    return record
