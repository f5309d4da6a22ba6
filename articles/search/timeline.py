"""How a result is spread over time: by year, or by month where one year is looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from articles.dates import PartialDate

from .facets import NONE
from .values import Count, Value

MOST_YEARS = 250  # a longer span is drawn without its empty years


@dataclass(frozen=True)
class Timeline:
    """`bars` ascend; a month's value is what `from` and `to` take: 2019-05.

    `elsewhere` counts what has no place on the line: undated, or dated to the year only.
    """

    year: int | None
    bars: list[Count]
    elsewhere: Count | None


def by_year(counts: list[Count]) -> Timeline:
    """From the counts of the year facet; years between without any are shown as empty."""
    dated = {int(one.value.key): one for one in counts if one.value.value != NONE}
    years = sorted(year for year, one in dated.items() if one.count or one.selected)
    if years and years[-1] - years[0] <= MOST_YEARS:
        years = list(range(years[0], years[-1] + 1))
    bars = [dated.get(year) or Count(Value(year, str(year), str(year)), 0) for year in years]
    undated = next((one for one in counts if one.value.value == NONE and one.count), None)
    return Timeline(None, bars, undated)


def by_month(
    year: int, counts: Mapping[int, int], since: PartialDate | None, until: PartialDate | None
) -> Timeline:
    """`counts` by months as the index has them: 201905; 0 for no month known."""
    bars = []
    for number in range(1, 13):
        month = PartialDate.parse(f"{year:04}-{number:02}")
        inside = since and until and since.first <= month.first and month.last <= until.last
        value = Value(year * 100 + number, str(month), month.in_words)
        bars.append(Count(value, counts.get(year * 100 + number, 0), selected=bool(inside)))
    known_to_the_year = counts.get(0, 0)
    whole_year = Count(Value(0, "", f"{year}, month not known"), known_to_the_year)
    return Timeline(year, bars, whole_year if known_to_the_year else None)
