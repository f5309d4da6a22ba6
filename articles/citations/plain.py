"""One line of plain text that names a statement or an article, and where it stands for good."""

from __future__ import annotations

from articles.dates import PartialDate

from .cited import ARCHIVE, Cited

UNKNOWN_SPEAKER = "Speaker not known"
KINDS = {"indirect": " (indirect speech)", "mixed": " (partly quoted)"}


def line(cited: Cited) -> str:
    """Speaker and office, the words, when and where; the article; the permanent address."""
    if not cited.is_statement:
        return f"{cited.where_it_stands}. {_archive(cited)}"
    said = f"“{cited.title}”{KINDS.get(cited.kind, '')}"
    when_and_where = ", ".join(filter(None, [_date(cited.said), cited.place]))
    return (
        f"{_speaker(cited)}: {said}, {when_and_where}. In: {cited.where_it_stands}. "
        f"{_archive(cited)}"
    )


def _speaker(cited: Cited) -> str:
    """The name with the office, else the attribution as printed, else that it is not known."""
    if cited.author is None:
        printed = f" (“{cited.attribution}”)" if cited.attribution else ""
        return f"{UNKNOWN_SPEAKER}{printed}"
    return ", ".join(filter(None, [cited.author.literal, cited.capacity]))


def _date(date: PartialDate | None) -> str:
    return date.in_words if date else "undated"


def _archive(cited: Cited) -> str:
    accessed = PartialDate(cited.accessed).in_words
    return f"{ARCHIVE}, {cited.address} (accessed {accessed})."
