"""The benchmark of relevance: its measures, and a small invented collection from end to end."""

import math
from pathlib import Path

import pytest

from tests.benchmarks import relevance

COLLECTION = Path(__file__).parents[1] / "data" / "relevance"


def test_ndcg_discounts_by_place_and_gains_by_grade():
    grades = {"a": 2, "b": 1, "c": 0}
    assert relevance.ndcg(["a", "b", "c"], grades) == 1.0
    ideal = 3 + 1 / math.log2(3)
    assert relevance.ndcg(["x", "b", "a"], grades) == pytest.approx(
        (1 / math.log2(3) + 1.5) / ideal
    )
    assert relevance.ndcg(["x"] * 10 + ["a"], grades) == 0.0


def test_average_precision_counts_what_was_not_found():
    assert relevance.average_precision(["a", "x", "b"], {"a": 1, "b": 2, "c": 0}) == (1 + 2 / 3) / 2
    assert relevance.average_precision(["a"], {"a": 1, "b": 1}) == 0.5


def test_queries_without_a_relevant_document_do_not_count():
    assert relevance.measured({"1": ["a"]}, {"1": {"a": 1}, "2": {"a": 0}}) == (1.0, 1.0)
    assert relevance.measured({}, {"1": {"a": 1}}) == (0.0, 0.0)


@pytest.mark.django_db(transaction=True)
def test_a_collection_is_loaded_as_articles_and_searched(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"
    queries = {one["id"]: one["text"] for one in relevance.lines(COLLECTION / "queries.jsonl")}
    qrels = relevance.read_qrels(COLLECTION / "qrels.tsv")
    names = relevance.load(COLLECTION, "en")
    assert sorted(names.values()) == ["a", "b", "c", "d", "e"]
    run = relevance.ours(queries, names)
    assert run["1"] == ["a", "c"]
    assert run["3"] == ["c"]  # an operator in a query of the collection is a word
    assert relevance.measured(run, qrels)[0] > 0.7
    stemmed = relevance.Plain(COLLECTION, "english").run(queries)
    assert stemmed["2"] == ["b"]
    as_written = relevance.Plain(COLLECTION, None).run(queries)
    assert as_written["5"] == []
