"""Records as JSON. A record inside another is `{"slug", "name", "url"}`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from articles.addresses import permanent
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

Json = dict[str, Any]


class Records:
    """Makes JSON for one request, whose host the addresses carry unless SITE_URL is set."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def url(self, record: Any) -> str:
        """Of its page; an office has none but what the API says of it."""
        if isinstance(record, Office):
            return permanent(self.request, reverse("api-office", args=[record.slug]))
        return permanent(self.request, record.get_absolute_url())

    def named(self, record: Any) -> Json | None:
        """A speaker, topic, source, polity, occasion or office."""
        if record is None:
            return None
        return {"slug": record.slug, "name": str(record), "url": self.url(record)}

    def statement(self, statement: Statement) -> Json:
        """One as `with_context` gives it; `excerpt` where it was found by a search."""
        return {
            "id": statement.public_id,
            "url": self.url(statement),
            "text": statement.text,
            "excerpt": getattr(statement, "excerpt", ""),
            "kind": statement.kind,
            "language": statement.language,
            "said_on": _date(statement.said),
            "place": statement.place,
            "speaker": self.named(statement.speaker),
            "attribution": statement.attribution,
            "cue": statement.cue,
            "office": self.office(statement),
            "polity": self.named(statement.spoken_for),
            "occasion": self.named(statement.occasion),
            "topics": [self.named(topic) for topic in statement.topics.all()],
            "segments": statement.segments,
            "article": self.article_in_short(statement.article),
            "changed_at": statement.changed_at.isoformat(),
        }

    def office(self, statement: Statement) -> Json | None:
        """The office held; without a tenure only the words that the source printed."""
        if statement.tenure is None:
            printed = statement.office_as_printed
            return {"title": printed, "polity": None, "from": None, "to": None} if printed else None
        return self.tenure(statement.tenure)

    def tenure(self, tenure: Tenure) -> Json:
        return {
            "title": tenure.office.title,
            "polity": self.named(tenure.office.polity),
            "from": _date(tenure.starts),
            "to": _date(tenure.ends),
        }

    def article_in_short(self, article: Article) -> Json:
        return {
            "id": article.public_id,
            "external_id": article.external_id,
            "title": article.title,
            "source": self.named(article.source),
            "url": self.url(article),
        }

    def article(self, article: Article) -> Json:
        return {
            **self.article_in_short(article),
            "excerpt": getattr(article, "excerpt", ""),
            "summary": article.summary,
            "language": article.language,
            "published_on": _date(article.published),
            "place": article.place,
            "source_url": article.url,
            "archived_url": article.archived_url,
            "topics": [self.named(topic) for topic in article.topics.all()],
            "changed_at": article.changed_at.isoformat(),
        }

    # --- one of each, with what a list leaves out ------------------------------------------------

    def statement_whole(self, statement: Statement) -> Json:
        """One with its addressees; without an excerpt, since nothing was sought."""
        confirmed = statement.confirmed_at
        return {
            **_without_excerpt(self.statement(statement)),
            "office_as_printed": statement.office_as_printed,
            "addressees": [self.named(speaker) for speaker in statement.addressees.all()],
            "rule": statement.rule,
            "confirmed_at": confirmed.isoformat() if confirmed else None,
        }

    def article_whole(self, article: Article, statements: Iterable[Statement]) -> Json:
        return {
            **_without_excerpt(self.article(article)),
            "body": article.body,
            "statements": [_without_excerpt(self.statement(one)) for one in statements],
        }

    def speaker(self, speaker: Speaker) -> Json:
        tenures = speaker.tenures.select_related("office__polity")
        return {
            **(self.named(speaker) or {}),
            "kind": speaker.kind,
            "sort_name": speaker.sort_name,
            "other_names": [other.name for other in speaker.other_names.all()],
            "wikidata_id": speaker.wikidata_id,
            "born_on": _date(speaker.born),
            "died_on": _date(speaker.died),
            "note": speaker.note,
            "offices": [self.tenure(tenure) for tenure in tenures],
        }

    def topic(self, topic: Topic) -> Json:
        return {
            **(self.named(topic) or {}),
            "description": topic.description,
            "parent": self.named(topic.parent),
        }

    def source(self, source: Source) -> Json:
        return {
            **(self.named(source) or {}),
            "kind": source.kind,
            "homepage": source.homepage,
            "country": self.named(source.country),
            "language": source.language,
            "description": source.description,
        }

    def polity(self, polity: Polity) -> Json:
        return {**(self.named(polity) or {}), "kind": polity.kind, "code": polity.code}

    def occasion(self, occasion: Occasion) -> Json:
        return {
            **(self.named(occasion) or {}),
            "place": occasion.place,
            "starts_on": _date(occasion.starts),
            "ends_on": _date(occasion.ends),
            "description": occasion.description,
        }

    def office_record(self, office: Office) -> Json:
        return {
            **(self.named(office) or {}),
            "title": office.title,
            "polity": self.named(office.polity),
        }


def _without_excerpt(record: Json) -> Json:
    return {name: value for name, value in record.items() if name != "excerpt"}


def _date(date: Any) -> str | None:
    return str(date) if date else None
