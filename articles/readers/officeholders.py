"""Who held which office: CSV with a heading, as published lists of officeholders come.

A list of offices has the columns `person`, `office`, `start` and `end`, and may have `person_id`,
`country`, `country_code`, `birth` and `death`; other columns mean nothing here. A list of their
people has `id` and `name`, and may have `altname`, `surname` and `forename`. Dates are 2019-05-14,
2019-05 or 2019; an empty one is not known.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from articles.dates import PartialDate

from . import fields
from .drafts import DraftError

NAME = 200  # characters of a name, and of an office's title
_OFFICES = ("person", "office", "start", "end")
_PEOPLE = ("id", "name")


class NoSuchList(ValueError):
    """The file as a whole cannot be read; the message says why."""


@dataclass(frozen=True)
class Holder:
    """One line: a person held an office. `person_id` is what the list calls the person."""

    line: int
    person: str
    office: str
    person_id: str = ""
    country: str = ""
    country_code: str = ""
    starts: PartialDate | None = None
    ends: PartialDate | None = None
    born: PartialDate | None = None
    died: PartialDate | None = None

    @property
    def dated(self) -> bool:
        return bool(self.starts or self.ends)


@dataclass(frozen=True)
class Names:
    """What a list of people tells of one: another name, and the name as in an index."""

    other_name: str = ""
    sort_name: str = ""


@dataclass(frozen=True)
class BadLine:
    line: int
    reason: str


def read(lines: Iterable[str]) -> Iterator[Holder | BadLine]:
    """The lines of a list of officeholders. NoSuchList where it has not the columns."""
    for number, row in _rows(lines, _OFFICES):
        try:
            yield _holder(number, row)
        except DraftError as error:
            yield BadLine(number, str(error))


def read_names(lines: Iterable[str]) -> dict[str, Names]:
    """What the list of people calls a person -> names. NoSuchList where it has not the columns."""
    found = {}
    for number, row in _rows(lines, _PEOPLE):
        try:
            found[fields.words(row, "id", NAME, required=True)] = _names(row)
        except DraftError as error:
            raise NoSuchList(f"line {number}: {error}") from None
    return found


def _rows(lines: Iterable[str], wanted: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with the number of the line on which it ends, without the columns of no name."""
    reader = csv.DictReader(lines, restval="")
    try:
        columns = reader.fieldnames or ()
        missing = [name for name in wanted if name not in columns]
        if missing:
            raise NoSuchList(f"has no column {', '.join(missing)} in its first line.")
        for row in reader:
            yield reader.line_num, {name: row[name] for name in columns if name}
    except csv.Error as error:
        raise NoSuchList(f"line {reader.line_num}: {error}.") from None
    except UnicodeDecodeError as error:
        raise NoSuchList(f"after line {reader.line_num}: no UTF-8 text, {error.reason}.") from None


def _holder(number: int, row: Mapping[str, str]) -> Holder:
    holder = Holder(
        line=number,
        person=fields.words(row, "person", NAME, required=True),
        office=fields.words(row, "office", NAME, required=True),
        person_id=fields.words(row, "person_id", NAME),
        country=fields.words(row, "country", NAME),
        country_code=fields.country(row, "country_code"),
        starts=fields.date(row, "start"),
        ends=fields.date(row, "end"),
        born=fields.date(row, "birth"),
        died=fields.date(row, "death"),
    )
    for first, last, name in (("starts", "ends", "end"), ("born", "died", "death")):
        earlier, later = getattr(holder, first), getattr(holder, last)
        if earlier and later and later.last < earlier.first:
            raise DraftError(name, f"{later} lies before {earlier}.")
    return holder


def _names(row: Mapping[str, str]) -> Names:
    surname, forename = (fields.words(row, part, NAME) for part in ("surname", "forename"))
    both = f"{surname}, {forename}" if surname and forename else ""
    return Names(fields.words(row, "altname", NAME), both[:NAME])
