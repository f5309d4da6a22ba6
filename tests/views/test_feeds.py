"""Atom feeds: of any search, what is new in the archive."""

import datetime

import feedparser
import pytest
from django.core.cache import cache
from django.utils import timezone
from lxml import html

from articles.models import Article, Statement
from articles.search import index
from tests import factories, schemas
from tests.views.hidden import hide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

ATTACK = "</script><img src=x onerror=alert(1)>\"'&"


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


def feed(client, query: str = "", kind: str = "statements"):
    index.update()
    response = client.get(f"/{kind}/feed.atom{query}")
    assert response.status_code == 200
    schemas.atom(response.content)
    read = feedparser.parse(response.content)
    assert not read.bozo, read.get("bozo_exception")
    return read


def shown_since(record: Statement | Article, day: int):
    """As if it had become public, or been corrected, on a day of March."""
    return factories.set_back(record, datetime.datetime(2026, 3, day, 12, tzinfo=datetime.UTC))


def test_a_feed_has_what_came_last_into_the_archive_not_what_was_said_last(client):
    speaker = factories.speaker(name="Anna Berg")
    topic = factories.topic(name="Iran")
    for said, came in ((1, 5), (2, 9), (3, 7)):
        statement = factories.statement(
            f"Peace {said}.", said=f"2019-01-0{said}", speaker=speaker, topics=[topic]
        )
        shown_since(statement, came)
    factories.statement("War.")
    read = feed(client, "?q=peace&topic=iran")
    assert [entry.title for entry in read.entries] == [
        f"Anna Berg, {day} January 2019: Peace {day}." for day in (2, 3, 1)
    ]
    assert read.feed.link == "http://testserver/statements/?q=peace&topic=iran"
    entry = read.entries[0]
    assert entry.id == entry.link and entry.link.startswith("http://testserver/statements/")
    assert entry.author == "Anna Berg" and entry.tags[0].term == "Iran"


@pytest.mark.parametrize("query", ["", "?sort=date", "?q=peace&sort=relevance"])
def test_no_order_of_the_search_hides_what_is_new(client, query):
    for day in (4, 6, 5):
        shown_since(factories.statement(f"Peace {day}."), day)
    titles = [entry.title for entry in feed(client, query).entries]
    assert [title[-2] for title in titles] == ["6", "5", "4"]


def test_what_was_corrected_comes_first_and_says_since_when(client):
    long_ago = timezone.now().replace(microsecond=0) - datetime.timedelta(days=400)
    for words in ("Peace one.", "Peace two."):
        statement = factories.statement(words, confirmed_at=long_ago)
        Article.objects.filter(pk=statement.article_id).update(first_public_at=long_ago)
        shown_since(statement, 1)
    first = Statement.objects.get(text="Peace one.")
    first.attribution = "an envoy"
    first.save()
    one, two = feed(client).entries
    assert one.title.endswith("Peace one.")
    assert one.published == long_ago.isoformat(timespec="seconds")
    assert one.updated > one.published
    assert two.updated == "2026-03-01T12:00:00+00:00"


def test_articles_have_feeds_too(client):
    source = factories.source(name="Agency")
    shown_since(factories.article(title="Older", source=source), 2)
    shown_since(factories.article(title="Newer", source=source, summary="A & B <b>"), 3)
    read = feed(client, "?source=agency", "articles")
    assert [entry.title for entry in read.entries] == ["Newer", "Older"]
    assert read.entries[0].author == "Agency"
    assert read.entries[0].summary == "A &amp; B &lt;b&gt;"
    assert read.feed.link == "http://testserver/articles/?source=agency"


def test_a_feed_is_capped_and_kept(client, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("articles.views.feeds.ENTRIES", 2)
    for day in (1, 2, 3):
        shown_since(factories.statement("Peace."), day)
    assert len(feed(client).entries) == 2
    with django_assert_num_queries(0):
        response = client.get("/statements/feed.atom")
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["Last-Modified"].endswith("GMT")
    for header in (
        {"if-none-match": response["ETag"]},
        {"if-modified-since": response["Last-Modified"]},
    ):
        assert client.get("/statements/feed.atom", headers=header).status_code == 304


def test_a_feed_holds_nothing_that_is_not_public_and_no_markup(client):
    hide()
    words = f"x{ATTACK}\x0b"
    factories.statement(words, article=factories.article(body=words, title=ATTACK))
    for kind in ("statements", "articles"):
        response = client.get(f"/{kind}/feed.atom")
        assert b"Secret" not in response.content and b"<img" not in response.content
    cache.clear()
    (entry,) = feed(client).entries
    assert ATTACK in entry.title
    # A summary is HTML: what it means as such is what was said.
    assert ATTACK in html.fromstring(f"<p>{entry.summary_detail.value}</p>").text_content()


def test_an_empty_feed_changed_when_the_archive_did(client):
    shown_since(factories.statement("Peace."), 7)
    read = feed(client, "?q=nothing")
    assert read.entries == [] and read.feed.updated == "2026-03-07T12:00:00+00:00"
    Statement.objects.all().delete()
    cache.clear()
    assert feed(client).feed.updated.startswith("1970-01-01")


@pytest.mark.parametrize("kind", ["statements", "articles"])
def test_a_wrong_feed_is_refused_by_its_parameter(client, kind):
    for query, named in (("?bogus=1", "bogus"), ("?page=2", "page"), ("?from=x", "from")):
        response = client.get(f"/{kind}/feed.atom{query}")
        assert response.status_code == 400 and named in response.content.decode()


def test_a_feed_says_its_licence(client, settings):
    settings.LICENCE = "CC BY 4.0"
    assert feed(client).feed.rights == "CC BY 4.0"


@pytest.mark.parametrize("kind", ["statements", "articles"])
def test_a_search_leads_to_its_feed(client, kind):
    factories.statement("Peace.")
    index.update()
    document = html.fromstring(client.get(f"/{kind}/?q=peace&sort=date").content)
    links = document.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
    assert links == [f"/{kind}/feed.atom?q=peace"]
