"""Searches side by side: shares of all statements, their chart, table and file."""

import csv
import io
import re

import pytest

from articles.search import index
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


@pytest.fixture
def archive():
    """2010: one of two on ships; 2012: one of one; 2013: none of one, and 2011 has nothing."""
    berg = factories.speaker(name="Anna Berg")
    for words, said, speaker in [
        ("Ships sail.", "2010-03-01", berg),
        ("Fish swim.", "2010", None),
        ("Ships sink.", "2012-05", berg),
        ("Fish again.", "2013", berg),
    ]:
        factories.statement(words, said=said, speaker=speaker)
    index.update()


def context(client, query: str):
    response = client.get(f"/compare/?{query}")
    assert response.status_code == 200
    return response.context


def test_shares_are_of_all_statements_of_the_time(client, archive):
    found = context(client, "q=ships")
    (series,) = found["series"]
    assert [str(period) for period in found["compared"].periods] == ["2010", "2011", "2012"]
    assert series.counts == [1, 0, 1]
    assert series.shares == [0.5, None, 1.0]
    assert series.says == "at most 100.0 %, in 2012"


def test_a_line_breaks_where_the_archive_holds_nothing(client, archive):
    ((_, line),) = context(client, "q=ships")["chart"]["lines"]
    assert line.strokes == [] and len(line.markers) == 2


def test_speakers_and_words_are_set_side_by_side(client, archive):
    found = context(client, "q=ships&q=speaker%3Aanna-berg&q=%22fish+swim%22")
    labels = [series.label for series in found["series"]]
    assert labels == ["“ships”", "by Anna Berg", "exactly “fish swim”"]
    assert [series.total for series in found["series"]] == [2, 3, 1]


def test_every_number_of_the_table_is_that_of_the_search_it_links_to(client, archive):
    for query in ("q=ships&q=speaker%3Aanna-berg&to=2012", "q=ships&by=month"):
        cells = [cell for row in context(client, query)["rows"] for cell in row["cells"]]
        assert any(cell["count"] for cell in cells)
        for cell in cells:
            response = client.get(cell["url"], follow=True)
            assert response.context["results"].total == cell["count"], cell["url"]


def test_by_month_what_is_known_to_the_year_is_told_apart(client, archive):
    found = context(client, "q=fish+OR+ships&by=month")
    (series,) = found["series"]
    assert str(found["compared"].periods[0]) == "2010-03"
    assert str(found["compared"].periods[-1]) == "2012-05"
    assert len(series.counts) == 27
    assert (series.total, series.elsewhere) == (2, 2)


def test_dates_bound_the_comparison(client, archive):
    found = context(client, "q=speaker%3Aanna-berg&from=2011&to=2012-12")
    assert [str(period) for period in found["compared"].periods] == ["2012"]


def test_the_latest_of_a_long_time_are_shown_and_the_page_says_so(client, archive):
    factories.statement("Ships of old.", said="1500")
    index.update()
    response = client.get("/compare/?q=ships")
    assert len(response.context["compared"].periods) == 240
    assert "The latest 240 years are shown" in response.content.decode()


def test_what_finds_nothing_says_so(client, archive):
    assert "Nothing dated was found" in client.get("/compare/?q=zebra").content.decode()


def test_without_a_search_there_is_a_form(client, archive):
    html = client.get("/compare/").content.decode()
    assert html.count('name="q" type="search"') == 6  # five, and that of the masthead
    assert "Share of all statements, by" not in html


@pytest.mark.parametrize(
    ("given", "canonical"),
    [
        ("q=ships&q=&q=&by=year&from=&to=", "q=ships"),
        ("by=month&q=ships", "q=ships&by=month"),
        ("q=+ships+&q=ships", "q=ships"),
        ("q=&by=year", ""),
    ],
)
def test_a_form_leads_to_the_shortest_address(client, archive, given, canonical):
    response = client.get(f"/compare/?{given}")
    assert response.status_code == 301
    assert response["Location"] == (f"/compare/?{canonical}" if canonical else "/compare/")


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ("colour=red", "“colour” is no parameter"),
        ("&".join(f"q=word{n}" for n in range(6)), "At most 5 searches"),
        ("q=ships&by=week", "by: “week”"),
        ("q=ships&from=2019-13", "from:"),
        ("q=ships&from=2019&to=2018", "lies after the last"),
        ("q=" + "x" * 501, "at most 500"),
    ],
)
@pytest.mark.parametrize("path", ["/compare/", "/compare/export.csv"])
def test_what_is_malformed_is_named(client, archive, path, query, named):
    response = client.get(f"{path}?{query}")
    assert response.status_code == 400
    assert named in response.content.decode()


@pytest.mark.parametrize(
    "query", ['"ships', "(", "%00", "ships%00", "speaker%3Anobody", "OR", "%F0%9F%9A%A2", "-ships"]
)
def test_nothing_that_can_be_typed_fails(client, archive, query):
    response = client.get(f"/compare/?q={query}", follow=True)
    assert response.status_code == 200


def test_what_was_not_understood_is_said_beside_the_search(client, archive):
    html = client.get("/compare/?q=speaker%3Anobody").content.decode()
    assert "There is no speaker “nobody”" in html


def test_what_was_typed_is_escaped(client, archive):
    attack = "%3Cimg+src%3Dx+onerror%3D1%3E"
    html = client.get(f"/compare/?q={attack}+ships").content.decode()
    assert "<img" not in html


def test_the_file_has_every_number(client, archive):
    response = client.get("/compare/export.csv?q=ships&q=speaker%3Aanna-berg")
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response.content.startswith("\ufeff".encode())
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))
    assert rows == [
        [
            "year",
            "all statements",
            "statements: ships",
            "share: ships",
            "statements: speaker:anna-berg",
            "share: speaker:anna-berg",
        ],
        ["2010", "2", "1", "0.500000", "1", "0.500000"],
        ["2011", "0", "0", "", "0", ""],
        ["2012", "1", "1", "1.000000", "1", "1.000000"],
        ["2013", "1", "0", "0.000000", "1", "1.000000"],
    ]


def test_no_cell_of_the_file_is_a_formula(client, archive):
    response = client.get("/compare/export.csv?q=%3DHYPERLINK%28ships%29&q=%2Bships&q=%40ships")
    rows = csv.reader(io.StringIO(response.content.decode("utf-8-sig")))
    assert not [cell for row in rows for cell in row if re.match(r"\s*[=+\-@]", cell)]


def test_a_file_of_nothing_says_what_to_do(client, archive):
    response = client.get("/compare/export.csv")
    assert response.status_code == 400
    assert "There is nothing to compare" in response.content.decode()


def test_what_is_not_public_is_in_no_share(client, archive):
    draft = factories.article(body="Ships in secret.", status="draft", published="2010")
    factories.statement(article=draft)
    factories.statement("Ships, perhaps.", status="proposed", said="2010")
    index.update()
    (series,) = context(client, "q=ships")["series"]
    assert series.shares == [0.5, None, 1.0]


def test_a_speaker_is_compared_with_those_who_speak_of_the_same(client):
    topic = factories.topic(name="Ships")
    berg, dahl = (factories.speaker(name=name) for name in ("Anna Berg", "Carl Dahl"))
    for speaker in (berg, dahl):
        factories.statement(speaker=speaker, topics=[topic])
    index.update()
    url = client.get(berg.get_absolute_url()).context["company"].compare_url
    labels = [series.label for series in client.get(url).context["series"]]
    assert labels == ["by Anna Berg", "by Carl Dahl"]


def test_without_an_index_it_asks_for_patience(client, monkeypatch):
    def missing(kind):
        raise index.NotReady

    monkeypatch.setattr(index, "ready", missing)
    for path in ("/compare/", "/compare/export.csv"):
        assert client.get(f"{path}?q=ships").status_code == 503


@pytest.mark.django_db(transaction=True)
def test_five_searches_take_few_queries(client, archive, django_assert_max_num_queries):
    address = "/compare/?" + "&".join(f"q=word{n}" for n in range(5))
    client.get(address)
    with django_assert_max_num_queries(7):
        client.get(address)
