"""No query fails: what hypothesis makes of the grammar, and of raw text, is answered."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.search import index
from articles.search.language import typed_form
from tests import factories
from tests.search.trees import trees

ANY = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
RAW = st.text(max_size=80) | st.lists(
    st.sampled_from(
        [
            *('"', "(", ")", "-", "*", "~", "~9", ":", " ", "\0", "\u202e", "́", "ﷺ", "peace"),
            *(
                "OR",
                " OR ",
                "NOT ",
                "AND",
                "speaker:",
                "from:",
                "on:2019-13",
                "a*",
                'topic:"',
                "平",
            ),
        ]
    ),
    max_size=30,
).map("".join)


@pytest.fixture
def archive(transactional_db, empty_index):
    """Committed, so that the index need not catch up with the test before each answer."""
    speaker = factories.speaker(name="Anna Berg")
    factories.statement("Peace and trade.", speaker=speaker, topics=[factories.topic(name="Trade")])
    factories.statement("和平 paix мир", language="fr")
    index.update()


def answered(client, query: str, path: str = "/statements/") -> None:
    page = client.get(path, {"q": query}, follow=True)
    assert page.status_code == 200
    assert page.context["results"] is not None
    again = page.context["query"]
    assert client.get(path, {"q": again}, follow=True).context["query"] == again


@ANY
@given(query=RAW)
def test_any_text_is_answered(archive, client, query):
    answered(client, query)


@ANY
@given(tree=trees())
def test_any_query_of_the_language_is_answered_without_repair(archive, client, tree):
    query = typed_form(tree)
    answered(client, query)
    assert "left out" not in " ".join(
        one["text"]
        for one in client.get("/articles/", {"q": query}, follow=True).context["notices"]
    )


@ANY
@given(query=RAW)
def test_any_text_is_answered_on_the_other_doors(archive, client, query):
    assert client.get("/suggest/", {"q": query}).status_code == 200
    assert client.get("/statements/by/topic/", {"q": query}, follow=True).status_code == 200
    assert client.get("/statements/by/speaker/", {"find": query}, follow=True).status_code == 200
    assert client.get("/api/v1/statements/", {"q": query}).status_code == 200


@settings(ANY, max_examples=40)
@given(
    values=st.dictionaries(
        st.sampled_from(["speaker", "topic!", "year", "kind", "from", "to", "sort", "page", "x"]),
        st.text(max_size=12) | st.sampled_from(["none", "2019", "2019-13", "anna-berg", "-date"]),
        max_size=4,
    )
)
def test_any_parameters_are_answered_or_refused_by_name(archive, client, values):
    page = client.get("/statements/", values, follow=True)
    assert page.status_code in (200, 400)
    if page.status_code == 400:
        assert any(name in " ".join(page.context["problems"]) for name in values)


@pytest.mark.parametrize(
    "query",
    [
        "a* b* c*",
        " ".join(f"{a}{b}*" for a in "pteaw" for b in "abcdefghijklmnop"),
        " OR ".join(f"word{number}" for number in range(3_000)),
        "(" * 400 + "peace" + ")" * 400,
        "-(" * 200 + "peace",
        "NOT " * 300 + "peace",
        '"' + "peace " * 300 + '"',
        '"a b c"~5 ' * 60,
        "peace" * 400,
        "speaker:a " * 60,
        "(a OR " * 100,
        "from:2019 " * 50 + "to:1",
    ],
    ids=lambda query: query[:12],
)
def test_long_and_deep_queries_are_answered_and_what_was_cut_is_said(archive, client, query):
    page = client.get("/statements/", {"q": query}, follow=True)
    assert page.status_code == 200
    assert client.get("/suggest/", {"q": query}).status_code == 200
