"""What the archive has of a record over the years, and where it has nothing to go by.

A year without a statement says something only where the archive holds something of that year: a
row of a source shows both, so that silence is not mistaken for absence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from articles import charts
from articles.addresses import SearchAddress
from articles.charts import Axis, Bar, Period, Stretch
from articles.models import Tenure
from articles.search.facets import NONE
from articles.search.searching import Search, counts_by
from articles.search.values import Count, Key

from .facet_context import FOLDED
from .within import Within

SHOWN = 6  # values of a facet that have a row
GAPS = 3  # the longest that are named
# From each side, the facets whose values are shown over the years; "" is the whole archive.
ROWS = {
    "": ("source",),
    "speaker": ("topic", "source"),
    "topic": ("speaker", "source"),
    "polity": ("speaker", "topic", "source"),
    "occasion": (),
    "source": ("topic", "speaker"),
}
TITLES = {"topic": "Topics", "speaker": "Speakers", "source": "Sources"}

Years = Mapping[int, int]  # year to number of statements


@dataclass(frozen=True)
class Row:
    """`says` is the row in words; `held`, of a source: when the archive holds anything of it."""

    label: str
    url: str
    count: int
    bars: list[Bar]
    says: str
    held: list[Stretch] | None = None


@dataclass(frozen=True)
class Cell:
    """Statements of a value in a period, and how many the archive holds of it in all."""

    count: int
    held: int | None = None
    url: str = ""


@dataclass(frozen=True)
class _Value:
    """A value of a facet with the search that it narrows to."""

    key: Key
    label: str
    count: int
    address: SearchAddress

    @classmethod
    def counted(cls, one: Count, address: SearchAddress, name: str) -> _Value:
        narrowed = address.with_values({name: [one.value.value]})
        return cls(one.value.key, one.value.label, one.count, narrowed)

    @property
    def url(self) -> str:
        return str(self.address)


@dataclass(frozen=True)
class Group:
    """The most frequent values of a facet; `more` are those that follow, as a list of searches.

    `all_url` is the page that has all of them.
    """

    facet: str
    title: str
    rows: list[Row]
    more: list[_Value]
    all_url: str
    table: list[tuple[Period, list[Cell]]]


@dataclass(frozen=True)
class Office:
    tenure: Tenure
    span: charts.Span


@dataclass(frozen=True)
class OverTime:
    """`total` has a bar for each period, `years` its table; `offices` only of a speaker.

    `gaps` are the longest stretches without a statement.
    """

    axis: Axis
    total: Row
    years: list[tuple[Period, Cell]]
    gaps: list[Period]
    groups: list[Group] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)

    @property
    def linked_bars(self) -> list[tuple[Bar, Cell]]:
        """The bars that there are, each with its search."""
        there = (bar for bar in self.total.bars if bar.count)
        return [(bar, cell) for bar, (_, cell) in zip(there, self.years, strict=True)]

    @property
    def silent(self) -> int:
        """In how many periods there is no statement."""
        return self.axis.count - len(self.years)

    @property
    def unit(self) -> str:
        return "years" if self.axis.step == 1 else f"spans of {self.axis.step} years"


def over_time(within: Within, tenures: Iterable[Tenure] = ()) -> OverTime | None:
    """None where there is no span of time: nothing dated, or all of it in one year."""
    (years,) = counts_by("year", [within.sought])
    offices = list(tenures)
    axis = Axis.over([*years, *_years_of(offices)])  # type: ignore[list-item]
    if not axis or axis.count < 2 or not any(years):
        return None
    counts = axis.summed(years)  # type: ignore[arg-type]
    return OverTime(
        axis=axis,
        total=Row(
            label="Statements",
            url=str(within.address),
            count=within.total,
            bars=charts.bars(axis, counts, max(counts)),
            says=charts.in_words(axis, counts),
        ),
        years=[
            (period, Cell(count, url=_in_period(within.address, period)))
            for period, count in zip(axis.periods, counts, strict=True)
            if count
        ],
        gaps=charts.gaps(axis, counts)[:GAPS],
        groups=[group for name in ROWS[within.facet] if (group := _group(within, axis, name))],
        offices=[Office(one, _span(axis, one)) for one in offices],
    )


def _years_of(tenures: Iterable[Tenure]) -> list[int]:
    dates = (date for one in tenures for date in (one.starts, one.ends) if date)
    return [date.first.year for date in dates]


def _span(axis: Axis, tenure: Tenure) -> charts.Span:
    starts, ends = tenure.starts, tenure.ends
    return charts.span(axis, starts.first if starts else None, ends.last if ends else None)


def _in_period(address: SearchAddress, period: Period) -> str:
    if period.first == period.last:
        return str(address.with_values({"year": [str(period.first)]}))
    ends = {"from": [f"{period.first:04}"], "to": [f"{period.last:04}"]}
    return str(address.with_values(ends))


# --- the values of a facet -----------------------------------------------------------------------


def _group(within: Within, axis: Axis, name: str) -> Group | None:
    """A row for each of the most frequent values: one aggregation each, for a source two."""
    stated = [one for one in within.counts[name].counts if one.value.value != NONE and one.count]
    if not stated:
        return None
    shown = [_Value.counted(one, within.address, name) for one in stated[:SHOWN]]
    following = stated[SHOWN : SHOWN + FOLDED]
    counts = _by_period(axis, within.sought, name, shown)
    # What the archive holds of a source, whoever speaks.
    apart = name == "source" and within.facet
    held = _by_period(axis, Search(), name, shown) if apart else None
    return Group(
        facet=name,
        title=TITLES[name],
        rows=_rows(axis, shown, counts, held),
        more=[_Value.counted(one, within.address, name) for one in following],
        all_url=within.facets[name]["all_url"],
        table=_table(axis, shown, counts, held),
    )


def _by_period(axis: Axis, sought: Search, name: str, values: list[_Value]) -> list[list[int]]:
    """The counts of each value by period, within a search."""
    searches = [
        sought.having(chosen={**sought.chosen, name: frozenset({one.key})}) for one in values
    ]
    return [axis.summed(years) for years in counts_by("year", searches)]  # type: ignore[arg-type]


def _rows(
    axis: Axis, values: list[_Value], counts: list[list[int]], held: list[list[int]] | None
) -> list[Row]:
    """All to one scale, so that they can be compared."""
    highest = max(most for one in counts for most in one) or 1
    return [
        Row(
            label=one.label,
            url=one.url,
            count=one.count,
            bars=charts.bars(axis, counts[number], highest),
            says=charts.in_words(axis, counts[number]),
            held=charts.runs(axis, held[number]) if held else None,
        )
        for number, one in enumerate(values)
    ]


def _table(
    axis: Axis, values: list[_Value], counts: list[list[int]], held: list[list[int]] | None
) -> list[tuple[Period, list[Cell]]]:
    """The periods in which any of the values has, or any of the sources holds, something."""
    found = []
    for at, period in enumerate(axis.periods):
        cells = [
            Cell(
                count=counts[number][at],
                held=held[number][at] if held else None,
                url=_in_period(one.address, period) if counts[number][at] else "",
            )
            for number, one in enumerate(values)
        ]
        if any(cell.count or cell.held for cell in cells):
            found.append((period, cells))
    return found
