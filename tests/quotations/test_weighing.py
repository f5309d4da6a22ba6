"""Where what is said most likely ends, by weights learnt from the test articles."""

import pytest

from articles.quotations.weighing import likeliest, weights
from tests.benchmarks.ends import examples, learnt
from tests.quotations.gold import DATA, load

from .reading import told

PLACES = [(4, ["which"]), (9, ["and"]), (15, [])]


@pytest.mark.parametrize(
    ("table", "ruled", "end"),
    [
        ({"": -2.0, "which": 4.0}, 15, 4),
        ({"": -2.0, "which": 4.0, "and": 6.0}, 15, 4),  # where it ended it cannot end again
        ({"": -4.0, "and": 6.0}, 15, 9),
        ({"": -4.0, "which": 3.0}, 15, 15),
        ({"": -0.6, "which": 0.0, "and": -3.0}, 4, 4),  # what the rules hold is one more reason
        ({"": 1000.0}, 15, 4),
        ({"": -1000.0}, 4, 15),
    ],
)
def test_the_likeliest_place_is_the_end(table: dict[str, float], ruled: int, end: int) -> None:
    assert likeliest(PLACES, 15, table, ruled) == end


def test_where_there_is_no_place_the_rules_decide() -> None:
    assert likeliest([], 15, {"": 1.0}, 15) == 15


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Brook said talks would resume in Oslo, which has hosted them since 2010.",
         "talks would resume in Oslo"),
        ("Brook said the fund had lent Oslo a billion, which it would have to repay by May.",
         "the fund had lent Oslo a billion, which it would have to repay by May"),
        ("Brook said the road would be shut, which has angered drivers.",
         "the road would be shut"),
        ("Brook said that the road was shut and that trucks were waiting at the border.",
         "the road was shut and that trucks were waiting at the border"),
    ],
)  # fmt: skip
def test_a_tail_in_another_tense_is_the_reporters(text: str, words: str) -> None:
    assert told(text)[0][0] == words


def test_the_weights_are_what_the_articles_teach() -> None:
    """After a change of the rules: python tests/benchmarks/ends.py --write"""
    taught = learnt([one for article in load(DATA / "dev") for one in examples(article)])
    kept = weights()
    differ = {a: (taught.get(a, 0.0), kept.get(a, 0.0)) for a in taught.keys() | kept.keys()}
    assert {a: both for a, both in differ.items() if abs(both[0] - both[1]) > 0.1} == {}
