"""Datelines: SOCHI, May 14. /TASS/.   MOSCOW, June 3 (Reuters) -   PARIS (AFP) —"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass

from .quotation import Mention

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = (
    r"(?i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = (
    rf"(?:(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?:(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH}))"
    r"(?:,?\s+(?P<year>\d{4}))?)"
)
_UPPER = r"[^\W\d_a-zß-öø-ÿ](?:[^\W\d_a-zß-öø-ÿ]|[.'’])+"
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w.'’]*"
_CITY = rf"{_UPPER}(?:[ \-]{_UPPER}){{0,3}}"
_TOWN = rf"{_CAPITAL}(?:[ \-](?:de|la|el|es|am|sur|{_CAPITAL})){{0,3}}"
_AGENCY = r"(?P<agency>[A-Z][\w ./&-]{1,30}?)"
_AGENCY_MARKED = rf"(?:\({_AGENCY}\)|/\s*(?P<agency2>[A-Z][\w .&-]{{1,30}}?)\s*/)"
_AGENCY_BARE = r"(?P<agency3>[A-Z]{2}[\w .&-]{1,30}?)"
_DASH = r"(?:--+|[-–—―:])"
_NO_PLACE = (
    r"(?!(?:EXCLUSIVE|BREAKING|WATCH|VIDEO|LIVE|OPINION|ANALYSIS|REPORT|FACTBOX|UPDATED?)\b)"
)
_PLACE = rf"(?P<place>{_NO_PLACE}(?:{_CITY}(?:/{_CITY})*(?:,\s+{_TOWN})?))"
_PLAIN_PLACE = rf"(?P<place>{_TOWN}(?:/{_TOWN})?(?:,\s+{_TOWN})?)"

_FORMS = [
    re.compile(form)
    for form in (
        # SOCHI, May 14. /TASS/.   GENEVA, 3 June 2024 (UN News) —
        rf"{_PLACE}[,.]\s+{_DATE}[.,]?\s*{_AGENCY_MARKED}[.,]?\s*{_DASH}?\s*",
        # PARIS (AFP) -   PARIS (Reuters) -
        rf"{_PLACE}\s*\({_AGENCY}\)\s*{_DASH}\s*",
        # Ulaanbaatar /MONTSAME/ On
        rf"{_PLAIN_PLACE}\s*/(?P<agency>[A-Z]{{3,15}})/\s+(?=[A-Z\"“])",
        # Bamako (AFP) -
        rf"{_PLAIN_PLACE}\s*\((?P<agency>[A-Z]{{2,10}}(?: News)?|dpa)\)\s*{_DASH}\s+",
        # Gao (Mali) (AFP) -
        rf"{_PLAIN_PLACE}\s*\({_TOWN}\)\s*\({_AGENCY}\)\s*{_DASH}\s*",
        # Moscow, May 14 (Interfax) -   Tehran, May 14, IRNA –   Moscow. May 14. INTERFAX -
        rf"{_PLAIN_PLACE}[,.]\s+{_DATE}[.,]?\s*(?:{_AGENCY_MARKED}|{_AGENCY_BARE})"
        rf"[.,]?\s*{_DASH}\s*",
        # Samastipur (Bihar), Jul 3 (PTI) At
        rf"{_PLAIN_PLACE}\s*\({_TOWN}\)[,.]\s+{_DATE}[.,]?\s*{_AGENCY_MARKED}\s+(?=[A-Z\"“])",
        # New Delhi, Jul 16 (PTI) The   SEOUL, Nov. 1, Kyodo -
        rf"{_PLAIN_PLACE}[,.]\s+{_DATE}[.,]?\s*{_AGENCY_MARKED}\s+(?=[A-Z\"“])",
        rf"{_PLACE}[,.]\s+{_DATE}[.,]\s+(?P<agency>[A-Z][a-z]{{2,15}})\s*{_DASH}\s+",
        # (ANSA) - Rome, October 7 -
        rf"\({_AGENCY}\)\s*{_DASH}\s*{_PLAIN_PLACE}[,.]\s+{_DATE}\s*{_DASH}\s*",
        # YEREVAN, JULY 18, ARMENPRESS.
        rf"{_PLACE},\s+{_DATE},\s+(?P<agency>[A-Z]{{3,15}})\.\s+(?=[A-Z\"“])",
        # NUR-SULTAN. KAZINFORM The
        rf"{_PLACE}\.\s+(?P<agency>[A-Z]{{5,15}})\s+(?:{_DASH}\s*)?(?=[A-Z\"“«][a-z ])",
        # May 14 (UPI) --
        rf"{_DATE}\s*\({_AGENCY}\)\s*{_DASH}\s*",
        # ANKARA, 3 May 2020 –   ROME, May 3 —
        rf"{_PLACE}[,.]\s+{_DATE}[.,]?\s*{_DASH}\s*",
        # LONDON —   WASHINGTON –
        rf"{_PLACE}(?:\s*(?:--+|[—―])\s*|\s*[–-]\s+(?=[A-Z\"“]))",
    )
]
# Abuja —   Lagos, Nigeria –: only a sentence of its own follows, and no second dash.   LAHORE:
_PLAIN = re.compile(
    rf"(?:(?P<place>{_TOWN}(?:,\s+{_TOWN})?)(?:\s+[–-]|\s*(?:--+|[—―]))\s+(?=[A-Z\"“])(?!.{{0,60}}\s[—–-]+\s)"
    rf"|(?P<place2>{_CITY}):\s+(?=[A-Z\"“])"
    rf"|(?P<place3>{_CITY}(?:/{_CITY})+)\s+(?=[A-Z])"  # SEOUL/LONDON China's
    rf"|(?P<place4>{_CITY})\s+(?=(?:A|An|The)\s))"  # SEOUL A
)


_ALONE = re.compile(rf"(?P<place>{_CITY})\s+(?=[A-Z][a-z.])")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the beginning of the body says of place, day and agency; `year` is rarely printed."""

    start: int
    end: int
    place: Mention | None
    agency: Mention | None
    day: int | None = None
    month: int | None = None
    year: int | None = None


def read_dateline(text: str, start: int, end: int, opens: bool = False) -> Dateline | None:
    """The dateline with which the paragraph text[start:end] begins, None where there is none.

    `opens`: the paragraph opens the body, where a place may stand in small letters without agency.
    """
    end = min(end, start + 160)
    for form in _FORMS:
        match = form.match(text, start, end)
        if match:
            return _dateline(match)
    plain = _PLAIN.match(text, start, end) if opens else None
    return _dateline(plain) if plain else None


def read_place(text: str, start: int, end: int) -> Dateline | None:
    """`WASHINGTON President Ada Brook has …`: a place alone in capitals, which the text names again
    as `Washington`.
    """
    match = _ALONE.match(text, start, min(end, start + 80))
    if match is None or match["place"].title() not in text[match.end() :]:
        return None
    return _dateline(match)


def _dateline(match: re.Match[str]) -> Dateline:
    groups = match.groupdict()
    month = groups.get("month") or groups.get("month2")
    day = groups.get("day") or groups.get("day2")
    year = groups.get("year")
    return Dateline(
        match.start(),
        match.end(),
        _mention(match, "place", "place2", "place3", "place4"),
        _mention(match, "agency", "agency2", "agency3"),
        int(day) if day and 1 <= int(day) <= 31 else None,
        _month_number(month) if month else None,
        int(year) if year else None,
    )


def _month_number(name: str) -> int | None:
    stem = name[:3].lower()
    return next((n for n, month in enumerate(_MONTHS, 1) if month.startswith(stem)), None)


def _mention(match: re.Match[str], *names: str) -> Mention | None:
    for name in names:
        if match.groupdict().get(name):
            return Mention(match[name].strip(), match.start(name), match.end(name))
    return None


def dates_in(text: str) -> list[datetime.date]:
    """The days that a line prints with their years: "14 May 2019, 15:32", "May 14, 2019"."""
    found = []
    for match in re.finditer(_DATE, text[:400]):
        date = _dateline(match)
        if date.day and date.month and date.year:
            try:
                found.append(datetime.date(date.year, date.month, date.day))
            except ValueError:
                continue
    return found
