"""Nothing that the quotation engine proposes is public, whatever a load was told."""

import json

import pytest

from articles import ingestion, publishing
from articles.models import Proposal, Statement
from articles.readers import jsonl
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]

WORDS = "The lighthouse stays lit"
LINE = {
    "source": "Harbour News",
    "id": "1",
    "title": "Light in the harbour",
    "published_on": "2019-05-14",
    "body": f"“{WORDS},” Envoy Tove Berg said.",
}


@pytest.fixture
def proposed() -> Statement:
    factories.topic(name="Lights", cue_phrases=["lighthouse"])
    factories.tenure(speaker=factories.speaker(name="Tove Berg"), starts="2010")
    ingestion.load([jsonl.read_line(json.dumps(LINE).encode())], lambda _: None, publish=True)
    return Statement.objects.get(status="proposed", speaker__name="Tove Berg")


def test_it_has_no_page(client, proposed):
    assert client.get(proposed.get_absolute_url()).status_code == 404


def test_its_article_shows_the_text_and_marks_nothing(client, proposed):
    page = client.get(proposed.article.get_absolute_url()).content.decode()
    assert WORDS in page
    assert "<mark>" not in page
    assert proposed.public_id not in page


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/statements/",
        "/statements/?q=lighthouse",
        "/speakers/",
        "/topics/",
        "/topics/lights/",
        "/sources/harbour-news/",
        "/api/v1/statements/",
        "/api/v1/speakers/",
    ],
)
def test_no_page_and_no_list_of_the_api_has_it(client, proposed, address):
    answer = client.get(address).content.decode()
    assert proposed.public_id not in answer
    assert WORDS not in answer
    assert "Tove Berg" not in answer


def test_nothing_of_it_is_counted(client, proposed):
    assert client.get("/api/v1/statements/").json()["count"] == 0
    (article,) = client.get("/api/v1/articles/").json()["results"]
    assert proposed.public_id not in json.dumps(article)


def test_once_confirmed_it_is_there_and_what_the_engine_guessed_is_not(client, proposed):
    Proposal.objects.filter(statement=proposed).update(candidates=["Somebody Else"])
    publishing.confirm(proposed)
    for address in (proposed.get_absolute_url(), "/statements/", "/api/v1/statements/"):
        answer = client.get(address).content.decode()
        assert WORDS in answer, address
        assert "Somebody Else" not in answer
