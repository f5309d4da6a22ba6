"""Facets on a search page: the tree of topics, and values beyond those that are listed."""

import pytest

from articles.search import index
from articles.views.facet_context import FOLDED, SHOWN
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


def facet(response, name):
    return next(one for one in response.context["facets"] if one["parameter"] == name)


def branches(values):
    return [(one["label"], one["count"], branches(one["branches"])) for one in values]


@pytest.fixture
def topics():
    wide = factories.topic(name="Arms control")
    middle = factories.topic(name="Treaties", parent=wide)
    narrow = factories.topic(name="New START", parent=middle)
    factories.statement("One.", topics=[narrow])
    factories.statement("Two.", topics=[middle])
    factories.statement("Three.", topics=[factories.topic(name="Trade")])
    factories.topic(name="Nobody spoke of it", parent=wide)
    index.update()


def test_a_topic_stands_under_its_wider_one(client, topics):
    shown = facet(client.get("/statements/"), "topic")
    assert branches(shown["values"]) == [
        ("Arms control", 2, [("Treaties", 2, [("New START", 1, [])])]),
        ("Trade", 1, []),
    ]
    assert "1 narrower" in client.get("/statements/").content.decode()


def test_a_topic_that_is_chosen_is_seen_under_its_wider_ones(client, topics):
    shown = facet(client.get("/statements/?topic=new-start"), "topic")
    (wide, _) = shown["values"]
    assert wide["is_open"]
    assert wide["branches"][0]["is_open"]
    assert wide["branches"][0]["branches"][0]["selected"]


def test_a_topic_whose_wider_one_is_left_out_stands_by_itself(client, topics):
    html = client.get("/statements/?topic!=arms-control").content.decode()
    assert "not Arms control" in html
    assert "Trade" in html


def test_some_more_values_are_folded_away_and_narrowed_in_place(client):
    for number in range(SHOWN + FOLDED):
        factories.statement(speaker=factories.speaker(name=f"Speaker {number:02}"))
    index.update()
    shown = facet(client.get("/statements/"), "speaker")
    assert (len(shown["values"]), len(shown["more"]), shown["is_cut"]) == (SHOWN, FOLDED, False)


def test_more_values_than_that_are_found_by_name_on_a_page_of_their_own(client):
    for number in range(SHOWN + FOLDED + 60):
        factories.statement(speaker=factories.speaker(name=f"Speaker {number:02}"))
    index.update()
    page = client.get("/statements/?q=peace&year=2019")
    shown = facet(page, "speaker")
    assert len(shown["more"]) == FOLDED
    html = page.content.decode()
    assert 'action="/statements/by/speaker/"' in html
    assert shown["all_fields"] == [("q", "peace"), ("year", "2019")]
    found = client.get(shown["all_action"], {**dict(shown["all_fields"]), "find": "95"})
    assert [one["row"].value.label for one in found.context["rows"]] == ["Speaker 95"]
    assert found.context["rows"][0]["url"] == "/statements/?q=peace&speaker=speaker-95&year=2019"


def test_the_articles_lead_to_their_own_page_of_all_values(client):
    for _ in range(SHOWN + 1):
        factories.article(source=factories.source())
    index.update()
    assert facet(client.get("/articles/"), "source")["all_url"] == "/articles/by/source/"
