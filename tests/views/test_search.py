"""The search pages: what they refuse, redirect, show, and never show."""

import re

import pytest
from lxml.html import fromstring

from articles.search import index
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

ATTACK = "<img src=x onerror=alert(1)>"


def links(response) -> list[str]:
    html = response.content.decode()
    return [url.replace("&amp;", "&") for url in re.findall(r'href="([^"]*)"', html)]


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"bogus": "1"}, "bogus"),
        ({"speaker": "nobody"}, "nobody"),
        ({"topic!": "nothing"}, "nothing"),
        ({"speaker": "a\0"}, "speaker"),
        ({"from": "2019-13"}, "2019-13"),
        ({"from": "2020", "to": "2019"}, "from"),
        ({"page": "-1"}, "page"),
        ({"page": "²"}, "page"),
        ({"sort": ATTACK}, "sort"),
        ({"year": "9" * 20}, "year"),
    ],
)
def test_what_is_unknown_or_malformed_is_refused_by_its_name(client, parameters, named):
    response = client.get("/statements/", {"q": "peace", **parameters})
    assert response.status_code == 400
    assert named in response.content.decode()
    assert "<img" not in response.content.decode()


@pytest.mark.parametrize("path", ["/statements/", "/articles/"])
@pytest.mark.parametrize(
    "query",
    [
        *(
            '"unclosed',
            "((",
            "))",
            "*",
            "-",
            "--",
            "AND",
            "OR OR",
            "NOT",
            "-a",
            "x*",
            "\0",
            "\ud800",
        ),
        *("a" * 10_000, "(" * 500, '"' * 501, "a OR " * 300),
        *("💬", "speaker:lavrov", "\u202e", ATTACK),
    ],
)
def test_no_query_fails(client, path, query):
    factories.statement("Peace.")
    try:
        response = client.get(path, {"q": query}, follow=True)
    except UnicodeEncodeError:  # no address can hold a lone surrogate
        response = client.get(f"{path}?q=%ED%A0%80", follow=True)
    assert response.status_code == 200
    assert "<img" not in response.content.decode()


def test_links_of_a_long_query_carry_what_was_searched_of_it(client):
    factories.statement("Peace.")
    html = client.get("/statements/", {"q": "-x " + "y" * 5_000}).content.decode()
    assert "Only the first 1,000 characters" in html
    assert "y" * 1_001 not in html.replace("y" * 5_000, "")
    assert html.count("y" * 5_000) < 5


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("?q=peace&from=&to=", "?q=peace"),
        ("?utm_source=x&q=peace&fbclid=y", "?q=peace"),
        ("?gclid=1", ""),
        ("?page=1", ""),
        ("?to=2019&q=peace", "?q=peace&to=2019"),
        ("?q=+peace+", "?q=peace"),
    ],
)
def test_a_search_has_one_address(client, asked, canonical):
    response = client.get(f"/statements/{asked}")
    assert response.status_code == 301
    assert response["Location"] == f"/statements/{canonical}"
    assert client.get(f"/statements/{canonical}").status_code == 200


def test_a_page_past_the_last_leads_to_the_last(client):
    for number in range(21):
        factories.statement(f"Peace {number}.")
    index.update()
    response = client.get("/statements/?page=7")
    assert (response.status_code, response["Location"]) == (302, "/statements/?page=2")


def test_pages_too_deep_say_so(client):
    factories.statement("Peace.")
    response = client.get("/statements/?page=501")
    assert response.status_code == 200
    assert "Pages do not go deeper" in response.content.decode()


def test_every_link_of_a_result_leads_somewhere(client):
    topic = factories.topic(name="Iran")
    for number in range(25):
        factories.statement(f"Peace {number}.", speaker=factories.speaker(), topics=[topic])
    index.update()
    response = client.get("/statements/?q=peace&topic=iran&sort=date")
    inside = {url for url in links(response) if url.startswith("/") and "static" not in url}
    assert len(inside) > 40
    for url in sorted(inside):
        assert client.get(url).status_code in (200, 302) or url.startswith("/admin"), url


def test_the_filters_in_force_are_shown_and_can_be_taken_away(client):
    factories.statement("Peace.", topics=[factories.topic(name="Iran")], said="2019-05-14")
    response = client.get("/statements/?q=peace&topic=iran&from=2019")
    assert "/statements/?q=peace&from=2019" in links(response)
    assert "/statements/?q=peace&topic=iran" in links(response)
    html = response.content.decode()
    assert "<mark>Peace</mark>" in html


def test_a_repair_is_said_and_the_corrected_query_linked(client):
    response = client.get("/statements/", {"q": '"peace'})
    assert "A quotation mark was not closed" in response.content.decode()
    assert "/statements/?q=%22peace%22" in links(response)


def test_nothing_found_is_explained_with_searches_that_find_something(client):
    factories.statement("Sanctions were lifted.")
    response = client.get("/statements/?q=sanktions+lifted")
    html = response.content.decode()
    assert "“sanktions” stands in no statement of the archive" in html
    assert "/statements/?q=sanctions%20lifted" in links(response)
    assert "/statements/?q=lifted" in links(response)


def test_a_field_typed_in_the_box_becomes_the_filter_of_its_facet(client):
    factories.statement("Peace.", speaker=factories.speaker(name="Sergey Lavrov"))
    response = client.get("/statements/?q=peace+speaker:lavrov+from:2019")
    assert response.status_code == 302
    assert response["Location"] == "/statements/?q=peace&speaker=sergey-lavrov&from=2019"


def test_a_search_of_statements_leads_to_itself_compared(client):
    factories.statement("Peace.", speaker=factories.speaker(name="Anna Berg"))
    index.update()
    document = fromstring(client.get("/statements/?q=peace&speaker=anna-berg").content)
    (link,) = document.xpath("//a[starts-with(@href, '/compare/?q=')]/@href")
    assert link == "/compare/?q=peace+speaker%3Aanna-berg"
    compared = client.get(link).content.decode()
    assert "1 statement" in compared and "by Anna Berg" in compared
    for path in ("/statements/", "/statements/?q=nothing", "/articles/?q=peace"):
        assert "/compare/?" not in client.get(path).content.decode()


def test_few_years_are_few_bars_and_not_broad_ones(client):
    for year in ("2018", "2019", "2021"):
        factories.statement("Peace.", said=f"{year}-05-03")
    index.update()
    for query, width in (("?year=2019", 12 * 48), ("", 4 * 48), ("?from=2019", 3 * 48)):
        document = fromstring(client.get(f"/statements/{query}").content)
        assert document.xpath("//svg[@class='bars']/@width") == [str(width)]


def test_while_there_is_no_index_the_page_says_so(client, monkeypatch):
    def not_ready(kind):
        raise index.NotReady

    monkeypatch.setattr(index, "ready", not_ready)
    response = client.get("/statements/")
    assert response.status_code == 503
    assert response["Retry-After"]
    assert client.get("/api/v1/statements/").status_code == 503


def test_drafts_and_proposals_are_in_no_result_no_facet_and_no_count(client):
    speaker, topic = factories.speaker(name="Secret Speaker"), factories.topic(name="Secret topic")
    draft = factories.article(body="Secret.", title="Secret title", status="draft")
    factories.statement("Secret.", article=draft, speaker=speaker, topics=[topic])
    withdrawn = factories.article(body="Secret.", title="Secret title", status="withdrawn")
    factories.statement("Secret.", article=withdrawn, speaker=speaker)
    for status in ("proposed", "rejected"):
        article = factories.article(body="Open. Secret words.", title="Open")
        factories.statement(
            "Secret words.", article=article, status=status, speaker=speaker, topics=[topic]
        )
    for path in ("/statements/", "/articles/"):
        html = client.get(path).content.decode()
        assert "Secret Speaker" not in html
        assert "Secret t" not in html
        assert client.get(path, {"q": "Secret Speaker"}).context["results"].total == 0
    assert client.get("/statements/").context["results"].total == 0
    assert client.get("/articles/").context["results"].total == 2  # whose body is public


def test_other_peoples_text_is_escaped_wherever_a_result_prints_it(client):
    speaker = factories.speaker(name=ATTACK)
    topic, occasion = factories.topic(name=ATTACK), factories.occasion(name=ATTACK)
    polity = factories.polity(name=ATTACK)
    tenure = factories.tenure(speaker=speaker, office=factories.office(title=ATTACK, polity=polity))
    article = factories.article(
        body=f"Peace {ATTACK}",
        title=ATTACK,
        summary=ATTACK,
        place=ATTACK,
        source=factories.source(name=ATTACK),
        topics=[topic],
    )
    factories.statement(
        article=article,
        speaker=speaker,
        tenure=tenure,
        occasion=occasion,
        topics=[topic],
        attribution=ATTACK,
        cue=ATTACK,
        place=ATTACK,
    )
    factories.statement(article=article, attribution=ATTACK, office_as_printed=ATTACK)
    for path in ("/statements/", "/articles/"):
        for query in ("", "peace", "img", ATTACK):
            html = client.get(path, {"q": query}, follow=True).content.decode()
            assert "<img" not in html
            assert "&lt;" in html


@pytest.mark.django_db(transaction=True)
def test_a_page_of_results_costs_few_queries(client, django_assert_max_num_queries):
    for _ in range(30):
        factories.statement(
            speaker=factories.speaker(), topics=[factories.topic(), factories.topic()]
        )
    index.update()
    with django_assert_max_num_queries(9):
        assert len(client.get("/statements/").context["results"].records) == 20
    with django_assert_max_num_queries(9):
        assert len(client.get("/articles/").context["results"].records) == 20
