"""What is suggested while one types, and what never is."""

import pytest

from articles.search import index
from articles.search.suggesting import suggest
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


@pytest.fixture
def archive():
    anna = factories.speaker(name="Ana Ríos")
    anna.other_names.create(name="Анна Риос")
    state = factories.polity(name="Rivenia", code="RIV")
    source = factories.source(name="River Gazette")
    topic = factories.topic(name="Rivers and lakes")
    article = factories.article(body="Rivers rise. Rivalry. A river.", source=source)
    for words in ("Rivers rise.", "Rivalry.", "A river."):
        factories.statement(words, article=article, speaker=anna, polity=state, topics=[topic])
    factories.statement("Rivers fall.", speaker=factories.speaker(name="Boris Rivera"))
    factories.statement(speaker=factories.speaker(name="Minister Ogre"), attribution="Rivera’s man")
    index.update()


def told(typed, kind="statements"):
    return [(one.kind, one.label, one.count, one.query) for one in suggest(typed, kind)]


def test_records_by_any_of_their_names_and_frequent_words_are_suggested(archive):
    assert told("riv") == [
        ("speaker", "Boris Rivera", 1, "speaker:boris-rivera "),
        ("polity", "Rivenia", 3, "polity:rivenia "),
        ("topic", "Rivers and lakes", 3, "topic:rivers-and-lakes "),
        ("source", "River Gazette", 3, "source:river-gazette "),
        ("word", "rivers", 2, "rivers "),
        ("word", "rivalry", 1, "rivalry "),
        ("word", "river", 1, "river "),
    ]


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("ana ri", "speaker:ana-rios "),
        ("ana río", "speaker:ana-rios "),
        ("Анна", "speaker:ana-rios "),
        ("peace ana rios", "peace speaker:ana-rios "),
        ("(war OR peace) ana", "(war OR peace) speaker:ana-rios "),
        ("(war OR ana", "(war OR speaker:ana-rios "),
        ("(ana", "(speaker:ana-rios "),
        ("-ana", "-speaker:ana-rios "),
        ("speaker:ana", "speaker:ana-rios "),
        ('by:"ana r', "speaker:ana-rios "),
        ("peace -speaker:ana", "peace -speaker:ana-rios "),
        ("polity:RIV", "polity:rivenia "),
    ],
)
def test_what_is_typed_before_stays(archive, typed, query):
    assert suggest(typed)[0].query == query


def test_in_quotation_marks_words_alone_are_suggested(archive):
    assert {one.kind for one in suggest('"the riv')} == {"word"}
    assert suggest('"the riv')[0].query == '"the rivers '


@pytest.mark.parametrize(
    "typed", ["", " ", "r", "zzz", "kind:dir", "year:20", "speaker:", "bogus:ana", "\0", "x" * 5000]
)
def test_where_nothing_can_be_meant_nothing_is_suggested(archive, typed):
    assert suggest(typed) == []


def test_articles_are_counted_in_their_own_box(archive):
    assert told("ana ri", "articles")[0] == ("speaker", "Ana Ríos", 1, "speaker:ana-rios ")


def test_nothing_of_a_draft_or_proposal_or_of_what_was_withdrawn_is_suggested(archive):
    zoe, topic = factories.speaker(name="Zoe Zebrova"), factories.topic(name="Zebras")
    factories.article(body="Zebrafish.", status="draft", topics=[topic])
    factories.statement("Zebroid.", status="proposed", speaker=zoe, topics=[topic])
    public = factories.statement("Zebrine.", speaker=zoe, topics=[topic])
    assert {one.label for one in suggest("zeb")} == {"Zoe Zebrova", "Zebras", "zebrine"}
    public.article.status = "draft"
    public.article.save()
    assert suggest("zeb") == []
    assert {one.label for one in suggest("zeb", "articles")} == {"zebroid"}  # a body is public


def test_the_box_is_answered_in_json(client, archive):
    answer = client.get("/suggest/", {"q": "ana"})
    assert answer.json() == {
        "suggestions": [
            {
                "label": "Ana Ríos",
                "kind": "speaker",
                "count": 3,
                "query": "speaker:ana-rios ",
                "complete": True,
            }
        ]
    }
    assert client.get("/suggest/", {"q": "\0ana"}).status_code == 200
    refused = client.get("/suggest/", {"q": "ana", "of": "drafts", "bogus": "1"})
    assert refused.status_code == 400
    assert "bogus" in refused.json()["problems"][0]
    assert "drafts" in refused.json()["problems"][1]
