"""Reading the whole archive politely: cursors, single records, ETags, limits, other sites."""

import pytest
from django.core.cache import cache

from articles import mergers, publishing
from articles.api.throttling import ClientThrottle
from articles.search import index
from tests import factories

pytestmark = pytest.mark.django_db

NOUNS = ("speakers", "topics", "sources", "polities", "occasions", "offices")


@pytest.fixture
def get(client, empty_index):
    def get(path, **parameters):
        index.update()  # a request gives it a tenth of a second, which a busy machine needs longer
        response = client.get(f"/api/v1/{path}", parameters)
        return response.status_code, response.json()

    return get


def record(word: str, **fields):
    """A statement every part of which has `word` in its name."""
    tenure = factories.tenure(
        speaker=factories.speaker(name=f"{word} speaker"),
        office=factories.office(
            title=f"{word} office", polity=factories.polity(name=f"{word} polity")
        ),
    )
    topic = factories.topic(name=f"{word} topic")
    article = factories.article(
        body=f"{word} words.",
        title=f"{word} headline",
        source=factories.source(name=f"{word} source"),
        status=fields.pop("article", "published"),
    )
    return factories.statement(
        article=article,
        speaker=tenure.speaker,
        tenure=tenure,
        occasion=factories.occasion(name=f"{word} occasion"),
        topics=[topic],
        status=fields.pop("status", "confirmed"),
    )


# --- cursors -------------------------------------------------------------------------------------


@pytest.mark.parametrize("sort", ["", "date", "-date"])
@pytest.mark.parametrize("kind", ["statements", "articles"])
def test_a_cursor_meets_every_record_once_in_order(client, empty_index, kind, sort):
    for number in range(7):
        factories.statement(
            f"Peace {number}.",
            article=factories.article(
                body=f"Peace {number}.", title=str(number), published=f"2019-01-0{number % 3 + 1}"
            ),
        )
    factories.statement(article=factories.article(body="Peace.", title="7", published=""))
    index.update()
    address = f"/api/v1/{kind}/?q=peace&cursor=*&page_size=3" + (f"&sort={sort}" if sort else "")
    seen, pages = [], 0
    while address:
        body = client.get(address).json()
        assert body["count"] == 8 and body["previous"] is None
        assert bool(body["facets"]) == (pages == 0)
        seen += [one["id"] for one in body["results"]]
        pages, address = pages + 1, body["next"]
    whole = client.get(f"/api/v1/{kind}/?q=peace&page_size=100&sort={sort or '-date'}").json()
    assert pages == 3
    assert seen == [one["id"] for one in whole["results"]]


def test_what_comes_and_goes_moves_nothing_else(client, empty_index):
    statements = [factories.statement("Peace.", said=f"2019-01-0{day}") for day in range(1, 7)]
    index.update()
    first = client.get("/api/v1/statements/?cursor=*&page_size=2").json()
    factories.statement("Peace.", said="2019-02-01")
    publishing.withdraw(statements[5].article, "By mistake.")
    index.update()
    second = client.get(first["next"]).json()
    assert [one["id"] for one in second["results"]] == [
        statements[3].public_id,
        statements[2].public_id,
    ]


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"cursor": "x"}, "cursor"),
        ({"cursor": "-1"}, "cursor"),
        ({"cursor": "9" * 19}, "cursor"),
        ({"cursor": "9" * 60}, "cursor"),
        ({"cursor": "*", "page": "2"}, "page"),
        ({"cursor": "*", "sort": "relevance", "q": "peace"}, "sort"),
        ({"cursor": "*", "sort": "-changed"}, "sort"),
        ({"cursor": "*", "page_size": "101"}, "page_size"),
        ({"cursor": "*", "bogus": "1"}, "bogus"),
    ],
)
def test_a_cursor_that_cannot_be_followed_is_refused(get, parameters, named):
    status, body = get("statements/", **parameters)
    assert status == 400 and named in body["detail"]


@pytest.mark.parametrize("noun", NOUNS)
def test_a_cursor_meets_every_record_of_a_directory_once(client, empty_index, noun):
    for word in ("Delta", "Alpha", "Echo", "Bravo", "Charlie"):
        record(word)
    index.update()
    seen, sizes, address = [], [], f"/api/v1/{noun}/?cursor=*&page_size=2"
    while address:
        body = client.get(address).json()
        assert body["count"] == 5 and body["previous"] is None
        seen += [one["slug"] for one in body["results"]]
        sizes.append(len(body["results"]))
        address = body["next"]
    assert sizes == [2, 2, 1]
    assert [slug.split("-")[0] for slug in seen] == ["delta", "alpha", "echo", "bravo", "charlie"]
    assert set(seen) == {one["slug"] for one in client.get(f"/api/v1/{noun}/").json()["results"]}


@pytest.mark.parametrize("noun", NOUNS)
def test_a_cursor_of_a_directory_that_cannot_be_followed_is_refused(get, noun):
    for parameters, named in (
        ({"cursor": "x"}, "cursor"),
        ({"cursor": "*", "page": "2"}, "page"),
        ({"cursor": "*", "page_size": "0"}, "page_size"),
    ):
        status, body = get(f"{noun}/", **parameters)
        assert status == 400 and named in body["detail"]
    assert get(f"{noun}/", cursor=str(2**63 - 2)) == (
        200,
        {"count": 0, "next": None, "previous": None, "results": []},
    )


# --- what is new ---------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_what_changed_last_can_come_first_and_says_when(get):
    older, newer = (factories.statement(f"Peace {one}.") for one in "ab")
    for one in (older, newer):
        factories.set_back(one, "2026-01-01T00:00:00Z")
    older.cue = "said"
    older.save()
    _, body = get("statements/", sort="-changed")
    assert [one["id"] for one in body["results"]] == [older.public_id, newer.public_id]
    assert body["results"][0]["changed_at"] > body["results"][1]["changed_at"]
    assert body["results"][1]["changed_at"] == "2026-01-01T00:00:00+00:00"


# --- single records ------------------------------------------------------------------------------


def test_an_article_has_its_body_and_its_statements_in_order(get):
    article = factories.article(body="One. Two.", topics=[factories.topic(name="Iran")])
    factories.statement("Two.", article=article, position=2)
    factories.statement("One.", article=article, position=1)
    factories.statement("One. Two.", article=article, status="proposed")
    _, body = get(f"articles/{article.public_id}/")
    assert body["body"] == "One. Two."
    assert [one["text"] for one in body["statements"]] == ["One.", "Two."]
    assert body["topics"][0]["slug"] == "iran"
    assert "excerpt" not in body


def test_a_statement_stands_alone(get):
    statement = factories.statement("Peace.")
    statement.addressees.add(factories.speaker(name="Carl Dahl"))
    _, body = get(f"statements/{statement.public_id}/")
    assert body["text"] == "Peace."
    assert body["addressees"][0]["name"] == "Carl Dahl"


def test_a_speaker_has_offices_and_names(get):
    tenure = factories.tenure(
        speaker=factories.speaker(name="Anna Berg", wikidata_id="Q1"), starts="2018-05"
    )
    tenure.speaker.other_names.create(name="A. Berg")
    factories.statement(speaker=tenure.speaker)
    _, body = get("speakers/anna-berg/")
    assert (body["count"], body["articles"]) == (1, 1)
    assert (body["wikidata_id"], body["other_names"]) == ("Q1", ["A. Berg"])
    assert body["offices"][0]["from"] == "2018-05"


@pytest.mark.parametrize("noun", NOUNS)
def test_each_noun_has_a_list_that_leads_to_its_records(get, noun):
    record("Open")
    status, body = get(f"{noun}/")
    assert (status, body["count"]) == (200, 1)
    (one,) = body["results"]
    # The topics of an article are its own; those of its statements are theirs.
    assert (one["count"], one["articles"]) == (1, 0 if noun == "topics" else 1)
    assert get(f"{noun}/{one['slug']}/")[1]["name"] == one["name"]


@pytest.mark.parametrize("noun", NOUNS)
def test_what_is_not_public_is_in_no_list_and_has_no_record(get, noun):
    singular = {"polities": "polity"}.get(noun, noun[:-1])
    record("Draft", article="draft")
    record("Withdrawn", article="withdrawn")
    hidden = ["draft", "withdrawn"]
    if noun not in ("sources",):  # the article of a proposal is public, and so is its source
        record("Proposed", status="proposed")
        record("Rejected", status="rejected")
        hidden += ["proposed", "rejected"]
    assert get(f"{noun}/")[1]["count"] == 0
    for word in hidden:
        slug = f"{word}-{singular}"
        suffixes = ["", f"-{word}-polity"] if noun == "offices" else [""]
        assert all(get(f"{noun}/{slug}{suffix}/")[0] == 404 for suffix in suffixes)


def test_drafts_and_proposals_are_not_found_by_their_ids(get):
    draft = factories.article(status="draft")
    for path in (
        f"articles/{draft.public_id}/",
        f"statements/{factories.statement(article=draft).public_id}/",
        f"statements/{factories.statement(status='proposed').public_id}/",
        f"statements/{factories.statement(status='rejected').public_id}/",
        "articles/x/",
        "speakers/%00/",
        "no/such/thing",
    ):
        status, body = get(path)
        assert status == 404 and body["detail"], path


def test_what_was_withdrawn_says_when_and_why_and_nothing_else(get):
    article = factories.article(body="Secret.", status="withdrawn", withdrawn_reason="A forgery.")
    confirmed = factories.statement("Secret.", article=article)
    for path in (f"articles/{article.public_id}/", f"statements/{confirmed.public_id}/"):
        status, body = get(path)
        assert status == 410 and "A forgery." in body["detail"]
        assert "Secret" not in str(body)
    proposed = factories.statement("Secret.", article=article, status="proposed")
    assert get(f"statements/{proposed.public_id}/")[0] == 404


def test_a_statement_that_was_withdrawn_by_itself_says_so_unless_its_article_is_a_draft(get):
    statement = factories.statement("Secret.")
    publishing.withdraw_statement(statement, "Misheard.")
    status, body = get(f"statements/{statement.public_id}/")
    assert status == 410 and "Misheard." in body["detail"] and "Secret" not in str(body)
    publishing.return_to_draft(statement.article)
    assert get(f"statements/{statement.public_id}/")[0] == 404


# --- manners -------------------------------------------------------------------------------------


def test_what_has_not_changed_is_not_sent_again(client, empty_index):
    statement = factories.statement("Peace.")
    index.update()
    for path in ("statements/?q=peace", f"statements/{statement.public_id}/", "speakers/", ""):
        first = client.get(f"/api/v1/{path}")
        again = client.get(f"/api/v1/{path}", headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert again["Access-Control-Allow-Origin"] == "*"
    factories.statement("Peace.")
    index.update()
    etag = client.get("/api/v1/statements/?q=peace")["ETag"]
    factories.statement("Peace.")
    index.update()
    again = client.get("/api/v1/statements/?q=peace", headers={"if-none-match": etag})
    assert again.status_code == 200


def test_other_sites_may_read_and_only_read(client, empty_index):
    for method in ("get", "head", "options"):
        response = getattr(client, method)("/api/v1/statements/")
        assert response.status_code in (200, 204)
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Set-Cookie" not in response
    for method in ("post", "put", "patch", "delete"):
        response = getattr(client, method)("/api/v1/statements/")
        assert response.status_code == 405
        assert "GET" in response["Allow"] and "POST" not in response["Allow"]
    assert client.get("/api/v1/nothing/")["Access-Control-Allow-Origin"] == "*"


def test_too_many_questions_are_told_when_to_ask_again(client, empty_index, monkeypatch):
    monkeypatch.setattr(ClientThrottle, "rate", "3/minute", raising=False)
    cache.clear()
    left = []
    for _ in range(3):
        response = client.get("/api/v1/statements/")
        assert response.status_code == 200
        assert response["RateLimit-Limit"] == "3"
        assert 0 <= int(response["RateLimit-Reset"]) <= 60
        left.append(int(response["RateLimit-Remaining"]))
    assert left == [2, 1, 0]
    response = client.get("/api/v1/statements/")
    assert response.status_code == 429
    assert response["RateLimit-Remaining"] == "0"
    assert 0 < int(response["Retry-After"]) <= 60
    assert "detail" in response.json()
    assert client.get("/api/v1/statements/", REMOTE_ADDR="10.0.0.9").status_code == 200
    # Who says that he comes from elsewhere is not believed: no proxy of ours says so.
    claimed = client.get("/api/v1/statements/", headers={"x-forwarded-for": "10.0.0.8"})
    assert claimed.status_code == 429


def test_the_page_about_the_api_has_examples_that_work(client, empty_index):
    html = client.get("/help/api/").content.decode()
    for word in ("curl '", "import requests", "library(jsonlite)", "RateLimit-Remaining"):
        assert word in html
    assert client.get("/api/v1/statements/?q=sanctions&topic=none&page_size=2").status_code == 200
    assert client.get("/api/v1/statements/?q=sanctions&cursor=*&page_size=100").status_code == 200
    for noun in NOUNS:
        assert f"/api/v1/{noun}/" in html


@pytest.mark.django_db(transaction=True)
def test_single_records_cost_few_queries(client, empty_index, django_assert_max_num_queries):
    article = factories.article(body="One. " * 30)
    for number in range(30):
        factories.statement(
            "One.",
            article=article,
            position=number,
            speaker=factories.speaker(),
            topics=[factories.topic()],
        )
    index.update()
    with django_assert_max_num_queries(5):
        client.get(f"/api/v1/articles/{article.public_id}/")
    with django_assert_max_num_queries(5):
        client.get(f"/api/v1/statements/{article.statements.first().public_id}/")
    with django_assert_max_num_queries(7):
        client.get(f"/api/v1/speakers/{article.statements.first().speaker.slug}/")


def test_the_old_address_of_a_merged_record_leads_on(client, empty_index):
    kept, merged = factories.speaker(name="Anna Berg"), factories.speaker(name="A Berg")
    factories.statement(speaker=kept)
    mergers.merge(kept, merged, reason="One person.")
    response = client.get("/api/v1/speakers/a-berg/")
    assert (response.status_code, response["Location"]) == (302, "/api/v1/speakers/anna-berg/")
    assert response["Access-Control-Allow-Origin"] == "*"
