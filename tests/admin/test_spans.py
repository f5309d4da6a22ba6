"""The ends of a statement, moved word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.admin import spans

BODY = 'Berg said: "Nobody puts it out," and left. "Not while I\'m here," she added.'


def place(*passages: str) -> spans.Place:
    return [[BODY.index(one), BODY.index(one) + len(one)] for one in passages]


def words(found: spans.Place) -> list[str]:
    return [BODY[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("end", "step", "expected"),
    [
        ("start", -1, '"Nobody puts it'),
        ("start", 1, "puts it"),
        ("end", -1, "Nobody puts"),
        ("end", 1, "Nobody puts it out"),
    ],
)
def test_an_end_moves_by_a_word(end, step, expected):
    assert words(spans.move(BODY, place("Nobody puts it"), end, step)) == [expected]


def test_marks_behind_a_word_are_a_step_of_their_own():
    assert words(spans.move(BODY, place("puts it out"), "end", 1)) == ['puts it out,"']


def test_the_outer_ends_of_several_passages_move():
    two = place("Nobody puts it out,", "Not while I'm here")
    assert words(spans.move(BODY, two, "start", 1)) == ["puts it out,", "Not while I'm here"]
    assert words(spans.move(BODY, two, "end", -1)) == ["Nobody puts it out,", "Not while I'm"]


def test_a_passage_left_outside_goes():
    two = place("Nobody puts it out,", "Not while")
    at = BODY.index("and left")
    assert words(spans.set_end(BODY, two, "end", at - 2)) == ["Nobody puts it out,"]
    assert words(spans.set_end(BODY, two, "start", at)) == ["Not while"]


@pytest.mark.parametrize(("end", "at"), [("start", BODY.index(" puts")), ("end", 0)])
def test_some_words_have_to_be_left(end, at):
    with pytest.raises(spans.Impossible):
        spans.set_end(BODY, place("Nobody"), end, at)


def test_beyond_the_text_there_is_nothing():
    with pytest.raises(spans.Impossible):
        spans.move(BODY, [[0, 4]], "start", -1)
    with pytest.raises(spans.Impossible):
        spans.move(BODY, [], "end", 1)


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ("obody puts i", "Nobody puts it"),
        (" puts it ", "puts it"),
        ('"Nobody puts it out,"', "Nobody puts it out,"),
        ("'m here", "I'm here"),
    ],
)
def test_a_selection_is_taken_to_whole_words(selected, expected):
    start = BODY.index(selected)
    assert words(spans.snapped(BODY, start, start + len(selected))) == [expected]


def test_nothing_selected_is_nothing():
    with pytest.raises(spans.Impossible):
        spans.snapped(BODY, BODY.index(" said"), BODY.index("said"))


@given(st.text(alphabet='ab ."\n', max_size=30), st.integers(-5, 40), st.integers(-5, 40))
def test_what_was_selected_lies_in_the_text_and_has_words(body, start, end):
    try:
        ((first, last),) = spans.snapped(body, start, end)
    except spans.Impossible:
        return
    assert 0 <= first < last <= len(body)
