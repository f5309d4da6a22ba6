"""The parts of an article: navigation, headline, standfirst, dateline, body.

Works on text as pasted from a web page as well as on a bare body. All places are offsets into the
text given; nothing is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .datelines import Dateline, read_dateline, read_place
from .quotation import Span

TURNS = 12  # paragraphs looked through for who speaks
HEAD = 14  # paragraphs looked through for the dateline
MOST_HEADLINE = 40  # words
LONGEST_HEADLINE = 400  # characters of one that quotes
MOST_STANDFIRST = 3  # sentences before the body
SHORTEST_TOLD = 8  # words of a sentence

_SIGN_OFF = re.compile(r"\((?:end|ends|fin)\)[ \w./-]{0,20}\Z", re.IGNORECASE)
_BLANK = re.compile(r"\n[ \t\u00a0\r\f\v]*\n\s*")
_LINE = re.compile(r"\s*\n\s*")
_ENDS = re.compile(r"[.!?:;…][\"”’»“)\]]*$|[\"”»]\.?$")
_QUOTING_HEADLINE = re.compile(
    r"[^\"“”«»\n]+: ?['‘][^\"“”\n]+['’]"
)  # as in “Mayor quits: ‘Enough’”
_LABEL = re.compile(r"(?:Q|A|QUESTION|ANSWER|[A-Z][A-Z .'’-]{2,40})\s*:")
_NAVIGATION = re.compile(
    r"(?:all news|home|news|world|politics|business|top stories|latest(?: news)?|share|print|menu"
    r"|search|subscribe|sign in|log ?in|advertisement|breaking(?: news)?|read more|more|video"
    r"|photos?|russian politics & diplomacy|press releases?|opinion|international"
    r"|editor'?s choice)\Z",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|reporting by|editing by|from|photo|image|©|updated|published|posted|last updated|"
    r"\(?c\) )\b.{0,120}\Z",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"[\W\d]*(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\W+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?\W+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)?[a-z]*\W*"
    r"\d{0,4}\W*(?:at\W+)?(?:\d{1,2}[:.]\d\d\W*)?(?:am|pm)?\W*(?:[A-Z]{2,4}(?:[+-]\d+)?)?\W*\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """`body` is the body's paragraphs; the first starts after the dateline's own words."""

    navigation: list[Span] = field(default_factory=list)
    headline: Span | None = None
    standfirst: list[Span] = field(default_factory=list)
    bylines: list[Span] = field(default_factory=list)
    dateline: Dateline | None = None
    body: list[Span] = field(default_factory=list)


def paragraphs(text: str) -> list[Span]:
    """Paragraphs, trimmed: parted by blank lines, or by line ends where lines are not wrapped."""
    blocks = _split(text, 0, len(text), _BLANK)
    if not _is_wrapped(text, blocks):
        blocks = [line for start, end in blocks for line in _split(text, start, end, _LINE)]
    return _without_sign_off(text, blocks)


def _split(text: str, start: int, end: int, separator: re.Pattern[str]) -> list[Span]:
    found, at = [], start
    for match in separator.finditer(text, start, end):
        found.append((at, match.start()))
        at = match.end()
    found.append((at, end))
    return [span for span in (_trimmed(text, *span) for span in found) if span[0] < span[1]]


def _without_sign_off(text: str, parts: list[Span]) -> list[Span]:
    """Without `(end) hs.mt`, with which agencies close."""
    if parts and (
        match := _SIGN_OFF.search(text, max(parts[-1][0], parts[-1][1] - 40), parts[-1][1])
    ):
        last = _trimmed(text, parts[-1][0], match.start())
        return parts[:-1] + [last] * (last[0] < last[1])
    return parts


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in "\ufeff\u200b\u200e\u200f\0"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "\ufeff\u200b\0"):
        end -= 1
    return start, end


def _is_wrapped(text: str, blocks: list[Span]) -> bool:
    """Do lines break within sentences, as in plain-text mail? Then a line end is a space."""
    lines = broken = 0
    for start, end in blocks:
        for match in _LINE.finditer(text, start, end):
            lines += 1
            before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
            broken += before not in ".!?:\"”»’'…)" and (
                after.islower() or before in ",-" or before.islower()
            )
    return lines > 0 and broken * 2 >= lines


def read(text: str) -> Layout:
    """Tell the parts of an article apart. Where there is no sign of a head, all is body."""
    parts = paragraphs(text)
    size = _head_size(text, parts)
    told = 0
    for index, (start, end) in enumerate(parts[:HEAD]):
        told += index > 0 and _is_told(text, parts[index - 1])
        if told > MOST_STANDFIRST:
            break  # a heading within the body, `U.S. SANCTIONS VOTE`, is no dateline
        opens = index == size and not _is_turn(text, parts[index : index + TURNS])
        dateline = read_dateline(text, start, end, opens=opens)
        if dateline is None and opens:
            dateline = read_place(text, start, end)
        if dateline:
            head = _head(text, parts[:index])
            body = [(dateline.end, end)] if dateline.end < end else []
            return Layout(*head, dateline, body + parts[index + 1 :])
    return Layout(*_head(text, parts[:size]), None, parts[size:])


def _is_told(text: str, span: Span) -> bool:
    """Does a whole sentence stand there, which a head has few of?"""
    line = text[slice(*span)]
    return line.rstrip('"”»’').endswith((".", "?", "!")) and len(line.split()) >= SHORTEST_TOLD


def is_title_case(text: str, span: Span) -> bool:
    """`Minister Receives Envoy of Oslo`: capitals, which there make no names."""
    longer = [word for word in text[span[0] : span[1]].split(None, MOST_HEADLINE) if len(word) > 3]
    return len(longer) > 3 and sum(not word[0].islower() for word in longer) >= 0.8 * len(longer)


def _is_turn(text: str, parts: list[Span]) -> bool:
    """Are there labels before several paragraphs? Then the first is no place but who speaks."""
    return sum(bool(_LABEL.match(text, *span)) for span in parts) > 1


def _head_size(text: str, parts: list[Span]) -> int:
    """How many paragraphs stand before the body where no dateline tells it."""
    size = 0
    for start, end in parts[:HEAD]:
        words = text[start:end].split(None, MOST_HEADLINE)
        told = _ENDS.search(text, max(start, end - 4), end)
        if (told and (size or not _quotes(text, start, end))) or len(words) > MOST_HEADLINE:
            break
        if _LABEL.match(text, start, end):
            break
        size += 1
    if size > 5 or size == len(parts):  # verse, a list, a telegram: rather no head than no body
        return 0
    return size


def _quotes(text: str, start: int, end: int) -> bool:
    """A headline in whose single marks stand words that the body has in double ones."""
    if end - start > LONGEST_HEADLINE or not _QUOTING_HEADLINE.fullmatch(text, start, end):
        return False
    return any(text.find(mark, end) >= 0 for mark in '"“')


def _head(text: str, parts: list[Span]) -> tuple[list[Span], Span | None, list[Span], list[Span]]:
    navigation: list[Span] = []
    bylines: list[Span] = []
    rest: list[Span] = []
    for span in parts:
        line = text[span[0] : span[1]]
        if _NAVIGATION.match(line) or re.search(r" [>›»|/] ", line):
            navigation.append(span)
        elif _BYLINE.match(line) or (any(c.isdigit() for c in line) and _CLOCK.match(line[:80])):
            bylines.append(span)
        else:
            rest.append(span)
    while len(rest) > 1 and len(text[slice(*rest[0])].split()) <= 2:
        navigation.append(rest.pop(0))
    headline = rest[0] if rest else None
    return navigation, headline, rest[1:], bylines
