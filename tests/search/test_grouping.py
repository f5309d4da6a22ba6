"""A result by one facet: every value, how often, and the share of all it has."""

import pytest
from django.http import QueryDict

from articles.filters import StatementFilter
from articles.search import index
from articles.search.facets import BY_NAME
from articles.search.grouping import group
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


@pytest.fixture
def archive():
    """Anna speaks of peace in 2 of 6, Boris in 3 of 12, Clara, who said little, in 1 of 1."""
    for name, with_peace, others in (("Anna", 2, 4), ("Boris", 3, 9), ("Clara", 1, 0)):
        speaker = factories.speaker(name=name)
        article = factories.article(body="Peace. Trade.", title="Said")
        for words, times in (("Peace.", with_peace), ("Trade.", others)):
            for _ in range(times):
                factories.statement(words, article=article, speaker=speaker)
    factories.statement("Peace without a name.", said="2001")
    index.update()


def rows(address: str = "", facet: str = "speaker", **options):
    filters = StatementFilter(QueryDict(address))
    assert not filters.problems
    options = {"start": 0, "size": 100, **options}
    found = group(filters.search, BY_NAME[facet], **options)
    return [(row.value.value, row.count, row.own) for row in found.rows]


def test_who_says_it_most_comes_first_with_all_that_each_said(archive):
    assert rows("q=peace") == [("boris", 3, 12), ("anna", 2, 6), ("clara", 1, 1), ("none", 1, 1)]


def test_by_share_those_who_said_little_come_last(archive):
    found = rows("q=peace", order="share")
    assert found == [("anna", 2, 6), ("boris", 3, 12), ("clara", 1, 1), ("none", 1, 1)]


def test_the_filters_hold_for_the_whole_as_for_the_part(archive):
    assert rows("q=peace&from=2019") == [("boris", 3, 12), ("anna", 2, 6), ("clara", 1, 1)]
    assert rows("q=peace&year=2001") == [("none", 1, 1)]


def test_what_is_chosen_of_the_facet_itself_does_not_narrow(archive):
    assert len(rows("q=peace&speaker=anna")) == 4
    assert rows("q=peace&speaker!=anna")[:2] == [("boris", 3, 12), ("clara", 1, 1)]


def test_without_words_there_is_no_share(archive):
    assert rows()[0] == ("boris", 12, None)


def test_values_are_found_by_the_beginnings_of_their_names_and_paged(archive):
    assert rows("q=peace", begun="bo") == [("boris", 3, 12)]
    assert rows("q=peace", begun="nobody") == []
    assert rows("q=peace", start=1, size=1) == [("anna", 2, 6)]
    assert rows("q=peace", facet="kind", begun="direct") == [("direct", 7, 19 + 1)]


# --- the page ------------------------------------------------------------------------------------


def test_the_page_shows_shares_and_leads_to_each_search(client, archive):
    html = client.get("/statements/by/speaker/?q=peace&order=share").content.decode()
    assert "33.3%" in html
    assert 'href="/statements/?q=peace&amp;speaker=anna"' in html
    assert 'href="/statements/by/topic/?q=peace&amp;order=share"' in html
    assert "Statements with “peace”." in html
    articles = client.get("/articles/by/speaker/?q=peace")
    assert [row["row"].count for row in articles.context["rows"]][:3] == [1, 1, 1]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/statements/by/bogus/", 404),
        ("/statements/by/speaker/?bogus=1", 400),
        ("/statements/by/speaker/?order=bogus", 400),
        ("/statements/by/speaker/?page=0", 400),
        ("/statements/by/speaker/?speaker=nobody", 400),
        ("/statements/by/speaker/?q=speaker:anna", 302),
        ("/statements/by/speaker/?find=&q=peace", 301),
        ("/statements/by/speaker/?page=9", 302),
        ("/statements/by/speaker/?find=%00", 200),
        ("/statements/?find=a", 400),
    ],
)
def test_bad_addresses_of_the_page_are_refused_or_put_right(client, archive, path, status):
    assert client.get(path).status_code == status


def test_the_page_names_what_is_wrong(client):
    html = client.get("/statements/by/speaker/?order=bogus&nonsense=1").content.decode()
    assert "bogus" in html
    assert "nonsense" in html


def test_other_peoples_names_are_escaped(client):
    attack = "<img src=x onerror=alert(1)>"
    factories.statement("Peace.", speaker=factories.speaker(name=attack))
    html = client.get("/statements/by/speaker/", {"q": "peace", "find": "img"}).content.decode()
    assert "<img" not in html
    assert "&lt;img" in html
    assert "<img" not in client.get("/statements/by/speaker/", {"find": attack}).content.decode()


def test_drafts_and_proposals_are_in_no_row(client):
    secret = factories.speaker(name="Secret Speaker")
    article = factories.article(body="Open. Hidden.", title="Open")
    factories.statement("Hidden.", article=article, status="proposed", speaker=secret)
    draft = factories.article(body="Hidden.", status="draft")
    factories.statement("Hidden.", article=draft, speaker=secret)
    for path in ("/statements/by/speaker/", "/articles/by/speaker/"):
        assert "Secret" not in client.get(path).content.decode()
        assert "Secret" not in client.get(f"{path}?find=secret").content.decode().replace(
            'value="secret"', ""
        )


@pytest.mark.django_db(transaction=True)
def test_the_page_costs_few_queries(client, django_assert_max_num_queries):
    for _ in range(120):
        factories.statement(speaker=factories.speaker())
    index.update()
    with django_assert_max_num_queries(9):
        assert len(client.get("/statements/by/speaker/?q=peace").context["rows"]) == 100
