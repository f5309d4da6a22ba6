"""The JSON API: the same records and filters as the pages."""

import pytest

from articles.search import index
from tests import factories

pytestmark = pytest.mark.django_db

ATTACK = "<img src=x onerror=alert(1)>"


@pytest.fixture
def get(client, empty_index):
    def get(path, **parameters):
        response = client.get(f"/api/v1/{path}", parameters)
        return response.status_code, response.json()

    return get


def test_a_statement_is_told_with_everything_that_is_known(get):
    russia = factories.polity(name="Russia", code="RUS")
    speaker = factories.speaker(name="Anna Berg")
    office = factories.office(title="Foreign Minister", polity=russia)
    statement = factories.statement(
        "Talks go on.",
        article=factories.article(
            body="“Talks go on.”", title="Talks", external_id="x-1", url="https://example.org/1"
        ),
        said="2019-05",
        speaker=speaker,
        tenure=factories.tenure(speaker=speaker, office=office, starts="2018"),
        attribution="the minister",
        topics=[factories.topic(name="Iran")],
    )
    status, body = get("statements/", q="talk")
    assert status == 200
    assert (body["count"], body["next"], body["previous"]) == (1, None, None)
    (result,) = body["results"]
    assert result["id"] == statement.public_id
    assert result["url"] == f"http://testserver/statements/{statement.public_id}/"
    assert result["text"] == "Talks go on."
    assert result["excerpt"] == "<mark>Talks</mark> go on."
    assert (result["kind"], result["said_on"]) == ("direct", "2019-05")
    assert result["attribution"] == "the minister"
    assert result["speaker"]["slug"] == "anna-berg"
    assert result["office"]["title"] == "Foreign Minister"
    assert (result["office"]["from"], result["office"]["to"]) == ("2018", None)
    assert result["polity"]["name"] == "Russia"
    assert [topic["slug"] for topic in result["topics"]] == ["iran"]
    assert result["article"]["external_id"] == "x-1"
    assert result["article"]["id"] == statement.article.public_id
    assert result["article"]["source"]["name"] == statement.article.source.name
    assert body["facets"]["topic"] == [{"value": "iran", "label": "Iran", "count": 1}]
    assert body["facets"]["year"] == [{"value": "2019", "label": "2019", "count": 1}]
    assert set(body["facets"]) >= {"speaker", "polity", "source", "kind", "language"}


def test_what_is_not_known_is_null(get):
    factories.statement("Peace.", article=factories.article(body="Peace.", published=""))
    _, body = get("statements/")
    (result,) = body["results"]
    assert (result["speaker"], result["office"], result["polity"]) == (None, None, None)
    assert (result["said_on"], result["topics"]) == (None, [])
    assert body["facets"]["speaker"][0]["value"] == "none"


def test_pages_hold_every_record_once_and_lead_to_each_other(get, client):
    for number in range(5):
        factories.statement(f"Peace {number}.", said=f"2019-01-0{number + 1}")
    seen, url = [], "/api/v1/statements/?page_size=2&sort=date"
    while url:
        body = client.get(url).json()
        assert body["count"] == 5
        seen += [one["text"] for one in body["results"]]
        url = body["next"]
    assert seen == [f"Peace {number}." for number in range(5)]
    assert "page=2" in body["previous"]


def test_the_parameters_are_those_of_the_page(get):
    factories.statement("Peace.", said="2019-05-14", topics=[factories.topic(name="Iran")])
    factories.statement("Peace.", said="2018-05-14")
    assert get("statements/", topic="iran")[1]["count"] == 1
    assert get("statements/", **{"topic!": "iran"})[1]["count"] == 1
    assert get("statements/", **{"from": "2019", "to": "2019"})[1]["count"] == 1
    assert get("statements/", year=["2019", "2018"])[1]["count"] == 2


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"bogus": "1"}, "bogus"),
        ({"speaker": "nobody"}, "nobody"),
        ({"speaker": "a\0b"}, "speaker"),
        ({"from": "2019-13"}, "2019-13"),
        ({"from": "2020", "to": "2019"}, "from"),
        ({"page": "0"}, "page"),
        ({"page": "x"}, "page"),
        ({"page": "9" * 30}, "page"),
        ({"page": "501"}, "10,000"),
        ({"page_size": "101"}, "page_size"),
        ({"sort": "size"}, "size"),
        ({"year": "99999999999999999999"}, "year"),
    ],
)
def test_what_is_unknown_or_malformed_is_refused_by_its_name(get, parameters, named):
    status, body = get("statements/", **parameters)
    assert status == 400
    assert named in body["detail"]


@pytest.mark.parametrize("query", ['"unclosed', "((", "*", "-", "AND", "\0", "a" * 10_000, "ß́ 🕊"])
@pytest.mark.parametrize("kind", ["statements", "articles"])
def test_no_query_fails(get, query, kind):
    factories.statement("Peace.")
    assert get(f"{kind}/", q=query)[0] == 200


def test_a_page_past_the_last_does_not_exist(get):
    factories.statement("Peace.")
    assert get("statements/", page="2")[0] == 404


def test_drafts_and_proposals_are_in_no_list_and_no_count(get):
    speaker, topic = factories.speaker(), factories.topic()
    draft = factories.article(body="Secret.", status="draft", topics=[topic])
    factories.statement("Secret.", article=draft, speaker=speaker, topics=[topic])
    for status in ("proposed", "rejected"):
        factories.statement("Secret.", status=status, speaker=speaker, topics=[topic])
    body = get("statements/")[1]
    assert body["count"] == 0
    assert all(values == [] for values in body["facets"].values())
    assert get("articles/", q="secret", source=draft.source.slug)[1]["count"] == 0
    assert get("speakers/")[1]["count"] == 0
    assert get("topics/")[1]["count"] == 0


def test_an_excerpt_is_escaped_and_then_marked(get):
    body = f"Peace {ATTACK}"
    factories.statement(body, article=factories.article(body=body, title=ATTACK, summary=ATTACK))
    (result,) = get("statements/", q="peace")[1]["results"]
    assert result["text"] == body
    assert result["excerpt"] == "<mark>Peace</mark> &lt;img src=x onerror=alert(1)&gt;"
    (article,) = get("articles/", q="peace")[1]["results"]
    assert "<img" not in article["excerpt"]


def test_lists_count_what_is_public(get):
    speaker = factories.speaker(name="Anna")
    factories.statement("Peace.", speaker=speaker, topics=[factories.topic(name="Iran")])
    factories.statement("Peace.", speaker=speaker)
    (anna,) = get("speakers/")[1]["results"]
    assert (anna["slug"], anna["count"], anna["articles"]) == ("anna", 2, 2)
    assert get("topics/")[1]["results"][0]["count"] == 1
    assert get("sources/")[1]["count"] == 2
    assert get("sources/", bogus="1")[0] == 400
    assert set(get("")[1]) > {"statements", "articles", "speakers", "topics", "sources"}


@pytest.mark.django_db(transaction=True)
def test_a_page_of_the_api_costs_few_queries(get, django_assert_max_num_queries):
    for _ in range(30):
        factories.statement(speaker=factories.speaker(), topics=[factories.topic()])
    index.update()
    with django_assert_max_num_queries(8):
        assert len(get("statements/")[1]["results"]) == 20
    with django_assert_max_num_queries(7):
        assert len(get("articles/")[1]["results"]) == 20
