"""The geometry of charts: numbers that templates print as SVG.

What lies across is in percent of the width, so that a chart fills any page without stretching its
text and needs no style of its own. Nothing is told by colour alone.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from articles.dates import PartialDate

MOST_PERIODS = 250  # bars that can still be told apart
STEPS = (1, 10, 100, 1000)  # years in a bar
MOST_TICKS = 8
TICKS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000)  # years between two ticks
WIDEST = 4.0  # percent of the width that a bar takes at most
LOWEST = 0.05  # share of the height that one statement beside thousands still has


@dataclass(frozen=True)
class Period:
    """Years from `first` to `last`, both included."""

    first: int
    last: int

    def __str__(self) -> str:
        return f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True)
class Tick:
    """A year at its place; `anchor` keeps the text within the chart."""

    label: str
    x: float
    anchor: str


@dataclass(frozen=True)
class Axis:
    """`count` periods of `step` years from `first` on."""

    first: int
    count: int
    step: int = 1

    @classmethod
    def over(cls, years: Iterable[int]) -> Axis | None:
        """From the first to the last of the years; None when there is none. 0 is no year."""
        known = [year for year in years if year]
        if not known:
            return None
        low, high = min(known), max(known)
        step = next(step for step in STEPS if high // step - low // step < MOST_PERIODS)
        first = low - low % step
        return cls(first, (high - first) // step + 1, step)

    @property
    def last(self) -> int:
        return self.first + self.count * self.step - 1

    @property
    def periods(self) -> list[Period]:
        firsts = range(self.first, self.last + 1, self.step)
        return [Period(max(first, 1), first + self.step - 1) for first in firsts]

    @property
    def ticks(self) -> list[Tick]:
        """Round years, few enough to be read on a small screen."""
        span = self.last - self.first + 1
        apart = next((years for years in TICKS if span / years <= MOST_TICKS), TICKS[-1])
        years = range(self.first + -self.first % apart, self.last + 1, apart)
        return [_placed(str(year), self.at(year + self.step / 2)) for year in years if year]

    def at(self, year: float) -> float:
        """Where a moment lies, in percent; what is beyond an end lies at the end."""
        return _rounded(min(100, max(0, (year - self.first) / (self.count * self.step) * 100)))

    def summed(self, years: Mapping[int, int]) -> list[int]:
        """Counts by year as counts by period."""
        sums = [0] * self.count
        for year, count in years.items():
            if self.first <= year <= self.last:
                sums[(year - self.first) // self.step] += count
        return sums


def _placed(label: str, x: float) -> Tick:
    """A tick whose text does not reach beyond the chart."""
    return Tick(label, _rounded(x), "start" if x < 3 else "end" if x > 97 else "middle")


def _rounded(percent: float) -> float:
    return round(percent, 3)


# --- bars ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Bar:
    """All four in percent; `period` and `count` are what it says."""

    period: Period
    count: int
    x: float
    y: float
    width: float
    height: float


def bars(axis: Axis, counts: list[int], highest: int) -> list[Bar]:
    """One for each period, those without any too; `highest` is the count of the full height."""
    whole = 100 / axis.count
    width = min(whole * 0.86, WIDEST)
    return [
        Bar(
            period=period,
            count=count,
            x=_rounded(number * whole + (whole - width) / 2),
            y=_rounded(100 - height),
            width=_rounded(width),
            height=_rounded(height),
        )
        for number, (period, count) in enumerate(zip(axis.periods, counts, strict=True))
        for height in [100 * max(count / highest, LOWEST) if count else 0]
    ]


@dataclass(frozen=True)
class Stretch:
    """From `x` on, `width` wide, in percent."""

    x: float
    width: float


def runs(axis: Axis, counts: list[int]) -> list[Stretch]:
    """Where the periods that have any stand side by side: what is between them is a gap."""
    found: list[list[int]] = []
    for number, count in enumerate(counts):
        if count and found and found[-1][1] == number:
            found[-1][1] = number + 1
        elif count:
            found.append([number, number + 1])
    whole = 100 / axis.count
    return [Stretch(_rounded(a * whole), _rounded((b - a) * whole)) for a, b in found]


def gaps(axis: Axis, counts: list[int]) -> list[Period]:
    """The stretches without any, between periods that have some; the longest first."""
    found: list[Period] = []
    before: Period | None = None
    for period, count in zip(axis.periods, counts, strict=True):
        if not count:
            continue
        if before and period.first > before.last + 1:
            found.append(Period(before.last + 1, period.first - 1))
        before = period
    return sorted(found, key=lambda gap: gap.first - gap.last)


def in_words(axis: Axis, counts: list[int]) -> str:
    """What the bars show, for who does not see them."""
    present = [(period, count) for period, count in zip(axis.periods, counts, strict=True) if count]
    if not present:
        return "none"
    (first, _), (last, _) = present[0], present[-1]
    peak, most = max(present, key=lambda one: one[1])
    if first == last:
        return f"{most:,} in {first}"
    total = sum(counts)
    return f"{total:,} from {first.first} to {last.last}; the most, {most:,}, in {peak}"


# --- stretches of time ---------------------------------------------------------------------------


@dataclass(frozen=True)
class Span:
    """A stretch of time; an end that is not known is drawn open."""

    x: float
    width: float
    opens: bool
    closes: bool


NARROWEST = 0.6  # percent


def span(axis: Axis, starts: datetime.date | None, ends: datetime.date | None) -> Span:
    """`ends` is the last day, included. What is not known reaches to the end of the chart."""
    left = axis.at(_as_year(starts)) if starts else 0.0
    right = axis.at(_as_year(ends) + 1 / 366) if ends else 100.0
    width = max(right - left, NARROWEST)
    return Span(_rounded(min(left, 100 - width)), _rounded(width), starts is None, ends is None)


def _as_year(day: datetime.date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 366


# --- lines ---------------------------------------------------------------------------------------

MOST_MARKERS = 40  # on a line
FEW_MONTHS = 24  # up to which months are named, not years
MONTHS_NAMED = 6
GRADES = 4  # lines across, at most


@dataclass(frozen=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """`strokes` join neighbours; where a value is not known there is a gap. All in percent."""

    strokes: list[tuple[Point, Point]]
    markers: list[Point]


def line(values: Sequence[float | None], highest: float) -> Line:
    """Values in equal steps; `highest` lies at the top. What no stroke shows has a marker."""
    points = [
        None
        if value is None
        else Point(_rounded((at + 0.5) / len(values) * 100), _rounded(100 - 100 * value / highest))
        for at, value in enumerate(values)
    ]
    apart = -(-len(points) // MOST_MARKERS)
    padded = [None, *points, None]
    return Line(
        strokes=[(a, b) for a, b in pairwise(points) if a and b],
        markers=[
            point
            for at, point in enumerate(points)
            if point and ((values[at] and at % apart == 0) or not (padded[at] or padded[at + 2]))
        ],
    )


def grades(highest: float) -> list[float]:
    """Round values from the lowest to one that is not below the highest; at most GRADES."""
    size = 10.0 ** math.floor(math.log10(highest))
    steps = (size * factor / 10 for factor in (2, 5, 10, 20, 50, 100))
    step = next(step for step in steps if highest / step <= GRADES + 1e-9)
    count = math.ceil(round(highest / step, 9))
    return [round(step * number, 12) for number in range(1, count + 1)]


def ticks(periods: Sequence[PartialDate]) -> list[Tick]:
    """Names under years or months that follow each other: of long times round years."""
    firsts = [period.first for period in periods]
    if periods[0].precision == "month" and len(periods) <= FEW_MONTHS:
        apart = -(-len(periods) // MONTHS_NAMED)
        named = [(at, periods[at].in_words) for at in range(0, len(periods), apart)]
    else:
        span = firsts[-1].year - firsts[0].year + 1
        apart = next((years for years in TICKS if span / years <= MOST_TICKS), TICKS[-1])
        named = [
            (at, str(first.year))
            for at, first in enumerate(firsts)
            if first.month == 1 and first.year % apart == 0
        ]
    return [_placed(label, (at + 0.5) / len(periods) * 100) for at, label in named]
