"""What machines read beside the pages: feeds, JSON-LD, sitemaps, robots, OpenSearch, links."""

import json
from urllib.parse import parse_qsl

import feedparser
import pytest
from django.core.cache import cache
from lxml import etree, html
from pyld import jsonld
from usp.tree import sitemap_from_str

from articles.search import index
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

ATTACK = "</script><img src=x onerror=alert(1)>\"'&"


@pytest.fixture(autouse=True)
def nothing_kept():
    cache.clear()


def feed(client, query: str = ""):
    index.update()
    response = client.get(f"/statements/feed.atom{query}")
    assert response.status_code == 200
    read = feedparser.parse(response.content)
    assert not read.bozo, read.get("bozo_exception")
    return read


def hide(word: str = "Secret") -> None:
    """Records of every sort that is not public."""
    for status in ("draft", "withdrawn"):
        article = factories.article(body=word, title=word, status=status)
        factories.statement(word, article=article)
    for status in ("proposed", "rejected"):
        factories.statement(word, article=factories.article(body=word, title="x"), status=status)


# --- feeds ---------------------------------------------------------------------------------------


def test_a_feed_has_the_latest_statements_of_its_search(client):
    speaker = factories.speaker(name="Anna Berg")
    topic = factories.topic(name="Iran")
    for day in range(1, 4):
        factories.statement(
            f"Peace {day}.", said=f"2019-01-0{day}", speaker=speaker, topics=[topic]
        )
    factories.statement("War.")
    read = feed(client, "?q=peace&topic=iran")
    assert [entry.title for entry in read.entries] == [
        f"Anna Berg, {day} January 2019: Peace {day}." for day in (3, 2, 1)
    ]
    assert read.feed.link == "http://testserver/statements/?q=peace&topic=iran"
    entry = read.entries[0]
    assert entry.id == entry.link and entry.link.startswith("http://testserver/statements/")
    assert entry.author == "Anna Berg" and entry.tags[0].term == "Iran"
    assert entry.updated_parsed


def test_a_feed_is_capped_and_kept(client, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("articles.views.feeds.ENTRIES", 2)
    for _ in range(3):
        factories.statement("Peace.")
    assert len(feed(client).entries) == 2
    with django_assert_num_queries(0):
        response = client.get("/statements/feed.atom")
    assert response["Cache-Control"] == "public, max-age=300"
    again = client.get("/statements/feed.atom", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304


def test_a_feed_holds_nothing_that_is_not_public_and_no_markup(client):
    hide()
    factories.statement(f"x{ATTACK}\x0b", article=factories.article(body=f"x{ATTACK}\x0b"))
    response = client.get("/statements/feed.atom")
    assert b"Secret" not in response.content and b"<img" not in response.content
    cache.clear()
    (entry,) = feed(client).entries
    assert ATTACK in entry.title


def test_an_empty_feed_and_a_wrong_one(client):
    assert feed(client, "?q=nothing").entries == []
    for query, named in (("?bogus=1", "bogus"), ("?page=2", "page"), ("?from=x", "from")):
        response = client.get(f"/statements/feed.atom{query}")
        assert response.status_code == 400 and named in response.content.decode()


def test_a_search_leads_to_its_feed(client):
    factories.statement("Peace.")
    index.update()
    document = html.fromstring(client.get("/statements/?q=peace").content)
    links = document.xpath("//link[@rel='alternate'][@type='application/atom+xml']/@href")
    assert links == ["/statements/feed.atom?q=peace"]


# --- JSON-LD and links ---------------------------------------------------------------------------


def json_ld(client, record) -> dict:
    document = html.fromstring(client.get(record.get_absolute_url()).content)
    (script,) = document.xpath("//script[@type='application/ld+json']/text()")
    return json.loads(script)


def expanded(data: dict) -> dict:
    """By a JSON-LD processor that we did not write, with schema.org's vocabulary."""
    vocabulary = {"@context": {"@vocab": "http://schema.org/"}}

    def load(url, options):
        assert url.rstrip("/") == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": vocabulary}

    (found,) = jsonld.expand(data, {"documentLoader": load})
    return found


def test_a_statement_is_a_quotation_by_a_person_in_a_news_article(client):
    article = factories.article(
        body="“Peace,” she said.",
        title="Talks",
        source=factories.source(name="Agency", kind="agency"),
        url="https://agency.example/1",
    )
    speaker = factories.speaker(name="Anna Berg", sort_name="Berg, Anna")
    statement = factories.statement("Peace,", article=article, speaker=speaker, said="2019-05")
    data = json_ld(client, statement)
    assert (data["@type"], data["text"], data["dateCreated"]) == ("Quotation", "Peace,", "2019-05")
    assert data["@id"] == f"http://testserver{statement.get_absolute_url()}"
    found = expanded(data)
    schema = "http://schema.org/"
    (person,) = found[f"{schema}creator"]
    assert person["@type"] == [f"{schema}Person"]
    assert person[f"{schema}familyName"] == [{"@value": "Berg"}]
    (part,) = found[f"{schema}isPartOf"]
    assert part["@type"] == [f"{schema}NewsArticle"]
    assert json_ld(client, article)["headline"] == "Talks"
    assert expanded(json_ld(client, article))["@type"] == [f"{schema}NewsArticle"]


def test_a_body_is_an_organization_and_nobody_is_nobody(client):
    body = factories.speaker(name="Ministry", kind="body")
    assert json_ld(client, factories.statement(speaker=body))["creator"] == {
        "@type": "Organization",
        "name": "Ministry",
    }
    unknown = json_ld(client, factories.statement(attribution="a diplomat"))
    assert not {"creator", "author"} & unknown.keys()


def test_no_text_ends_the_script(client):
    article = factories.article(body=ATTACK, title=ATTACK, source=factories.source(name=ATTACK))
    statement = factories.statement(article=article, speaker=factories.speaker(name=ATTACK))
    for record in (statement, article):
        content = client.get(record.get_absolute_url()).content.decode()
        assert "<img" not in content
    assert json_ld(client, statement)["text"] == ATTACK


def test_a_record_says_in_its_head_how_to_cite_it(client):
    statement = factories.statement(
        "Peace.", article=factories.article(body="Peace.", title="日本")
    )
    for record in (statement, statement.article):
        links = client.get(record.get_absolute_url())["Link"]
        assert 'rel="cite-as"' in links and 'rel="type"' in links
        assert links.count('rel="describedby"') == 3
    address = f"http://testserver{statement.get_absolute_url()}"
    assert client.get(address)["Link"].startswith(f'<{address}>; rel="cite-as"')


# --- COinS ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["statements", "articles"])
def test_a_list_has_a_citation_of_each_for_zotero(client, kind):
    for word in ("one", "two"):
        article = factories.article(body=f"Peace {word} {ATTACK}", title=f"Headline {word}")
        factories.statement(article=article, speaker=factories.speaker(name=ATTACK))
    index.update()
    document = html.fromstring(client.get(f"/{kind}/?q=peace").content)
    spans = [dict(parse_qsl(one)) for one in document.xpath("//span[@class='Z3988']/@title")]
    assert len(spans) == 2
    for span in spans:
        assert span["rft.type"] == "newspaperArticle"
        assert span["rft.identifier"].startswith(f"http://testserver/{kind}/")
    if kind == "statements":
        assert spans[0]["rft.au"] == f"{ATTACK},"


# --- sitemaps, robots, OpenSearch ----------------------------------------------------------------


def test_the_sitemap_holds_every_public_record_and_no_other(client, monkeypatch):
    monkeypatch.setattr("articles.views.sitemaps.SEGMENT", 2)
    hide()
    shown = [factories.statement("Peace.") for _ in range(3)]
    root = sitemap_from_str(client.get("/sitemap.xml").content.decode())
    assert type(root).__name__ == "IndexWebsiteSitemap" or root.sub_sitemaps is not None
    names = etree.fromstring(client.get("/sitemap.xml").content)
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    segments = names.xpath("//s:sitemap/s:loc/text()", namespaces=spaces)
    assert len(segments) > 2
    found = set()
    for segment in segments:
        content = b"".join(client.get(segment)).decode()
        pages = list(sitemap_from_str(content).all_pages())
        assert pages and all(page.last_modified for page in pages)
        found |= {page.url for page in pages}
    wanted = {f"http://testserver{one.get_absolute_url()}" for one in shown}
    assert wanted <= found
    statements = {url for url in found if "/statements/" in url}
    assert statements == wanted
    assert not [url for url in found if "secret" in url.lower()]


def test_there_is_no_other_segment(client):
    for path in ("statements-0", "statements-99999999999", "speakers-0", "articles-7"):
        assert client.get(f"/sitemaps/{path}.xml").status_code == 404


def test_robots_may_read_records_and_not_walk_the_facets(client):
    from urllib.robotparser import RobotFileParser

    robots = RobotFileParser()
    robots.parse(client.get("/robots.txt").content.decode().splitlines())
    assert robots.site_maps() == ["http://testserver/sitemap.xml"]
    for path in ("/", "/statements/abcdefghijkl/", "/articles/abcdefghijkl/x/", "/speakers/a/"):
        assert robots.can_fetch("*", f"http://testserver{path}"), path
    for path in ("/admin/", "/api/v1/", "/statements/export.csv", "/statements/feed.atom"):
        assert not robots.can_fetch("*", f"http://testserver{path}"), path
    # Python's parser knows no wildcards; those of the search engines do.
    assert {"Disallow: /statements/?*", "Disallow: /articles/?*"} <= set(
        client.get("/robots.txt").content.decode().splitlines()
    )


def test_a_browser_learns_how_to_search_here(client):
    document = html.fromstring(client.get("/about/").content)
    (address,) = document.xpath("//link[@rel='search']/@href")
    response = client.get(address)
    assert response["Content-Type"].startswith("application/opensearchdescription+xml")
    description = etree.fromstring(response.content)
    spaces = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    templates = description.xpath("//o:Url/@template", namespaces=spaces)
    assert "http://testserver/statements/?q={searchTerms}" in templates
    assert len(description.findtext("o:ShortName", namespaces=spaces)) <= 16
