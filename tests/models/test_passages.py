"""A statement in several passages."""

import pytest

from articles.models import Statement


@pytest.mark.parametrize(
    ("text", "segments", "wanted"),
    [
        ("one two", [[5, 8], [20, 23]], ["one", "two"]),
        ("one", [[5, 8]], ["one"]),
        ("waits for an editor", [], ["waits for an editor"]),
    ],
)
def test_a_text_falls_into_the_passages_of_its_segments(text, segments, wanted):
    assert Statement(text=text, segments=segments).passages == wanted


def test_an_omission_between_passages_is_shown():
    assert Statement(text="one two", segments=[[5, 8], [20, 23]]).words == "one […] two"
