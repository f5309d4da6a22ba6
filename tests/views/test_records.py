"""The pages of a speaker, a topic, a polity, an occasion and a source; and the first page."""

import re

import pytest

from articles.search import index
from tests import accounts, factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_index")]


@pytest.fixture
def lavrov():
    speaker = factories.speaker(
        name="Sergey Lavrov",
        note="Met under three spellings.",
        wikidata_id="Q58217",
    )
    speaker.other_names.create(name="Сергей Лавров")
    russia = factories.polity(name="Russia", code="RUS")
    office = factories.office(title="Minister for Foreign Affairs", polity=russia)
    tenure = factories.tenure(speaker=speaker, office=office, starts="2004-03-09", ends="2024")
    for year in ("2015", "2019"):
        factories.statement(
            f"Words of {year}.",
            article=factories.article(
                body=f"Words of {year}.", source=factories.source(name=f"Paper {year}")
            ),
            said=year,
            speaker=speaker,
            tenure=tenure,
            occasion=factories.occasion(name=f"Talks of {year}"),
            topics=[factories.topic(name=f"Topic {year}")],
        )
    index.update()
    return speaker


def page(client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_a_speaker_has_offices_names_years_topics_and_words(client, lavrov):
    html = page(client, lavrov.get_absolute_url())
    for known in (
        "Minister for Foreign Affairs",
        "9 March 2004",
        "2024",
        "Сергей Лавров",
        "Met under three spellings.",
        "https://www.wikidata.org/wiki/Q58217",
        "Words of 2015.",
        "Words of 2019.",
        "Topic 2015",
        "Search these 2 statements",
    ):
        assert known in html


def test_its_bars_and_their_table_lead_to_the_search_of_that_year(client, lavrov):
    html = page(client, lavrov.get_absolute_url())
    url = "/statements/?speaker=sergey-lavrov&amp;year=2019"
    assert html.count(f'href="{url}"') >= 2
    assert "<title>2019: 1</title>" in html


def test_a_number_beside_a_value_is_that_of_the_search_it_links_to(client, lavrov):
    html = page(client, lavrov.get_absolute_url())
    links = re.findall(
        r'href="(/statements/[^"]*)"><span class="label">[^<]*</span> <span class="count">(\d+)',
        html,
    )
    assert links
    for url, count in links:
        found = client.get(url.replace("&amp;", "&")).context["results"]
        assert found.total == int(count), url


def test_a_topic_counts_and_shows_what_is_under_it(client):
    wide = factories.topic(name="Wide", description="What is wide.")
    narrow = factories.topic(name="Narrow", parent=wide)
    factories.statement("Narrow words.", topics=[narrow])
    index.update()
    html = page(client, wide.get_absolute_url())
    assert "Narrow words." in html and "Search these 1 statement<" in html
    assert f'href="{narrow.get_absolute_url()}"' in html and "What is wide." in html
    assert f'href="{wide.get_absolute_url()}"' in page(client, narrow.get_absolute_url())


def test_a_polity_has_what_was_said_for_it_also_through_an_office(client, lavrov):
    html = page(client, "/polities/russia/")
    assert "Words of 2019." in html and "RUS" in html


def test_an_occasion_has_its_days_and_place(client):
    occasion = factories.occasion(
        name="Summit", starts_on="2019-06-28", ends_on="2019-06-29", place="Osaka"
    )
    factories.statement("Said there.", occasion=occasion)
    index.update()
    html = page(client, occasion.get_absolute_url())
    for known in ("28 June 2019", "29 June 2019", "Osaka", "Said there."):
        assert known in html


def test_a_source_has_its_articles_and_statements(client):
    source = factories.source(
        name="Gazette", homepage="https://gazette.example/", country=factories.polity(name="France")
    )
    article = factories.article(title="Headline of it", source=source)
    factories.article(title="Hidden headline", source=source, status="draft")
    factories.statement(article=article)
    index.update()
    html = page(client, source.get_absolute_url())
    for known in ("https://gazette.example/", "France", "Headline of it", "1 in the archive"):
        assert known in html
    assert "Hidden headline" not in html


def test_a_homepage_that_is_no_address_of_the_web_is_no_link(client):
    source = factories.source(homepage="javascript:alert(1)")
    assert "javascript:" not in page(client, source.get_absolute_url())


@pytest.mark.parametrize(
    "make",
    [
        factories.speaker,
        factories.topic,
        factories.polity,
        factories.occasion,
        factories.source,
    ],
)
def test_a_record_of_which_there_is_no_statement_says_so(client, make):
    assert "no public statement" in page(client, make().get_absolute_url())


@pytest.mark.parametrize("kind", ["speaker", "topic", "polity", "occasion", "source"])
def test_an_editor_gets_a_link_to_the_desk(client, kind):
    record = getattr(factories, kind)()
    desk = f"/admin/articles/{kind}/{record.pk}/change/"
    assert desk not in page(client, record.get_absolute_url())
    client.force_login(accounts.editor())
    assert desk in page(client, record.get_absolute_url())


@pytest.mark.parametrize("kind", ["speakers", "topics", "polities", "occasions", "sources"])
@pytest.mark.parametrize("slug", ["nobody", "%00", "a%00b", "%F0%9F%98%80", "a%0Ab", "x" * 3000])
def test_an_unknown_slug_is_not_found_and_offers_a_search(client, kind, slug):
    response = client.get(f"/{kind}/{slug}/")
    assert response.status_code == 404
    assert 'name="q"' in response.content.decode()


def test_a_slug_of_any_script_opens(client):
    speaker = factories.speaker(name="习近平")
    assert speaker.slug == "习近平"
    page(client, speaker.get_absolute_url())


@pytest.mark.django_db(transaction=True)
def test_it_takes_as_many_queries_with_ten_statements_as_with_one(
    client, lavrov, django_assert_max_num_queries
):
    for number in range(10):
        factories.statement(
            f"More {number}.",
            speaker=lavrov,
            polity=factories.polity(),
            topics=[factories.topic()],
            occasion=factories.occasion(),
        )
    index.update()
    client.get(lavrov.get_absolute_url())
    with django_assert_max_num_queries(23):
        page(client, lavrov.get_absolute_url())


def test_without_an_index_the_rest_of_the_page_is_there(client, lavrov, monkeypatch):
    def missing(kind):
        raise index.NotReady

    monkeypatch.setattr(index, "ready", missing)
    assert "Minister for Foreign Affairs" in page(client, lavrov.get_absolute_url())
    assert "being made" in page(client, "/")


# --- the first page ------------------------------------------------------------------------------


def test_the_first_page_says_what_the_archive_holds_and_what_it_does_not_know(client, lavrov):
    factories.statement("By whom?", article=factories.article(body="By whom?", published=""))
    index.update()
    response = client.get("/")
    assert response.context["holds"] == {
        "statements": 3,
        "articles": 3,
        "speakers": 1,
        "years": 2,
        "first_year": "2015",
        "last_year": "2019",
        "undated": 1,
        "speaker_not_known": 1,
    }
    html = response.content.decode()
    assert "/statements/?speaker=none" in html and "/statements/?year=none" in html


def test_the_first_page_names_the_gaps(client):
    for year in ("1900", "1950", "1951", "1953", "2000"):
        factories.statement(said=year)
    index.update()
    html = page(client, "/")
    assert "5 from 1900 to 2000; the most, 1, in 1900. None in 96 of the 101 years shown" in html
    assert "the longest gaps: 1901–1949, 1954–1999, 1952." in html


def test_the_latest_of_the_first_page_are_of_different_articles(client):
    long = factories.article(body=" ".join(f"Words {n}." for n in range(20)), published="2020")
    for n in range(20):
        factories.statement(f"Words {n}.", article=long)
    short = factories.statement("Earlier words.", said="2019")
    index.update()
    latest = client.get("/").context["latest"]
    assert [one.article for one in latest] == [long, short.article]


def test_the_first_page_leads_to_every_side(client, lavrov):
    html = page(client, "/")
    for path in (
        "/speakers/sergey-lavrov/",
        "/topics/topic-2019/",
        "/polities/russia/",
        "/occasions/talks-of-2019/",
        "/sources/paper-2019/",
        "/statements/?year=2019",
    ):
        assert f'href="{path}"' in html


def test_an_empty_archive_is_no_error(client):
    assert "The archive is empty so far." in page(client, "/")


@pytest.mark.django_db(transaction=True)
def test_the_first_page_takes_few_queries(client, lavrov, django_assert_max_num_queries):
    client.get("/")
    with django_assert_max_num_queries(20):
        page(client, "/")


def test_a_demonstration_says_that_it_is_one(client, settings):
    assert "A demonstration" not in page(client, "/")
    settings.DEMONSTRATION = True
    assert "A demonstration" in page(client, "/about/")
