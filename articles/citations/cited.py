"""A statement or an article as a citation sees it: what every style and format is written from.

The author of a statement is its speaker, its container the article; the author of an article is not
recorded, its container is the source.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from django.utils.text import slugify

from articles import web
from articles.dates import PartialDate
from articles.models import Article, Source, Speaker, Statement

ARCHIVE = "On the Record"
LONGEST_QUOTATION = 200  # characters; longer words are cut at a word
TRAILING = ",;:–—- "  # what ends a passage but not a quotation

Genre = Literal["news", "transcript", "document"]

_GENRES: dict[str, Genre] = {
    Source.Kind.TRANSCRIPT: "transcript",
    Source.Kind.MINISTRY: "document",
}


@dataclass(frozen=True)
class Name:
    """`family` and `given` where the archive knows which is which, else `literal` alone.

    A name is not taken apart by guessing: of Xi Jinping the first word is the family's.
    """

    literal: str
    family: str = ""
    given: str = ""
    is_body: bool = False
    wikidata_id: str = ""

    @classmethod
    def of(cls, speaker: Speaker) -> Name:
        family, comma, given = speaker.sort_name.partition(",")
        is_person = speaker.kind == Speaker.Kind.PERSON
        if is_person and comma and family.strip() and given.strip():
            family, given = family.strip(), given.strip()
            return cls(speaker.name, family, given, wikidata_id=speaker.wikidata_id)
        return cls(speaker.name, is_body=not is_person, wikidata_id=speaker.wikidata_id)

    @property
    def inverted(self) -> str:
        """Lavrov, Sergey; a name that cannot be inverted as it is."""
        return f"{self.family}, {self.given}" if self.family else self.literal


@dataclass(frozen=True)
class Cited:
    """What a citation tells. `words` are empty for an article; texts are plain, of one line.

    `source_address` is where the article was published, empty when that is no address of the web;
    `address` is the permanent one here.
    """

    public_id: str
    genre: Genre
    headline: str
    source: str
    published: PartialDate | None
    source_address: str
    language: str
    address: str
    accessed: datetime.date
    topics: tuple[str, ...] = ()
    summary: str = ""
    place: str = ""
    words: str = ""
    kind: str = ""
    author: Name | None = None
    attribution: str = ""
    capacity: str = ""
    said: PartialDate | None = None
    occasion: str = ""

    @property
    def is_statement(self) -> bool:
        return bool(self.words)

    @property
    def title(self) -> str:
        """A statement has no title but its first words."""
        return shortened(self.words) if self.is_statement else self.headline

    @property
    def date(self) -> PartialDate | None:
        return self.said or self.published if self.is_statement else self.published

    @property
    def container(self) -> str:
        """The article with its source, so that no style loses where a statement stands."""
        return f"{self.headline} ({self.source})" if self.is_statement else self.source

    @property
    def key(self) -> str:
        """A name for files of references: ASCII, speaking, and its own for each record."""
        name = (self.author.family or self.author.literal) if self.author else self.source
        year = str(self.date.first.year) if self.date else "undated"
        return "-".join(filter(None, [slugify(name)[:40], year, self.public_id]))

    @property
    def where_it_stands(self) -> str:
        """The article of a statement in one line: headline, source, date, address."""
        date = self.published.in_words if self.published else "undated"
        parts = [f"“{self.headline}”", self.source, date, self.source_address]
        return ", ".join(filter(None, parts))


def statement(statement: Statement, address: str, accessed: datetime.date) -> Cited:
    """From a statement as `with_context` gives it; asks the database for nothing more."""
    spoken_for = statement.spoken_for
    capacity = [statement.office_title, str(spoken_for) if spoken_for else ""]
    return Cited(
        **_of_article(statement.article),
        public_id=statement.public_id,
        language=statement.language,
        address=address,
        accessed=accessed,
        topics=tuple(topic.name for topic in statement.topics.all()),
        place=one_line(statement.place),
        words=one_line(statement.words),
        kind=statement.kind,
        author=Name.of(statement.speaker) if statement.speaker else None,
        attribution=one_line(statement.attribution),
        capacity=one_line(", ".join(filter(None, capacity))),
        said=statement.said,
        occasion=one_line(str(statement.occasion or "")),
    )


def article(article: Article, address: str, accessed: datetime.date) -> Cited:
    """From an article with its source and topics."""
    return Cited(
        **_of_article(article),
        public_id=article.public_id,
        language=article.language,
        address=address,
        accessed=accessed,
        topics=tuple(topic.name for topic in article.topics.all()),
        summary=one_line(article.summary),
        place=one_line(article.place),
    )


def _of_article(article: Article) -> dict:
    return {
        "genre": _GENRES.get(article.source.kind, "news"),
        "headline": one_line(article.title),
        "source": one_line(article.source.name),
        "published": article.published,
        "source_address": web.web_address(article.url),
    }


def one_line(text: str) -> str:
    return " ".join(text.split())


def shortened(words: str) -> str:
    """The words without what only ends a passage, cut between words where they are long."""
    words = one_line(words).rstrip(TRAILING)
    if len(words) > LONGEST_QUOTATION:
        words = words[:LONGEST_QUOTATION].rsplit(" ", 1)[0].rstrip(TRAILING) + " …"
    return words
