"""Where the parts of a chart lie."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import charts
from articles.charts import Axis
from articles.dates import PartialDate

YEARS = st.integers(1, 9999)


def test_no_year_gives_no_axis():
    assert Axis.over([]) is None
    assert Axis.over([0]) is None


def test_an_axis_has_a_period_for_each_year_between():
    axis = Axis.over([2015, 2013, 0])
    assert [str(period) for period in axis.periods] == ["2013", "2014", "2015"]


def test_a_long_time_is_counted_by_decades():
    axis = Axis.over([1859, 2024, 1401])
    assert axis.step == 10
    assert str(axis.periods[0]) == "1400–1409" and axis.last == 2029
    assert axis.summed({1401: 2, 1409: 1, 2024: 4, 0: 9})[::62] == [3, 4]


@given(st.lists(YEARS, min_size=1))
def test_no_year_is_lost_and_no_chart_has_more_than_can_be_drawn(years):
    axis = Axis.over(years)
    assert sum(axis.summed(dict.fromkeys(years, 1))) == len(set(years))
    assert axis.count <= charts.MOST_PERIODS
    assert len(axis.ticks) <= charts.MOST_TICKS + 1


@given(st.lists(YEARS, min_size=1), st.data())
def test_every_bar_lies_within_the_chart(years, data):
    axis = Axis.over(years)
    counts = data.draw(st.lists(st.integers(0, 10**6), min_size=axis.count, max_size=axis.count))
    for bar in charts.bars(axis, counts, max(counts) or 1):
        assert bar.x >= 0 and bar.x + bar.width <= 100.01
        assert bar.y >= 0 and abs(bar.y + bar.height - 100) < 0.01
        assert (bar.height > 0) == (bar.count > 0)


def test_the_highest_bar_fills_the_height_and_one_among_thousands_is_still_seen():
    one, _, thousands = charts.bars(Axis(2000, 3), [1, 0, 5000], 5000)
    assert thousands.height == 100
    assert one.height == 5


def test_runs_end_where_nothing_is():
    found = charts.runs(Axis(2000, 5), [1, 2, 0, 0, 1])
    assert [(run.x, run.width) for run in found] == [(0, 40), (80, 20)]


def test_gaps_are_told_by_their_length():
    found = charts.gaps(Axis(2000, 9), [1, 0, 1, 0, 0, 0, 1, 0, 0])
    assert [str(gap) for gap in found] == ["2003–2005", "2001"]


def test_gaps_of_decades_are_whole_decades():
    found = charts.gaps(Axis(1800, 4, 10), [1, 0, 0, 1])
    assert [str(gap) for gap in found] == ["1810–1829"]


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ([0, 0, 0], "none"),
        ([0, 7, 0], "7 in 2001"),
        ([1000, 0, 2500], "3,500 from 2000 to 2002; the most, 2,500, in 2002"),
    ],
)
def test_a_chart_is_told_in_words(counts, words):
    assert charts.in_words(Axis(2000, 3), counts) == words


def test_a_span_ends_with_its_last_day():
    held = charts.span(Axis(2000, 4), datetime.date(2001, 1, 1), datetime.date(2002, 12, 31))
    assert (round(held.x), round(held.width), held.opens, held.closes) == (25, 50, False, False)


def test_a_span_of_which_an_end_is_not_known_is_open_there():
    held = charts.span(Axis(2000, 4), None, datetime.date(2001, 12, 31))
    assert (held.x, round(held.width), held.opens, held.closes) == (0, 50, True, False)
    held = charts.span(Axis(2000, 4), datetime.date(2002, 1, 1), None)
    assert (round(held.x), round(held.width), held.opens, held.closes) == (50, 50, False, True)


@pytest.mark.parametrize("day", [datetime.date.max, datetime.date.min])
def test_a_day_is_seen_however_long_the_time(day):
    held = charts.span(Axis.over([1, 9999]), day, day)
    assert held.width >= charts.NARROWEST and held.x + held.width <= 100


# --- lines ---------------------------------------------------------------------------------------


def test_a_line_joins_what_is_known_and_breaks_where_nothing_is():
    found = charts.line([0.1, 0.2, None, 0.4], 0.4)
    assert [(a.x, b.x) for a, b in found.strokes] == [(12.5, 37.5)]
    assert [point.y for point in found.markers] == [75, 50, 0]


def test_nothing_and_much_of_it_are_drawn():
    assert charts.line([], 1).strokes == []
    assert charts.line([None, None], 1).markers == []
    many = charts.line([0.5] * 240, 1)
    assert len(many.strokes) == 239 and len(many.markers) == charts.MOST_MARKERS


@given(st.floats(1e-6, 1))
def test_grades_are_few_round_and_reach_the_highest(highest):
    found = charts.grades(highest)
    assert 1 <= len(found) <= charts.GRADES + 1
    assert found[-1] >= highest * (1 - 1e-6)
    assert found[-1] <= highest * 2.6


def periods(first: str, count: int):
    start = PartialDate.parse(first)
    step = 1 if start.precision == "month" else 12
    months = [start.first.year * 12 + start.first.month - 1 + at * step for at in range(count)]
    return [
        PartialDate(datetime.date(one // 12, one % 12 + 1, 1), start.precision) for one in months
    ]


@pytest.mark.parametrize(
    ("first", "count", "labels"),
    [
        ("2019", 1, ["2019"]),
        ("2005", 20, ["2005", "2010", "2015", "2020"]),
        ("2019-05", 3, ["May 2019", "June 2019", "July 2019"]),
        ("2019-05", 36, ["2020", "2021", "2022"]),
        ("2019-11", 12, ["November 2019", "January 2020", "March 2020", "May 2020", "July 2020"]),
    ],
)
def test_periods_are_named_as_far_as_there_is_room(first, count, labels):
    assert [tick.label for tick in charts.ticks(periods(first, count))][: len(labels)] == labels
