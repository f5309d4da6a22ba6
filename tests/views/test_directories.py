"""The directories: what they list, how they are walked through, what they refuse."""

import re

import pytest

from articles.models import Speaker, Statement
from articles.search import index
from articles.views import directory
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

DIRECTORIES = ["/speakers/", "/topics/", "/polities/", "/occasions/", "/sources/"]


def listed(client, path: str) -> list[tuple[str, str]]:
    """Labels with their counts, in the order of the page."""
    response = client.get(path)
    assert response.status_code == 200
    html = response.content.decode()
    entry = r'<span class="label">([^<]*)</span>\s*<span class="count">([\d,]+)'
    return re.findall(entry, html)


def spoken_by(*names: str, **fields):
    for name in names:
        factories.statement(speaker=factories.speaker(name=name, **fields))
    index.update()


def test_speakers_stand_by_their_sort_names(client):
    for name, sort_name in (("Xi Jinping", "Xi Jinping"), ("Sergey Lavrov", "Lavrov, Sergey")):
        factories.statement(speaker=factories.speaker(name=name, sort_name=sort_name))
    index.update()
    assert listed(client, "/speakers/") == [("Lavrov, Sergey", "1"), ("Xi Jinping", "1")]


def test_who_has_no_public_statement_is_not_listed(client):
    factories.speaker(name="Silent")
    spoken_by("Heard")
    assert listed(client, "/speakers/") == [("Heard", "1")]


def test_a_speaker_is_found_by_any_name_however_it_is_cased(client):
    spoken_by("Sergey Lavrov", "Mike Pompeo")
    Speaker.objects.get(name="Sergey Lavrov").other_names.create(name="Сергей Лавров")
    for typed in ("lavr", "ЛАВРОВ", "sergey lavrov", "лавров sergey"):
        response = client.get("/speakers/", {"q": typed})
        assert [one.name for one in response.context["page"]] == ["Sergey Lavrov"], typed


def test_what_is_typed_to_narrow_is_text_and_no_pattern(client):
    spoken_by("A")
    for typed in ("%", "_", "\\", "\0", "'", "x" * 5000):
        response = client.get("/speakers/", {"q": typed})
        assert response.status_code == 200
        if typed != "\0":
            assert not response.context["page"].object_list


def test_many_names_are_offered_by_letter_and_in_pages(client, monkeypatch):
    monkeypatch.setattr(directory, "MANY", 3)
    monkeypatch.setattr(directory, "ON_A_PAGE", 2)
    spoken_by("Adams", "Abe", "Arafat", "lula", "Émile", "Żeleński")
    response = client.get("/speakers/")
    assert {"A", "L", "É", "Ż"} == set(response.context["letters"])
    assert listed(client, "/speakers/?letter=L") == [("lula", "1")]
    assert [name for name, _ in listed(client, "/speakers/?letter=A")] == ["Abe", "Adams"]
    assert [name for name, _ in listed(client, "/speakers/?letter=A&page=2")] == ["Arafat"]
    assert "letter=A&amp;page=2" in client.get("/speakers/?letter=A").content.decode()


def test_a_letter_that_begins_no_name_shows_everything(client):
    spoken_by("Adams")
    assert listed(client, "/speakers/?letter=%25") == [("Adams", "1")]


def test_a_page_beyond_the_last_is_the_last(client):
    spoken_by("Adams")
    assert listed(client, "/speakers/?page=99999999999999999999") == [("Adams", "1")]


@pytest.mark.parametrize("path", DIRECTORIES)
@pytest.mark.parametrize("given", [{"bogus": "1"}, {"page": "0"}, {"page": "<b>"}, {"page": "²"}])
def test_what_is_unknown_or_malformed_is_refused_by_its_name(client, path, given):
    response = client.get(path, given)
    (name,) = given
    assert response.status_code == 400
    assert name in response.content.decode()
    assert "<b>" not in response.content.decode()


def test_a_wider_topic_counts_what_is_under_it_once(client):
    wide = factories.topic(name="Wide")
    narrow = factories.topic(name="Narrow", parent=wide)
    factories.statement("One.", topics=[wide, narrow])
    factories.statement("Two.", topics=[narrow])
    index.update()
    assert listed(client, "/topics/") == [("Wide", "2"), ("Narrow", "2")]


def test_a_topic_stands_under_its_parent(client):
    wide = factories.topic(name="Wide")
    factories.statement(topics=[factories.topic(name="Narrow", parent=wide)])
    index.update()
    html = client.get("/topics/").content.decode()
    assert re.search(r'Wide</span>.*<ul class="directory tree">.*Narrow</span>', html, re.S)


def test_a_source_with_articles_and_no_statement_is_listed(client):
    factories.article(source=factories.source(name="Gazette"))
    factories.article(source=factories.source(name="Hidden"), status="draft")
    index.update()
    assert listed(client, "/sources/") == [("Gazette", "0")]
    assert "1 article<" in client.get("/sources/").content.decode().replace("\n", "")


def test_occasions_stand_latest_first_with_day_and_place(client):
    for name, day in (("Early talks", "2001-02-03"), ("Late talks", "2019-05-14")):
        occasion = factories.occasion(name=name, starts_on=day, place="Sochi")
        factories.statement(occasion=occasion)
    index.update()
    assert [name for name, _ in listed(client, "/occasions/")] == ["Late talks", "Early talks"]
    assert "3 February 2001" in client.get("/occasions/").content.decode()


def test_statements_without_a_speaker_are_counted_apart(client):
    factories.statement("One.")
    index.update()
    html = client.get("/speakers/").content.decode()
    assert '/statements/?speaker=none">' in html
    assert Statement.objects.public().count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", DIRECTORIES)
def test_it_takes_as_many_queries_for_fifty_as_for_one(client, path, django_assert_max_num_queries):
    for number in range(50):
        factories.statement(
            f"Words {number}.",
            speaker=factories.speaker(),
            polity=factories.polity(),
            occasion=factories.occasion(),
            topics=[factories.topic()],
        )
    index.update()
    client.get(path)
    with django_assert_max_num_queries(8):
        assert len(listed(client, path)) == 50


@pytest.mark.parametrize("path", DIRECTORIES)
def test_without_an_index_it_asks_to_come_again(client, path, monkeypatch):
    def missing(kind):
        raise index.NotReady

    monkeypatch.setattr(index, "ready", missing)
    response = client.get(path)
    assert response.status_code == 503
    assert response["Retry-After"]
