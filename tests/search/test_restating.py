"""A search as one sentence."""

from urllib.parse import urlencode

import pytest
from django.http import QueryDict

from articles.filters import ArticleFilter, StatementFilter
from articles.search import index, searching
from articles.search.restating import sentence, typed
from tests import factories


@pytest.fixture
def said(db, empty_index):
    envoy = factories.office(title="Envoy")
    for name in ("Anna Berg", "Boris Dahl"):
        tenure = factories.tenure(speaker=factories.speaker(name=name), office=envoy)
        factories.statement(speaker=tenure.speaker, tenure=tenure)
    factories.statement(
        topics=[factories.topic(name="Trade")],
        polity=factories.polity(name="Norland"),
        article=factories.article(source=factories.source(name="NorNews")),
        occasion=factories.occasion(name="Talks in Arvik"),
    )
    index.update()

    def said(address: str, filter_class=StatementFilter) -> str:
        filters = filter_class(QueryDict(address))
        assert not filters.problems
        return sentence(filters.search)

    return said


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("", ""),
        ("sort=date", ""),
        ("q=peace", "Statements with “peace”."),
        ("q=sanctions+relief", "Statements with all of “sanctions” and “relief”."),
        ("q=a+OR+b", "Statements with “a” or “b”."),
        ("q=(a+OR+b)+c", "Statements with all of (“a” or “b”) and “c”."),
        ("q=-war", "Statements without “war”."),
        (
            'q=peace+"mutual+respect"+-war',
            "Statements with all of “peace” and exactly “mutual respect” and without “war”.",
        ),
        ("q=sanction*", "Statements with words that begin with “sanction”."),
        (
            "q=sanctions+relief&speaker=anna-berg&speaker=boris-dahl&from=2019-05&to=2019-06",
            "Statements with all of “sanctions” and “relief” by Anna Berg or Boris Dahl"
            " from May 2019 to June 2019.",
        ),
        ("speaker=none", "Statements by somebody not known."),
        (
            "topic=trade&polity!=norland&polity!=none&year=2019",
            "Statements on Trade in 2019, but not for Norland or nobody that is stated.",
        ),
        ("source=nornews&occasion=talks-in-arvik", "Statements at Talks in Arvik in NorNews."),
        ("kind=direct&language=en", "Statements as direct quotation in English."),
        ("q=office:envoy", "Statements by holders of an office with “envoy”."),
        ("q=speaker:anna", "Statements by Anna Berg."),
        ("from=2018", "Statements from 2018 on."),
        ("to=2018", "Statements until 2018."),
        ("from=2018&to=2018", "Statements in 2018."),
    ],
)
def test_a_statement_search_is_one_sentence(said, address, words):
    assert said(address) == words


def test_an_article_is_said_to_quote(said):
    assert said("q=peace&speaker=anna-berg&kind=direct", ArticleFilter) == (
        "Articles with “peace” quoting Anna Berg with direct quotation."
    )


@pytest.mark.parametrize(
    ("address", "box"),
    [
        ("", ""),
        ("q=peace&sort=date", "peace"),
        ("q=peace+OR+war&topic=trade", "(peace OR war) topic:trade"),
        ("q=%22peace+now%22+-war", '"peace now" -war'),
        ("speaker=anna-berg&speaker=boris-dahl", "(speaker:anna-berg OR speaker:boris-dahl)"),
        ("speaker!=anna-berg&topic=none", "topic:none -speaker:anna-berg"),
        (
            "speaker!=anna-berg&speaker!=boris-dahl",
            "-(speaker:anna-berg OR speaker:boris-dahl)",
        ),
        ("language=en&kind=direct", "kind:direct lang:en"),
        ("q=office:envoy&from=2018-05&to=2019", "office:envoy from:2018-05 to:2019"),
    ],
)
def test_a_search_with_its_filters_fits_into_one_box(said, address, box):
    filters = StatementFilter(QueryDict(address))
    typed_in = StatementFilter(QueryDict(urlencode({"q": box})))
    assert not filters.problems and not typed_in.problems
    assert typed(filters.search) == box
    assert searching.search(typed_in.search).total == searching.search(filters.search).total
