"""Sitemaps: every public record, and when its page last changed."""

import datetime

import pytest
from usp.tree import sitemap_from_str

from articles import publishing
from articles.models import Article, Statement
from articles.search import index
from tests import factories, schemas
from tests.views.hidden import hide

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
LONG_AGO = datetime.datetime(2025, 1, 1, tzinfo=datetime.UTC)


@pytest.fixture
def listed(client):
    """All addresses of the sitemap, each with its lastmod."""

    def read() -> dict[str, str]:
        index.update()
        content = client.get("/sitemap.xml").content
        assert sitemap_from_str(content.decode()).sub_sitemaps is not None
        segments = schemas.sitemap(content).xpath("//s:sitemap", namespaces=SPACES)
        found = {}
        for segment in segments:
            place, last = (one.text for one in segment)
            content = b"".join(client.get(place))
            urls = [tuple(part.text for part in one) for one in schemas.sitemap(content)]
            assert max(moment for _, moment in urls) == last
            assert len(list(sitemap_from_str(content.decode()).all_pages())) == len(urls)
            found.update(urls)
        return {url.removeprefix("http://testserver"): moment for url, moment in found.items()}

    return read


def test_it_holds_every_public_record_and_no_other(listed, monkeypatch):
    monkeypatch.setattr("articles.views.sitemaps.SEGMENT", 2)
    hide()
    factories.speaker(name="Secret")
    tenure = factories.tenure(office=factories.office(polity=factories.polity(name="Norland")))
    topic = factories.topic(name="Iran", parent=factories.topic(name="Asia"))
    occasion = factories.occasion(name="Talks & more")
    shown = [
        factories.statement(
            "Peace.", speaker=tenure.speaker, tenure=tenure, topics=[topic], occasion=occasion
        )
        for _ in range(3)
    ]
    without_statements = factories.article(title="日本 & more")
    wanted = {
        record.get_absolute_url()
        for one in shown
        for record in (one, one.article, one.article.source, one.speaker, one.occasion)
    }
    wanted |= {without_statements.get_absolute_url(), without_statements.source.get_absolute_url()}
    wanted |= {"/topics/iran/", "/topics/asia/", "/polities/norland/"}
    open_articles = Article.objects.filter(title="x")  # of what is proposed or rejected
    wanted |= {one.get_absolute_url() for one in open_articles}
    wanted |= {one.source.get_absolute_url() for one in open_articles}
    assert wanted == listed().keys()


def test_a_correction_moves_what_it_touches(listed):
    speaker = factories.speaker(name="Anna Berg")
    factories.statement("Peace stays.", speaker=speaker)
    corrected = factories.statement("Peace comes.", speaker=speaker)
    for record in (*Statement.objects.all(), *Article.objects.all()):
        factories.set_back(record, LONG_AGO)
    before = listed()
    assert set(before.values()) == {LONG_AGO.isoformat()}
    corrected.refresh_from_db()
    corrected.attribution = "an envoy"
    corrected.save()
    after = listed()
    moved = {url for url in after if after[url] != before[url]}
    assert moved == {
        one.get_absolute_url()
        for one in (corrected, corrected.article, corrected.article.source, speaker)
    }


def test_a_statement_that_was_taken_back_moves_its_article(listed):
    article = factories.article(body="Peace. War.")
    statement = factories.statement("War.", article=article)
    for record in (*Statement.objects.all(), *Article.objects.all()):
        factories.set_back(record, LONG_AGO)
    publishing.withdraw_statement(Statement.objects.get(pk=statement.pk), "Misheard.")
    found = listed()
    assert statement.get_absolute_url() not in found
    assert found[article.get_absolute_url()] > LONG_AGO.isoformat()


def test_there_is_no_other_segment(client):
    for path in ("statements-0", "statements-99999999999", "speakers-0", "topics-3", "offices-0"):
        assert client.get(f"/sitemaps/{path}.xml").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_a_sitemap_costs_few_queries(client, django_assert_max_num_queries):
    for _ in range(20):
        factories.statement(speaker=factories.speaker())
    index.update()
    with django_assert_max_num_queries(20):
        client.get("/sitemap.xml")
    with django_assert_max_num_queries(3):
        b"".join(client.get("/sitemaps/statements-0.xml"))
