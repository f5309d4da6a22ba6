"""A date known to the day, the month or the year.

The database keeps it as two columns, the first day of the period and the precision, so that
ordinary date lookups and the admin's date hierarchy work; everything else speaks of a
`PartialDate`, whose text form is ISO 8601 with reduced precision: 2019-05-14, 2019-05, 2019.
"""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass
from typing import Any, Literal

Precision = Literal["day", "month", "year"]

PRECISIONS: list[tuple[Precision, str]] = [("day", "day"), ("month", "month"), ("year", "year")]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)


@dataclass(frozen=True)
class PartialDate:
    """`first` is the first day of the period that `precision` says is meant."""

    first: datetime.date
    precision: Precision = "day"

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read 2019-05-14, 2019-05 or 2019. ValueError, in words for the user, on anything else."""
        match = _ISO.match(text.strip())
        if not match:
            raise ValueError(f"“{text}” is not a date of the form 2019-05-14, 2019-05 or 2019.")
        year, month, day = match.groups()
        precision: Precision = "day" if day else "month" if month else "year"
        try:
            first = datetime.date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            raise ValueError(f"There is no such date as {text.strip()}.") from None
        return cls(first, precision)

    @classmethod
    def from_columns(cls, first: datetime.date | None, precision: str) -> PartialDate | None:
        return cls(first, precision) if first else None  # type: ignore[arg-type]

    @property
    def last(self) -> datetime.date:
        """The last day of the period."""
        first = self.first
        if self.precision == "year":
            return datetime.date(first.year, 12, 31)
        if self.precision == "month":
            return first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return first

    def __str__(self) -> str:
        year, month, day = f"{self.first.year:04}", f"{self.first:%m}", f"{self.first:%d}"
        parts = {"year": [year], "month": [year, month], "day": [year, month, day]}
        return "-".join(parts[self.precision])

    @property
    def in_words(self) -> str:
        """14 May 2019, May 2019 or 2019."""
        month = calendar.month_name[self.first.month]
        return {
            "year": f"{self.first.year}",
            "month": f"{month} {self.first.year}",
            "day": f"{self.first.day} {month} {self.first.year}",
        }[self.precision]


class PartialDateAttribute:
    """A model attribute that reads and writes the columns `<column>` and `<column>_precision`."""

    def __init__(self, column: str) -> None:
        self.column = column

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        if instance is None:
            return self
        return PartialDate.from_columns(
            getattr(instance, self.column), getattr(instance, f"{self.column}_precision")
        )

    def __set__(self, instance: Any, value: PartialDate | None) -> None:
        setattr(instance, self.column, value.first if value else None)
        setattr(instance, f"{self.column}_precision", value.precision if value else "day")
