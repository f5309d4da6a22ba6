"""Words near each other."""

import itertools
import random

import pytest
import tantivy

from articles.search import matching, schema
from tests import factories


def test_words_near_each_other_are_found_in_any_order(ask):
    for words in (
        "arms control",
        "control of arms",
        "arms a b c control",
        "arms a b c d control",
        "the arm controls",
    ):
        factories.statement(words)
    found = {one.text for one in ask(words='"arms control"~3').records}
    assert found == {"arms control", "control of arms", "arms a b c control"}
    assert ask(words='"arms control"~0').total == 1


def is_near(words: list[str], sought: tuple[str, ...], apart: int) -> bool:
    places = [[i for i, word in enumerate(words) if word == one] for one in sought]
    return any(
        len(set(chosen)) == len(chosen) and max(chosen) - min(chosen) + 1 - len(sought) <= apart
        for chosen in itertools.product(*places)
    )


@pytest.mark.parametrize(
    "sought", [("ab", "cd"), ("ab", "ab"), ("ab", "cd", "ef"), ("ab", "cd", "ab")]
)
def test_words_near_each_other_are_counted_exactly(tmp_path, sought):
    chance = random.Random(7)
    alphabet = ["ab", "cd", "ef", "xx", "yy"]
    made = [chance.choices(alphabet, k=chance.randint(2, 12)) for _ in range(5_000)]
    index = schema.open_index(str(tmp_path), create=True)
    writer = index.writer(32_000_000, num_threads=1)
    for words in made:
        document = tantivy.Document.from_dict({"text": " ".join(words)}, schema.schema())
        writer.add_document(document)
    writer.commit()
    index.reload()
    for apart in (0, 1, 2, 3, 5):
        found = matching.total(index.searcher(), matching.near("text", sought, apart))
        assert found == sum(is_near(words, sought, apart) for words in made)
