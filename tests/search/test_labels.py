"""What facets' values are called is kept beside the index, and is never out of date."""

from __future__ import annotations

import pytest

from articles.search.facets import FACETS
from articles.search.searching import Search, search
from tests import factories

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path / "index"


@pytest.mark.parametrize("facet", [one for one in FACETS if one.model], ids=lambda one: one.name)
def test_a_record_that_is_renamed_is_named_so_by_the_next_request(facet):
    statement = factories.statement(
        speaker=factories.speaker(), polity=factories.polity(), occasion=factories.occasion()
    )
    statement.topics.add(factories.topic())
    record = facet.model.objects.get()

    def shown() -> list[str]:
        of_facet = next(one for one in search(Search()).facets if one.facet == facet)
        return [one.value.label for one in of_facet.counts]

    assert shown() == [record.name]
    facet.model.objects.update(name="Renamed")
    assert shown() == ["Renamed"]


def test_what_facets_are_called_is_asked_for_once(django_assert_num_queries):
    factories.statement("Words.", speaker=factories.speaker())
    search(Search())
    index_and_records = 3
    with django_assert_num_queries(index_and_records):
        search(Search())
