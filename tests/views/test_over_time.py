"""The charts of a record: what there is over the years, and where there is nothing to go by."""

import re

import pytest

from articles.search import index
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


def said(speaker, year: str, *, source, **fields):
    article = factories.article(source=source, published=year)
    return factories.statement(article=article, said=year, speaker=speaker, **fields)


@pytest.fixture
def berg():
    """Two years in two sources; the gazette also has another's words of a year between."""
    berg = factories.speaker(name="Anna Berg")
    gazette, wire = factories.source(name="Gazette"), factories.source(name="Wire")
    ships, fish = factories.topic(name="Ships"), factories.topic(name="Fish")
    said(berg, "2010", source=gazette, topics=[ships])
    said(berg, "2010", source=gazette, topics=[ships, fish])
    said(berg, "2014", source=wire, topics=[fish])
    said(factories.speaker(name="Carl Dahl"), "2012", source=gazette, topics=[fish])
    index.update()
    return berg


def over(client, record):
    return client.get(record.get_absolute_url()).context["over"]


def group(found, facet: str):
    return next(one for one in found.groups if one.facet == facet)


def table(found, facet: str) -> dict[str, list[tuple[int, int | None]]]:
    return {
        str(period): [(cell.count, cell.held) for cell in cells]
        for period, cells in group(found, facet).table
    }


def test_statements_and_topics_are_counted_by_year(client, berg):
    found = over(client, berg)
    assert [(str(period), cell.count) for period, cell in found.years] == [("2010", 2), ("2014", 1)]
    assert found.total.says == "3 from 2010 to 2014; the most, 2, in 2010"
    assert found.silent == 3
    assert [(row.label, row.count) for row in group(found, "topic").rows] == [
        ("Fish", 2),
        ("Ships", 2),
    ]
    assert table(found, "topic") == {
        "2010": [(1, None), (2, None)],
        "2014": [(1, None), (0, None)],
    }


def test_a_year_without_words_is_told_from_one_of_which_the_archive_holds_nothing(client, berg):
    found = over(client, berg)
    assert [row.label for row in group(found, "source").rows] == ["Gazette", "Wire"]
    assert table(found, "source") == {
        "2010": [(2, 2), (0, 0)],
        "2012": [(0, 1), (0, 0)],  # the gazette has somebody else's words
        "2014": [(0, 0), (1, 1)],
    }
    gazette, _ = group(found, "source").rows
    assert [(run.x, run.width) for run in gazette.held] == [(0, 20), (40, 20)]
    html = client.get(berg.get_absolute_url()).content.decode()
    assert "nothing held" in html and "0 of 1" in html


def test_what_is_not_public_is_in_no_bar_and_holds_no_year(client, berg):
    draft = factories.article(status="draft", published="2011")
    factories.statement(article=draft, speaker=berg)
    said(berg, "2013", source=draft.source, status="rejected")
    index.update()
    found = over(client, berg)
    assert [str(period) for period, _ in found.years] == ["2010", "2014"]
    assert list(table(found, "source")) == ["2010", "2012", "2014"]


def test_every_number_of_the_tables_is_that_of_the_search_it_links_to(client, berg):
    found = over(client, berg)
    cells = [cell for _, cell in found.years]
    cells += [cell for one in found.groups for _, row in one.table for cell in row if cell.count]
    assert len(cells) == 7
    for cell in cells:
        assert client.get(cell.url).context["results"].total == cell.count, cell.url
    for one in found.groups:
        for row in one.rows:
            assert client.get(row.url).context["results"].total == row.count


def test_offices_stand_above_the_same_years(client, berg):
    office = factories.office(title="Minister of Fisheries")
    factories.tenure(speaker=berg, office=office, starts="2008", ends="2011-06")
    found = over(client, berg)
    assert (found.axis.first, found.axis.last) == (2008, 2014)
    (held,) = found.offices
    assert held.span.x == 0 and 49 < held.span.width < 51
    html = client.get(berg.get_absolute_url()).content.decode()
    shown = html.split("<body>")[1]
    assert shown.count("Minister of Fisheries") == 1 and "June 2011" in shown


def test_the_chart_says_in_words_what_it_shows(client, berg):
    html = client.get(berg.get_absolute_url()).content.decode()
    labelled = re.findall(r'<svg[^>]*role="img"[^>]*aria-labelledby="([^"]*)"', html)
    assert len(labelled) == len(set(labelled)) == 5
    for label in labelled:
        assert f'<title id="{label}">' in html
    assert "Wire: 1 in 2014" in html


def test_undated_statements_are_told_apart(client, berg):
    factories.statement(
        "Once.", article=factories.article(body="Once.", published=""), speaker=berg
    )
    index.update()
    html = client.get(berg.get_absolute_url()).content.decode()
    assert '<a href="/statements/?speaker=anna-berg&amp;year=none">1 undated</a>' in html


def test_the_first_on_record_is_shown_where_the_latest_do_not_reach_it(client, berg):
    assert "The first on record" not in client.get(berg.get_absolute_url()).content.decode()
    source = factories.source()
    for number in range(10):
        said(berg, f"2015-01-{number + 1:02}", source=source)
    first = factories.article(body="How it began.", published="1999")
    factories.statement("How it began.", article=first, speaker=berg)
    index.update()
    html = client.get(berg.get_absolute_url()).content.decode()
    assert "The first on record" in html and "How it began." in html


def test_the_first_is_not_shown_twice_where_all_are_of_one_day(client, berg):
    occasion, source = factories.occasion(name="Summit"), factories.source()
    for number in range(12):
        article = factories.article(body=f"Word {number}.", published="2019", source=source)
        factories.statement(article=article, occasion=occasion)
    index.update()
    html = client.get(occasion.get_absolute_url()).content.decode()
    assert "All 12 statements" in html and "The first on record" not in html


def test_a_single_year_needs_no_chart(client):
    speaker = factories.speaker()
    said(speaker, "2010", source=factories.source(name="Only one"))
    index.update()
    html = client.get(speaker.get_absolute_url())
    assert html.context["over"] is None
    assert "Only one" in html.content.decode()


@pytest.mark.parametrize("years", [("0001", "9999"), ("1200", "2024")])
def test_centuries_are_counted_by_longer_spans(client, years):
    speaker = factories.speaker()
    source = factories.source()
    for year in years:
        said(speaker, year, source=source)
    index.update()
    found = over(client, speaker)
    assert found.axis.step > 1
    for _, cell in found.years:
        assert client.get(cell.url).context["results"].total == 1


def test_who_else_speaks_of_the_same(client, berg):
    company = client.get(berg.get_absolute_url()).context["company"]
    assert company.topics == ["Fish", "Ships"]
    assert [(one["label"], one["count"]) for one in company.values] == [("Carl Dahl", 1)]
    assert client.get(company.values[0]["url"]).context["results"].total == 1


def test_who_speaks_of_nothing_in_particular_has_no_company(client):
    speaker = factories.speaker()
    factories.statement(speaker=speaker)
    index.update()
    response = client.get(speaker.get_absolute_url())
    assert response.context["company"] is None
    assert "Who else" not in response.content.decode()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("side", ["speaker", "topic", "polity", "source"])
def test_more_years_topics_and_sources_take_no_more_queries(
    client, berg, side, django_assert_max_num_queries
):
    polity, topic = factories.polity(), factories.topic(name="Held by all")
    source = factories.source(name="Of all")
    record = {"speaker": berg, "topic": topic, "polity": polity, "source": source}[side]
    for number in range(30):
        said(
            berg if number % 2 else factories.speaker(),
            f"{1980 + number}",
            source=source if number % 3 else factories.source(),
            polity=polity,
            topics=[topic, factories.topic()],
        )
    index.update()
    client.get(record.get_absolute_url())
    with django_assert_max_num_queries(24):
        client.get(record.get_absolute_url())
