"""JSON Lines in the interchange format: what is exported here can be ingested elsewhere.

An article is a line, in the order in which the result comes to it first. Of an article found as
such all public statements are in it; of a result of statements those that were found. What the
format has no field for (addressees, occasions, states without a code) is not in it, and a statement
whose date is not known takes the article's when it is ingested.
"""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Collection, Iterator
from typing import Any

from articles import web
from articles.models import Article, Statement
from articles.readers.countries import COUNTRIES

from .result import Result, in_batches

BATCH = 100  # articles, whose texts are in memory at once

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def as_jsonl(result: Result) -> Iterator[bytes]:
    wanted = None if result.holds_articles else frozenset(result.found.ids)
    articles = array("q", dict.fromkeys(result.found.articles))
    for ids in in_batches(articles, BATCH):
        lines = [_line(article, said, result) for article, said in _read(ids, wanted)]
        yield "".join(lines).encode()


def _read(
    ids: array[int], wanted: Collection[int] | None
) -> Iterator[tuple[Article, list[Statement]]]:
    """Public articles with those of their public statements that are wanted (four queries)."""
    articles = Article.objects.public().select_related("source").prefetch_related("topics")
    found = articles.in_bulk(list(ids))
    statements = (
        Statement.objects.public()
        .filter(article__in=found)
        .select_related("speaker", "tenure__office__polity", "polity")
        .prefetch_related("topics")
        .order_by("position", "pk")
    )
    by_article: dict[int, list[Statement]] = {}
    for statement in statements:
        if wanted is None or statement.pk in wanted:
            by_article.setdefault(statement.article_id, []).append(statement)
    for pk in ids:
        said = by_article.get(pk, [])
        if pk in found and (said or wanted is None):
            yield found[pk], said


def _line(article: Article, statements: list[Statement], result: Result) -> str:
    return json.dumps(article_json(article, statements, result), ensure_ascii=False) + "\n"


def article_json(article: Article, statements: list[Statement], result: Result) -> dict[str, Any]:
    """The fields of docs/interchange.md, without those that are empty.

    An article without an identifier and an address of its own has the one that it has here.
    """
    url = web.web_address(article.url)
    fields = {
        "source": _words(article.source.name),
        "id": _words(article.external_id),
        "url": url if url or article.external_id else result.url(article),
        "title": _words(article.title),
        "summary": article.summary.strip(),
        "language": article.language,
        "published_on": str(article.published or ""),
        "place": _words(article.place),
        "topics": _topics(article),
        "body": article.body,
    }
    found = {name: value for name, value in fields.items() if value}
    # The same twice, as far as the format can tell, is refused by those who read it.
    said = {json.dumps(one): one for one in (_statement(s, article) for s in statements)}
    return {**found, "statements": list(said.values())}


def _statement(statement: Statement, article: Article) -> dict[str, Any]:
    said = str(statement.said or "")
    polity = statement.spoken_for
    code = polity.code if polity else ""
    speaker = statement.speaker.name if statement.speaker else statement.attribution
    fields = {
        "segments": statement.segments,
        "kind": statement.kind,
        "speaker": _words(speaker),
        "office": _words(statement.office_title),
        "country": code if code in COUNTRIES else "",
        "cue": _words(statement.cue),
        "said_on": said if said != str(article.published or "") else "",
        "topics": _topics(statement),
    }
    return {name: value for name, value in fields.items() if value}


def _words(text: str) -> str:
    """As those who read the format take a text of one line."""
    return " ".join(_CONTROL.sub(" ", text).split())


def _topics(record: Statement | Article) -> list[str]:
    return sorted(_words(topic.name) for topic in record.topics.all())
