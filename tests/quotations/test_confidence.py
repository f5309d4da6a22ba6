"""What was measured of a rule, as a number and in words."""

import pytest

from articles.quotations import confidence

TABLE = {
    "words": {"X said that": [90, 98], "rare": [1, 1]},
    "speaker": {"surname": [48, 48], "nobody": [2, 3]},
}


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "table", lambda: TABLE)


def test_a_share_is_that_of_the_words_times_that_of_the_speaker() -> None:
    assert confidence.confidence("X said that", "surname") == round(91 / 100 * 49 / 50, 3)


@pytest.mark.parametrize(("rule", "how"), [("rare", "surname"), ("X said that", ""), ("new", "")])
def test_few_answers_give_none(rule: str, how: str) -> None:
    assert confidence.confidence(rule, how) is None


def test_in_words_the_cases_are_counted() -> None:
    assert confidence.in_words("X said that; surname") == (
        "On the test articles this way of finding had words right in 90 of 98 cases and speaker "
        "right in 48 of 48 cases."
    )


def test_in_words_what_was_not_measured_is_left_out() -> None:
    assert confidence.in_words("X said that; nobody").endswith("words right in 90 of 98 cases.")
    assert confidence.in_words("rare; nobody") == confidence.in_words("") == ""
