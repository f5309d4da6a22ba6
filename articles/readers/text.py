"""An agency report pasted as plain text: headline, standfirst, dateline and body told apart.

What is printed is kept, misprints and all; only white space, control characters and line breaks
are put in order. HTML pasted as text is reduced to its paragraphs. Never raises on any text.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from articles.dates import PartialDate
from articles.quotations import layout
from articles.quotations.datelines import Dateline, dates_in
from articles.quotations.tokens import odd_words

from . import fields, interchange
from .drafts import TEXT, ArticleDraft, DraftError, Failure

MOST_BYTES = 4 * 2**20
MOST_HEADLINE = 30  # words of a text that is nothing but a headline

_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029]|\v|\f")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
_INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\ufeff]")
_SPACES = re.compile(r"[^\S\n]+")
_TAGS = re.compile(r"<(?:p|div|br|article|h[1-6]|body|span)\b[^<>]{0,500}>", re.IGNORECASE)
_BLOCKS = re.compile(
    r"address|article|aside|blockquote|body|br|d[dltd]|div|fig(?:caption|ure)|footer|h[1-6r]|header"
    r"|li|main|nav|[ou]l|p|pre|section|table|t[dhr]|title"
)
_UNREAD = frozenset(["script", "style", "noscript", "template", "svg"])


@dataclass(frozen=True)
class Report:
    """The parts of a pasted report. `body` has its paragraphs parted by a blank line.

    `dateline` is as printed, `dated` the day that it or a time stamp gives, where the year is
    known. `aside` are lines taken for navigation and bylines. `odd_words` have letters of two
    alphabets: misprints that a reader does not see.
    """

    title: str = ""
    summary: str = ""
    dateline: str = ""
    place: str = ""
    agency: str = ""
    dated: datetime.date | None = None
    body: str = ""
    aside: tuple[str, ...] = ()
    odd_words: tuple[str, ...] = ()


def read(text: str, *, published_on: datetime.date | None = None) -> Report:
    """Recognise a report. `published_on` tells the year of a dateline that prints none."""
    text = normalized(_from_html(text) if len(_TAGS.findall(text[:20_000])) > 1 else text)
    parts = layout.read(text)
    if parts.headline is None and len(parts.body) == 1 and _is_headline(text):
        return Report(title=_line(text, parts.body[0]), odd_words=odd_words(text))
    aside = tuple(_line(text, span) for span in [*parts.navigation, *parts.bylines])
    dateline = parts.dateline
    return Report(
        title=_line(text, parts.headline) if parts.headline else "",
        summary="\n".join(_line(text, span) for span in parts.standfirst),
        dateline=text[dateline.start : dateline.end].strip() if dateline else "",
        place=_place(dateline),
        agency=dateline.agency.text if dateline and dateline.agency else "",
        dated=_dated(dateline, aside, published_on),
        body="\n\n".join(_line(text, span) for span in parts.body),
        aside=aside,
        odd_words=odd_words(text),
    )


def draft(
    content: bytes, *, source: str, url: str = "", published_on: PartialDate | None = None
) -> ArticleDraft | Failure:
    """The article in a file that is one report. Without an address its words are its identity."""
    try:
        return _draft(content, source, url, published_on)
    except DraftError as error:
        return Failure(1, str(error))


def _draft(content: bytes, source: str, url: str, published_on: PartialDate | None) -> ArticleDraft:
    day = published_on.first if published_on and published_on.precision == "day" else None
    report = read(_decoded(content), published_on=day)
    if not report.body:
        raise DraftError("text", "has no body: nothing but a headline, or nothing at all.")
    if not report.title:
        raise DraftError("text", "has no headline; let its first line, before a blank one, be it.")
    one_line = {"title": report.title, "place": report.place, "url": url}
    return ArticleDraft(
        source=source,
        id="" if url else identity(report.body),
        url=fields.address(one_line, "url", interchange.ADDRESS),
        title=fields.words(one_line, "title", interchange.TITLE, required=True),
        summary=report.summary,
        published_on=published_on or (PartialDate(report.dated) if report.dated else None),
        place=fields.words(one_line, "place", interchange.PLACE),
        dateline_on=report.dated,
        body=report.body,
        original=content,
        media_type=TEXT,
        line=1,
    )


def identity(body: str) -> str:
    """The identifier of an article that came without one: the same words, the same article."""
    return f"text-{hashlib.sha256(' '.join(body.split()).encode()).hexdigest()[:16]}"


def _decoded(content: bytes) -> str:
    marked = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return content.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise DraftError("encoding", f"is not UTF-8: at byte {error.start + 1}.") from None


def normalized(text: str) -> str:
    """Line ends as \\n, one space between words, no control or invisible characters."""
    text = _BREAKS.sub("\n", text)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return _SPACES.sub(" ", text).strip()


def _is_headline(text: str) -> bool:
    return len(text.split()) <= MOST_HEADLINE and text[-1] not in '.!?"”»'


def _line(text: str, span: tuple[int, int]) -> str:
    """A paragraph on one line, however it was wrapped."""
    return " ".join(text[slice(*span)].split())


def _place(dateline: Dateline | None) -> str:
    """SOCHI as Sochi; what is not all capitals stays, and so does D.C."""
    if dateline is None or dateline.place is None:
        return ""
    words = dateline.place.text.split()
    return " ".join(word.title() if word.isupper() and "." not in word else word for word in words)


def _dated(
    dateline: Dateline | None, aside: tuple[str, ...], published_on: datetime.date | None
) -> datetime.date | None:
    """The day of the dateline; its year from itself, a time stamp or the day of publication."""
    stamps = [day for line in aside for day in dates_in(line)]
    if dateline is None or not (dateline.day and dateline.month):
        return stamps[0] if stamps else None
    near = published_on or (stamps[0] if stamps else None)
    if dateline.year is None and near is None:
        return None
    years = [dateline.year] if dateline.year else [near.year, near.year - 1]  # type: ignore[union-attr]
    for year in years:
        try:
            day = datetime.date(year, dateline.month, dateline.day)
        except ValueError:
            continue
        # A report is dated before it is published, but clocks differ by a day.
        if dateline.year or near is None or day <= near + datetime.timedelta(days=2):
            return day
    return None


def _from_html(text: str) -> str:
    """The words of a page with a blank line between its blocks."""
    page = _Page()
    page.feed(text)
    page.close()
    return "".join(page.pieces)


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unread += tag in _UNREAD
        if _BLOCKS.fullmatch(tag):
            self.pieces.append("\n" if tag == "br" else "\n\n")

    def handle_endtag(self, tag: str) -> None:
        self.unread = max(0, self.unread - (tag in _UNREAD))
        if _BLOCKS.fullmatch(tag):
            self.pieces.append("\n\n")

    def handle_data(self, data: str) -> None:
        if not self.unread:
            self.pieces.append(data.replace("\n", " "))
