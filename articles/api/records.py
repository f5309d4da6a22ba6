"""Records as JSON. A record inside another is `{"slug", "name", "url"}`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from articles.addresses import permanent
from articles.models import Article, Statement, Tenure

Json = dict[str, Any]


class Records:
    """Makes JSON for one request, whose host the addresses carry unless SITE_URL is set."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    def url(self, record: Any) -> str:
        return permanent(self.request, record.get_absolute_url())

    def named(self, record: Any) -> Json | None:
        """A speaker, topic, source, polity or occasion."""
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
        }

    def office(self, statement: Statement) -> Json | None:
        """The office held; without a tenure only the words that the source printed."""
        tenure: Tenure | None = statement.tenure
        if tenure is None:
            printed = statement.office_as_printed
            return {"title": printed, "polity": None, "from": None, "to": None} if printed else None
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
        }


def _date(date: Any) -> str | None:
    return str(date) if date else None
