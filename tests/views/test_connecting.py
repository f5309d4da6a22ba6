"""What machines read beside the pages: JSON-LD, links, COinS, robots, OpenSearch."""

import json
from urllib.parse import parse_qsl

import pytest
from lxml import etree, html
from pyld import jsonld

from articles.search import index
from tests import factories, schemas
from tests.citations import records

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

ATTACK = "</script><img src=x onerror=alert(1)>\"'&"


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


@pytest.mark.parametrize("name", records.RECORDS)
def test_what_is_said_in_schema_orgs_words_is_so_defined(client, settings, name):
    settings.LICENCE = "https://licence.example/"
    record = records.RECORDS[name]()
    schemas.linked_data(json_ld(client, record))
    schemas.linked_data(json_ld(client, getattr(record, "article", record)))


@pytest.mark.parametrize(
    "wrong",
    [
        {"headline": "Talks"},  # of an article, not of a quotation
        {"sayer": "Anna"},
        {"dateCreated": "May 2019"},
        {"text": ""},
        {"isPartOf": {"@type": "NewsArticle", "headline": "Talks"}},  # by no publisher
        {"author": {"@type": "Place", "name": "Oslo"}},
        {"url": "javascript:alert(1)"},
        {"@type": "Quote"},
    ],
)
def test_what_is_not_so_defined_would_be_found(client, wrong):
    data = json_ld(client, records.news())
    with pytest.raises(AssertionError):
        schemas.linked_data({**data, **wrong})


def test_a_body_is_an_organization_and_nobody_is_nobody(client):
    body = factories.speaker(name="Ministry", kind="body")
    assert json_ld(client, factories.statement(speaker=body))["creator"] == {
        "@type": "Organization",
        "name": "Ministry",
    }
    unknown = json_ld(client, factories.statement(attribution="a diplomat"))
    assert not {"creator", "author"} & unknown.keys()


def nouns() -> dict[str, dict]:
    """A record of every sort that has a page, public, with what it says in schema.org's words."""
    polity = factories.polity(name="Norland", code="NOR")
    tenure = factories.tenure(
        speaker=factories.speaker(
            name="Anna Berg", sort_name="Berg, Anna", wikidata_id="Q1", note="A minister."
        ),
        office=factories.office(title="Foreign Minister", polity=polity),
    )
    tenure.speaker.other_names.create(name="A. Berg")
    occasion = factories.occasion(name="Talks", place="Oslo", starts_on="2019-05-14")
    source = factories.source(name="Agency", kind="agency", homepage="https://agency.example/")
    topic = factories.topic(name="Iran", description="All of it.")
    body = factories.speaker(name="Trade Ministry", kind="body")
    article = factories.article(body="Peace. War.", source=source)
    shared = {"article": article, "polity": polity, "occasion": occasion, "topics": [topic]}
    factories.statement("Peace.", speaker=tenure.speaker, tenure=tenure, **shared)
    factories.statement("War.", speaker=body, **shared)
    index.update()
    return {
        "/speakers/anna-berg/": {
            "@type": "Person",
            "name": "Anna Berg",
            "familyName": "Berg",
            "givenName": "Anna",
            "alternateName": ["A. Berg"],
            "jobTitle": ["Foreign Minister"],
            "description": "A minister.",
            "sameAs": "https://www.wikidata.org/entity/Q1",
        },
        "/speakers/trade-ministry/": {"@type": "Organization", "name": "Trade Ministry"},
        "/topics/iran/": {"@type": "DefinedTerm", "name": "Iran", "description": "All of it."},
        "/polities/norland/": {"@type": "Country", "name": "Norland", "identifier": "NOR"},
        "/occasions/talks/": {
            "@type": "Event",
            "name": "Talks",
            "startDate": "2019-05-14",
            "location": {"@type": "Place", "name": "Oslo"},
        },
        "/sources/agency/": {
            "@type": "NewsMediaOrganization",
            "name": "Agency",
            "sameAs": "https://agency.example/",
        },
    }


def test_a_speaker_a_topic_and_the_like_say_what_they_are_and_where_their_feed_is(client):
    for path, told in nouns().items():
        document = html.fromstring(client.get(path).content)
        (script,) = document.xpath("//script[@type='application/ld+json']/text()")
        address = f"http://testserver{path}"
        context = {"@context": "https://schema.org", "@id": address, "url": address}
        assert json.loads(script) == {**context, **told}
        schemas.linked_data(json.loads(script))
        noun, slug = path.strip("/").split("/")
        facet = {"polities": "polity"}.get(noun, noun[:-1])
        (feed,) = document.xpath("//link[@type='application/atom+xml']/@href")
        assert feed == f"/statements/feed.atom?{facet}={slug}"
        assert feed in document.xpath("//main//a/@href")


def test_the_card_of_a_page_says_what_is_on_it(client):
    for path, told in nouns().items():
        document = html.fromstring(client.get(path).content)
        card = {one.get("property"): one.get("content") for one in document.xpath("//meta")}
        number = "1 statement" if "speakers" in path else "2 statements"
        assert card["og:title"] == told["name"]
        assert card["og:url"] == f"http://testserver{path}"
        assert card["og:description"] == (
            f"{number} on record, 2019, each in the words of its source."
        )
        assert card["og:image"].startswith("http://testserver/static/img/card")


def test_a_page_without_anything_public_is_not_for_robots(client):
    factories.statement(speaker=factories.speaker(name="Anna Berg"), status="proposed")
    index.update()
    content = client.get("/speakers/anna-berg/").content.decode()
    assert '<meta name="robots" content="noindex">' in content
    assert 'name="description"' not in content


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


# --- robots, OpenSearch --------------------------------------------------------------------------


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
