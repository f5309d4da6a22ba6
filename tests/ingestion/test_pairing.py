"""Statements of two lists are paired by their words, each at most once."""

from hypothesis import given
from hypothesis import strategies as st

from articles.ingestion.pairing import pair

texts = st.lists(st.text("ab ", min_size=1, max_size=12), max_size=12)


def test_the_same_words_pair_in_their_order():
    assert pair(["Yes.", "No.", "Yes."], ["Yes.", "Perhaps.", "No.", "Yes."]) == {0: 0, 1: 2, 2: 3}


def test_white_space_does_not_count():
    assert pair(["We  are\nready."], ["We are ready."]) == {0: 0}


def test_corrected_words_pair_where_they_stood():
    old = ["Yes.", "We are ready for talk now.", "No."]
    assert pair(old, ["Yes.", "We are ready for talks now.", "No."]) == {0: 0, 1: 1, 2: 2}


def test_other_words_do_not_pair():
    assert pair(["Yes.", "We are ready."], ["Yes.", "They have refused all offers."]) == {0: 0}


def test_words_that_changed_places_pair():
    assert pair(["One here.", "Two there."], ["Two there.", "One here."]) == {0: 1, 1: 0}


@given(texts)
def test_a_list_pairs_with_itself(old):
    assert pair(old, old) == {number: number for number in range(len(old))}


@given(texts, texts)
def test_each_is_paired_at_most_once(old, new):
    pairs = pair(old, new)
    assert len(set(pairs.values())) == len(pairs)
    assert all(i < len(old) and j < len(new) for i, j in pairs.items())
