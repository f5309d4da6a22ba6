"""A statement or an article in the styles that are asked for: APA, Chicago (both kinds), MLA.

Each gives runs of text, some in italics, which a page prints as rich text and `plain` as plain.
They are written by hand and golden-tested: no style guide knows a statement in an article, so each
follows what its guide says of a speech or of a person quoted in a news article (APA 7: 10.1, 10.13
and 8.23 on brackets; Chicago 17: 14.191–200, 14.217, 14.260; MLA 9: 5.54, 6.77). Words that are the
article's own, not the speaker's, are said to be reported, never quoted.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from articles.dates import PartialDate

from . import plain
from .cited import ARCHIVE, Cited, Name


@dataclass(frozen=True)
class Run:
    text: str
    italic: bool = False


Runs = list[Run]

_ENDS = ("?", "!")
_MLA_MONTHS = {name: name if len(name) <= 4 else f"{name[:3]}." for name in calendar.month_name}
_MLA_MONTHS["September"] = "Sept."
_LEADS = {"direct": "quoted in", "indirect": "reported in", "mixed": "partly quoted in"}
_APA_KINDS = {
    "direct": "Statement",
    "indirect": "Statement in indirect speech",
    "mixed": "Statement, partly quoted",
}


def apa(cited: Cited) -> Runs:
    """Author. (Date). Title [What it is]. In Container, *Source*. Address. Retrieved …"""
    date = f"({_apa_date(cited.date)})."
    if not cited.is_statement:
        body = [Run(f"{_stopped(cited.headline)} {date} "), *_italic(cited.source), Run(". ")]
        return _joined([*body, *_address(cited), *_retrieved(cited)])
    title = f"“{_inner(cited.title)}” [{_apa_description(cited)}]."
    begin = f"{_apa_name(cited.author)} {date} {title}" if cited.author else f"{title} {date}"
    where = [Run(f"{begin} In {cited.headline}, "), *_italic(cited.source), Run(". ")]
    return _joined([*where, *_address(cited), *_retrieved(cited)])


def chicago_note(cited: Cited) -> Runs:
    """Name, “Words,” occasion, place, date, quoted in “Headline,” *Source*, date, addresses."""
    found = _chicago_article(cited)
    if cited.is_statement:
        who = ", ".join(filter(None, [_literal(cited), cited.capacity]))
        said = _quoted(cited.title, ",")
        before = ", ".join(filter(None, [_facts(cited, _american), f"{_lead(cited)} "]))
        found = [Run(f"{who}, {said} " if who else f"{said} "), Run(before), *found]
    accessed = _american(PartialDate(cited.accessed))
    return _joined([*found, Run(f", archived in {ARCHIVE}, accessed {accessed}, {cited.address}.")])


def chicago_author_date(cited: Cited) -> Runs:
    """Author. Year. “Words.” Occasion, place, date. Quoted in “Headline,” *Source*, …"""
    year = f"{cited.date.first.year}." if cited.date else "n.d."
    accessed = _american(PartialDate(cited.accessed))
    end = Run(f". Archived in {ARCHIVE}, accessed {accessed}. {cited.address}.")
    if not cited.is_statement:
        details = ", ".join(filter(None, [_american(cited.published), cited.source_address]))
        head = [*_italic(cited.source), Run(f". {year} {_quoted(cited.headline, '.')}")]
        return _joined([*head, Run(f" {details}" if details else ""), end])
    said = _quoted(cited.title, ".")
    begin = f"{_stopped(cited.author.inverted)} {year} {said}" if cited.author else f"{said} {year}"
    facts = _stopped(_capitalized(_facts(cited, _american)))
    middle = " ".join(filter(None, [begin, facts, _capitalized(_lead(cited))]))
    return _joined([Run(f"{middle} "), *_chicago_article(cited), end])


def mla(cited: Cited) -> Runs:
    """Author. “Words.” Occasion, place, date. “Headline,” *Source*, date, address. *Archive*, …"""
    found: Runs = []
    if cited.is_statement:
        author = f"{_stopped(cited.author.inverted)} " if cited.author else ""
        facts = _stopped(_capitalized(_facts(cited, _mla_date)))
        parts = [f"{author}{_quoted(cited.title, '.')}", facts, _capitalized(_lead(cited))]
        found = [Run(" ".join(part for part in parts if part) + " ")]
    details = ", ".join(filter(None, [_mla_date(cited.published), cited.source_address]))
    headline = f"{_quoted(cited.headline, '.')} "
    found += [Run(headline), *_italic(cited.source), Run(f", {details}. " if details else ". ")]
    accessed = _mla_date(PartialDate(cited.accessed))
    return _joined(
        [*found, Run(ARCHIVE, italic=True), Run(f", {cited.address}. Accessed {accessed}.")]
    )


def plain_line(cited: Cited) -> Runs:
    return [Run(plain.line(cited))]


@dataclass(frozen=True)
class Style:
    name: str
    label: str
    write: Callable[[Cited], Runs]


STYLES = (
    Style("plain", "Plain line", plain_line),
    Style("apa", "APA", apa),
    Style("chicago-note", "Chicago, note", chicago_note),
    Style("chicago-author-date", "Chicago, author-date", chicago_author_date),
    Style("mla", "MLA", mla),
)
BY_NAME = {style.name: style for style in STYLES}


def text(runs: Iterable[Run]) -> str:
    """The runs as plain text."""
    return "".join(run.text for run in runs)


# --- parts ---------------------------------------------------------------------------------------


def _joined(runs: Runs) -> Runs:
    """Neighbours of one kind as one."""
    found: Runs = []
    for run in runs:
        if found and found[-1].italic == run.italic:
            found[-1] = Run(found[-1].text + run.text, run.italic)
        elif run.text:
            found.append(run)
    return found


def _italic(text: str) -> Runs:
    return [Run(text, italic=True)]


def _stopped(text: str) -> str:
    return text if not text or text.endswith((".", *_ENDS)) else f"{text}."


def _inner(text: str) -> str:
    """Marks within a quotation are single ones."""
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    return text.translate(str.maketrans("“”„", "‘’‚"))


def _quoted(text: str, mark: str) -> str:
    """With the comma or stop inside all marks, as in American styles; no stop after one of .?!"""
    inner = _inner(text)
    body = inner.rstrip("’")
    closing = inner[len(body) :]
    if mark == ".":
        mark = "" if body.endswith((".", "…", *_ENDS)) else mark
    else:
        body = body.removesuffix(".")
    return f"“{body}{mark}{closing}”"


def _chicago_article(cited: Cited) -> Runs:
    details = [_american(cited.published), cited.source_address]
    end = "".join(f", {one}" for one in details if one)
    return [Run(f"{_quoted(cited.headline, ',')} "), *_italic(cited.source), Run(end)]


def _address(cited: Cited) -> Runs:
    return [Run(f"{cited.source_address} ")] if cited.source_address else []


def _retrieved(cited: Cited) -> Runs:
    accessed = _american(PartialDate(cited.accessed))
    return [Run(f"Retrieved {accessed}, from {ARCHIVE}: {cited.address}")]


def _lead(cited: Cited) -> str:
    """How the words stand in the article."""
    is_transcript = cited.genre == "transcript" and cited.kind == "direct"
    return "transcript in" if is_transcript else _LEADS[cited.kind]


def _facts(cited: Cited, dated: Callable[[PartialDate | None], str]) -> str:
    """To whom it is attributed where no speaker is known; the occasion, the place, the date."""
    printed = _inner(cited.attribution) if cited.author is None else ""
    rest = ", ".join(filter(None, [cited.occasion, cited.place, dated(cited.said)]))
    if not printed:
        return rest
    return f"attributed to {_quoted(printed, ',')} {rest}" if rest else f"attributed to “{printed}”"


def _capitalized(text: str) -> str:
    return text[:1].upper() + text[1:]


def _literal(cited: Cited) -> str:
    return cited.author.literal if cited.author else ""


def _apa_name(name: Name) -> str:
    """Lavrov, S. V.; a hyphenated given name keeps its hyphen: Ban, K.-m."""
    if not name.family:
        return _stopped(name.literal)
    initials = [
        "-".join(f"{part[0]}." for part in given.split("-") if part) for given in name.given.split()
    ]
    return f"{name.family}, {' '.join(initials)}"


def _apa_description(cited: Cited) -> str:
    """What it is, by whom it is attributed where no speaker is known, and where it was said."""
    what = "Transcript of statement" if cited.genre == "transcript" else _APA_KINDS[cited.kind]
    if cited.author is None and cited.attribution:
        what += f", attributed to “{_inner(cited.attribution)}”"
    where = ", ".join(filter(None, [cited.occasion, cited.place]))
    return "; ".join(filter(None, [what, cited.capacity, where]))


def _apa_date(date: PartialDate | None) -> str:
    """2019, May 14"""
    if date is None:
        return "n.d."
    month = calendar.month_name[date.first.month]
    parts = {"year": "", "month": f", {month}", "day": f", {month} {date.first.day}"}
    return f"{date.first.year}{parts[date.precision]}"


def _american(date: PartialDate | None) -> str:
    """May 14, 2019; empty when there is none."""
    if date is None or date.precision != "day":
        return date.in_words if date else ""
    return f"{calendar.month_name[date.first.month]} {date.first.day}, {date.first.year}"


def _mla_date(date: PartialDate | None) -> str:
    """14 May 2019, Sept. 2019"""
    if date is None:
        return ""
    return " ".join(_MLA_MONTHS.get(word, word) for word in date.in_words.split())
