"""One line of plain text that names a statement or an article, and where it stands for good."""

from __future__ import annotations

import datetime

from articles.dates import PartialDate
from articles.models import Article, Statement

ARCHIVE = "On the Record"
LONGEST_QUOTATION = 200  # characters; longer words are cut at a word
TRAILING = ",;:–—- "  # what ends a passage but not a quotation

UNKNOWN_SPEAKER = "Speaker not known"


def statement(statement: Statement, address: str, accessed: datetime.date) -> str:
    """Speaker and office, the words, when and where; the article; the permanent address."""
    words = statement.words
    return " ".join(
        [
            f"{_speaker(statement)}: {_quoted(words)},",
            f"{_when_and_where(statement.said, statement.place)}.",
            f"In: {_article(statement.article)}.",
            _archive(address, accessed),
        ]
    )


def article(article: Article, address: str, accessed: datetime.date) -> str:
    """Headline, source and date; the source's address; the permanent address."""
    return f"{_article(article)}. {_archive(address, accessed)}"


def _speaker(statement: Statement) -> str:
    """The name with the office, else the attribution as printed, else that it is not known."""
    if statement.speaker is None:
        printed = f" (“{statement.attribution}”)" if statement.attribution else ""
        return f"{UNKNOWN_SPEAKER}{printed}"
    spoken_for = statement.spoken_for
    parts = [statement.speaker.name, statement.office_title, str(spoken_for) if spoken_for else ""]
    return ", ".join(filter(None, parts))


def _quoted(words: str) -> str:
    words = " ".join(words.split()).rstrip(TRAILING)
    if len(words) > LONGEST_QUOTATION:
        words = words[:LONGEST_QUOTATION].rsplit(" ", 1)[0].rstrip(TRAILING) + " …"
    return f"“{words}”"


def _when_and_where(date: PartialDate | None, place: str) -> str:
    return ", ".join(filter(None, [_date(date), place]))


def _article(article: Article) -> str:
    parts = [f"“{article.title}”", article.source.name, _date(article.published), article.url]
    return ", ".join(filter(None, parts))


def _date(date: PartialDate | None) -> str:
    return date.in_words if date else "undated"


def _archive(address: str, accessed: datetime.date) -> str:
    return f"{ARCHIVE}, {address} (accessed {PartialDate(accessed).in_words})."
