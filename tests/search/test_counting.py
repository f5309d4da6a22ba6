"""Counts stay exact where a facet has more values than the engine answers with at once."""

import pytest
import tantivy

from articles.search import facets, matching, schema

SPEAKERS = facets.MOST_BUCKETS + 5_000


@pytest.fixture(scope="module")
def searcher(tmp_path_factory):
    """Each speaker stands in a record of 2019 with the next; every thousandth in one of 2020."""
    index = schema.open_index(str(tmp_path_factory.mktemp("many")), create=True)
    writer = index.writer(64_000_000, num_threads=1)
    for number in range(1, SPEAKERS + 1):
        for year in (2019, 2020) if number % 1_000 == 0 else (2019,):
            speakers = [number, number + 1] if year == 2019 else [number]
            document = {"speaker": speakers, "year": year}
            writer.add_document(tantivy.Document.from_dict(document, schema.schema()))
        if number == SPEAKERS // 3:
            writer.commit()
    writer.commit()
    index.reload()
    assert index.searcher().num_segments > 1
    return index.searcher()


def test_the_most_frequent_values_are_counted_over_all_of_them(searcher):
    found = facets.count(searcher, matching.Matcher(()).query(None), ["speaker"])
    assert sum(number == 3 for number in found["speaker"].values()) == SPEAKERS // 1_000


def test_all_values_are_counted_however_many_there_are(searcher):
    found = facets.count_all(searcher, matching.Matcher(()).query(None), "speaker")
    assert len(found) == SPEAKERS + 1
    assert sum(found.values()) == 2 * SPEAKERS + SPEAKERS // 1_000
    of_2020 = facets.count_all(searcher, matching.is_one_of("year", [2020]), "speaker")
    assert len(of_2020) == SPEAKERS // 1_000
