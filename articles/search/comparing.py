"""Several searches side by side: their share of all statements, by year or month."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from articles.dates import PartialDate

from .searching import Search, counts_by

UNITS = ("year", "month")
MOST_PERIODS = 240  # in one comparison: the latest twenty years by month


@dataclass(frozen=True)
class Compared:
    """`periods` follow each other without a gap; the other lists run along with them.

    `counts` has a list for each search, `everything` is the whole archive. `cut`: there are
    earlier periods. `elsewhere`: how many statements of each search have no place here, being
    undated or, by month, known to the year only.
    """

    periods: list[PartialDate]
    everything: list[int]
    counts: list[list[int]]
    elsewhere: list[int]
    cut: bool

    def shares(self, number: int) -> list[float | None]:
        """Of search `number` in each period; None where the archive holds nothing at all."""
        pairs = zip(self.counts[number], self.everything, strict=True)
        return [count / whole if whole else None for count, whole in pairs]


def compare(
    searches: Sequence[Search],
    unit: str,
    since: PartialDate | None = None,
    until: PartialDate | None = None,
) -> Compared:
    """Count the searches between two dates, one aggregation each. `unit` is one of UNITS.

    index.NotReady while there is no index.
    """
    bounded = [one.having(since=one.since or since, until=one.until or until) for one in searches]
    everything = Search(since=since, until=until)
    whole, *found = counts_by(unit, [everything, *bounded])
    met = {_ordinal(unit, int(key)) for one in found for key in one if key}
    periods = range(min(met), max(met) + 1) if met else range(0)
    shown = periods[-MOST_PERIODS:]
    keys = [_key(unit, ordinal) for ordinal in shown]
    return Compared(
        periods=[_period(unit, ordinal) for ordinal in shown],
        everything=[whole.get(key, 0) for key in keys],
        counts=[[one.get(key, 0) for key in keys] for one in found],
        elsewhere=[one.get(0, 0) for one in found],
        cut=len(shown) < len(periods),
    )


# The index has a month as 201905, which does not follow 201812 by one.


def _ordinal(unit: str, key: int) -> int:
    return key if unit == "year" else key // 100 * 12 + key % 100 - 1


def _key(unit: str, ordinal: int) -> int:
    return ordinal if unit == "year" else ordinal // 12 * 100 + ordinal % 12 + 1


def _period(unit: str, ordinal: int) -> PartialDate:
    if unit == "year":
        return PartialDate(datetime.date(ordinal, 1, 1), "year")
    return PartialDate(datetime.date(ordinal // 12, ordinal % 12 + 1, 1), "month")
