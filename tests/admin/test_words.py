"""Finding what an editor typed in the body of an article."""

import pytest
from django.core.exceptions import ValidationError

from articles.admin.words import as_typed, find, passages_of

BODY = """“The talks were useful,” the minister said. “We shall meet again in May.”

“No,” she said when asked. The envoy said “No,” too.

They agreed that   the border stays open – for now."""


def words(body: str, place: list[list[int]]) -> list[str]:
    return [body[start:end] for start, end in place]


def test_words_are_found_where_they_stand():
    place = find(BODY, ["We shall meet again in May."])
    assert words(BODY, place) == ["We shall meet again in May."]


@pytest.mark.parametrize("pause", ["\n…\n", "\n...\n", "\n[…]\n", "\n\n", "\n \n"])
def test_a_broken_statement_has_a_passage_for_each_part(pause):
    passages = passages_of(f"The talks were useful,{pause}We shall meet again in May.")
    assert passages == ["The talks were useful,", "We shall meet again in May."]
    assert words(BODY, find(BODY, passages)) == passages


def test_what_is_shown_for_a_place_finds_it_again():
    place = find(BODY, ["The talks were useful,", "We shall meet again in May."])
    assert find(BODY, passages_of(as_typed(BODY, place))) == place


def test_words_that_are_not_there_are_named():
    with pytest.raises(ValidationError, match="“We shall never meet” is not in"):
        find(BODY, ["The talks were useful,", "We shall never meet"])


def test_passages_in_the_wrong_order_are_told_from_missing_ones():
    with pytest.raises(ValidationError, match="not one after another"):
        find(BODY, ["We shall meet again in May.", "The talks were useful,"])


def test_words_met_twice_ask_which_is_meant_and_show_both():
    with pytest.raises(ValidationError) as refused:
        find(BODY, ["No,"])
    question, first, second = refused.value.messages
    assert "2 times" in question
    assert first.startswith("1: …") and "she said" in first
    assert second.startswith("2: …") and "The envoy said" in second


def test_an_occurrence_is_counted_from_the_top():
    first, second = find(BODY, ["No,"], occurrence=1), find(BODY, ["No,"], occurrence=2)
    assert first[0][0] < second[0][0]
    assert words(BODY, first) == words(BODY, second) == ["No,"]
    with pytest.raises(ValidationError, match="only 2 times"):
        find(BODY, ["No,"], occurrence=3)


def test_words_already_placed_stay_near_their_place():
    second = find(BODY, ["No,"], occurrence=2)
    assert find(BODY, ["No,"], near=second[0][0] + 2) == second


def test_a_later_passage_is_the_next_one_after_the_first():
    place = find(BODY, ["We shall meet again in May.", "No,"])
    assert place[1] == find(BODY, ["No,"], occurrence=1)[0]


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("the border stays open - for now", "the border stays open – for now"),
        ("They agreed that the border", "They agreed that   the border"),
        ('"The talks were useful,"', "“The talks were useful,”"),
    ],
)
def test_signs_and_spaces_may_be_typed_otherwise_and_the_text_is_the_body_s(typed, stands):
    assert words(BODY, find(BODY, [typed])) == [stands]


def test_what_is_only_alike_must_be_unambiguous():
    with pytest.raises(ValidationError, match="is not in"):
        find("“Yes” she said, and „Yes‟ he said", ['"Yes"'])


def test_enclosing_marks_are_dropped_only_when_they_enclose():
    assert passages_of("“The talks were useful,”", without_marks=True) == ["The talks were useful,"]
    assert passages_of("“Yes” and “no”", without_marks=True) == ["“Yes” and “no”"]
    assert passages_of("He called it “useful”", without_marks=True) == ["He called it “useful”"]


def test_nothing_typed_is_no_passage():
    assert passages_of(" \n…\n ") == []
    with pytest.raises(ValidationError, match="Type the words"):
        find(BODY, [])
