import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last", "words"),
    [
        ("2019-05-14", (2019, 5, 14), (2019, 5, 14), "14 May 2019"),
        ("2020-02", (2020, 2, 1), (2020, 2, 29), "February 2020"),
        ("1946", (1946, 1, 1), (1946, 12, 31), "1946"),
    ],
)
def test_a_date_is_as_precise_as_it_is_written(text, first, last, words):
    date = PartialDate.parse(text)
    assert (date.first, date.last) == (datetime.date(*first), datetime.date(*last))
    assert (str(date), date.in_words) == (text, words)


@pytest.mark.parametrize(
    "text",
    ["2019-13", "2019-02-30", "14.5.2019", "", "0000", "2019-5-1", "２０１９", "2019-05-14T00"],
)
def test_what_is_no_date_is_refused_by_name(text):
    with pytest.raises(ValueError, match="date"):
        PartialDate.parse(text)


@given(st.text(max_size=12))
def test_no_text_breaks_the_parser(text):
    try:
        date = PartialDate.parse(text)
    except ValueError:
        return
    assert PartialDate.parse(str(date)) == date
